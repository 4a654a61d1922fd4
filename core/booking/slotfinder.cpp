// SPDX-License-Identifier: Apache-2.0
#include "core/booking/slotfinder.h"

#include "core/booking/rules.h"

#include <QSet>

#include <algorithm>

using std::chrono::minutes;

namespace ChatCal {
namespace {

constexpr int mostOfTheSameDay = 4;

/// The starts the policy's step allows on @p day, in order. A time the clock skips is none.
QList<Instant> startsOn(LocalDate day, minutes step, const Zone &zone)
{
    QList<Instant> starts;
    const Instant midnight = zone.toInstant(day);
    // Most days have 24 hours; only the others need to ask the zone about every step.
    const bool plain = zone.toInstant(day + date::days(1)) - midnight == std::chrono::hours(24);
    for (minutes time(0); time < minutes(1440); time += step) {
        if (plain) {
            starts.append(midnight + time);
            continue;
        }
        const LocalResolution resolution = zone.resolve(day + time);
        if (resolution.kind != LocalResolution::Kind::Gap)
            starts.append(resolution.instant);
    }
    return starts;
}

/// The one of @p sorted (disjoint, by start) that could hold or meet @p instant: the last that starts at or before it.
QList<Interval>::const_iterator lastStartingBy(const QList<Interval> &sorted, Instant instant)
{
    const auto after = std::ranges::upper_bound(sorted, instant, {}, &Interval::start);
    return after == sorted.begin() ? sorted.end() : std::prev(after);
}

bool isInside(const QList<Interval> &sorted, const Interval &slot)
{
    const auto candidate = lastStartingBy(sorted, slot.start);
    return candidate != sorted.end() && candidate->contains(slot);
}

bool meets(const QList<Interval> &sorted, const Interval &slot)
{
    const auto candidate = std::ranges::upper_bound(sorted, slot.start, {}, &Interval::end);
    return candidate != sorted.end() && candidate->overlaps(slot);
}

} // namespace

SlotFinder::SlotFinder(BookingPolicy policy, Zone hostZone, Instant now)
    : m_policy(std::move(policy)), m_hostZone(std::move(hostZone)), m_now(now)
{
}

Instant SlotFinder::dayOf(Instant instant, const Zone &hostZone)
{
    return hostZone.toInstant(hostZone.toLocalDate(instant));
}

bool SlotFinder::isFull(Instant day) const
{
    return m_policy.mostPerDay && m_meetings.value(day, 0) >= *m_policy.mostPerDay;
}

QList<Interval> SlotFinder::find(const Interval &window, const QList<Interval> &busy, minutes length, int limit) const
{
    QList<Interval> found;
    const Interval bookable{std::max(window.start, m_now + m_policy.minimumNotice),
                            std::min(window.end, m_now + m_policy.horizon + length)};
    if (bookable.isEmpty() || length < m_policy.shortest || length > m_policy.longest)
        return found;
    const QList<Interval> stretches = merged(m_policy.hours.within(bookable, m_hostZone));
    const QList<Interval> taken = merged(busy);
    const minutes step = std::clamp(m_policy.step, minutes(1), minutes(1440));

    QSet<qint64> seen; // a stretch per day, several per day or one over midnight: look at each day once
    for (const Interval &stretch : stretches) {
        const LocalDate last = m_hostZone.toLocalDate(std::min(stretch.end, bookable.end));
        LocalDate day = m_hostZone.toLocalDate(std::max(stretch.start, bookable.start));
        for (; day <= last; day += date::days(1)) {
            const qint64 number = day.time_since_epoch().count();
            if (seen.contains(number))
                continue;
            seen.insert(number);
            if (isFull(m_hostZone.toInstant(day)))
                continue;
            for (const Instant start : startsOn(day, step, m_hostZone)) {
                const Interval slot{start, start + length};
                if (!bookable.contains(slot) || !isInside(stretches, slot)
                    || meets(taken, neededTime(m_policy, slot, Bound::Guest)))
                    continue;
                if (found.size() >= limit)
                    return found;
                found.append(slot);
            }
        }
    }
    return found;
}

QList<Interval> SlotFinder::nearest(const QList<Interval> &slots, Instant wish, int most) const
{
    const LocalDate wishedDay = m_hostZone.toLocalDate(wish);
    const auto timeOfDay = m_hostZone.toLocal(wish) - wishedDay;
    const auto distance = [wish](const Interval &slot) {
        return slot.start < wish ? wish - slot.start : slot.start - wish;
    };
    const auto strangeness = [&](const Interval &slot) { // how far from the wished time of day
        const auto local = m_hostZone.toLocal(slot.start);
        return std::chrono::abs(local - date::floor<date::days>(local) - timeOfDay);
    };

    QList<Interval> before; // of the same day, nearest first
    QList<Interval> after;
    QMap<qint64, Interval> bestOfDay; // of the other days, the slot nearest to the wished hour
    for (const Interval &slot : slots) {
        const LocalDate day = m_hostZone.toLocalDate(slot.start);
        if (day == wishedDay) {
            if (slot.start < wish)
                before.prepend(slot);
            else
                after.append(slot);
            continue;
        }
        const qint64 number = (day - wishedDay).count();
        const auto best = bestOfDay.constFind(number);
        if (best == bestOfDay.constEnd() || strangeness(slot) < strangeness(*best))
            bestOfDay.insert(number, slot);
    }

    QList<Interval> chosen;
    const auto take = [&chosen, most](QList<Interval> &from) {
        if (!from.isEmpty() && chosen.size() < most)
            chosen.append(from.takeFirst());
    };
    while (chosen.size() < std::min(most, mostOfTheSameDay) && !(before.isEmpty() && after.isEmpty())) {
        take(after);
        if (chosen.size() < mostOfTheSameDay)
            take(before);
    }

    QList<qint64> days = bestOfDay.keys();
    std::ranges::stable_sort(days, [](qint64 left, qint64 right) {
        return std::pair(std::abs(left), left < 0) < std::pair(std::abs(right), right < 0);
    });
    for (const qint64 day : std::as_const(days)) {
        if (chosen.size() >= most)
            break;
        chosen.append(bestOfDay.value(day));
    }

    // Too few days around it: more of what is near.
    QList<Interval> rest;
    std::ranges::copy_if(slots, std::back_inserter(rest), [&](const Interval &slot) { return !chosen.contains(slot); });
    std::ranges::stable_sort(rest, {}, distance);
    for (const Interval &slot : std::as_const(rest)) {
        if (chosen.size() >= most)
            break;
        chosen.append(slot);
    }
    std::ranges::sort(chosen, {}, &Interval::start);
    return chosen;
}

} // namespace ChatCal
