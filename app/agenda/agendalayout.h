// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/zone.h"

#include <QList>

namespace ChatCal {

/// From one wall-clock time to another, in a zone known from around.
struct WallSpan
{
    LocalTime start;
    LocalTime end;

    [[nodiscard]] std::chrono::minutes length() const { return std::chrono::floor<std::chrono::minutes>(end - start); }
    bool operator==(const WallSpan &) const = default;
};

/// Minutes since midnight: 0 to 1439.
[[nodiscard]] inline int minuteOf(LocalTime time)
{
    return static_cast<int>(timeOf(time).count());
}

/// Where one item stands within one day's column.
struct AgendaBlock
{
    qsizetype item = 0; ///< index into the spans given
    int day = 0; ///< 0 is the first day shown
    int startMinute = 0; ///< wall clock within the day
    int endMinute = 0; ///< at most 1440, after startMinute
    int lane = 0; ///< overlapping items stand side by side: lane of lanes
    int lanes = 1;
};

/// Where one item lies across days, as a bar of one row.
struct AgendaBar
{
    qsizetype item = 0; ///< index into the spans given
    int day = 0; ///< the first it covers among those shown
    int days = 1;
    int row = 0;
    bool isCutBefore = false; ///< it began on an earlier day
    bool isCutAfter = false;
};

struct AgendaBars
{
    QList<AgendaBar> bars; ///< by row's turn; those beyond the last row are only counted
    QList<int> rows; ///< per day: rows in use or needed
    QList<int> counts; ///< per day: items
};

/// More rows than this are never shown, whatever the size of the window.
constexpr int agendaRowLimit = 60;

/// Lays the items @p which of @p spans out over @p days days from @p first. An item that crosses midnight gives a block
/// in each day. Pure; blocks by day, then start.
[[nodiscard]] QList<AgendaBlock> layOut(const QList<WallSpan> &spans, const QList<qsizetype> &which, LocalDate first,
                                        int days);

/// Lays the items @p which as bars over at most a week from @p first: the longest first, each in the topmost row that
/// is free on all its days. Pure.
[[nodiscard]] AgendaBars layOutBars(const QList<WallSpan> &spans, const QList<qsizetype> &which, LocalDate first,
                                    int days);

/// Whether a bar is shown where only @p rows rows fit: the last of them says how many more there are on days that have
/// more.
[[nodiscard]] bool isShown(const AgendaBars &all, const AgendaBar &bar, int rows);
/// Per day: how many items are not shown then.
[[nodiscard]] QList<int> hiddenCounts(const AgendaBars &all, int rows);

} // namespace ChatCal
