// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendalayout.h"

#include <QRect>

#include <optional>

namespace ChatCal {

// Where things are on the agenda's viewport, and what is at a point. Pure values, in pixels; a mirrored one is for
// languages written from right to left.

/// Days as columns, hours downwards, below a head with the names of the days and the bars of what lasts all day.
struct DayGeometry
{
    QSize size;
    int days = 1;
    int axis = 60; ///< width of the column of hours
    int names = 50; ///< height of the names of the days
    int barRow = 22;
    int barRows = 0;
    int hour = 68; ///< height
    int scroll = 0;
    bool isMirrored = false;

    /// Narrower lanes are not drawn: what would be in them is counted.
    static constexpr int narrowestLane = 18;

    [[nodiscard]] int head() const { return names + (barRows > 0 ? barRows * barRow + 4 : 0); }
    [[nodiscard]] int fullHeight() const { return hour * 24; }
    /// Below the head, beside the hours.
    [[nodiscard]] QRect body() const;
    [[nodiscard]] QRect axisRect() const;
    [[nodiscard]] QRect column(int day) const;
    [[nodiscard]] QRect block(const AgendaBlock &block) const;
    /// Of a span within one day that has the column for itself.
    [[nodiscard]] QRect block(int day, int startMinute, int endMinute) const;
    [[nodiscard]] QRect bar(int day, int dayCount, int row) const;
    [[nodiscard]] int yOf(int minute) const { return head() + minute * hour / 60 - scroll; }
    /// How many lanes of a day can be shown; the last one then holds counts of the rest.
    [[nodiscard]] int lanesThatFit() const;
    /// Whether a block is shown by itself.
    [[nodiscard]] bool isShown(const AgendaBlock &block) const;
    /// The place of a count: what is hidden of an hour.
    [[nodiscard]] QRect crowd(int day, int hourOfDay) const;

    /// The nearest day, also beyond the edges.
    [[nodiscard]] int dayAt(int x) const;
    /// Minutes after midnight; may lie outside of the day.
    [[nodiscard]] int minuteAt(int y) const { return (y - head() + scroll) * 60 / hour; }

private:
    [[nodiscard]] QRect placed(int left, int top, int width, int height) const;
};

/// Six weeks as rows of cells, beside their numbers, below the names of the weekdays.
struct MonthGeometry
{
    QSize size;
    int numbers = 34; ///< width of the column of week numbers
    int names = 30; ///< height of the names of the weekdays
    int dayNumber = 24; ///< height of a cell's own number
    int row = 20; ///< height of an entry
    bool isMirrored = false;

    static constexpr int weeks = 6;

    [[nodiscard]] QRect cell(int day) const; ///< 0 to 41
    [[nodiscard]] QRect weekNumber(int week) const;
    [[nodiscard]] QRect bar(int week, int day, int dayCount, int line) const;
    [[nodiscard]] int rowsThatFit() const;
    [[nodiscard]] std::optional<int> dayAt(const QPoint &point) const;

private:
    [[nodiscard]] QRect placed(int left, int top, int width, int height) const;
};

} // namespace ChatCal
