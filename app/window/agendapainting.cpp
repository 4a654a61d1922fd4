// SPDX-License-Identifier: Apache-2.0
// How AgendaView draws; what it does is in agendaview.cpp.
#include "app/window/agendaview.h"

#include "core/time/words.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int allDayRow = 22;

/// The palette's colours mixed, so that light and dark follow the desktop.
QColor mix(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5;
}

/// Meetings booked here and other events are told apart by colour and by a bar at the side.
QColor accent(const AgendaItem &item, const QPalette &palette)
{
    if (item.meetingId.isEmpty())
        return isDark(palette) ? QColor(0x8f, 0xa3, 0xbf) : QColor(0x5b, 0x6b, 0x82);
    return isDark(palette) ? QColor(0x8b, 0x93, 0xff) : QColor(0x4f, 0x46, 0xe5);
}

/// By the locale, never with seconds.
QString clockWords(QTime time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s);
    return locale.toString(time, format);
}

QDate toQDate(LocalDate day)
{
    const date::year_month_day ymd(day);
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

} // namespace

int AgendaView::hourHeight() const
{
    return fontMetrics().height() * 3;
}

int AgendaView::axisWidth() const
{
    return fontMetrics().horizontalAdvance(u"00:00 PM"_s) + 16;
}

int AgendaView::headerHeight() const
{
    QList<int> perDay(days(), 0);
    int rows = 0;
    for (const auto &entry : m_allDay)
        rows = std::max(rows, ++perDay[entry.second]);
    return fontMetrics().height() * 2 + 18 + std::min(rows, 3) * allDayRow;
}

QRect AgendaView::columnRect(int day) const
{
    const int width = viewport()->width() - axisWidth();
    const int left = axisWidth() + width * day / days();
    const int right = axisWidth() + width * (day + 1) / days();
    return {left, headerHeight(), right - left, viewport()->height() - headerHeight()};
}

QRect AgendaView::blockRect(const AgendaBlock &block) const
{
    const QRect column = columnRect(block.day).adjusted(3, 0, -6, 0);
    const int top = headerHeight() + block.startMinute * hourHeight() / 60 - verticalScrollBar()->value();
    const int bottom = headerHeight() + block.endMinute * hourHeight() / 60 - verticalScrollBar()->value();
    const int left = column.left() + column.width() * block.lane / block.lanes;
    const int right = column.left() + column.width() * (block.lane + 1) / block.lanes;
    return {left, top + 1, right - left - 2, bottom - top - 2};
}

void AgendaView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    painter.save();
    painter.setClipRect(0, headerHeight(), viewport()->width(), viewport()->height() - headerHeight());
    paintGrid(painter);
    for (const AgendaBlock &block : m_blocks)
        paintBlock(painter, block);
    paintNow(painter);
    painter.restore();
    paintHeader(painter);

    const QString empty = m_blocks.isEmpty() && m_allDay.isEmpty()
        ? (m_mode == Mode::Week
               ? tr("Nothing is planned this week.\nSay what you need in the chat, or press Ctrl+N.")
               : tr("Nothing is planned on this day.\nSay what you need in the chat, or press Ctrl+N."))
        : QString();
    const QString words = m_notice.isEmpty() ? empty : m_notice;
    if (!words.isEmpty()) {
        const QFontMetrics metrics = fontMetrics();
        QRect box = metrics.boundingRect(QRect(0, 0, viewport()->width() - axisWidth() - 60, 400),
                                         Qt::AlignCenter | Qt::TextWordWrap, words);
        box.moveCenter(QPoint(axisWidth() + (viewport()->width() - axisWidth()) / 2,
                              headerHeight() + (viewport()->height() - headerHeight()) / 2));
        const QRect plate = box.adjusted(-20, -14, 20, 14);
        painter.setPen(mix(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.18));
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(plate, 10, 10);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, words);
    }
}

void AgendaView::paintGrid(QPainter &painter) const
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    const int offset = verticalScrollBar()->value();
    for (int day = 0; day < days(); ++day) {
        const QRect column = columnRect(day);
        if (m_first + date::days(day) == today() && m_mode == Mode::Week)
            painter.fillRect(column, mix(base, palette().color(QPalette::Highlight), 0.06));
        painter.setPen(QPen(mix(base, text, 0.10), 1));
        painter.drawLine(column.topLeft(), column.bottomLeft());
    }
    const QLocale locale;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.86);
    for (int hour = 0; hour <= 24; ++hour) {
        const int y = headerHeight() + hour * hourHeight() - offset;
        painter.setPen(QPen(mix(base, text, 0.10), 1));
        painter.drawLine(axisWidth() - 4, y, viewport()->width(), y);
        if (hour == 0 || hour == 24)
            continue;
        painter.setPen(mix(base, text, 0.62));
        painter.setFont(small);
        painter.drawText(QRect(0, y - 12, axisWidth() - 10, 24), Qt::AlignRight | Qt::AlignVCenter,
                         clockWords(QTime(hour, 0)));
    }
    painter.setFont(font());
}

void AgendaView::paintBlock(QPainter &painter, const AgendaBlock &block) const
{
    const AgendaItem &item = m_agenda.items[m_timed[block.item]];
    const QRect rect = blockRect(block);
    const QColor base = palette().color(QPalette::Base);
    const QColor color = accent(item, palette());
    const bool isChosen = m_timed[block.item] == m_chosen;

    QPainterPath path;
    path.addRoundedRect(rect, 5, 5);
    painter.fillPath(path, mix(base, color, isChosen ? 0.38 : 0.18));
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), color);
    painter.restore();
    if (isChosen) {
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, 5, 5);
    }

    const QRect inner = rect.adjusted(10, 3, -4, -2);
    const int line = fontMetrics().height();
    const QString when =
        clockWords(QTime(block.startMinute / 60 % 24, block.startMinute % 60));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(bold);
    if (inner.height() < line * 2 - 4) {
        const QString text = item.title + u"  "_s + when;
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(text, Qt::ElideRight, inner.width()));
        painter.setFont(font());
        return;
    }
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetrics(bold).elidedText(item.title, Qt::ElideRight, inner.width()));
    painter.setFont(font());
    painter.setPen(mix(base, palette().color(QPalette::Text), 0.75));
    const QString second = item.location.isEmpty() ? when : when + u" · "_s + item.location;
    painter.drawText(inner.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     fontMetrics().elidedText(second, Qt::ElideRight, inner.width()));
}

void AgendaView::paintNow(QPainter &painter) const
{
    const LocalTime now = m_agenda.zone.toLocal(m_clock.now());
    const int day = static_cast<int>((today() - m_first).count());
    if (day < 0 || day >= days())
        return;
    const auto minute = static_cast<int>((now - LocalTime(today())) / std::chrono::minutes(1));
    const int y = headerHeight() + minute * hourHeight() / 60 - verticalScrollBar()->value();
    const QRect column = columnRect(day);
    const QColor red = isDark(palette()) ? QColor(0xff, 0x6b, 0x6b) : QColor(0xd6, 0x33, 0x33);
    painter.setPen(QPen(red, 2));
    painter.drawLine(column.left(), y, column.right(), y);
    painter.setBrush(red);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPoint(column.left() + 1, y), 4, 4);
}

void AgendaView::paintHeader(QPainter &painter) const
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    const QRect header(0, 0, viewport()->width(), headerHeight());
    painter.fillRect(header, base);
    painter.setPen(QPen(mix(base, text, 0.18), 1));
    painter.drawLine(header.bottomLeft(), header.bottomRight());
    const QLocale locale;
    QList<int> rows(days(), 0);
    const int line = fontMetrics().height();
    for (int day = 0; day < days(); ++day) {
        const LocalDate date = m_first + date::days(day);
        const QDate qdate = toQDate(date);
        const QRect column = columnRect(day);
        const bool isToday = date == today();
        painter.setPen(mix(base, text, 0.62));
        painter.drawText(QRect(column.left(), 5, column.width(), line), Qt::AlignCenter,
                         locale.dayName(qdate.dayOfWeek(), QLocale::ShortFormat));
        const QRect number(column.center().x() - line, 7 + line, line * 2, line + 6);
        if (isToday) {
            painter.setBrush(palette().color(QPalette::Highlight));
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(number, number.height() / 2.0, number.height() / 2.0);
        }
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(isToday ? palette().color(QPalette::HighlightedText) : text);
        painter.drawText(number, Qt::AlignCenter, QString::number(qdate.day()));
        painter.setFont(font());
    }
    for (const auto &[index, day] : m_allDay) {
        const int row = rows[day]++;
        if (row >= 3)
            continue;
        const AgendaItem &item = m_agenda.items[index];
        const QRect column = columnRect(day);
        const QRect rect(column.left() + 3, line * 2 + 16 + row * allDayRow, column.width() - 8, allDayRow - 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(base, accent(item, palette()), 0.25));
        painter.drawRoundedRect(rect, 4, 4);
        painter.setPen(text);
        painter.drawText(rect.adjusted(6, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(item.title, Qt::ElideRight, rect.width() - 10));
    }
}

} // namespace ChatCal
