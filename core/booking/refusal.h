// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// Why a wish was not granted, and what could be had instead. Not an error: the conversation goes on from it.
struct Refusal
{
    enum class Reason {
        Taken, ///< something is in the way
        OutsideHours,
        Past, ///< more than the tolerance ago
        TooSoon, ///< minimum notice
        TooFar, ///< horizon
        TooShort,
        TooLong,
        DayFull,
        NotBookable ///< a calendar cannot be read; nobody can say what is free
    };
    Reason reason = Reason::Taken;
    QList<Interval> alternatives; ///< nearest free slots of the length asked for, in time order, at most 6
    QList<Interval> conflicts; ///< busy times in the way; titles are only for the host, from Calendar::list
};
[[nodiscard]] QString reasonName(Refusal::Reason reason); ///< "taken", "outside_hours", …

} // namespace ChatCal
