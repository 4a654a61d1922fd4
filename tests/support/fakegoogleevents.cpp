// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakegoogleevents.h"

#include "core/calendar/recurrence.h"
#include "core/time/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Answer = FakeGoogleEvents::Answer;

const QString owner = u"grace@example.com"_s;

Answer bad(const QString &message, const QString &reason = u"invalid"_s)
{
    return FakeGoogleEvents::failure(400, reason, message);
}

bool isId(const QString &id)
{
    return id.size() >= 5 && id.size() <= 1024 && std::all_of(id.begin(), id.end(), [](QChar c) {
               return (c >= u'a' && c <= u'v') || (c >= u'0' && c <= u'9');
           });
}

bool isDeleted(const QJsonObject &resource)
{
    return resource["status"_L1].toString() == "cancelled"_L1;
}

/// JSON merge patch, as partial updates work: null removes, objects merge, everything else replaces.
QJsonObject merged(QJsonObject target, const QJsonObject &patch)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.value().isNull())
            target.remove(it.key());
        else if (it.value().isObject())
            target.insert(it.key(), merged(target[it.key()].toObject(), it.value().toObject()));
        else
            target.insert(it.key(), it.value());
    }
    return target;
}

std::optional<Answer> wrongTime(const QJsonObject &resource, const QString &name)
{
    const QJsonObject time = resource[name].toObject();
    const bool isDate = time.contains("date"_L1);
    if (isDate == time.contains("dateTime"_L1))
        return bad(u"Missing or ambiguous %1 time."_s.arg(name), u"required"_s);
    if (isDate)
        return fromIsoLocal(time["date"_L1].toString() + u"T00:00"_s) ? std::nullopt : std::optional(bad(u"A date."_s));
    if (!fromRfc3339(time["dateTime"_L1].toString())
        && (!fromIsoLocal(time["dateTime"_L1].toString()) || !time.contains("timeZone"_L1)))
        return bad(u"Missing time zone definition for %1 time."_s.arg(name));
    if (time.contains("timeZone"_L1) && !Zone::find(time["timeZone"_L1].toString()))
        return bad(u"Invalid time zone."_s);
    if (resource.contains("recurrence"_L1) && !time.contains("timeZone"_L1))
        return bad(u"Missing time zone definition for %1 time."_s.arg(name), u"required"_s);
    return std::nullopt;
}

std::optional<Answer> wrongProperties(const QJsonObject &properties)
{
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!it.value().isString() || it.key().size() > 44 || it.value().toString().size() > 1024)
            return bad(u"Invalid extended property."_s);
    }
    return std::nullopt;
}

} // namespace

FakeGoogleEvents::FakeGoogleEvents() : m_zone(*Zone::find(u"Europe/Berlin"_s))
{
    addCalendar(owner);
}

Answer FakeGoogleEvents::failure(int status, const QString &reason, const QString &message)
{
    const QJsonObject first{{u"domain"_s, u"global"_s}, {u"reason"_s, reason}, {u"message"_s, message}};
    return {
        status,
        {{u"error"_s, QJsonObject{{u"errors"_s, QJsonArray{first}}, {u"code"_s, status}, {u"message"_s, message}}}}};
}

QString FakeGoogleEvents::key(const QString &calendarId)
{
    return calendarId == "primary"_L1 ? owner : calendarId;
}

const FakeGoogleEvents::Calendar *FakeGoogleEvents::calendar(const QString &id) const
{
    const auto found = m_calendars.constFind(key(id));
    return found == m_calendars.cend() ? nullptr : &*found;
}

std::optional<Answer> FakeGoogleEvents::wrong(const QJsonObject &resource) const
{
    for (const QString &name : {u"start"_s, u"end"_s}) {
        if (const auto no = wrongTime(resource, name))
            return no;
    }
    const bool isDate = resource["start"_L1].toObject().contains("date"_L1);
    if (isDate != resource["end"_L1].toObject().contains("date"_L1))
        return bad(u"Start and end must both be dates or both be times."_s);
    const auto start = instantOf(resource["start"_L1]);
    const auto end = instantOf(resource["end"_L1]);
    if (*end < *start || (isDate && *end == *start))
        return bad(u"The specified time range is empty."_s, u"timeRangeEmpty"_s);
    if (!QStringList{{}, u"confirmed"_s, u"tentative"_s, u"cancelled"_s}.contains(resource["status"_L1].toString()))
        return bad(u"Invalid status."_s);
    if (!QStringList{{}, u"opaque"_s, u"transparent"_s}.contains(resource["transparency"_L1].toString()))
        return bad(u"Invalid transparency."_s);
    for (const QJsonValue person : resource["attendees"_L1].toArray()) {
        if (!person["email"_L1].toString().contains(u'@'))
            return bad(u"Missing attendee email."_s, u"required"_s);
    }
    for (const QJsonValue line : resource["recurrence"_L1].toArray()) {
        const QString name = line.toString().section(u':', 0, 0).section(u';', 0, 0);
        if (!QStringList{u"RRULE"_s, u"EXRULE"_s, u"RDATE"_s, u"EXDATE"_s}.contains(name))
            return bad(u"Invalid recurrence rule."_s);
    }
    if (const auto event = eventOf(resource); !event || !checkRecurrence(*event))
        return bad(u"Invalid recurrence rule."_s);
    const QJsonObject properties = resource["extendedProperties"_L1].toObject();
    for (const QString &kind : {u"private"_s, u"shared"_s}) {
        if (const auto no = wrongProperties(properties[kind].toObject()))
            return no;
    }
    return std::nullopt;
}

std::optional<Answer> FakeGoogleEvents::conferenceWrong(const Request &request) const
{
    const QJsonObject wish = request.body["conferenceData"_L1]["createRequest"_L1].toObject();
    if (request.query.value(u"conferenceDataVersion"_s) != "1"_L1 || wish.isEmpty())
        return std::nullopt;
    if (wish["requestId"_L1].toString().isEmpty())
        return bad(u"Missing conference request id."_s, u"required"_s);
    const QString type = wish["conferenceSolutionKey"_L1]["type"_L1].toString();
    if (type != "hangoutsMeet"_L1 || m_conferences == Conferences::NotAllowed)
        return bad(u"Invalid conference type value."_s);
    return std::nullopt;
}

void FakeGoogleEvents::makeConference(const Request &request, QJsonObject *resource, const QJsonObject &before)
{
    if (request.query.value(u"conferenceDataVersion"_s) != "1"_L1) { // what such a client says of them is ignored
        resource->remove(u"conferenceData"_s);
        if (before.contains("conferenceData"_L1))
            resource->insert(u"conferenceData"_s, before["conferenceData"_L1]);
        return;
    }
    QJsonObject wish = resource->value("conferenceData"_L1)["createRequest"_L1].toObject();
    if (wish.isEmpty() || wish.contains("status"_L1))
        return;
    const QString id = wish["requestId"_L1].toString();
    if (m_conferenceRequests.contains(id)) { // a repeat is ignored
        resource->remove(u"conferenceData"_s);
        if (before.contains("conferenceData"_L1))
            resource->insert(u"conferenceData"_s, before["conferenceData"_L1]);
        return;
    }
    m_conferenceRequests.insert(id);
    wish.insert(u"status"_s, QJsonObject{{u"statusCode"_s, u"pending"_s}});
    resource->insert(u"conferenceData"_s, QJsonObject{{u"createRequest"_s, wish}});
}

/// The resource as an answer shows it, its conference as far as it is by now.
QJsonObject FakeGoogleEvents::shown(const Stored &stored) const
{
    QJsonObject resource = stored.resource;
    QJsonObject data = resource.value("conferenceData"_L1).toObject();
    QJsonObject wish = data.value("createRequest"_L1).toObject();
    if (wish.isEmpty())
        return resource;
    const int look = stored.looks++;
    const bool isReady =
        m_conferences == Conferences::AtOnce || (m_conferences == Conferences::AfterTwoLooks && look >= 2);
    if (m_conferences == Conferences::Fail)
        wish.insert(u"status"_s, QJsonObject{{u"statusCode"_s, u"failure"_s}});
    if (isReady) {
        wish.insert(u"status"_s, QJsonObject{{u"statusCode"_s, u"success"_s}});
        const QString link = u"https://meet.google.com/"_s + wish["requestId"_L1].toString().left(10);
        data.insert(u"entryPoints"_s,
                    QJsonArray{QJsonObject{{u"entryPointType"_s, u"video"_s}, {u"uri"_s, link}},
                               QJsonObject{{u"entryPointType"_s, u"phone"_s}, {u"uri"_s, u"tel:+1-555-0100"_s}}});
        resource.insert(u"hangoutLink"_s, link);
    }
    data.insert(u"createRequest"_s, wish);
    resource.insert(u"conferenceData"_s, data);
    return resource;
}

void FakeGoogleEvents::store(const QString &calendarId, const QString &id, QJsonObject resource)
{
    ++m_changes;
    resource.insert(u"id"_s, id);
    resource.insert(u"kind"_s, u"calendar#event"_s);
    resource.insert(u"etag"_s, u"\"%1\""_s.arg(3'000'000'000 + m_changes * 2));
    if (!resource.contains("status"_L1))
        resource.insert(u"status"_s, u"confirmed"_s);
    if (!resource.contains("iCalUID"_L1))
        resource.insert(u"iCalUID"_s, id + u"@google.com"_s);
    if (!resource.contains("eventType"_L1))
        resource.insert(u"eventType"_s, u"default"_s);
    const QJsonObject self{{u"email"_s, owner}, {u"self"_s, true}};
    for (const QString &role : {u"creator"_s, u"organizer"_s}) {
        if (!resource.contains(role))
            resource.insert(role, self);
    }
    for (const QString &text : {u"summary"_s, u"description"_s, u"location"_s}) {
        if (resource[text].toString().isEmpty())
            resource.remove(text);
    }
    if (resource["transparency"_L1].toString() == "opaque"_L1)
        resource.remove(u"transparency"_s);
    if (resource["recurrence"_L1].toArray().isEmpty())
        resource.remove(u"recurrence"_s);
    QJsonArray attendees;
    for (const QJsonValue person : resource["attendees"_L1].toArray()) {
        QJsonObject attendee = person.toObject();
        if (!attendee.contains("responseStatus"_L1))
            attendee.insert(u"responseStatus"_s, u"needsAction"_s);
        if (attendee["email"_L1].toString() == owner)
            attendee.insert(u"self"_s, true);
        attendees.append(attendee);
    }
    resource.remove(u"attendees"_s);
    if (!attendees.isEmpty())
        resource.insert(u"attendees"_s, attendees);
    for (const QString &name : {u"start"_s, u"end"_s}) {
        if (const auto instant = instantOf(resource[name]))
            resource.insert(name, timeOf(*instant, resource[name].toObject()));
    }
    Stored &stored = m_calendars[key(calendarId)][id];
    stored = {resource, m_changes};
}

Answer FakeGoogleEvents::write(const Request &request, QJsonObject resource, const QJsonObject &before)
{
    if (const auto no = wrong(resource))
        return *no;
    if (const auto no = conferenceWrong(request))
        return *no;
    const QString updates = request.query.value(u"sendUpdates"_s);
    if (!QStringList{{}, u"all"_s, u"externalOnly"_s, u"none"_s}.contains(updates))
        return bad(u"Invalid sendUpdates."_s);
    if (updates == "all"_L1 || updates == "externalOnly"_L1)
        ++m_mails;
    const int knownRequests = static_cast<int>(m_conferenceRequests.size());
    makeConference(request, &resource, before);
    m_conferencesMade += static_cast<int>(m_conferenceRequests.size()) - knownRequests;
    const QString id = resource["id"_L1].toString();
    store(request.calendarId, id, resource);
    return {200, shown(m_calendars[key(request.calendarId)][id])};
}

Answer FakeGoogleEvents::insert(const Request &request)
{
    const Calendar *there = calendar(request.calendarId);
    if (there == nullptr)
        return failure(404, u"notFound"_s, u"Not Found"_s);
    QJsonObject resource = request.body;
    if (resource.contains("id"_L1) && resource.contains("iCalUID"_L1))
        return bad(u"Only one of id and iCalUID should be given."_s);
    if (!resource.contains("id"_L1))
        resource.insert(u"id"_s, u"made%1"_s.arg(m_changes));
    const QString id = resource["id"_L1].toString();
    if (!isId(id))
        return bad(u"Invalid resource id value."_s);
    if (there->contains(id)) // deleted or not
        return failure(409, u"duplicate"_s, u"The requested identifier already exists."_s);
    resource.insert(u"sequence"_s, resource["sequence"_L1].toInt());
    return write(request, resource, {});
}

Answer FakeGoogleEvents::get(const Request &request) const
{
    const Calendar *there = calendar(request.calendarId);
    if (there == nullptr || !there->contains(request.eventId))
        return failure(404, u"notFound"_s, u"Not Found"_s);
    return {200, shown(*there->constFind(request.eventId))};
}

Answer FakeGoogleEvents::patch(const Request &request)
{
    const Answer known = get(request);
    if (known.status != 200)
        return known;
    if (!request.ifMatch.isEmpty() && request.ifMatch != known.json["etag"_L1].toString())
        return failure(412, u"conditionNotMet"_s, u"Precondition Failed"_s);
    QJsonObject resource = merged(known.json, request.body);
    resource.insert(u"id"_s, request.eventId);
    const bool isMoved = resource["start"_L1] != known.json["start"_L1] || resource["end"_L1] != known.json["end"_L1];
    resource.insert(u"sequence"_s, known.json["sequence"_L1].toInt() + (isMoved ? 1 : 0));
    return write(request, resource, known.json);
}

Answer FakeGoogleEvents::update(const Request &request)
{
    const Answer known = get(request);
    if (known.status != 200)
        return known;
    if (!request.ifMatch.isEmpty() && request.ifMatch != known.json["etag"_L1].toString())
        return failure(412, u"conditionNotMet"_s, u"Precondition Failed"_s);
    QJsonObject resource = request.body;
    resource.insert(u"id"_s, request.eventId);
    resource.insert(u"iCalUID"_s, known.json["iCalUID"_L1]);
    resource.insert(u"sequence"_s, known.json["sequence"_L1].toInt() + 1);
    return write(request, resource, known.json);
}

Answer FakeGoogleEvents::remove(const Request &request)
{
    const Answer known = get(request);
    if (known.status != 200)
        return known;
    if (isDeleted(known.json))
        return failure(410, u"deleted"_s, u"Resource has been deleted"_s);
    if (request.query.value(u"sendUpdates"_s) == "all"_L1)
        ++m_mails;
    QJsonObject resource = known.json;
    resource.insert(u"status"_s, u"cancelled"_s);
    store(request.calendarId, request.eventId, resource);
    return {204, {}};
}

Answer FakeGoogleEvents::freeBusy(const QJsonObject &body) const
{
    const auto from = fromRfc3339(body["timeMin"_L1].toString());
    const auto to = fromRfc3339(body["timeMax"_L1].toString());
    if (!from || !to)
        return bad(u"Missing time."_s, u"required"_s);
    if (*to <= *from)
        return bad(u"The specified time range is empty."_s, u"timeRangeEmpty"_s);
    if (*to - *from > std::chrono::days(92))
        return bad(u"The requested time range is too long."_s, u"timeRangeTooLong"_s);
    const QJsonArray items = body["items"_L1].toArray();
    if (items.size() > 50)
        return bad(u"Too many calendars."_s, u"tooManyCalendarsRequested"_s);
    QJsonObject calendars;
    for (const QJsonValue item : items) {
        const QString id = item["id"_L1].toString();
        const Calendar *there = calendar(id);
        const QString reason = there == nullptr ? u"notFound"_s : m_busyErrors.value(id);
        QJsonArray busy;
        if (!reason.isEmpty()) {
            const QJsonObject error{{u"domain"_s, u"global"_s}, {u"reason"_s, reason}};
            calendars.insert(id, QJsonObject{{u"errors"_s, QJsonArray{error}}, {u"busy"_s, busy}});
            continue;
        }
        for (const QJsonObject &single : singles(*there, {*from, *to})) {
            const bool isPlace = single["eventType"_L1].toString() == "workingLocation"_L1;
            bool isDeclined = false;
            for (const QJsonValue person : single["attendees"_L1].toArray())
                isDeclined = isDeclined
                    || (person["self"_L1].toBool() && person["responseStatus"_L1].toString() == "declined"_L1);
            if (isPlace || isDeclined || single["transparency"_L1].toString() == "transparent"_L1)
                continue;

            busy.append(QJsonObject{{u"start"_s, toRfc3339({*instantOf(single["start"_L1]), Zone()})},
                                    {u"end"_s, toRfc3339({*instantOf(single["end"_L1]), Zone()})}});
        }
        calendars.insert(id, QJsonObject{{u"busy"_s, busy}});
    }
    return {200,
            {{u"kind"_s, u"calendar#freeBusy"_s},
             {u"timeMin"_s, body["timeMin"_L1]},
             {u"timeMax"_s, body["timeMax"_L1]},
             {u"calendars"_s, calendars}}};
}

void FakeGoogleEvents::put(const QJsonObject &resource, const QString &calendarId)
{
    store(calendarId, resource["id"_L1].toString(), resource);
}

void FakeGoogleEvents::deleteByHand(const QString &id)
{
    QJsonObject resource = m_calendars[owner][id].resource;
    resource.insert(u"status"_s, u"cancelled"_s);
    store(owner, id, resource);
}

void FakeGoogleEvents::cancelOccurrence(const QString &seriesId, Instant original)
{
    moveOccurrence(seriesId, original, {});
}

void FakeGoogleEvents::moveOccurrence(const QString &seriesId, Instant original, const Interval &to)
{
    QJsonObject resource = m_calendars[owner][seriesId].resource;
    resource.remove(u"recurrence"_s);
    resource.insert(u"recurringEventId"_s, seriesId);
    resource.insert(u"originalStartTime"_s, timeOf(original, resource["start"_L1].toObject()));
    if (to == Interval()) {
        resource.insert(u"status"_s, u"cancelled"_s);
    } else {
        resource.insert(u"start"_s, timeOf(to.start, resource["start"_L1].toObject()));
        resource.insert(u"end"_s, timeOf(to.end, resource["end"_L1].toObject()));
    }
    const QString stamp = toRfc3339({original, Zone()}).left(19).remove(u'-').remove(u':') + u'Z';
    store(owner, seriesId + u'_' + stamp, resource);
}

QList<QJsonObject> FakeGoogleEvents::events(const QString &calendarId) const
{
    QList<QJsonObject> found;
    for (const Stored &stored : *calendar(calendarId)) {
        if (!isDeleted(stored.resource))
            found.append(shown(stored));
    }
    return found;
}

} // namespace ChatCal
