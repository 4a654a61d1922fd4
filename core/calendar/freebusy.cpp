// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/freebusy.h"

#include <algorithm>

namespace ChatCal {

bool blocksTime(const Event &event)
{
    return event.transparency == Event::Transparency::Busy && event.status != Event::Status::Cancelled;
}

bool isWithin(const Interval &span, const Interval &window)
{
    if (span.isEmpty())
        return window.start <= span.start && span.start < window.end;
    return span.overlaps(window);
}

QList<Interval> mergeBusy(QList<Interval> busy, const Interval &window)
{
    std::sort(busy.begin(), busy.end(), [](const Interval &a, const Interval &b) { return a.start < b.start; });
    QList<Interval> merged;
    for (const Interval &span : std::as_const(busy)) {
        const Interval clipped{std::max(span.start, window.start), std::min(span.end, window.end)};
        if (clipped.isEmpty())
            continue;
        if (!merged.isEmpty() && clipped.start <= merged.last().end)
            merged.last().end = std::max(merged.last().end, clipped.end);
        else
            merged.append(clipped);
    }
    return merged;
}

QList<Interval> freeWithin(const QList<Interval> &busy, const Interval &window)
{
    QList<Interval> gaps;
    Instant from = window.start;
    for (const Interval &span : busy) {
        if (from < span.start)
            gaps.append({from, std::min(span.start, window.end)});
        from = std::max(from, span.end);
    }
    if (from < window.end)
        gaps.append({from, window.end});
    return gaps;
}

} // namespace ChatCal
