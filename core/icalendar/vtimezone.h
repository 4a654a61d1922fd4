// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QByteArray>

namespace ChatCal {

/// The VTIMEZONE of @p zone (RFC 5545 §3.6.5) with every change of its clock from a year before @p around to a year
/// after it, from the system's tz database; each change is an observance of its own, without a rule that might end up
/// wrong when a government changes its mind.
[[nodiscard]] QByteArray vtimezone(const Zone &zone, const Interval &around);

/// "20260310T140000".
[[nodiscard]] QString iCalendarLocal(LocalTime local);
/// "20260310T180000Z".
[[nodiscard]] QString iCalendarUtc(Instant instant);

} // namespace ChatCal
