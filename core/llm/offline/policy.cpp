// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/policy.h"

#include "core/base/untrustedtext.h"
#include "core/time/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

QString escaped(const QString &text)
{
    // Inside a sentence these mean nothing to Markdown, and text read as text is spared the backslashes.
    const QString line = UntrustedText(text).toPlainLine();
    const bool harmless =
        std::all_of(line.begin(), line.end(),
                    [](QChar c) {
                        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u" -'’.,@+:()"_s.contains(c);
                    })
        && !line.contains("://"_L1);
    return harmless ? line : UntrustedText(text).toMarkdown();
}

QString whenArgument(const When &when)
{
    if (when.isNow)
        return u"now"_s;
    const auto isMidnight = [](LocalTime local) { return local == LocalTime(std::chrono::floor<date::days>(local)); };
    const auto iso = [&](LocalTime local) {
        return isMidnight(local) ? toIsoDate(std::chrono::floor<date::days>(local)) : toIsoLocal(local);
    };
    if (when.start && when.hasTime && !when.isWindow)
        return toIsoLocal(*when.start);
    if (when.start && when.end) {
        const LocalDate first = std::chrono::floor<date::days>(*when.start);
        if (isMidnight(*when.start) && *when.end == LocalTime(first + date::days(1)))
            return toIsoDate(first);
        // Days are said with the last one, times with the end.
        if (isMidnight(*when.start) && isMidnight(*when.end))
            return u"between %1 and %2"_s.arg(toIsoDate(first),
                                              toIsoDate(std::chrono::floor<date::days>(*when.end) - date::days(1)));
        return u"between %1 and %2"_s.arg(toIsoLocal(*when.start), toIsoLocal(*when.end));
    }
    if (when.start && when.grain != Grain::Week && when.grain != Grain::Month && when.grain != Grain::Year)
        return when.isWindow && !isMidnight(*when.start) ? u"after "_s + toIsoLocal(*when.start) : iso(*when.start);
    if (when.start) {
        const LocalDate first = std::chrono::floor<date::days>(*when.start);
        const date::days length(when.grain == Grain::Week ? 7 : 31);
        return u"between %1 and %2"_s.arg(toIsoDate(first), toIsoDate(first + length - date::days(1)));
    }
    if (when.end)
        return u"before "_s + toIsoLocal(*when.end);
    return {};
}

Policy::Policy(const DialogueState &state, const ModelRequest &request)
    : m_state(state),
      m_request(request),
      m_context(request.context),
      m_language(state.language.value_or(Language::English)),
      m_wording(phrasesOf(m_language, isHost() ? Audience::Host : Audience::Guest),
                request.messages.isEmpty() ? 0 : stableHash(request.messages.constFirst().text), state.userTurns)
{
}

ModelReply Policy::next() const
{
    // What the person told of themself is kept before anything else is done.
    const QJsonObject contact = newContact();
    std::optional<ToolCall> remember;
    if (!contact.isEmpty() && hasTool(u"remember_contact") && !m_state.outcome(u"remember_contact"))
        remember = toolCall(u"remember_contact"_s, contact, 0);
    if (remember && contact.contains("time_zone"_L1)) {
        // All else waits for it: the times said are times there.
        ModelReply first;
        first.toolCalls << *remember;
        return first;
    }
    ModelReply reply;
    if (!m_state.invalidField.isEmpty() && !remember) {
        reply = invalid();
    } else if (m_state.isAside) {
        reply = talk();
    } else {
        switch (m_state.task) {
        case Task::Book:
            reply = book();
            break;
        case Task::Availability:
            reply = availability();
            break;
        case Task::Agenda:
            reply = agenda();
            break;
        case Task::Cancel:
            reply = cancel();
            break;
        case Task::Move:
            reply = move();
            break;
        case Task::None:
            reply = talk();
        }
    }
    if (remember) {
        reply.toolCalls.prepend(*remember);
        reply.text.clear();
        reply.suggestions.clear();
    }
    if (const QString note = zoneNote(); !note.isEmpty() && !reply.text.isEmpty() && !reply.text.startsWith(note))
        reply.text = note + (reply.text.startsWith("- "_L1) ? u"\n\n"_s : u" "_s) + reply.text;
    if (m_state.overruling && !reply.text.isEmpty())
        reply.text = kindNote(*m_state.overruling) + u' ' + reply.text;
    reply.suggestions = reply.suggestions.mid(0, 4);
    return reply;
}

QJsonObject Policy::newContact() const
{
    const Understood &said = m_state.said;
    QJsonObject contact;
    if (!isHost()) {
        if (!said.name.isEmpty() && said.name != m_context.contactName)
            contact.insert("name"_L1, said.name);
        if (!said.email.isEmpty() && said.email != m_context.contactEmail)
            contact.insert("email"_L1, said.email);
        if (!said.phone.isEmpty() && said.phone != m_context.contactPhone)
            contact.insert("phone"_L1, said.phone);
    }
    if (said.zone && *said.zone != m_context.speakerZone)
        contact.insert("time_zone"_L1, said.zone->name());
    return contact;
}

QString Policy::zoneNote() const
{
    const Understood &said = m_state.said;
    if (!said.zone || *said.zone != m_context.speakerZone)
        return {};
    const QString abbreviation = said.zone->abbreviation(m_context.now);
    const QString zone = said.zonePlace == abbreviation
        ? abbreviation
        : m_wording.say(Say::PlaceTime, {{u"place", escaped(said.zonePlace)}, {u"zone", abbreviation}});
    return m_wording.say(Say::ZoneNoted, {{u"zone", zone}});
}

/// "Berlin time (CET)" from "Europe/Berlin".
QString Policy::zoneInWords() const
{
    const QString place = m_context.speakerZone.name().section(u'/', -1).replace(u'_', u' ');
    const QString abbreviation = m_context.speakerZone.abbreviation(m_context.now);
    return m_wording.say(Say::PlaceTime, {{u"place", place}, {u"zone", abbreviation}});
}

ModelReply Policy::invalid() const
{
    const QString &field = m_state.invalidField;
    if (field == "email"_L1)
        return words({m_wording.say(Say::InvalidEmail)});
    if (field == "phone"_L1)
        return words({m_wording.say(Say::InvalidPhone)});
    if (field == "name"_L1)
        return words({m_wording.say(Say::InvalidName)});
    return words({m_wording.say(Say::InvalidOther)});
}

QString Policy::nextQuestion(QStringList *suggestions) const
{
    if (m_state.task == Task::Move || m_state.task == Task::Cancel) {
        const ModelReply open = m_state.task == Task::Move ? move() : cancel();
        if (open.toolCalls.isEmpty()) {
            *suggestions = open.suggestions;
            return open.text;
        }
        return {};
    }
    if (!m_state.draft.active)
        return {};
    if (!m_state.draft.hasMoment() || m_state.draft.refused) {
        if (m_state.offered.isEmpty()) {
            const Missing open = missing();
            return m_wording.say(open.duration ? Say::AskMomentAndLength : Say::AskMoment);
        }
        *suggestions = slotWords();
        return m_wording.say(Say::AskPick);
    }
    const ModelReply open = ask(missing(), {});
    *suggestions = open.suggestions;
    return open.text;
}

/// Courtesies and strays: a short answer, then back to what was open.
ModelReply Policy::talk() const
{
    const Understood &said = m_state.said;
    QStringList suggestions;
    const QString question = nextQuestion(&suggestions);
    const auto with = [&](const QString &text, const QString &otherwise = {}) {
        const QString &rest = question.isEmpty() ? otherwise : question;
        return words(rest.isEmpty() ? QStringList{text} : QStringList{text, rest}, suggestions);
    };
    const QStringList openings{m_wording.say(Say::SuggestWhenFree), m_wording.say(Say::SuggestPhone),
                               m_wording.say(Say::SuggestVideo)};
    if (suggestions.isEmpty() && question.isEmpty())
        suggestions =
            isHost() ? QStringList{m_wording.say(Say::SuggestToday), m_wording.say(Say::SuggestTomorrow)} : openings;
    if (m_state.hasAlready)
        return words({m_wording.say(Say::BookedAlready, {{u"words", m_state.last->words}})});
    if (m_state.cannotRevive)
        return words({m_wording.say(Say::CannotRevive)});
    if (m_state.cannotUndo)
        return with(m_wording.say(Say::CannotUndo));
    if (said.asksUsual && said.intent == Intent::Query)
        return with(m_wording.say(Say::UsualLength));
    if (m_state.cannotInvite)
        return with(m_wording.say(Say::CannotInvite));
    if (m_state.cannotChangeHow)
        return with(m_wording.say(Say::CannotChangeHow, {{u"host", host()}}));
    switch (said.intent) {
    case Intent::Foreign:
        return words({m_wording.say(Say::Languages)});
    case Intent::NeverMind:
        return words({m_wording.say(m_state.droppedWork ? Say::Dropped : Say::NothingToDrop)});
    case Intent::Greeting:
        if (isHost())
            return question.isEmpty() ? words({m_wording.say(Say::HostGreeting)}, suggestions)
                                      : words({question}, suggestions);
        if (!m_state.name.isEmpty() && m_state.userTurns > 1)
            return with(m_wording.say(Say::GreetingKnown, {{u"name", escaped(m_state.name)}}),
                        m_wording.say(Say::AskMoment));
        return with(m_wording.say(Say::Greeting, {{u"host", host()}}), m_wording.say(Say::AskMoment));
    case Intent::Thanks:
        suggestions = question.isEmpty() ? QStringList() : suggestions;
        return with(m_wording.say(Say::Thanks));
    case Intent::Goodbye:
        return words({m_state.last ? m_wording.say(Say::GoodbyeBooked, {{u"words", m_state.last->words}})
                                   : m_wording.say(Say::Goodbye)});
    case Intent::Help:
        return with(m_wording.say(isHost() ? Say::HelpHost : Say::Help, {{u"host", host()}}));
    case Intent::HostContact: {
        QStringList ways;
        if (!m_context.hostPhone.isEmpty())
            ways << escaped(m_context.hostPhone);
        if (!m_context.hostEmail.isEmpty())
            ways << escaped(m_context.hostEmail);
        if (ways.isEmpty())
            return with(m_wording.say(Say::NoHostContact, {{u"host", host()}}));
        return with(m_wording.say(Say::HostContact,
                                  {{u"host", host()}, {u"contact", ways.join(u' ' + m_wording.say(Say::Or) + u' ')}}));
    }
    case Intent::HostHours:
        if (m_context.hoursInWords.isEmpty())
            return with(m_wording.say(Say::AskMoment));
        return with(m_wording.say(Say::Hours, {{u"host", host()}, {u"hours", hoursWords()}}));
    case Intent::Identity:
        return with(m_wording.say(Say::Identity, {{u"host", host()}}),
                    m_wording.say(Say::OffTopicBack, {{u"host", host()}}));
    case Intent::SmallTalk:
        return with(m_wording.say(Say::SmallTalk), isHost() ? QString() : m_wording.say(Say::AskWhatElse));
    case Intent::Frustration:
        return with(m_wording.say(Say::Frustration), m_wording.say(Say::UnclearAgain, {{u"host", host()}}));
    case Intent::OffTopic:
        return with(m_wording.say(Say::OffTopic),
                    isHost() ? QString() : m_wording.say(Say::OffTopicBack, {{u"host", host()}}));
    case Intent::AsksInvitation:
        if (!m_state.last || m_state.email.isEmpty())
            return with(m_wording.say(m_state.last ? Say::MailOffer : Say::AgendaGuestEmpty));
        return with(m_wording.say(Say::InvitationFor, {{u"email", escaped(m_state.email)}}));
    case Intent::Pause:
        return words({m_wording.say(Say::TakeYourTime)});
    case Intent::WithholdsContact:
        return words({m_wording.say(Say::AskAnyContact, {{u"host", host()}})});
    case Intent::ZoneQuestion:
        return with(m_wording.say(Say::ZoneIs, {{u"zone", zoneInWords()}}));
    case Intent::No:
        if (said.deniesAll && !isHost())
            return words({m_wording.say(Say::AskOtherMoment)});
        return with(m_wording.say(Say::NothingToDrop));
    case Intent::Yes:
        return with(m_wording.say(Say::Noted), isHost() || m_state.last ? QString() : m_wording.say(Say::AskMoment));
    default:
        break;
    }
    if (!isHost() && said.saysContact()) {
        const QString greeting = said.name.isEmpty()
            ? m_wording.say(Say::NotedContact)
            : m_wording.say(Say::NiceToMeet, {{u"name", escaped(m_state.name)}});
        return with(greeting, m_state.last ? QString() : m_wording.say(Say::AskMomentAndLength));
    }
    if (const QString note = zoneNote(); !note.isEmpty())
        return with(note, isHost() || m_state.last ? QString() : m_wording.say(Say::AskMoment));
    if (said.greets && isHost() && !question.isEmpty())
        return words({question}, suggestions);
    if (said.greets)
        return with(m_wording.say(isHost() ? Say::HostGreeting : Say::Greeting, {{u"host", host()}}),
                    isHost() ? QString() : m_wording.say(Say::AskMoment));
    return with(m_wording.say(Say::Unclear),
                isHost() ? m_wording.say(Say::HelpHost) : m_wording.say(Say::UnclearAgain, {{u"host", host()}}));
}

ToolCall Policy::toolCall(const QString &name, const QJsonObject &arguments, int number) const
{
    return {u"offline-%1-%2-%3"_s.arg(m_state.userTurns).arg(m_state.outcomes.size()).arg(number), name, arguments};
}

ModelReply Policy::call(const QString &name, const QJsonObject &arguments) const
{
    // The same call in the same turn would only give the same answer: say so rather than go round.
    const bool repeated = std::any_of(m_state.outcomes.begin(), m_state.outcomes.end(), [&](const Outcome &outcome) {
        return outcome.tool == name && outcome.arguments == arguments;
    });
    if (repeated || !hasTool(name))
        return words({m_wording.say(Say::Failed)});
    ModelReply reply;
    reply.toolCalls << toolCall(name, arguments, 1);
    return reply;
}

ModelReply Policy::words(const QStringList &sentences, const QStringList &suggestions)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        // Lists stand apart, sentences run on.
        const bool list = sentence.startsWith("- "_L1);
        const bool afterList = text.endsWith(u'\n');
        if (!text.isEmpty())
            text += list ? u"\n\n"_s : afterList ? u"\n"_s : u" "_s;
        text += sentence;
        if (list)
            text += u'\n';
    }
    ModelReply reply;
    reply.text = text.trimmed();
    reply.suggestions = suggestions;
    return reply;
}

QString Policy::slotList(const QList<OfferedSlot> &offered) const
{
    QStringList lines;
    for (const OfferedSlot &slot : offered.mid(0, slotsShown))
        lines << u"- "_s + slot.words;
    return lines.join(u'\n');
}

QStringList Policy::slotWords() const
{
    QStringList list;
    for (const OfferedSlot &slot : m_state.offered.mid(0, slotsShown))
        list << slot.words;
    return list;
}

QString Policy::host() const
{
    if (m_context.hostName.isEmpty())
        return m_wording.say(Say::TheHost);
    return escaped(m_context.hostName);
}

QString Policy::momentWords(LocalTime local) const
{
    return momentInWords({m_context.speakerZone.toInstant(local), m_context.speakerZone}, m_language);
}

bool Policy::hasTool(QStringView name) const
{
    return std::any_of(m_request.tools.begin(), m_request.tools.end(),
                       [&](const ToolSpec &tool) { return tool.name == name; });
}

} // namespace ChatCal::Dialogue
