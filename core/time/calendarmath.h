// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/when.h"

#include <date/date.h>

#include <optional>

namespace ChatCal::WhenGrammar {

/// Whole days [start, end).
struct Days
{
    LocalDate start;
    LocalDate end;
    Grain grain = Grain::Day;
};

[[nodiscard]] std::optional<LocalDate> dayOf(int year, int month, int day);
[[nodiscard]] LocalDate monthStart(LocalDate day);
/// The same day of another month, its last day where it is shorter.
[[nodiscard]] LocalDate plusMonths(LocalDate day, int months);
/// 0 is Sunday.
[[nodiscard]] int weekdayOf(LocalDate day);
/// The Monday on or before @p day.
[[nodiscard]] LocalDate weekStart(LocalDate day);
/// The first such weekday on or after @p day.
[[nodiscard]] LocalDate weekdayFrom(LocalDate day, int weekday);
[[nodiscard]] LocalDate plusBusinessDays(LocalDate day, int count);
[[nodiscard]] Days weekOf(LocalDate day);
[[nodiscard]] Days monthOf(LocalDate day);
[[nodiscard]] Days quarterOf(LocalDate day);
[[nodiscard]] Days yearOf(int year);
/// The Saturday and Sunday of the week of @p day.
[[nodiscard]] Days weekendOf(LocalDate day);
[[nodiscard]] int yearNumber(LocalDate day);
[[nodiscard]] int monthNumber(LocalDate day);
[[nodiscard]] int dayNumber(LocalDate day);
/// @p code as in the words file: a fixed date, an n-th weekday of a month, or days from Easter.
[[nodiscard]] std::optional<LocalDate> holiday(int code, int year);

} // namespace ChatCal::WhenGrammar
