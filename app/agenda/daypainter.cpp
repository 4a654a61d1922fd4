// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/daypainter.h"

#include "app/agenda/agendabar.h"
#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qreal corner = 6;

} // namespace

DayPainter::DayPainter(const AgendaScene &scene, const DayGeometry &geometry, const AgendaLook &look,
                       const AgendaState &state, QList<BlockText> &texts, const QList<int> &crowds)
    : m_scene(scene), m_geometry(geometry), m_look(look), m_state(state), m_texts(texts), m_crowds(crowds)
{
}

void DayPainter::paint(QPainter &painter, const QRect &part)
{
    painter.fillRect(part, m_look.base);
    const QRect body = QRect(0, m_geometry.head(), m_geometry.size.width(), m_geometry.size.height()) & part;
    if (!body.isEmpty()) {
        painter.save();
        painter.setClipRect(body);
        paintGrid(painter, body);
        if (m_state.isKnown) { // else nobody knows which day it is there
            paintBlocks(painter, body);
            paintCrowds(painter, body);
            paintNow(painter);
            paintCursor(painter);
            paintHeld(painter);
        }
        painter.restore();
    }
    if (part.top() < m_geometry.head())
        paintHead(painter);
}

void DayPainter::paintGrid(QPainter &painter, const QRect &part) const
{
    const LocalDate first = m_scene.page().first();
    for (int day = 0; day < m_geometry.days; ++day) {
        const QRect column = m_geometry.column(day);
        const LocalDate date = first + date::days(day);
        const auto weekday = static_cast<Qt::DayOfWeek>(date::weekday(date).iso_encoding());
        if (m_state.isKnown && date == m_state.today && m_geometry.days > 1)
            painter.fillRect(column & part, mixed(m_look.base, m_look.accent, 0.06));
        else if (!QLocale().weekdays().contains(weekday))
            painter.fillRect(column & part, m_look.palette.color(QPalette::AlternateBase));
        const int edge = m_geometry.isMirrored ? column.right() : column.left();
        painter.fillRect(QRect(edge, part.top(), 1, part.height()), m_look.line);
    }
    painter.setFont(m_look.small);
    const QRect body = m_geometry.body();
    const QRect axis = m_geometry.axisRect();
    for (int hour = 0; hour <= 24; ++hour) {
        const int y = m_geometry.yOf(hour * 60);
        if (y + m_geometry.hour < part.top() || y - 12 > part.bottom())
            continue;
        painter.fillRect(body.left() - (m_geometry.isMirrored ? 0 : 6), y, body.width() + 6, 1, m_look.line);
        if (hour < 24)
            painter.fillRect(body.left(), y + m_geometry.hour / 2, body.width(), 1, m_look.halfLine);
        if (hour == 0 || hour == 24)
            continue;
        painter.setPen(m_look.muted);
        painter.drawText(QRect(axis.left(), y - 12, axis.width(), 24).adjusted(11, 0, -11, 0),
                         Qt::AlignVCenter | Qt::AlignAbsolute
                             | (m_geometry.isMirrored ? Qt::AlignLeft : Qt::AlignRight),
                         hourWords(hour));
    }
}

void DayPainter::paintBlocks(QPainter &painter, const QRect &part)
{
    const QList<AgendaBlock> &blocks = m_scene.blocks();
    const int latest = m_geometry.minuteAt(part.bottom() + 1);
    const int earliest = m_geometry.minuteAt(part.top() - 1);
    for (const bool isChosenTurn : {false, true}) { // the chosen one last, so that it lies on top
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const AgendaBlock &block = blocks[i];
            if (block.startMinute > latest || block.endMinute < earliest || !m_geometry.isShown(block)
                || (block.item == m_state.chosen) != isChosenTurn)
                continue;
            const QRect rect = m_geometry.block(block);
            if (rect.intersects(part))
                paintBlock(painter, i, rect);
        }
    }
}

void DayPainter::paintBlock(QPainter &painter, qsizetype index, const QRect &rect)
{
    const AgendaBlock &block = m_scene.blocks()[index];
    const AgendaEntry &entry = m_scene.entries()[block.item];
    const AgendaShade &shade = m_look.shade(entry.shade);
    const bool isChosen = block.item == m_state.chosen;
    const bool isPast = entry.item.when.end <= m_state.now;
    const bool isHeld = m_state.isDragging && block.item == m_state.dragged;
    if (isHeld)
        painter.setOpacity(0.35); // where it came from
    const QColor ground = isChosen ? m_look.palette.color(QPalette::Highlight)
        : isPast                   ? shade.pastGround
                                   : shade.ground;
    const QColor mark = isChosen ? m_look.palette.color(QPalette::HighlightedText)
        : isPast                 ? shade.pastMark
                                 : shade.mark;
    if (rect.width() < 10) {
        painter.fillRect(rect, mark);
        painter.setOpacity(1);
        return;
    }
    const bool isUnsettled = entry.isTentative || entry.state != AgendaEntry::State::Settled;
    painter.setRenderHint(QPainter::Antialiasing);
    if (isUnsettled) {
        painter.setPen(QPen(isChosen ? ground : shade.mark, 1.4, Qt::DashLine));
        painter.setBrush(isChosen ? ground : mixed(m_look.base, ground, 0.55));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7), corner, corner);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect, corner, corner);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark);
    const int pad = rect.height() < 20 ? 3 : 5;
    const int x = m_geometry.isMirrored ? rect.right() - 6 : rect.left() + 4;
    painter.drawRoundedRect(QRectF(x, rect.top() + pad, 3, rect.height() - 2 * pad), 1.5, 1.5);
    painter.setRenderHint(QPainter::Antialiasing, false);

    BlockText &text = m_texts[index];
    if (!text.isReady())
        text.fit(m_look, entry, block, rect.size());
    const QColor ink = isChosen ? m_look.palette.color(QPalette::HighlightedText) : isPast ? shade.pastInk : shade.ink;
    text.draw(painter, m_look, rect, ink, isChosen || isPast ? ink : shade.soft, m_geometry.isMirrored);
    painter.setOpacity(1);
}

void DayPainter::paintCrowds(QPainter &painter, const QRect &part) const
{
    painter.setFont(m_look.tiny);
    for (qsizetype i = 0; i < m_crowds.size(); ++i) {
        if (m_crowds[i] == 0)
            continue;
        const QRect rect = m_geometry.crowd(static_cast<int>(i / 24), static_cast<int>(i % 24));
        if (!rect.intersects(part))
            continue;
        painter.fillRect(rect, m_look.line);
        painter.setPen(m_look.text);
        painter.drawText(rect, Qt::AlignCenter, tr("+%1").arg(m_crowds[i]));
    }
}

void DayPainter::paintNow(QPainter &painter) const
{
    const auto day = static_cast<int>((m_state.today - m_scene.page().first()).count());
    if (day < 0 || day >= m_geometry.days)
        return;
    const int minute = minuteOf(m_scene.zone().toLocal(m_state.now));
    const int y = m_geometry.yOf(minute);
    const QRect column = m_geometry.column(day);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.alarm, 2));
    painter.drawLine(column.left() + 1, y, column.right(), y);
    painter.setBrush(m_look.alarm);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPoint(m_geometry.isMirrored ? column.right() : column.left() + 1, y), 5, 5);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void DayPainter::paintCursor(QPainter &painter) const
{
    if (!m_state.cursor || m_state.isDragging || !m_state.hasFocus)
        return;
    const auto day = static_cast<int>((dayOf(*m_state.cursor) - m_scene.page().first()).count());
    if (day < 0 || day >= m_geometry.days)
        return;
    const int minute = minuteOf(*m_state.cursor);
    const QRect rect = m_geometry.block(day, minute, minute + static_cast<int>(usualLength.count()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.accent, 2));
    painter.setBrush(mixed(m_look.base, m_look.accent, 0.08));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), corner, corner);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_look.small);
    painter.setPen(m_look.accent);
    painter.drawText(rect.adjusted(11, 0, -11, 0), Qt::AlignVCenter | Qt::AlignLeading, clockWordsAt(minute));
}

void DayPainter::paintHeld(QPainter &painter) const
{
    if (!m_state.isDragging || !m_state.drag.isActive())
        return;
    const WallSpan &span = m_state.drag.span();
    for (int day = 0; day < m_geometry.days; ++day) {
        const LocalTime from(m_scene.page().first() + date::days(day));
        const LocalTime to = from + date::days(1);
        if (span.start >= to || span.end <= from)
            continue;
        const auto minutes = [&from](LocalTime time) {
            return static_cast<int>((time - from) / std::chrono::minutes(1));
        };
        paintHeldPart(painter, day, minutes(std::max(span.start, from)), minutes(std::min(span.end, to)));
    }
}

void DayPainter::paintHeldPart(QPainter &painter, int day, int from, int to) const
{
    const QRect rect = m_geometry.block(day, from, to);
    const int shadeNumber = m_state.dragged >= 0 ? m_scene.entries()[m_state.dragged].shade : 0;
    const QColor mark = m_state.clashes ? m_look.alarm : m_look.shade(shadeNumber).mark;
    const QColor ground = m_state.clashes ? mixed(m_look.base, m_look.alarm, isDark(m_look.palette) ? 0.3 : 0.14)
                                          : m_look.shade(shadeNumber).ground;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 3; i > 0; --i) { // it floats
        painter.setBrush(QColor(0, 0, 0, 14));
        painter.drawRoundedRect(rect.adjusted(-i, -i + 2, i, i + 3), corner + i, corner + i);
    }
    painter.setPen(QPen(mark, 2));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), corner, corner);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QString title = m_state.dragged >= 0 ? m_scene.entries()[m_state.dragged].item.title : tr("New meeting");
    const QString times = spanWords(minuteOf(m_state.drag.span().start), minuteOf(m_state.drag.span().end));
    const QRect inner = rect.adjusted(10, 3, -6, -2);
    painter.setPen(m_look.text);
    if (inner.height() < m_look.metrics.height() * 2 - 4) {
        painter.setFont(m_look.tiny);
        painter.drawText(inner.adjusted(0, -3, 0, 2), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                         m_look.tinyMetrics.elidedText(times, Qt::ElideRight, inner.width()));
        return;
    }
    QStringList lines{times, title};
    if (m_state.clashes)
        lines.append(tr("Busy: %1").arg(m_state.clash));
    int y = inner.top();
    for (const QString &words : lines) {
        const bool isFirst = y == inner.top();
        const QFontMetrics &metrics = isFirst ? m_look.boldMetrics : m_look.smallMetrics;
        if (!isFirst && y + metrics.height() > inner.bottom() + 3)
            break;
        painter.setFont(isFirst ? m_look.bold : m_look.small);
        painter.setPen(m_state.clashes && &words == &lines.last() ? m_look.alarm : m_look.text);
        painter.drawText(QRect(inner.left(), y, inner.width(), metrics.height()), Qt::AlignLeading | Qt::TextSingleLine,
                         metrics.elidedText(words, Qt::ElideRight, inner.width()));
        y += metrics.height();
    }
}

void DayPainter::paintHead(QPainter &painter) const
{
    painter.fillRect(QRect(0, 0, m_geometry.size.width(), m_geometry.head()), m_look.base);
    painter.fillRect(QRect(0, m_geometry.head() - 1, m_geometry.size.width(), 1), m_look.line);
    const QRect axis = m_geometry.axisRect();
    painter.setFont(m_look.small);
    painter.setPen(m_look.muted);
    painter.drawText(QRect(axis.left(), 8, axis.width(), m_look.metrics.height()), Qt::AlignCenter,
                     tr("W%1").arg(weekNumber(startOfWeek(m_scene.page().first()))));
    for (int day = 0; day < m_geometry.days; ++day)
        paintDayName(painter, day);
    if (m_state.isKnown)
        paintBars(painter);
}

void DayPainter::paintDayName(QPainter &painter, int day) const
{
    const LocalDate date = m_scene.page().first() + date::days(day);
    const QDate qdate = toQDate(date);
    const QRect column = m_geometry.column(day);
    const bool isToday = m_state.isKnown && date == m_state.today;
    const int line = m_look.metrics.height();
    painter.setFont(m_look.small);
    painter.setPen(isToday ? m_look.accent : m_look.muted);
    painter.drawText(QRect(column.left(), 8, column.width(), line), Qt::AlignCenter,
                     QLocale().dayName(qdate.dayOfWeek(), QLocale::ShortFormat));
    const int size = line * 2;
    const QRect number(column.center().x() - size / 2, 8 + line, size, size);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isToday) {
        painter.setBrush(m_look.palette.color(QPalette::Highlight));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(number.adjusted(1, 1, -1, -1));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    QFont font = m_look.bold;
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(isToday ? QFont::Bold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(isToday ? m_look.palette.color(QPalette::HighlightedText) : m_look.text);
    painter.drawText(number, Qt::AlignCenter, QString::number(qdate.day()));
}

void DayPainter::paintBars(QPainter &painter) const
{
    if (m_geometry.barRows == 0 || m_scene.bars().isEmpty())
        return;
    const AgendaBars &all = m_scene.bars().first();
    const QRect axis = m_geometry.axisRect();
    painter.setFont(m_look.small);
    painter.setPen(m_look.muted);
    painter.drawText(QRect(axis.left() + 11, m_geometry.names, axis.width() - 22, m_geometry.barRow),
                     Qt::AlignVCenter | Qt::AlignAbsolute | (m_geometry.isMirrored ? Qt::AlignLeft : Qt::AlignRight),
                     tr("all day"));
    for (const AgendaBar &bar : all.bars) {
        if (!isShown(all, bar, m_geometry.barRows))
            continue;
        const AgendaEntry &entry = m_scene.entries()[bar.item];
        paintBar(painter, m_look, entry, bar, m_geometry.bar(bar.day, bar.days, bar.row), bar.item == m_state.chosen,
                 entry.item.when.end <= m_state.now, m_geometry.isMirrored);
    }
    const QList<int> hidden = hiddenCounts(all, m_geometry.barRows);
    painter.setFont(m_look.small);
    painter.setPen(m_look.muted);
    for (int day = 0; day < m_geometry.days; ++day) {
        if (hidden[day] == 0)
            continue;
        painter.drawText(m_geometry.bar(day, 1, m_geometry.barRows - 1).adjusted(7, 0, -4, 0),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         QCoreApplication::translate("AgendaView", "+%n more", nullptr, hidden[day]));
    }
}

} // namespace ChatCal
