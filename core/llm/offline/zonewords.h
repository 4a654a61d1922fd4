// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"
#include "core/time/when.h"

#include <optional>

namespace ChatCal::Dialogue {

/// A person tells in which zone they live: "I'm in Paris", "my time zone is Pacific", "I'm on Berlin time".
struct StatedZone
{
    Zone zone;
    QString place; ///< as it may be repeated: "Paris", "Pacific", "PST"
    qsizetype from = 0; ///< the whole phrase in the text, half-open
    qsizetype to = 0;
};

/// Nothing for a stay that is dated ("I'm in Paris next week") and for a zone that belongs to a clock time ("2 pm Paris
/// time"). @p loose takes "I'm in Paris" beside other words too; else only as the whole message.
[[nodiscard]] std::optional<StatedZone> findStatedZone(const QString &text, const Tokens &tokens,
                                                       const WhenParser &parser, const WhenContext &context,
                                                       bool loose);

} // namespace ChatCal::Dialogue
