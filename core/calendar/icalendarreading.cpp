// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/icalendarreading.h"

#include "core/base/text.h"
#include "core/calendar/freebusy.h"
#include "core/calendar/icalendarnames.h"
#include "core/calendar/recurrence.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

UntrustedText textOf(const ICalComponent &vevent, QByteArrayView property)
{
    return UntrustedText(readICalText(vevent.value(property)));
}

bool isMidnight(LocalTime local)
{
    return local == std::chrono::floor<date::days>(local);
}

QString conferenceOf(const ICalComponent &vevent)
{
    for (const QByteArrayView name : {QByteArrayView("CONFERENCE"), QByteArrayView("X-GOOGLE-CONFERENCE")}) {
        if (const QString url = vevent.value(name).trimmed(); !url.isEmpty())
            return url;
    }
    return vevent.find(ICalendarNames::meeting) ? vevent.value("URL").trimmed() : QString();
}

Event::Status statusOf(const QString &value)
{
    const QString status = value.trimmed().toUpper();
    if (status == "CANCELLED"_L1)
        return Event::Status::Cancelled;
    return status == "TENTATIVE"_L1 ? Event::Status::Tentative : Event::Status::Confirmed;
}

bool isRange(const ICalProperty &recurrenceId)
{
    return recurrenceId.parameter("RANGE").compare("THISANDFUTURE"_L1, Qt::CaseInsensitive) == 0;
}

/// Whoever changes one of these by itself changes the others too.
void markParts(ICalendarSeries *series, bool hasNeighbours)
{
    const bool recurs = hasNeighbours || !series->main || !series->main->recurrenceRule.isEmpty()
        || !series->extra.isEmpty() || !series->overrides.isEmpty();
    if (series->main)
        series->main->isOneOfMany = recurs;
    for (ICalendarSeries::Override &one : series->overrides)
        one.event.isOneOfMany = true;
}

void sortByStart(QList<Event> *events)
{
    std::sort(events->begin(), events->end(), [](const Event &a, const Event &b) {
        return std::tie(a.when.start, a.when.end) < std::tie(b.when.start, b.when.end);
    });
}

} // namespace

struct ICalendarReader::Read
{
    Event event;
    std::optional<ICalTime> recurrenceId;
    bool andFuture = false;
    bool isGuess = false; ///< its zone is not known
    bool isRuleBroken = false;
    QList<Interval> extra;
};

ICalendarReader::ICalendarReader(Zone hostZone, const QStringList &addresses) : m_hostZone(std::move(hostZone))
{
    for (const QString &address : addresses)
        m_addresses.append(address.trimmed().toLower());
}

bool ICalendarReader::isHost(const ICalProperty &property) const
{
    const QString value = property.value().trimmed();
    return m_addresses.contains(readMailto(value).value_or(value).toLower())
        || m_addresses.contains(property.parameter("EMAIL").trimmed().toLower());
}

Zone ICalendarReader::zoneOf(const ICalTime &time, const ICalComponent &calendar, bool *isGuess)
{
    if (time.kind == ICalTime::Kind::Utc)
        return {};
    if (time.kind != ICalTime::Kind::Zoned)
        return m_hostZone;
    if (const auto zone = m_zones.find(time.tzid, calendar, time.local))
        return *zone;
    *isGuess = true;
    return m_hostZone;
}

Instant ICalendarReader::instantOf(const ICalTime &time, const ICalComponent &calendar)
{
    bool isGuess = false;
    return zoneOf(time, calendar, &isGuess).toInstant(time.local);
}

Instant ICalendarReader::occurrenceOf(const ICalTime &time, const Event &event, const ICalComponent &calendar)
{
    const LocalTime start = event.zone.toLocal(event.when.start);
    if (time.kind == ICalTime::Kind::Date) // also of an event that has a time: it means the one on that day
        return event.zone.toInstant(time.local + (start - std::chrono::floor<date::days>(start)));
    const Instant instant = instantOf(time, calendar);
    if (event.allDay) // Outlook names whole days by their midnight in some zone
        return event.zone.toInstant(LocalTime(event.zone.toLocalDate(instant)));
    return instant;
}

bool ICalendarReader::readTimes(const ICalComponent &vevent, const ICalComponent &calendar, Read *read)
{
    const auto timeOf = [&vevent](QByteArrayView name) -> std::optional<ICalTime> {
        const ICalProperty *const property = vevent.find(name);
        return property ? readICalTime(property->value(), property->parameter("TZID")) : std::nullopt;
    };
    Event &event = read->event;
    const auto start = timeOf("DTSTART");
    if (!start)
        return false;
    event.zone = zoneOf(*start, calendar, &read->isGuess);
    event.allDay = start->kind == ICalTime::Kind::Date;
    event.when.start = event.zone.toInstant(start->local);
    if (const auto end = timeOf("DTEND")) {
        bool isGuess = false;
        event.when.end = zoneOf(*end, calendar, &isGuess).toInstant(end->local);
        read->isGuess = read->isGuess || isGuess;
    } else if (const auto duration = readICalDuration(vevent.value("DURATION"))) {
        const Instant moved = event.zone.toInstant(start->local + duration->days);
        event.when.end = (duration->days.count() == 0 ? event.when.start : moved) + duration->time;
    } else {
        event.when.end = event.when.start;
    }
    if (event.allDay && event.when.end <= event.when.start)
        event.when.end = event.zone.toInstant(start->local + date::days(1));
    event.when.end = std::max(event.when.end, event.when.start);
    if (!event.allDay && !event.when.isEmpty()
        && vevent.value(ICalendarNames::wholeDay).trimmed().compare("TRUE"_L1, Qt::CaseInsensitive) == 0)
        event.allDay = isMidnight(start->local) && isMidnight(event.zone.toLocal(event.when.end));
    return true;
}

void ICalendarReader::readPeople(const ICalComponent &vevent, Event *event) const
{
    const ICalProperty *const organizer = vevent.find("ORGANIZER");
    event->isOthers = organizer && !isHost(*organizer);
    for (const ICalProperty &property : vevent.properties) {
        if (property.name() == "ATTENDEE") {
            if (isHost(property)) {
                if (property.parameter("PARTSTAT").compare("DECLINED"_L1, Qt::CaseInsensitive) == 0)
                    event->transparency = Event::Transparency::Free;
                continue;
            }
            const QString address = readMailto(property.value()).value_or(property.parameter("EMAIL"));
            event->attendees.append(
                {UntrustedText(property.parameter("CN")), cleanEmail(address, u"attendee"_s).value_or(QString()), {}});
        }
    }
    for (const ICalProperty &property : vevent.properties) {
        if (property.name() != ICalendarNames::phone)
            continue;
        const QString phone = readICalText(property.value());
        const QString email = property.parameter(ICalendarNames::email);
        const auto known = std::find_if(event->attendees.begin(), event->attendees.end(),
                                        [&email](const Attendee &attendee) { return attendee.email == email; });
        if (!email.isEmpty() && known != event->attendees.end())
            known->phone = phone;
        else if (email.isEmpty())
            event->attendees.append({UntrustedText(property.parameter("CN")), {}, phone});
    }
}

QList<Interval> ICalendarReader::extraOf(const ICalComponent &vevent, const Event &event, const ICalComponent &calendar)
{
    QList<Interval> extra;
    for (const ICalProperty &property : vevent.properties) {
        if (property.name() != "RDATE")
            continue;
        for (const QString &value : property.value().split(u',')) {
            const QString tzid = property.parameter("TZID");
            const auto start = readICalTime(value.section(u'/', 0, 0), tzid);
            if (!start)
                continue;
            const Instant at = occurrenceOf(*start, event, calendar);
            Interval span{at, at + (event.when.end - event.when.start)};
            if (const QString period = value.section(u'/', 1); !period.isEmpty()) {
                const auto end = readICalTime(period, tzid);
                const auto length = readICalDuration(period);
                if (end)
                    span.end = instantOf(*end, calendar);
                else if (length)
                    span.end = at + length->days + length->time;
            }
            if (span.end >= span.start)
                extra.append(span);
        }
    }
    return extra;
}

std::optional<ICalendarReader::Read> ICalendarReader::readEvent(const ICalComponent &vevent,
                                                                const ICalComponent &calendar)
{
    Read read;
    Event &event = read.event;
    if (!readTimes(vevent, calendar, &read))
        return std::nullopt;
    event.uid = readICalText(vevent.value("UID"));
    event.title = textOf(vevent, "SUMMARY");
    event.description = textOf(vevent, "DESCRIPTION");
    event.location = textOf(vevent, "LOCATION");
    event.status = statusOf(vevent.value("STATUS"));
    if (vevent.value("TRANSP").trimmed().compare("TRANSPARENT"_L1, Qt::CaseInsensitive) == 0)
        event.transparency = Event::Transparency::Free;
    event.sequence = vevent.value("SEQUENCE").trimmed().toInt();
    event.meetingId = readICalText(vevent.value(ICalendarNames::meeting));
    event.conferenceUrl = conferenceOf(vevent);
    readPeople(vevent, &event);

    if (const ICalProperty *const id = vevent.find("RECURRENCE-ID")) {
        read.recurrenceId = readICalTime(id->value(), id->parameter("TZID"));
        read.andFuture = isRange(*id);
        if (read.recurrenceId)
            return read;
    }
    event.recurrenceRule = vevent.value("RRULE").trimmed();
    const auto rules = std::count_if(vevent.properties.begin(), vevent.properties.end(),
                                     [](const ICalProperty &property) { return property.name() == "RRULE"; });
    read.isRuleBroken = rules > 1 || !seriesEnd(event).has_value();
    for (const ICalProperty &property : vevent.properties) {
        if (property.name() != "EXDATE")
            continue;
        for (const QString &value : property.value().split(u',')) {
            if (const auto time = readICalTime(value, property.parameter("TZID")))
                event.exceptions.append(occurrenceOf(*time, event, calendar));
        }
    }
    read.extra = extraOf(vevent, event, calendar);
    return read;
}

ICalendarObject ICalendarReader::read(const ICalComponent &calendar)
{
    ICalendarObject object;
    QList<Read> overrides;
    for (const ICalComponent &component : calendar.components) {
        if (component.name != "VEVENT")
            continue;
        auto one = readEvent(component, calendar);
        if (!one || one->isGuess || one->isRuleBroken)
            ++object.unreadable;
        if (one && one->recurrenceId)
            overrides.append(std::move(*one));
        else if (one)
            object.series.append({one->event, one->isRuleBroken, one->extra, {}});
    }
    for (Read &one : overrides) {
        auto series = std::find_if(object.series.begin(), object.series.end(), [&one](const ICalendarSeries &known) {
            return (known.main ? known.main->uid : known.overrides.constFirst().event.uid) == one.event.uid;
        });
        if (series == object.series.end()) {
            object.series.append(ICalendarSeries());
            series = object.series.end() - 1;
        }
        const Event &named = series->main ? *series->main : one.event;
        const Instant original = occurrenceOf(*one.recurrenceId, named, calendar);
        series->overrides.append({original, one.andFuture, std::move(one.event)});
    }
    for (ICalendarSeries &series : object.series)
        markParts(&series, object.series.size() > 1);
    return object;
}

Result<ICalendarObject> ICalendarReader::read(const QByteArray &text)
{
    const auto calendar = parseICalendar(text);
    if (!calendar)
        return tl::unexpected(calendar.error());
    return read(*calendar);
}

QList<Event> occurrencesOf(const ICalendarSeries &series, const Interval &window, int maximum)
{
    QList<Event> found;
    const auto add = [&found, &window, &series](Event event) {
        if (!isWithin(event.when, window))
            return;
        if (series.main) {
            event.id = series.main->id;
            event.etag = series.main->etag;
            event.recurrenceRule = series.main->recurrenceRule;
        }
        found.append(std::move(event));
    };
    for (const ICalendarSeries::Override &one : series.overrides)
        add(one.event);
    if (series.main) {
        const Event &main = *series.main;
        // Those that an override takes along may come into the window from outside.
        auto reach = 0ms;
        for (const ICalendarSeries::Override &one : series.overrides) {
            if (one.andFuture)
                reach = std::max(reach, std::chrono::abs(one.event.when.start - one.original));
        }
        Event once = main;
        once.recurrenceRule.clear();
        const Interval wide{window.start - reach, window.end + reach};
        auto spans = occurrences(series.isRuleBroken ? once : main, wide, maximum);
        if (!spans)
            spans = occurrences(once, wide, maximum); // a rule that cannot be expanded just here
        for (const Interval &span : series.extra) {
            if (!main.exceptions.contains(span.start))
                spans->append(span);
        }
        std::sort(spans->begin(), spans->end(), [](const Interval &a, const Interval &b) { return a.start < b.start; });
        spans->erase(std::unique(spans->begin(), spans->end(),
                                 [](const Interval &a, const Interval &b) { return a.start == b.start; }),
                     spans->end());
        for (const Interval &span : std::as_const(*spans)) {
            const ICalendarSeries::Override *future = nullptr;
            bool isReplaced = false;
            for (const ICalendarSeries::Override &one : series.overrides) {
                isReplaced = isReplaced || one.original == span.start;
                if (one.andFuture && one.original < span.start && (!future || future->original < one.original))
                    future = &one;
            }
            if (isReplaced)
                continue;
            Event event = future ? future->event : main;
            const auto length = event.when.end - event.when.start;
            const Instant start = span.start + (future ? event.when.start - future->original : 0ms);
            event.when = future ? Interval{start, start + length} : span;
            add(std::move(event));
        }
    }
    sortByStart(&found);
    if (found.size() > maximum)
        found.resize(maximum);
    return found;
}

} // namespace ChatCal
