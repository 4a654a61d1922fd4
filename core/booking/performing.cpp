// SPDX-License-Identifier: Apache-2.0
#include "core/base/failpoint.h"
#include "core/booking/bookingservice_p.h"
#include "core/booking/invitations.h"
#include "core/booking/logging.h"
#include "core/store/leasekeeper.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

const QString calendarLease = u"calendar"_s;
/// Short, so that one left by a crash soon runs out where the store cannot notice that; kept while the calendar is
/// slow.
constexpr std::chrono::milliseconds leaseTime = 3s;
/// No work takes longer: what is kept beyond was forgotten.
constexpr std::chrono::milliseconds longestHold = 60s;

} // namespace

Event eventOf(const Meeting &meeting)
{
    Event event;
    event.id = meeting.eventId();
    event.uid = meeting.uid;
    event.title = meeting.title;
    event.description = meeting.description;
    event.location = meeting.location;
    event.when = meeting.when;
    event.zone = meeting.zone;
    event.attendees = meeting.attendees;
    event.conferenceUrl = meeting.conferenceUrl;
    event.meetingId = meeting.id;
    event.sequence = meeting.sequence;
    return event;
}

tl::unexpected<Error> storeFailure(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Conflict: // a lease that was lost, or that somebody would not give up in time
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
        return tl::unexpected(Error{ErrorCode::Unavailable, error.detail, error.retryAfter.value_or(2s), {}});
    default:
        return tl::unexpected(error);
    }
}

QCoro::Task<Result<Lease>> BookingService::Private::lock(std::chrono::milliseconds patience)
{
    auto lease = co_await tryLock(patience);
    if (!lease)
        co_return storeFailure(lease.error());
    co_return lease;
}

QCoro::Task<Result<Lease>> BookingService::Private::tryLock(std::chrono::milliseconds patience)
{
    auto lease = co_await guard(acquireWithin(store, meetings.partition(), calendarLease, leaseTime, patience));
    if (lease)
        keepers.insert(lease->owner, std::make_shared<LeaseKeeper>(store, *lease, leaseTime, longestHold));
    co_return lease;
}

QCoro::Task<void> BookingService::Private::unlock(Lease lease)
{
    keepers.remove(lease.owner);
    if (gone)
        co_return;
    const auto released = co_await guard(store.release(lease));
    if (!released && !gone)
        qCWarning(lcBooking) << "the calendar's lease was not given back and runs out by itself:"
                             << errorName(released.error().code);
}

QCoro::Task<Result<BookingService::Private::Performed>>
BookingService::Private::perform(Intent intent, std::optional<Meeting> before, Lease lease)
{
    // Step 4: written down, so that whoever comes after a crash knows what to look for.
    Batch begin = meetings.batch(lease);
    meetings.begin(begin, intent);
    CHATCAL_FAIL_POINT("after-lease");
    const auto begun = co_await guard(store.commit(begin));
    if (!begun) {
        if (!gone && begun.error().code == ErrorCode::Timeout)
            healLater.start(); // it may have been written all the same
        co_return storeFailure(begun.error());
    }
    CHATCAL_FAIL_POINT("after-intent");

    // Step 5: the calendar, under an id that makes a repeat harmless.
    const auto done = co_await guard(apply(intent));
    if (gone)
        co_return failure(ErrorCode::Cancelled, u"the booking service is gone"_s);
    if (done) {
        intent = *done;
    } else {
        // An error may still have changed the calendar: look.
        const auto shown = co_await guard(applied(intent));
        if (gone)
            co_return failure(ErrorCode::Cancelled, u"the booking service is gone"_s);
        if (!shown || !*shown) {
            qCWarning(lcBooking) << "the calendar refused a change; it is taken back:" << errorName(done.error().code);
            // Where nobody knows, a cancellation is left to be carried through, everything else to be taken back.
            const bool isOver = shown || intent.followed;
            const auto ended = co_await guard(isOver ? drop(intent, lease) : abandon(intent, lease));
            if (gone)
                co_return failure(ErrorCode::Cancelled, u"the booking service is gone"_s);
            if (!ended || !shown)
                healLater.start();
            if (!ended) // what becomes of it is not known yet: a repeat will tell
                co_return storeFailure(ended.error());
            co_return Performed(Obstacle{Refusal::Reason::NotBookable, {}});
        }
        intent = **shown;
    }
    CHATCAL_FAIL_POINT("after-calendar");

    // Steps 6 and 7.
    const auto meeting = co_await guard(finish(intent, before, lease, AfterCommit::ReleaseLease));
    if (meeting)
        co_return Performed(*meeting);
    if (gone)
        co_return tl::unexpected(meeting.error());
    if (meeting.error().code == ErrorCode::Conflict || meeting.error().code == ErrorCode::Timeout) {
        // Without the lease, or without an answer, only the store can tell how it ended. If it is still ours, looking
        // must not wait for ourselves.
        co_await unlock(lease);
        const auto found = co_await guard(findOut(intent));
        if (found)
            co_return Performed(*found);
        if (gone)
            co_return tl::unexpected(found.error());
    }
    healLater.start();
    co_return storeFailure(meeting.error());
}

bool BookingService::Private::wantsConference(const Meeting &meeting) const
{
    return meeting.how == MeetingHow::Video && options.conferenceUrlTemplate.isEmpty() && calendar.makesConferences();
}

Intent BookingService::Private::withLink(Intent intent, const Event &event) const
{
    if (!event.conferenceUrl.isEmpty() && wantsConference(intent.target))
        intent.target.conferenceUrl = event.conferenceUrl;
    return intent;
}

QCoro::Task<Result<Intent>> BookingService::Private::apply(Intent intent)
{
    // No stop token: what was begun is carried through, even if the asker has left.
    if (intent.kind == Intent::Kind::Cancel) {
        const auto removed = co_await guard(calendar.remove(intent.target.eventId(), {}));
        if (!removed)
            co_return tl::unexpected(removed.error());
        co_return intent;
    }
    if (intent.followed) {
        const auto followed = co_await guard(applyFollowed(intent));
        co_return followed;
    }
    Event event = eventOf(intent.target);
    if (intent.kind == Intent::Kind::Change) {
        const auto updated = co_await guard(calendar.update(event, {}));
        if (updated)
            co_return withLink(intent, *updated);
        if (updated.error().code != ErrorCode::NotFound)
            co_return tl::unexpected(updated.error());
        // Somebody deleted the event by hand; the meeting still stands.
    }
    event.wantsConference = wantsConference(intent.target);
    const auto inserted = co_await guard(calendar.insert(event, {}));
    if (!inserted)
        co_return tl::unexpected(inserted.error());
    co_return withLink(intent, *inserted);
}

QCoro::Task<Result<Intent>> BookingService::Private::applyFollowed(Intent intent)
{
    const auto found = co_await guard(calendar.find(intent.target.eventId(), {}));
    if (!found)
        co_return tl::unexpected(found.error());
    if (!*found || (*found)->status == Event::Status::Cancelled)
        co_return failure(ErrorCode::NotFound, u"the event is gone again"_s);
    if ((*found)->when != intent.target.when)
        co_return failure(ErrorCode::Conflict, u"the event has moved on"_s);
    // With its etag, so that what the host does meanwhile is not written over.
    Event event = **found;
    event.meetingId = intent.target.id;
    event.sequence = std::max(event.sequence, intent.target.sequence);
    const auto updated = co_await guard(calendar.update(event, {}));
    if (!updated)
        co_return tl::unexpected(updated.error());
    co_return intent;
}

QCoro::Task<Result<std::optional<Intent>>> BookingService::Private::applied(Intent intent)
{
    const auto found = co_await guard(calendar.find(intent.target.eventId(), {}));
    if (!found)
        co_return tl::unexpected(found.error());
    const bool isThere = *found && (*found)->status != Event::Status::Cancelled;
    bool isDone = false;
    switch (intent.kind) {
    case Intent::Kind::Book:
        isDone = isThere;
        break;
    case Intent::Kind::Change:
        isDone = isThere && (*found)->when == intent.target.when && (*found)->sequence >= intent.target.sequence;
        break;
    case Intent::Kind::Cancel:
        isDone = !isThere;
        break;
    }
    if (!isDone)
        co_return std::optional<Intent>();
    if (isThere)
        intent = withLink(intent, **found);
    if (!wantsConference(intent.target) || !intent.target.conferenceUrl.isEmpty() || intent.kind != Intent::Kind::Book)
        co_return std::optional<Intent>(intent);
    // The link may have been on its way still: inserting again changes nothing and waits for it. What cannot be asked
    // now must not go out in mails without its link.
    const auto again = co_await guard(apply(intent));
    if (!again)
        co_return tl::unexpected(again.error());
    co_return std::optional<Intent>(*again);
}

QCoro::Task<Result<Meeting>> BookingService::Private::finish(Intent intent, std::optional<Meeting> before, Lease lease,
                                                             AfterCommit after)
{
    Batch batch = meetings.batch(lease);
    batch.releaseFence = after == AfterCommit::ReleaseLease;
    meetings.complete(batch, intent);
    Host reader = options.host;
    if (reader.email.isEmpty())
        reader.email = options.hostCopyTo;
    for (const MailMessage &mail :
         invitationMails(before, intent.target, reader, options.mailFrom, {options.publicUrl, options.guestLinks}))
        outbox.enqueue(batch, mail);
    if (batch.releaseFence)
        keepers.remove(lease.owner); // given back, or soon to run out
    const auto versions = co_await guard(store.commit(batch));
    if (!versions)
        co_return tl::unexpected(versions.error());
    CHATCAL_FAIL_POINT("after-commit");
    outbox.wake(meetings.partition());
    Meeting meeting = intent.target;
    meeting.version = versions->first();
    co_return meeting;
}

QCoro::Task<Result<void>> BookingService::Private::drop(Intent intent, Lease lease)
{
    Batch batch = meetings.batch(lease);
    meetings.drop(batch, intent);
    const auto dropped = co_await guard(store.commit(batch));
    if (!dropped)
        co_return tl::unexpected(dropped.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> BookingService::Private::abandon(Intent intent, Lease lease)
{
    Batch batch = meetings.batch(lease);
    meetings.abandon(batch, intent);
    const auto marked = co_await guard(store.commit(batch));
    if (!marked)
        co_return tl::unexpected(marked.error());
    co_return Result<void>();
}

} // namespace ChatCal
