// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/dialoguestate.h"

#include "core/base/json.h"
#include "core/llm/offline/offers.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

QString descriptionOf(const Understood &said)
{
    if (!said.attendees.isEmpty() && !(said.joins || said.asksToInvite))
        return said.attendees.constFirst();
    // "the planning session" may be called just "Planning".
    static const QStringList generic{u"meeting"_s, u"session"_s, u"call"_s,  u"appointment"_s, u"event"_s,
                                     u"one"_s,     u"booking"_s, u"thing"_s, u"stuff"_s};
    QStringList words = said.title.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (word.endsWith("'s"_L1) || word.endsWith(u"’s"_s))
            word.chop(2); // "Mia's meeting"
    }
    if (words.size() > 1 && words.constFirst().compare("skip"_L1, Qt::CaseInsensitive) == 0)
        words.removeFirst();
    while (words.size() > 1 && generic.contains(words.constLast().toLower()))
        words.removeLast();
    return words.join(u' ');
}

} // namespace

bool Outcome::ok() const
{
    return result.value("ok"_L1).toBool();
}

QString Outcome::reason() const
{
    return result.value("reason"_L1).toString();
}

const Outcome *DialogueState::outcome(QStringView tool) const
{
    const auto found = std::find_if(outcomes.crbegin(), outcomes.crend(),
                                    [&](const Outcome &outcome) { return outcome.tool == tool; });
    return found == outcomes.crend() ? nullptr : &*found;
}

StateTracker::StateTracker(ReadingMemory &reader, const ModelContext &context) : m_reader(reader), m_context(context)
{
    m_state.name = context.contactName;
    m_state.email = context.contactEmail;
    m_state.phone = context.contactPhone;
    m_state.language = context.language;
}

void StateTracker::apply(const ChatMessage &message)
{
    switch (message.role) {
    case ChatMessage::Role::User:
        hear(message);
        break;
    case ChatMessage::Role::Assistant:
        m_calls << message.toolCalls;
        if (message.toolCalls.isEmpty())
            m_state.expects = m_reader.expectation(message.text, language());
        break;
    case ChatMessage::Role::Tool: {
        const auto call = std::find_if(m_calls.begin(), m_calls.end(),
                                       [&](const ToolCall &known) { return known.id == message.toolCallId; });
        QJsonObject arguments;
        QString name = message.toolName;
        if (call != m_calls.end()) {
            arguments = call->arguments;
            if (name.isEmpty())
                name = call->name;
            m_calls.erase(call);
        }
        observe(name, arguments, parseJsonObject(message.text.toUtf8()).value_or(QJsonObject()));
        break;
    }
    }
}

/// What was true of the message before is forgotten, and a task that is done.
void StateTracker::beginTurn()
{
    ++m_state.userTurns;
    m_state.outcomes.clear();
    m_calls.clear();
    m_state.invalidField.clear();
    m_state.droppedWork = false;
    m_state.isAside = false;
    m_state.cannotInvite = false;
    m_state.hasAlready = false;
    m_state.cannotUndo = false;
    m_state.cannotRevive = false;
    m_state.picked = false;
    m_state.overruling.reset();
    m_state.cannotChangeHow = false;
    m_state.before = m_state.task;
    if (m_state.task == Task::Availability || m_state.task == Task::Agenda)
        m_state.task = Task::None;
    if (m_state.finished) {
        m_state.task = Task::None;
        m_state.change = {};
        m_state.choices.clear();
        m_state.finished = false;
    }
}

void StateTracker::hear(const ChatMessage &message)
{
    beginTurn();
    Expectation expects = m_state.expects;
    // A name is still wanted, whatever was asked for just now.
    expects.name = expects.name
        || (m_state.draft.active && m_state.draft.hasMoment()
            && (m_state.name.isEmpty()
                || (!m_state.nameTold && message.text.contains(m_state.name, Qt::CaseInsensitive))));
    expects.choice = expects.choice || !m_state.offered.isEmpty() || !m_state.choices.isEmpty();
    const ReadContext reading{m_context.speakerZone.toLocal(message.at),  m_context.speakerZone, expects,
                              m_context.role == ModelContext::Role::Host, m_context.hostName,    m_state.language};
    Understood said = m_reader.read(message.text, reading);
    if (!message.about.isEmpty())
        said = inItsWeek(std::move(said), meetingOf(message.about), message.text, reading);
    speak(said.language);
    said.when = inSpeakerZone(said.when);
    if (said.oldWhen)
        said.oldWhen = inSpeakerZone(*said.oldWhen);
    if (!message.about.isEmpty())
        pointAt(meetingOf(message.about));
    resolveDay(said);
    m_named = offerNamedIn(message.text, m_context.offers);
    // "A consultation, please" asks for one, though nothing else in it does.
    static const QList<Intent> wishless{Intent::Inform, Intent::Greeting, Intent::SmallTalk, Intent::OffTopic,
                                        Intent::Unclear};
    if (m_named && m_state.task != Task::Move && m_state.task != Task::Cancel && wishless.contains(said.intent))
        said.intent = Intent::Create;
    m_state.saidText = message.text.simplified();
    m_state.said = said;
    m_state.asked.reset();
    if (said.asksToInvite && m_context.role == ModelContext::Role::Guest && !m_state.email.isEmpty()
        && said.email != m_state.email) {
        // Somebody else's address; it must not take the place of the guest's own.
        m_state.cannotInvite = true;
        m_state.said.email.clear();
        if (!said.saysWhen()) {
            m_state.isAside = true;
            return;
        }
        said.email.clear();
    }
    if (invites(said))
        return;
    takeContact(said);
    if (pickChoice(said) || undoes(said) || renames(said) || looksAround(said) || namesAnother(said))
        return;
    switch (said.intent) {
    case Intent::NeverMind:
        dropWork();
        break;
    case Intent::Create:
        hearCreate(said);
        break;
    case Intent::Availability:
        hearAvailability(said);
        break;
    case Intent::Query:
        if (said.asksUsual && !(said.asksOfLast && m_state.last)) {
            m_state.isAside = true;
            break;
        }
        m_state.task = Task::Agenda;
        if (!said.when.isNow) // "is it booked now?"
            m_state.asked = said.when;
        break;
    case Intent::Delete:
        hearDelete(said);
        break;
    case Intent::Update:
        hearUpdate(said);
        break;
    case Intent::Greeting:
    case Intent::Thanks:
    case Intent::Goodbye:
    case Intent::Help:
    case Intent::HostContact:
    case Intent::HostHours:
    case Intent::Identity:
    case Intent::SmallTalk:
    case Intent::Frustration:
    case Intent::OffTopic:
    case Intent::AsksInvitation:
    case Intent::Pause:
    case Intent::WithholdsContact:
    case Intent::ZoneQuestion:
    case Intent::Unclear:
    case Intent::Foreign:
        if (!asksOtherWay(said))
            m_state.isAside = !pickSlot(said);
        break;
    default:
        hearInform(said);
    }
}

void StateTracker::takeContact(const Understood &said)
{
    if (m_context.role == ModelContext::Role::Host)
        return;
    m_state.nameTold = m_state.nameTold || !said.name.isEmpty();
    if (!said.name.isEmpty())
        m_state.name = said.name;
    if (!said.email.isEmpty())
        m_state.email = said.email;
    if (!said.phone.isEmpty())
        m_state.phone = said.phone;
}

void StateTracker::dropWork()
{
    m_state.droppedWork = m_state.draft.active || m_state.task == Task::Cancel || m_state.task == Task::Move;
    m_state.draft = {};
    m_state.change = {};
    m_state.choices.clear();
    m_state.offered.clear();
    m_state.task = Task::None;
    m_state.invitationOffered = false;
}

When StateTracker::inSpeakerZone(When when) const
{
    if (!when.zone || *when.zone == m_context.speakerZone)
        return when;
    const auto convert = [&](std::optional<LocalTime> &local) {
        if (local)
            local =
                std::chrono::floor<std::chrono::seconds>(m_context.speakerZone.toLocal(when.zone->toInstant(*local)));
    };
    if (when.hasTime) {
        convert(when.start);
        convert(when.end);
        convert(when.other);
    }
    return when;
}

void StateTracker::hearCreate(const Understood &said)
{
    // "Actually, make it 3:30" after the booking changes the booking.
    const bool corrects = (said.corrects && !said.aboutCalendar) || ((said.corrects || said.negates) && said.sameTime)
        || changesLength(said);
    if (corrects && !said.asksAnother && !m_state.draft.active && m_state.last) {
        changeLast(said);
        return;
    }
    if (asksOtherWay(said))
        return;
    m_state.task = Task::Book;
    m_state.change = {};
    m_state.choices.clear();
    if ((m_state.draft.active || said.ordinal) && pickSlot(said)) {
        Understood rest = said;
        rest.when.start.reset();
        rest.when.end.reset();
        mergeIntoDraft(rest);
        return;
    }
    mergeIntoDraft(said);
    m_state.hasAlready = asksForLast();
}

void StateTracker::hearAvailability(const Understood &said)
{
    m_state.task = Task::Availability;
    m_state.asked = said.when;
    const bool soonest = said.soonest && !(said.when.start && said.when.hasDate);
    if (soonest || !said.saysWhen()) {
        if (soonest && m_state.draft.active && m_state.draft.refused)
            m_state.draft.time.reset();
        return;
    }
    const bool fresh = !m_state.draft.active;
    mergeIntoDraft(said);
    m_state.draft.proposed = fresh;
}

void StateTracker::hearDelete(const Understood &said)
{
    const bool names = !said.meetingId.isEmpty() || said.when.start || !descriptionOf(said).isEmpty() || said.all;
    // "Cancel that" while a meeting is only being put together.
    const bool onlyAsked = m_context.role == ModelContext::Role::Host && m_state.draft.proposed;
    if (m_state.draft.active && !onlyAsked && !names
        && !(m_state.last && (said.aboutCalendar || !m_state.draft.saysWhen()))) {
        dropWork();
        m_state.said.intent = Intent::NeverMind;
        return;
    }
    if (said.all) {
        m_state.draft = {};
        m_state.offered.clear();
    }
    m_state.task = Task::Cancel;
    m_state.change = {};
    m_state.choices.clear();
    m_state.change.meetingId = said.meetingId;
    m_state.change.all = said.all;
    m_state.change.query = said.except.isEmpty() ? descriptionOf(said) : QString();
    m_state.change.except = said.except;
    if (said.when.start)
        m_state.change.when = said.when;
    if (!names && meansLast(said))
        m_state.change.target = m_state.last;
}

void StateTracker::hearUpdate(const Understood &said)
{
    if (asksOtherWay(said))
        return;
    const bool names = !said.meetingId.isEmpty() || said.oldWhen || !descriptionOf(said).isEmpty();
    const bool waiting = m_state.task == Task::Move && m_state.change.target;
    // What the owner only asked about is nothing that could be changed.
    const bool onlyAsked = m_context.role == ModelContext::Role::Host && m_state.draft.proposed;
    if (m_state.draft.active && !onlyAsked && said.meetingId.isEmpty() && !said.aboutCalendar
        && (!names || said.oldWhen)) {
        m_state.task = Task::Book;
        if (!pickSlot(said))
            mergeIntoDraft(said);
        return;
    }
    if (waiting && !names) {
        if (!pickSlot(said))
            mergeIntoChange(said);
        return;
    }
    m_state.task = Task::Move;
    m_state.change = {};
    m_state.choices.clear();
    m_state.offered.clear();
    m_state.change.meetingId = said.meetingId;
    m_state.change.query = descriptionOf(said);
    m_state.change.when = said.oldWhen;
    m_state.change.newTitle = said.newTitle;
    // "Change my e-mail to …" on what was booked last.
    if (m_context.role == ModelContext::Role::Guest && !said.email.isEmpty() && !said.saysWhen() && m_state.last) {
        changeLast(Understood());
        m_state.change.newEmail = said.email;
        return;
    }
    if (!said.newTitle.isEmpty())
        m_state.change.query.clear();
    if (!names && meansLast(said))
        m_state.change.target = m_state.last;
    if (said.joins || said.asksToInvite)
        takeInvited(said);
    mergeIntoChange(said);
}

/// "It" is the meeting booked or told last. A guest's "my meeting" is any of theirs: which one is asked if there are
/// several; a host has too many to be asked.
bool StateTracker::meansLast(const Understood &said) const
{
    return m_state.last && m_state.lastIsMeant && (!said.saysMeeting || m_context.role == ModelContext::Role::Host);
}

void StateTracker::changeLast(const Understood &said)
{
    m_state.task = Task::Move;
    m_state.change = {};
    m_state.change.target = m_state.last;
    mergeIntoChange(said);
}

/// "Make it a video call" once it is booked: there is no tool for that.
bool StateTracker::asksOtherWay(const Understood &said)
{
    if (said.changesPlace && !m_state.draft.active) {
        m_state.cannotChangeHow = true;
        m_state.isAside = true;
        return true;
    }
    const bool elsewhere = said.how != How::Unsaid || (!said.location.isEmpty() && said.pointsBack);
    if (m_state.draft.active || !m_state.last || !elsewhere || said.saysWhen() || said.asksAnother
        || !(said.corrects || said.pointsBack))
        return false;
    m_state.cannotChangeHow = true;
    m_state.isAside = true;
    return true;
}

void StateTracker::hearInform(const Understood &said)
{
    if (asksOtherWay(said))
        return;
    if (said.followsUp && said.saysWhen() && m_state.before == Task::Agenda) {
        m_state.task = Task::Agenda;
        m_state.asked = said.when;
        return;
    }
    const bool ownerAsks = m_context.role == ModelContext::Role::Host && (said.followsUp || said.question);
    if (said.saysWhen() && m_state.before == Task::Availability
        && (ownerAsks || (said.followsUp && !m_state.draft.checked))) {
        hearAvailability(said);
        return;
    }
    const bool tells = said.saysWhen() || said.how != How::Unsaid || !said.title.isEmpty() || !said.location.isEmpty();
    if (!m_state.choices.isEmpty() && (m_state.task == Task::Move || m_state.task == Task::Cancel)) {
        if (m_state.task == Task::Move)
            mergeIntoChange(said); // where to; which one is asked again
        return;
    }
    // The owner's bare "tomorrow" asks what is on.
    const bool bareDay = said.when.start && said.when.hasDate && !said.when.hasTime && !said.when.duration
        && said.title.isEmpty() && said.attendees.isEmpty() && said.ownWords.isEmpty() && !said.corrects
        && !said.negates;
    if (m_context.role == ModelContext::Role::Host && bareDay && !m_state.draft.active && m_state.task == Task::None
        && !m_state.last) {
        m_state.task = Task::Agenda;
        m_state.asked = said.when;
        return;
    }
    if (m_state.task == Task::Move && m_state.change.target) {
        if (!pickSlot(said) && tells)
            mergeIntoChange(said);
        return;
    }
    // An address given after a booking by phone alone is for its invitation.
    if (m_state.invitationOffered && !said.email.isEmpty() && !m_state.draft.active && !said.saysWhen()
        && m_state.last) {
        changeLast(Understood());
        m_state.change.newEmail = said.email;
        m_state.invitationOffered = false;
        return;
    }
    if (pickSlot(said)) {
        Understood rest = said;
        rest.when.start.reset();
        rest.when.end.reset();
        mergeIntoDraft(rest);
        return;
    }
    if (!m_state.draft.active && m_state.last && said.saysWhen()
        && (said.corrects || said.negates || changesLength(said)) && !said.asksAnother) {
        changeLast(said);
        return;
    }
    // After a booking a corrected address goes into the booking.
    if (!m_state.draft.active && m_state.last && !said.email.isEmpty() && !tells) {
        changeLast(Understood());
        if (m_context.role == ModelContext::Role::Host)
            takeInvited(said);
        else
            m_state.change.newEmail = said.email;
        return;
    }
    const bool host = m_context.role == ModelContext::Role::Host;
    if (tells && (m_state.draft.active || said.intent == Intent::Inform)
        && !(host && !m_state.draft.active && !said.saysWhen())) {
        // "And the same time on Friday?" is a question first.
        if (!host && said.question && !m_state.draft.active && said.saysWhen() && !said.saysContact()) {
            hearAvailability(said);
            return;
        }
        m_state.task = Task::Book;
        mergeIntoDraft(said);
        return;
    }
    if (!m_state.draft.active)
        return;
    if (said.intent == Intent::No
        && (m_state.draft.proposed || (m_state.draft.checked && (said.saysNoOnly || said.deniesAll)))) {
        m_state.draft.day.reset();
        m_state.draft.time.reset();
        m_state.draft.window.reset();
    }
    if (said.intent == Intent::Yes || said.intent == Intent::Inform || said.intent == Intent::No) {
        m_state.task = Task::Book;
        m_state.draft.proposed = false;
    }
}

} // namespace ChatCal::Dialogue
