// SPDX-License-Identifier: Apache-2.0
#include "core/base/failpoint.h"
#include "core/booking/bookingservice_p.h"
#include "core/booking/logging.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

QCoro::Task<Result<std::optional<Meeting>>> BookingService::Private::settle(Intent intent, Lease lease)
{
    const auto stored = co_await guard(meetings.byUid(intent.target.uid));
    if (!stored)
        co_return tl::unexpected(stored.error());
    const bool isBooking = intent.kind == Intent::Kind::Book;
    const std::optional<Meeting> before = isBooking ? std::nullopt : *stored;

    bool forward = false;
    if (intent.kind == Intent::Kind::Cancel) {
        // A cancellation can always be carried through, and the one who asked for it still wants it.
        const auto removed = co_await guard(apply(intent));
        if (!removed)
            co_return tl::unexpected(removed.error());
        forward = true;
    } else if (!intent.abandoned) {
        const auto shown = co_await guard(applied(intent));
        if (!shown)
            co_return tl::unexpected(shown.error());
        forward = shown->has_value();
        intent = shown->value_or(intent);
    }
    if (forward) {
        CHATCAL_FAIL_POINT("in-recovery");
        const auto meeting = co_await guard(finish(intent, before, lease, AfterCommit::KeepLease));
        if (!meeting)
            co_return tl::unexpected(meeting.error());
        co_return std::optional<Meeting>(*meeting);
    }

    // Take it back: the calendar first, so that a crash here leaves the intent to do it again.
    if (intent.abandoned) {
        Intent back = intent;
        back.kind = isBooking ? Intent::Kind::Cancel : Intent::Kind::Change;
        if (before)
            back.target = *before;
        const auto restored = co_await guard(apply(back));
        if (!restored)
            co_return tl::unexpected(restored.error());
    }
    const auto dropped = co_await guard(drop(intent, lease));
    if (!dropped)
        co_return tl::unexpected(dropped.error());
    co_return std::optional<Meeting>();
}

QCoro::Task<Result<QList<Intent>>> BookingService::Private::settleAll(Lease lease)
{
    const auto intents = co_await guard(meetings.intents());
    if (!intents)
        co_return tl::unexpected(intents.error());
    QList<Intent> left;
    for (const Intent &intent : *intents) {
        const auto settled = co_await guard(settle(intent, lease));
        if (gone)
            co_return failure(ErrorCode::Cancelled, u"the booking service is gone"_s);
        if (settled)
            continue;
        qCWarning(lcBooking) << "an unfinished change cannot be settled now and is tried again later:"
                             << errorName(settled.error().code);
        left.append(intent);
    }
    if (!left.isEmpty())
        healLater.start();
    co_return left;
}

QCoro::Task<Result<Meeting>> BookingService::Private::findOut(Intent intent)
{
    const auto lease = co_await guard(lock(5s));
    if (!lease)
        co_return tl::unexpected(lease.error());
    const auto open = co_await guard(meetings.intent(intent.target.uid));
    if (open && *open) {
        const auto settled = co_await guard(settle(**open, *lease));
        co_await unlock(*lease);
        if (!settled)
            co_return tl::unexpected(settled.error());
        if (*settled)
            co_return **settled;
        co_return failure(ErrorCode::Unavailable, u"the change was taken back after the lease was lost"_s);
    }
    const auto stored = co_await guard(meetings.byUid(intent.target.uid));
    if (open && stored) {
        const bool isDone =
            *stored && (*stored)->status == intent.target.status && (*stored)->sequence >= intent.target.sequence;
        if (isDone) {
            co_await unlock(*lease);
            co_return **stored;
        }
        if (intent.followed) {
            // The event is where the host put it, and the next look at the calendar follows it again.
            co_await unlock(*lease);
            co_return failure(ErrorCode::Unavailable, u"the lease was lost"_s);
        }
        // Somebody took it back before our change of the calendar arrived there: the calendar follows the meeting.
        Intent back = intent;
        const bool isHeld = *stored && (*stored)->status == MeetingStatus::Confirmed;
        back.kind = isHeld ? Intent::Kind::Change : Intent::Kind::Cancel;
        if (isHeld)
            back.target = **stored;
        const auto restored = co_await guard(apply(back));
        if (!restored && !gone)
            qCWarning(lcBooking) << "a calendar event without its meeting may be left:"
                                 << errorName(restored.error().code);
    }
    co_await unlock(*lease);
    co_return failure(ErrorCode::Unavailable, u"the lease was lost"_s);
}

QCoro::Task<Result<int>> BookingService::Private::recover()
{
    // Patience longer than a lease lives, so that one left by a crash has run out.
    const auto lease = co_await guard(lock(20s));
    if (!lease) {
        if (!gone)
            healLater.start();
        co_return tl::unexpected(lease.error());
    }
    const auto found = co_await guard(meetings.intents());
    if (!found) {
        co_await unlock(*lease);
        if (!gone)
            healLater.start();
        co_return storeFailure(found.error());
    }
    const auto left = co_await guard(settleAll(*lease));
    co_await unlock(*lease);
    if (gone)
        co_return failure(ErrorCode::Cancelled, u"the booking service is gone"_s);
    if (!left) {
        healLater.start();
        co_return storeFailure(left.error());
    }
    outbox.wake(meetings.partition());
    co_return static_cast<int>(found->size() - left->size());
}

} // namespace ChatCal
