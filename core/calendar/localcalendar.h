// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/calendar.h"
#include "core/store/store.h"

#include <memory>

namespace ChatCal {

/// The calendar that needs nothing else: events in the store, in the partition "calendar:HOST". Several processes may
/// work on one at the same time. After each change the store's topic of the partition's name carries the event's id.
///
/// An event is a document "event:ID". Beside it stands one entry of an ordered index, scored by start, whose member
/// carries the end and whether it blocks time: free/busy reads those entries and no document but those of series.
class LocalCalendar final : public Calendar
{
public:
    /// @p store and @p clock outlive the calendar.
    LocalCalendar(Store &store, const QString &hostId, const Clock &clock);
    ~LocalCalendar() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

private:
    class Private;
    std::shared_ptr<Private> d; // shared with calls under way, which may end after the calendar
};

} // namespace ChatCal
