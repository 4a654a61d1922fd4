// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendalayout.h"
#include "app/backend/apiclient.h"
#include "core/time/words.h"

namespace ChatCal {

// Days of March 2026 in New York.

inline Zone newYork()
{
    return *Zone::find(QStringLiteral("America/New_York"));
}

/// "2026-03-04T10:00" as an instant.
inline Instant at(const QString &local)
{
    return newYork().toInstant(*fromIsoLocal(local));
}

inline LocalTime wall(const QString &local)
{
    return *fromIsoLocal(local);
}

inline LocalDate day(const QString &iso)
{
    return dayOf(wall(iso + QStringLiteral("T00:00")));
}

/// A meeting booked here.
inline AgendaItem meeting(const QString &title, const QString &start, const QString &end)
{
    AgendaItem item;
    item.uid = QStringLiteral("uid-") + title;
    item.title = title;
    item.location = QStringLiteral("Room 4");
    item.meetingId = QStringLiteral("0304-1000-60m");
    item.when = {at(start), at(end)};
    return item;
}

/// An event of another calendar program.
inline AgendaItem foreign(const QString &title, const QString &start, const QString &end)
{
    AgendaItem item = meeting(title, start, end);
    item.meetingId.clear();
    return item;
}

/// The same, as a server tells it that lets the host change it.
inline AgendaItem editable(AgendaItem item)
{
    item.eventId = QStringLiteral("id-") + item.title;
    item.etag = QStringLiteral("1");
    item.isEditable = true;
    return item;
}

/// From one day up to another, which it leaves out.
inline AgendaItem allDay(const QString &title, const QString &first, const QString &end)
{
    AgendaItem item = foreign(title, first + QStringLiteral("T00:00"), end + QStringLiteral("T00:00"));
    item.allDay = true;
    return item;
}

inline Agenda agendaOf(const QList<AgendaItem> &items)
{
    return {items, newYork()};
}

} // namespace ChatCal
