// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/icalendar/component.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QHash>
#include <QString>

#include <optional>

namespace ChatCal {

/// Whether the clocks of both zones show the same from a year before @p around to four years after it. Aliases are two
/// names of one zone ("Asia/Calcutta", "Asia/Kolkata"), which the database does not tell.
[[nodiscard]] bool showSameTime(const Zone &one, const Zone &other, Instant around);

/// Finds the zone a TZID of a calendar means. Keeps what it has found out, for a server's thousand events come with the
/// same few VTIMEZONEs. One thread.
class ZoneNames
{
public:
    /// The zone @p tzid means in @p calendar for times at about @p around: by its name or a vendor's form of it
    /// ("/mozilla.org/20050126_1/Europe/Berlin", "W. Europe Standard Time"); else by the rules of the VTIMEZONE, whose
    /// clock some zone of the database shows too. Nothing when no zone shows it, or for a name without a VTIMEZONE.
    [[nodiscard]] std::optional<Zone> find(const QString &tzid, const ICalComponent &calendar, LocalTime around);

private:
    QHash<QString, std::optional<Zone>> m_found;
};

} // namespace ChatCal
