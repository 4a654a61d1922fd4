// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/icalendarreading.h"
#include "core/calendar/icalendarwriting.h"
#include "core/icalendar/component.h"
#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

#include <QJsonArray>

#include <set>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype largestImport = 1024 * 1024; // bytes; programs send long calendars in pieces
constexpr int meetingsAtOnce = 500;
constexpr int monthsBack = 60;
constexpr int monthsAhead = 24;
constexpr auto importedPrefix = "imp"_L1; ///< of what came in by importEvents(), so that undo takes back nothing else

/// Who may have all the data.
QCoro::Task<tl::expected<Caller, ServerResponse>> admitted(ApiParts parts, ServerRequest request)
{
    return identifyAdmin(&parts.engine.accounts(), std::move(request),
                         Sentence::en("Only an admin may take out or put in everything."));
}

/// People met, each once, by address or else by name.
QJsonArray contactsOf(const QList<Meeting> &meetings)
{
    QJsonArray contacts;
    std::set<QString> seen;
    for (const Meeting &meeting : meetings) {
        for (const Attendee &attendee : meeting.attendees) {
            const QString name = attendee.name.stored();
            const QString key = attendee.email.isEmpty() ? name.toCaseFolded() : attendee.email.toCaseFolded();
            if (seen.insert(key).second)
                contacts.append(
                    QJsonObject{{u"name"_s, name}, {u"email"_s, attendee.email}, {u"phone"_s, attendee.phone}});
        }
    }
    return contacts;
}

/// @p piece's events and zones into @p all, each zone once.
void addTo(ICalComponent &all, std::set<QString> &zones, const ICalComponent &piece)
{
    if (all.properties.isEmpty())
        all.properties = piece.properties;
    for (const ICalComponent &component : piece.components) {
        if (component.name == "VTIMEZONE" && !zones.insert(component.value("TZID")).second)
            continue;
        all.components.append(component);
    }
}

/// The local calendar as one iCalendar text. Calendars elsewhere are exported there.
QCoro::Task<Result<QByteArray>> calendarText(Engine *engine)
{
    const Host host = engine->booking().host();
    const Instant now = engine->clock().now();
    const ICalendarWriter writer(host.zone, host.email);
    ICalComponent all;
    all.name = "VCALENDAR";
    std::set<QString> zones;
    std::set<QString> written;
    for (int month = -monthsBack; month < monthsAhead; ++month) {
        const Interval window{now + std::chrono::days(30 * month), now + std::chrono::days(30 * (month + 1))};
        const auto listed = co_await engine->calendar().list(window, {});
        if (!listed)
            co_return tl::unexpected(listed.error());
        for (const Event &occurrence : *listed) {
            if (!written.insert(occurrence.id).second)
                continue;
            const auto event = co_await engine->calendar().find(occurrence.id, {});
            if (!event)
                co_return tl::unexpected(event.error());
            if (*event)
                addTo(all, zones, writer.write(**event, {now, {}}));
        }
    }
    co_return toICalendarText(all);
}

QCoro::Task<ServerResponse> exportAll(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    QList<Meeting> meetings;
    MeetingQuery query;
    query.limit = meetingsAtOnce;
    do {
        const auto page = co_await parts.engine.booking().meetings(query, caller->actor());
        if (!page)
            co_return toProblem(page.error());
        meetings += page->meetings;
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    QJsonArray list;
    for (const Meeting &meeting : std::as_const(meetings))
        list.append(toJson(meeting));
    const QString kept = parts.engine.calendar().name();
    QJsonObject calendar{{u"kept"_s, kept}};
    if (kept == "local"_L1) {
        const auto text = co_await calendarText(&parts.engine);
        if (!text)
            co_return toProblem(text.error());
        calendar.insert(u"ics"_s, QString::fromUtf8(*text));
    }
    const Zone zone = parts.engine.booking().host().zone;
    co_return ServerResponse::json({{u"format"_s, u"chatcal-export"_s},
                                    {u"version"_s, 1},
                                    {u"exported_at"_s, toRfc3339({parts.engine.clock().now(), zone})},
                                    {u"settings"_s, parts.engine.hostSettings().current()},
                                    {u"meetings"_s, list},
                                    {u"contacts"_s, contactsOf(meetings)},
                                    {u"calendar"_s, calendar}});
}

/// The same for the same event however often it comes in.
QString importedId(const QString &uid, const QString &occurrence = {})
{
    return importedPrefix + fingerprint((uid + u'\n' + occurrence).toUtf8()).left(40);
}

/// The events of @p series as this calendar can hold them: what became of single occurrences are events of their own.
QList<Event> eventsOf(const ICalendarSeries &series)
{
    QList<Event> events;
    if (series.main) {
        Event main = *series.main;
        main.id = importedId(main.uid);
        for (const ICalendarSeries::Override &changed : series.overrides)
            main.exceptions.append(changed.original);
        events.append(main);
    }
    for (const ICalendarSeries::Override &changed : series.overrides) {
        Event event = changed.event;
        const QString occurrence = toRfc3339({changed.original, Zone()});
        event.id = importedId(event.uid, occurrence);
        event.uid += u"-"_s + fingerprint(occurrence.toUtf8()).left(12);
        event.recurrenceRule.clear();
        events.append(event);
    }
    return events;
}

QCoro::Task<ServerResponse> importEvents(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    const auto body = parseJsonObject(request.body);
    if (!body)
        co_return toProblem(body.error());
    const Host host = parts.engine.booking().host();
    ICalendarReader reader(host.zone, host.email.isEmpty() ? QStringList() : QStringList{host.email});
    const auto calendar = reader.read(body->value("ics"_L1).toString().toUtf8());
    if (!calendar)
        co_return toProblem(invalidField(u"ics"_s, Sentence::en("is no iCalendar text")).value());
    const bool commits = body->value("commit"_L1).toBool();
    int known = 0;
    int failed = calendar->unreadable;
    QJsonArray added;
    int fresh = 0;
    for (const ICalendarSeries &series : calendar->series) {
        const QString uid = series.main ? series.main->uid : series.overrides.first().event.uid;
        const auto meeting = co_await parts.engine.booking().find(uid, caller->actor());
        if (!meeting && meeting.error().code != ErrorCode::NotFound)
            co_return toProblem(meeting.error()); // not known to be nobody's: it might come in twice
        for (Event event : eventsOf(series)) {
            // A host without an address is nobody's guest: the file is most likely the host's own.
            event.isOthers = event.isOthers && !host.email.isEmpty();
            const auto there = co_await parts.engine.calendar().find(event.id, {});
            if (!there)
                co_return toProblem(there.error());
            if (*there || meeting) {
                ++known;
                continue;
            }
            ++fresh;
            if (!commits)
                continue;
            const auto inserted = co_await parts.engine.calendar().insert(event, {});
            if (inserted)
                added.append(inserted->id);
            else if (inserted.error().code == ErrorCode::Conflict)
                ++known;
            else if (inserted.error().code == ErrorCode::InvalidInput)
                ++failed;
            else
                co_return toProblem(inserted.error());
        }
    }
    co_return ServerResponse::json(
        {{u"new"_s, fresh}, {u"known"_s, known}, {u"unreadable"_s, failed}, {u"added"_s, added}});
}

/// Takes out what importEvents() brought in, by the ids it named.
QCoro::Task<ServerResponse> undoImport(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await admitted(parts, request);
    if (!caller)
        co_return caller.error();
    const auto body = parseJsonObject(request.body);
    if (!body)
        co_return toProblem(body.error());
    int removed = 0;
    for (const auto &value : body->value("ids"_L1).toArray()) {
        const QString id = value.toString();
        if (!id.startsWith(importedPrefix))
            continue;
        const auto gone = co_await parts.engine.calendar().remove(id, {});
        if (!gone)
            co_return toProblem(gone.error());
        ++removed;
    }
    co_return ServerResponse::json({{u"removed"_s, removed}});
}

} // namespace

void addOwnData(Router &router, ApiParts parts)
{
    router.route("GET", u"/api/v1/export"_s,
                 [parts](ServerRequest request) { return exportAll(parts, std::move(request)); });
    router.route("POST", u"/api/v1/import"_s,
                 [parts](ServerRequest request) { return importEvents(parts, std::move(request)); },
                 {.maximumBody = largestImport});
    router.route("POST", u"/api/v1/import/undo"_s,
                 [parts](ServerRequest request) { return undoImport(parts, std::move(request)); });
}

} // namespace ChatCal
