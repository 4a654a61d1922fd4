// SPDX-License-Identifier: Apache-2.0
#include "core/booking/calendarfollower.h"

#include "core/booking/logging.h"
#include "core/booking/meetingrepository.h"
#include "core/booking/syncstate.h"
#include "core/store/leasekeeper.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

const QString syncKey = u"calendar-sync"_s; ///< of the document, and the lease's name
constexpr std::chrono::milliseconds leaseTime = 20s;
constexpr std::chrono::milliseconds longestHold = 10min;
constexpr auto longestMeeting = 48h; ///< MeetingRepository finds none that is longer
constexpr auto longestDoubling = 10;

using Look = SyncState::Look;

/// What one look works on.
struct Round
{
    SyncState state;
    QHash<QString, Meeting> meetings; ///< confirmed and not over, by their event's id
    QSet<QString> pending; ///< event ids of what is being changed at this moment
    QList<Event> there; ///< told as changed, ours
    QSet<QString> saidGone;
    std::optional<Error> trouble; ///< the first one
};

bool isThere(const Event &event)
{
    return event.status != Event::Status::Cancelled;
}

/// A calendar that has none of several events it had is another one, or has lost them; it was not the host.
bool isExchanged(const Round &round, const QSet<QString> &told)
{
    int missing = 0;
    for (const QString &id : round.state.known) {
        if (told.contains(id))
            return false;
        if (round.meetings.contains(id))
            ++missing;
    }
    return missing > 1;
}

/// Takes over what @p changes tell, into what is to be done now and what is to be asked for.
void note(Round &round, const CalendarChanges &changes, bool isFirst)
{
    SyncState &state = round.state;
    const auto isOurs = [&round](const QString &id) {
        return round.meetings.contains(id) || round.pending.contains(id);
    };
    QSet<QString> told;
    for (const Event &event : changes.changed)
        told.insert(event.id);
    if (changes.isComplete && !isFirst && isExchanged(round, told)) {
        qCWarning(lcBooking) << "none of the meetings' events are in the calendar any more, as if it were another one;"
                             << "no meeting is cancelled for that";
        state.known.clear();
        state.looks.clear();
    }
    for (const Event &event : changes.changed) {
        if (!isOurs(event.id))
            continue;
        state.known.insert(event.id);
        if (!isThere(event)) {
            round.saidGone.insert(event.id);
            continue;
        }
        state.looks.remove(event.id);
        round.there.append(event);
    }
    for (const QString &id : changes.removed)
        round.saidGone.insert(id);
    state.known.removeIf([&isOurs](const QString &id) { return !isOurs(id); });
    if (isFirst) {
        round.there.clear();
        return;
    }
    QSet<QString> doubtful = round.saidGone;
    if (changes.isComplete)
        doubtful.unite(state.known - told);
    for (const QString &id : std::as_const(doubtful)) {
        if (round.meetings.contains(id) && !state.looks.contains(id))
            state.looks.insert(id, Look::Due);
    }
}

} // namespace

/// Each look in flight holds it; @c gone tells that the follower, and with it perhaps the ports, is no more.
struct CalendarFollower::Private : std::enable_shared_from_this<Private>
{
    Private(Options opts, Store &st, Calendar &cal, BookingService &service, const Clock &clk)
        : options(std::move(opts)),
          store(st),
          calendar(cal),
          booking(service),
          clock(clk),
          repository(st, service.host().partition())
    {
    }

    QCoro::Task<Outcome> look();
    QCoro::Task<Outcome> lookHolding(Lease lease);
    QCoro::Task<Result<void>> load(std::shared_ptr<Round> round);
    QCoro::Task<void> followMove(std::shared_ptr<Round> round, Event event);
    QCoro::Task<void> askFor(std::shared_ptr<Round> round, QString id);
    QCoro::Task<void> callOff(std::shared_ptr<Round> round, Meeting meeting);
    QCoro::Task<Outcome> save(std::shared_ptr<Round> round, Lease lease);
    Outcome failed(const Error &error, const char *what);

    template<typename T>
    QCoro::Task<Result<T>> guard(QCoro::Task<Result<T>> task)
    {
        const auto self = shared_from_this();
        auto result = co_await std::move(task);
        if (self->gone)
            co_return failure(ErrorCode::Cancelled, u"the follower is gone"_s);
        co_return result;
    }

    Options options;
    Store &store;
    Calendar &calendar;
    BookingService &booking;
    const Clock &clock;
    MeetingRepository repository;
    bool gone = false;
    std::stop_source stop;
    std::shared_ptr<LeaseKeeper> keeper;
    int failures = 0; ///< in a row
    std::chrono::milliseconds askedToWait{0};
};

CalendarFollower::Outcome CalendarFollower::Private::failed(const Error &error, const char *what)
{
    if (!gone) {
        askedToWait = error.retryAfter.value_or(0s);
        qCWarning(lcBooking) << what << "and is tried again later:" << errorName(error.code);
    }
    return Outcome::Failed;
}

QCoro::Task<CalendarFollower::Outcome> CalendarFollower::Private::look()
{
    const auto self = shared_from_this();
    if (gone)
        co_return Outcome::Failed;
    const auto lease = co_await guard(store.acquire(repository.partition(), syncKey, leaseTime));
    if (!lease && lease.error().code == ErrorCode::Conflict)
        co_return Outcome::NotNow;
    if (!lease)
        co_return failed(lease.error(), "the calendar cannot be followed");
    keeper = std::make_shared<LeaseKeeper>(store, *lease, leaseTime, longestHold);
    const auto outcome = co_await lookHolding(*lease);
    keeper.reset();
    if (gone)
        co_return Outcome::Failed;
    const auto released = co_await guard(store.release(*lease));
    if (!released && !gone)
        qCWarning(lcBooking) << "a lease was not given back and runs out by itself:"
                             << errorName(released.error().code);
    co_return outcome;
}

QCoro::Task<CalendarFollower::Outcome> CalendarFollower::Private::lookHolding(Lease lease)
{
    const auto self = shared_from_this();
    const auto stored = co_await guard(store.get(repository.partition(), syncKey));
    if (!stored)
        co_return failed(stored.error(), "how far the calendar was followed cannot be read");
    const auto round = std::make_shared<Round>();
    round->state = SyncState::fromStored(*stored ? (*stored)->body : QByteArray(), options.source);
    const auto since = clock.now() - round->state.lookedAt;
    const bool isFirst = round->state.token.isEmpty();
    if (!isFirst && since >= 0ms && since < options.interval / 2)
        co_return Outcome::NotNow; // with several processes still one look an interval

    const auto changes = co_await guard(calendar.changes(round->state.token, stop.get_token()));
    if (!changes)
        co_return failed(changes.error(), "the calendar does not tell what changed");
    if (changes->token.isEmpty())
        co_return Outcome::Looked; // it tells nothing
    round->state.token = changes->token;
    round->state.lookedAt = clock.now();
    const bool isQuiet = !changes->isComplete && changes->changed.isEmpty() && changes->removed.isEmpty();
    if (!isQuiet || !round->state.looks.isEmpty()) {
        // Only now: what was changed here since the calendar was asked makes its answer the older one.
        const auto loaded = co_await guard(load(round));
        if (!loaded)
            co_return failed(loaded.error(), "the meetings cannot be read");
        note(*round, *changes, isFirst);
    }
    for (const Event &event : std::as_const(round->there)) {
        co_await followMove(round, event);
        if (gone)
            co_return Outcome::Failed;
    }
    int asked = 0;
    const QStringList ids = isFirst ? QStringList() : round->state.looks.keys();
    for (const QString &id : ids) {
        if (!round->meetings.contains(id)) {
            round->state.looks.remove(id); // over, or cancelled meanwhile
            continue;
        }
        if (round->pending.contains(id) || round->trouble || asked == options.mostLooks)
            continue;
        ++asked;
        co_await askFor(round, id);
        if (gone)
            co_return Outcome::Failed;
    }
    const auto outcome = co_await save(round, lease);
    co_return outcome;
}

QCoro::Task<Result<void>> CalendarFollower::Private::load(std::shared_ptr<Round> round)
{
    const auto self = shared_from_this();
    // Intents first: what is settled between the two questions shows as the meeting it became.
    const auto intents = co_await guard(repository.intents());
    if (!intents)
        co_return tl::unexpected(intents.error());
    for (const Intent &intent : *intents)
        round->pending.insert(intent.target.eventId());
    MeetingQuery query;
    query.from = clock.now();
    query.status = MeetingStatus::Confirmed;
    query.limit = 500;
    do {
        const auto page = co_await guard(repository.page(query));
        if (!page)
            co_return tl::unexpected(page.error());
        for (const Meeting &meeting : page->meetings)
            round->meetings.insert(meeting.eventId(), meeting);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    co_return Result<void>();
}

QCoro::Task<void> CalendarFollower::Private::followMove(std::shared_ptr<Round> round, Event event)
{
    const auto self = shared_from_this();
    const auto meeting = round->meetings.constFind(event.id);
    const bool isPending = round->pending.contains(event.id);
    if (isPending && meeting != round->meetings.constEnd())
        round->state.looks.insert(event.id, Look::Due);
    if (isPending || meeting == round->meetings.constEnd())
        co_return;
    // Ours come back as changes, too, and perhaps late.
    if (event.when == meeting->when || event.sequence < meeting->sequence)
        co_return;
    const bool isMeeting = !event.allDay && event.when.length() >= 1min && event.when.length() <= longestMeeting;
    if (!isMeeting || event.when.end <= clock.now()) {
        qCWarning(lcBooking) << "an event was changed to what cannot be a meeting; its meeting stays as it is";
        co_return;
    }
    const auto followed = co_await guard(booking.follow(meeting->uid, meeting->sequence, event.when));
    if (gone)
        co_return;
    if (followed) {
        qCInfo(lcBooking) << "a meeting was moved, as its event was in the calendar";
        round->meetings.insert(event.id, *followed);
        co_return;
    }
    round->state.looks.insert(event.id, Look::Due);
    if (followed.error().code != ErrorCode::Conflict && !round->trouble) // else it moved on: look again is all
        round->trouble = followed.error();
}

QCoro::Task<void> CalendarFollower::Private::askFor(std::shared_ptr<Round> round, QString id)
{
    const auto self = shared_from_this();
    const auto found = co_await guard(calendar.find(id, stop.get_token()));
    if (gone)
        co_return;
    if (!found) {
        round->trouble = found.error();
        co_return;
    }
    const Look before = round->state.looks.value(id);
    if (*found && isThere(**found)) {
        if (before == Look::AbsentOnce || round->saidGone.contains(id))
            qCInfo(lcBooking) << "the calendar told of a deletion that did not happen; the meeting stays";
        round->state.looks.remove(id);
        co_await followMove(round, **found);
        co_return;
    }
    if (before == Look::Due) {
        round->state.looks.insert(id, Look::AbsentOnce);
        co_return;
    }
    co_await callOff(round, round->meetings.value(id));
}

QCoro::Task<void> CalendarFollower::Private::callOff(std::shared_ptr<Round> round, Meeting meeting)
{
    const auto self = shared_from_this();
    const Actor host{Actor::Role::Host, booking.host().id};
    const auto cancelled = co_await guard(booking.cancel(meeting.uid, meeting.sequence, host, {}));
    if (gone)
        co_return;
    if (cancelled) {
        qCInfo(lcBooking) << "a meeting was cancelled, as its event was deleted in the calendar";
        round->state.looks.remove(meeting.eventId());
    } else if (cancelled.error().code == ErrorCode::Conflict) {
        round->state.looks.insert(meeting.eventId(), Look::Due); // changed meanwhile, and its event with it
    } else {
        round->trouble = cancelled.error();
    }
}

QCoro::Task<CalendarFollower::Outcome> CalendarFollower::Private::save(std::shared_ptr<Round> round, Lease lease)
{
    const auto self = shared_from_this();
    Batch batch;
    batch.partition = lease.partition;
    batch.fence = lease;
    batch.puts.append({syncKey, round->state.toStored(), {}, {}});
    const auto saved = co_await guard(store.commit(batch));
    if (!saved)
        co_return failed(saved.error(), "how far the calendar was followed cannot be written");
    if (round->trouble)
        co_return failed(*round->trouble, "not all that changed in the calendar could be followed");
    co_return Outcome::Looked;
}

CalendarFollower::CalendarFollower(Options options, Store &store, Calendar &calendar, BookingService &booking,
                                   const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_shared<Private>(std::move(options), store, calendar, booking, clock))
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, [this] {
        QCoro::connect(d->look(), this, [this](Outcome outcome) {
            d->failures = outcome == Outcome::Failed ? std::min(d->failures + 1, longestDoubling) : 0;
            const auto pause = std::min(d->options.interval * (1 << d->failures), d->options.longestPause);
            startAgainIn(outcome == Outcome::Failed ? std::max(pause, d->askedToWait) : pause);
        });
    });
}

CalendarFollower::~CalendarFollower()
{
    d->gone = true;
    d->keeper.reset();
    d->stop.request_stop();
}

void CalendarFollower::start()
{
    startAgainIn(d->options.interval / 10);
}

void CalendarFollower::startAgainIn(std::chrono::milliseconds pause)
{
    // Give or take a tenth, so that the processes of a store do not ask in step.
    const double part = 0.9 + 0.2 * QRandomGenerator::global()->generateDouble();
    m_timer.start(std::chrono::milliseconds(static_cast<qint64>(part * static_cast<double>(pause.count()))));
}

QCoro::Task<CalendarFollower::Outcome> CalendarFollower::look()
{
    return d->look();
}

} // namespace ChatCal
