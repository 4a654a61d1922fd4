// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"
#include "core/llm/offline/words.h"
#include "core/time/when.h"

namespace ChatCal::Dialogue {

// What the reader of times must not see is blanked out before it looks. Positions in the text stay as they are;
// @p tokens are those of the text.

/// @p text with what is known to be no time blanked out.
[[nodiscard]] QString masked(const QString &text, const QList<Marked> &marks);
/// In "move lunch to 1 pm" lunch is a meeting, not a part of the day; in "after lunch" it is. True if there was one.
bool blankMeals(QString &clean, Language language);
/// In "the Monday one" one is no hour.
void blankOnes(QString &clean, const Tokens &tokens);
/// In "fit in 2 hours of work" the two hours are a length.
void blankParticles(QString &clean, const Tokens &tokens);
/// "Not tomorrow, Friday", "Friday doesn't work, Monday does", "not 2, 3": what is said no to. True when no other time
/// is left: "I can't do Mondays or Fridays".
bool blankDenied(QString &clean, const Tokens &tokens, const WhenParser &parser, const WhenContext &context);

/// "The first" of what was offered is not the first of the month; @p when is what @p clean says before. True if there
/// was one.
bool blankChosen(QString &clean, const When &when, const Words &words, Language language);

} // namespace ChatCal::Dialogue
