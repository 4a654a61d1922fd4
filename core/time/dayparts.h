// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/grammar.h"

namespace ChatCal::WhenGrammar {

/// Minutes from the start of the day.
struct PartHours
{
    int from;
    int to;
};

/// The hours of a part of the day, by its code in the words file.
[[nodiscard]] PartHours hoursOf(int part);
/// The half of the day in which @p clock lies in that part: "evening at 8" is 20:00.
[[nodiscard]] ClockTime::Half halfIn(int part, const ClockTime &clock);

} // namespace ChatCal::WhenGrammar
