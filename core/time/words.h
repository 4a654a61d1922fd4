// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QString>

namespace ChatCal {

/// RFC 3339 with the zone's offset at that instant: "2026-03-10T14:00:00-04:00".
[[nodiscard]] QString toRfc3339(const ZonedInstant &when);
/// The instant of an RFC 3339 text with an offset or Z; nothing when it is not one.
[[nodiscard]] std::optional<Instant> fromRfc3339(const QString &text);
/// "2026-03-10T14:00" (or with seconds) as a wall-clock time; nothing when it is not one.
[[nodiscard]] std::optional<LocalTime> fromIsoLocal(const QString &text);
/// "2026-03-10T14:00".
[[nodiscard]] QString toIsoLocal(LocalTime local);
/// "2026-03-10".
[[nodiscard]] QString toIsoDate(LocalDate day);

// For people, in the language asked for: English by the clock of twelve hours, the others by that of 24.

/// "Tuesday, March 10, 2026", "Dienstag, 10. März 2026".
[[nodiscard]] QString dateInWords(LocalDate day, Language language = Language::English);
/// "2:00 PM", "14:00 Uhr", "14:00".
[[nodiscard]] QString timeInWords(LocalTime local, Language language = Language::English);
/// "Tuesday, March 10, 2026 at 2:00 PM EDT", "martes, 10 de marzo de 2026, a las 14:00 EDT".
[[nodiscard]] QString momentInWords(const ZonedInstant &when, Language language = Language::English);
/// "Tuesday, March 10, 2026, 2:00–2:30 PM EDT"; names both days when it crosses midnight.
[[nodiscard]] QString spanInWords(const Interval &span, const Zone &zone, Language language = Language::English);
/// "Tue Mar 10, 2:00 PM EDT", "Di. 10. März, 14:00 Uhr EDT": for a line that has little room.
[[nodiscard]] QString shortMomentInWords(const ZonedInstant &when, Language language = Language::English);
/// "30 minutes", "1 hour", "1 hour 30 minutes", "1 heure 30".
[[nodiscard]] QString durationInWords(std::chrono::minutes length, Language language = Language::English);

} // namespace ChatCal
