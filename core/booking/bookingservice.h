// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/signedlink.h"
#include "core/booking/meeting.h"
#include "core/booking/meetingrepository.h"
#include "core/booking/meetingtype.h"
#include "core/booking/policy.h"
#include "core/booking/refusal.h"
#include "core/calendar/calendar.h"
#include "core/mail/invitation.h"
#include "core/mail/outbox.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace ChatCal {

/// Who asks; fixed from credentials, before any model sees a word.
struct Actor
{
    enum class Role { Guest, Host, Admin };
    Role role = Role::Guest;
    QString id; ///< guest: fingerprint of the session id; host: the host's id
    QString meetingUid = {}; ///< guest with a signed link: the one meeting it opens; books nothing
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
    QString meetingType; ///< its name; empty: none
    QList<Attendee> attendees;
    Zone guestZone;
    /// A repeat with the same key and the same actor answers with the meeting of the first time. Empty: none.
    QString idempotencyKey;
    Language guestLanguage = Language::English; ///< of mails to the guest
};

struct ChangeRequest
{
    std::optional<Instant> start;
    std::optional<std::chrono::minutes> length;
    std::optional<UntrustedText> title;
    std::optional<QList<Attendee>> attendees; ///< replaces them all ("here is my e-mail")
    std::optional<int> ifSequence; ///< Conflict when the meeting moved on
};

using BookingOutcome = std::variant<Meeting, Refusal>;

/// Books, moves and cancels for one host as design.md's seven steps say: nothing lost, nothing twice.
/// Errors besides the refusals: NotFound (also for somebody else's meeting), Conflict (ifSequence no longer holds, or
/// the meeting to change is cancelled), Unavailable (the store; retryAfter set; a repeat with the same idempotency key
/// is safe), Cancelled, Internal (a stored document that cannot be read).
/// A calendar that fails is the refusal NotBookable for a booking or a move, and Unavailable for a cancellation or when
/// the store fails with it.
/// Lives in the store's thread. Calls in flight when it goes end with Cancelled; what they began is healed later.
class BookingService : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        Host host;
        BookingPolicy policy;
        QString conferenceUrlTemplate; ///< "https://meet.example/{id}"; {id} is random per meeting; empty: the
                                       ///< calendar's own video links when it makes any, else none
        QList<MeetingType> meetingTypes; ///< what guests may ask for by name
        Mailbox mailFrom; ///< empty address: the host's
        /// Where the host's copy of each invitation goes while the host has no address of their own. Empty: nowhere.
        /// Only for a mailer that reaches nobody.
        QString hostCopyTo;
        QString publicUrl; ///< for links in mails; empty: none
        std::shared_ptr<const SignedLinks> guestLinks; ///< signs the guest's page in mails; null: no link to it
    };
    /// Everything referred to outlives the service.
    BookingService(Options options, Store &store, Calendar &calendar, Outbox &outbox, const Clock &clock,
                   QObject *parent = nullptr);
    ~BookingService() override;

    [[nodiscard]] const Host &host() const { return options().host; }
    [[nodiscard]] const BookingPolicy &policy() const { return options().policy; }
    [[nodiscard]] const QList<MeetingType> &meetingTypes() const { return options().meetingTypes; }
    [[nodiscard]] const Options &options() const;
    /// From the next call on; the host's id stays.
    void reconfigure(Options options);
    /// Whether a meeting by video gets a link.
    [[nodiscard]] bool hasConferenceUrl() const;

    [[nodiscard]] QCoro::Task<Result<BookingOutcome>> book(BookingRequest request, Actor actor, std::stop_token stop);
    /// @p uid may also be an id people see, here and in cancel().
    [[nodiscard]] QCoro::Task<Result<BookingOutcome>> change(QString uid, ChangeRequest change, Actor actor,
                                                             std::stop_token stop);
    /// Cancelling what is cancelled answers with it as it is and writes no mail. The mails tell @p reason.
    [[nodiscard]] QCoro::Task<Result<Meeting>> cancel(QString uid, std::optional<int> ifSequence, Actor actor,
                                                      std::stop_token stop, UntrustedText reason = {});

    /// Takes over that the host moved the meeting's event to @p when in their own calendar: nothing is asked but that
    /// the event is there, and what else the host wrote into it stays. Where it is already nothing happens.
    /// InvalidInput for less than a minute; Conflict when the meeting is not at @p ifSequence any more or is cancelled;
    /// Unavailable when the calendar did not take it, or shows another time by now.
    [[nodiscard]] QCoro::Task<Result<Meeting>> follow(QString uid, int ifSequence, Interval when);

    /// Free slots of @p length inside @p window, earliest first, at most @p limit, by the policy; never why the rest is
    /// not. No slots for a length the policy does not allow; Unavailable when the calendar cannot be read.
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> availability(Interval window, std::chrono::minutes length,
                                                                    int limit, Actor actor, std::stop_token stop);
    /// As availability(), for moving the meeting @p uid without changing its length: its own time does not stand in the
    /// way, and is not offered. NotFound also for somebody else's meeting.
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> slotsToMove(QString uid, Interval window, int limit, Actor actor,
                                                                   std::stop_token stop);
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
    /// A wish was answered here: "booked", "moved" or the like, "cancelled", "refused". For metrics.
    void answered(const QString &how);

private:
    struct Private;
    std::shared_ptr<Private> d; ///< shared with the calls in flight
};

} // namespace ChatCal
