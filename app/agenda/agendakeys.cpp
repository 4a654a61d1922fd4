// SPDX-License-Identifier: Apache-2.0
// What keys do to AgendaView. Letters and keys with Ctrl are the window's (app/window/shortcuts.h).
#include "app/agenda/agendaview.h"

#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr std::chrono::minutes cursorStep{30};

} // namespace

bool AgendaView::event(QEvent *event)
{
    // These are ours before they are a menu's or a dialog's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_Left
            || key->key() == Qt::Key_Right;
        if (isArrow || (key->key() == Qt::Key_Escape && m_state.isDragging)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void AgendaView::keyPressEvent(QKeyEvent *event)
{
    if (m_state.isDragging && event->key() == Qt::Key_Escape) {
        letGo();
        return;
    }
    if (m_isPressed && m_state.isDragging)
        return; // a hand is at it
    if (event->key() == Qt::Key_Shift || event->key() == Qt::Key_Alt || event->key() == Qt::Key_Control)
        return;
    if (event->modifiers().testFlag(Qt::AltModifier) && nudge(*event))
        return;
    if (m_isNudging)
        finishDrag();
    const bool isEntryKey = event->modifiers().testFlag(Qt::ControlModifier)
        && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    if (isEntryKey) {
        stepThroughEntries(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    switch (event->key()) {
    case Qt::Key_PageDown:
        turn(1);
        return;
    case Qt::Key_PageUp:
        turn(-1);
        return;
    case Qt::Key_Escape:
        choose(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate();
        return;
    case Qt::Key_Delete:
        if (const auto item = chosen()) {
            const QString why = whyFixed(*item);
            if (why.isEmpty())
                Q_EMIT cancelWanted(*item);
            else
                Q_EMIT told(why);
        }
        return;
    default:
        break;
    }
    if (!(isMonth() ? keyInMonth(*event) : keyInDays(*event)))
        QAbstractScrollArea::keyPressEvent(event);
}

void AgendaView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Alt && m_isNudging)
        finishDrag();
    QAbstractScrollArea::keyReleaseEvent(event);
}

bool AgendaView::keyInMonth(const QKeyEvent &event)
{
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const auto move = [this](int days) {
        choose(-1);
        showDay(chosenDay() + date::days(days));
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Left:
        return move(-forwards);
    case Qt::Key_Right:
        return move(forwards);
    case Qt::Key_Up:
        return move(-7);
    case Qt::Key_Down:
        return move(7);
    case Qt::Key_Home:
        return move(static_cast<int>((startOfWeek(chosenDay()) - chosenDay()).count()));
    case Qt::Key_End:
        return move(static_cast<int>((startOfWeek(chosenDay()) - chosenDay()).count()) + 6);
    default:
        return false;
    }
}

bool AgendaView::keyInDays(const QKeyEvent &event)
{
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Left:
        stepSideways(-forwards);
        return true;
    case Qt::Key_Right:
        stepSideways(forwards);
        return true;
    case Qt::Key_Home:
        chooseSlot(LocalTime(chosenDay()));
        return true;
    case Qt::Key_End:
        chooseSlot(LocalTime(chosenDay() + date::days(1)) - cursorStep);
        return true;
    default:
        return false;
    }
}

/// Where the keys stand: at what is chosen, at the slot, else where one would look first.
LocalTime AgendaView::cursorOrStart() const
{
    if (m_state.chosen >= 0)
        return m_scene.entries()[m_state.chosen].wall.start;
    if (m_state.cursor)
        return *m_state.cursor;
    const LocalTime now = m_scene.zone().toLocal(m_clock.now());
    if (dayOf(now) == chosenDay())
        return snappedDown(now, cursorStep);
    return LocalTime(chosenDay()) + 9h;
}

/// To the next half hour that is free, or to the next meeting, whichever comes first.
void AgendaView::step(int direction)
{
    const bool isFirst = m_state.chosen < 0 && !m_state.cursor;
    const LocalTime from = cursorOrStart();
    if (isFirst) {
        chooseSlot(from);
        return;
    }
    // Stops of the day, in order: what lasts all day, then slots and meetings by time.
    struct Stop
    {
        LocalTime at;
        qsizetype entry;
    };
    QList<Stop> stops;
    const LocalDate day = m_state.cursor ? dayOf(*m_state.cursor) : std::max(dayOf(from), firstDay());
    const QList<qsizetype> entries = m_scene.entriesOn(day);
    for (const qsizetype index : entries)
        stops.append({std::max(m_scene.entries()[index].wall.start, LocalTime(day)), index});
    const auto firstTimed = std::find_if(entries.begin(), entries.end(),
                                         [this](qsizetype index) { return !m_scene.entries()[index].isBar; });
    const qsizetype bars = firstTimed - entries.begin();
    for (LocalTime slot(day); slot < LocalTime(day + date::days(1)); slot += cursorStep) {
        const bool isTaken = std::any_of(firstTimed, entries.end(), [&](qsizetype index) {
            const WallSpan &wall = m_scene.entries()[index].wall;
            return wall.start < slot + cursorStep && wall.end > slot;
        });
        if (!isTaken)
            stops.append({slot, -1});
    }
    std::stable_sort(stops.begin() + bars, stops.end(), [](const Stop &a, const Stop &b) { return a.at < b.at; });
    qsizetype at = -1;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const bool isHere =
            m_state.chosen >= 0 ? stops[i].entry == m_state.chosen : stops[i].entry < 0 && stops[i].at <= from;
        if (isHere)
            at = i;
    }
    const qsizetype next = at + direction;
    if (next < 0 || next >= stops.size()) {
        const LocalDate other = day + date::days(direction);
        chooseSlot(LocalTime(other) + (direction > 0 ? 0min : std::chrono::minutes(24h) - cursorStep));
    } else if (stops[next].entry >= 0) {
        choose(stops[next].entry);
    } else {
        chooseSlot(stops[next].at);
    }
}

/// To the same time of another day: the meeting that is then, or the free slot.
void AgendaView::stepSideways(int days)
{
    if (m_state.chosen < 0 && !m_state.cursor) {
        chooseSlot(cursorOrStart());
        return;
    }
    const LocalTime from = cursorOrStart();
    const LocalTime to = std::max(from, LocalTime(firstDay())) + date::days(days);
    if (!m_scene.page().holds(dayOf(to)))
        showDay(dayOf(to));
    for (const qsizetype index : m_scene.entriesOn(dayOf(to))) {
        const AgendaEntry &entry = m_scene.entries()[index];
        if (!entry.isBar && entry.wall.start <= to && entry.wall.end > to) {
            choose(index);
            return;
        }
    }
    chooseSlot(snappedDown(to, cursorStep));
}

void AgendaView::stepThroughEntries(int direction)
{
    const QList<qsizetype> order = m_scene.entriesInOrder();
    if (order.isEmpty())
        return;
    const qsizetype at = order.indexOf(m_state.chosen);
    qsizetype next = at + direction;
    if (at < 0) { // from the slot on
        const LocalTime from = m_state.cursor.value_or(LocalTime(isMonth() ? chosenDay() : firstDay()));
        const auto after = std::find_if(order.begin(), order.end(), [&](qsizetype index) {
            return m_scene.entries()[index].wall.start >= from || m_scene.entries()[index].isBar;
        });
        next = after - order.begin() - (direction < 0 ? 1 : 0);
    }
    choose(order[std::clamp<qsizetype>(next, 0, order.size() - 1)]);
}

void AgendaView::activate()
{
    if (const auto item = chosen()) {
        Q_EMIT itemActivated(*item);
    } else if (isMonth()) {
        setMode(Mode::Day);
    } else if (m_state.cursor) {
        const Instant start = m_scene.zone().toInstant(*m_state.cursor);
        const Interval when{start, start + usualLength};
        hold(when);
        Q_EMIT bookWanted(when);
    }
}

/// Alt and the arrows move the chosen entry, with Shift they stretch it; whole days by days. What they did is sent when
/// Alt is let go, or after a short rest: not with each press, since guests get a mail each time.
bool AgendaView::nudge(const QKeyEvent &event)
{
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool stretches = event.modifiers().testFlag(Qt::ShiftModifier);
    std::chrono::minutes by{};
    switch (event.key()) {
    case Qt::Key_Up:
        by = -AgendaDrag::step;
        break;
    case Qt::Key_Down:
        by = AgendaDrag::step;
        break;
    case Qt::Key_Left:
        by = -forwards * 24h;
        break;
    case Qt::Key_Right:
        by = forwards * 24h;
        break;
    default:
        return false;
    }
    const auto item = chosen();
    const bool isSideways = std::chrono::abs(by) == 24h;
    if (!item || (item->allDay ? !isSideways : stretches && isSideways))
        return true;
    if (const QString why = whyFixed(*item); !why.isEmpty()) {
        Q_EMIT told(why);
        return true;
    }
    const AgendaDrag::Kind kind = stretches ? AgendaDrag::Kind::StretchEnd : AgendaDrag::Kind::Move;
    if (m_isNudging && m_state.drag.kind() != kind)
        finishDrag();
    if (!m_isNudging) {
        const auto index = m_scene.find(item->uid, item->when.start);
        if (!index || m_scene.isOnItsWay(item->uid))
            return true; // the other change has to arrive first
        m_state.dragged = *index;
        m_state.drag.begin(kind, m_scene.entries()[*index].wall.start, m_scene.entries()[*index].wall);
        m_state.isDragging = true;
        m_isNudging = true;
    }
    const bool isOneDay = item->allDay && m_state.drag.span().length() <= 24h;
    if (!(stretches && isOneDay && by < 0min))
        m_state.drag.nudge(by);
    const LocalTime start = m_state.drag.span().start;
    if (!m_scene.page().holds(dayOf(start))) {
        finishDrag(); // what is held would be out of sight
        showDay(dayOf(start));
        return true;
    }
    const int minute = minuteOf(start);
    makeVisible(minute, std::min(1440, minute + static_cast<int>(m_state.drag.span().length().count())));
    checkClash();
    describe();
    viewport()->update();
    m_nudged.start();
    return true;
}

void AgendaView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void AgendaView::focusOutEvent(QFocusEvent *event)
{
    if (m_isNudging)
        finishDrag();
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ChatCal
