// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminderschedule.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto latest = 30min;
constexpr auto snoozed = 5min;

std::chrono::minutes minutesOf(QTime time)
{
    return std::chrono::minutes(time.hour() * 60 + time.minute());
}

} // namespace

ReminderSchedule::ReminderSchedule(ReminderSettings settings, Zone zone) : m_settings(settings), m_zone(std::move(zone))
{
}

std::optional<Interval> ReminderSchedule::quietAround(Instant instant) const
{
    if (!m_settings.quietFrom || !m_settings.quietTo)
        return std::nullopt;
    const auto from = minutesOf(*m_settings.quietFrom), to = minutesOf(*m_settings.quietTo);
    const LocalDate today = m_zone.toLocalDate(instant);
    for (const LocalDate day : {today - date::days(1), today}) { // those of yesterday may reach into today
        const LocalDate end = to > from ? day : day + date::days(1);
        const Interval quiet{m_zone.toInstant(LocalTime(day) + from), m_zone.toInstant(LocalTime(end) + to)};
        if (quiet.start <= instant && instant < quiet.end)
            return quiet;
    }
    return std::nullopt;
}

Instant ReminderSchedule::afterQuiet(Instant moment, Instant start) const
{
    const auto quiet = quietAround(moment);
    return !quiet || start < quiet->end ? moment : quiet->end;
}

std::optional<Instant> ReminderSchedule::momentOf(const AgendaItem &item, const ReminderMarks &marks) const
{
    const auto mark = marks.constFind(keyOf(item));
    if (mark == marks.constEnd())
        return afterQuiet(item.when.start - m_settings.lead, item.when.start);
    if (mark->kind != ReminderMark::Kind::Snoozed)
        return std::nullopt;
    return afterQuiet(mark->until, std::max(mark->until, item.when.start));
}

ReminderPlan ReminderSchedule::plan(const QList<AgendaItem> &agenda, const ReminderMarks &marks, Instant now) const
{
    ReminderPlan plan;
    if (!m_settings.enabled)
        return plan;
    for (const AgendaItem &item : agenda) {
        if (item.allDay || item.when.isEmpty())
            continue;
        const auto moment = momentOf(item, marks);
        if (!moment)
            continue;
        if (*moment > now) {
            plan.next = plan.next ? std::min(*plan.next, *moment) : *moment;
            continue;
        }
        const bool wasSnoozed = marks.contains(keyOf(item));
        const bool isOver = item.when.end <= now || item.when.start + latest < now;
        if (wasSnoozed || !isOver)
            plan.due.append(item);
    }
    std::stable_sort(plan.due.begin(), plan.due.end(),
                     [](const auto &a, const auto &b) { return a.when.start < b.when.start; });
    return plan;
}

Instant ReminderSchedule::snoozeEnd(Instant start, Instant now)
{
    // At the start rather than at some odd minute shortly before it.
    return start > now + 1min ? std::min(start, now + snoozed) : now + snoozed;
}

} // namespace ChatCal
