// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/monthpainter.h"

#include "app/agenda/agendabar.h"
#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ChatCal {

MonthPainter::MonthPainter(const AgendaScene &scene, const MonthGeometry &geometry, const AgendaLook &look,
                           const AgendaState &state)
    : m_scene(scene), m_geometry(geometry), m_look(look), m_state(state)
{
}

void MonthPainter::paint(QPainter &painter)
{
    painter.fillRect(QRect(QPoint(), m_geometry.size), m_look.base);
    paintNames(painter);
    for (int day = 0; day < m_scene.page().days(); ++day)
        paintCell(painter, day);
    if (!m_state.isKnown)
        return;
    for (int week = 0; week < MonthGeometry::weeks; ++week)
        paintWeek(painter, week);
}

void MonthPainter::paintNames(QPainter &painter) const
{
    const QLocale locale;
    painter.setFont(m_look.small);
    for (int day = 0; day < 7; ++day) {
        const QDate date = toQDate(m_scene.page().first() + date::days(day));
        const QRect cell = m_geometry.cell(day);
        painter.setPen(m_look.muted);
        painter.drawText(QRect(cell.left(), 0, cell.width(), m_geometry.names), Qt::AlignCenter,
                         locale.dayName(date.dayOfWeek(), QLocale::ShortFormat));
    }
    for (int week = 0; week < MonthGeometry::weeks; ++week)
        painter.drawText(m_geometry.weekNumber(week), Qt::AlignCenter,
                         QString::number(weekNumber(m_scene.page().first() + date::days(week * 7))));
}

void MonthPainter::paintCell(QPainter &painter, int day) const
{
    const LocalDate date = m_scene.page().first() + date::days(day);
    const date::year_month_day ymd(date);
    const bool isOfMonth = ymd.month() == date::year_month_day(m_scene.page().chosen()).month();
    const bool isToday = m_state.isKnown && date == m_state.today;
    const QRect cell = m_geometry.cell(day);
    const auto weekday = static_cast<Qt::DayOfWeek>(date::weekday(date).iso_encoding());
    if (!QLocale().weekdays().contains(weekday))
        painter.fillRect(cell, m_look.palette.color(QPalette::AlternateBase));
    painter.fillRect(cell.left(), cell.top(), cell.width(), 1, m_look.line);
    painter.fillRect(m_geometry.isMirrored ? cell.right() : cell.left(), cell.top(), 1, cell.height(), m_look.line);
    const bool isChosen = date == m_scene.page().chosen();
    const bool isTarget = m_state.isDragging && dayOf(m_state.drag.span().start) == date;
    if (isChosen || isTarget) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_state.hasFocus || isTarget ? QPen(m_look.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(mixed(m_look.base, m_look.accent, isTarget ? 0.16 : 0.07));
        painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), 6, 6);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    const int size = m_geometry.dayNumber - 2;
    const QRect number(m_geometry.isMirrored ? cell.right() - size - 3 : cell.left() + 5, cell.top() + 2, size, size);
    if (isToday) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_look.palette.color(QPalette::Highlight));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(number);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setFont(isToday ? m_look.tiny : m_look.small);
    painter.setPen(isToday ? m_look.palette.color(QPalette::HighlightedText) : isOfMonth ? m_look.text : m_look.muted);
    painter.drawText(number, Qt::AlignCenter, QString::number(static_cast<unsigned>(ymd.day())));
}

void MonthPainter::paintWeek(QPainter &painter, int week) const
{
    const AgendaBars &all = m_scene.bars()[week];
    const int fit = m_geometry.rowsThatFit();
    for (const AgendaBar &bar : all.bars) {
        if (!isShown(all, bar, fit))
            continue;
        const AgendaEntry &entry = m_scene.entries()[bar.item];
        const QRect rect = m_geometry.bar(week, bar.day, bar.days, bar.row);
        const bool isChosen = bar.item == m_state.chosen;
        if (entry.isBar || bar.days > 1)
            paintBar(painter, m_look, entry, bar, rect, isChosen, entry.item.when.end <= m_state.now,
                     m_geometry.isMirrored);
        else
            paintLine(painter, entry, rect, isChosen);
    }
    const QList<int> hidden = hiddenCounts(all, fit);
    painter.setFont(m_look.small);
    painter.setPen(m_look.muted);
    for (int day = 0; day < 7; ++day) {
        if (hidden[day] == 0)
            continue;
        painter.drawText(m_geometry.bar(week, day, 1, fit - 1).adjusted(7, 0, -2, 0),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         QCoreApplication::translate("AgendaView", "+%n more", nullptr, hidden[day]));
    }
}

/// An entry of one day: a dot of its calendar, its time, its title.
void MonthPainter::paintLine(QPainter &painter, const AgendaEntry &entry, const QRect &rect, bool isChosen) const
{
    const AgendaShade &shade = m_look.shade(entry.shade);
    const bool isPast = entry.item.when.end <= m_state.now;
    const QColor ink = isChosen ? m_look.palette.color(QPalette::HighlightedText) : isPast ? m_look.muted : m_look.text;
    const QColor mark = isChosen ? ink : isPast ? shade.pastMark : shade.mark;
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.palette.color(QPalette::Highlight));
        painter.drawRoundedRect(rect, 5, 5);
    }
    const bool isSettled = entry.state == AgendaEntry::State::Settled && !entry.isTentative;
    painter.setPen(isSettled ? QPen(Qt::NoPen) : QPen(mark, 1.4));
    painter.setBrush(isSettled ? QBrush(mark) : QBrush(Qt::NoBrush));
    const QRect inner = rect.adjusted(5, 0, -4, 0);
    painter.drawEllipse(
        QRectF(m_geometry.isMirrored ? inner.right() - 6 : inner.left(), rect.center().y() - 2.5, 7, 7));
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QString time = clockWordsAt(minuteOf(entry.wall.start));
    const int timeWidth = m_look.smallMetrics.horizontalAdvance(time);
    const QRect words = m_geometry.isMirrored ? inner.adjusted(0, 0, -12, 0) : inner.adjusted(12, 0, 0, 0);
    painter.setFont(m_look.small);
    painter.setPen(ink);
    const bool showsTime = words.width() > timeWidth + m_look.metrics.averageCharWidth() * 6;
    const int room = showsTime ? words.width() - timeWidth - 6 : words.width();
    painter.drawText(m_geometry.isMirrored || !showsTime ? words.adjusted(0, 0, room - words.width(), 0)
                                                         : words.adjusted(timeWidth + 6, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     m_look.smallMetrics.elidedText(entry.item.title, Qt::ElideRight, room));
    if (!showsTime)
        return;
    painter.setPen(isChosen ? ink : m_look.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, time);
}

} // namespace ChatCal
