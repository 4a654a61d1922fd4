// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QList>

namespace ChatCal {

/// Where one item stands within one day's column.
struct AgendaBlock
{
    qsizetype item = 0; ///< index into the intervals given
    int day = 0; ///< 0 is the first day shown
    int startMinute = 0; ///< wall clock within the day
    int endMinute = 0; ///< at most 1440, after startMinute
    int lane = 0; ///< overlapping items stand side by side: lane of lanes
    int lanes = 1;
};

/// Lays @p intervals out over @p days days from @p first, by the wall clock of @p zone. An item that crosses midnight
/// gives a block in each day. Pure; blocks by day, then start.
[[nodiscard]] QList<AgendaBlock> layOut(const QList<Interval> &intervals, LocalDate first, int days, const Zone &zone);

} // namespace ChatCal
