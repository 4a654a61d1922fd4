// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/policy.h"

#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

ModelReply Policy::availability() const
{
    const Draft &draft = m_state.draft;
    const Outcome *checked = m_state.outcome(u"check_availability");
    const bool onDay = m_state.said.when.start && m_state.said.when.hasDate; // "the earliest you have tomorrow"
    const bool soonest =
        (m_state.said.soonest && !onDay) || !m_state.asked || (m_state.asked->isEmpty() && !draft.day && !draft.window);
    const std::optional<LocalTime> exact =
        m_state.said.saysWhen() && (!m_state.said.soonest || onDay) ? draft.moment() : std::nullopt;
    if (!checked) {
        QJsonObject arguments;
        if (draft.duration)
            arguments.insert("duration_minutes"_L1, static_cast<int>(draft.duration->count()));
        if (!soonest) {
            QString when;
            if (exact)
                when = whenArgument(When{.start = exact,
                                         .end = {},
                                         .duration = {},
                                         .hasTime = true,
                                         .zone = {},
                                         .other = {},
                                         .assumed = {},
                                         .spans = {}});
            else if (draft.window)
                when = whenArgument(*draft.window);
            else if (draft.day)
                when = whenArgument(When{.start = LocalTime(*draft.day),
                                         .end = {},
                                         .grain = Grain::Day,
                                         .duration = {},
                                         .zone = {},
                                         .other = {},
                                         .assumed = {},
                                         .spans = {}});
            else
                when = whenArgument(*m_state.asked);
            if (!when.isEmpty())
                arguments.insert("when"_L1, when);
        }
        return call(u"check_availability"_s, arguments);
    }
    if (!checked->ok())
        return refused(*checked, exact ? momentWords(*exact) : QString());
    if (!exact || !checked->result.contains("free"_L1)) {
        if (isHost() && !m_state.offered.isEmpty())
            return words({m_wording.say(Say::FreeTimes), slotList(m_state.offered)});
        return listFree(*checked);
    }
    const QString moment = momentWords(*exact);
    if (!checked->result.value("free"_L1).toBool()) {
        if (isHost())
            return words({m_wording.say(Say::HostBusy, {{u"moment", moment}}),
                          m_state.offered.isEmpty() ? QString() : m_wording.say(Say::NearestFree),
                          slotList(m_state.offered)});
        return refused(*checked, moment);
    }
    if (isHost())
        return words({m_wording.say(Say::HostFree, {{u"moment", moment}})});
    const Missing open = missing();
    const QString free = m_wording.say(Say::IsFree, {{u"moment", moment}});
    if (open.any())
        return ask(open, free);
    return words({free, m_wording.say(Say::AskBookIt)},
                 {m_wording.say(Say::SuggestYes), m_wording.say(Say::SuggestOther)});
}

ModelReply Policy::agenda() const
{
    if (const Outcome *listedOutcome = m_state.outcome(u"list_meetings"))
        return listed(*listedOutcome);
    if (const Outcome *found = m_state.outcome(u"find_meeting"))
        return listed(*found);
    const Understood &said = m_state.said;
    if (said.asksOfLast && m_state.last && m_state.lastIsMeant && !m_state.last->id.isEmpty())
        return call(u"find_meeting"_s, {{"meeting"_L1, m_state.last->id}});
    const QString query = said.asksOfLast ? QString()
        : said.attendees.isEmpty()        ? said.title
                                          : said.attendees.constFirst();
    QJsonObject arguments;
    const QString when = m_state.asked ? whenArgument(*m_state.asked) : QString();
    if (!when.isEmpty())
        arguments.insert("when"_L1, when);
    if (!query.isEmpty() || !said.meetingId.isEmpty()) {
        if (!query.isEmpty())
            arguments.insert("query"_L1, query);
        if (!said.meetingId.isEmpty())
            arguments.insert("meeting"_L1, said.meetingId);
        return call(u"find_meeting"_s, arguments);
    }
    return call(u"list_meetings"_s, arguments);
}

QString Policy::foundOne(const QJsonObject &meeting) const
{
    const QString words = meetingWords(meeting);
    const int minutes = meeting.value("duration_minutes"_L1).toInt();
    const QString people = meeting.value("with"_L1).toString();
    if (m_state.said.asksLength && minutes > 0)
        return m_wording.say(
            Say::FoundLength,
            {{u"length", durationInWords(std::chrono::minutes(minutes), m_language)}, {u"words", words}});
    if (m_state.said.asksWho && people.isEmpty())
        return m_wording.say(Say::FoundAlone, {{u"words", words}});
    if (m_state.said.asksWho)
        return m_wording.say(Say::FoundWith, {{u"people", escaped(people)}, {u"words", words}});
    const QString title = isHost() ? escaped(meeting.value("title"_L1).toString()) : QString();
    return m_wording.say(Say::FoundOne, {{u"words", title.isEmpty() ? words : title + u", "_s + words}});
}

ModelReply Policy::listed(const Outcome &outcome) const
{
    if (!outcome.ok() && outcome.reason() != "not_found"_L1)
        return words({m_wording.say(Say::Failed)});
    QJsonArray meetings = outcome.result.value("meetings"_L1).toArray();
    if (m_state.said.asksNext && meetings.size() > 1)
        meetings = {meetings.at(0)};
    const bool search = outcome.tool == "find_meeting"_L1;
    if (search) {
        if (meetings.isEmpty())
            return words({m_wording.say(Say::NotFound)});
        if (meetings.size() == 1)
            return words({foundOne(meetings.at(0).toObject())});
        return words({m_wording.say(Say::FoundMany), meetingLines(meetings)});
    }
    if (!isHost()) {
        if (meetings.isEmpty()) {
            QStringList suggestions;
            const QString question = nextQuestion(&suggestions);
            return words({m_wording.say(Say::AgendaGuestEmpty), question},
                         question.isEmpty() ? QStringList{m_wording.say(Say::SuggestWhenFree)} : suggestions);
        }
        return words({m_wording.say(Say::AgendaGuest), meetingLines(meetings)});
    }
    QString day = windowWords(outcome);
    if (meetings.isEmpty())
        return words({m_wording.say(Say::AgendaEmpty,
                                    {{u"day", day.isEmpty() ? m_wording.say(Say::Then) : u"("_s + day + u')'}})});
    if (day.isEmpty())
        day = m_wording.say(Say::YourCalendar);
    return words({m_wording.say(Say::Agenda, {{u"day", day}}), meetingLines(meetings)});
}

} // namespace ChatCal::Dialogue
