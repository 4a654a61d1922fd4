// SPDX-License-Identifier: Apache-2.0
#include "core/agent/turnledger.h"

#include "core/agent/cards.h"
#include "core/time/words.h"

#include <array>

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
    const QJsonObject meeting = result.forModel["meeting"_L1].toObject();
    const Interval when{fromRfc3339(meeting["start"_L1].toString()).value_or(Instant()),
                        fromRfc3339(meeting["end"_L1].toString()).value_or(Instant())};
    if (tool == "create_appointment"_L1) {
        m_facts.hasBooked = true;
        m_done.append({Done::What::Booked, when});
    } else if (tool == "reschedule_appointment"_L1) {
        m_facts.hasMoved = true;
        m_done.append({Done::What::Moved, when});
    } else if (tool == "cancel_appointment"_L1) {
        m_facts.hasCancelled = true;
        m_done.append({Done::What::Cancelled, when});
    }
}

QString TurnLedger::doneInWords(Language language, const Zone &zone) const
{
    // Of each language: booked, moved, cancelled.
    static const std::array<std::array<QString, 3>, languageCount> patterns{
        {{u"Your meeting is booked: %1."_s, u"Your meeting is now: %1."_s, u"Your meeting is cancelled: %1."_s},
         {u"Der Termin ist gebucht: %1."_s, u"Der Termin ist jetzt: %1."_s, u"Der Termin ist abgesagt: %1."_s},
         {u"Le rendez-vous est réservé : %1."_s, u"Le rendez-vous est désormais : %1."_s,
          u"Le rendez-vous est annulé : %1."_s},
         {u"La cita está reservada: %1."_s, u"La cita es ahora: %1."_s, u"La cita está cancelada: %1."_s}}};
    QStringList sentences;
    for (const Done &done : m_done) {
        const QString &pattern =
            patterns.at(static_cast<std::size_t>(language)).at(static_cast<std::size_t>(done.what));
        sentences.append(pattern.arg(spanInWords(done.when, zone, language)));
    }
    return sentences.join(u' ');
}

} // namespace ChatCal
