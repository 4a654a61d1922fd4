// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakecalendar.h"

#include "core/base/ids.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <coroutine>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

struct NextTurn
{
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle) const
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [handle] { handle.resume(); }, Qt::QueuedConnection);
    }
    void await_resume() const { }
};

bool isEventId(const QString &id)
{
    static const QRegularExpression pattern(u"\\A[a-v0-9]{5,100}\\z"_s);
    return pattern.match(id).hasMatch();
}

bool blocks(const Event &event)
{
    return event.transparency == Event::Transparency::Busy && event.status != Event::Status::Cancelled;
}

} // namespace

struct FakeCalendar::State
{
    QMap<QString, Event> events;
    QStringList journal; ///< ids of what was written or removed; a sync token is how much of it is known
    QStringList saidRemoved; ///< to be told as gone without being so
    qsizetype oldestToken = 0;
    int revision = 0;
    Conferences conferences = Conferences::None;

    Event store(Event event)
    {
        event.etag = u"\"%1\""_s.arg(++revision);
        events.insert(event.id, event);
        journal.append(event.id);
        return event;
    }

    CalendarChanges changesSince(const QString &token)
    {
        CalendarChanges told;
        bool isNumber = false;
        const qsizetype from = token.toLongLong(&isNumber);
        told.isComplete = !isNumber || from < oldestToken || from > journal.size();
        told.token = QString::number(journal.size());
        if (told.isComplete) {
            told.changed = events.values();
        } else {
            QStringList ids = journal.mid(from);
            ids.removeDuplicates();
            for (const QString &id : std::as_const(ids)) {
                if (events.contains(id))
                    told.changed.append(events.value(id));
                else
                    told.removed.append(id);
            }
            told.removed += saidRemoved;
        }
        saidRemoved.clear();
        return told;
    }
};

FakeCalendar::FakeCalendar() : FakeCalendar(std::make_shared<State>())
{
}

FakeCalendar::FakeCalendar(std::shared_ptr<State> state) : m_state(std::move(state))
{
}

FakeCalendar::~FakeCalendar() = default;

std::unique_ptr<FakeCalendar> FakeCalendar::another() const
{
    return std::unique_ptr<FakeCalendar>(new FakeCalendar(m_state));
}

void FakeCalendar::failCall(int nth, ErrorCode code, Applied applied)
{
    m_faults.append({nth, code, applied});
}

void FakeCalendar::setConferences(Conferences conferences)
{
    m_state->conferences = conferences;
}

bool FakeCalendar::makesConferences() const
{
    return m_state->conferences != Conferences::None;
}

QString FakeCalendar::newUid() const
{
    // As Google names its events, once it makes conferences as Google does.
    return makesConferences() ? fingerprint(randomToken().toLatin1()).left(32) + u"@fake.example"_s
                              : Calendar::newUid();
}

void FakeCalendar::put(const Event &event)
{
    m_state->store(event);
}

void FakeCalendar::addBusy(const Interval &when)
{
    Event event;
    event.id = u"handmade%1"_s.arg(m_state->revision);
    event.uid = event.id;
    event.when = when;
    m_state->store(event);
}

void FakeCalendar::sayRemoved(const QString &id)
{
    m_state->saidRemoved.append(id);
}

void FakeCalendar::forgetTokens()
{
    m_state->oldestToken = m_state->journal.size() + 1;
    m_state->journal.append(QString()); // nobody's event
}

QList<Event> FakeCalendar::events() const
{
    return m_state->events.values();
}

template<typename T>
QCoro::Task<Result<T>> FakeCalendar::answer(QString call, std::function<Result<T>()> work, std::stop_token stop)
{
    ++m_calls;
    std::optional<Fault> fault;
    for (Fault &one : m_faults) {
        if (--one.countdown == 0)
            fault = one;
    }
    m_faults.removeIf([](const Fault &one) { return one.countdown <= 0; });
    if (!fault && m_failAll)
        fault = Fault{0, *m_failAll, Applied::No};
    const auto onDone = m_onDone;
    if (m_onCall)
        m_onCall(call);

    // From here on nothing of this object is used: it may go while the answer is on its way.
    if (stop.stop_requested())
        fault = Fault{0, ErrorCode::Cancelled, Applied::No};
    Result<T> result = failure(fault ? fault->code : ErrorCode::Internal, u"made to fail"_s);
    if (!fault || fault->applied == Applied::Yes) {
        Result<T> real = work();
        if (!fault)
            result = std::move(real);
    }
    if (onDone)
        onDone(call);
    co_await NextTurn();
    co_return result;
}

QCoro::Task<Result<QList<Interval>>> FakeCalendar::freeBusy(Interval window, std::stop_token stop)
{
    return answer<QList<Interval>>(
        u"freeBusy"_s,
        [state = m_state, window]() -> Result<QList<Interval>> {
            QList<Interval> busy;
            for (const Event &event : std::as_const(state->events)) {
                if (blocks(event) && event.when.overlaps(window))
                    busy.append({std::max(event.when.start, window.start), std::min(event.when.end, window.end)});
            }
            std::ranges::sort(busy, {}, &Interval::start);
            QList<Interval> merged;
            for (const Interval &next : std::as_const(busy)) {
                if (!merged.isEmpty() && next.start <= merged.last().end)
                    merged.last().end = std::max(merged.last().end, next.end);
                else
                    merged.append(next);
            }
            return merged;
        },
        stop);
}

QCoro::Task<Result<QList<Event>>> FakeCalendar::list(Interval window, std::stop_token stop)
{
    return answer<QList<Event>>(
        u"list"_s,
        [state = m_state, window]() -> Result<QList<Event>> {
            QList<Event> found;
            for (const Event &event : std::as_const(state->events)) {
                if (event.when.overlaps(window))
                    found.append(event);
            }
            std::ranges::sort(found, {}, [](const Event &event) { return event.when.start; });
            return found;
        },
        stop);
}

QCoro::Task<Result<std::optional<Event>>> FakeCalendar::find(QString id, std::stop_token stop)
{
    return answer<std::optional<Event>>(
        u"find"_s,
        [state = m_state, id]() -> Result<std::optional<Event>> {
            const auto found = state->events.constFind(id);
            if (found == state->events.constEnd())
                return std::optional<Event>();
            Event shown = *found;
            if (state->conferences == Conferences::Late)
                shown.conferenceUrl.clear();
            return std::optional<Event>(shown);
        },
        stop);
}

QCoro::Task<Result<Event>> FakeCalendar::insert(Event event, std::stop_token stop)
{
    return answer<Event>(
        u"insert"_s,
        [state = m_state, event]() -> Result<Event> {
            if (!isEventId(event.id) || event.when.isEmpty())
                return failure(ErrorCode::InvalidInput, u"not an event a calendar takes"_s);
            const auto found = state->events.constFind(event.id);
            if (found != state->events.constEnd())
                return *found;
            Event kept = event;
            if (event.wantsConference && state->conferences != Conferences::None)
                kept.conferenceUrl = u"https://video.example/"_s + event.id.left(8);
            kept.wantsConference = false;
            return state->store(kept);
        },
        stop);
}

QCoro::Task<Result<Event>> FakeCalendar::update(Event event, std::stop_token stop)
{
    return answer<Event>(
        u"update"_s,
        [state = m_state, event]() -> Result<Event> {
            const auto found = state->events.constFind(event.id);
            if (found == state->events.constEnd())
                return failure(ErrorCode::NotFound, u"no such event"_s);
            if (!event.etag.isEmpty() && event.etag != found->etag)
                return failure(ErrorCode::Conflict, u"the event has changed"_s);
            return state->store(event);
        },
        stop);
}

QCoro::Task<Result<void>> FakeCalendar::remove(QString id, std::stop_token stop)
{
    return answer<void>(
        u"remove"_s,
        [state = m_state, id]() -> Result<void> {
            if (state->events.remove(id) > 0)
                state->journal.append(id);
            return {};
        },
        stop);
}

QCoro::Task<Result<CalendarChanges>> FakeCalendar::changes(QString token, std::stop_token stop)
{
    return answer<CalendarChanges>(
        u"changes"_s, [state = m_state, token]() -> Result<CalendarChanges> { return state->changesSince(token); },
        stop);
}

QCoro::Task<Result<void>> FakeCalendar::check(std::stop_token stop)
{
    return answer<void>(
        u"check"_s, []() -> Result<void> { return {}; }, stop);
}

} // namespace ChatCal
