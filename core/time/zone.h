// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <date/date.h>

#include <QString>

#include <chrono>
#include <optional>

namespace date {
class time_zone;
}

namespace ChatCal {

/// A wall-clock time, to the second, meaningful only together with a Zone.
using LocalTime = date::local_seconds;
using LocalDate = date::local_days;

/// The day on which @p local is.
[[nodiscard]] inline LocalDate dayOf(LocalTime local)
{
    return std::chrono::floor<date::days>(local);
}
/// How long after its day's midnight @p local is, in whole minutes.
[[nodiscard]] inline std::chrono::minutes timeOf(LocalTime local)
{
    return std::chrono::floor<std::chrono::minutes>(local - dayOf(local));
}

/// What a wall-clock time is in a zone.
struct LocalResolution
{
    enum class Kind {
        Unique,
        Gap, ///< the clock skips it; instant is the same distance after the skip (02:30 becomes 03:30)
        Overlap ///< the clock shows it twice; instant is the first, second the other
    };
    Kind kind = Kind::Unique;
    Instant instant;
    std::optional<Instant> second;
};

/// An IANA time zone. A small value; valid for the life of the process.
class Zone
{
public:
    Zone(); ///< UTC
    /// The zone named @p name ("Europe/Berlin", aliases too, case as in the database); nothing when there is none.
    [[nodiscard]] static std::optional<Zone> find(const QString &name);
    /// Refuses a tz database without summer time (slim TZif files lose it silently); call once at start.
    [[nodiscard]] static Result<void> checkDatabase();

    /// The name it was found by.
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] LocalTime toLocal(Instant instant) const;
    [[nodiscard]] LocalDate toLocalDate(Instant instant) const;
    [[nodiscard]] LocalResolution resolve(LocalTime local) const;
    /// resolve().instant, for where a gap or an overlap needs no word.
    [[nodiscard]] Instant toInstant(LocalTime local) const;
    [[nodiscard]] std::chrono::seconds offset(Instant instant) const;
    /// "EST", "CET"; "UTC+03" where the database has only a number.
    [[nodiscard]] QString abbreviation(Instant instant) const;

    /// By name: the system's database does not tell an alias ("Asia/Calcutta") from a zone with the same rules.
    bool operator==(const Zone &other) const { return m_zone == other.m_zone; }

private:
    Zone(const date::time_zone *zone, QString name);
    const date::time_zone *m_zone;
    QString m_name;
};

/// An instant on its way to a person: it cannot be shown without the zone to show it in.
struct ZonedInstant
{
    Instant instant;
    Zone zone;
};

} // namespace ChatCal
