// SPDX-License-Identifier: Apache-2.0
// What the view shows; where things are is in agendaplaces.cpp, what a hand does to it in agendahand.cpp, what keys do
// in agendakeys.cpp.
#include "app/agenda/agendaview.h"

#include "app/agenda/agendaaccessible.h"
#include "app/agenda/daypainter.h"
#include "app/agenda/monthpainter.h"
#include "app/look/notice.h"

#include <QApplication>
#include <QPaintEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

AgendaView::AgendaView(const Clock &clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_clock(clock), m_notice(new Notice(viewport()))
{
    AgendaAccessible::install();
    m_notice->hide();
    connect(m_notice, &Notice::actionWanted, this, &AgendaView::retryWanted);
    connect(m_notice, &Notice::moreWanted, this, &AgendaView::moreWanted);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Agenda"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    dress();
    m_scene.setCalendars(AgendaCalendars::kept());
    m_scene.setPage({Mode::Week, today()});
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
    m_scrolling.setInterval(30ms);
    connect(&m_scrolling, &QTimer::timeout, this, &AgendaView::scrollWhileDragging);
    m_nudged.setSingleShot(true);
    m_nudged.setInterval(900ms);
    connect(&m_nudged, &QTimer::timeout, this, &AgendaView::finishDrag);
}

void AgendaView::dress()
{
    const QPalette colors = QApplication::palette();
    verticalScrollBar()->setStyleSheet(
        u"QScrollBar:vertical { background: %1; width: 10px; margin: 0; border: 0; }"
        "QScrollBar::handle { background: %2; border-radius: 3px; min-height: 40px; margin: 2px; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"_s.arg(colors.color(QPalette::Base).name(),
                                                                                 colors.color(QPalette::Mid).name()));
}

const AgendaLook &AgendaView::look() const
{
    if (!m_look)
        m_look.emplace(font(), palette());
    return *m_look;
}

LocalDate AgendaView::today() const
{
    return m_scene.zone().toLocalDate(m_clock.now());
}

void AgendaView::setMode(Mode mode)
{
    if (mode == this->mode())
        return;
    const bool wasMonth = isMonth();
    if (!wasMonth)
        m_hours = verticalScrollBar()->value(); // a month has nothing to scroll
    goTo({mode, m_scene.page().chosen()});
    if (wasMonth && m_hours)
        verticalScrollBar()->setValue(*m_hours);
    else if (wasMonth)
        scrollToMinute(8 * 60);
    Q_EMIT modeChanged(mode);
}

void AgendaView::goTo(const AgendaPage &page)
{
    const Interval before = range();
    const auto item = chosen();
    m_state.chosen = -1;
    m_scene.setPage(page);
    if (item && page.holds(m_scene.zone().toLocalDate(item->when.start)))
        m_state.chosen = m_scene.find(item->uid, item->when.start).value_or(-1);
    if (m_state.chosen < 0 && item)
        Q_EMIT chosenChanged({});
    if (m_state.cursor && !page.holds(dayOf(*m_state.cursor)))
        m_state.cursor.reset();
    sceneChanged();
    if (before != range())
        Q_EMIT rangeChanged();
}

void AgendaView::showDay(LocalDate day)
{
    goTo({mode(), day});
}

void AgendaView::showToday()
{
    showDay(today());
    const LocalTime now = m_scene.zone().toLocal(m_clock.now());
    scrollToMinute(minuteOf(now) - 90);
}

void AgendaView::turn(int pages)
{
    goTo(m_scene.page().turned(pages));
}

/// Indices are of the entries as they were: what is chosen and what is held is found again by name.
void AgendaView::changeScene(const std::function<void()> &change)
{
    const auto before = chosen();
    const auto held = m_state.dragged >= 0 ? std::optional(m_scene.entries()[m_state.dragged].item) : std::nullopt;
    change();
    const auto again = [this](const std::optional<AgendaItem> &item) {
        return item ? m_scene.find(item->uid, item->when.start).value_or(-1) : -1;
    };
    m_state.chosen = again(before);
    m_state.dragged = again(held);
    if (held && m_state.dragged < 0)
        letGo(); // it is gone
    sceneChanged();
    if (before && chosen() != before)
        Q_EMIT chosenChanged(chosen());
}

void AgendaView::setAgenda(const Agenda &agenda)
{
    const bool isOtherZone = !m_state.isKnown || !(agenda.zone == m_scene.zone());
    m_state.isKnown = true;
    m_isOut = false;
    const QStringList calendars = m_scene.calendars().names();
    changeScene([&] { m_scene.setAgenda(agenda, range()); });
    if (calendars != m_scene.calendars().names())
        Q_EMIT calendarsChanged();
    if (isOtherZone)
        showToday(); // "today" may be another day there
    if (!m_wanted.isEmpty())
        select(std::exchange(m_wanted, QString()));
}

void AgendaView::setZone(const Zone &zone)
{
    m_scene.setZone(zone);
    m_state.isKnown = true;
    showToday();
    Q_EMIT rangeChanged(); // also where the days are the same: nothing is known of them yet
}

void AgendaView::setCalendars(const AgendaCalendars &calendars)
{
    changeScene([&] { m_scene.setCalendars(calendars); });
}

void AgendaView::setUnfolded(bool unfolded)
{
    m_state.isUnfolded = unfolded;
    sceneChanged();
}

void AgendaView::add(const AgendaEdit &edit)
{
    changeScene([&] { m_scene.add(edit); });
}

void AgendaView::settle(const QString &key, const QString &uid, const QString &meetingId)
{
    const bool wasChosen = chosen() && chosen()->uid == key;
    changeScene([&] { m_scene.settle(key, uid, meetingId); });
    if (wasChosen)
        select(uid); // it has its name now
    QTimer::singleShot(10s, this, [this, key] { drop(key); }); // what the calendar says by then is what holds
}

void AgendaView::drop(const QString &key)
{
    changeScene([&] { m_scene.drop(key); });
}

void AgendaView::setOutage(const QString &title, const QString &text, const QString &action, const QString &more)
{
    m_isOut = true;
    m_notice->tell(title, text, action, more);
    showWhatIsMissing();
    describe();
}

/// An outage or an empty page, in words over the grid.
void AgendaView::showWhatIsMissing()
{
    const bool isEmpty =
        m_state.isKnown && m_scene.isComplete() && m_scene.count() == 0 && !m_state.drag.isActive() && !m_state.cursor;
    if (isEmpty && !m_isOut) {
        const QString title = mode() == Mode::Day ? tr("Nothing is planned on this day")
            : mode() == Mode::Week                ? tr("Nothing is planned this week")
                                                  : tr("Nothing is planned this month");
        m_notice->tell(title,
                       tr("Draw a meeting with the mouse, press Ctrl+N to book in one line, or say what you "
                          "need in the chat."));
    }
    m_notice->setAttribute(Qt::WA_TransparentForMouseEvents, !m_isOut);
    m_notice->setVisible(isEmpty || m_isOut);
    placeNotice();
}

void AgendaView::select(const QString &uid, std::optional<Instant> start)
{
    if (start)
        showDay(m_scene.zone().toLocalDate(*start));
    const auto index = m_scene.find(uid, start);
    if (!index) {
        m_wanted = uid;
        return;
    }
    const LocalDate day = dayOf(m_scene.entries()[*index].wall.start);
    if (!m_scene.page().holds(day))
        return; // known, but of days that are not shown
    if (isMonth())
        showDay(day);
    choose(*index);
}

std::optional<AgendaItem> AgendaView::chosen() const
{
    if (m_state.chosen < 0)
        return std::nullopt;
    return m_scene.entries()[m_state.chosen].item;
}

void AgendaView::choose(qsizetype index)
{
    const bool isOther = index != m_state.chosen;
    m_state.chosen = index;
    m_state.cursor.reset();
    for (const AgendaBlock &block : m_scene.blocks()) {
        if (block.item == index) {
            makeVisible(block.startMinute, block.endMinute);
            break;
        }
    }
    showWhatIsMissing();
    describe();
    viewport()->update();
    tellFocus();
    if (isOther)
        Q_EMIT chosenChanged(chosen());
}

void AgendaView::chooseSlot(LocalTime slot)
{
    const bool hadChosen = m_state.chosen >= 0;
    m_state.chosen = -1;
    if (dayOf(slot) != m_scene.page().chosen())
        showDay(dayOf(slot));
    m_state.cursor = slot;
    const int minute = minuteOf(slot);
    makeVisible(minute, minute + static_cast<int>(usualLength.count()));
    showWhatIsMissing();
    describe();
    viewport()->update();
    if (hadChosen)
        Q_EMIT chosenChanged({});
}

void AgendaView::sceneChanged()
{
    ++m_generation;
    m_texts.clear();
    m_texts.resize(m_scene.blocks().size());
    countCrowds();
    updateScrollBar();
    showWhatIsMissing();
    describe();
    viewport()->update();
}

void AgendaView::countCrowds()
{
    m_crowds.fill(0, isMonth() ? 0 : days() * 24);
    if (isMonth())
        return;
    const DayGeometry geometry = dayGeometry();
    for (const AgendaBlock &block : m_scene.blocks()) {
        if (!geometry.isShown(block))
            ++m_crowds[block.day * 24 + block.startMinute / 60];
    }
}

void AgendaView::refreshState()
{
    m_state.now = m_clock.now();
    m_state.today = today();
    m_state.hasFocus = hasFocus();
}

void AgendaView::paintEvent(QPaintEvent *event)
{
    refreshState();
    QPainter painter(viewport());
    if (isMonth())
        MonthPainter(m_scene, monthGeometry(), look(), m_state).paint(painter);
    else
        DayPainter(m_scene, dayGeometry(), look(), m_state, m_texts, m_crowds).paint(painter, event->rect());
}

void AgendaView::scrollContentsBy(int, int dy)
{
    // What was painted is moved, and only the strip that came into view painted. Where words lie over the grid, or a
    // hand holds something still while the hours run below it, all of it is.
    const bool canMove = m_notice->isHidden() && !m_state.isDragging && !isMonth();
    if (canMove)
        viewport()->scroll(0, dy, QRect(0, dayGeometry().head(), viewport()->width(), viewport()->height()));
    else
        viewport()->update();
}

void AgendaView::resizeEvent(QResizeEvent *)
{
    sceneChanged();
}

void AgendaView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LocaleChange
        || event->type() == QEvent::LanguageChange) {
        m_look.reset();
        sceneChanged();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace ChatCal
