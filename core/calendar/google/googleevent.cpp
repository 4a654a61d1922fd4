// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googleevent.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::GoogleEvents {

namespace {

/// Keys of the private extended properties; a value holds at most 1024 characters.
constexpr auto uidKey = "chatcalUid"_L1;
constexpr auto meetingKey = "chatcalMeeting"_L1;
constexpr auto sequenceKey = "chatcalSequence"_L1;
constexpr auto conferenceKey = "chatcalConference"_L1;
constexpr auto allDayKey = "chatcalAllDay"_L1;
constexpr auto guestsKey = "chatcalGuests"_L1;
constexpr auto changeKey = "chatcalChange"_L1;
constexpr qsizetype longestProperty = 1024;

bool isDates(const Event &event, const Zone &calendarZone)
{
    return event.allDay && event.zone == calendarZone;
}

QJsonObject moment(Instant instant, const Zone &zone)
{
    return {{u"dateTime"_s, toRfc3339({instant, zone})}, {u"timeZone"_s, zone.name()}};
}

QJsonObject dateOf(Instant instant, const Zone &zone)
{
    return {{u"date"_s, toIsoDate(zone.toLocalDate(instant))}};
}

/// DATE-TIME of RFC 5545 §3.3.5 in UTC, "20260305T080000Z".
QString utcStamp(Instant instant)
{
    return toIsoDate(Zone().toLocalDate(instant)).remove(u'-') + toRfc3339({instant, Zone()}).mid(10, 9).remove(u':')
        + u'Z';
}

QJsonArray recurrenceOf(const Event &event, bool asDates)
{
    if (event.recurrenceRule.isEmpty())
        return {};
    QJsonArray lines{u"RRULE:"_s + event.recurrenceRule};
    for (const Instant exception : event.exceptions) {
        lines.append(asDates ? u"EXDATE;VALUE=DATE:"_s + toIsoDate(event.zone.toLocalDate(exception)).remove(u'-')
                             : u"EXDATE:"_s + utcStamp(exception));
    }
    return lines;
}

QString statusName(Event::Status status)
{
    switch (status) {
    case Event::Status::Confirmed:
        return u"confirmed"_s;
    case Event::Status::Tentative:
        return u"tentative"_s;
    case Event::Status::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
    return {};
}

/// What the attendees resource has no room for: phones, and people without an address.
QString guestsBeside(const Event &event)
{
    QJsonArray people;
    for (const Attendee &attendee : event.attendees) {
        if (!attendee.email.isEmpty() && attendee.phone.isEmpty())
            continue;
        QJsonObject person{{u"phone"_s, attendee.phone}};
        if (attendee.email.isEmpty())
            person.insert(u"name"_s, attendee.name.stored());
        else
            person.insert(u"email"_s, attendee.email);
        people.append(person);
    }
    if (people.isEmpty())
        return {};
    const QString text = QString::fromUtf8(toJson({{u"people"_s, people}}));
    return text.size() <= longestProperty ? text : QString(); // the meeting itself has them all
}

void readGuestsBeside(const QString &text, QList<Attendee> *attendees)
{
    const auto json = parseJsonObject(text.toUtf8());
    if (!json)
        return;
    for (const QJsonValue person : (*json)["people"_L1].toArray()) {
        const QString email = person["email"_L1].toString();
        const QString phone = person["phone"_L1].toString();
        if (email.isEmpty()) {
            attendees->append({UntrustedText(person["name"_L1].toString()), {}, phone});
            continue;
        }
        const auto known = std::find_if(attendees->begin(), attendees->end(),
                                        [&email](const Attendee &attendee) { return attendee.email == email; });
        if (known != attendees->end())
            known->phone = phone;
    }
}

QJsonObject privateProperties(const Event &event, bool asDates)
{
    QJsonObject properties;
    const auto put = [&properties](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty() && value.size() <= longestProperty)
            properties.insert(key, value);
    };
    if (event.uid != googleUid(event.id))
        put(uidKey, event.uid);
    put(meetingKey, event.meetingId);
    put(sequenceKey, QString::number(event.sequence)); // Google's own counts its own changes too
    put(conferenceKey, event.conferenceUrl);
    put(allDayKey, event.allDay && !asDates ? u"1"_s : QString());
    put(guestsKey, guestsBeside(event));
    return properties;
}

QString entryPoint(const QJsonObject &item)
{
    for (const QJsonValue entry : item["conferenceData"_L1]["entryPoints"_L1].toArray()) {
        if (entry["entryPointType"_L1].toString() == "video"_L1)
            return entry["uri"_L1].toString();
    }
    return item["hangoutLink"_L1].toString();
}

struct Moment
{
    Instant instant;
    Zone zone;
    bool isDate = false;
};

std::optional<Moment> readMoment(const QJsonValue &value, const Zone &calendarZone)
{
    if (value["date"_L1].isString()) {
        const auto day = fromIsoLocal(value["date"_L1].toString() + u"T00:00"_s);
        return day ? std::optional(Moment{calendarZone.toInstant(*day), calendarZone, true}) : std::nullopt;
    }
    const auto instant = fromRfc3339(value["dateTime"_L1].toString());
    if (!instant)
        return std::nullopt;
    return Moment{*instant, Zone::find(value["timeZone"_L1].toString()).value_or(calendarZone), false};
}

std::optional<Instant> readException(const QString &text, const QString &parameters, const Zone &zone)
{
    if (text.size() < 8)
        return std::nullopt;
    const QString day = text.first(4) + u'-' + text.sliced(4, 2) + u'-' + text.sliced(6, 2);
    QString time = u"00:00"_s;
    if (text.size() >= 15)
        time = text.sliced(9, 2) + u':' + text.sliced(11, 2) + u':' + text.sliced(13, 2);
    const auto local = fromIsoLocal(day + u'T' + time);
    if (!local)
        return std::nullopt;
    if (text.endsWith(u'Z'))
        return Zone().toInstant(*local);
    const qsizetype at = parameters.indexOf("TZID="_L1);
    const auto named = at < 0 ? std::nullopt : Zone::find(parameters.mid(at + 5).section(u';', 0, 0));
    return named.value_or(zone).toInstant(*local);
}

void readRecurrence(const QJsonArray &lines, Event *event)
{
    for (const QJsonValue line : lines) {
        const QString text = line.toString();
        const QString name = text.section(u':', 0, 0).toUpper();
        const QString value = text.section(u':', 1);
        if (name == "RRULE"_L1 && event->recurrenceRule.isEmpty())
            event->recurrenceRule = value;
        if (!name.startsWith("EXDATE"_L1))
            continue;
        const QString parameters = text.section(u':', 0, 0); // a zone's name keeps its case
        for (const QString &stamp : value.split(u',')) {
            if (const auto exception = readException(stamp, parameters, event->zone))
                event->exceptions.append(*exception);
        }
    }
}

/// The guests, and how the host answered.
void readAttendees(const QJsonArray &list, Event *event)
{
    for (const QJsonValue person : list) {
        const QString answer = person["responseStatus"_L1].toString();
        if (!person["self"_L1].toBool()) {
            event->attendees.append(
                {UntrustedText(person["displayName"_L1].toString()), person["email"_L1].toString(), {}});
            continue;
        }
        if (answer == "declined"_L1)
            event->transparency = Event::Transparency::Free;
        else if (answer == "tentative"_L1 && event->status == Event::Status::Confirmed)
            event->status = Event::Status::Tentative;
    }
}

} // namespace

QString googleUid(const QString &id)
{
    return id + u"@google.com"_s;
}

QJsonObject toGoogle(const Event &event, const Zone &calendarZone)
{
    const bool asDates = isDates(event, calendarZone);
    QJsonArray attendees;
    for (const Attendee &attendee : event.attendees) {
        if (attendee.email.isEmpty())
            continue;
        QJsonObject person{{u"email"_s, attendee.email}};
        if (!attendee.name.isEmpty())
            person.insert(u"displayName"_s, attendee.name.stored());
        attendees.append(person);
    }
    QJsonObject body{
        {u"summary"_s, event.title.stored()},
        {u"description"_s, event.description.stored()},
        {u"location"_s, event.location.stored()},
        {u"start"_s, asDates ? dateOf(event.when.start, event.zone) : moment(event.when.start, event.zone)},
        {u"end"_s, asDates ? dateOf(event.when.end, event.zone) : moment(event.when.end, event.zone)},
        {u"status"_s, statusName(event.status)},
        {u"transparency"_s, event.transparency == Event::Transparency::Free ? u"transparent"_s : u"opaque"_s},
        {u"attendees"_s, attendees},
        {u"extendedProperties"_s, QJsonObject{{u"private"_s, privateProperties(event, asDates)}}}};
    if (const QJsonArray recurrence = recurrenceOf(event, asDates); !recurrence.isEmpty())
        body.insert(u"recurrence"_s, recurrence);
    return body;
}

QJsonObject toPatch(const Event &event, const QJsonObject &current, const Zone &calendarZone)
{
    QJsonObject body = toGoogle(event, calendarZone);
    // A patch leaves alone what it does not name: the other form of a time and an old rule must be named to go.
    for (const QString &end : {u"start"_s, u"end"_s}) {
        QJsonObject time = body[end].toObject();
        const bool isDate = time.contains("date"_L1);
        time.insert(isDate ? u"dateTime"_s : u"date"_s, QJsonValue::Null);
        if (isDate)
            time.insert(u"timeZone"_s, QJsonValue::Null);
        body.insert(end, time);
    }
    if (!body.contains("recurrence"_L1) && current.contains("recurrence"_L1))
        body.insert(u"recurrence"_s, QJsonValue::Null);

    QJsonObject own = body["extendedProperties"_L1]["private"_L1].toObject();
    for (const auto key : {uidKey, meetingKey, sequenceKey, conferenceKey, allDayKey, guestsKey}) {
        if (!own.contains(key))
            own.insert(key, QJsonValue::Null);
    }
    if (event.conferenceUrl == entryPoint(current))
        own.insert(conferenceKey, QJsonValue::Null); // the event's own conference says it already
    body.insert(u"extendedProperties"_s, QJsonObject{{u"private"_s, own}});

    // A list of guests replaces the one that is there: what each has answered goes along, and the host stays.
    QJsonArray guests = body["attendees"_L1].toArray();
    for (const QJsonValue known : current["attendees"_L1].toArray()) {
        if (known["self"_L1].toBool()) {
            guests.append(known);
            continue;
        }
        for (QJsonValueRef guest : guests) {
            if (guest.toObject()["email"_L1] == known["email"_L1]) {
                QJsonObject merged = known.toObject();
                merged.insert(u"displayName"_s, guest.toObject()["displayName"_L1]);
                guest = merged;
            }
        }
    }
    body.insert(u"attendees"_s, guests);
    return body;
}

void setChangeMark(QJsonObject *body, const QString &mark)
{
    QJsonObject properties = body->value("extendedProperties"_L1).toObject();
    QJsonObject own = properties.value("private"_L1).toObject();
    own.insert(changeKey, mark);
    properties.insert(u"private"_s, own);
    body->insert(u"extendedProperties"_s, properties);
}

QString changeMark(const QJsonObject &item)
{
    return item["extendedProperties"_L1]["private"_L1][changeKey].toString();
}

QJsonObject conferenceRequest(const Event &event)
{
    const QString once = fingerprint((event.uid + u'/' + QString::number(event.sequence)).toUtf8()).left(32);
    return {{u"createRequest"_s,
             QJsonObject{{u"requestId"_s, once},
                         {u"conferenceSolutionKey"_s, QJsonObject{{u"type"_s, u"hangoutsMeet"_s}}}}}};
}

Result<Read> fromGoogle(const QJsonObject &item, const Zone &calendarZone)
{
    Read read;
    read.ownId = item["id"_L1].toString();
    const QString series = item["recurringEventId"_L1].toString();
    Event &event = read.event;
    event.id = series.isEmpty() ? read.ownId : series;
    event.etag = item["etag"_L1].toString();
    if (event.id.isEmpty())
        return failure(ErrorCode::Protocol, u"an event without an id"_s);
    if (const auto original = readMoment(item["originalStartTime"_L1], calendarZone))
        read.originalStart = original->instant;
    const QString status = item["status"_L1].toString();
    read.isDeleted = status == "cancelled"_L1;
    if (read.isDeleted)
        event.status = Event::Status::Cancelled;
    else if (status == "tentative"_L1)
        event.status = Event::Status::Tentative;

    const auto start = readMoment(item["start"_L1], calendarZone);
    const auto end = readMoment(item["end"_L1], calendarZone);
    const bool isWhole = start && end && start->instant <= end->instant;
    if (!isWhole && !read.isDeleted)
        return failure(ErrorCode::Protocol, u"an event without a start or an end"_s);
    if (isWhole) {
        event.when = {start->instant, end->instant};
        event.zone = start->zone;
        event.allDay = start->isDate;
    }

    const QJsonObject own = item["extendedProperties"_L1]["private"_L1].toObject();
    event.uid = own.value(uidKey).toString(item["iCalUID"_L1].toString());
    event.meetingId = own.value(meetingKey).toString();
    event.sequence =
        own.contains(sequenceKey) ? own.value(sequenceKey).toString().toInt() : item["sequence"_L1].toInt();
    event.allDay = event.allDay || own.contains(allDayKey);
    event.title = UntrustedText(item["summary"_L1].toString());
    event.description = UntrustedText(item["description"_L1].toString());
    event.location = UntrustedText(item["location"_L1].toString());
    readRecurrence(item["recurrence"_L1].toArray(), &event);
    event.isOneOfMany = read.isOccurrence() || !item["recurrence"_L1].toArray().isEmpty();
    // "self" is left out where it is false: the copy of somebody else's event. What is locked nobody may move.
    const QJsonObject organizer = item["organizer"_L1].toObject();
    event.isOthers = (!organizer.isEmpty() && !organizer["self"_L1].toBool()) || item["locked"_L1].toBool();

    if (item["transparency"_L1].toString() == "transparent"_L1)
        event.transparency = Event::Transparency::Free;
    const QString type = item["eventType"_L1].toString();
    read.isPlace = type == "workingLocation"_L1;
    if (read.isPlace || type == "birthday"_L1)
        event.transparency = Event::Transparency::Free;
    readAttendees(item["attendees"_L1].toArray(), &event);
    readGuestsBeside(own.value(guestsKey).toString(), &event.attendees);

    event.conferenceUrl = entryPoint(item);
    if (event.conferenceUrl.isEmpty()) {
        event.conferenceUrl = own.value(conferenceKey).toString();
        read.conferencePending =
            item["conferenceData"_L1]["createRequest"_L1]["status"_L1]["statusCode"_L1].toString() == "pending"_L1;
    }
    return read;
}

} // namespace ChatCal::GoogleEvents
