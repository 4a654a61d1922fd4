// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/meeting.h"
#include "core/calendar/event.h"

#include <QJsonObject>

namespace ChatCal {

/// @p event as hosts see it. @p meeting is null for an event that was not booked here; @p usual names the calendar of
/// one that does not say where it is.
[[nodiscard]] QJsonObject agendaEvent(const Event &event, const Meeting *meeting, const Zone &zone,
                                      const QString &usual);
/// Why the host cannot change an event that is no meeting: "read_only", "organizer", "series"; empty: it can.
[[nodiscard]] QString fixedBy(const Event &event);
/// What If-Match names of it, without its quotes: calendars write their ETags in forms of their own.
[[nodiscard]] QString eventTag(const Event &event);

} // namespace ChatCal
