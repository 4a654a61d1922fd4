// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/booking/meeting.h"
#include "core/booking/policy.h"
#include "core/calendar/calendar.h"
#include "core/mail/outbox.h"
#include "core/store/store.h"

#include <QObject>

#include <stop_token>
#include <variant>

namespace ChatCal {

/// Who asks; fixed from credentials, before any model sees a word.
struct Actor
{
    enum class Role { Guest, Host, Admin };
    Role role = Role::Guest;
    QString id; ///< guest: fingerprint of the session id; host: the host's id
    [[nodiscard]] bool isHost() const { return role != Role::Guest; }
};

struct BookingRequest
{
    UntrustedText title;
    UntrustedText description;
    UntrustedText location;
    Instant start;
    std::chrono::minutes length{30};
    MeetingHow how = MeetingHow::Video;
    QList<Attendee> attendees;
    Zone guestZone;
    /// A repeat with the same key and the same actor answers with the meeting of the first time. Empty: none.
    QString idempotencyKey;
};

struct ChangeRequest
{
    std::optional<Instant> start;
    std::optional<std::chrono::minutes> length;
    std::optional<UntrustedText> title;
    std::optional<QList<Attendee>> attendees; ///< replaces them all ("here is my e-mail")
    std::optional<int> ifSequence; ///< Conflict when the meeting moved on
};

/// Why a wish was not granted, and what could be had instead. Not an error: the conversation goes on from it.
struct Refusal
{
    enum class Reason {
        Taken, ///< something is in the way
        OutsideHours,
        Past, ///< more than the tolerance ago
        TooSoon, ///< minimum notice
        TooFar, ///< horizon
        TooShort,
        TooLong,
        DayFull,
        NotBookable ///< a calendar cannot be read; nobody can say what is free
    };
    Reason reason = Reason::Taken;
    QList<Interval> alternatives; ///< nearest free slots of the length asked for, in time order, at most 6
    QList<Interval> conflicts; ///< busy times in the way; titles are only for the host, from Calendar::list
};
[[nodiscard]] QString reasonName(Refusal::Reason reason); ///< "taken", "outside_hours", …

using BookingOutcome = std::variant<Meeting, Refusal>;

struct MeetingQuery
{
    std::optional<Instant> from; ///< meetings that end after it
    std::optional<Instant> to; ///< meetings that start before it
    std::optional<MeetingStatus> status;
    QString bookedBy; ///< only these; empty: all
    int limit = 100; ///< 1 to 500
    QString cursor; ///< from MeetingPage::next
};
struct MeetingPage
{
    QList<Meeting> meetings; ///< by start
    QString next; ///< empty: no more
};

/// Books, moves and cancels for one host as design.md's seven steps say: nothing lost, nothing twice.
/// Errors besides the refusals: NotFound (also for somebody else's meeting), Conflict (ifSequence), Unavailable,
/// Cancelled.
class BookingService : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        Host host;
        BookingPolicy policy;
        QString
            conferenceUrlTemplate; ///< "https://meet.example/{id}"; {id} is random per meeting; empty: no video link
        Mailbox mailFrom; ///< empty address: the host's
        QString publicUrl; ///< for links in mails; empty: none
    };
    /// Everything referred to outlives the service.
    BookingService(Options options, Store &store, Calendar &calendar, Outbox &outbox, const Clock &clock,
                   QObject *parent = nullptr);
    ~BookingService() override;

    [[nodiscard]] const Host &host() const { return m_options.host; }
    [[nodiscard]] const BookingPolicy &policy() const { return m_options.policy; }
    [[nodiscard]] bool hasConferenceUrl() const { return !m_options.conferenceUrlTemplate.isEmpty(); }

    [[nodiscard]] QCoro::Task<Result<BookingOutcome>> book(BookingRequest request, Actor actor, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<BookingOutcome>> change(QString uid, ChangeRequest change, Actor actor,
                                                             std::stop_token stop);
    /// Cancelling what is cancelled answers with it as it is and writes no mail.
    [[nodiscard]] QCoro::Task<Result<Meeting>> cancel(QString uid, std::optional<int> ifSequence, Actor actor,
                                                      std::stop_token stop);

    /// Free slots of @p length inside @p window, earliest first, at most @p limit, by the policy; never why the rest is
    /// not.
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> availability(Interval window, std::chrono::minutes length,
                                                                    int limit, Actor actor, std::stop_token stop);
    /// What would stand in the way of a booking, without booking: nothing when it would be granted.
    [[nodiscard]] QCoro::Task<Result<std::optional<Refusal>>> check(Interval when, Actor actor, std::stop_token stop);

    /// By UID or by the id people see; a guest finds only what this guest booked. Cancelled ones too.
    [[nodiscard]] QCoro::Task<Result<Meeting>> find(QString idOrUid, Actor actor);
    [[nodiscard]] QCoro::Task<Result<MeetingPage>> meetings(MeetingQuery query, Actor actor);

    /// Heals what a crash left behind: pending meetings are looked up in the calendar and confirmed or released,
    /// calendar events of cancelled or moved meetings put right, waiting mail sent. Call once at start.
    [[nodiscard]] QCoro::Task<Result<int>> recover();

Q_SIGNALS:
    /// Booked, moved or cancelled, after it was committed; also by other processes on the same store.
    void meetingChanged(const QString &uid);

private:
    struct Private;
    Options m_options;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
