// SPDX-License-Identifier: Apache-2.0
#include "core/booking/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

QString reasonName(Refusal::Reason reason)
{
    using enum Refusal::Reason;
    switch (reason) {
    case Taken:
        return u"taken"_s;
    case OutsideHours:
        return u"outside_hours"_s;
    case Past:
        return u"past"_s;
    case TooSoon:
        return u"too_soon"_s;
    case TooFar:
        return u"too_far"_s;
    case TooShort:
        return u"too_short"_s;
    case TooLong:
        return u"too_long"_s;
    case DayFull:
        return u"day_full"_s;
    case NotBookable:
        return u"not_bookable"_s;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<Refusal::Reason> brokenRule(const BookingPolicy &policy, const Interval &when, Bound bound, Instant now,
                                          const Zone &hostZone)
{
    using enum Refusal::Reason;
    if (when.isEmpty() || when.length() < policy.shortest)
        return TooShort;
    if (when.end - when.start > policy.longest)
        return TooLong;
    if (when.start < now - policy.pastTolerance)
        return Past;
    if (bound == Bound::Host)
        return std::nullopt;
    // Without a notice the tolerance stands: "now" said some minutes late is still now.
    if (policy.minimumNotice.count() > 0 && when.start < now + policy.minimumNotice)
        return TooSoon;
    if (when.start > now + policy.horizon)
        return TooFar;
    // Merged, so that a meeting over midnight fits a host who works around the clock.
    const auto stretches = merged(policy.hours.within(when, hostZone));
    if (std::ranges::none_of(stretches, [&when](const Interval &stretch) { return stretch.contains(when); }))
        return OutsideHours;
    return std::nullopt;
}

Interval neededTime(const BookingPolicy &policy, const Interval &when, Bound bound)
{
    if (bound == Bound::Host)
        return when;
    return {when.start - policy.bufferBefore, when.end + policy.bufferAfter};
}

QList<Interval> overlapping(const QList<Interval> &busy, const Interval &needed)
{
    QList<Interval> inTheWay;
    std::ranges::copy_if(busy, std::back_inserter(inTheWay),
                         [&needed](const Interval &one) { return one.overlaps(needed); });
    return inTheWay;
}

QList<Interval> merged(QList<Interval> intervals)
{
    std::ranges::sort(intervals, {}, &Interval::start);
    QList<Interval> result;
    for (const Interval &next : std::as_const(intervals)) {
        if (next.isEmpty())
            continue;
        if (!result.isEmpty() && next.start <= result.last().end)
            result.last().end = std::max(result.last().end, next.end);
        else
            result.append(next);
    }
    return result;
}

QList<Interval> without(const QList<Interval> &intervals, const Interval &hole)
{
    QList<Interval> rest;
    for (const Interval &one : intervals) {
        if (!one.overlaps(hole)) {
            rest.append(one);
            continue;
        }
        if (one.start < hole.start)
            rest.append({one.start, hole.start});
        if (hole.end < one.end)
            rest.append({hole.end, one.end});
    }
    return rest;
}

} // namespace ChatCal
