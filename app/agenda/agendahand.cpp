// SPDX-License-Identifier: Apache-2.0
// What a hand does to AgendaView.
#include "app/agenda/agendaview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int edge = 6; ///< how near to an edge pulls at it

} // namespace

QString AgendaView::whyFixed(const AgendaItem &item) const
{
    const auto index = m_scene.find(item.uid);
    const bool isSettled = !index || m_scene.entries()[*index].state == AgendaEntry::State::Settled;
    if (!isSettled || m_scene.isOnItsWay(item.uid))
        return tr("\"%1\" is still on its way to the calendar.").arg(item.title);
    if (!item.meetingId.isEmpty() || item.isEditable)
        return {};
    if (item.fixed == "series"_L1)
        return tr("\"%1\" repeats: change it in the calendar it comes from.").arg(item.title);
    if (item.fixed == "organizer"_L1)
        return tr("Somebody else organizes \"%1\": only they can change it.").arg(item.title);
    if (item.fixed == "read_only"_L1)
        return tr("ChatCal only reads the calendar of \"%1\": change it there.").arg(item.title);
    return tr("\"%1\" was not booked with ChatCal: change it in the calendar it comes from.").arg(item.title);
}

AgendaView::Hit AgendaView::hitAt(const QPoint &point) const
{
    if (isMonth())
        return hitInMonth(point);
    Hit hit;
    const DayGeometry geometry = dayGeometry();
    const int day = geometry.dayAt(point.x());
    const bool isOnAxis =
        geometry.isMirrored ? point.x() >= viewport()->width() - geometry.axis : point.x() < geometry.axis;
    if (point.y() < geometry.head()) {
        if (point.y() < geometry.names && !isOnAxis)
            hit.dayName = day;
        for (const AgendaBar &bar : m_scene.bars().first().bars) {
            if (isShown(m_scene.bars().first(), bar, geometry.barRows)
                && geometry.bar(bar.day, bar.days, bar.row).contains(point))
                hit.entry = bar.item;
        }
        if (hit.entry < 0 && !hit.dayName && !isOnAxis
            && hiddenCounts(m_scene.bars().first(), geometry.barRows)[day] > 0)
            hit.more = day;
        return hit;
    }
    for (const AgendaBlock &block : m_scene.blocks()) {
        const QRect rect = geometry.isShown(block) ? geometry.block(block) : QRect();
        if (block.day != day || !rect.contains(point))
            continue;
        hit.entry = block.item;
        const WallSpan &wall = m_scene.entries()[block.item].wall;
        const LocalDate date = firstDay() + date::days(day);
        const bool hasEdges = rect.height() >= 3 * edge;
        if (hasEdges && point.y() > rect.bottom() - edge && wall.end <= LocalTime(date + date::days(1)))
            hit.grip = AgendaDrag::Kind::StretchEnd;
        else if (hasEdges && point.y() < rect.top() + edge && dayOf(wall.start) == date)
            hit.grip = AgendaDrag::Kind::StretchStart;
    }
    if (hit.entry >= 0 || isOnAxis)
        return hit;
    const int minute = std::clamp(geometry.minuteAt(point.y()), 0, 1439);
    if (m_crowds[day * 24 + minute / 60] > 0 && geometry.crowd(day, minute / 60).contains(point))
        hit.more = day;
    else
        hit.time = timeAt(point);
    return hit;
}

AgendaView::Hit AgendaView::hitInMonth(const QPoint &point) const
{
    Hit hit;
    const MonthGeometry geometry = monthGeometry();
    const auto day = geometry.dayAt(point);
    if (!day)
        return hit;
    hit.time = LocalTime(firstDay() + date::days(*day));
    const int week = *day / 7;
    const int fit = geometry.rowsThatFit();
    const AgendaBars &all = m_scene.bars()[week];
    for (const AgendaBar &bar : all.bars) {
        if (isShown(all, bar, fit) && geometry.bar(week, bar.day, bar.days, bar.row).contains(point))
            hit.entry = bar.item;
    }
    if (hit.entry < 0 && hiddenCounts(all, fit)[*day % 7] > 0
        && geometry.bar(week, *day % 7, 1, fit - 1).contains(point))
        hit.more = *day;
    return hit;
}

std::optional<qsizetype> AgendaView::entryAt(const QPoint &point) const
{
    const Hit hit = viewport()->rect().contains(point) ? hitAt(point) : Hit();
    return hit.entry >= 0 ? std::optional(hit.entry) : std::nullopt;
}

LocalTime AgendaView::timeAt(const QPoint &point) const
{
    if (isMonth()) {
        const auto day = monthGeometry().dayAt(point);
        return LocalTime(day ? firstDay() + date::days(*day) : dayOf(m_state.drag.span().start));
    }
    const DayGeometry geometry = dayGeometry();
    const int minute = std::clamp(geometry.minuteAt(point.y()), 0, 1440);
    return LocalTime(firstDay() + date::days(geometry.dayAt(point.x()))) + std::chrono::minutes(minute);
}

void AgendaView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_isNudging)
        finishDrag();
    const Hit hit = hitAt(event->pos());
    if (hit.more) {
        if (!isMonth() && event->pos().y() < dayGeometry().head())
            setUnfolded(!m_state.isUnfolded);
        else
            Q_EMIT listWanted(m_scene.entriesOn(firstDay() + date::days(*hit.more)), event->globalPosition().toPoint());
        return;
    }
    if (hit.dayName) {
        const LocalDate day = firstDay() + date::days(*hit.dayName);
        showDay(day);
        setMode(Mode::Day);
        return;
    }
    m_isPressed = true;
    m_pressedAt = event->pos();
    m_state.dragged = hit.entry;
    if (hit.entry >= 0) {
        choose(hit.entry);
        const AgendaEntry &entry = m_scene.entries()[hit.entry];
        const LocalTime time = timeAt(event->pos());
        m_state.drag.begin(isMonth() || entry.isBar ? AgendaDrag::Kind::Move : hit.grip,
                           entry.isBar ? LocalTime(dayOf(time)) : time, entry.wall);
    } else if (hit.time && isMonth()) {
        choose(-1);
        showDay(dayOf(*hit.time));
    } else if (hit.time) {
        chooseSlot(snappedDown(*hit.time, AgendaDrag::step));
        m_state.drag.begin(AgendaDrag::Kind::Create, *hit.time);
    } else {
        choose(-1);
    }
}

void AgendaView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    m_snap = event->modifiers().testFlag(Qt::ShiftModifier) ? AgendaDrag::fineStep : AgendaDrag::step;
    if (!m_isPressed) {
        const Hit hit = hitAt(event->pos());
        const bool pulls = hit.entry >= 0 && hit.grip != AgendaDrag::Kind::Move
            && whyFixed(m_scene.entries()[hit.entry].item).isEmpty();
        viewport()->setCursor(pulls ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_state.drag.isActive())
        return;
    if (!m_state.isDragging) {
        if ((event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        if (m_state.dragged >= 0) {
            const QString why = whyFixed(m_scene.entries()[m_state.dragged].item);
            if (!why.isEmpty()) {
                m_state.drag.end();
                Q_EMIT told(why);
                return;
            }
        }
        m_state.isDragging = true;
        m_state.cursor.reset();
        m_scrolling.start();
        showWhatIsMissing();
        viewport()->setCursor(m_state.drag.kind() == AgendaDrag::Kind::Move ? Qt::ClosedHandCursor : Qt::SizeVerCursor);
    }
    dragTo(m_pointer, m_snap);
}

void AgendaView::dragTo(const QPoint &point, std::chrono::minutes snap)
{
    // What lasts all day goes from day to day.
    const bool isBar = m_state.dragged >= 0 && m_scene.entries()[m_state.dragged].isBar;
    m_state.drag.moveTo(isBar ? LocalTime(dayOf(timeAt(point))) : timeAt(point), snap);
    checkClash();
    describe();
    viewport()->update();
}

void AgendaView::checkClash()
{
    const QString own = m_state.dragged >= 0 ? m_scene.entries()[m_state.dragged].item.uid : QString();
    const bool isAllDay = m_state.dragged >= 0 && m_scene.entries()[m_state.dragged].item.allDay;
    const AgendaEntry *other = isAllDay ? nullptr : m_scene.conflict(draggedInterval(), own);
    m_state.clashes = other != nullptr;
    m_state.clash = other ? other->item.title : QString();
}

Interval AgendaView::draggedInterval() const
{
    const WallSpan &span = m_state.drag.span();
    const Instant start = m_scene.zone().toInstant(span.start);
    // What is moved keeps its length, also over a change of the clocks; whole days stay whole.
    const AgendaItem *const item = m_state.dragged >= 0 ? &m_scene.entries()[m_state.dragged].item : nullptr;
    if (item && !item->allDay && m_state.drag.kind() == AgendaDrag::Kind::Move)
        return {start, start + (item->when.end - item->when.start)};
    return {start, std::max(m_scene.zone().toInstant(span.end), start + AgendaDrag::fineStep)};
}

/// Near the upper or lower edge of the hours they run on below the hand.
void AgendaView::scrollWhileDragging()
{
    if (isMonth())
        return;
    constexpr int zone = 28;
    const int top = dayGeometry().head();
    const int above = top + zone - m_pointer.y();
    const int below = m_pointer.y() - (viewport()->height() - zone);
    const int by = above > 0 ? -std::min(above, zone) : below > 0 ? std::min(below, zone) : 0;
    if (by == 0)
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    dragTo(m_pointer, m_snap);
}

void AgendaView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    if (m_state.isDragging)
        finishDrag();
    else
        m_state.drag.end();
    viewport()->unsetCursor();
}

void AgendaView::wheelEvent(QWheelEvent *event)
{
    if (!isMonth()) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr int notch = 120; // QWheelEvent's, of a usual mouse
    m_wheel += event->angleDelta().y();
    if (std::abs(m_wheel) >= notch)
        turn(-std::exchange(m_wheel, 0) / notch);
    event->accept();
}

void AgendaView::finishDrag()
{
    m_scrolling.stop();
    m_nudged.stop();
    if (!m_state.isDragging || !(m_isNudging || m_state.drag.isActive()))
        return;
    m_isNudging = false;
    const Interval when = draggedInterval();
    if (m_state.drag.kind() == AgendaDrag::Kind::Create) {
        Q_EMIT bookWanted(when); // the block stays until letGo()
        return;
    }
    const AgendaItem item = m_scene.entries()[m_state.dragged].item;
    const bool hasChanged = m_state.drag.hasChanged();
    letGo();
    if (hasChanged)
        Q_EMIT moveWanted(item, when);
}

void AgendaView::hold(const Interval &when)
{
    const LocalTime start = m_scene.zone().toLocal(when.start);
    m_state.drag.begin(AgendaDrag::Kind::Create, start);
    m_state.drag.moveTo(start + when.length(), AgendaDrag::fineStep);
    m_state.dragged = -1;
    m_state.isDragging = true;
    checkClash();
    const int minute = minuteOf(start);
    makeVisible(minute, std::min(1440, minute + static_cast<int>(when.length().count())));
    showWhatIsMissing();
    describe();
    viewport()->update();
}

void AgendaView::letGo()
{
    m_scrolling.stop();
    m_nudged.stop();
    m_state.drag.end();
    m_state.isDragging = false;
    m_state.clashes = false;
    m_state.dragged = -1;
    m_isPressed = false;
    m_isNudging = false;
    viewport()->unsetCursor();
    showWhatIsMissing();
    describe();
    viewport()->update();
}

void AgendaView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (hit.entry >= 0) {
        Q_EMIT itemActivated(m_scene.entries()[hit.entry].item);
    } else if (hit.time && isMonth()) {
        setMode(Mode::Day);
    } else if (hit.time) {
        chooseSlot(snappedDown(*hit.time, AgendaDrag::step));
        activate();
    }
}

bool AgendaView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_state.isDragging) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = hitAt(help->pos());
        if (hit.entry >= 0) {
            const AgendaItem &item = m_scene.entries()[hit.entry].item;
            const QString text = u"<b>"_s + item.title.toHtmlEscaped() + u"</b><br>"_s
                + describeItem(item).toHtmlEscaped().replace(u'\n', "<br>"_L1);
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
        QToolTip::hideText();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ChatCal
