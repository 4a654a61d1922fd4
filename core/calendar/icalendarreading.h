// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/event.h"
#include "core/icalendar/component.h"
#include "core/icalendar/values.h"
#include "core/icalendar/zonenames.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// The VEVENTs of one UID: an event, with what became of single occurrences.
struct ICalendarSeries
{
    struct Override
    {
        Instant original; ///< RECURRENCE-ID: when the occurrence would have been
        bool andFuture = false; ///< RANGE=THISANDFUTURE: those after it move along
        Event event;
    };
    std::optional<Event> main; ///< missing when the host is invited to single occurrences only
    bool isRuleBroken = false; ///< main's rule cannot be expanded: it is taken to happen once
    QList<Interval> extra; ///< RDATE
    QList<Override> overrides;
};

/// What one calendar object resource (RFC 4791 §4.1) holds.
struct ICalendarObject
{
    QList<ICalendarSeries> series; ///< one, in a resource that keeps the rules
    int unreadable = 0; ///< events left out, or read without their rule or zone
};

/// Reads VEVENTs. Times without a zone and whole days are those of the host's zone. An invitation the host has declined
/// is transparent; the host is not among an event's attendees. Without a known address of the host every organizer
/// counts as somebody else.
class ICalendarReader
{
public:
    /// @p addresses of the host: e-mail addresses, or the URIs under which a server knows the host.
    ICalendarReader(Zone hostZone, const QStringList &addresses);

    /// Protocol when @p text is no calendar. Ids and etags are left empty.
    [[nodiscard]] Result<ICalendarObject> read(const QByteArray &text);
    [[nodiscard]] ICalendarObject read(const ICalComponent &calendar);
    /// Whether the CAL-ADDRESS of @p property is the host's.
    [[nodiscard]] bool isHost(const ICalProperty &property) const;

private:
    struct Read;
    [[nodiscard]] std::optional<Read> readEvent(const ICalComponent &vevent, const ICalComponent &calendar);
    [[nodiscard]] bool readTimes(const ICalComponent &vevent, const ICalComponent &calendar, Read *read);
    void readPeople(const ICalComponent &vevent, Event *event) const;
    [[nodiscard]] Zone zoneOf(const ICalTime &time, const ICalComponent &calendar, bool *isGuess);
    [[nodiscard]] Instant instantOf(const ICalTime &time, const ICalComponent &calendar);
    /// The start of an occurrence of @p event that @p time names.
    [[nodiscard]] Instant occurrenceOf(const ICalTime &time, const Event &event, const ICalComponent &calendar);
    [[nodiscard]] QList<Interval> extraOf(const ICalComponent &vevent, const Event &event,
                                          const ICalComponent &calendar);

    Zone m_hostZone;
    QStringList m_addresses; ///< in lower case
    ZoneNames m_zones;
};

/// Occurrences of @p series in @p window, by start, moved ones where they were moved; the first @p maximum of them.
/// Each has its own `when` and the id, etag and rule of the series.
[[nodiscard]] QList<Event> occurrencesOf(const ICalendarSeries &series, const Interval &window, int maximum);

} // namespace ChatCal
