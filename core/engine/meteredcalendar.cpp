// SPDX-License-Identifier: Apache-2.0
#include "core/engine/meteredcalendar.h"

#include "core/engine/callmeter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

MeteredCalendar::MeteredCalendar(std::unique_ptr<Calendar> inner, std::shared_ptr<Metrics> metrics)
    : m_metrics(std::move(metrics)), m_inner(std::move(inner))
{
}

QCoro::Task<Result<QList<Interval>>> MeteredCalendar::freeBusy(Interval window, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"freeBusy"_s);
    auto result = co_await m_inner->freeBusy(window, stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<QList<Event>>> MeteredCalendar::list(Interval window, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"list"_s);
    auto result = co_await m_inner->list(window, stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<std::optional<Event>>> MeteredCalendar::find(QString id, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"find"_s);
    auto result = co_await m_inner->find(std::move(id), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<Event>> MeteredCalendar::insert(Event event, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"insert"_s);
    auto result = co_await m_inner->insert(std::move(event), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<Event>> MeteredCalendar::update(Event event, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"update"_s);
    auto result = co_await m_inner->update(std::move(event), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredCalendar::remove(QString id, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"remove"_s);
    auto result = co_await m_inner->remove(std::move(id), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<CalendarChanges>> MeteredCalendar::changes(QString token, std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"changes"_s);
    auto result = co_await m_inner->changes(std::move(token), stop);
    meter.done(result);
    co_return result;
}

QCoro::Task<Result<void>> MeteredCalendar::check(std::stop_token stop)
{
    const CallMeter meter(m_metrics, u"calendar"_s, m_inner->name(), u"check"_s);
    auto result = co_await m_inner->check(stop);
    meter.done(result);
    co_return result;
}

} // namespace ChatCal
