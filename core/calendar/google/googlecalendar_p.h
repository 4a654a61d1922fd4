// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/google/googlecalendar.h"
#include "core/calendar/google/googleevent.h"

#include <atomic>
#include <optional>

namespace ChatCal {

/// The work behind GoogleCalendar, shared with every call under way.
class GoogleCalendar::Private : public std::enable_shared_from_this<GoogleCalendar::Private>
{
public:
    Private(Options chosen, std::shared_ptr<GoogleAccess> access, HttpClient &client, const Clock &chosenClock)
        : options(std::move(chosen)), api(options.api, std::move(access), client, chosenClock), clock(chosenClock)
    {
    }

    /// What one call of the port may still take, and who waits for it.
    struct Limits
    {
        QDeadlineTimer deadline;
        std::stop_token stop;
    };
    [[nodiscard]] Limits limits(std::stop_token stop) const
    {
        return {QDeadlineTimer(options.patience), std::move(stop)};
    }

    // googlereading.cpp
    QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, Limits limits);
    QCoro::Task<Result<QList<Event>>> list(Interval window, Limits limits);
    QCoro::Task<Result<CalendarChanges>> changes(QString token, Limits limits);
    QCoro::Task<Result<void>> check(Limits limits);

    // googlecalendar.cpp: one event
    QCoro::Task<Result<Event>> insert(Event event, Limits limits);
    QCoro::Task<Result<Event>> update(Event event, Limits limits);
    QCoro::Task<Result<void>> remove(QString id, Limits limits);
    /// The resource as it is, deleted ones too; nothing when there never was one.
    QCoro::Task<Result<std::optional<QJsonObject>>> get(QString id, Limits limits);
    /// As get(), without deleted ones.
    QCoro::Task<Result<std::optional<Event>>> find(QString id, Limits limits);

    std::atomic<qint64> skipped = 0;

private:
    using Query = QList<QPair<QByteArray, QString>>;
    struct Page
    {
        QList<QJsonObject> items;
        QString next; ///< page token
        QString sync; ///< sync token, on the last page
    };
    /// Conflict when a sync token is no longer good.
    QCoro::Task<Result<Page>> page(Query query, Limits limits);
    QCoro::Task<Result<void>> busyOf(QStringList calendars, Interval window, QList<Interval> *busy, Limits limits);
    QCoro::Task<Result<QList<QJsonObject>>> changedSince(QString *token, Limits limits);

    QCoro::Task<Result<QJsonObject>> created(Event event, QJsonObject body, Limits limits);
    QCoro::Task<Result<QJsonObject>> revived(Event event, QJsonObject body, QJsonObject deleted, Limits limits);
    QCoro::Task<Result<Event>> withConference(QJsonObject item, Limits limits);

    /// The calendar's own zone, in which its whole days lie.
    QCoro::Task<Result<Zone>> zone(Limits limits);
    /// What a list says of its calendar.
    void learnCalendar(const QJsonObject &list);
    [[nodiscard]] GoogleCall eventsCall(const QByteArray &method, const QString &id = {}) const;
    /// A readable event, or nothing, counted.
    [[nodiscard]] std::optional<GoogleEvents::Read> readOrSkip(const QJsonObject &item, const Zone &calendarZone);

    const Options options;
    GoogleApi api;
    const Clock &clock;
    std::optional<Zone> m_zone;
    bool m_isReadOnly = false;
};

} // namespace ChatCal
