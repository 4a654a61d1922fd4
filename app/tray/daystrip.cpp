// SPDX-License-Identifier: Apache-2.0
#include "app/tray/daystrip.h"

#include "app/look/colors.h"
#include "app/look/daywords.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int bandHeight = 30;
constexpr int labelGap = 3;

QString clockSpan(const Interval &when, const Zone &zone)
{
    const QString start = clockWords(toQTime(zone.toLocal(when.start)));
    return DayStrip::tr("%1–%2", "a span of time").arg(start, clockWords(toQTime(zone.toLocal(when.end))));
}

} // namespace

DayStrip::DayStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The day"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.82);
    setFont(small);
}

QSize DayStrip::sizeHint() const
{
    return {300, bandHeight + labelGap + fontMetrics().height()};
}

void DayStrip::setDay(const Day &day)
{
    if (day == m_day)
        return;
    m_day = day;
    chooseHours();
    describe();
    update();
}

std::chrono::minutes DayStrip::sinceMidnight(Instant instant) const
{
    // By the wall clock, so that on days the clock is changed labels and bars still agree.
    const auto minutes = std::chrono::floor<std::chrono::minutes>(m_day.zone.toLocal(instant) - LocalTime(m_day.date));
    return std::clamp<std::chrono::minutes>(minutes, 0min, 24h);
}

void DayStrip::chooseHours()
{
    auto first = std::chrono::minutes(8h), last = std::chrono::minutes(18h);
    const auto include = [&](const Interval &when) {
        const auto start = sinceMidnight(when.start), end = sinceMidnight(when.end);
        if (end > start) {
            first = std::min(first, start);
            last = std::max(last, end);
        }
    };
    for (const Interval &hours : std::as_const(m_day.workingHours))
        include(hours);
    if (m_day.wish)
        include(*m_day.wish);
    for (const Busy &busy : std::as_const(m_day.busy)) {
        if (busy.when.length() < 12h) // a trip around the whole day would squeeze the hours that matter
            include(busy.when);
    }
    m_firstHour = static_cast<int>(first / 60min);
    m_lastHour = static_cast<int>((last + 59min) / 60min);
}

void DayStrip::describe()
{
    QStringList words;
    for (const Busy &busy : std::as_const(m_day.busy))
        words << tr("%1: %2", "a span of time and what takes it").arg(clockSpan(busy.when, m_day.zone), busy.title);
    const QDate date = toQDate(m_day.date);
    const QString day = QLocale().toString(date, QLocale::LongFormat);
    setAccessibleDescription(words.isEmpty() ? tr("%1: nothing is planned").arg(day)
                                             : tr("%1. Taken: %2").arg(day, words.join(u"; "_s)));
}

QRectF DayStrip::band() const
{
    return QRectF(0, 0, width(), bandHeight).adjusted(0.5, 0.5, -0.5, -0.5);
}

QRectF DayStrip::barOf(const Interval &when, qreal inset) const
{
    const QRectF all = band();
    const auto total = static_cast<qreal>((m_lastHour - m_firstHour) * 60);
    const auto placeOf = [&](Instant instant) {
        const auto minutes = static_cast<qreal>(sinceMidnight(instant).count() - m_firstHour * 60);
        return std::clamp(minutes / total, 0.0, 1.0) * all.width();
    };
    const qreal start = placeOf(when.start);
    const qreal end = std::max(placeOf(when.end), start + 2);
    const qreal left = isRightToLeft() ? all.width() - end : start;
    return {all.left() + left, all.top() + inset, end - start, all.height() - 2 * inset};
}

void DayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    const bool dark = isDark(palette()); // working hours are the lighter ones in both
    painter.setPen(Qt::NoPen);
    painter.setBrush(dark ? mixed(base, Qt::black, 0.4) : mixed(base, text, 0.10));
    painter.drawRoundedRect(band(), 6, 6);
    painter.setBrush(dark ? mixed(base, text, 0.09) : base);
    for (const Interval &hours : std::as_const(m_day.workingHours))
        painter.drawRect(barOf(hours, 1));
    paintHours(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(base, text, 0.38));
    for (const Busy &busy : std::as_const(m_day.busy))
        painter.drawRoundedRect(barOf(busy.when, 5).adjusted(0.5, 0, -0.5, 0), 3, 3);
    paintWish(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(mixed(base, text, 0.25));
    painter.drawRoundedRect(band(), 6, 6);
}

/// Lines and labels; as many labels as there is room for.
void DayStrip::paintHours(QPainter &painter) const
{
    const int count = m_lastHour - m_firstHour;
    const qreal step = band().width() / std::max(count, 1);
    int widest = 1;
    for (int hour = m_firstHour; hour < m_lastHour; ++hour)
        widest = std::max(widest, fontMetrics().horizontalAdvance(hourWords(hour)));
    int every = 1;
    while (every < count && step * every < widest + 8)
        ++every;
    for (int hour = m_firstHour + 1; hour < m_lastHour; ++hour) {
        const qreal along = (hour - m_firstHour) * step;
        const qreal x = isRightToLeft() ? band().right() - along : band().left() + along;
        painter.setPen(lineColor(palette()));
        painter.drawLine(QPointF(x, 1), QPointF(x, bandHeight - 1));
        if ((hour - m_firstHour) % every != 0)
            continue;
        const QRectF label(x - widest, bandHeight + labelGap, 2 * widest, fontMetrics().height());
        if (label.center().x() - widest / 2.0 < 0 || label.center().x() + widest / 2.0 > width())
            continue;
        painter.setPen(mutedColor(palette()));
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, hourWords(hour));
    }
}

void DayStrip::paintWish(QPainter &painter) const
{
    if (!m_day.wish)
        return;
    QColor color = m_day.isFree ? accentColor(palette()) : alarmColor(palette());
    painter.setPen(QPen(color, 1.5));
    color.setAlphaF(m_day.isFree ? 0.85F : 0.35F); // what is in the way shows through
    painter.setBrush(color);
    const QRectF bar = barOf(*m_day.wish, 2).adjusted(0.5, 0, -0.5, 0);
    painter.drawRoundedRect(bar, 3, 3);
    if (m_day.isFree)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(alarmColor(palette()));
    for (const Busy &busy : std::as_const(m_day.busy)) {
        const Interval both{std::max(busy.when.start, m_day.wish->start), std::min(busy.when.end, m_day.wish->end)};
        if (!both.isEmpty())
            painter.drawRoundedRect(barOf(both, 5).adjusted(0.5, 0, -0.5, 0), 2, 2);
    }
}

bool DayStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const QPoint at = static_cast<QHelpEvent *>(event)->pos();
    QStringList lines;
    for (const Busy &busy : std::as_const(m_day.busy)) {
        if (barOf(busy.when, 0).contains(at))
            lines << tr("%1: %2", "a span of time and what takes it")
                         .arg(clockSpan(busy.when, m_day.zone), busy.title.toHtmlEscaped());
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(at), u"<qt>"_s + lines.join(u"<br>"_s), this);
    return true;
}

void DayStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        describe();
}

} // namespace ChatCal
