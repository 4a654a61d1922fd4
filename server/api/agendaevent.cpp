// SPDX-License-Identifier: Apache-2.0
#include "server/api/agendaevent.h"

#include "core/base/ids.h"
#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString statusName(const Event &event)
{
    return event.status == Event::Status::Tentative ? u"tentative"_s : ChatCal::statusName(MeetingStatus::Confirmed);
}

} // namespace

QJsonObject agendaEvent(const Event &event, const Meeting *meeting, const Zone &zone, const QString &usual)
{
    const bool isMeeting = meeting || !event.meetingId.isEmpty(); // it has calls of its own
    const QString fixed = isMeeting ? QString() : fixedBy(event);
    QJsonObject json{{u"uid"_s, event.uid},
                     {u"id"_s, event.id},
                     {u"etag"_s, eventTag(event)},
                     {u"editable"_s, !isMeeting && fixed.isEmpty()},
                     {u"title"_s, event.title.stored()},
                     {u"start"_s, toRfc3339({event.when.start, zone})},
                     {u"end"_s, toRfc3339({event.when.end, zone})},
                     {u"all_day"_s, event.allDay},
                     {u"location"_s, event.location.stored()},
                     {u"description"_s, event.description.stored()},
                     {u"conference_url"_s, event.conferenceUrl},
                     {u"attendees"_s, attendeesToJson(meeting ? meeting->attendees : event.attendees)},
                     {u"status"_s, meeting ? ChatCal::statusName(meeting->status) : statusName(event)},
                     // Calendars count by themselves: a change of a meeting is asked for by the meeting's own number.
                     {u"sequence"_s, meeting ? meeting->sequence : event.sequence},
                     {u"calendar"_s, event.calendar.isEmpty() ? usual : event.calendar}};
    if (!event.meetingId.isEmpty())
        json.insert(u"meeting_id"_s, event.meetingId);
    if (!fixed.isEmpty())
        json.insert(u"fixed"_s, fixed);
    return json;
}

QString fixedBy(const Event &event)
{
    if (event.isReadOnly)
        return u"read_only"_s;
    if (event.isOthers)
        return u"organizer"_s;
    return event.isOneOfMany ? u"series"_s : QString();
}

QString eventTag(const Event &event)
{
    return fingerprint(event.etag.toUtf8()).left(20);
}

} // namespace ChatCal
