// SPDX-License-Identifier: Apache-2.0
// Where things are on AgendaView.
#include "app/agenda/agendaview.h"

#include "app/agenda/daypainter.h"
#include "app/look/daywords.h"
#include "app/look/notice.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ChatCal {

DayGeometry AgendaView::dayGeometry() const
{
    const QFontMetrics &metrics = look().metrics;
    DayGeometry geometry;
    geometry.size = viewport()->size();
    geometry.days = days();
    geometry.axis = std::max({metrics.horizontalAdvance(clockWordsAt(1320)), metrics.horizontalAdvance(tr("all day")),
                              metrics.horizontalAdvance(hourWords(12))})
        + 18;
    geometry.names = metrics.height() * 3 + 16;
    geometry.barRow = metrics.height() + 5;
    geometry.hour = metrics.height() * 4; // a quarter of an hour holds a line of small text
    geometry.isMirrored = layoutDirection() == Qt::RightToLeft;
    geometry.scroll = verticalScrollBar()->value();
    if (!m_scene.bars().isEmpty()) {
        const QList<int> &rows = m_scene.bars().first().rows;
        const int needed = rows.isEmpty() ? 0 : *std::max_element(rows.begin(), rows.end());
        const int fit = m_state.isUnfolded
            ? std::max(DayPainter::foldedRows, viewport()->height() / 2 / geometry.barRow)
            : DayPainter::foldedRows;
        geometry.barRows = std::min(needed, fit);
    }
    return geometry;
}

MonthGeometry AgendaView::monthGeometry() const
{
    const QFontMetrics &metrics = look().metrics;
    MonthGeometry geometry;
    geometry.size = viewport()->size();
    geometry.numbers = metrics.horizontalAdvance(u"00"_s) + 16;
    geometry.names = metrics.height() + 14;
    geometry.dayNumber = metrics.height() + 8;
    geometry.row = metrics.height() + 3;
    geometry.isMirrored = layoutDirection() == Qt::RightToLeft;
    return geometry;
}

void AgendaView::updateScrollBar()
{
    const DayGeometry geometry = dayGeometry();
    const int page = viewport()->height() - geometry.head();
    verticalScrollBar()->setRange(0, isMonth() ? 0 : std::max(0, geometry.fullHeight() - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(geometry.hour / 2);
}

void AgendaView::scrollToMinute(int minute)
{
    if (!isMonth())
        verticalScrollBar()->setValue(std::max(0, minute) * dayGeometry().hour / 60);
}

void AgendaView::makeVisible(int startMinute, int endMinute)
{
    const DayGeometry geometry = dayGeometry();
    if (geometry.yOf(startMinute) < geometry.head())
        scrollToMinute(startMinute - 30);
    else if (geometry.yOf(endMinute) > viewport()->height())
        scrollToMinute(
            std::min(startMinute, endMinute + 30 - (viewport()->height() - geometry.head()) * 60 / geometry.hour));
}

void AgendaView::placeNotice()
{
    m_notice->setFixedWidth(std::min(340, std::max(160, viewport()->width() - 40)));
    const QRect room = isMonth() ? viewport()->rect() : dayGeometry().body();
    QRect place(QPoint(), m_notice->size());
    place.moveCenter(room.center());
    m_notice->move(place.topLeft());
}

QRect AgendaView::placeOf(qsizetype entry) const
{
    if (isMonth()) {
        const MonthGeometry geometry = monthGeometry();
        for (qsizetype week = 0; week < m_scene.bars().size(); ++week) {
            for (const AgendaBar &bar : m_scene.bars()[week].bars) {
                if (bar.item == entry && isShown(m_scene.bars()[week], bar, geometry.rowsThatFit()))
                    return geometry.bar(static_cast<int>(week), bar.day, bar.days, bar.row);
            }
        }
        return {};
    }
    const DayGeometry geometry = dayGeometry();
    for (const AgendaBlock &block : m_scene.blocks()) {
        if (block.item == entry)
            return geometry.isShown(block) ? geometry.block(block) : geometry.crowd(block.day, block.startMinute / 60);
    }
    for (const AgendaBar &bar : m_scene.bars().first().bars) {
        if (bar.item == entry)
            return geometry.bar(bar.day, bar.days, std::min(bar.row, geometry.barRows - 1));
    }
    return {};
}

QRect AgendaView::placeOfChosen() const
{
    const DayGeometry geometry = dayGeometry();
    const auto place = [&](LocalTime start, std::chrono::minutes length) {
        const int minute = minuteOf(start);
        const auto day = static_cast<int>((dayOf(start) - firstDay()).count());
        return geometry.block(std::clamp(day, 0, geometry.days - 1), minute,
                              std::min(1440, minute + static_cast<int>(length.count())));
    };
    if (m_state.isDragging && !isMonth())
        return place(m_state.drag.span().start, m_state.drag.span().length());
    if (const QRect chosen = m_state.chosen >= 0 ? placeOf(m_state.chosen) : QRect(); chosen.isValid())
        return chosen;
    if (isMonth())
        return monthGeometry().cell(static_cast<int>((chosenDay() - firstDay()).count()));
    if (m_state.cursor)
        return place(*m_state.cursor, usualLength);
    return {viewport()->rect().center(), QSize(1, 1)};
}

} // namespace ChatCal
