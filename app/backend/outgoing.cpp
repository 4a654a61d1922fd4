// SPDX-License-Identifier: Apache-2.0
#include "app/backend/outgoing.h"

#include "app/backend/logging.h"
#include "app/backend/waitingqueue.h"
#include "core/base/ids.h"

#include <QCoroFuture>

#include <QPromise>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto longestPause = 60s;
constexpr int mostFailures = 5; // of the server at one wish; then those behind it have their turn
constexpr std::chrono::hours longestWait{24 * 7 - 1}; // of a booking; the server forgets its key after 7 days

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

bool isBooking(const Change &change)
{
    return change.kind == Change::Kind::QuickBook || change.kind == Change::Kind::Book;
}

/// Of one that is there; without a meeting there is an eventId.
bool isAboutMeeting(const Change &change)
{
    return !isBooking(change) && change.eventId.isEmpty();
}

bool isAsWished(const AgendaItem &meeting, const Change &change)
{
    const bool isCancelled = meeting.status == AgendaItem::Status::Cancelled;
    return change.kind == Change::Kind::Cancel ? isCancelled : !isCancelled && meeting.when == change.when;
}

/// Whether another try may end otherwise: the server, or the way to it, was at fault.
bool isWorthWaiting(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
        return false;
    default:
        return true;
    }
}

ChangeOutcome refused(const QString &message)
{
    ChangeOutcome outcome;
    outcome.message = message;
    return outcome;
}

ChangeOutcome setAside()
{
    ChangeOutcome outcome =
        refused(Outgoing::tr("The server failed at this %n time(s). It was not accepted.", nullptr, mostFailures));
    outcome.mayRepeat = true;
    return outcome;
}

QuickOutcome outcomeOf(const AgendaItem &meeting)
{
    return {meeting.uid, meeting.meetingId, meeting.title, meeting.when, {}, {}, meeting.sequence};
}

/// What @p answer to a change of an event that is no meeting comes to.
Result<QuickOutcome> ofEvent(const Change &change, const Result<QuickOutcome> &answer)
{
    QuickOutcome outcome;
    const bool isGone = !answer && answer.error().code == ErrorCode::NotFound;
    if (isGone && change.kind == Change::Kind::Cancel) {
        outcome.uid = change.uid;
        outcome.eventId = change.eventId; // as wished
    } else if (isGone) {
        outcome.message = change.kind == Change::Kind::Restore
            ? Outgoing::tr("“%1” can no longer be brought back.").arg(change.title)
            : Outgoing::tr("“%1” is not in the calendar any more.").arg(change.title);
    } else if (answer ? answer->eventId.isEmpty() : answer.error().code == ErrorCode::Conflict) {
        outcome.message =
            Outgoing::tr("“%1” was changed meanwhile. Look at it again before you change it.").arg(change.title);
    } else {
        return answer;
    }
    return outcome;
}

tl::unexpected<Error> turnedAway()
{
    return failure(ErrorCode::Cancelled, u"another server is in use"_s);
}

QString inWords(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return Outgoing::tr("This meeting is not in the calendar any more.");
    if (error.code == ErrorCode::Unauthorized)
        return Outgoing::tr("The server does not accept ChatCal's token.");
    QStringList complaints;
    for (const FieldError &field : error.fields)
        complaints.append(field.field + u' ' + field.message.text());
    return complaints.isEmpty() ? Outgoing::tr("The server does not understand this wish.")
                                : Outgoing::tr("The server refused: %1.").arg(complaints.join(u", "_s));
}

ChangeOutcome toOutcome(const Result<QuickOutcome> &answer)
{
    if (!answer)
        return refused(inWords(answer.error()));
    if (answer->meetingId.isEmpty() && answer->eventId.isEmpty()) {
        ChangeOutcome outcome = refused(answer->message);
        outcome.alternatives = answer->alternatives;
        return outcome;
    }
    return {ChangeOutcome::State::Done, answer->uid, answer->meetingId, answer->title, answer->when, {}, {}};
}

} // namespace

/// The changes for one server. Shared with the change that is on its way while the desktop turns to another server.
struct Outgoing::Lane
{
    using Ticket = std::shared_ptr<QPromise<ChangeOutcome>>;

    explicit Lane(const QString &file) : queue(file) { }
    void resolve(const QString &key, const ChangeOutcome &outcome)
    {
        for (const Ticket &ticket : tickets.values(key)) {
            ticket->addResult(outcome);
            ticket->finish();
        }
        tickets.remove(key);
    }
    /// Whoever waits for an answer is told that there is none yet, but for the one on its way.
    void resolveWaiting()
    {
        ChangeOutcome outcome;
        outcome.state = ChangeOutcome::State::Waiting;
        outcome.message = isKept ? Outgoing::tr("The server does not answer. This is sent once it is back.")
                                 : Outgoing::tr("The server does not answer, and the disk takes nothing: this is sent "
                                                "once the server is back, if ChatCal runs until then.");
        for (const QString &key : tickets.uniqueKeys()) {
            if (key != sending)
                resolve(key, outcome);
        }
    }

    WaitingQueue queue;
    QMultiHash<QString, Ticket> tickets; ///< of those who wait in submit()
    QSet<QString> fresh; ///< not yet told as waiting
    QString sending;
    bool isBusy = false;
    bool isKept = true; ///< the disk takes it
};

Outgoing::Outgoing(ApiClient &client, QObject *parent) : Outgoing(client, systemClock(), parent)
{
}

Outgoing::Outgoing(ApiClient &client, const Clock &clock, QObject *parent)
    : QObject(parent), m_client(client), m_clock(clock), m_lane(std::make_shared<Lane>(QString()))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outgoing::sendWaiting);
    connect(&m_client, &ApiClient::connectedChanged, this, [this](bool connected) {
        if (connected)
            sendWaiting();
    });
}

Outgoing::~Outgoing()
{
    m_lane->sending.clear(); // nobody will tell
    m_lane->resolveWaiting();
}

void Outgoing::keepIn(const QString &file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_lane->resolveWaiting();
    std::shared_ptr<Lane> &lane = m_lanes[file];
    if (!lane) // else one of its wishes may still be on its way: two must not write one file
        lane = std::make_shared<Lane>(file);
    m_lane = lane;
    m_pause = 1s;
    Q_EMIT changed();
}

QCoro::Task<ChangeOutcome> Outgoing::submit(Change change)
{
    if (change.key.isEmpty())
        change.key = randomToken(12);
    const auto lane = m_lane;
    const auto ticket = std::make_shared<QPromise<ChangeOutcome>>();
    ticket->start();
    lane->tickets.insert(change.key, ticket);
    const WaitingChange *known = lane->queue.find(change.key);
    if (known && known->refusal) { // asked for once more, after the refusal was read
        lane->queue.remove(change.key);
        known = nullptr;
    }
    if (!known) {
        lane->fresh.insert(change.key);
        lane->isKept = lane->queue.append({change, m_clock.now()}).has_value();
    }
    work(lane);
    const auto outcome = co_await ticket->future();
    co_return outcome;
}

QList<WaitingChange> Outgoing::waiting() const
{
    QList<WaitingChange> told;
    for (const WaitingChange &entry : m_lane->queue.entries()) {
        if (!m_lane->fresh.contains(entry.change.key))
            told.append(entry);
    }
    return told;
}

bool Outgoing::withdraw(const QString &key)
{
    if (key == m_lane->sending || !m_lane->queue.find(key))
        return false;
    m_lane->queue.remove(key);
    m_lane->fresh.remove(key);
    m_lane->resolve(key, refused(tr("This was withdrawn.")));
    Q_EMIT changed();
    return true;
}

void Outgoing::tryAgain(const QString &key)
{
    const WaitingChange *known = m_lane->queue.find(key);
    if (!known || !known->refusal)
        return;
    m_lane->queue.restore(key);
    Q_EMIT changed();
    work(m_lane);
}

void Outgoing::sendWaiting()
{
    work(m_lane);
}

QCoro::Task<> Outgoing::work(std::shared_ptr<Lane> lane)
{
    const QPointer<Outgoing> self(this);
    if (lane->isBusy)
        co_return;
    lane->isBusy = true;
    m_retry.stop();
    for (const WaitingChange *next = lane->queue.next(); next && lane == m_lane; next = lane->queue.next()) {
        const WaitingChange entry = *next;
        if (isTooOld(entry)) {
            settle(*lane, entry, refused(tr("This waited for a week. Look whether it is in the calendar.")));
            continue;
        }
        const bool isFirst = lane->fresh.contains(entry.change.key);
        lane->sending = entry.change.key;
        const auto answer = co_await perform(lane, entry, isFirst ? Try::First : Try::Again);
        if (!self)
            co_return;
        lane->sending.clear();
        const bool hasFailed = !answer && answer.error().code == ErrorCode::Internal;
        if (hasFailed && lane->queue.countFailure(entry.change.key) >= mostFailures) {
            settle(*lane, entry, setAside());
            continue;
        }
        if (!answer && isWorthWaiting(answer.error()) && !(isFirst && answer.error().code == ErrorCode::Unauthorized)) {
            lane->isBusy = false; // whoever is told may submit more
            hold(*lane, answer.error());
            co_return;
        }
        settle(*lane, entry, toOutcome(answer), answer.value_or(QuickOutcome()));
    }
    lane->isBusy = false;
}

QCoro::Task<Result<QuickOutcome>> Outgoing::perform(std::shared_ptr<Lane> lane, WaitingChange entry, Try which)
{
    const QPointer<Outgoing> self(this);
    const Change change = entry.change;
    if (which == Try::Again && isAboutMeeting(change)) {
        const auto found = co_await m_client.meeting(change.uid);
        if (!found)
            co_return tl::unexpected(found.error());
        if (isAsWished(found->item, change))
            co_return outcomeOf(found->item);
        if (!self || lane != m_lane)
            co_return turnedAway();
    }
    auto answer = co_await send(entry);
    if (!change.eventId.isEmpty())
        co_return ofEvent(change, answer);
    const bool movedOn = !answer && answer.error().code == ErrorCode::Conflict && isAboutMeeting(change);
    if (!movedOn)
        co_return answer;
    if (!self || lane != m_lane)
        co_return turnedAway();
    const auto found = co_await m_client.meeting(change.uid);
    if (!found)
        co_return tl::unexpected(found.error());
    if (isAsWished(found->item, change))
        co_return outcomeOf(found->item);
    QuickOutcome refusal;
    refusal.message = tr("“%1” was changed meanwhile. Look at it again before you change it.").arg(found->item.title);
    co_return refusal;
}

QCoro::Task<Result<QuickOutcome>> Outgoing::send(WaitingChange entry)
{
    const Change &change = entry.change;
    switch (change.kind) {
    case Change::Kind::QuickBook:
        return m_client.book(change.text, change.key, entry.askedAt, change.literal);
    case Change::Kind::Book:
        return m_client.bookMeeting(change.meeting, change.key);
    case Change::Kind::Move:
        if (!change.eventId.isEmpty())
            return m_client.moveEvent(change.eventId, change.when.value(), change.etag);
        return m_client.moveMeeting(change.uid, change.when.value(), change.sequence);
    case Change::Kind::Cancel:
        if (!change.eventId.isEmpty())
            return m_client.removeEvent(change.eventId, change.etag);
        return m_client.cancelMeeting(change.uid, change.sequence);
    case Change::Kind::Restore:
        return m_client.restoreEvent(change.eventId);
    }
    Q_UNREACHABLE();
}

void Outgoing::settle(Lane &lane, const WaitingChange &entry, const ChangeOutcome &outcome, const QuickOutcome &now)
{
    const Change &change = entry.change;
    const bool wasWaiting = !lane.fresh.remove(change.key);
    const bool isDone = outcome.state == ChangeOutcome::State::Done;
    m_pause = 1s;
    // First: a crash in between repeats what is done, and sees that it is.
    if (isDone && isAboutMeeting(change))
        lane.queue.rebase(change.uid, now.sequence);
    else if (isDone && !now.etag.isEmpty())
        lane.queue.rebaseEvent(change.eventId, now.etag);
    if (!isDone && wasWaiting)
        lane.queue.refuse(change.key, outcome);
    else
        lane.queue.remove(change.key);
    lane.resolve(change.key, outcome);
    Q_EMIT settled(change, outcome);
    if (wasWaiting)
        Q_EMIT changed();
}

/// What is under way in @p lane cannot be sent now.
void Outgoing::hold(Lane &lane, const Error &error)
{
    qCInfo(lcBackend) << lane.queue.entries().size() << "changes wait:" << error.detail;
    lane.fresh.clear();
    lane.resolveWaiting();
    if (&lane == m_lane.get()) {
        m_retry.start(std::max(m_pause, error.retryAfter.value_or(0s)));
        m_pause = std::min<std::chrono::seconds>(m_pause * 2, longestPause);
    }
    Q_EMIT changed();
}

bool Outgoing::isTooOld(const WaitingChange &entry) const
{
    return isBooking(entry.change) && m_clock.now() - entry.askedAt > longestWait;
}

} // namespace ChatCal
