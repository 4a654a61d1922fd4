// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/untrustedtext.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// Somebody who takes part in an event or a meeting. The host is the organizer and not among them.
struct Attendee
{
    UntrustedText name;
    QString email; ///< cleanEmail's form, or empty
    QString phone; ///< cleanPhone's form, or empty
    bool operator==(const Attendee &) const = default;
};

/// One VEVENT (RFC 5545 §3.6.1) of a calendar; when listed, one occurrence of it.
struct Event
{
    enum class Status { Confirmed, Tentative, Cancelled };
    enum class Transparency { Busy, Free }; ///< TRANSP: does it block time

    QString id; ///< the calendar's own; given by the client at insert: letters a–v and digits 0–9, 5 to 100
    QString uid; ///< UID, never changes
    UntrustedText title;
    UntrustedText description;
    UntrustedText location;
    Interval when; ///< for allDay: midnight to midnight in zone
    bool allDay = false;
    Zone zone; ///< in which the event (and its recurrence) was made
    QString recurrenceRule; ///< RRULE's value, "FREQ=WEEKLY;BYDAY=MO"; empty when it happens once
    QList<Instant> exceptions; ///< EXDATE: starts of occurrences that do not happen
    QList<Attendee> attendees;
    Status status = Status::Confirmed;
    Transparency transparency = Transparency::Busy;
    QString conferenceUrl;
    bool wantsConference = false; ///< at insert: a calendar that makesConferences() is asked for a video link
    QString meetingId; ///< of the ChatCal meeting this event belongs to, or empty
    int sequence = 0; ///< SEQUENCE
    QString etag; ///< changes with each change; set by the calendar
    QString calendar; ///< where it was listed, when there are several; else empty

    // Why the host cannot change just this event here. Told by the calendar; what is written does not count.
    bool isOneOfMany = false; ///< it recurs, or is kept together with others
    bool isOthers = false; ///< its organizer is somebody else; a calendar of our own keeps this
    bool isReadOnly = false; ///< its calendar is not written to
};

} // namespace ChatCal
