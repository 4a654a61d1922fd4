// SPDX-License-Identifier: Apache-2.0
#include "core/agent/turnledger.h"

#include "core/agent/cards.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

void TurnLedger::add(const QString &tool, const ToolResult &result)
{
    Cards::append(m_cards, result.cards);
    m_hasOthersWords = m_hasOthersWords || result.hasOthersWords;
    if (!result.succeeded)
        return;
    m_toolsUsed.append(tool);
    m_facts.hasToldMeetings = m_facts.hasToldMeetings || result.tellsMeetings;
    m_facts.mailQueued = m_facts.mailQueued || result.mailQueued;
    if (!result.madeClaimTrue)
        return;
    const QString words = result.forModel["words"_L1].toString();
    if (tool == "create_appointment"_L1) {
        m_facts.hasBooked = true;
        m_done.append(u"Your meeting is booked: %1."_s.arg(words));
    } else if (tool == "reschedule_appointment"_L1) {
        m_facts.hasMoved = true;
        m_done.append(u"Your meeting is now: %1."_s.arg(words));
    } else if (tool == "cancel_appointment"_L1) {
        m_facts.hasCancelled = true;
        m_done.append(u"Your meeting is cancelled: %1."_s.arg(words));
    }
}

} // namespace ChatCal
