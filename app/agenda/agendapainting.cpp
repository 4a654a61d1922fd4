// SPDX-License-Identifier: Apache-2.0
// How AgendaView draws; what it does is in agendaview.cpp.
#include "app/agenda/agendaview.h"

#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int allDayRow = 22;
constexpr int allDayRows = 3;
constexpr qreal corner = 6;

/// Meetings booked here and other events are told apart by colour and by a bar at the side.
QColor colorOf(const AgendaItem &item, const QPalette &palette)
{
    return item.meetingId.isEmpty() ? calmColor(palette) : accentColor(palette);
}

/// The ground of a block in that colour.
QColor groundOf(const AgendaItem &item, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    if (!isDark(palette))
        return mixed(base, colorOf(item, palette), 0.14);
    // A pale colour mixed into a dark ground is grey; a deep one keeps its hue.
    return item.meetingId.isEmpty() ? mixed(base, QColor(0x0d, 0x8a, 0x9c), 0.42)
                                    : mixed(base, QColor(0x45, 0x58, 0xdc), 0.46);
}

QFont scaled(QFont font, qreal factor, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

QTime timeOf(int minute)
{
    return {minute / 60 % 24, minute % 60};
}

} // namespace

int AgendaView::hourHeight() const
{
    return fontMetrics().height() * 4; // a quarter of an hour holds a line of small text
}

int AgendaView::axisWidth() const
{
    return std::max(fontMetrics().horizontalAdvance(u"00:00"_s), fontMetrics().horizontalAdvance(tr("all day"))) + 18;
}

int AgendaView::headerHeight() const
{
    QList<int> perDay(days(), 0);
    int rows = 0;
    for (const auto &entry : m_allDay)
        rows = std::max(rows, ++perDay[entry.second]);
    return dayNameHeight() + (rows > 0 ? std::min(rows, allDayRows) * allDayRow + 4 : 0);
}

int AgendaView::dayNameHeight() const
{
    return fontMetrics().height() * 3 + 16;
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
    if (!m_isKnown) { // nobody's day is known yet
        painter.restore();
        paintHeader(painter);
        return;
    }
    for (const AgendaBlock &block : m_blocks)
        paintBlock(painter, block);
    paintNow(painter);
    painter.restore();
    paintHeader(painter);
}

void AgendaView::paintGrid(QPainter &painter) const
{
    const QColor base = palette().color(QPalette::Base);
    const QColor line = lineColor(palette());
    const int offset = verticalScrollBar()->value();
    for (int day = 0; day < days(); ++day) {
        const QRect column = columnRect(day);
        const LocalDate date = m_first + date::days(day);
        const int weekday = toQDate(date).dayOfWeek();
        if (m_isKnown && date == today() && m_mode == Mode::Week)
            painter.fillRect(column, mixed(base, accentColor(palette()), 0.06));
        else if (!QLocale().weekdays().contains(static_cast<Qt::DayOfWeek>(weekday)))
            painter.fillRect(column, palette().color(QPalette::AlternateBase));
        painter.fillRect(QRect(column.left(), column.top(), 1, column.height()), line);
    }
    painter.setFont(scaled(font(), 0.86));
    for (int hour = 0; hour <= 24; ++hour) {
        const int y = headerHeight() + hour * hourHeight() - offset;
        painter.fillRect(QRect(axisWidth() - 6, y, viewport()->width(), 1), line);
        if (hour < 24)
            painter.fillRect(QRect(axisWidth(), y + hourHeight() / 2, viewport()->width(), 1), mixed(base, line, 0.45));
        if (hour == 0 || hour == 24)
            continue;
        painter.setPen(mutedColor(palette()));
        painter.drawText(QRect(0, y - 12, axisWidth() - 11, 24), Qt::AlignRight | Qt::AlignVCenter, hourWords(hour));
    }
    painter.setFont(font());
}

void AgendaView::paintBlock(QPainter &painter, const AgendaBlock &block) const
{
    const AgendaItem &item = m_agenda.items[m_timed[block.item]];
    const QRect rect = blockRect(block);
    const QColor base = palette().color(QPalette::Base);
    const bool isChosen = m_timed[block.item] == m_chosen;
    const bool isPast = item.when.end <= m_clock.now();
    const QColor color = isPast ? mixed(base, colorOf(item, palette()), 0.6) : colorOf(item, palette());

    QPainterPath path;
    path.addRoundedRect(rect, corner, corner);
    painter.fillPath(path, base); // lines of the grid must not shine through
    painter.fillPath(path,
                     isChosen ? palette().color(QPalette::Highlight)
                              : mixed(base, groundOf(item, palette()), isPast ? 0.5 : 1));
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), color);
    painter.restore();

    const QColor ink = isChosen ? palette().color(QPalette::HighlightedText)
        : isPast                ? mutedColor(palette())
                                : palette().color(QPalette::Text);
    const QColor soft = isChosen ? ink : mixed(base, ink, 0.78);
    const QString start = clockWords(timeOf(block.startMinute));
    paintBlockText(painter, rect.adjusted(10, 4, -5, -3), item, start,
                   start + u" – "_s + clockWords(timeOf(block.endMinute)), ink, soft);
}

void AgendaView::paintBlockText(QPainter &painter, const QRect &inner, const AgendaItem &item, const QString &start,
                                const QString &span, const QColor &ink, const QColor &soft) const
{
    const QFont bold = scaled(font(), 1.0, QFont::DemiBold);
    const QFont small = scaled(font(), 0.88);
    const int line = fontMetrics().height();
    painter.setPen(ink);
    if (inner.height() < line * 2 - 6) {
        // One line: it is centred, and may use the margins.
        const QFont one = inner.height() < line - 4 ? scaled(font(), 0.82, QFont::DemiBold) : bold;
        painter.setFont(one);
        const QRect whole = inner.adjusted(0, -4, 0, 3);
        const QString text = QFontMetrics(one).elidedText(item.title + u", "_s + start, Qt::ElideRight, whole.width());
        painter.drawText(whole, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        painter.setFont(font());
        return;
    }
    if (inner.width() < fontMetrics().averageCharWidth() * 8) {
        // Too narrow for words side by side: as many letters as fit say more than three dots.
        painter.setFont(small);
        painter.drawText(inner.adjusted(-3, 0, 3, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere, item.title);
        painter.setFont(font());
        return;
    }
    // The title takes a second line where there is room for it.
    painter.setFont(bold);
    const QFontMetrics metrics(bold);
    int y = inner.top();
    QString rest = item.title;
    const int titleLines = inner.height() >= line * 3 ? 2 : 1;
    for (int i = 0; i < titleLines && !rest.isEmpty(); ++i) {
        QString words = rest;
        if (i + 1 < titleLines && metrics.horizontalAdvance(words) > inner.width()) {
            qsizetype cut = words.size();
            while (cut > 0 && metrics.horizontalAdvance(words.left(cut)) > inner.width())
                cut = words.lastIndexOf(u' ', cut - 1);
            words = cut > 0 ? words.left(cut) : words;
        }
        painter.drawText(QRect(inner.left(), y, inner.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(words, Qt::ElideRight, inner.width()));
        rest = rest.mid(words.size()).trimmed();
        y += line;
    }
    painter.setFont(small);
    painter.setPen(soft);
    const QFontMetrics smallMetrics(small);
    const QString when = smallMetrics.horizontalAdvance(span) <= inner.width() ? span : start;
    for (const QString &text : {when, item.location}) {
        if (text.isEmpty() || y + smallMetrics.height() > inner.bottom() + 4)
            continue;
        painter.drawText(QRect(inner.left(), y, inner.width(), smallMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         smallMetrics.elidedText(text, Qt::ElideRight, inner.width()));
        y += smallMetrics.height();
    }
    painter.setFont(font());
}

void AgendaView::paintNow(QPainter &painter) const
{
    const int day = static_cast<int>((today() - m_first).count());
    if (day < 0 || day >= days())
        return;
    const LocalTime now = m_agenda.zone.toLocal(m_clock.now());
    const auto minute = static_cast<int>((now - LocalTime(today())) / std::chrono::minutes(1));
    const int y = headerHeight() + minute * hourHeight() / 60 - verticalScrollBar()->value();
    const QRect column = columnRect(day);
    const QColor red = alarmColor(palette());
    painter.setPen(QPen(red, 2));
    painter.drawLine(column.left() + 1, y, column.right(), y);
    painter.setBrush(red);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPoint(column.left() + 1, y), 5, 5);
}

void AgendaView::paintHeader(QPainter &painter) const
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    painter.fillRect(QRect(0, 0, viewport()->width(), headerHeight()), base);
    painter.fillRect(QRect(0, headerHeight() - 1, viewport()->width(), 1), lineColor(palette()));
    const QLocale locale;
    const int line = fontMetrics().height();
    for (int day = 0; day < days(); ++day) {
        const LocalDate date = m_first + date::days(day);
        const QDate qdate = toQDate(date);
        const QRect column = columnRect(day);
        const bool isToday = m_isKnown && date == today();
        painter.setFont(scaled(font(), 0.88, QFont::Medium));
        painter.setPen(isToday ? accentColor(palette()) : mutedColor(palette()));
        painter.drawText(QRect(column.left(), 8, column.width(), line), Qt::AlignCenter,
                         locale.dayName(qdate.dayOfWeek(), QLocale::ShortFormat));
        const int size = line * 2;
        const QRect number(column.center().x() - size / 2, 8 + line, size, size);
        if (isToday) {
            painter.setBrush(palette().color(QPalette::Highlight));
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(number.adjusted(1, 1, -1, -1));
        }
        painter.setFont(scaled(font(), 1.25, isToday ? QFont::Bold : QFont::Medium));
        painter.setPen(isToday ? palette().color(QPalette::HighlightedText) : text);
        painter.drawText(number, Qt::AlignCenter, QString::number(qdate.day()));
        painter.setFont(font());
    }
    paintAllDay(painter);
}

void AgendaView::paintAllDay(QPainter &painter) const
{
    if (m_allDay.isEmpty())
        return;
    const QColor base = palette().color(QPalette::Base);
    painter.setFont(scaled(font(), 0.86));
    painter.setPen(mutedColor(palette()));
    painter.drawText(QRect(0, dayNameHeight(), axisWidth() - 11, allDayRow), Qt::AlignRight | Qt::AlignVCenter,
                     tr("all day"));
    painter.setFont(font());
    QList<int> counts(days(), 0);
    for (const auto &entry : m_allDay)
        ++counts[entry.second];
    QList<int> rows(days(), 0);
    for (const auto &[index, day] : m_allDay) {
        const int row = rows[day]++;
        if (row >= allDayRows)
            continue;
        const QRect rect = allDayRect(day, row);
        const AgendaItem &item = m_agenda.items[index];
        const bool isRest = row == allDayRows - 1 && counts[day] > allDayRows;
        painter.setPen(Qt::NoPen);
        const bool isChosen = index == m_chosen && !isRest;
        painter.setBrush(isChosen ? palette().color(QPalette::Highlight)
                                  : mixed(base, colorOf(item, palette()), isRest ? 0.08 : 0.22));
        painter.drawRoundedRect(rect, 5, 5);
        painter.setPen(isChosen ? palette().color(QPalette::HighlightedText) : palette().color(QPalette::Text));
        const QString words = isRest ? tr("%1 more").arg(counts[day] - allDayRows + 1) : item.title;
        painter.drawText(rect.adjusted(7, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(words, Qt::ElideRight, rect.width() - 11));
    }
}

QRect AgendaView::allDayRect(int day, int row) const
{
    const QRect column = columnRect(day);
    return {column.left() + 3, dayNameHeight() + row * allDayRow, column.width() - 7, allDayRow - 3};
}

} // namespace ChatCal
