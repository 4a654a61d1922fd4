// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"

#include "core/icalendar/contentline.h"
#include "core/icalendar/vtimezone.h"
#include "core/mail/invitationwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Whether the wall clock of @p zone names this instant and no other. In the hour a clock shows twice RFC 5545 §3.3.5
/// means the first, libical takes the second, and so a time in it is better told in UTC.
bool isPlainLocal(Instant instant, const Zone &zone)
{
    return !(zone == Zone()) && zone.resolve(zone.toLocal(instant)).kind == LocalResolution::Kind::Unique;
}

QByteArray dateTime(const QString &property, Instant instant, const Zone &zone, bool local)
{
    if (!local)
        return contentLine(property, iCalendarUtc(instant));
    return contentLine(property, {{u"TZID"_s, zone.name()}}, iCalendarLocal(zone.toLocal(instant)));
}

QString textValue(const QString &text)
{
    return UntrustedText(text).toICalendar();
}

QList<ContentParameter> named(QList<ContentParameter> parameters, const UntrustedText &name)
{
    if (!name.isEmpty())
        parameters.append({u"CN"_s, name.toPlainLine()});
    return parameters;
}

QByteArray attendee(const Mailbox &mailbox, Invitation::Method method)
{
    QList<ContentParameter> parameters{
        {u"CUTYPE"_s, u"INDIVIDUAL"_s}, {u"ROLE"_s, u"REQ-PARTICIPANT"_s}, {u"PARTSTAT"_s, u"NEEDS-ACTION"_s}};
    if (method == Invitation::Method::Request)
        parameters.append({u"RSVP"_s, u"TRUE"_s});
    return contentLine(u"ATTENDEE"_s, named(parameters, mailbox.name), calendarAddress(mailbox.email));
}

QString methodName(Invitation::Method method)
{
    switch (method) {
    case Invitation::Method::Cancel:
        return u"CANCEL"_s;
    case Invitation::Method::Publish:
        return u"PUBLISH"_s;
    case Invitation::Method::Request:
        break;
    }
    return u"REQUEST"_s;
}

QByteArray people(const Invitation &invitation)
{
    QByteArray text =
        contentLine(u"ORGANIZER"_s, named({}, invitation.organizer.name), calendarAddress(invitation.organizer.email));
    if (invitation.method == Invitation::Method::Publish)
        return text;
    // RFC 5546 §3.2.2 and §3.2.5 ask for an attendee; a meeting with somebody who only left a number has none but the
    // host.
    if (invitation.attendees.isEmpty())
        text += contentLine(u"ATTENDEE"_s,
                            named({{u"ROLE"_s, u"CHAIR"_s}, {u"PARTSTAT"_s, u"ACCEPTED"_s}}, invitation.organizer.name),
                            calendarAddress(invitation.organizer.email));
    for (const Mailbox &mailbox : invitation.attendees)
        text += attendee(mailbox, invitation.method);
    return text;
}

} // namespace

QByteArray toICalendar(const Invitation &invitation, const Zone &zone, Language language)
{
    const bool isCancelled =
        invitation.occasion == Invitation::Occasion::Cancelled || invitation.method == Invitation::Method::Cancel;
    QByteArray text = contentLine(u"BEGIN"_s, u"VCALENDAR"_s);
    text += contentLine(u"PRODID"_s, u"-//ChatCal//ChatCal//EN"_s);
    text += contentLine(u"VERSION"_s, u"2.0"_s);
    text += contentLine(u"CALSCALE"_s, u"GREGORIAN"_s);
    text += contentLine(u"METHOD"_s, methodName(invitation.method));
    const bool local = isPlainLocal(invitation.when.start, zone) && isPlainLocal(invitation.when.end, zone);
    if (local)
        text += vtimezone(zone, invitation.when);
    text += contentLine(u"BEGIN"_s, u"VEVENT"_s);
    text += contentLine(u"UID"_s, textValue(invitation.uid));
    text += contentLine(u"SEQUENCE"_s, QString::number(std::max(0, invitation.sequence)));
    text += contentLine(u"DTSTAMP"_s, iCalendarUtc(invitation.stamp));
    text += dateTime(u"DTSTART"_s, invitation.when.start, zone, local);
    text += dateTime(u"DTEND"_s, invitation.when.end, zone, local);
    text += contentLine(u"SUMMARY"_s, textValue(InvitationWords::title(invitation, language)));
    if (const QString description = InvitationWords::eventDescription(invitation, language); !description.isEmpty())
        text += contentLine(u"DESCRIPTION"_s, textValue(description));
    if (const QString place = InvitationWords::place(invitation, language); !place.isEmpty())
        text += contentLine(u"LOCATION"_s, textValue(place));
    text += people(invitation);
    if (!invitation.uninvites)
        text += contentLine(u"STATUS"_s, isCancelled ? u"CANCELLED"_s : u"CONFIRMED"_s);
    if (isCancelled && !invitation.reason.isEmpty())
        text += contentLine(u"COMMENT"_s, invitation.reason.toICalendar());
    text += contentLine(u"TRANSP"_s, u"OPAQUE"_s);
    if (const QString url = InvitationWords::link(invitation.conferenceUrl); !url.isEmpty())
        text += contentLine(u"URL"_s, url);
    text += contentLine(u"END"_s, u"VEVENT"_s);
    return text + contentLine(u"END"_s, u"VCALENDAR"_s);
}

} // namespace ChatCal
