// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/calendar.h"

#include <chrono>
#include <memory>
#include <vector>

namespace ChatCal {

/// Several calendars of one host as one: meetings are written to the first, and all of them make the host busy.
///
/// All are asked at the same time. One that cannot be read, or does not answer in time, makes the whole answer an
/// error: a host of whom something is not known is not free.
class CombinedCalendar final : public Calendar
{
public:
    /// @p patience: with the slowest of them, for what all are asked.
    CombinedCalendar(std::shared_ptr<Calendar> written, std::vector<std::shared_ptr<Calendar>> alsoBusy,
                     std::chrono::milliseconds patience = std::chrono::seconds(8));

    /// The name of the one that is written to, as all but freeBusy(), list() and check() are its own.
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    /// Of all calendars. An event that is in two of them is there twice, and find() knows only those of the first.
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop) override;
    [[nodiscard]] QString newUid() const override;
    [[nodiscard]] bool makesConferences() const override;
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    std::vector<std::shared_ptr<Calendar>> m_calendars; ///< the first is written to
    std::chrono::milliseconds m_patience;
};

} // namespace ChatCal
