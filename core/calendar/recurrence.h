// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"

#include <QList>

#include <optional>

namespace ChatCal {

/// Longest COUNT that is expanded; a rule that asks for more is refused.
inline constexpr int longestSeries = 10'000;

/// InvalidInput (field "recurrence") unless the event's rule can be expanded: an RRULE value (RFC 5545 §3.3.10) that
/// happens at least once, hourly or rarer. Rules by the minute, and hourly ones with BYMONTH and its like, are refused:
/// libical counts through five centuries minute by minute when nothing matches.
/// May take up to a second for a rule that never happens; call it when a rule comes in, not when one is read.
[[nodiscard]] Result<void> checkRecurrence(const Event &event);

/// Occurrences of @p event in @p window, by start, not clipped, without its exceptions; the first @p maximum of them.
/// Counted in the event's own zone, so that 09:00 stays 09:00 when the clocks change; a time the clock skips moves by
/// the length of the skip, one it shows twice is the first (RFC 5545 §3.3.5). An event's own start always happens, even
/// when its rule does not name it. An event without a rule has one occurrence. InvalidInput when the rule cannot be
/// read.
[[nodiscard]] Result<QList<Interval>> occurrences(const Event &event, const Interval &window, int maximum);

/// An instant after which nothing of @p event happens; nothing when it goes on for ever. InvalidInput as above.
[[nodiscard]] Result<std::optional<Instant>> seriesEnd(const Event &event);

} // namespace ChatCal
