// SPDX-License-Identifier: Apache-2.0
#include "core/booking/bookingservice_p.h"
#include "core/booking/logging.h"
#include "core/booking/slotfinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

/// How far around a wish alternatives are looked for, and how far when nothing is free there.
constexpr std::chrono::days daysBefore{7};
constexpr std::chrono::days daysAfter{14};
constexpr std::chrono::days daysAtMost{60};
constexpr int slotsLookedAt = 4000;

Interval shared(const Interval &left, const Interval &right)
{
    return {std::max(left.start, right.start), std::min(left.end, right.end)};
}

} // namespace

QCoro::Task<Result<QList<Interval>>> BookingService::Private::busy(Interval window, std::optional<Meeting> own,
                                                                   QList<Intent> unsettled, std::stop_token stop)
{
    const auto read = co_await guard(calendar.freeBusy(window, stop));
    if (!read)
        co_return tl::unexpected(read.error());
    QList<Interval> result = *read;
    if (own && own->when.overlaps(window)) {
        // Free/busy is merged: what else lies under the meeting's own time only the list of events can tell.
        const auto events = co_await guard(calendar.list(shared(own->when, window), stop));
        if (!events)
            co_return tl::unexpected(events.error());
        result = without(result, own->when);
        for (const Event &event : *events) {
            if (event.id != own->eventId() && event.transparency == Event::Transparency::Busy
                && event.status != Event::Status::Cancelled)
                result.append(event.when);
        }
    }
    for (const Intent &intent : std::as_const(unsettled)) {
        if (intent.kind != Intent::Kind::Cancel && (!own || intent.target.uid != own->uid))
            result.append(intent.target.when);
    }
    co_return merged(result);
}

QCoro::Task<Result<std::optional<Obstacle>>> BookingService::Private::obstacle(Interval when, Bound bound,
                                                                               std::optional<Meeting> own,
                                                                               QList<Intent> unsettled,
                                                                               std::stop_token stop)
{
    const Interval needed = neededTime(options.policy, when, bound);
    const auto read = co_await guard(busy(needed, own, unsettled, stop));
    if (!read) {
        if (read.error().code == ErrorCode::Cancelled)
            co_return tl::unexpected(read.error());
        // One that lies in the store fails with it, which passes.
        const auto there = co_await guard(store.ping());
        if (!there)
            co_return storeFailure(there.error());
        qCWarning(lcBooking) << "a calendar cannot be read, so nothing can be booked in it:"
                             << errorName(read.error().code);
        co_return Obstacle{Refusal::Reason::NotBookable, {}};
    }
    const auto conflicts = overlapping(*read, needed);
    if (!conflicts.isEmpty())
        co_return Obstacle{Refusal::Reason::Taken, conflicts};
    if (bound == Bound::Guest && options.policy.mostPerDay) {
        const LocalDate day = options.host.zone.toLocalDate(when.start);
        const Interval wholeDay{options.host.zone.toInstant(day), options.host.zone.toInstant(day + date::days(1))};
        const auto starts = co_await guard(meetings.startsWithin(wholeDay, own ? own->uid : QString()));
        if (!starts)
            co_return storeFailure(starts.error());
        if (starts->size() >= *options.policy.mostPerDay)
            co_return Obstacle{Refusal::Reason::DayFull, {}};
    }
    co_return std::optional<Obstacle>();
}

QCoro::Task<Result<QList<Interval>>> BookingService::Private::slotsWithin(Interval window, std::chrono::minutes length,
                                                                          int limit, std::optional<Meeting> own,
                                                                          std::stop_token stop)
{
    const BookingPolicy policy = options.policy;
    const Zone hostZone = options.host.zone;
    const Instant now = clock.now();
    const Interval bookable{std::max(window.start, now), std::min(window.end, now + policy.horizon + length)};
    if (bookable.isEmpty() || limit <= 0 || length < policy.shortest || length > policy.longest)
        co_return QList<Interval>();
    const auto unsettled = co_await guard(meetings.intents());
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    const Interval around{bookable.start - policy.bufferBefore, bookable.end + policy.bufferAfter};
    const auto taken = co_await guard(busy(around, own, *unsettled, stop));
    if (!taken)
        co_return tl::unexpected(taken.error());
    SlotFinder finder(policy, hostZone, now);
    if (policy.mostPerDay) {
        const Interval wholeDays{SlotFinder::dayOf(bookable.start, hostZone), bookable.end + std::chrono::days(1)};
        const auto starts = co_await guard(meetings.startsWithin(wholeDays, own ? own->uid : QString()));
        if (!starts)
            co_return storeFailure(starts.error());
        QMap<Instant, int> perDay;
        for (const Instant start : *starts)
            ++perDay[SlotFinder::dayOf(start, hostZone)];
        finder.setMeetingsPerDay(perDay);
    }
    co_return finder.find(bookable, *taken, length, limit);
}

QCoro::Task<Result<Refusal>> BookingService::Private::refusal(Obstacle obstacle, Interval wish,
                                                              std::optional<Meeting> own, std::stop_token stop)
{
    Refusal refusal{obstacle.reason, {}, obstacle.conflicts};
    if (refusal.reason == Refusal::Reason::NotBookable)
        co_return refusal;
    const auto length = wish.length();
    const Instant now = clock.now();
    // What lies outside the bookable time is answered with what lies nearest inside it.
    const Instant around = std::clamp(wish.start, now, now + options.policy.horizon);
    auto slots =
        co_await guard(slotsWithin({around - daysBefore, around + daysAfter}, length, slotsLookedAt, own, stop));
    if (slots && slots->isEmpty())
        slots = co_await guard(slotsWithin({now, now + daysAtMost}, length, slotsLookedAt, own, stop));
    if (!slots) {
        if (slots.error().code == ErrorCode::Cancelled)
            co_return tl::unexpected(slots.error());
        co_return refusal; // the refusal stands; there is just nothing to offer
    }
    refusal.alternatives = SlotFinder(options.policy, options.host.zone, now).nearest(*slots, around);
    co_return refusal;
}

} // namespace ChatCal
