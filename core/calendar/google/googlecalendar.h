// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/calendar.h"
#include "core/calendar/google/googleapi.h"

#include <QStringList>

#include <memory>

namespace ChatCal {

/// One host's calendar at Google, by the Calendar API v3. It writes to one calendar and counts several as busy.
/// Nobody is mailed by Google (sendUpdates=none): the invitations are ours.
class GoogleCalendar final : public Calendar
{
public:
    struct Options
    {
        GoogleApi::Options api;
        QString calendarId = QStringLiteral("primary"); ///< written to and listed
        QStringList alsoBusy; ///< ids of further calendars whose events block time
        std::chrono::milliseconds patience = std::chrono::seconds(10); ///< of one call of the port, retries included
        std::chrono::milliseconds conferencePatience = std::chrono::seconds(4); ///< with a Meet link that is pending
    };
    /// @p client and @p clock outlive it.
    GoogleCalendar(Options options, std::shared_ptr<GoogleAccess> access, HttpClient &client, const Clock &clock);
    ~GoogleCalendar() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    /// A series of which one occurrence was moved or taken out has that one among its exceptions; what was moved is an
    /// event of its own.
    [[nodiscard]] QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop) override;
    /// The id it will be inserted under, "@google.com": what Google makes of an id that a client gives.
    [[nodiscard]] QString newUid() const override;
    [[nodiscard]] bool makesConferences() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

    /// Events that could not be read and were left out of list() and changes(), since the start. Busy time comes from
    /// Google's own reckoning and leaves nothing out.
    [[nodiscard]] qint64 skipped() const;

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with calls under way, which may end after the calendar
};

} // namespace ChatCal
