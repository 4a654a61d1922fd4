// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/event.h"
#include "core/time/interval.h"

#include <QList>

namespace ChatCal {

/// Whether @p event takes its time: neither transparent nor cancelled.
[[nodiscard]] bool blocksTime(const Event &event);

/// Whether @p span lies in @p window, at least in part. A span without length counts when it begins inside.
[[nodiscard]] bool isWithin(const Interval &span, const Interval &window);

/// @p busy clipped to @p window, in order, overlapping and touching ones joined, empty ones gone.
[[nodiscard]] QList<Interval> mergeBusy(QList<Interval> busy, const Interval &window);

/// What @p busy (as mergeBusy gives it) leaves of @p window, in order.
[[nodiscard]] QList<Interval> freeWithin(const QList<Interval> &busy, const Interval &window);

} // namespace ChatCal
