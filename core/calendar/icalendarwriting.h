// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/event.h"
#include "core/calendar/icalendarreading.h"
#include "core/icalendar/component.h"

namespace ChatCal {

/// Writes events as a calendar on a server keeps them: without METHOD, and with SCHEDULE-AGENT=CLIENT on each attendee
/// (RFC 6638 §7.1), for the invitations are ChatCal's and the server must send none of its own.
class ICalendarWriter
{
public:
    /// When something is written, and a name no other write has: a server whose ETag is a hash of the content tells by
    /// it that something changed, and a client whose answer was lost that it was its own write.
    struct Stamp
    {
        Instant now;
        QString change;
    };
    /// @p organizer: the host's e-mail address, or empty when nobody knows it.
    ICalendarWriter(Zone hostZone, QString organizer);

    /// A calendar with @p event alone.
    [[nodiscard]] ICalComponent write(const Event &event, const Stamp &stamp) const;
    /// @p calendar with what is different between @p before, which @p reader has read from it, and @p after; all else
    /// stays as it is, also what nobody here understands. A series that gets another time or rule loses its moved
    /// occurrences and RDATEs, which belong to times that are no more.
    [[nodiscard]] ICalComponent change(ICalComponent calendar, const Event &before, const Event &after,
                                       const ICalendarReader &reader, const Stamp &stamp) const;

private:
    void writeTimes(const Event &event, Instant now, ICalComponent *calendar, ICalComponent *vevent) const;
    void writePeople(const Event &event, const ICalendarReader *reader, ICalComponent *vevent) const;

    Zone m_hostZone;
    QString m_organizer;
};

} // namespace ChatCal
