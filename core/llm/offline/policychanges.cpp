// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/policy.h"

#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

/// The meeting meant, by what was said of it.
ModelReply Policy::find() const
{
    const Change &change = m_state.change;
    QJsonObject arguments;
    if (!change.meetingId.isEmpty())
        arguments.insert("meeting"_L1, change.meetingId);
    if (change.when) {
        const QString when = whenArgument(*change.when);
        if (!when.isEmpty())
            arguments.insert("when"_L1, when);
    }
    if (!change.query.isEmpty())
        arguments.insert("query"_L1, change.query);
    return call(u"find_meeting"_s, arguments);
}

ModelReply Policy::notFound() const
{
    const Outcome *found = m_state.outcome(u"find_meeting");
    const bool searchedAll = found && found->arguments.isEmpty();
    if (isHost())
        return words({m_wording.say(Say::NotFound)});
    // A guest has few: show them all.
    return searchedAll ? words({m_wording.say(Say::NothingBooked, {{u"host", host()}})}) : call(u"find_meeting"_s, {});
}

ModelReply Policy::choose(Say question) const
{
    QStringList lines;
    QStringList suggestions;
    for (const MeetingRef &meeting : m_state.choices.mid(0, 6)) {
        lines << u"- "_s + meeting.words + (meeting.title.isEmpty() ? QString() : u": "_s + escaped(meeting.title));
        suggestions << meeting.words;
    }
    const Outcome *found = m_state.outcome(u"find_meeting");
    const Change &change = m_state.change;
    const bool instead =
        found && found->arguments.isEmpty() && (change.when || !change.query.isEmpty() || !change.meetingId.isEmpty());
    return words({instead ? m_wording.say(Say::NotFoundButHave) : QString(), lines.join(u'\n'),
                  m_wording.say(question, {{u"count", QString::number(m_state.choices.size())}})},
                 suggestions);
}

ModelReply Policy::cancel() const
{
    const Change &change = m_state.change;
    QList<const Outcome *> done;
    for (const Outcome &outcome : m_state.outcomes) {
        if (outcome.tool == "cancel_appointment"_L1)
            done << &outcome;
    }
    if (done.size() > 1) {
        QStringList lines;
        for (const Outcome *outcome : done) {
            if (outcome->ok())
                lines << u"- "_s + cancelledWords(*outcome);
        }
        return words(
            {m_wording.say(Say::CancelledMany, {{u"count", QString::number(lines.size())}}), lines.join(u'\n')});
    }
    if (!done.isEmpty()) {
        const Outcome &outcome = *done.constFirst();
        if (outcome.ok())
            return words({m_wording.say(Say::Cancelled, {{u"words", cancelledWords(outcome)}})});
        if (outcome.reason() == "already_cancelled"_L1)
            return words({m_wording.say(Say::AlreadyCancelled)});
        return outcome.reason() == "not_found"_L1 ? words({m_wording.say(Say::NotFound)})
                                                  : words({m_wording.say(Say::Failed)});
    }
    if (change.target) {
        const QString meeting = change.target->uid.isEmpty() ? change.target->id : change.target->uid;
        return call(u"cancel_appointment"_s, {{"meeting"_L1, meeting}});
    }
    const Outcome *found = m_state.outcome(u"find_meeting");
    if (!m_state.choices.isEmpty()) {
        if (change.allConfirmed && !found) {
            ModelReply reply;
            int number = 1;
            for (const MeetingRef &meeting : m_state.choices)
                reply.toolCalls << toolCall(u"cancel_appointment"_s, {{"meeting"_L1, meeting.uid}}, number++);
            return reply;
        }
        ModelReply question = choose(change.all ? Say::WhichAll : Say::WhichCancel);
        if (change.all) {
            question.suggestions.prepend(m_wording.say(Say::SuggestAll));
        }
        return question;
    }
    return found ? notFound() : find();
}

QJsonObject Policy::changeArguments() const
{
    const Change &change = m_state.change;
    const MeetingRef &target = *change.target;
    QJsonObject arguments{{"meeting"_L1, target.uid.isEmpty() ? target.id : target.uid}};
    const LocalDate oldDay = std::chrono::floor<date::days>(target.start);
    const auto oldTime = std::chrono::floor<std::chrono::minutes>(target.start - oldDay);
    if (change.toNow)
        arguments.insert("when"_L1, u"now"_s);
    else if (const auto day = change.sameWeekday())
        arguments.insert("when"_L1, toIsoLocal(LocalTime(*day) + oldTime));
    else if (change.newDay || change.newTime)
        arguments.insert("when"_L1,
                         toIsoLocal(LocalTime(change.newDay.value_or(oldDay)) + change.newTime.value_or(oldTime)));
    else if (change.shift.start.count() != 0)
        arguments.insert("when"_L1, toIsoLocal(target.start + change.shift.start));
    if (change.newDuration)
        arguments.insert("duration_minutes"_L1, static_cast<int>(change.newDuration->count()));
    else if (change.shift.duration.count() != 0 && target.duration.count() > 0)
        arguments.insert("duration_minutes"_L1, static_cast<int>((target.duration + change.shift.duration).count()));
    if (!change.newTitle.isEmpty())
        arguments.insert("title"_L1, change.newTitle);
    if (!change.invited.isEmpty())
        arguments.insert("attendees"_L1, QJsonArray::fromStringList(change.invited));
    if (!change.newEmail.isEmpty())
        arguments.insert("email"_L1, change.newEmail);
    return arguments;
}

ModelReply Policy::move() const
{
    const Change &change = m_state.change;
    if (const Outcome *made = m_state.outcome(u"reschedule_appointment")) {
        if (made->ok())
            return moved(*made);
        if (made->reason() == "not_found"_L1)
            return words({m_wording.say(Say::NotFound)});
        const auto when = fromIsoLocal(made->arguments.value("when"_L1).toString());
        return refused(*made, when ? momentWords(*when) : QString());
    }
    const Outcome *found = m_state.outcome(u"find_meeting");
    if (!change.target) {
        if (!m_state.choices.isEmpty())
            return choose(Say::WhichMove);
        return found ? notFound() : find();
    }
    if (change.refused)
        return offerAgain();
    if (change.window && !change.sameWeekday()) {
        const Outcome *checked = m_state.outcome(u"check_availability");
        if (!checked) {
            QJsonObject arguments{{"when"_L1, whenArgument(*change.window)}};
            if (change.target->duration.count() > 0)
                arguments.insert("duration_minutes"_L1, static_cast<int>(change.target->duration.count()));
            return call(u"check_availability"_s, arguments);
        }
        if (!checked->ok() || m_state.offered.isEmpty())
            return refused(*checked, {});
        return words({m_wording.say(Say::FreeTimes), slotList(m_state.offered), m_wording.say(Say::WhichNewTime)},
                     slotWords());
    }
    if (!change.saysWhat() && !change.sameWeekday())
        return words({m_wording.say(Say::AskNewMoment, {{u"words", change.target->words}})},
                     {m_wording.say(Say::SuggestWhenFree)});
    return call(u"reschedule_appointment"_s, changeArguments());
}

ModelReply Policy::moved(const Outcome &made) const
{
    const QString &when = m_state.last->words;
    const bool onlyEmail = made.arguments.contains("email"_L1) && !made.arguments.contains("when"_L1);
    if (onlyEmail)
        return words(
            {m_wording.say(Say::EmailAdded,
                           {{u"email", escaped(made.arguments.value("email"_L1).toString())}, {u"words", when}}),
             mailNote(made, Say::MailSent, Say::MailOutbox)});
    const QString title = made.result.value("meeting"_L1).toObject().value("title"_L1).toString();
    if (made.arguments.contains("attendees"_L1)) {
        QStringList people;
        for (const QString &person : m_state.change.invited)
            people << escaped(person.section(u" <"_s, 0, 0));
        return words({m_wording.say(Say::Invited, {{u"people", people.join(u", "_s)}, {u"words", when}})});
    }
    if (made.arguments.contains("title"_L1) && made.arguments.size() == 2)
        return words({m_wording.say(Say::Renamed, {{u"title", escaped(title)}, {u"words", when}})});
    QStringList sentences{
        m_wording.say(made.arguments.contains("when"_L1) ? Say::Moved : Say::MovedLength, {{u"words", when}})};
    if (made.result.value("mail"_L1).toString() != "none"_L1)
        sentences << mailNote(made, Say::MailSentMoved, Say::MailOutboxMoved);
    sentences << m_wording.say(Say::MeetingIdIs, {{u"id", m_state.last->id}});
    return words(sentences);
}

} // namespace ChatCal::Dialogue
