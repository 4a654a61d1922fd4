// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/policy.h"

#include "core/llm/offline/names.h"
#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

constexpr int usualMinutes = 30;

/// What is looked for or booked when nobody named a length.
int minutesOf(const Draft &draft)
{
    if (draft.duration)
        return static_cast<int>(draft.duration->count());
    return draft.kind ? static_cast<int>(draft.kind->lengths.first().count()) : usualMinutes;
}

} // namespace

Policy::Missing Policy::missing() const
{
    const Draft &draft = m_state.draft;
    Missing result;
    result.moment = !draft.hasMoment();
    if (isHost())
        return result;
    result.duration = !draft.duration;
    result.name = m_state.name.isEmpty();
    result.phone = draft.how == How::Phone && m_state.phone.isEmpty();
    result.contact = !result.phone && m_state.email.isEmpty() && m_state.phone.isEmpty();
    return result;
}

ModelReply Policy::book() const
{
    const Draft &draft = m_state.draft;
    if (const Outcome *made = m_state.outcome(u"create_appointment"))
        return made->ok() ? booked(*made)
                          : refused(*made, draft.moment() ? momentWords(*draft.moment()) : m_wording.say(Say::That));
    const Missing open = missing();
    const Outcome *checked = m_state.outcome(u"check_availability");
    QJsonObject check;
    check.insert("duration_minutes"_L1, minutesOf(draft));
    if (open.moment) {
        if (!draft.day && !draft.window && !draft.soonest)
            return ask(open, {});
        if (checked)
            return listFree(*checked);
        // The list still stands: no need to read it out again.
        if (!m_state.offered.isEmpty() && !m_state.said.saysWhen() && !m_state.said.soonest)
            return offerAgain();
        if (!draft.soonest)
            check.insert("when"_L1, draft.window ? whenArgument(*draft.window) : toIsoDate(*draft.day));
        return call(u"check_availability"_s, check);
    }
    if (draft.refused)
        return checked ? refused(*checked, momentWords(*draft.moment())) : offerAgain();
    if (!open.any())
        return createCall();
    // A time that is gone is told before the person types their name for it.
    if (draft.moment() && !draft.checked && !checked) {
        check.insert("when"_L1, toIsoLocal(*draft.moment()));
        return call(u"check_availability"_s, check);
    }
    if (checked && !checked->ok())
        return refused(*checked, draft.moment() ? momentWords(*draft.moment()) : QString());
    return ask(open, momentNote(checked != nullptr));
}

/// What the person should know of the moment before the next question.
QString Policy::momentNote(bool wasChecked) const
{
    const Draft &draft = m_state.draft;
    if (!draft.moment() || !draft.checked)
        return {};
    const QString moment = momentWords(*draft.moment());
    if (wasChecked && m_state.said.when.duration && !m_state.said.when.start && draft.duration)
        return m_wording.say(Say::IsFreeFor,
                             {{u"moment", moment}, {u"length", durationInWords(*draft.duration, m_language)}});
    if (wasChecked)
        return m_wording.say(Say::IsFree, {{u"moment", moment}});
    return m_state.picked ? m_wording.say(Say::ItIs, {{u"moment", moment}}) : QString();
}

ModelReply Policy::createCall() const
{
    const Draft &draft = m_state.draft;
    QJsonObject arguments;
    arguments.insert("when"_L1, draft.now ? u"now"_s : toIsoLocal(*draft.moment()));
    arguments.insert("duration_minutes"_L1, minutesOf(draft));
    if (draft.kind)
        arguments.insert("meeting_type"_L1, draft.kind->name);
    How how = draft.how;
    if (!isHost()) {
        arguments.insert("name"_L1, m_state.name);
        if (!m_state.email.isEmpty())
            arguments.insert("email"_L1, m_state.email);
        if (!m_state.phone.isEmpty())
            arguments.insert("phone"_L1, m_state.phone);
        if (how == How::Unsaid && m_state.email.isEmpty())
            how = How::Phone;
        else if (how == How::Unsaid && m_context.hasConferenceUrl)
            how = How::Video;
    } else if (!draft.attendees.isEmpty()) {
        arguments.insert("attendees"_L1, QJsonArray::fromStringList(draft.attendees));
    }
    if (how != How::Unsaid)
        arguments.insert("how"_L1, how == How::Phone ? u"phone"_s : how == How::Video ? u"video"_s : u"in_person"_s);
    if (!draft.title.isEmpty()) {
        QString title = draft.title;
        title[0] = title.at(0).toUpper();
        const QString person = draft.attendees.value(0).section(u" <"_s, 0, 0);
        if (isHost() && draft.attendees.size() == 1 && !title.contains(person))
            title = m_wording.say(Say::TitleWith, {{u"title", title}, {u"person", person}});
        arguments.insert("title"_L1, title);
    } else if (isHost() && draft.blocks && draft.attendees.isEmpty()) {
        arguments.insert("title"_L1, m_wording.say(Say::BlockedTitle));
    }
    if (!draft.location.isEmpty() && (isHost() || how == How::InPerson))
        arguments.insert("location"_L1, draft.location);
    return call(u"create_appointment"_s, arguments);
}

ModelReply Policy::ask(const Missing &open, const QString &before) const
{
    QStringList sentences{before};
    const QString person = host();
    if (m_state.said.how == How::Video && !m_context.hasConferenceUrl && !isHost())
        sentences << m_wording.say(Say::NoVideoLink, {{u"host", person}});
    if (open.moment) {
        const bool first = m_state.userTurns == 1 && m_state.said.greets;
        if (first && !isHost())
            sentences << m_wording.say(Say::Introduction, {{u"host", person}});
        if (m_state.said.intent == Intent::No || m_state.said.negates)
            sentences << m_wording.say(Say::AskOtherMoment);
        else if (m_state.draft.time)
            sentences << m_wording.say(Say::AskDay);
        else if (m_state.draft.day)
            sentences << m_wording.say(Say::AskTime);
        else
            sentences << m_wording.say(open.duration ? Say::AskMomentAndLength : Say::AskMoment);
        return words(sentences, {m_wording.say(Say::SuggestWhenFree)});
    }
    if (open.duration) {
        if (m_state.draft.kind && !m_state.overruling)
            sentences << kindNote(*m_state.draft.kind);
        sentences << m_wording.say(Say::AskLength);
        return words(sentences, lengthSuggestions(m_state.draft.kind)); // one thing at a time
    }
    if (open.name && open.phone)
        sentences << m_wording.say(Say::AskNameAndPhone, {{u"host", person}});
    else if (open.name && open.contact)
        sentences << m_wording.say(Say::AskNameAndContact);
    else if (open.name)
        sentences << m_wording.say(Say::AskName);
    else if (open.phone)
        sentences << m_wording.say(Say::AskPhone, {{u"host", person}});
    else if (open.contact)
        sentences << m_wording.say(Say::AskContact);
    return words(sentences);
}

QString Policy::kindNote(const MeetingOffer &kind) const
{
    return m_wording.say(Say::KindTakes, {{u"kind", escaped(kind.name)}, {u"lengths", lengthsWords(kind.lengths)}});
}

ModelReply Policy::listFree(const Outcome &checked) const
{
    if (!checked.ok())
        return refused(checked, {});
    if (m_state.offered.isEmpty())
        return words({m_wording.say(Say::NoFreeTimes), m_wording.say(Say::AskOtherMoment)},
                     {m_wording.say(Say::SuggestWhenFree)});
    const bool none = checked.result.value("slots"_L1).toArray().isEmpty();
    if (none && isHost() && m_state.task == Task::Book && m_state.draft.saysWhen())
        return words({m_wording.say(Say::NoneInHours)});
    if (none)
        return words({m_wording.say(Say::NoFreeTimes), m_wording.say(Say::NearestFree), slotList(m_state.offered),
                      m_wording.say(Say::AskPick)},
                     slotWords());
    const bool soonest = !checked.arguments.contains("when"_L1);
    return words({m_wording.say(soonest ? Say::FreeTimesSoonest : Say::FreeTimes), slotList(m_state.offered),
                  m_wording.say(missing().duration ? Say::AskPickAndLength : Say::AskPick)},
                 slotWords());
}

ModelReply Policy::offerAgain() const
{
    if (m_state.offered.isEmpty())
        return words({m_wording.say(Say::AskOtherMoment)});
    const QString name = m_state.said.name;
    const QString noted = !name.isEmpty() ? m_wording.say(Say::NiceToMeet, {{u"name", escaped(name)}})
        : m_state.said.saysContact()      ? m_wording.say(Say::NotedContact)
                                          : QString();
    const QString question = m_wording.say(missing().duration ? Say::AskPickAndLength : Say::AskPick);
    // After a few words of their own the person may have lost sight of the list.
    if (noted.isEmpty())
        return words({m_wording.say(Say::FreeTimes), slotList(m_state.offered), question}, slotWords());
    return words({noted, question}, slotWords());
}

ModelReply Policy::refused(const Outcome &outcome, const QString &moment) const
{
    static const QHash<QString, Say> reasons{{u"taken"_s, Say::Taken},
                                             {u"outside_hours"_s, Say::OutsideHours},
                                             {u"past"_s, Say::Past},
                                             {u"too_soon"_s, Say::TooSoon},
                                             {u"too_far"_s, Say::TooFar},
                                             {u"too_short"_s, Say::TooShort},
                                             {u"too_long"_s, Say::TooLong},
                                             {u"day_full"_s, Say::DayFull},
                                             {u"not_bookable"_s, Say::NotBookable}};
    const QString reason = outcome.reason();
    if (reason == "not_bookable"_L1)
        return words({m_wording.say(Say::NotBookable, {{u"host", host()}})});
    if (reason == "unavailable"_L1 || reason == "changed"_L1 || reason == "unknown_tool"_L1)
        return words({m_wording.say(Say::Failed)});
    const Say why = reasons.value(reason, isHost() && outcome.result.contains("free"_L1) ? Say::Taken : Say::Refused);
    const QString subject = moment.isEmpty() ? m_wording.say(Say::ThatTime) : moment;
    const QString hours = m_context.hoursInWords.isEmpty() ? QString() : u" ("_s + hoursWords() + u')';
    const QString said = m_wording.say(why, {{u"moment", subject}, {u"host", host()}, {u"hours", hours}});
    if (why == Say::TooShort || why == Say::TooLong)
        return words({said, m_wording.say(Say::AskLength)}, lengthSuggestions(m_state.draft.kind));
    if (m_state.offered.isEmpty())
        return words({said, m_wording.say(Say::AskOtherMoment)}, {m_wording.say(Say::SuggestWhenFree)});
    return words({said, m_wording.say(Say::NearestFree), slotList(m_state.offered),
                  m_wording.say(m_state.task == Task::Move ? Say::WhichNewTime : Say::AskPick)},
                 slotWords());
}

QString Policy::mailNote(const Outcome &made, Say sent, Say outbox) const
{
    const QString mail = made.result.value("mail"_L1).toString();
    if (isHost())
        return {};
    if (!m_state.email.isEmpty() && mail == "sent"_L1)
        return m_wording.say(sent, {{u"email", escaped(m_state.email)}});
    if (!m_state.email.isEmpty() && mail == "outbox"_L1)
        return m_wording.say(outbox, {{u"email", escaped(m_state.email)}, {u"host", host()}});
    if (m_state.email.isEmpty())
        return m_wording.say(Say::MailOffer);
    return {};
}

QString Policy::howNote(const Outcome &made) const
{
    const QJsonObject meeting = made.result.value("meeting"_L1).toObject();
    QString url = made.result.value("conference_url"_L1).toString();
    if (url.isEmpty())
        url = meeting.value("conference_url"_L1).toString();
    if (!url.isEmpty())
        return m_wording.say(Say::VideoLink, {{u"url", url}});
    const QString how = made.arguments.value("how"_L1).toString();
    if (isHost())
        return {};
    if (how == "phone"_L1)
        return m_wording.say(Say::CallsYou, {{u"host", host()}, {u"phone", escaped(m_state.phone)}});
    if (how == "video"_L1)
        return m_wording.say(Say::NoVideoLink, {{u"host", host()}});
    return {};
}

ModelReply Policy::booked(const Outcome &made) const
{
    const MeetingRef &meeting = *m_state.last;
    QStringList sentences;
    if (isHost()) {
        const QString title = made.result.value("meeting"_L1).toObject().value("title"_L1).toString();
        sentences << m_wording.say(Say::BookedHost, {{u"title", escaped(title)}, {u"words", meeting.words}});
        if (m_state.assumedLength)
            sentences << m_wording.say(Say::AssumedLength,
                                       {{u"length", durationInWords(std::chrono::minutes(usualMinutes), m_language)}});
    } else {
        sentences << m_wording.say(
            Say::Booked, {{u"name", escaped(shortName(m_state.name, englishWords()))}, {u"words", meeting.words}});
    }
    if (m_state.said.repeats)
        sentences << m_wording.say(Say::BookedOnce);
    if (const QString note = made.result.value("note"_L1).toString(); !note.isEmpty()) // the clocks change
        sentences << m_wording.say(Say::ClockNote, {{u"note", note}});
    sentences << howNote(made) << m_wording.say(Say::MeetingIdIs, {{u"id", meeting.id}})
              << mailNote(made, Say::MailSent, Say::MailOutbox);
    return words(sentences);
}

} // namespace ChatCal::Dialogue
