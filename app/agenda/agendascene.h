// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendacalendars.h"
#include "app/agenda/agendalayout.h"
#include "app/agenda/agendapage.h"
#include "app/backend/apiclient.h"

namespace ChatCal {

/// A change to the agenda that is on its way to the calendar: shown as if it were done, until it is.
struct AgendaEdit
{
    enum class Kind { Book, Move, Cancel };
    Kind kind = Kind::Move;
    QString key; ///< names the wish, as Change::key
    QString uid; ///< of which entry; Book: of the one that was made, once it is done, or that is brought back
    QString title;
    Interval when; ///< Book, Move: the time wished for; Cancel: the meeting's
    QString meetingId = {}; ///< Book: of the one that was made
    bool isDone = false; ///< but what was read of the calendar may be older
};

/// One item of the agenda as it is to be shown.
struct AgendaEntry
{
    enum class State { Settled, OnItsWay, Leaving };
    AgendaItem item;
    WallSpan wall; ///< item.when by the agenda's zone
    int shade = 0;
    State state = State::Settled;
    bool isTentative = false; ///< not agreed on yet
    bool isBar = false; ///< lasts all day, or a day and longer
};

/// What the agenda shows: the items, changed by what is on its way, without what is hidden, laid out over a page. No
/// widgets, no painting, no clock.
class AgendaScene
{
public:
    void setZone(const Zone &zone);
    /// Everything that is known of @p range.
    void setAgenda(const Agenda &agenda, const Interval &range);
    void setPage(const AgendaPage &page);
    void setCalendars(const AgendaCalendars &calendars);

    void add(const AgendaEdit &edit);
    [[nodiscard]] bool isOnItsWay(const QString &uid) const;
    /// The edit was done; it is shown so until the agenda says the same, or drop(). @p uid and @p meetingId are those
    /// of a meeting that was booked.
    void settle(const QString &key, const QString &uid, const QString &meetingId);
    /// It was not, or enough time has passed: all stands as the agenda has it.
    void drop(const QString &key);

    [[nodiscard]] const Zone &zone() const { return m_zone; }
    [[nodiscard]] const AgendaPage &page() const { return m_page; }
    [[nodiscard]] const AgendaCalendars &calendars() const { return m_calendars; }
    /// UTC, midnight to midnight.
    [[nodiscard]] Interval range() const;
    /// Whether all of the page's items are known.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const QList<AgendaEntry> &entries() const { return m_entries; }
    /// Of day and week; empty for a month. AgendaBlock::item and AgendaBar::item are indices into entries().
    [[nodiscard]] const QList<AgendaBlock> &blocks() const { return m_blocks; }
    /// The bars above the hours in day and week; one per week in a month.
    [[nodiscard]] const QList<AgendaBars> &bars() const { return m_bars; }
    /// Entries on a day of the page: bars first, then by start.
    [[nodiscard]] QList<qsizetype> entriesOn(LocalDate day) const;
    /// All of the page in reading order.
    [[nodiscard]] QList<qsizetype> entriesInOrder() const;
    /// Of several with one uid (a series) the one that begins at @p start.
    [[nodiscard]] std::optional<qsizetype> find(const QString &uid, std::optional<Instant> start = {}) const;
    [[nodiscard]] int count() const { return m_count; } ///< entries on the page
    /// What else takes place in @p when, all-day events left out; @p exceptUid is not looked at.
    [[nodiscard]] const AgendaEntry *conflict(const Interval &when, const QString &exceptUid) const;

private:
    void rebuild();
    void apply(const AgendaEdit &edit);
    [[nodiscard]] bool isKnownOf(const AgendaEdit &edit) const;
    void layOutPage();

    Zone m_zone;
    AgendaPage m_page;
    AgendaCalendars m_calendars;
    QList<AgendaItem> m_items; ///< as the calendar has them
    Interval m_known; ///< the range they are all of
    QList<AgendaEdit> m_edits;
    QList<AgendaEntry> m_entries;
    QList<WallSpan> m_spans; ///< of m_entries
    QList<AgendaBlock> m_blocks;
    QList<AgendaBars> m_bars;
    int m_count = 0;
};

} // namespace ChatCal
