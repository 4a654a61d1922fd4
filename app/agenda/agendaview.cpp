// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendaview.h"

#include "app/look/daywords.h"
#include "app/look/notice.h"
#include "core/time/words.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// The first day of @p day's week by the locale.
LocalDate startOfWeek(LocalDate day)
{
    const int first = QLocale().firstDayOfWeek() % 7; // Sunday is 0
    const auto weekday = static_cast<int>(date::weekday(day).c_encoding());
    return day - date::days((weekday - first + 7) % 7);
}

} // namespace

AgendaView::AgendaView(const Clock &clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_clock(clock), m_notice(new Notice(viewport()))
{
    m_notice->hide();
    connect(m_notice, &Notice::actionWanted, this, &AgendaView::retryWanted);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Agenda"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dress();
    viewport()->setMouseTracking(true);
    m_first = startOfWeek(today());
    m_minute.setInterval(std::chrono::seconds(30));
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
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

LocalDate AgendaView::today() const
{
    return m_agenda.zone.toLocalDate(m_clock.now());
}

Interval AgendaView::range() const
{
    const Zone &zone = m_agenda.zone;
    return {zone.toInstant(LocalTime(m_first)), zone.toInstant(LocalTime(m_first + date::days(days())))};
}

QString AgendaView::title() const
{
    const QLocale locale;
    const QDate first = toQDate(m_first);
    if (m_mode == Mode::Day)
        return locale.toString(first, QLocale::LongFormat);
    const QDate last = first.addDays(6);
    if (first.month() == last.month())
        return tr("%1 %2 – %3, %4")
            .arg(locale.monthName(first.month()))
            .arg(first.day())
            .arg(last.day())
            .arg(last.year());
    return tr("%1 %2 – %3 %4, %5")
        .arg(locale.monthName(first.month(), QLocale::ShortFormat))
        .arg(first.day())
        .arg(locale.monthName(last.month(), QLocale::ShortFormat))
        .arg(last.day())
        .arg(last.year());
}

void AgendaView::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    const LocalDate now = today();
    const bool holdsToday = m_first <= now && now < m_first + date::days(days());
    m_mode = mode;
    showDay(holdsToday ? now : m_first);
}

void AgendaView::showDay(LocalDate day)
{
    m_first = m_mode == Mode::Week ? startOfWeek(day) : day;
    m_chosen = -1;
    m_hasAgenda = false; // what is known is of other days
    relayout();
    Q_EMIT rangeChanged();
}

void AgendaView::showToday()
{
    showDay(today());
    const LocalTime now = m_agenda.zone.toLocal(m_clock.now());
    scrollToMinute(static_cast<int>((now - LocalTime(today())) / std::chrono::minutes(1)) - 90);
}

void AgendaView::turn(int pages)
{
    showDay(m_first + date::days(days() * pages));
}

void AgendaView::setAgenda(const Agenda &agenda)
{
    const QString chosen = m_chosen >= 0 ? m_agenda.items[m_chosen].uid : QString();
    const bool isOtherZone = !m_isKnown || !(agenda.zone == m_agenda.zone);
    m_agenda = agenda;
    m_isKnown = true;
    m_hasAgenda = true;
    m_isOut = false;
    m_chosen = -1;
    relayout();
    if (!chosen.isEmpty())
        select(chosen);
    if (isOtherZone)
        showToday(); // "today" may be another day there
}

void AgendaView::setZone(const Zone &zone)
{
    m_agenda.zone = zone;
    m_isKnown = true;
    showToday();
}

void AgendaView::setOutage(const QString &title, const QString &text, const QString &action)
{
    m_isOut = true;
    m_notice->tell(title, text, action);
    showWhatIsMissing();
    describe();
}

/// An outage or an empty page, in words over the grid.
void AgendaView::showWhatIsMissing()
{
    const bool isEmpty = m_hasAgenda && m_blocks.isEmpty() && m_allDay.isEmpty();
    if (isEmpty && !m_isOut)
        m_notice->tell(m_mode == Mode::Week ? tr("Nothing is planned this week") : tr("Nothing is planned on this day"),
                       tr("Say what you need in the chat, or press Ctrl+N to book in one line."));
    m_notice->setAttribute(Qt::WA_TransparentForMouseEvents, !m_isOut);
    m_notice->setVisible(isEmpty || m_isOut);
    placeNotice();
}

void AgendaView::placeNotice()
{
    m_notice->setFixedWidth(std::min(340, std::max(160, viewport()->width() - 40)));
    QRect room(axisWidth(), headerHeight(), viewport()->width() - axisWidth(), viewport()->height() - headerHeight());
    QRect place(QPoint(), m_notice->size());
    place.moveCenter(room.center());
    m_notice->move(place.topLeft());
}

void AgendaView::select(const QString &uid)
{
    for (qsizetype i = 0; i < m_agenda.items.size(); ++i) {
        if (m_agenda.items[i].uid == uid)
            choose(i);
    }
}

void AgendaView::choose(qsizetype index)
{
    m_chosen = index;
    for (const AgendaBlock &block : m_blocks) {
        if (m_timed[block.item] != index)
            continue;
        const QRect rect = blockRect(block);
        if (rect.top() < headerHeight() || rect.bottom() > viewport()->height())
            scrollToMinute(block.startMinute - 60);
        break;
    }
    describe();
    viewport()->update();
}

void AgendaView::relayout()
{
    m_timed.clear();
    m_allDay.clear();
    QList<Interval> intervals;
    for (qsizetype i = 0; i < m_agenda.items.size(); ++i) {
        const AgendaItem &item = m_agenda.items[i];
        if (!item.allDay) {
            m_timed.append(i);
            intervals.append(item.when);
            continue;
        }
        for (int day = 0; day < days(); ++day) {
            const LocalDate date = m_first + date::days(day);
            const Interval whole{m_agenda.zone.toInstant(LocalTime(date)),
                                 m_agenda.zone.toInstant(LocalTime(date + date::days(1)))};
            if (item.when.overlaps(whole))
                m_allDay.append({i, day});
        }
    }
    m_blocks = layOut(intervals, m_first, days(), m_agenda.zone);
    updateScrollBar();
    showWhatIsMissing();
    describe();
    viewport()->update();
}

void AgendaView::describe()
{
    // What a screen reader says of the picture.
    QString text =
        m_isOut ? m_notice->title() : tr("%1. Entries: %2").arg(title()).arg(m_blocks.size() + m_allDay.size());
    if (m_chosen >= 0) {
        const AgendaItem &item = m_agenda.items[m_chosen];
        text = item.title + u", "_s + describeItem(item).section(u'\n', 0, 0);
    }
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void AgendaView::updateScrollBar()
{
    const int page = viewport()->height() - headerHeight();
    verticalScrollBar()->setRange(0, std::max(0, hourHeight() * 24 - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(hourHeight() / 2);
}

void AgendaView::scrollToMinute(int minute)
{
    verticalScrollBar()->setValue(std::max(0, minute) * hourHeight() / 60);
}

void AgendaView::resizeEvent(QResizeEvent *)
{
    updateScrollBar();
    placeNotice();
}

qsizetype AgendaView::itemAt(const QPoint &position) const
{
    QList<int> rows(days(), 0);
    for (const auto &[index, day] : m_allDay) {
        if (allDayRect(day, rows[day]++).contains(position))
            return index;
    }
    if (position.y() < headerHeight())
        return -1;
    for (const AgendaBlock &block : m_blocks) {
        if (blockRect(block).contains(position))
            return m_timed[block.item];
    }
    return -1;
}

void AgendaView::mousePressEvent(QMouseEvent *event)
{
    choose(itemAt(event->pos()));
}

void AgendaView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qsizetype index = itemAt(event->pos());
    if (index >= 0)
        Q_EMIT itemActivated(m_agenda.items[index]);
}

/// Day by day, what lasts all day first.
QList<qsizetype> AgendaView::readingOrder() const
{
    QList<qsizetype> order;
    const auto add = [&](qsizetype index) {
        if (!order.contains(index))
            order.append(index);
    };
    for (int day = 0; day < days(); ++day) {
        for (const auto &entry : m_allDay) {
            if (entry.second == day)
                add(entry.first);
        }
        for (const AgendaBlock &block : m_blocks) {
            if (block.day == day)
                add(m_timed[block.item]);
        }
    }
    return order;
}

void AgendaView::keyPressEvent(QKeyEvent *event)
{
    const auto move = [this](int step) {
        const QList<qsizetype> order = readingOrder();
        if (order.isEmpty())
            return;
        const qsizetype at = order.indexOf(m_chosen);
        const qsizetype next =
            at < 0 ? (step > 0 ? 0 : order.size() - 1) : std::clamp<qsizetype>(at + step, 0, order.size() - 1);
        choose(order[next]);
    };
    switch (event->key()) {
    case Qt::Key_Down:
        move(1);
        break;
    case Qt::Key_Up:
        move(-1);
        break;
    case Qt::Key_Escape:
        choose(-1);
        break;
    case Qt::Key_Right:
        turn(layoutDirection() == Qt::RightToLeft ? -1 : 1);
        break;
    case Qt::Key_Left:
        turn(layoutDirection() == Qt::RightToLeft ? 1 : -1);
        break;
    case Qt::Key_PageDown:
        turn(1);
        break;
    case Qt::Key_PageUp:
        turn(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0)
            Q_EMIT itemActivated(m_agenda.items[m_chosen]);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

QString AgendaView::describeItem(const AgendaItem &item) const
{
    QStringList lines{item.allDay ? dateInWords(m_agenda.zone.toLocalDate(item.when.start))
                                  : spanInWords(item.when, m_agenda.zone)};
    if (!item.location.isEmpty())
        lines << item.location;
    if (!item.meetingId.isEmpty())
        lines << item.meetingId;
    return lines.join(u'\n');
}

bool AgendaView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype index = itemAt(help->pos());
        if (index >= 0) {
            const AgendaItem &item = m_agenda.items[index];
            QString text = u"<b>"_s + item.title.toHtmlEscaped() + u"</b><br>"_s
                + describeItem(item).toHtmlEscaped().replace(u'\n', "<br>"_L1);
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
        QToolTip::hideText();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ChatCal
