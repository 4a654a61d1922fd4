// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/caldavcalendar_p.h"
#include "core/calendar/caldav/davhrefs.h"
#include "core/calendar/caldav/logging.h"
#include "core/calendar/freebusy.h"
#include "core/icalendar/vtimezone.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int mostListed = 2000;
constexpr int mostOccurrences = 50'000; ///< of one series in one window
constexpr qsizetype mostAtOnce = 50; ///< hrefs in one multiget
/// Servers place whole days and times without a zone in a zone of their own, at most 14 hours from the host's.
constexpr auto margin = 24h;
constexpr auto farEnough = 24h * 366 * 3; ///< where a range must end somewhere
constexpr auto shortestRange = 24h; ///< that is still divided when a server cuts its answer short

/// Whether a server that answers so does not do what was asked, and may do something simpler.
bool isRefusal(const DavClient::About &about)
{
    static constexpr std::array statuses{400, 405, 409, 415, 422, 501};
    return std::find(statuses.begin(), statuses.end(), about.status) != statuses.end()
        || (about.status == 403 && !about.precondition.isEmpty() && about.precondition != "need-privileges"_L1);
}

/// RFC 4791 §7.8: all of the answer is too much. RFC 6578 §3.6 and some servers: a part of it is left out.
bool isTooMany(const DavClient::About &about)
{
    return about.status == 507 || about.precondition == "number-of-matches-within-limits"_L1;
}

void sortByStart(QList<Event> *events)
{
    std::sort(events->begin(), events->end(), [](const Event &a, const Event &b) {
        return std::tie(a.when.start, a.when.end, a.id) < std::tie(b.when.start, b.when.end, b.id);
    });
}

} // namespace

CalDavCalendar::Private::Answer CalDavCalendar::Private::answerOf(const Multistatus &multistatus,
                                                                  const QUrl &collection)
{
    Answer answer;
    for (const DavResponse &response : multistatus.responses) {
        const QString id = idOfHref(response.href);
        if (id.isEmpty() || isSameResource(resolvedHref(collection, response.href), collection)) {
            answer.isCutShort = answer.isCutShort || response.status == 507;
            continue;
        }
        if (response.isGone())
            continue;
        const QString data = response.text(DavNames::calDav, u"calendar-data");
        if (data.isEmpty())
            answer.withoutData.append(response.href);
        else
            answer.resources.append({id, strongEtag(response.text(DavNames::dav, u"getetag")), data.toUtf8()});
    }
    return answer;
}

/// Events of @p range, or more than those. Falls back to simpler questions where the server refuses, and keeps to them.
QCoro::Task<Result<CalDavCalendar::Private::Answer>> CalDavCalendar::Private::query(QUrl collection, Range range,
                                                                                    DavLimits limits)
{
    const auto self = shared_from_this();
    while (m_query != Query::OneByOne) {
        const Query asked = m_query;
        QString filter;
        if (asked == Query::InRange) {
            filter = u"<c:time-range start=\"%1\""_s.arg(iCalendarUtc(range.start));
            filter += range.end ? u" end=\"%1\"/>"_s.arg(iCalendarUtc(*range.end)) : u"/>"_s;
        }
        DavClient::About about;
        const auto found =
            co_await client->multistatus("REPORT", collection, "1", DavXml::calendarQuery(filter), limits, &about);
        if (found)
            co_return answerOf(*found, collection);
        if (isTooMany(about)) {
            Answer none;
            none.isCutShort = true;
            co_return none;
        }
        if (!isRefusal(about))
            co_return tl::unexpected(found.error());
        const bool hadRange = asked == Query::InRange;
        if (hadRange && !range.end) { // some want both ends
            range.end = range.start + farEnough;
            continue;
        }
        qCInfo(lcCalDav) << "the server refuses a query" << (hadRange ? "with a time range;" : "of events;")
                         << "more is fetched instead";
        if (m_query == asked)
            m_query = hadRange ? Query::All : Query::OneByOne;
    }
    const auto hrefs = co_await members(collection, limits);
    if (!hrefs)
        co_return tl::unexpected(hrefs.error());
    Answer answer;
    answer.withoutData = *hrefs;
    co_return answer;
}

QCoro::Task<Result<QList<QByteArray>>> CalDavCalendar::Private::members(QUrl collection, DavLimits limits)
{
    const auto self = shared_from_this();
    const auto found = co_await client->multistatus("PROPFIND", collection, "1",
                                                    DavXml::propfind({u"d:getetag"_s, u"d:resourcetype"_s}), limits);
    if (!found)
        co_return tl::unexpected(found.error());
    co_return answerOf(*found, collection).withoutData;
}

/// The resources at @p hrefs; the ids of those that are not there.
QCoro::Task<Result<CalDavCalendar::Private::Fetched>>
CalDavCalendar::Private::fetch(QUrl collection, QList<QByteArray> hrefs, DavLimits limits)
{
    const auto self = shared_from_this();
    Fetched fetched;
    for (qsizetype from = 0; from < hrefs.size(); from += mostAtOnce) {
        const QList<QByteArray> part = hrefs.mid(from, mostAtOnce);
        const auto found =
            co_await client->multistatus("REPORT", collection, "1", DavXml::calendarMultiget(part), limits);
        if (!found)
            co_return tl::unexpected(found.error());
        QStringList missing;
        for (const QByteArray &href : part)
            missing.append(idOfHref(href));
        for (const DavResponse &response : found->responses) {
            const QString id = idOfHref(response.href);
            const QString data = response.text(DavNames::calDav, u"calendar-data");
            if (!data.isEmpty() && missing.removeAll(id) > 0)
                fetched.resources.append({id, strongEtag(response.text(DavNames::dav, u"getetag")), data.toUtf8()});
            else if (!response.isGone() && missing.contains(id))
                co_return failure(ErrorCode::Protocol, u"the server names an event and does not hand it out"_s);
        }
        fetched.missing += missing;
    }
    co_return fetched;
}

QCoro::Task<Result<QList<CalDavCalendar::Private::Resource>>> CalDavCalendar::Private::resourcesIn(Range range,
                                                                                                   DavLimits limits)
{
    const auto self = shared_from_this();
    auto where = co_await place(limits);
    if (!where)
        co_return tl::unexpected(where.error());
    QHash<QString, Resource> found; // a resource may be in two parts of the range
    QList<Range> parts{range};
    bool hasLookedAgain = false;
    while (!parts.isEmpty()) {
        const Range part = parts.takeFirst();
        auto answer = co_await query(where->collection, part, limits);
        if (!answer && answer.error().code == ErrorCode::NotFound && !hasLookedAgain) {
            hasLookedAgain = true; // the collection was moved
            const auto again = co_await findPlace(limits);
            if (!again)
                co_return tl::unexpected(again.error());
            where = *m_place;
            parts.prepend(part);
            continue;
        }
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isCutShort) {
            if (!part.end || *part.end - part.start <= shortestRange || m_query != Query::InRange)
                co_return failure(ErrorCode::Protocol, u"the server leaves events out of its answer"_s);
            const Instant middle = std::chrono::floor<std::chrono::seconds>(part.start + (*part.end - part.start) / 2);
            parts.prepend({middle, part.end});
            parts.prepend({part.start, middle});
            continue;
        }
        const auto fetched = co_await fetch(where->collection, answer->withoutData, limits);
        if (!fetched)
            co_return tl::unexpected(fetched.error());
        for (const Resource &resource : answer->resources + fetched->resources)
            found.insert(resource.id, resource);
    }
    co_return found.values();
}

QList<ICalendarObject> CalDavCalendar::Private::readAll(const QList<Resource> &resources)
{
    QList<ICalendarObject> objects;
    qint64 wrong = 0;
    for (const Resource &resource : resources) {
        auto item = read(resource);
        if (item) {
            wrong += item->object.unreadable;
            objects.append(std::move(item->object));
        } else {
            ++wrong;
        }
    }
    if (wrong > 0 && wrong != unreadable)
        qCWarning(lcCalDav) << wrong << "events cannot be read, or not in full, and are left out as far as that goes";
    unreadable = wrong;
    return objects;
}

QCoro::Task<Result<QList<Interval>>> CalDavCalendar::Private::freeBusy(Interval window, DavLimits limits)
{
    const auto self = shared_from_this();
    if (window.isEmpty())
        co_return QList<Interval>();
    const auto resources = co_await resourcesIn({window.start - margin, window.end + margin}, std::move(limits));
    if (!resources)
        co_return tl::unexpected(resources.error());
    QList<Interval> busy;
    for (const ICalendarObject &object : readAll(*resources)) {
        for (const ICalendarSeries &series : object.series) {
            const auto found = occurrencesOf(series, window, mostOccurrences);
            if (found.size() >= mostOccurrences)
                co_return failure(ErrorCode::InvalidInput, u"the window holds too many occurrences"_s);
            for (const Event &event : found) {
                if (blocksTime(event))
                    busy.append(event.when);
            }
        }
    }
    co_return mergeBusy(busy, window);
}

QCoro::Task<Result<QList<Event>>> CalDavCalendar::Private::list(Interval window, DavLimits limits)
{
    const auto self = shared_from_this();
    QList<Event> listed;
    if (window.isEmpty())
        co_return listed;
    const auto resources = co_await resourcesIn({window.start - margin, window.end + margin}, std::move(limits));
    if (!resources)
        co_return tl::unexpected(resources.error());
    for (const ICalendarObject &object : readAll(*resources)) {
        for (const ICalendarSeries &series : object.series)
            listed += occurrencesOf(series, window, mostListed);
    }
    sortByStart(&listed);
    if (listed.size() > mostListed)
        listed.resize(mostListed);
    co_return listed;
}

} // namespace ChatCal
