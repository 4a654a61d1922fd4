// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/language.h"

#include <QString>

#include <optional>

namespace ChatCal::Dialogue {

/// In which language a message is written.
struct Spoken
{
    std::optional<Language> language; ///< nothing: no word tells, and none did before
    bool isForeign = false; ///< in one that is not read here
    bool isButton = false; ///< what a card's button sends, in English whoever presses it: "Move meeting 0310-1400-30m"
    [[nodiscard]] Language toRead() const
    {
        return isButton ? Language::English : language.value_or(Language::English);
    }
};

/// Weighs the words of @p text that belong to few languages. @p soFar is what the talk was held in before: a bare "ok",
/// a name or a time keep it, a clear sentence in another language does not. Addresses and ids in the text must
/// be blanked, with a comma first.
[[nodiscard]] Spoken spokenIn(const QString &text, std::optional<Language> soFar);

} // namespace ChatCal::Dialogue
