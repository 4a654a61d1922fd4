// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendarmath.h"

namespace ChatCal::WhenGrammar {

using date::days;

namespace {

/// The day with this place among its weekday's days in the month; 5 is the last.
LocalDate nthWeekday(int year, int month, int which, int weekday)
{
    const LocalDate first = *dayOf(year, month, 1);
    const LocalDate day = weekdayFrom(first, weekday) + days((which - 1) * 7);
    return monthNumber(day) == month ? day : day - days(7);
}

// Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
LocalDate easterSunday(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return *dayOf(year, n / 31, n % 31 + 1);
}

} // namespace

std::optional<LocalDate> dayOf(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const date::year_month_day ymd{date::year(year), date::month(static_cast<unsigned>(month)),
                                   date::day(static_cast<unsigned>(day))};
    if (!ymd.ok())
        return std::nullopt;
    return LocalDate(ymd);
}

int yearNumber(LocalDate day)
{
    return static_cast<int>(date::year_month_day(day).year());
}

int monthNumber(LocalDate day)
{
    return static_cast<int>(static_cast<unsigned>(date::year_month_day(day).month()));
}

int dayNumber(LocalDate day)
{
    return static_cast<int>(static_cast<unsigned>(date::year_month_day(day).day()));
}

LocalDate monthStart(LocalDate day)
{
    return day - days(dayNumber(day) - 1);
}

LocalDate plusMonths(LocalDate day, int months)
{
    const date::year_month_day ymd(day);
    const date::year_month_day moved = ymd + date::months(months);
    return moved.ok() ? LocalDate(moved) : LocalDate(moved.year() / moved.month() / date::last);
}

int weekdayOf(LocalDate day)
{
    return static_cast<int>(date::weekday(day).c_encoding());
}

LocalDate weekStart(LocalDate day)
{
    return day - days((weekdayOf(day) + 6) % 7);
}

LocalDate weekdayFrom(LocalDate day, int weekday)
{
    return day + days((weekday - weekdayOf(day) + 7) % 7);
}

LocalDate plusBusinessDays(LocalDate day, int count)
{
    const int step = count < 0 ? -1 : 1;
    for (int left = std::abs(count); left > 0;) {
        day += days(step);
        const int weekday = weekdayOf(day);
        if (weekday != 0 && weekday != 6)
            --left;
    }
    return day;
}

Days weekOf(LocalDate day)
{
    const LocalDate start = weekStart(day);
    return {start, start + days(7), Grain::Week};
}

Days monthOf(LocalDate day)
{
    const LocalDate start = monthStart(day);
    return {start, plusMonths(start, 1), Grain::Month};
}

Days quarterOf(LocalDate day)
{
    const LocalDate start = plusMonths(monthStart(day), -((monthNumber(day) - 1) % 3));
    return {start, plusMonths(start, 3), Grain::Quarter};
}

Days yearOf(int year)
{
    return {*dayOf(year, 1, 1), *dayOf(year + 1, 1, 1), Grain::Year};
}

Days weekendOf(LocalDate day)
{
    const LocalDate start = weekStart(day) + days(5);
    return {start, start + days(2), Grain::Day};
}

std::optional<LocalDate> holiday(int code, int year)
{
    if (code >= 30000)
        return nthWeekday(year, 11, 4, 4) + days(1);
    if (code >= 20000)
        return easterSunday(year) + days(code - 20100);
    if (code >= 10000) {
        const int rest = code - 10000;
        return nthWeekday(year, rest / 100, rest / 10 % 10, rest % 10);
    }
    return dayOf(year, code / 100, code % 100);
}

} // namespace ChatCal::WhenGrammar
