// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/policy.h"
#include "core/booking/refusal.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <optional>

namespace ChatCal {

/// How much of the policy binds: a host is bound only by conflicts, the past and the lengths.
enum class Bound { Host, Guest };

/// The first rule of @p policy that @p when breaks at @p now, of those that need no calendar; nothing when it keeps
/// them all. The order is the one a person would want to hear: length, past, notice, horizon, hours.
[[nodiscard]] std::optional<Refusal::Reason> brokenRule(const BookingPolicy &policy, const Interval &when, Bound bound,
                                                        Instant now, const Zone &hostZone);

/// The time that must hold nothing else for @p when to be booked: for a guest with the policy's buffers around it.
[[nodiscard]] Interval neededTime(const BookingPolicy &policy, const Interval &when, Bound bound);

/// Those of @p busy that overlap @p needed.
[[nodiscard]] QList<Interval> overlapping(const QList<Interval> &busy, const Interval &needed);

/// Sorted by start, with what overlaps or touches made one; empty ones are dropped.
[[nodiscard]] QList<Interval> merged(QList<Interval> intervals);

/// What of @p intervals lies outside @p hole.
[[nodiscard]] QList<Interval> without(const QList<Interval> &intervals, const Interval &hole);

} // namespace ChatCal
