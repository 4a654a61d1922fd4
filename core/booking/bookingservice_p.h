// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/bookingservice.h"
#include "core/booking/intent.h"
#include "core/booking/meetingrepository.h"
#include "core/booking/rules.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace ChatCal {

/// Meeting::bookedBy of what a host booked.
inline const QString bookedByHost = QStringLiteral("host");

/// What keeps a wish from being granted, before alternatives are looked for.
struct Obstacle
{
    Refusal::Reason reason = Refusal::Reason::Taken;
    QList<Interval> conflicts;
};

/// The work behind BookingService. Each call in flight holds it through a shared_ptr, so that `this` outlives every
/// await; @c gone tells that the service, and with it perhaps the ports, is no more. guard() checks it.
struct BookingService::Private
{
    Private(Options options, Store &store, Calendar &calendar, Outbox &outbox, const Clock &clock);

    Options options;
    Store &store;
    Calendar &calendar;
    Outbox &outbox;
    const Clock &clock;
    MeetingRepository meetings;
    bool gone = false;
    QTimer healLater;
    QHash<QString, std::shared_ptr<void>> keepers; ///< of the leases held now, by Lease::owner

    using Performed = std::variant<Meeting, Obstacle>;
    enum class AfterCommit { ReleaseLease, KeepLease };

    // bookingsteps.cpp: the order of the steps
    QCoro::Task<Result<BookingOutcome>> book(BookingRequest request, Actor actor, std::stop_token stop);
    QCoro::Task<Result<BookingOutcome>> change(QString idOrUid, ChangeRequest change, Actor actor,
                                               std::stop_token stop);
    QCoro::Task<Result<Meeting>> cancel(QString idOrUid, std::optional<int> ifSequence, Actor actor,
                                        UntrustedText reason);
    QCoro::Task<Result<Meeting>> follow(QString uid, int ifSequence, Interval when);
    QCoro::Task<Result<std::optional<Meeting>>> bookedEarlier(QString onceKey);
    /// The lease, or what made it not worth waiting for.
    QCoro::Task<Result<std::variant<Lease, Obstacle>>> lockUnlessTaken(Intent intent, Bound bound,
                                                                       std::stop_token stop);
    /// What keeps the wish from being granted, when that is certain without the lease.
    QCoro::Task<Result<std::optional<Obstacle>>> takenAlready(Intent intent, Bound bound, std::stop_token stop);
    // Each holds the lease when called, and has given it back when it answers with a meeting.
    QCoro::Task<Result<Performed>> bookLocked(Intent intent, Bound bound, Lease lease, std::stop_token stop);
    QCoro::Task<Result<Performed>> changeLocked(QString uid, ChangeRequest change, Actor actor, Lease lease,
                                                std::stop_token stop);
    QCoro::Task<Result<Performed>> cancelLocked(QString uid, std::optional<int> ifSequence, Actor actor,
                                                UntrustedText reason, Lease lease);
    QCoro::Task<Result<Performed>> followLocked(QString uid, int ifSequence, Interval when, Lease lease);

    // bookingservice.cpp
    /// A meeting @p actor may see, else NotFound.
    QCoro::Task<Result<Meeting>> locate(QString idOrUid, Actor actor);

    // freetime.cpp: what is free
    QCoro::Task<Result<QList<Interval>>> busy(Interval window, std::optional<Meeting> own, QList<Intent> unsettled,
                                              std::stop_token stop);
    QCoro::Task<Result<std::optional<Obstacle>>> obstacle(Interval when, Bound bound, std::optional<Meeting> own,
                                                          QList<Intent> unsettled, std::stop_token stop);
    QCoro::Task<Result<Refusal>> refusal(Obstacle obstacle, Interval wish, std::optional<Meeting> own,
                                         std::stop_token stop);
    /// The refusal as the outcome of a wish.
    QCoro::Task<Result<BookingOutcome>> refused(Obstacle obstacle, Interval wish, std::optional<Meeting> own,
                                                std::stop_token stop);
    QCoro::Task<Result<QList<Interval>>> slotsWithin(Interval window, std::chrono::minutes length, int limit,
                                                     std::optional<Meeting> own, std::stop_token stop);

    // performing.cpp: steps 4 to 7
    QCoro::Task<Result<Performed>> perform(Intent intent, std::optional<Meeting> before, Lease lease);
    /// Carries @p intent out in the calendar. The intent as it is then: with the video link the calendar made.
    QCoro::Task<Result<Intent>> apply(Intent intent);
    /// The host has moved the event: only what is ours in it is brought up to date. Conflict when it moved on.
    QCoro::Task<Result<Intent>> applyFollowed(Intent intent);
    /// The same as it shows in the calendar; nothing when it was not carried out.
    QCoro::Task<Result<std::optional<Intent>>> applied(Intent intent);
    /// Whether the calendar is to make the video link of @p meeting.
    [[nodiscard]] bool wantsConference(const Meeting &meeting) const;
    [[nodiscard]] Intent withLink(Intent intent, const Event &event) const;
    QCoro::Task<Result<Meeting>> finish(Intent intent, std::optional<Meeting> before, Lease lease, AfterCommit after);
    QCoro::Task<Result<void>> drop(Intent intent, Lease lease);
    QCoro::Task<Result<void>> abandon(Intent intent, Lease lease);
    QCoro::Task<Result<Lease>> lock(std::chrono::milliseconds patience);
    /// As lock(), with Conflict when somebody else holds it to the end.
    QCoro::Task<Result<Lease>> tryLock(std::chrono::milliseconds patience);
    QCoro::Task<void> unlock(Lease lease);

    // recovery.cpp: what a crash or an outage left
    QCoro::Task<Result<std::optional<Meeting>>> settle(Intent intent, Lease lease);
    /// Settles what can be; the intents that cannot be settled now.
    QCoro::Task<Result<QList<Intent>>> settleAll(Lease lease);
    /// After the lease was lost with the calendar already changed: what became of @p intent.
    QCoro::Task<Result<Meeting>> findOut(Intent intent);
    QCoro::Task<Result<int>> recover();

    /// @p task, and Cancelled once the service is gone: then nothing but this object may be touched.
    template<typename T>
    QCoro::Task<Result<T>> guard(QCoro::Task<Result<T>> task)
    {
        auto result = co_await std::move(task);
        if (gone)
            co_return failure(ErrorCode::Cancelled, QStringLiteral("the booking service is gone"));
        co_return result;
    }
};

[[nodiscard]] Event eventOf(const Meeting &meeting);
/// A failure of the store as callers see it: what may work later is Unavailable, with a time to wait.
[[nodiscard]] tl::unexpected<Error> storeFailure(const Error &error);

} // namespace ChatCal
