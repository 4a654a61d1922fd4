// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/eventcodec.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr std::array statusNames{"confirmed"_L1, "tentative"_L1, "cancelled"_L1};

qint64 toNumber(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant toInstant(const QJsonValue &value)
{
    return Instant(std::chrono::milliseconds(value.toInteger()));
}

void putText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace

QJsonObject toStored(const Event &event)
{
    QJsonObject stored{{"id"_L1, event.id},
                       {"uid"_L1, event.uid},
                       {"start"_L1, toNumber(event.when.start)},
                       {"end"_L1, toNumber(event.when.end)},
                       {"zone"_L1, event.zone.name()},
                       {"status"_L1, statusNames[static_cast<size_t>(event.status)]}};
    putText(stored, "title"_L1, event.title.stored());
    putText(stored, "description"_L1, event.description.stored());
    putText(stored, "location"_L1, event.location.stored());
    putText(stored, "rule"_L1, event.recurrenceRule);
    putText(stored, "conference"_L1, event.conferenceUrl);
    putText(stored, "meeting"_L1, event.meetingId);
    if (event.allDay)
        stored.insert("all_day"_L1, true);
    if (event.transparency == Event::Transparency::Free)
        stored.insert("free"_L1, true);
    if (event.isOthers)
        stored.insert("others"_L1, true);
    if (event.sequence != 0)
        stored.insert("sequence"_L1, event.sequence);
    QJsonArray exceptions;
    for (const Instant exception : event.exceptions)
        exceptions.append(toNumber(exception));
    if (!exceptions.isEmpty())
        stored.insert("exceptions"_L1, exceptions);
    QJsonArray attendees;
    for (const Attendee &attendee : event.attendees) {
        QJsonObject person;
        putText(person, "name"_L1, attendee.name.stored());
        putText(person, "email"_L1, attendee.email);
        putText(person, "phone"_L1, attendee.phone);
        attendees.append(person);
    }
    if (!attendees.isEmpty())
        stored.insert("attendees"_L1, attendees);
    return stored;
}

Result<Event> eventFromStored(const QJsonObject &stored)
{
    const auto zone = Zone::find(stored["zone"_L1].toString());
    const auto status = std::find(statusNames.begin(), statusNames.end(), stored["status"_L1].toString());
    if (!zone || status == statusNames.end() || !stored["id"_L1].isString() || !stored["start"_L1].isDouble()
        || !stored["end"_L1].isDouble())
        return failure(ErrorCode::Protocol, u"a stored event cannot be read"_s);
    Event event;
    event.id = stored["id"_L1].toString();
    event.uid = stored["uid"_L1].toString();
    event.title = UntrustedText(stored["title"_L1].toString());
    event.description = UntrustedText(stored["description"_L1].toString());
    event.location = UntrustedText(stored["location"_L1].toString());
    event.when = {toInstant(stored["start"_L1]), toInstant(stored["end"_L1])};
    event.allDay = stored["all_day"_L1].toBool();
    event.zone = *zone;
    event.recurrenceRule = stored["rule"_L1].toString();
    for (const QJsonValue exception : stored["exceptions"_L1].toArray())
        event.exceptions.append(toInstant(exception));
    for (const QJsonValue person : stored["attendees"_L1].toArray())
        event.attendees.append({UntrustedText(person["name"_L1].toString()), person["email"_L1].toString(),
                                person["phone"_L1].toString()});
    event.status = static_cast<Event::Status>(status - statusNames.begin());
    event.transparency = stored["free"_L1].toBool() ? Event::Transparency::Free : Event::Transparency::Busy;
    event.isOthers = stored["others"_L1].toBool();
    event.conferenceUrl = stored["conference"_L1].toString();
    event.meetingId = stored["meeting"_L1].toString();
    event.sequence = stored["sequence"_L1].toInt();
    return event;
}

} // namespace ChatCal
