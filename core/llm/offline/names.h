// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"
#include "core/llm/offline/words.h"

#include <optional>

namespace ChatCal::Dialogue {

/// The person's own name after "I'm", "my name is", "this is", before "here", or in "Ada, ada@example.com"; at most
/// four words, as written. @p asked: the name was just asked for, so the bare words may be it.
struct FoundName
{
    QString name;
    qsizetype from = -1; ///< tokens, half-open
    qsizetype to = -1;
};
[[nodiscard]] std::optional<FoundName> findName(const Tokens &tokens, const Words &words, bool asked);

/// People said together with their address: "with Ada, ada@example.com", "Ada Lovelace <ada@example.com>".
struct Addressed
{
    QString name;
    QString email;
    qsizetype from = -1; ///< tokens of the name, half-open
    qsizetype to = -1;
};
[[nodiscard]] QList<Addressed> findAddressed(const Tokens &tokens, const Words &words);
/// "ada.l@example.com" is likely Ada Lovelace's.
[[nodiscard]] bool isLikelyOf(const QString &name, const QString &email);

/// What to call a person in a sentence: the first name, but "Dr. Strange" for "Dr. Stephen Strange".
[[nodiscard]] QString shortName(const QString &name, const Words &words);

} // namespace ChatCal::Dialogue
