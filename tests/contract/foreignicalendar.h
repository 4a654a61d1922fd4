// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/icalendar/contentline.h"
#include "core/icalendar/vtimezone.h"
#include "tests/contract/calendarcontract.h"

namespace ChatCal {

/// @p foreign as another program would write it, down to its own idea of a zone's name.
[[nodiscard]] inline QByteArray foreignICalendar(const ForeignEvent &foreign, const QByteArray &host)
{
    using Answer = ForeignEvent::Answer;
    const Event &event = foreign.event;
    const auto time = [&event](const QByteArray &name, Instant instant) {
        const QString local = iCalendarLocal(event.zone.toLocal(instant));
        return event.allDay ? name + ";VALUE=DATE:" + local.left(8).toUtf8() + "\r\n"
                            : name + ";TZID=" + event.zone.name().toUtf8() + ':' + local.toUtf8() + "\r\n";
    };
    QByteArray invited;
    if (foreign.answer != Answer::NotInvited) {
        const QHash<Answer, QByteArray> answers{{Answer::Accepted, "ACCEPTED"},
                                                {Answer::Tentative, "TENTATIVE"},
                                                {Answer::Unanswered, "NEEDS-ACTION"},
                                                {Answer::Declined, "DECLINED"}};
        invited = "ORGANIZER:mailto:boss@example.net\r\nATTENDEE;PARTSTAT=" + answers[foreign.answer]
            + ":MAILTO:" + host + "\r\n";
    }
    const QByteArray head = "BEGIN:VEVENT\r\nUID:" + event.uid.toUtf8() + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:"
        + event.title.toICalendar().toUtf8() + "\r\nX-OTHER-PROGRAM;X-WITH=\"a;b\":kept\r\n" + invited;
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//Program 1.0//EN\r\n"
        + vtimezone(event.zone, {event.when.start, event.when.end + std::chrono::hours(24 * 366 * 2)}) + head
        + time("DTSTART", event.when.start) + time("DTEND", event.when.end);
    if (!event.recurrenceRule.isEmpty())
        text += "RRULE:" + event.recurrenceRule.toUtf8() + "\r\n";
    text += "END:VEVENT\r\n";
    for (const auto &[original, to] : foreign.moved)
        text += head + time("RECURRENCE-ID", original) + time("DTSTART", to.start) + time("DTEND", to.end)
            + "END:VEVENT\r\n";
    for (const Instant original : foreign.cancelled)
        text += head + time("RECURRENCE-ID", original) + time("DTSTART", original)
            + time("DTEND", original + (event.when.end - event.when.start)) + "STATUS:CANCELLED\r\nEND:VEVENT\r\n";
    return text + "END:VCALENDAR\r\n";
}

} // namespace ChatCal
