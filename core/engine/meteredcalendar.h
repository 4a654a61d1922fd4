// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/calendar.h"
#include "core/ops/metrics.h"

#include <memory>

namespace ChatCal {

/// A calendar whose every call is counted and timed; one that leaves the machine is logged with the request it serves.
class MeteredCalendar final : public Calendar
{
public:
    MeteredCalendar(std::unique_ptr<Calendar> inner, std::shared_ptr<Metrics> metrics);

    [[nodiscard]] QString name() const override { return m_inner->name(); }
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop) override;
    [[nodiscard]] QString newUid() const override { return m_inner->newUid(); }
    [[nodiscard]] bool makesConferences() const override { return m_inner->makesConferences(); }
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    std::shared_ptr<Metrics> m_metrics;
    std::unique_ptr<Calendar> m_inner; ///< goes first, see MeteredStore
};

} // namespace ChatCal
