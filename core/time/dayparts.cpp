// SPDX-License-Identifier: Apache-2.0
#include "core/time/dayparts.h"

#include <algorithm>
#include <array>

namespace ChatCal::WhenGrammar {

using Half = ClockTime::Half;

namespace {

// By the codes of the words file; chosen to lie inside what people mean by the words.
constexpr std::array partHours{
    PartHours{8 * 60, 12 * 60}, // morning
    PartHours{12 * 60, 18 * 60}, // afternoon
    PartHours{17 * 60, 22 * 60}, // evening
    PartHours{18 * 60, 24 * 60}, // night
    PartHours{12 * 60, 14 * 60}, // lunch
    PartHours{6 * 60, 9 * 60}, // early morning
    PartHours{10 * 60, 12 * 60}, // late morning
    PartHours{12 * 60, 14 * 60}, // early afternoon
    PartHours{15 * 60, 18 * 60}, // late afternoon
    PartHours{17 * 60, 19 * 60}, // early evening
    PartHours{20 * 60, 23 * 60}, // late evening
    PartHours{9 * 60, 11 * 60}, // middle of the morning
    PartHours{14 * 60, 16 * 60}, // middle of the afternoon
    PartHours{8 * 60, 10 * 60}, // first thing
    PartHours{16 * 60, 17 * 60}, // end of the day
    PartHours{9 * 60, 17 * 60}, // the working day
};

} // namespace

PartHours hoursOf(int part)
{
    return partHours[static_cast<std::size_t>(std::clamp(part, 0, static_cast<int>(partHours.size()) - 1))];
}

Half halfIn(int part, const ClockTime &clock)
{
    if (clock.half != Half::Unsaid)
        return clock.half;
    const int hour = clock.hour;
    switch (part) {
    case 0:
    case 5:
    case 6:
    case 11:
        return Half::Am;
    case 3:
    case 10:
        return hour == 12 || hour < 5 ? Half::Am : Half::Pm;
    case 4:
        return hour == 11 || hour == 10 ? Half::Am : Half::Pm;
    case 13:
    case 15:
        return clock.likelyHalf();
    default:
        return Half::Pm;
    }
}

} // namespace ChatCal::WhenGrammar
