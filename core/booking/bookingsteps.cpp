// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"
#include "core/booking/bookingservice_p.h"

#include <QDeadlineTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

/// How long somebody waits for those before him.
constexpr auto patience = 5s;
/// How long somebody waits before looking whether it is still worth it.
constexpr auto lookAgain = 60ms;

Bound boundOf(const Actor &actor)
{
    return actor.isHost() ? Bound::Host : Bound::Guest;
}

Result<BookingOutcome> granted(const Meeting &meeting)
{
    return BookingOutcome(meeting);
}

tl::unexpected<Error> moved()
{
    return failure(ErrorCode::Conflict, u"the meeting has moved on since it was read"_s);
}

Meeting meetingFrom(const BookingRequest &request, const Actor &actor, const BookingService::Options &options,
                    const QString &uid, Instant now)
{
    Meeting meeting;
    meeting.uid = uid;
    meeting.hostId = options.host.id;
    meeting.title = request.title.isEmpty() ? UntrustedText(u"Meeting"_s) : request.title;
    meeting.description = request.description;
    meeting.location = request.location;
    const Instant start = std::chrono::floor<std::chrono::minutes>(request.start);
    meeting.when = {start, start + request.length};
    meeting.zone = options.host.zone;
    meeting.guestZone = request.guestZone;
    meeting.guestLanguage = request.guestLanguage;
    meeting.status = MeetingStatus::Confirmed;
    meeting.how = request.how;
    meeting.meetingType = request.meetingType;
    meeting.attendees = request.attendees;
    if (request.how == MeetingHow::Video && !options.conferenceUrlTemplate.isEmpty())
        meeting.conferenceUrl = QString(options.conferenceUrlTemplate).replace(u"{id}"_s, randomToken(12));
    meeting.bookedBy = actor.isHost() ? bookedByHost : actor.id;
    meeting.createdAt = now;
    meeting.updatedAt = now;
    return meeting;
}

/// @p meeting as @p change wants it; equal to it but for nothing when there is nothing to do.
Meeting changed(const Meeting &meeting, const ChangeRequest &change)
{
    Meeting target = meeting;
    const auto length = change.length.value_or(meeting.when.length());
    const Instant start = change.start ? std::chrono::floor<std::chrono::minutes>(*change.start) : meeting.when.start;
    target.when = {start, start + length};
    if (change.title && !change.title->isEmpty())
        target.title = *change.title;
    if (change.attendees)
        target.attendees = *change.attendees;
    return target;
}

/// Whether something that was begun with the meeting of @p uid waits for its end.
bool isHeldBack(const QList<Intent> &unsettled, const QString &uid)
{
    return std::ranges::any_of(unsettled, [&uid](const Intent &intent) { return intent.target.uid == uid; });
}

} // namespace

QCoro::Task<Result<BookingOutcome>> BookingService::Private::book(BookingRequest request, Actor actor,
                                                                  std::stop_token stop)
{
    if (!actor.isHost() && (actor.id.isEmpty() || actor.id == bookedByHost))
        co_return failure(ErrorCode::Unauthorized, u"a guest without a session cannot book"_s);
    const QString onceKey = request.idempotencyKey.isEmpty()
        ? QString()
        : MeetingRepository::onceKey((actor.isHost() ? u"host:"_s : u"guest:"_s) + actor.id, request.idempotencyKey);
    if (!onceKey.isEmpty()) {
        const auto earlier = co_await guard(bookedEarlier(onceKey));
        if (!earlier)
            co_return tl::unexpected(earlier.error());
        if (*earlier)
            co_return granted(**earlier);
    }

    // Step 1: policy, as far as it needs no calendar.
    Intent intent{Intent::Kind::Book, meetingFrom(request, actor, options, calendar.newUid(), clock.now()), onceKey};
    const Interval when = intent.target.when;
    const auto broken = brokenRule(options.policy, when, boundOf(actor), clock.now(), options.host.zone);
    if (broken)
        co_return co_await refused(Obstacle{*broken, {}}, when, {}, stop);

    // Step 2: from here to the end nobody else books this host.
    const auto entry = co_await guard(lockUnlessTaken(intent, boundOf(actor), stop));
    if (!entry)
        co_return tl::unexpected(entry.error());
    if (std::holds_alternative<Obstacle>(*entry))
        co_return co_await refused(std::get<Obstacle>(*entry), when, {}, stop);
    const std::optional<Lease> lease = std::get<Lease>(*entry);
    const auto done = co_await guard(bookLocked(intent, boundOf(actor), *lease, stop));
    if (done && std::holds_alternative<Meeting>(*done))
        co_return granted(std::get<Meeting>(*done)); // the lease went back with the last batch
    co_await unlock(*lease);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return co_await refused(std::get<Obstacle>(*done), when, {}, stop);
}

QCoro::Task<Result<BookingOutcome>> BookingService::Private::refused(Obstacle obstacle, Interval wish,
                                                                     std::optional<Meeting> own, std::stop_token stop)
{
    const auto refusal = co_await guard(this->refusal(obstacle, wish, own, stop));
    if (!refusal)
        co_return tl::unexpected(refusal.error());
    co_return BookingOutcome(*refusal);
}

QCoro::Task<Result<std::variant<Lease, Obstacle>>> BookingService::Private::lockUnlessTaken(Intent intent, Bound bound,
                                                                                            std::stop_token stop)
{
    using Entry = std::variant<Lease, Obstacle>;
    const QDeadlineTimer deadline(patience);
    for (;;) {
        // A crowd that wants what somebody got meanwhile need not stand in line to the end to hear so.
        const auto taken = co_await guard(takenAlready(intent, bound, stop));
        if (!taken)
            co_return tl::unexpected(taken.error());
        if (*taken)
            co_return Entry(**taken);
        const auto lease = co_await guard(tryLock(lookAgain));
        if (lease)
            co_return Entry(*lease);
        if (lease.error().code != ErrorCode::Conflict || deadline.hasExpired())
            co_return storeFailure(lease.error());
    }
}

QCoro::Task<Result<std::optional<Obstacle>>> BookingService::Private::takenAlready(Intent intent, Bound bound,
                                                                                   std::stop_token stop)
{
    const auto found = co_await guard(obstacle(intent.target.when, bound, std::nullopt, {}, stop));
    if (!found)
        co_return tl::unexpected(found.error());
    if (!*found)
        co_return std::optional<Obstacle>();
    // Whatever is under way may be this same wish, or be taken back: only the lease can tell.
    const auto unsettled = co_await guard(meetings.intents());
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    if (!unsettled->isEmpty())
        co_return std::optional<Obstacle>();
    if (!intent.onceKey.isEmpty()) {
        // Nothing is under way any more, so if the time was taken by this same wish, that is on record by now.
        const auto earlier = co_await guard(bookedEarlier(intent.onceKey));
        if (!earlier)
            co_return tl::unexpected(earlier.error());
        if (*earlier)
            co_return std::optional<Obstacle>();
    }
    co_return *found;
}

QCoro::Task<Result<std::optional<Meeting>>> BookingService::Private::bookedEarlier(QString onceKey)
{
    const auto uid = co_await guard(meetings.bookedOnce(onceKey));
    if (!uid)
        co_return storeFailure(uid.error());
    if (!*uid)
        co_return std::optional<Meeting>();
    const auto meeting = co_await guard(meetings.byUid(**uid));
    if (!meeting)
        co_return storeFailure(meeting.error());
    co_return *meeting;
}

QCoro::Task<Result<BookingService::Private::Performed>>
BookingService::Private::bookLocked(Intent intent, Bound bound, Lease lease, std::stop_token stop)
{
    const auto unsettled = co_await guard(settleAll(lease));
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    if (!intent.onceKey.isEmpty()) {
        // Once more: a repeat may have waited for the lease while the first one booked, or was just settled.
        const auto earlier = co_await guard(bookedEarlier(intent.onceKey));
        if (!earlier)
            co_return tl::unexpected(earlier.error());
        if (*earlier) {
            co_await unlock(lease);
            co_return Performed(**earlier);
        }
    }
    // Step 3: as it is now, not as it was when the slots were shown.
    const auto inTheWay = co_await guard(obstacle(intent.target.when, bound, {}, *unsettled, stop));
    if (!inTheWay)
        co_return tl::unexpected(inTheWay.error());
    if (*inTheWay)
        co_return Performed(**inTheWay);
    const auto id = co_await guard(meetings.freeId(intent.target.when, intent.target.zone, intent.target.uid));
    if (!id)
        co_return storeFailure(id.error());
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller has gone"_s);
    intent.target.id = id->id;
    intent.reservedId = id->isNew;
    const auto performed = co_await guard(perform(intent, {}, lease));
    co_return performed;
}

QCoro::Task<Result<BookingOutcome>> BookingService::Private::change(QString idOrUid, ChangeRequest change, Actor actor,
                                                                    std::stop_token stop)
{
    const auto known = co_await guard(locate(idOrUid, actor)); // before the lease: a stranger must not hold it
    if (!known)
        co_return tl::unexpected(known.error());
    const auto lease = co_await guard(lock(patience));
    if (!lease)
        co_return tl::unexpected(lease.error());
    const auto done = co_await guard(changeLocked(known->uid, change, actor, *lease, stop));
    if (done && std::holds_alternative<Meeting>(*done))
        co_return granted(std::get<Meeting>(*done));
    co_await unlock(*lease);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return co_await refused(std::get<Obstacle>(*done), ChatCal::changed(*known, change).when, *known, stop);
}

QCoro::Task<Result<BookingService::Private::Performed>>
BookingService::Private::changeLocked(QString uid, ChangeRequest change, Actor actor, Lease lease, std::stop_token stop)
{
    const auto unsettled = co_await guard(settleAll(lease));
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    const auto meeting = co_await guard(locate(uid, actor));
    if (!meeting)
        co_return tl::unexpected(meeting.error());
    if (meeting->status == MeetingStatus::Cancelled)
        co_return failure(ErrorCode::Conflict, u"the meeting is cancelled"_s);
    if (change.ifSequence && *change.ifSequence != meeting->sequence)
        co_return moved();
    if (isHeldBack(*unsettled, uid))
        co_return storeFailure({ErrorCode::Unavailable, u"an earlier change is not finished"_s, {}, {}});

    Intent intent;
    intent.kind = Intent::Kind::Change;
    intent.target = ChatCal::changed(*meeting, change);
    Meeting &target = intent.target;
    const bool isMove = target.when != meeting->when;
    if (!isMove && target.title == meeting->title && target.attendees == meeting->attendees) {
        co_await unlock(lease);
        co_return Performed(*meeting);
    }
    if (isMove) {
        const Bound bound = boundOf(actor);
        if (const auto broken = brokenRule(options.policy, target.when, bound, clock.now(), options.host.zone))
            co_return Performed(Obstacle{*broken, {}});
        const auto inTheWay = co_await guard(obstacle(target.when, bound, *meeting, *unsettled, stop));
        if (!inTheWay)
            co_return tl::unexpected(inTheWay.error());
        if (*inTheWay)
            co_return Performed(**inTheWay);
        const auto id = co_await guard(meetings.freeId(target.when, target.zone, target.uid));
        if (!id)
            co_return storeFailure(id.error());
        target.id = id->id;
        intent.reservedId = id->isNew;
    }
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller has gone"_s);
    ++target.sequence;
    target.updatedAt = clock.now();
    const auto performed = co_await guard(perform(intent, *meeting, lease));
    co_return performed;
}

QCoro::Task<Result<Meeting>> BookingService::Private::cancel(QString idOrUid, std::optional<int> ifSequence,
                                                             Actor actor, UntrustedText reason)
{
    const auto known = co_await guard(locate(idOrUid, actor));
    if (!known || known->status == MeetingStatus::Cancelled)
        co_return known;
    const auto lease = co_await guard(lock(patience));
    if (!lease)
        co_return tl::unexpected(lease.error());
    const auto done = co_await guard(cancelLocked(known->uid, ifSequence, actor, reason, *lease));
    if (done && std::holds_alternative<Meeting>(*done))
        co_return std::get<Meeting>(*done);
    co_await unlock(*lease);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return storeFailure({ErrorCode::Unavailable, u"the calendar did not take the cancellation"_s, {}, {}});
}

QCoro::Task<Result<BookingService::Private::Performed>>
BookingService::Private::cancelLocked(QString uid, std::optional<int> ifSequence, Actor actor, UntrustedText reason,
                                      Lease lease)
{
    const auto unsettled = co_await guard(settleAll(lease));
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    const auto meeting = co_await guard(locate(uid, actor));
    if (!meeting)
        co_return tl::unexpected(meeting.error());
    if (meeting->status == MeetingStatus::Cancelled) {
        co_await unlock(lease);
        co_return Performed(*meeting);
    }
    if (ifSequence && *ifSequence != meeting->sequence)
        co_return moved();
    if (isHeldBack(*unsettled, uid))
        co_return storeFailure({ErrorCode::Unavailable, u"an earlier change is not finished"_s, {}, {}});
    Intent intent;
    intent.kind = Intent::Kind::Cancel;
    intent.target = *meeting;
    intent.target.status = MeetingStatus::Cancelled;
    intent.target.cancelReason = reason;
    ++intent.target.sequence;
    intent.target.updatedAt = clock.now();
    const auto performed = co_await guard(perform(intent, *meeting, lease));
    co_return performed;
}

QCoro::Task<Result<Meeting>> BookingService::Private::follow(QString uid, int ifSequence, Interval when)
{
    if (when.length() < 1min)
        co_return failure(ErrorCode::InvalidInput, u"a meeting lasts a minute at least"_s);
    const auto lease = co_await guard(lock(patience));
    if (!lease)
        co_return tl::unexpected(lease.error());
    const auto done = co_await guard(followLocked(uid, ifSequence, when, *lease));
    if (done && std::holds_alternative<Meeting>(*done))
        co_return std::get<Meeting>(*done);
    co_await unlock(*lease);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return storeFailure({ErrorCode::Unavailable, u"the calendar did not take the move"_s, {}, {}});
}

QCoro::Task<Result<BookingService::Private::Performed>>
BookingService::Private::followLocked(QString uid, int ifSequence, Interval when, Lease lease)
{
    const auto unsettled = co_await guard(settleAll(lease));
    if (!unsettled)
        co_return storeFailure(unsettled.error());
    const auto meeting = co_await guard(meetings.byUid(uid));
    if (!meeting)
        co_return storeFailure(meeting.error());
    if (!*meeting)
        co_return failure(ErrorCode::NotFound, u"no such meeting"_s);
    const Meeting before = **meeting;
    if (before.status == MeetingStatus::Cancelled)
        co_return failure(ErrorCode::Conflict, u"the meeting is cancelled"_s);
    if (ifSequence != before.sequence)
        co_return moved();
    if (isHeldBack(*unsettled, uid))
        co_return storeFailure({ErrorCode::Unavailable, u"an earlier change is not finished"_s, {}, {}});
    if (when == before.when) {
        co_await unlock(lease);
        co_return Performed(before);
    }
    const auto id = co_await guard(meetings.freeId(when, before.zone, uid));
    if (!id)
        co_return storeFailure(id.error());
    Intent intent;
    intent.kind = Intent::Kind::Change;
    intent.followed = true;
    intent.reservedId = id->isNew;
    intent.target = before;
    intent.target.id = id->id;
    intent.target.when = when;
    ++intent.target.sequence;
    intent.target.updatedAt = clock.now();
    const auto performed = co_await guard(perform(intent, before, lease));
    co_return performed;
}

} // namespace ChatCal
