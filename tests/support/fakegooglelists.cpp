// SPDX-License-Identifier: Apache-2.0
// The part of FakeGoogleEvents that lists and expands.
#include "core/base/ids.h"
#include "core/calendar/recurrence.h"
#include "core/time/words.h"
#include "tests/support/fakegoogleevents.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

using Answer = FakeGoogleEvents::Answer;

Answer bad(const QString &message, const QString &reason = u"invalid"_s)
{
    return FakeGoogleEvents::failure(400, reason, message);
}

bool isDeleted(const QJsonObject &resource)
{
    return resource["status"_L1].toString() == "cancelled"_L1;
}

QString fingerprintOf(FakeGoogleEvents::Query query)
{
    query.remove(u"pageToken"_s);
    QStringList parts;
    for (auto it = query.begin(); it != query.end(); ++it)
        parts.append(it.key() + u'=' + it.value());
    parts.sort();
    return parts.join(u'&');
}

/// Of a deleted event only its id is certain to be told.
QJsonObject remains(const QJsonObject &resource)
{
    QJsonObject left;
    for (const QString &member :
         {u"kind"_s, u"etag"_s, u"id"_s, u"status"_s, u"recurringEventId"_s, u"originalStartTime"_s}) {
        if (resource.contains(member))
            left.insert(member, resource[member]);
    }
    return left;
}

} // namespace

std::optional<Instant> FakeGoogleEvents::instantOf(const QJsonValue &time) const
{
    if (time["date"_L1].isString()) {
        const auto day = fromIsoLocal(time["date"_L1].toString() + u"T00:00"_s);
        return day ? std::optional(m_zone.toInstant(*day)) : std::nullopt;
    }
    if (const auto instant = fromRfc3339(time["dateTime"_L1].toString()))
        return instant;
    const auto local = fromIsoLocal(time["dateTime"_L1].toString());
    const auto zone = Zone::find(time["timeZone"_L1].toString());
    return local && zone ? std::optional(zone->toInstant(*local)) : std::nullopt;
}

QJsonObject FakeGoogleEvents::timeOf(Instant instant, const QJsonObject &like) const
{
    if (like.contains("date"_L1))
        return {{u"date"_s, toIsoDate(m_zone.toLocalDate(instant))}};
    return {{u"dateTime"_s, toRfc3339({instant, m_zone})},
            {u"timeZone"_s, like["timeZone"_L1].toString(m_zone.name())}};
}

std::optional<Event> FakeGoogleEvents::eventOf(const QJsonObject &resource) const
{
    const auto start = instantOf(resource["start"_L1]);
    const auto end = instantOf(resource["end"_L1]);
    if (!start || !end)
        return std::nullopt;
    Event event;
    event.id = resource["id"_L1].toString();
    event.when = {*start, *end};
    event.allDay = resource["start"_L1].toObject().contains("date"_L1);
    event.zone = Zone::find(resource["start"_L1]["timeZone"_L1].toString()).value_or(m_zone);
    for (const QJsonValue line : resource["recurrence"_L1].toArray()) {
        const QString name = line.toString().section(u':', 0, 0);
        const QString value = line.toString().section(u':', 1);
        if (name == "RRULE"_L1)
            event.recurrenceRule = value;
        if (!name.startsWith("EXDATE"_L1))
            continue;
        QString stamp = value;
        stamp.insert(6, u'-').insert(4, u'-');
        if (name.contains("VALUE=DATE"_L1)) {
            event.exceptions.append(m_zone.toInstant(*fromIsoLocal(stamp + u"T00:00"_s)));
        } else {
            stamp.insert(15, u':').insert(13, u':');
            const auto local = fromIsoLocal(stamp.left(19));
            if (!local || !stamp.endsWith(u'Z'))
                return std::nullopt;
            event.exceptions.append(Zone().toInstant(*local));
        }
    }
    return event;
}

QList<QJsonObject> FakeGoogleEvents::occurrencesOf(const Calendar &calendar, const Stored &master,
                                                   const Interval &window) const
{
    const auto event = eventOf(master.resource);
    if (!event)
        return {};
    const auto spans = occurrences(*event, window, 50'000);
    if (!spans)
        return {};
    QJsonObject like = shown(master);
    like.remove(u"recurrence"_s);
    QList<QJsonObject> found;
    const bool isSeries = !event->recurrenceRule.isEmpty();
    for (const Interval &span : *spans) {
        QJsonObject one = like;
        if (isSeries) {
            const QString stamp = toRfc3339({span.start, Zone()}).left(19).remove(u'-').remove(u':') + u'Z';
            const QString id = event->id + u'_' + stamp;
            if (calendar.contains(id)) // moved or cancelled: stands for itself
                continue;
            const QJsonObject start = like["start"_L1].toObject();
            one.insert(u"id"_s, id);
            one.insert(u"recurringEventId"_s, event->id);
            one.insert(u"originalStartTime"_s, timeOf(span.start, start));
            one.insert(u"start"_s, timeOf(span.start, start));
            one.insert(u"end"_s, timeOf(span.end, start));
        }
        found.append(one);
    }
    return found;
}

/// Occurrences with an end after the window's start and a start before its end, by start.
QList<QJsonObject> FakeGoogleEvents::singles(const Calendar &calendar, const Interval &window) const
{
    QList<std::pair<Instant, QJsonObject>> found;
    for (const Stored &stored : calendar) {
        if (isDeleted(stored.resource))
            continue;
        for (const QJsonObject &one : occurrencesOf(calendar, stored, window)) {
            if (*instantOf(one["end"_L1]) > window.start && *instantOf(one["start"_L1]) < window.end)
                found.append({*instantOf(one["start"_L1]), one});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<QJsonObject> singles;
    for (const auto &[start, one] : found)
        singles.append(one);
    return singles;
}

QJsonArray FakeGoogleEvents::all(const Calendar &calendar, const Query &query) const
{
    const Instant from = fromRfc3339(query.value(u"timeMin"_s)).value_or(Instant() - 24h * 365 * 100);
    const Instant to = fromRfc3339(query.value(u"timeMax"_s)).value_or(Instant() + 24h * 365 * 130);
    QJsonArray items;
    if (query.value(u"singleEvents"_s) == "true"_L1) {
        for (const QJsonObject &one : singles(calendar, {from, to}))
            items.append(one);
        return items;
    }
    for (const Stored &stored : calendar) {
        const bool isException = stored.resource.contains("recurringEventId"_L1);
        if (isDeleted(stored.resource)) {
            const auto series = calendar.constFind(stored.resource["recurringEventId"_L1].toString());
            if (isException && series != calendar.cend() && !isDeleted(series->resource))
                items.append(remains(stored.resource));
            continue;
        }
        const auto event = eventOf(stored.resource);
        const auto end = event ? seriesEnd(*event) : Result<std::optional<Instant>>();
        if (!event || !end || ((!*end || **end > from) && event->when.start < to))
            items.append(shown(stored)); // what the fake itself cannot read is told as it is
    }
    return items;
}

QJsonArray FakeGoogleEvents::since(const Calendar &calendar, qint64 change)
{
    QJsonArray items;
    for (auto it = calendar.begin(); it != calendar.end(); ++it) {
        const bool isPhantom = m_phantoms.remove(it.key());
        if (isPhantom)
            items.append(QJsonObject{{u"id"_s, it.key()}, {u"status"_s, u"cancelled"_s}});
        else if (it->change > change)
            items.append(isDeleted(it->resource) ? remains(it->resource) : shown(*it));
    }
    return items;
}

std::optional<Answer> FakeGoogleEvents::listWrong(const Query &query) const
{
    static const QStringList known{u"alwaysIncludeEmail"_s,
                                   u"eventTypes"_s,
                                   u"fields"_s,
                                   u"iCalUID"_s,
                                   u"maxAttendees"_s,
                                   u"maxResults"_s,
                                   u"orderBy"_s,
                                   u"pageToken"_s,
                                   u"privateExtendedProperty"_s,
                                   u"q"_s,
                                   u"sharedExtendedProperty"_s,
                                   u"showDeleted"_s,
                                   u"showHiddenInvitations"_s,
                                   u"singleEvents"_s,
                                   u"syncToken"_s,
                                   u"timeMax"_s,
                                   u"timeMin"_s,
                                   u"timeZone"_s,
                                   u"updatedMin"_s};
    static const QStringList unlikeSync{u"iCalUID"_s,
                                        u"orderBy"_s,
                                        u"privateExtendedProperty"_s,
                                        u"q"_s,
                                        u"sharedExtendedProperty"_s,
                                        u"timeMin"_s,
                                        u"timeMax"_s,
                                        u"updatedMin"_s,
                                        u"showDeleted"_s};
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (!known.contains(it.key()))
            return bad(u"Unknown parameter."_s);
        if (query.contains(u"syncToken"_s) && unlikeSync.contains(it.key()))
            return bad(u"Sync token cannot be used with %1."_s.arg(it.key()));
        if (it.key().startsWith("time"_L1) && it.key() != "timeZone"_L1 && !fromRfc3339(it.value()))
            return bad(u"Bad Request"_s, u"badRequest"_s);
    }
    if (query.value(u"orderBy"_s) == "startTime"_L1 && query.value(u"singleEvents"_s) != "true"_L1)
        return bad(u"The requested ordering is not available for the particular query."_s);
    const auto from = fromRfc3339(query.value(u"timeMin"_s));
    const auto to = fromRfc3339(query.value(u"timeMax"_s));
    if (from && to && *from >= *to)
        return bad(u"The specified time range is empty."_s, u"timeRangeEmpty"_s);
    const int most = query.value(u"maxResults"_s, u"250"_s).toInt();
    if (most < 1 || most > 2500)
        return bad(u"Invalid maxResults."_s);
    return std::nullopt;
}

Answer FakeGoogleEvents::list(const Request &request)
{
    const Calendar *there = calendar(request.calendarId);
    if (there == nullptr)
        return failure(404, u"notFound"_s, u"Not Found"_s);
    const Query &query = request.query;
    if (const auto no = listWrong(query))
        return *no;
    if (query.contains(u"pageToken"_s)) {
        const auto going = m_pages.find(query.value(u"pageToken"_s));
        if (going == m_pages.end() || going->fingerprint != fingerprintOf(query))
            return bad(u"Invalid page token value."_s);
        return pageOf(*going, query);
    }
    Listing listing;
    listing.fingerprint = fingerprintOf(query);
    if (!query.contains(u"orderBy"_s))
        listing.sync = u"Cs/+%1="_s.arg(m_changes); // opaque, and with letters that must be encoded in a query
    if (!query.contains(u"syncToken"_s)) {
        listing.items = all(*there, query);
        return pageOf(listing, query);
    }
    const QString token = query.value(u"syncToken"_s);
    if (!token.startsWith("Cs/+"_L1) || !token.endsWith(u'='))
        return bad(u"Invalid sync token value."_s);
    const qint64 since = QStringView(token).mid(4).chopped(1).toLongLong();
    if (since < m_oldestSync)
        return failure(410, u"fullSyncRequired"_s, u"Sync token is no longer valid, a full sync is required."_s);
    listing.items = this->since(*there, since);
    return pageOf(listing, query);
}

Answer FakeGoogleEvents::pageOf(Listing listing, const Query &query)
{
    const qsizetype most = std::min(query.value(u"maxResults"_s, u"250"_s).toInt(), m_pageLimit);
    QJsonObject json{{u"kind"_s, u"calendar#events"_s},
                     {u"summary"_s, u"Grace"_s},
                     {u"timeZone"_s, m_zone.name()},
                     {u"accessRole"_s, m_accessRole}};
    QJsonArray items;
    while (!listing.items.isEmpty() && items.size() < most)
        items.append(listing.items.takeAt(0));
    json.insert(u"items"_s, items);
    if (!listing.items.isEmpty()) {
        const QString token = u"page+%1/="_s.arg(++m_pageCounter);
        m_pages.insert(token, listing);
        json.insert(u"nextPageToken"_s, token);
    } else if (!listing.sync.isEmpty()) {
        json.insert(u"nextSyncToken"_s, listing.sync);
    }
    return {200, json};
}

} // namespace ChatCal
