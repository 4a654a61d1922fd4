// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendageometry.h"

#include <algorithm>

namespace ChatCal {

QRect DayGeometry::placed(int left, int top, int width, int height) const
{
    return {isMirrored ? size.width() - left - width : left, top, width, height};
}

QRect DayGeometry::body() const
{
    return placed(axis, head(), size.width() - axis, size.height() - head());
}

QRect DayGeometry::axisRect() const
{
    return placed(0, head(), axis, size.height() - head());
}

QRect DayGeometry::column(int day) const
{
    const int width = size.width() - axis;
    const int left = axis + width * day / days;
    const int right = axis + width * (day + 1) / days;
    return placed(left, head(), right - left, size.height() - head());
}

int DayGeometry::lanesThatFit() const
{
    return std::max(1, ((size.width() - axis) / days - 9) / narrowestLane);
}

bool DayGeometry::isShown(const AgendaBlock &block) const
{
    const int fit = lanesThatFit();
    return block.lanes <= fit || block.lane < fit - 1;
}

QRect DayGeometry::block(const AgendaBlock &block) const
{
    const int width = (size.width() - axis) * (block.day + 1) / days - (size.width() - axis) * block.day / days - 9;
    const int lanes = std::min(block.lanes, lanesThatFit());
    const int base = axis + (size.width() - axis) * block.day / days + 3;
    const int left = base + width * block.lane / lanes;
    const int right = base + width * (block.lane + 1) / lanes;
    const int top = yOf(block.startMinute);
    return placed(left, top + 1, right - left - 2, yOf(block.endMinute) - top - 2);
}

QRect DayGeometry::block(int day, int startMinute, int endMinute) const
{
    return block(AgendaBlock{0, day, startMinute, endMinute, 0, 1});
}

QRect DayGeometry::crowd(int day, int hourOfDay) const
{
    const int fit = lanesThatFit();
    QRect rect = block(AgendaBlock{0, day, hourOfDay * 60, hourOfDay * 60 + 60, fit - 1, fit});
    return rect;
}

QRect DayGeometry::bar(int day, int dayCount, int row) const
{
    const int width = size.width() - axis;
    const int left = axis + width * day / days + 3;
    const int right = axis + width * (day + dayCount) / days - 4;
    return placed(left, names + row * barRow, right - left, barRow - 3);
}

int DayGeometry::dayAt(int x) const
{
    const int width = std::max(1, size.width() - axis);
    const int along = (isMirrored ? size.width() - 1 - x : x) - axis;
    return std::clamp(along * days / width, 0, days - 1);
}

QRect MonthGeometry::placed(int left, int top, int width, int height) const
{
    return {isMirrored ? size.width() - left - width : left, top, width, height};
}

QRect MonthGeometry::cell(int day) const
{
    const int width = size.width() - numbers;
    const int height = size.height() - names;
    const int column = day % 7;
    const int line = day / 7;
    const int left = numbers + width * column / 7;
    const int top = names + height * line / weeks;
    return placed(left, top, numbers + width * (column + 1) / 7 - left, names + height * (line + 1) / weeks - top);
}

QRect MonthGeometry::weekNumber(int week) const
{
    return placed(0, cell(week * 7).top(), numbers, dayNumber);
}

QRect MonthGeometry::bar(int week, int day, int dayCount, int line) const
{
    const int width = size.width() - numbers;
    const int left = numbers + width * day / 7 + 3;
    const int right = numbers + width * (day + dayCount) / 7 - 3;
    return placed(left, cell(week * 7).top() + dayNumber + line * row, right - left, row - 2);
}

int MonthGeometry::rowsThatFit() const
{
    return std::max(1, (cell(0).height() - dayNumber - 3) / row);
}

std::optional<int> MonthGeometry::dayAt(const QPoint &point) const
{
    const int along = (isMirrored ? size.width() - 1 - point.x() : point.x()) - numbers;
    if (along < 0 || point.y() < names || along >= size.width() - numbers || point.y() >= size.height())
        return std::nullopt;
    const int column = std::min(6, along * 7 / std::max(1, size.width() - numbers));
    const int line = std::min(weeks - 1, (point.y() - names) * weeks / std::max(1, size.height() - names));
    return line * 7 + column;
}

} // namespace ChatCal
