// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/caldav/caldavcalendar.h"
#include "core/calendar/caldav/davdiscovery.h"
#include "core/calendar/icalendarreading.h"
#include "core/calendar/icalendarwriting.h"

#include <atomic>
#include <optional>

namespace ChatCal {

/// The work behind CalDavCalendar, shared with every call under way.
class CalDavCalendar::Private : public std::enable_shared_from_this<CalDavCalendar::Private>
{
public:
    Private(Options chosen, HttpClient &httpClient, const Clock &chosenClock)
        : options(std::move(chosen)),
          client(std::make_shared<DavClient>(options.client, httpClient, chosenClock)),
          clock(chosenClock)
    {
    }
    [[nodiscard]] DavLimits limits(std::stop_token stop) const
    {
        return {QDeadlineTimer(options.patience), std::move(stop)};
    }

    // caldavreading.cpp
    QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, DavLimits limits);
    QCoro::Task<Result<QList<Event>>> list(Interval window, DavLimits limits);

    // caldavchanges.cpp
    QCoro::Task<Result<CalendarChanges>> changes(QString token, DavLimits limits);
    QCoro::Task<Result<void>> check(DavLimits limits);

    // caldavcalendar.cpp: one event
    QCoro::Task<Result<std::optional<Event>>> find(QString id, DavLimits limits);
    QCoro::Task<Result<Event>> insert(Event event, DavLimits limits);
    QCoro::Task<Result<Event>> update(Event event, DavLimits limits);
    QCoro::Task<Result<void>> remove(QString id, DavLimits limits);

    std::atomic<qint64> unreadable = 0;

private:
    /// One calendar object resource, as fetched.
    struct Resource
    {
        QString id;
        QString etag;
        QByteArray data;
    };
    /// The same, read.
    struct Item
    {
        ICalComponent calendar;
        ICalendarObject object;
        [[nodiscard]] std::optional<Event> event() const; ///< the one that stands for all of it
    };

    QCoro::Task<Result<DavPlace>> place(DavLimits limits);
    QCoro::Task<Result<void>> findPlace(DavLimits limits);
    [[nodiscard]] ICalendarReader &reader();
    [[nodiscard]] ICalendarWriter writer() const;
    /// Protocol when it is no calendar.
    Result<Item> read(const Resource &resource);
    /// All that can be read; what cannot is counted.
    QList<ICalendarObject> readAll(const QList<Resource> &resources);

    // Many resources.
    struct Range
    {
        Instant start;
        std::optional<Instant> end; ///< nothing: for ever
    };
    QCoro::Task<Result<QList<Resource>>> resourcesIn(Range range, DavLimits limits);
    struct Answer
    {
        QList<Resource> resources;
        QList<QByteArray> withoutData; ///< hrefs
        bool isCutShort = false; ///< there are more than the server tells
    };
    QCoro::Task<Result<Answer>> query(QUrl collection, Range range, DavLimits limits);
    QCoro::Task<Result<QList<QByteArray>>> members(QUrl collection, DavLimits limits);
    struct Fetched
    {
        QList<Resource> resources;
        QStringList missing; ///< ids
    };
    QCoro::Task<Result<Fetched>> fetch(QUrl collection, QList<QByteArray> hrefs, DavLimits limits);
    [[nodiscard]] static Answer answerOf(const Multistatus &multistatus, const QUrl &collection);

    // Changes.
    struct Marks
    {
        QString ctag;
        QString syncToken;
    };
    QCoro::Task<Result<Marks>> marks(QUrl collection, DavLimits limits);
    struct Delta
    {
        QList<QByteArray> changed; ///< hrefs, removed ones too
        QString token;
    };
    /// Conflict when the server no longer knows @p token.
    QCoro::Task<Result<Delta>> delta(QUrl collection, QString token, DavLimits limits);
    QCoro::Task<Result<CalendarChanges>> allThere(QUrl collection, DavLimits limits);
    void addEvents(const QList<Resource> &resources, CalendarChanges *changes);

    // One resource.
    QCoro::Task<Result<std::optional<Resource>>> get(QString id, DavLimits limits);
    QCoro::Task<Result<QString>> etagOf(QUrl url, DavLimits limits);
    QCoro::Task<Result<DavReply>> put(QUrl url, ICalComponent calendar, HttpHeaders conditions,
                                      DavRequest::Repeat repeat, DavLimits limits);
    QCoro::Task<Result<Event>> written(Event event, DavReply reply, DavLimits limits);
    QCoro::Task<Result<std::optional<Event>>> findByUid(QString uid, DavLimits limits);

    const Options options;
    std::shared_ptr<DavClient> client;
    const Clock &clock;
    std::optional<DavPlace> m_place;
    std::optional<ICalendarReader> m_reader; ///< once the owner's addresses are known
    enum class Query { InRange, All, OneByOne };
    Query m_query = Query::InRange; ///< the best the server is known to answer
};

} // namespace ChatCal
