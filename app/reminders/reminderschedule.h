// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/reminders/remindersettings.h"

#include <QList>
#include <QMap>

#include <optional>
#include <tuple>

namespace ChatCal {

/// One occurrence of one event; a meeting that was moved is another.
struct ReminderKey
{
    QString uid;
    Instant start;
    bool operator==(const ReminderKey &) const = default;
    bool operator<(const ReminderKey &other) const { return std::tie(uid, start) < std::tie(other.uid, other.start); }
};

/// What a person knows of an occurrence already.
struct ReminderMark
{
    enum class Kind { Told, Snoozed, Dismissed };
    Kind kind = Kind::Told;
    Instant until; ///< Snoozed: when it comes back
    bool operator==(const ReminderMark &) const = default;
};
using ReminderMarks = QMap<ReminderKey, ReminderMark>;

struct ReminderPlan
{
    QList<AgendaItem> due; ///< to be told now, by start
    std::optional<Instant> next; ///< when the next one is due; nothing while there is none
};

/// Which reminders are due. Pure: no clock and no I/O.
///
/// A meeting is told @c lead before it begins; found late (after a suspend, or booked at short notice) until half an
/// hour after its start, as long as it goes on. What is snoozed comes back at its time. In quiet hours all that is held
/// back until they end, unless the meeting begins before. Days and what takes no time are never told.
class ReminderSchedule
{
public:
    /// @p zone is the one quiet hours are read in.
    ReminderSchedule(ReminderSettings settings, Zone zone);

    [[nodiscard]] ReminderPlan plan(const QList<AgendaItem> &agenda, const ReminderMarks &marks, Instant now) const;
    /// The quiet hours @p instant lies in.
    [[nodiscard]] std::optional<Interval> quietAround(Instant instant) const;
    /// When a reminder snoozed at @p now comes back: in five minutes, or at the start where that is earlier.
    [[nodiscard]] static Instant snoozeEnd(Instant start, Instant now);

private:
    [[nodiscard]] std::optional<Instant> momentOf(const AgendaItem &item, const ReminderMarks &marks) const;
    [[nodiscard]] Instant afterQuiet(Instant moment, Instant start) const;

    ReminderSettings m_settings;
    Zone m_zone;
};

[[nodiscard]] inline ReminderKey keyOf(const AgendaItem &item)
{
    return {item.uid, item.when.start};
}

} // namespace ChatCal
