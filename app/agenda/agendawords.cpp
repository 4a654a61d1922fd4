// SPDX-License-Identifier: Apache-2.0
// What AgendaView says: to a screen reader of the picture, and of an item to anybody.
#include "app/agenda/agendaview.h"

#include "app/look/daywords.h"
#include "app/look/notice.h"

#include <QAccessible>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

QString dayWords(LocalDate day)
{
    return QLocale().toString(toQDate(day), QLocale::LongFormat);
}

} // namespace

void AgendaView::describe()
{
    // What a screen reader says of the picture.
    QString text = m_isOut ? m_notice->title() : tr("%1. Entries: %2").arg(title()).arg(m_scene.count());
    if (m_state.isDragging) {
        const WallSpan &span = m_state.drag.span();
        const QString when = spanWords(minuteOf(span.start), minuteOf(span.end));
        text = tr("%1, %2").arg(dayWords(dayOf(span.start)), when);
        if (m_state.clashes)
            text = tr("%1. Busy: %2").arg(text, m_state.clash);
    } else if (const auto item = chosen()) {
        text = tr("%1, %2").arg(item->title, describeItem(*item).section(u'\n', 0, 0));
    } else if (m_state.cursor) {
        text = tr("%1, %2, free").arg(clockWordsAt(minuteOf(*m_state.cursor)), dayWords(dayOf(*m_state.cursor)));
    } else if (isMonth() && !m_isOut) {
        const auto onDay = m_scene.entriesOn(chosenDay()).size();
        text = tr("%1. Entries: %2").arg(dayWords(chosenDay())).arg(onDay);
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

/// A screen reader follows the choice from entry to entry.
void AgendaView::tellFocus()
{
    if (!QAccessible::isActive() || !hasFocus() || m_state.chosen < 0)
        return;
    QAccessibleInterface *agenda = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface *entry = agenda ? agenda->focusChild() : nullptr;
    if (!entry)
        return;
    QAccessibleEvent event(entry, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

QString AgendaView::describeItem(const AgendaItem &item) const
{
    const LocalTime start = m_scene.zone().toLocal(item.when.start);
    const LocalTime end = m_scene.zone().toLocal(item.when.end);
    QStringList lines;
    if (item.allDay)
        lines << (end - start <= date::days(1) ? dayWords(dayOf(start))
                                               : tr("%1 – %2").arg(dayWords(dayOf(start)), dayWords(dayOf(end - 1s))));
    else if (dayOf(start) == dayOf(end))
        lines << tr("%1, %2").arg(dayWords(dayOf(start)), spanWords(minuteOf(start), minuteOf(end)));
    else
        lines << tr("%1, %2 – %3, %4")
                     .arg(dayWords(dayOf(start)), clockWordsAt(minuteOf(start)), dayWords(dayOf(end)),
                          clockWordsAt(minuteOf(end)));
    if (!item.location.isEmpty())
        lines << item.location;
    if (!item.meetingId.isEmpty())
        lines << item.meetingId;
    return lines.join(u'\n');
}

} // namespace ChatCal
