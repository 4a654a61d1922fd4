// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendalayout.h"

#include <algorithm>

namespace ChatCal {

namespace {

constexpr int minutesPerDay = 1440;

int minuteOf(LocalTime local, LocalDate day)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - LocalTime(day)).count();
    return static_cast<int>(std::clamp<decltype(minutes)>(minutes, 0, minutesPerDay));
}

/// Gives each block of one day its lane: items that overlap, directly or through others, share the width.
void assignLanes(QList<AgendaBlock> &blocks, qsizetype from)
{
    qsizetype groupStart = from;
    int groupEnd = 0;
    QList<int> laneEnds;
    const auto closeGroup = [&](qsizetype to) {
        for (qsizetype i = groupStart; i < to; ++i)
            blocks[i].lanes = static_cast<int>(std::max<qsizetype>(laneEnds.size(), 1));
        laneEnds.clear();
        groupStart = to;
    };
    for (qsizetype i = from; i < blocks.size(); ++i) {
        AgendaBlock &block = blocks[i];
        if (block.startMinute >= groupEnd)
            closeGroup(i);
        const auto lane =
            std::find_if(laneEnds.begin(), laneEnds.end(), [&](int end) { return end <= block.startMinute; });
        block.lane = static_cast<int>(lane - laneEnds.begin());
        if (lane == laneEnds.end())
            laneEnds.append(block.endMinute);
        else
            *lane = block.endMinute;
        groupEnd = std::max(groupEnd, block.endMinute);
    }
    closeGroup(blocks.size());
}

} // namespace

QList<AgendaBlock> layOut(const QList<Interval> &intervals, LocalDate first, int days, const Zone &zone)
{
    QList<AgendaBlock> blocks;
    for (int day = 0; day < days; ++day) {
        const LocalDate date = first + date::days(day);
        const qsizetype from = blocks.size();
        for (qsizetype i = 0; i < intervals.size(); ++i) {
            const LocalTime start = zone.toLocal(intervals[i].start);
            const LocalTime end = zone.toLocal(intervals[i].end);
            if (start >= LocalTime(date + date::days(1)) || end <= LocalTime(date))
                continue;
            AgendaBlock block{i, day, minuteOf(start, date), minuteOf(end, date), 0, 1};
            // Too short to be seen or clicked otherwise; also where the clock went back meanwhile.
            block.endMinute = std::min(std::max(block.endMinute, block.startMinute + 15), minutesPerDay);
            blocks.append(block);
        }
        std::stable_sort(blocks.begin() + from, blocks.end(), [](const AgendaBlock &a, const AgendaBlock &b) {
            return a.startMinute != b.startMinute ? a.startMinute < b.startMinute : a.endMinute > b.endMinute;
        });
        assignLanes(blocks, from);
    }
    return blocks;
}

} // namespace ChatCal
