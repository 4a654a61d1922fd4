// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/tool.h"
#include "core/time/language.h"

#include <QList>
#include <QStringList>

namespace ChatCal {

/// What tools really did in one turn; words are held against it.
struct TurnFacts
{
    bool hasBooked = false;
    bool hasMoved = false;
    bool hasCancelled = false;
    bool hasToldMeetings = false; ///< a tool named meetings that exist
    bool mailQueued = false;
    bool mailReachesPeople = false; ///< queued mail leaves this machine
};

/// Keeps the books of one turn: tools used, cards, facts.
class TurnLedger
{
public:
    explicit TurnLedger(bool mailReachesPeople) { m_facts.mailReachesPeople = mailReachesPeople; }

    void add(const QString &tool, const ToolResult &result);

    [[nodiscard]] const TurnFacts &facts() const { return m_facts; }
    [[nodiscard]] const QStringList &toolsUsed() const { return m_toolsUsed; }
    [[nodiscard]] const QJsonArray &cards() const { return m_cards; }
    [[nodiscard]] bool hasChangedSomething() const { return !m_done.isEmpty(); }
    [[nodiscard]] bool hasOthersWords() const { return m_hasOthersWords; }
    /// What was done, in plain sentences, for when the model cannot say it; empty when nothing was. Times are told in
    /// @p zone.
    [[nodiscard]] QString doneInWords(Language language, const Zone &zone) const;

private:
    TurnFacts m_facts;
    QStringList m_toolsUsed;
    QJsonArray m_cards;
    struct Done
    {
        enum class What { Booked, Moved, Cancelled };
        What what = What::Booked;
        Interval when;
    };
    QList<Done> m_done;
    bool m_hasOthersWords = false;
};

} // namespace ChatCal
