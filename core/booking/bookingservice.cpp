// SPDX-License-Identifier: Apache-2.0
#include "core/booking/bookingservice.h"

#include "core/booking/bookingservice_p.h"
#include "core/booking/logging.h"
#include "core/booking/meetingid.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcBooking, "chatcal.booking", QtInfoMsg)

namespace {

constexpr auto healPause = 10s;

bool maySee(const Actor &actor, const Meeting &meeting)
{
    if (!actor.meetingUid.isEmpty() && actor.meetingUid == meeting.uid)
        return true;
    return actor.isHost() || (!actor.id.isEmpty() && actor.id == meeting.bookedBy && meeting.bookedBy != bookedByHost);
}

} // namespace

BookingService::Private::Private(Options opts, Store &st, Calendar &cal, Outbox &out, const Clock &clk)
    : options(std::move(opts)),
      store(st),
      calendar(cal),
      outbox(out),
      clock(clk),
      meetings(st, options.host.partition())
{
    healLater.setSingleShot(true);
    healLater.setInterval(healPause);
}

QCoro::Task<Result<Meeting>> BookingService::Private::locate(QString idOrUid, Actor actor)
{
    const QString id = idOrUid.trimmed().toLower();
    const bool isId = MeetingId::isValid(id);
    const auto found = co_await guard(isId ? meetings.byId(id) : meetings.byUid(idOrUid.trimmed()));
    if (!found && found.error().code != ErrorCode::InvalidInput)
        co_return storeFailure(found.error());
    // InvalidInput: a text that cannot even be a key names no meeting.
    if (!found || !*found || !maySee(actor, **found))
        co_return failure(ErrorCode::NotFound, u"no such meeting"_s);
    co_return **found;
}

BookingService::BookingService(Options options, Store &store, Calendar &calendar, Outbox &outbox, const Clock &clock,
                               QObject *parent)
    : QObject(parent), d(std::make_shared<Private>(std::move(options), store, calendar, outbox, clock))
{
    connect(&store, &Store::noticed, this, [this](const QString &topic, const QByteArray &notice) {
        if (topic == d->meetings.topic())
            Q_EMIT meetingChanged(QString::fromUtf8(notice));
    });
    connect(&d->healLater, &QTimer::timeout, this, [this] { static_cast<void>(recover()); });
}

BookingService::~BookingService()
{
    d->gone = true;
    d->keepers.clear();
    d->healLater.stop();
}

const BookingService::Options &BookingService::options() const
{
    return d->options;
}

bool BookingService::hasConferenceUrl() const
{
    return !d->options.conferenceUrlTemplate.isEmpty() || d->calendar.makesConferences();
}

void BookingService::reconfigure(Options options)
{
    Q_ASSERT(options.host.id == d->options.host.id);
    d->options = std::move(options);
}

// Each call keeps the work alive by a share of its own: the service may go while it waits.

QCoro::Task<Result<BookingOutcome>> BookingService::book(BookingRequest request, Actor actor, std::stop_token stop)
{
    const QPointer<BookingService> self(this);
    const auto work = d;
    auto outcome = co_await work->book(std::move(request), std::move(actor), std::move(stop));
    if (self && outcome)
        Q_EMIT answered(std::holds_alternative<Meeting>(*outcome) ? u"booked"_s : u"refused"_s);
    co_return outcome;
}

QCoro::Task<Result<BookingOutcome>> BookingService::change(QString uid, ChangeRequest change, Actor actor,
                                                           std::stop_token stop)
{
    const QPointer<BookingService> self(this);
    const auto work = d;
    auto outcome = co_await work->change(std::move(uid), std::move(change), std::move(actor), std::move(stop));
    if (self && outcome)
        Q_EMIT answered(std::holds_alternative<Meeting>(*outcome) ? u"moved"_s : u"refused"_s);
    co_return outcome;
}

QCoro::Task<Result<Meeting>> BookingService::cancel(QString uid, std::optional<int> ifSequence, Actor actor,
                                                    std::stop_token stop, UntrustedText reason)
{
    const QPointer<BookingService> self(this);
    const auto work = d;
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller has gone"_s);
    auto meeting = co_await work->cancel(std::move(uid), ifSequence, std::move(actor), std::move(reason));
    if (self && meeting)
        Q_EMIT answered(u"cancelled"_s);
    co_return meeting;
}

QCoro::Task<Result<Meeting>> BookingService::follow(QString uid, int ifSequence, Interval when)
{
    const auto work = d;
    auto meeting = co_await work->follow(std::move(uid), ifSequence, when);
    co_return meeting;
}

QCoro::Task<Result<QList<Interval>>> BookingService::availability(Interval window, std::chrono::minutes length,
                                                                  int limit, Actor actor, std::stop_token stop)
{
    // Free times are the same for everybody; who asks matters only once there are several hosts.
    Q_UNUSED(actor)
    const auto work = d;
    auto found = co_await work->slotsWithin(window, length, limit, std::nullopt, stop);
    if (!found && found.error().code != ErrorCode::Cancelled)
        co_return storeFailure(Error{ErrorCode::Unavailable, found.error().detail, found.error().retryAfter, {}});
    co_return found;
}

QCoro::Task<Result<QList<Interval>>> BookingService::slotsToMove(QString uid, Interval window, int limit, Actor actor,
                                                                 std::stop_token stop)
{
    const auto work = d;
    const auto meeting = co_await work->guard(work->locate(std::move(uid), std::move(actor)));
    if (!meeting)
        co_return tl::unexpected(meeting.error());
    // One more, for its own time may be among them.
    auto found = co_await work->slotsWithin(window, meeting->when.length(), limit + 1, *meeting, stop);
    if (!found && found.error().code != ErrorCode::Cancelled)
        co_return storeFailure(Error{ErrorCode::Unavailable, found.error().detail, found.error().retryAfter, {}});
    if (!found)
        co_return found;
    found->removeAll(meeting->when);
    co_return found->first(std::min<qsizetype>(found->size(), limit));
}

QCoro::Task<Result<std::optional<Refusal>>> BookingService::check(Interval when, Actor actor, std::stop_token stop)
{
    const auto work = d;
    std::optional<Obstacle> inTheWay;
    const Bound bound = actor.isHost() ? Bound::Host : Bound::Guest;
    const auto broken = brokenRule(work->options.policy, when, bound, work->clock.now(), work->options.host.zone);
    if (broken) {
        inTheWay = Obstacle{*broken, {}};
    } else {
        const auto unsettled = co_await work->guard(work->meetings.intents());
        if (!unsettled)
            co_return storeFailure(unsettled.error());
        const auto found = co_await work->obstacle(when, bound, std::nullopt, *unsettled, stop);
        if (!found)
            co_return tl::unexpected(found.error());
        inTheWay = *found;
    }
    if (!inTheWay)
        co_return std::optional<Refusal>();
    const auto refusal = co_await work->refusal(*inTheWay, when, std::nullopt, stop);
    if (!refusal)
        co_return tl::unexpected(refusal.error());
    co_return std::optional<Refusal>(*refusal);
}

QCoro::Task<Result<Meeting>> BookingService::find(QString idOrUid, Actor actor)
{
    const auto work = d;
    auto meeting = co_await work->locate(std::move(idOrUid), std::move(actor));
    co_return meeting;
}

QCoro::Task<Result<MeetingPage>> BookingService::meetings(MeetingQuery query, Actor actor)
{
    const auto work = d;
    if (!actor.isHost()) {
        if (actor.id.isEmpty() || actor.id == bookedByHost)
            co_return MeetingPage();
        query.bookedBy = actor.id;
    }
    auto page = co_await work->guard(work->meetings.page(std::move(query)));
    if (!page)
        co_return storeFailure(page.error());
    co_return page;
}

QCoro::Task<Result<int>> BookingService::recover()
{
    const auto work = d;
    auto settled = co_await work->recover();
    co_return settled;
}

} // namespace ChatCal
