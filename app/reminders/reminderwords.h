// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"

namespace ChatCal {

/// A reminder as a person reads it, plain text.
struct ReminderWords
{
    QString title;
    QString body;
};

/// "Design review", "Begins in 10 min · 14:00–14:30 · Room 4"; times in @p zone.
[[nodiscard]] ReminderWords reminderWords(const AgendaItem &item, const Zone &zone, Instant now);
/// Many at once in one: "5 meetings", a line each, at most five lines.
[[nodiscard]] ReminderWords summaryWords(const QList<AgendaItem> &items, const Zone &zone, Instant now);
/// "Begins in 10 min", "Begins now", "Began 5 min ago".
[[nodiscard]] QString waitWords(const Interval &when, Instant now);
/// "14:00–14:30".
[[nodiscard]] QString timesInWords(const Interval &when, const Zone &zone);

} // namespace ChatCal
