// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/icalendarwriting.h"

#include "core/calendar/icalendarnames.h"
#include "core/calendar/recurrence.h"
#include "core/icalendar/contentline.h"
#include "core/icalendar/vtimezone.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto longestZone = 24h * 366 * 30; ///< of clock changes written for a series
constexpr auto endlessZone = 24h * 366 * 10; ///< from now on, for a series that goes on for ever

void set(ICalComponent *vevent, QByteArrayView name, const QString &value)
{
    if (value.isEmpty())
        vevent->removeAll(name);
    else
        vevent->replace(name, {contentLine(QString::fromLatin1(name), value)});
}

void setText(ICalComponent *vevent, QByteArrayView name, const QString &text)
{
    QString words = text;
    // Some servers, Radicale among them, take these for the end of a line.
    for (const QChar c : {QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        words.replace(c, u'\n');
    words.remove(u'\f').remove(u'\v');
    set(vevent, name, UntrustedText(words).toICalendar());
}

QString linkOf(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || (parsed.scheme() != "https"_L1 && parsed.scheme() != "http"_L1))
        return {};
    return QString::fromLatin1(parsed.toEncoded());
}

void setConference(ICalComponent *vevent, const QString &url)
{
    const QString link = linkOf(url);
    if (link.isEmpty()) {
        vevent->removeAll("CONFERENCE");
        vevent->removeAll("URL");
        return;
    }
    vevent->replace("CONFERENCE",
                    {contentLine(u"CONFERENCE"_s, {{u"VALUE"_s, u"URI"_s}, {u"FEATURE"_s, u"VIDEO"_s}}, link)});
    set(vevent, "URL", link); // what clients show that have not heard of RFC 7986
}

QString statusName(Event::Status status)
{
    if (status == Event::Status::Cancelled)
        return u"CANCELLED"_s;
    return status == Event::Status::Tentative ? u"TENTATIVE"_s : u"CONFIRMED"_s;
}

/// As invitations do it: in the hour a clock shows twice a wall-clock time is one of two, and readers differ on which.
bool isPlainLocal(Instant instant, const Zone &zone)
{
    return zone.resolve(zone.toLocal(instant)).kind == LocalResolution::Kind::Unique;
}

/// How an event's times are written.
class Times
{
public:
    Times(const Event &event, const Zone &hostZone)
        : m_zone(event.zone),
          m_isDate(event.allDay && showSameTime(event.zone, hostZone, event.when.start)),
          m_isUtc(event.zone == Zone()
                  || (event.recurrenceRule.isEmpty() && !event.allDay
                      && !(isPlainLocal(event.when.start, event.zone) && isPlainLocal(event.when.end, event.zone))))
    {
    }
    [[nodiscard]] bool isZoned() const { return !m_isDate && !m_isUtc; }
    [[nodiscard]] bool isDate() const { return m_isDate; }
    [[nodiscard]] QByteArray line(const QString &property, const QList<Instant> &instants) const
    {
        QStringList values;
        for (const Instant instant : instants) {
            if (m_isDate)
                values.append(iCalendarDate(m_zone.toLocalDate(instant)));
            else
                values.append(m_isUtc ? iCalendarUtc(instant) : iCalendarLocal(m_zone.toLocal(instant)));
        }
        QList<ContentParameter> parameters;
        if (m_isDate)
            parameters.append({u"VALUE"_s, u"DATE"_s});
        else if (!m_isUtc)
            parameters.append({u"TZID"_s, m_zone.name()});
        return contentLine(property, parameters, values.join(u','));
    }

private:
    Zone m_zone;
    bool m_isDate;
    bool m_isUtc;
};

Interval zoneSpan(const Event &event, Instant now)
{
    Interval span = event.when;
    if (event.recurrenceRule.isEmpty())
        return span;
    const auto end = seriesEnd(event);
    span.end = end && *end ? **end : std::max(now, event.when.end) + endlessZone;
    span.end = std::min(span.end, std::max(event.when.end, event.when.start + longestZone));
    return span;
}

void ensureZone(const Event &event, Instant now, ICalComponent *calendar)
{
    const bool isThere =
        std::any_of(calendar->components.begin(), calendar->components.end(), [&event](const ICalComponent &component) {
            return component.name == "VTIMEZONE" && component.value("TZID") == event.zone.name();
        });
    if (isThere)
        return;
    const auto zone =
        parseICalendar("BEGIN:VCALENDAR\r\n" + vtimezone(event.zone, zoneSpan(event, now)) + "END:VCALENDAR\r\n");
    if (zone)
        calendar->components.prepend(zone->components.constFirst());
}

QByteArray attendeeLine(const Attendee &attendee)
{
    QList<ContentParameter> parameters{{u"CUTYPE"_s, u"INDIVIDUAL"_s},
                                       {u"ROLE"_s, u"REQ-PARTICIPANT"_s},
                                       {u"PARTSTAT"_s, u"NEEDS-ACTION"_s},
                                       {u"SCHEDULE-AGENT"_s, u"CLIENT"_s}};
    if (!attendee.name.isEmpty())
        parameters.append({u"CN"_s, attendee.name.toPlainLine()});
    return contentLine(u"ATTENDEE"_s, parameters, calendarAddress(attendee.email));
}

QByteArray phoneLine(const Attendee &attendee)
{
    QList<ContentParameter> parameters;
    if (!attendee.email.isEmpty())
        parameters.append({QString::fromLatin1(ICalendarNames::email), attendee.email});
    else if (!attendee.name.isEmpty())
        parameters.append({u"CN"_s, attendee.name.toPlainLine()});
    return contentLine(QString::fromLatin1(ICalendarNames::phone), parameters,
                       UntrustedText(attendee.phone).toICalendar());
}

bool sameTimes(const Event &before, const Event &after)
{
    return before.when == after.when && before.allDay == after.allDay
        && showSameTime(before.zone, after.zone, after.when.start);
}

void setStamp(ICalComponent *vevent, const ICalendarWriter::Stamp &stamp)
{
    set(vevent, "DTSTAMP", iCalendarUtc(stamp.now));
    set(vevent, "LAST-MODIFIED", iCalendarUtc(stamp.now));
    set(vevent, ICalendarNames::change, stamp.change);
}

/// The VEVENT that stands for the whole series.
ICalComponent *mainEvent(ICalComponent *calendar)
{
    ICalComponent *first = nullptr;
    for (ICalComponent &component : calendar->components) {
        if (component.name != "VEVENT")
            continue;
        if (!component.find("RECURRENCE-ID"))
            return &component;
        if (!first)
            first = &component;
    }
    return first;
}

} // namespace

ICalendarWriter::ICalendarWriter(Zone hostZone, QString organizer)
    : m_hostZone(std::move(hostZone)), m_organizer(std::move(organizer))
{
}

void ICalendarWriter::writeTimes(const Event &event, Instant now, ICalComponent *calendar, ICalComponent *vevent) const
{
    const Times times(event, m_hostZone);
    vevent->replace("DTSTART", {times.line(u"DTSTART"_s, {event.when.start})});
    vevent->replace("DTEND", {times.line(u"DTEND"_s, {event.when.end})});
    vevent->removeAll("DURATION");
    vevent->removeAll("EXDATE");
    if (!event.exceptions.isEmpty())
        vevent->replace("EXDATE", {times.line(u"EXDATE"_s, event.exceptions)});
    set(vevent, ICalendarNames::wholeDay, event.allDay && !times.isDate() ? u"TRUE"_s : QString());
    set(vevent, "RRULE", event.recurrenceRule);
    if (times.isZoned())
        ensureZone(event, now, calendar);
}

/// Lines of guests who stay are kept: they tell what each has answered.
void ICalendarWriter::writePeople(const Event &event, const ICalendarReader *reader, ICalComponent *vevent) const
{
    QList<QByteArray> lines;
    QStringList known;
    for (const ICalProperty &property : std::as_const(vevent->properties)) {
        if (property.name() != "ATTENDEE")
            continue;
        const QString email = readMailto(property.value()).value_or(property.parameter("EMAIL")).toLower();
        const auto same =
            std::find_if(event.attendees.begin(), event.attendees.end(), [&email, &property](const Attendee &attendee) {
                return attendee.email.toLower() == email
                    && attendee.name.toPlainLine() == property.parameter("CN").simplified();
            });
        const bool isNobodys = email.isEmpty() || (reader && reader->isHost(property));
        if (!isNobodys && same == event.attendees.end())
            continue;
        lines.append(property.line());
        known.append(email);
    }
    QList<QByteArray> phones;
    for (const Attendee &attendee : event.attendees) {
        if (!attendee.email.isEmpty() && !known.contains(attendee.email.toLower()))
            lines.append(attendeeLine(attendee));
        if (!attendee.phone.isEmpty())
            phones.append(phoneLine(attendee));
    }
    vevent->replace("ATTENDEE", lines);
    vevent->replace(ICalendarNames::phone, phones);
    if (!lines.isEmpty() && !vevent->find("ORGANIZER") && !m_organizer.isEmpty())
        set(vevent, "ORGANIZER", calendarAddress(m_organizer));
    if (lines.isEmpty())
        vevent->removeAll("ORGANIZER"); // without guests it is no meeting to be scheduled
}

ICalComponent ICalendarWriter::write(const Event &event, const Stamp &stamp) const
{
    ICalComponent calendar{"VCALENDAR", {}, {}};
    set(&calendar, "PRODID", u"-//ChatCal//ChatCal//EN"_s);
    set(&calendar, "VERSION", u"2.0"_s);
    set(&calendar, "CALSCALE", u"GREGORIAN"_s);
    ICalComponent vevent{"VEVENT", {}, {}};
    setText(&vevent, "UID", event.uid);
    set(&vevent, "CREATED", iCalendarUtc(stamp.now));
    setStamp(&vevent, stamp);
    set(&vevent, "SEQUENCE", QString::number(std::max(0, event.sequence)));
    writeTimes(event, stamp.now, &calendar, &vevent);
    setText(&vevent, "SUMMARY", event.title.stored());
    setText(&vevent, "DESCRIPTION", event.description.stored());
    setText(&vevent, "LOCATION", event.location.stored());
    set(&vevent, "STATUS", statusName(event.status));
    set(&vevent, "TRANSP", event.transparency == Event::Transparency::Free ? u"TRANSPARENT"_s : u"OPAQUE"_s);
    setText(&vevent, ICalendarNames::meeting, event.meetingId);
    setConference(&vevent, event.conferenceUrl);
    writePeople(event, nullptr, &vevent);
    calendar.components.append(std::move(vevent));
    return calendar;
}

ICalComponent ICalendarWriter::change(ICalComponent calendar, const Event &before, const Event &after,
                                      const ICalendarReader &reader, const Stamp &stamp) const
{
    ICalComponent *const main = mainEvent(&calendar);
    if (!main)
        return calendar;
    ICalComponent vevent = *main;
    const qsizetype place = main - calendar.components.constData();

    if (before.title != after.title)
        setText(&vevent, "SUMMARY", after.title.stored());
    if (before.description != after.description)
        setText(&vevent, "DESCRIPTION", after.description.stored());
    if (before.location != after.location)
        setText(&vevent, "LOCATION", after.location.stored());
    if (before.status != after.status)
        set(&vevent, "STATUS", statusName(after.status));
    if (before.transparency != after.transparency)
        set(&vevent, "TRANSP", after.transparency == Event::Transparency::Free ? u"TRANSPARENT"_s : u"OPAQUE"_s);
    if (before.meetingId != after.meetingId)
        setText(&vevent, ICalendarNames::meeting, after.meetingId);
    if (before.conferenceUrl != after.conferenceUrl)
        setConference(&vevent, after.conferenceUrl);
    if (before.attendees != after.attendees)
        writePeople(after, &reader, &vevent);
    if (before.sequence != after.sequence)
        set(&vevent, "SEQUENCE", QString::number(std::max(0, after.sequence)));
    setStamp(&vevent, stamp);
    calendar.removeAll("METHOD");
    calendar.components[place] = vevent;

    const bool isMoved = !sameTimes(before, after) || before.recurrenceRule != after.recurrenceRule;
    if (isMoved || before.exceptions != after.exceptions) {
        writeTimes(after, stamp.now, &calendar, &vevent);
        // A zone may have been put in front.
        *mainEvent(&calendar) = vevent;
    }
    if (isMoved && !vevent.find("RECURRENCE-ID")) {
        mainEvent(&calendar)->removeAll("RDATE");
        calendar.components.removeIf([](const ICalComponent &component) {
            return component.name == "VEVENT" && component.find("RECURRENCE-ID");
        });
    }
    return calendar;
}

} // namespace ChatCal
