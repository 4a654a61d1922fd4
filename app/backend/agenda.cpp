// SPDX-License-Identifier: Apache-2.0
#include "app/backend/agenda.h"

#include "core/time/words.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

struct StatusName
{
    AgendaItem::Status status;
    QLatin1StringView name;
};
constexpr std::array statusNames{StatusName{AgendaItem::Status::Confirmed, "confirmed"_L1},
                                 StatusName{AgendaItem::Status::Pending, "pending"_L1},
                                 StatusName{AgendaItem::Status::Tentative, "tentative"_L1},
                                 StatusName{AgendaItem::Status::Cancelled, "cancelled"_L1}};

AgendaItem::Status statusFrom(const QString &name)
{
    for (const StatusName &known : statusNames) {
        if (known.name == name)
            return known.status;
    }
    return AgendaItem::Status::Confirmed;
}

QString nameOf(AgendaItem::Status status)
{
    return statusNames.at(static_cast<size_t>(status)).name;
}

/// What an entry of the agenda and a meeting have in common.
std::optional<AgendaItem> itemFromJson(const QJsonObject &json)
{
    const auto when = intervalFromJson(json);
    if (!when)
        return std::nullopt;
    AgendaItem item;
    item.uid = json.value("uid"_L1).toString();
    item.title = json.value("title"_L1).toString();
    item.location = json.value("location"_L1).toString();
    item.when = *when;
    item.conferenceUrl = json.value("conference_url"_L1).toString();
    for (const auto &value : json.value("attendees"_L1).toArray()) {
        const QJsonObject attendee = value.toObject();
        item.attendees.append({attendee.value("name"_L1).toString(), attendee.value("email"_L1).toString(),
                               attendee.value("phone"_L1).toString()});
    }
    item.description = json.value("description"_L1).toString();
    item.status = statusFrom(json.value("status"_L1).toString());
    item.sequence = json.value("sequence"_L1).toInt();
    return item;
}

QJsonObject toJson(const AgendaItem &item)
{
    QJsonArray attendees;
    for (const AgendaItem::Attendee &attendee : item.attendees)
        attendees.append(
            QJsonObject{{u"name"_s, attendee.name}, {u"email"_s, attendee.email}, {u"phone"_s, attendee.phone}});
    return {{u"uid"_s, item.uid},
            {u"title"_s, item.title},
            {u"start"_s, toRfc3339({item.when.start, Zone()})},
            {u"end"_s, toRfc3339({item.when.end, Zone()})},
            {u"all_day"_s, item.allDay},
            {u"location"_s, item.location},
            {u"calendar"_s, item.calendar},
            {u"meeting_id"_s, item.meetingId},
            {u"conference_url"_s, item.conferenceUrl},
            {u"attendees"_s, attendees},
            {u"description"_s, item.description},
            {u"status"_s, nameOf(item.status)},
            {u"sequence"_s, item.sequence},
            {u"id"_s, item.eventId},
            {u"etag"_s, item.etag},
            {u"editable"_s, item.isEditable},
            {u"fixed"_s, item.fixed}};
}

} // namespace

QUrl safeLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

std::optional<Interval> intervalFromJson(const QJsonObject &object)
{
    const auto start = fromRfc3339(object.value("start"_L1).toString());
    const auto end = fromRfc3339(object.value("end"_L1).toString());
    if (!start || !end)
        return std::nullopt;
    return Interval{*start, *end};
}

Agenda agendaFromJson(const QJsonObject &json)
{
    Agenda agenda;
    agenda.zone = Zone::find(json.value("time_zone"_L1).toString()).value_or(Zone());
    for (const auto &value : json.value("events"_L1).toArray()) {
        const QJsonObject event = value.toObject();
        auto item = itemFromJson(event);
        if (!item)
            continue;
        item->meetingId = event.value("meeting_id"_L1).toString();
        item->allDay = event.value("all_day"_L1).toBool();
        item->calendar = event.value("calendar"_L1).toString();
        item->eventId = event.value("id"_L1).toString();
        item->etag = event.value("etag"_L1).toString();
        item->isEditable = event.value("editable"_L1).toBool() && item->meetingId.isEmpty() && !item->eventId.isEmpty();
        item->fixed = event.value("fixed"_L1).toString();
        agenda.items.append(std::move(*item));
    }
    return agenda;
}

QJsonObject toJson(const Agenda &agenda)
{
    QJsonArray events;
    for (const AgendaItem &item : agenda.items)
        events.append(toJson(item));
    return {{u"time_zone"_s, agenda.zone.name()}, {u"events"_s, events}};
}

std::optional<MeetingDetails> meetingFromJson(const QJsonObject &json)
{
    auto item = itemFromJson(json);
    if (!item || item->uid.isEmpty())
        return std::nullopt;
    MeetingDetails meeting;
    meeting.item = std::move(*item);
    meeting.item.meetingId = json.value("id"_L1).toString();
    meeting.zone = Zone::find(json.value("time_zone"_L1).toString()).value_or(Zone());
    meeting.how = json.value("how"_L1).toString();
    meeting.meetingType = json.value("meeting_type"_L1).toString();
    meeting.createdAt = fromRfc3339(json.value("created_at"_L1).toString());
    meeting.updatedAt = fromRfc3339(json.value("updated_at"_L1).toString());
    return meeting;
}

} // namespace ChatCal
