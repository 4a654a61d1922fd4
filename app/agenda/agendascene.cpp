// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendascene.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

void AgendaScene::setZone(const Zone &zone)
{
    m_zone = zone;
    rebuild();
}

void AgendaScene::setAgenda(const Agenda &agenda, const Interval &range)
{
    m_zone = agenda.zone;
    m_items = agenda.items;
    m_known = range;
    m_calendars.learn(m_items);
    m_edits.removeIf([this](const AgendaEdit &edit) { return edit.isDone && isKnownOf(edit); });
    rebuild();
}

void AgendaScene::setPage(const AgendaPage &page)
{
    m_page = page;
    layOutPage();
}

void AgendaScene::setCalendars(const AgendaCalendars &calendars)
{
    m_calendars = calendars;
    rebuild();
}

void AgendaScene::add(const AgendaEdit &edit)
{
    if (edit.kind == AgendaEdit::Kind::Book && !edit.uid.isEmpty()) { // what was taken away comes back
        m_edits.removeIf([&edit](const AgendaEdit &other) {
            return other.kind == AgendaEdit::Kind::Cancel && other.isDone && other.uid == edit.uid;
        });
    }
    m_edits.append(edit);
    rebuild();
}

bool AgendaScene::isOnItsWay(const QString &uid) const
{
    return std::any_of(m_edits.begin(), m_edits.end(),
                       [&](const AgendaEdit &edit) { return edit.uid == uid && !edit.isDone; });
}

void AgendaScene::settle(const QString &key, const QString &uid, const QString &meetingId)
{
    for (AgendaEdit &edit : m_edits) {
        if (edit.key != key)
            continue;
        edit.isDone = true;
        if (edit.kind == AgendaEdit::Kind::Book) {
            edit.uid = uid;
            edit.meetingId = meetingId;
        }
    }
    rebuild();
}

/// Whether the agenda says the same as the edit.
bool AgendaScene::isKnownOf(const AgendaEdit &edit) const
{
    const auto item = std::find_if(m_items.begin(), m_items.end(),
                                   [&edit](const AgendaItem &candidate) { return candidate.uid == edit.uid; });
    switch (edit.kind) {
    case AgendaEdit::Kind::Book:
        return item != m_items.end();
    case AgendaEdit::Kind::Move:
        return item != m_items.end() && item->when == edit.when;
    case AgendaEdit::Kind::Cancel:
        return item == m_items.end();
    }
    Q_UNREACHABLE();
}

void AgendaScene::drop(const QString &key)
{
    m_edits.removeIf([&](const AgendaEdit &edit) { return edit.key == key; });
    rebuild();
}

Interval AgendaScene::range() const
{
    const LocalDate first = m_page.first();
    return {m_zone.toInstant(LocalTime(first)), m_zone.toInstant(LocalTime(first + date::days(m_page.days())))};
}

bool AgendaScene::isComplete() const
{
    return m_known.contains(range());
}

void AgendaScene::rebuild()
{
    m_entries.clear();
    m_entries.reserve(m_items.size() + m_edits.size());
    const auto add = [this](const AgendaItem &item, AgendaEntry::State state) {
        AgendaEntry entry{item, {m_zone.toLocal(item.when.start), m_zone.toLocal(item.when.end)}, 0, state, false,
                          false};
        entry.shade = m_calendars.shadeOf(item);
        entry.isTentative = item.status == AgendaItem::Status::Tentative || item.status == AgendaItem::Status::Pending;
        entry.isBar = item.allDay || item.when.end - item.when.start >= 24h;
        m_entries.append(entry);
    };
    for (const AgendaItem &item : m_items) {
        if (!m_calendars.isHidden(item.calendar))
            add(item, item.waits ? AgendaEntry::State::OnItsWay : AgendaEntry::State::Settled);
    }
    for (const AgendaEdit &edit : m_edits)
        apply(edit);
    m_spans.clear();
    m_spans.reserve(m_entries.size());
    for (const AgendaEntry &entry : m_entries)
        m_spans.append(entry.wall);
    layOutPage();
}

void AgendaScene::apply(const AgendaEdit &edit)
{
    const WallSpan wall{m_zone.toLocal(edit.when.start), m_zone.toLocal(edit.when.end)};
    const AgendaEntry::State state = edit.isDone ? AgendaEntry::State::Settled : AgendaEntry::State::OnItsWay;
    const auto index = find(edit.uid);
    if (edit.kind == AgendaEdit::Kind::Book && !index) {
        AgendaItem wished;
        wished.uid = edit.isDone ? edit.uid : edit.key;
        wished.title = edit.title;
        wished.when = edit.when;
        wished.meetingId = edit.meetingId;
        m_entries.append({wished, wall, 0, state, false, wall.end - wall.start >= 24h});
    } else if (edit.kind == AgendaEdit::Kind::Move && index) {
        AgendaEntry &entry = m_entries[*index];
        if (edit.isDone && entry.item.when != edit.when) { // a second move may follow before it is read again
            ++entry.item.sequence; // as the calendar counts it
            entry.item.etag.clear(); // not known
        }
        entry.item.when = edit.when;
        entry.wall = wall;
        entry.state = state;
    } else if (edit.kind == AgendaEdit::Kind::Cancel && index) {
        if (edit.isDone)
            m_entries.removeAt(*index);
        else
            m_entries[*index].state = AgendaEntry::State::Leaving;
    }
}

void AgendaScene::layOutPage()
{
    const LocalDate first = m_page.first();
    const LocalTime from(first);
    const LocalTime to(first + date::days(m_page.days()));
    QList<qsizetype> timed;
    QList<qsizetype> bars;
    QList<qsizetype> shown;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_spans[i].start >= to || (m_spans[i].end <= from && m_spans[i].start < from))
            continue;
        shown.append(i);
        (m_entries[i].isBar ? bars : timed).append(i);
    }
    m_count = static_cast<int>(shown.size());
    m_blocks.clear();
    m_bars.clear();
    if (m_page.mode() == AgendaMode::Month) {
        for (int week = 0; week < m_page.days() / 7; ++week)
            m_bars.append(layOutBars(m_spans, shown, first + date::days(week * 7), 7));
        return;
    }
    m_blocks = layOut(m_spans, timed, first, m_page.days());
    m_bars.append(layOutBars(m_spans, bars, first, m_page.days()));
}

QList<qsizetype> AgendaScene::entriesOn(LocalDate day) const
{
    QList<qsizetype> on;
    const LocalTime from(day);
    const LocalTime to(day + date::days(1));
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        const WallSpan &span = m_spans[i];
        if (span.start < to && (span.end > from || span.start >= from))
            on.append(i);
    }
    std::sort(on.begin(), on.end(), [this](qsizetype a, qsizetype b) {
        const bool aFirst = m_entries[a].isBar;
        const bool bFirst = m_entries[b].isBar;
        return std::tie(bFirst, m_spans[a].start, a) < std::tie(aFirst, m_spans[b].start, b);
    });
    return on;
}

QList<qsizetype> AgendaScene::entriesInOrder() const
{
    QList<qsizetype> order;
    QSet<qsizetype> seen;
    for (int day = 0; day < m_page.days(); ++day) {
        for (const qsizetype index : entriesOn(m_page.first() + date::days(day))) {
            if (!seen.contains(index)) {
                seen.insert(index);
                order.append(index);
            }
        }
    }
    return order;
}

std::optional<qsizetype> AgendaScene::find(const QString &uid, std::optional<Instant> start) const
{
    std::optional<qsizetype> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const AgendaItem &item = m_entries[i].item;
        if (item.uid != uid)
            continue;
        if (!start || item.when.start == *start)
            return i;
        found = found.value_or(i);
    }
    return found;
}

const AgendaEntry *AgendaScene::conflict(const Interval &when, const QString &exceptUid) const
{
    for (const AgendaEntry &entry : m_entries) {
        const bool counts = !entry.item.allDay && entry.state != AgendaEntry::State::Leaving;
        if (counts && entry.item.uid != exceptUid && entry.item.when.overlaps(when))
            return &entry;
    }
    return nullptr;
}

} // namespace ChatCal
