// SPDX-License-Identifier: Apache-2.0
#include "core/agent/spokenwords.h"

#include <utility>

namespace ChatCal {

void SpokenWords::beginRound(const TurnFacts &facts)
{
    m_facts = facts;
    m_gate.emplace(facts);
    m_heard = 0;
    m_isOld = true;
}

void SpokenWords::words(const QString &piece)
{
    if (!m_observer || !m_gate)
        return;
    const QString taken = piece.left(longestReply - m_heard);
    m_heard += taken.size();
    if (!taken.isEmpty())
        tell(m_gate->add(taken));
}

void SpokenWords::restarted()
{
    if (!m_observer || !m_gate)
        return;
    m_gate.emplace(m_facts);
    m_heard = 0;
    takeBack();
}

void SpokenWords::finishRound(const QString &text)
{
    if (!m_observer || !m_gate)
        return;
    if (m_heard == 0)
        words(text);
    tell(m_gate->finish());
    m_gate.reset();
}

void SpokenWords::tell(const SentenceGate::Change &change)
{
    if (change.isEmpty())
        return;
    if (m_isOld || change.replaces)
        takeBack();
    m_isOld = false;
    if (change.text.isEmpty())
        return;
    m_hasTold = true;
    m_observer->words(change.text);
}

void SpokenWords::takeBack()
{
    if (std::exchange(m_hasTold, false))
        m_observer->restarted();
}

} // namespace ChatCal
