// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/icalendar/component.h"
#include "core/time/zone.h"

#include <chrono>
#include <optional>

namespace ChatCal {

/// A DATE or DATE-TIME value (RFC 5545 §3.3.4, §3.3.5), before its zone is looked up.
struct ICalTime
{
    enum class Kind {
        Date,
        Utc,
        Zoned, ///< by tzid
        Floating
    };
    Kind kind = Kind::Floating;
    LocalTime local; ///< at midnight for a date
    QString tzid;
};
/// One value of a property with this TZID.
[[nodiscard]] std::optional<ICalTime> readICalTime(QStringView value, const QString &tzid);

/// A DURATION (§3.3.6): days are those of the calendar, the rest is exact.
struct ICalDuration
{
    date::days days{0};
    std::chrono::seconds time{0};
};
[[nodiscard]] std::optional<ICalDuration> readICalDuration(QStringView value);

/// UTC-OFFSET (§3.3.14).
[[nodiscard]] std::optional<std::chrono::seconds> readUtcOffset(QStringView value);

/// TEXT (§3.3.11) without its escapes.
[[nodiscard]] QString readICalText(QStringView value);

/// The address behind a CAL-ADDRESS value "mailto:…", decoded; nothing for any other URI.
[[nodiscard]] std::optional<QString> readMailto(const QString &value);

/// "20260310".
[[nodiscard]] QString iCalendarDate(LocalDate day);

} // namespace ChatCal
