// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/combinedcalendar.h"

#include "core/calendar/freebusy.h"

#include <QTimer>

#include <algorithm>
#include <coroutine>
#include <functional>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostListed = 2000;

/// The answers of several calendars to one question, and the wait for them. Shared with those who still work on one.
template<typename T>
struct Gathering
{
    std::vector<std::optional<Result<T>>> answers;
    size_t missing = 0;
    std::stop_source stop;
    std::coroutine_handle<> waiting;

    void resume()
    {
        if (const auto handle = std::exchange(waiting, {}))
            handle.resume();
    }
};

struct DeleteLater
{
    void operator()(QTimer *timer) const
    {
        timer->stop();
        timer->deleteLater(); // perhaps it is its own signal that ends the wait
    }
};

/// Until all answers are there or the time is over.
template<typename T>
class Wait
{
public:
    Wait(std::shared_ptr<Gathering<T>> gathering, std::chrono::milliseconds patience)
        : m_gathering(std::move(gathering))
    {
        m_timer->setSingleShot(true);
        m_timer->setInterval(patience);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [waited = m_gathering] { waited->resume(); });
    }
    [[nodiscard]] bool await_ready() const noexcept { return m_gathering->missing == 0; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_gathering->waiting = waiting;
        m_timer->start();
    }
    void await_resume() const noexcept { }

private:
    std::shared_ptr<Gathering<T>> m_gathering;
    std::unique_ptr<QTimer, DeleteLater> m_timer{new QTimer};
};

template<typename T>
using Question = std::function<QCoro::Task<Result<T>>(std::shared_ptr<Calendar>, std::stop_token)>;

template<typename T>
QCoro::Task<> ask(std::shared_ptr<Gathering<T>> gathering, size_t index, std::shared_ptr<Calendar> calendar,
                  Question<T> question)
{
    auto answer = co_await question(calendar, gathering->stop.get_token());
    gathering->answers[index] = std::move(answer);
    if (--gathering->missing == 0)
        gathering->resume();
}

/// What each of @p calendars answers; an error when one does.
template<typename T>
QCoro::Task<Result<std::vector<T>>> askAll(std::vector<std::shared_ptr<Calendar>> calendars, Question<T> question,
                                           std::chrono::milliseconds patience, std::stop_token stop)
{
    const auto gathering = std::make_shared<Gathering<T>>();
    gathering->answers.resize(calendars.size());
    gathering->missing = calendars.size();
    const std::stop_callback passOn(stop, [gathering] { gathering->stop.request_stop(); });
    for (size_t index = 0; index < calendars.size(); ++index)
        ask<T>(gathering, index, calendars[index], question);
    co_await Wait<T>(gathering, patience);

    gathering->stop.request_stop(); // those who are late need not go on
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
    std::vector<T> answers;
    for (size_t index = 0; index < calendars.size(); ++index) {
        auto &answer = gathering->answers[index];
        if (!answer)
            co_return failure(ErrorCode::Timeout,
                              u"the %1 calendar did not answer in time"_s.arg(calendars[index]->name()));
        if (!*answer)
            co_return tl::unexpected(answer->error());
        answers.push_back(std::move(**answer));
    }
    co_return answers;
}

Question<QList<Interval>> busyWithin(Interval window)
{
    return [window](const std::shared_ptr<Calendar> &calendar, std::stop_token stop) {
        return calendar->freeBusy(window, std::move(stop));
    };
}

Question<QList<Event>> eventsWithin(Interval window)
{
    return [window](const std::shared_ptr<Calendar> &calendar, std::stop_token stop) {
        return calendar->list(window, std::move(stop));
    };
}

bool isEarlier(const Event &a, const Event &b)
{
    return std::tie(a.when.start, a.when.end) < std::tie(b.when.start, b.when.end);
}

/// check() has nothing to hand over.
QCoro::Task<Result<bool>> isUp(std::shared_ptr<Calendar> calendar, std::stop_token stop)
{
    const auto up = co_await calendar->check(std::move(stop));
    if (!up)
        co_return tl::unexpected(up.error());
    co_return true;
}

} // namespace

CombinedCalendar::CombinedCalendar(std::shared_ptr<Calendar> written, std::vector<std::shared_ptr<Calendar>> alsoBusy,
                                   std::chrono::milliseconds patience)
    : m_calendars{std::move(written)}, m_patience(patience)
{
    std::move(alsoBusy.begin(), alsoBusy.end(), std::back_inserter(m_calendars));
}

QString CombinedCalendar::name() const
{
    return m_calendars.front()->name();
}

QCoro::Task<Result<QList<Interval>>> CombinedCalendar::freeBusy(Interval window, std::stop_token stop)
{
    const auto answers = co_await askAll(m_calendars, busyWithin(window), m_patience, std::move(stop));
    if (!answers)
        co_return tl::unexpected(answers.error());
    QList<Interval> busy;
    for (const QList<Interval> &one : *answers)
        busy += one;
    co_return mergeBusy(busy, window);
}

QCoro::Task<Result<QList<Event>>> CombinedCalendar::list(Interval window, std::stop_token stop)
{
    QStringList names;
    for (const auto &calendar : m_calendars)
        names.append(calendar->name());
    const auto answers = co_await askAll(m_calendars, eventsWithin(window), m_patience, std::move(stop));
    if (!answers)
        co_return tl::unexpected(answers.error());
    QList<Event> events;
    for (size_t index = 0; index < answers->size(); ++index) {
        for (Event event : answers->at(index)) {
            event.calendar = names.at(static_cast<qsizetype>(index));
            event.isReadOnly = event.isReadOnly || index > 0; // find() knows only those of the first
            events.append(std::move(event));
        }
    }
    std::stable_sort(events.begin(), events.end(), isEarlier);
    if (events.size() > mostListed)
        events.resize(mostListed);
    co_return events;
}

QCoro::Task<Result<std::optional<Event>>> CombinedCalendar::find(QString id, std::stop_token stop)
{
    return m_calendars.front()->find(std::move(id), std::move(stop));
}

QCoro::Task<Result<Event>> CombinedCalendar::insert(Event event, std::stop_token stop)
{
    return m_calendars.front()->insert(std::move(event), std::move(stop));
}

QCoro::Task<Result<Event>> CombinedCalendar::update(Event event, std::stop_token stop)
{
    return m_calendars.front()->update(std::move(event), std::move(stop));
}

QCoro::Task<Result<void>> CombinedCalendar::remove(QString id, std::stop_token stop)
{
    return m_calendars.front()->remove(std::move(id), std::move(stop));
}

QCoro::Task<Result<CalendarChanges>> CombinedCalendar::changes(QString token, std::stop_token stop)
{
    return m_calendars.front()->changes(std::move(token), std::move(stop));
}

QString CombinedCalendar::newUid() const
{
    return m_calendars.front()->newUid();
}

bool CombinedCalendar::makesConferences() const
{
    return m_calendars.front()->makesConferences();
}

QCoro::Task<Result<void>> CombinedCalendar::check(std::stop_token stop)
{
    const auto answers = co_await askAll<bool>(m_calendars, Question<bool>(&isUp), m_patience, std::move(stop));
    if (!answers)
        co_return tl::unexpected(answers.error());
    co_return Result<void>();
}

} // namespace ChatCal
