// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendalayout.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace ChatCal {

namespace {

constexpr int minutesPerDay = 1440;

int minuteOf(LocalTime local, LocalDate day)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - LocalTime(day)).count();
    return static_cast<int>(std::clamp<decltype(minutes)>(minutes, 0, minutesPerDay));
}

/// The days an item touches, counted from @p first; the second is past the last. Empty items touch their own day.
std::pair<int, int> daysOf(const WallSpan &span, LocalDate first)
{
    const auto from = (dayOf(span.start) - first).count();
    const auto to = (dayOf(span.end) - first).count() + (timeOf(span.end).count() > 0 ? 1 : 0);
    return {static_cast<int>(from), static_cast<int>(std::max(to, from + 1))};
}

/// Gives each block of one day its lane: items that overlap, directly or through others, share the width.
void assignLanes(QList<AgendaBlock> &blocks, qsizetype from, qsizetype to)
{
    qsizetype groupStart = from;
    int groupEnd = 0;
    QList<int> laneEnds;
    const auto closeGroup = [&](qsizetype end) {
        for (qsizetype i = groupStart; i < end; ++i)
            blocks[i].lanes = static_cast<int>(std::max<qsizetype>(laneEnds.size(), 1));
        laneEnds.clear();
        groupStart = end;
    };
    for (qsizetype i = from; i < to; ++i) {
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
    closeGroup(to);
}

} // namespace

QList<AgendaBlock> layOut(const QList<WallSpan> &spans, const QList<qsizetype> &which, LocalDate first, int days)
{
    QList<AgendaBlock> blocks;
    blocks.reserve(which.size());
    for (const qsizetype index : which) {
        const WallSpan &span = spans[index];
        const auto [from, to] = daysOf(span, first);
        for (int day = std::max(from, 0); day < std::min(to, days); ++day) {
            const LocalDate date = first + date::days(day);
            AgendaBlock block{index, day, minuteOf(span.start, date), minuteOf(span.end, date), 0, 1};
            // Too short to be seen or clicked otherwise; also where the clock went back meanwhile.
            block.endMinute = std::min(std::max(block.endMinute, block.startMinute + 15), minutesPerDay);
            blocks.append(block);
        }
    }
    std::sort(blocks.begin(), blocks.end(), [](const AgendaBlock &a, const AgendaBlock &b) {
        return std::tie(a.day, a.startMinute, b.endMinute, a.item)
            < std::tie(b.day, b.startMinute, a.endMinute, b.item);
    });
    for (qsizetype from = 0; from < blocks.size();) {
        qsizetype to = from;
        while (to < blocks.size() && blocks[to].day == blocks[from].day)
            ++to;
        assignLanes(blocks, from, to);
        from = to;
    }
    return blocks;
}

AgendaBars layOutBars(const QList<WallSpan> &spans, const QList<qsizetype> &which, LocalDate first, int days)
{
    AgendaBars result;
    result.rows.fill(0, days);
    result.counts.fill(0, days);
    QList<AgendaBar> bars;
    bars.reserve(which.size());
    for (const qsizetype index : which) {
        const auto [from, to] = daysOf(spans[index], first);
        const int begin = std::max(from, 0);
        const int end = std::min(to, days);
        if (begin < end)
            bars.append({index, begin, end - begin, 0, from<begin, to> end});
    }
    std::sort(bars.begin(), bars.end(), [&spans](const AgendaBar &a, const AgendaBar &b) {
        return std::tie(b.days, a.day, spans[a.item].start, a.item)
            < std::tie(a.days, b.day, spans[b.item].start, b.item);
    });
    QList<quint64> taken(days, 0); // a bit per row
    for (AgendaBar &bar : bars) {
        quint64 used = 0;
        for (int day = bar.day; day < bar.day + bar.days; ++day) {
            used |= taken[day];
            ++result.counts[day];
        }
        bar.row = std::countr_one(used);
        const bool isShown = bar.row < agendaRowLimit;
        for (int day = bar.day; day < bar.day + bar.days; ++day) {
            result.rows[day] = std::max(result.rows[day], std::min(bar.row, agendaRowLimit) + 1);
            if (isShown)
                taken[day] |= quint64(1) << bar.row;
        }
        if (isShown)
            result.bars.append(bar);
    }
    return result;
}

bool isShown(const AgendaBars &all, const AgendaBar &bar, int rows)
{
    if (bar.row < rows - 1)
        return true;
    const auto fits = [&](int needed) { return needed <= rows; };
    const auto from = all.rows.begin() + bar.day;
    return bar.row == rows - 1 && std::all_of(from, from + bar.days, fits);
}

QList<int> hiddenCounts(const AgendaBars &all, int rows)
{
    QList<int> hidden = all.counts;
    for (const AgendaBar &bar : all.bars) {
        if (!isShown(all, bar, rows))
            continue;
        for (int day = bar.day; day < bar.day + bar.days; ++day)
            --hidden[day];
    }
    return hidden;
}

} // namespace ChatCal
