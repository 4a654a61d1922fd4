// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/linearmodel.h"
#include "core/llm/offline/understanding.h"

namespace ChatCal::Dialogue {

/// What the assistant said last, as far as it matters to the answer.
struct Heard
{
    Tokens tokens; ///< empty: nothing
    Expectation expects;
    bool asks = false;
    bool done = false; ///< it says that something was done
};
[[nodiscard]] Heard heardOf(const QString &assistantText, Language language = Language::English);

/// One message of a person in the light of what was said before.
struct TurnView
{
    const Understood &said;
    const Heard &heard;
    const Understood *saidBefore = nullptr; ///< the message before; null at first
    const Heard *heardBefore = nullptr; ///< what the assistant had said before that; null at first
};

/// What kind of word it is, as far as it tells what is wanted of which meeting: "ADD", "THE", "CALENDAR", or itself.
[[nodiscard]] QStringView wordKind(const Token &token);

/// What tells the intent of a turn, when @p before was the intent of the turn before (empty at first).
void addTurnFeatures(const TurnView &turn, QStringView before, Features &features);

} // namespace ChatCal::Dialogue
