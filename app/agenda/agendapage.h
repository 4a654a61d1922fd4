// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/zone.h"

#include <QString>

namespace ChatCal {

enum class AgendaMode { Day, Week, Month };

/// "day", "week" or "month", for settings.
[[nodiscard]] QString nameOf(AgendaMode mode);
/// Any other name is a week's.
[[nodiscard]] AgendaMode agendaModeFrom(const QString &name);

/// The first day of @p day's week by the locale.
[[nodiscard]] LocalDate startOfWeek(LocalDate day);
/// ISO 8601's number of the week that begins on @p first, whichever weekday that is: its Thursday decides.
[[nodiscard]] int weekNumber(LocalDate first);

/// Which days are shown: those of the mode around the chosen one. Pure.
class AgendaPage
{
public:
    AgendaPage() = default;
    AgendaPage(AgendaMode mode, LocalDate chosen) : m_mode(mode), m_chosen(chosen) { }

    [[nodiscard]] AgendaMode mode() const { return m_mode; }
    [[nodiscard]] LocalDate chosen() const { return m_chosen; }
    [[nodiscard]] LocalDate first() const;
    /// 1, 7, or the 42 of the six weeks a month may touch.
    [[nodiscard]] int days() const;
    [[nodiscard]] bool holds(LocalDate day) const { return first() <= day && day < first() + date::days(days()); }
    /// So many pages on. A month keeps the day of the month, as far as it has it.
    [[nodiscard]] AgendaPage turned(int pages) const;
    /// "March 2026", "March 9 – 15, 2026" or "Tuesday, March 10, 2026".
    [[nodiscard]] QString title() const;

    bool operator==(const AgendaPage &) const = default;

private:
    AgendaMode m_mode = AgendaMode::Week;
    LocalDate m_chosen;
};

} // namespace ChatCal
