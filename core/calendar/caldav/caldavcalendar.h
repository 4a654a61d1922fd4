// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/caldav/davclient.h"
#include "core/calendar/calendar.h"

#include <QStringList>
#include <QUrl>

#include <memory>

namespace ChatCal {

/// One host's calendar on a CalDAV server (RFC 4791). Free/busy is reckoned here, from the events: servers differ in
/// what they expand and some answer a free-busy-query with nothing.
class CalDavCalendar final : public Calendar
{
public:
    struct Options
    {
        QUrl url; ///< of the collection, or of the server, principal or home it is found from
        Zone zone; ///< the host's: of whole days, and of times without a zone
        QStringList
            addresses; ///< the host's e-mail addresses, the first as organizer; those the server knows count too
        DavClient::Options client; ///< name and password, where hrefs may lead
        std::chrono::milliseconds patience = std::chrono::seconds(10); ///< of one call of the port, retries included
    };
    /// @p client and @p clock outlive it.
    CalDavCalendar(Options options, HttpClient &client, const Clock &clock);
    ~CalDavCalendar() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) override;
    /// What the event does not say, other programs' properties above all, stays as it is on the server.
    [[nodiscard]] QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) override;
    /// Resources that a server calls removed and still hands out are told as changed. Once a day, and whenever the
    /// server contradicts itself, all there is is told anew.
    [[nodiscard]] QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop) override;

    /// Events that could not be read, or only without their rule or zone, in the last answer that was looked through.
    [[nodiscard]] qint64 unreadable() const;

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with calls under way, which may end after the calendar
};

} // namespace ChatCal
