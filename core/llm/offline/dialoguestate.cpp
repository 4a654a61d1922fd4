// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/dialoguestate.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

using std::chrono::minutes;

LocalDate dayOf(LocalTime local)
{
    return std::chrono::floor<date::days>(local);
}

minutes timeOf(LocalTime local)
{
    return std::chrono::floor<minutes>(local - dayOf(local));
}

/// Tools give times in the speaker's zone, so the wall clock stands in the text.
std::optional<LocalTime> localOf(const QString &rfc3339)
{
    return fromIsoLocal(rfc3339.left(16));
}

/// A window lies within one day when it can be asked for as part of that day.
bool isOneDay(const When &when)
{
    return when.start && when.grain != Grain::Week && when.grain != Grain::Month && when.grain != Grain::Quarter
        && when.grain != Grain::Year && (!when.end || *when.end - LocalTime(dayOf(*when.start)) <= date::days(1));
}

QString descriptionOf(const Understood &said)
{
    return said.attendees.isEmpty() ? said.title : said.attendees.constFirst();
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
    for (auto it = outcomes.crbegin(); it != outcomes.crend(); ++it) {
        if (it->tool == tool)
            return &*it;
    }
    return nullptr;
}

StateTracker::StateTracker(const Reader &reader, const ModelContext &context) : m_reader(reader), m_context(context)
{
    m_state.name = context.contactName;
    m_state.email = context.contactEmail;
    m_state.phone = context.contactPhone;
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
            m_state.expects = expectationOf(message.text);
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

MeetingRef StateTracker::meetingOf(const QJsonObject &meeting) const
{
    MeetingRef ref;
    ref.id = meeting.value("id"_L1).toString();
    ref.uid = meeting.value("uid"_L1).toString();
    ref.words = meeting.value("words"_L1).toString();
    ref.title = meeting.value("title"_L1).toString();
    ref.cancelled = meeting.value("status"_L1).toString() == "cancelled"_L1;
    const auto start = localOf(meeting.value("start"_L1).toString());
    const auto end = localOf(meeting.value("end"_L1).toString());
    if (start)
        ref.start = *start;
    if (start && end)
        ref.duration = std::chrono::floor<minutes>(*end - *start);
    return ref;
}

// --- what tools answered -------------------------------------------------------------------------------------------

void StateTracker::observe(const QString &tool, const QJsonObject &arguments, const QJsonObject &result)
{
    m_state.outcomes << Outcome{tool, arguments, result};
    const bool ok = result.value("ok"_L1).toBool();
    if (result.value("reason"_L1).toString() == "invalid"_L1)
        m_state.invalidField = result.value("field"_L1).toString();
    if (tool == "create_appointment"_L1) {
        if (ok)
            observeBooking(result);
        else
            refuse(result);
    } else if (tool == "reschedule_appointment"_L1) {
        if (ok)
            observeBooking(result);
        else
            refuse(result);
    } else if (tool == "cancel_appointment"_L1) {
        const MeetingRef gone = meetingOf(result.value("meeting"_L1).toObject());
        if (ok && m_state.last && m_state.last->uid == gone.uid)
            m_state.last.reset();
        m_state.finished = m_state.finished || ok || result.value("reason"_L1).toString() != "invalid"_L1;
    } else if (tool == "check_availability"_L1) {
        observeCheck(arguments, result);
    } else if (tool == "find_meeting"_L1) {
        observeFound(result);
    } else if (tool == "list_meetings"_L1) {
        m_state.finished = true;
    }
    // A refused address must not be tried again.
    if (m_state.invalidField == "email"_L1)
        m_state.email = m_context.contactEmail == m_state.email ? QString() : m_context.contactEmail;
    if (m_state.invalidField == "phone"_L1)
        m_state.phone = m_context.contactPhone == m_state.phone ? QString() : m_context.contactPhone;
    if (m_state.invalidField == "name"_L1)
        m_state.name.clear();
}

void StateTracker::observeSlots(const QJsonObject &result)
{
    m_state.offered.clear();
    const QJsonArray list = result.value("slots"_L1).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject slot = value.toObject();
        if (const auto start = localOf(slot.value("start"_L1).toString()))
            m_state.offered << OfferedSlot{*start, slot.value("words"_L1).toString()};
    }
}

void StateTracker::observeBooking(const QJsonObject &result)
{
    MeetingRef meeting = meetingOf(result.value("meeting"_L1).toObject());
    if (meeting.words.isEmpty())
        meeting.words = result.value("words"_L1).toString();
    m_state.last = meeting;
    m_state.draft = {};
    m_state.offered.clear();
    m_state.choices.clear();
    m_state.invitationOffered = result.value("mail"_L1).toString() == "none"_L1 && m_state.email.isEmpty();
    m_state.finished = true;
}

void StateTracker::refuse(const QJsonObject &result)
{
    const QString reason = result.value("reason"_L1).toString();
    if (reason == "not_found"_L1 || reason == "already_cancelled"_L1) {
        m_state.finished = true;
        return;
    }
    if (reason == "too_short"_L1 || reason == "too_long"_L1) {
        m_state.draft.duration.reset();
        m_state.change.newDuration.reset();
        return;
    }
    if (reason == "invalid"_L1)
        return;
    observeSlots(result);
    m_state.draft.refused = m_state.draft.active;
    m_state.change.refused = m_state.task == Task::Move;
}

void StateTracker::observeCheck(const QJsonObject &arguments, const QJsonObject &result)
{
    observeSlots(result);
    if (!result.contains("free"_L1))
        return;
    const auto moment = m_state.draft.moment();
    const bool same = moment && arguments.value("when"_L1).toString() == toIsoLocal(*moment);
    if (!same)
        return;
    m_state.draft.checked = result.value("free"_L1).toBool();
    m_state.draft.refused = !m_state.draft.checked;
}

void StateTracker::observeFound(const QJsonObject &result)
{
    QList<MeetingRef> found;
    const QJsonArray list = result.value("meetings"_L1).toArray();
    for (const QJsonValue &value : list) {
        const MeetingRef meeting = meetingOf(value.toObject());
        if (!meeting.cancelled)
            found << meeting;
    }
    m_state.choices.clear();
    if (m_state.task != Task::Cancel && m_state.task != Task::Move) {
        m_state.finished = true;
        return;
    }
    if (found.size() == 1)
        m_state.change.target = found.constFirst();
    else
        m_state.choices = found;
    if (found.isEmpty())
        m_state.finished = true;
}

// --- what the person said ------------------------------------------------------------------------------------------

void StateTracker::hear(const ChatMessage &message)
{
    ++m_state.userTurns;
    m_state.outcomes.clear();
    m_calls.clear();
    m_state.invalidField.clear();
    m_state.droppedWork = false;
    if (m_state.finished) {
        m_state.task = Task::None;
        m_state.change = {};
        m_state.choices.clear();
        m_state.finished = false;
    }
    if (m_state.task == Task::Availability || m_state.task == Task::Agenda)
        m_state.task = Task::None;
    Expectation expects = m_state.expects;
    expects.choice = expects.choice || !m_state.offered.isEmpty() || !m_state.choices.isEmpty();
    const ReadContext reading{m_context.speakerZone.toLocal(message.at), m_context.speakerZone, expects,
                              m_context.role == ModelContext::Role::Host, m_context.hostName};
    Understood said = m_reader.read(message.text, reading);
    said.when = inSpeakerZone(said.when);
    if (said.oldWhen)
        said.oldWhen = inSpeakerZone(*said.oldWhen);
    m_state.saidText = message.text.simplified();
    m_state.said = said;
    m_state.asked.reset();
    takeContact(said);

    if (pickChoice(said))
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
        m_state.task = Task::Agenda;
        m_state.asked = said.when;
        break;
    case Intent::Delete:
        hearDelete(said);
        break;
    case Intent::Update:
        hearUpdate(said);
        break;
    default:
        hearInform(said);
    }
}

void StateTracker::takeContact(const Understood &said)
{
    if (m_context.role == ModelContext::Role::Host)
        return;
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

bool StateTracker::pickChoice(const Understood &said)
{
    if (m_state.choices.isEmpty())
        return false;
    if (said.all || (said.intent == Intent::Yes && m_state.change.all)) {
        m_state.change.all = true;
        return true;
    }
    const auto take = [&](const MeetingRef &meeting) {
        m_state.change.target = meeting;
        m_state.choices.clear();
        return true;
    };
    const QList<MeetingRef> &choices = m_state.choices;
    for (const MeetingRef &meeting : choices) {
        if (meeting.words == m_state.saidText || (!said.meetingId.isEmpty() && meeting.id == said.meetingId))
            return take(meeting);
    }
    if (said.ordinal) {
        const qsizetype index = *said.ordinal < 0 ? choices.size() - 1 : *said.ordinal - 1;
        if (index < choices.size())
            return take(choices.at(index));
    }
    if (said.intent == Intent::Create || said.intent == Intent::NeverMind || said.intent == Intent::Query)
        return false;
    const When &when = said.when.isEmpty() && said.oldWhen ? *said.oldWhen : said.when;
    const QString text = m_state.saidText.toLower();
    QList<MeetingRef> fitting;
    for (const MeetingRef &meeting : choices) {
        bool fits = false;
        if (when.start)
            fits = (!when.hasDate || dayOf(*when.start) == dayOf(meeting.start))
                && (!when.hasTime || timeOf(*when.start) == timeOf(meeting.start)
                    || (when.other && timeOf(*when.other) == timeOf(meeting.start)));
        else if (!meeting.title.isEmpty())
            fits = text.contains(meeting.title.toLower()) || meeting.title.toLower().contains(text);
        if (fits)
            fitting << meeting;
    }
    return fitting.size() == 1 && take(fitting.constFirst());
}

bool StateTracker::pickSlot(const Understood &said)
{
    if (m_state.offered.isEmpty())
        return false;
    for (const OfferedSlot &slot : std::as_const(m_state.offered)) {
        if (slot.words == m_state.saidText) {
            takeMoment(slot.start);
            return true;
        }
    }
    if (said.ordinal && !said.saysWhen()) {
        const qsizetype index = *said.ordinal < 0 ? m_state.offered.size() - 1 : *said.ordinal - 1;
        if (index < m_state.offered.size()) {
            takeMoment(m_state.offered.at(index).start);
            return true;
        }
    }
    if (said.intent == Intent::Yes && m_state.offered.size() == 1 && !m_state.draft.proposed) {
        takeMoment(m_state.offered.constFirst().start);
        return true;
    }
    const When &when = said.when;
    if (!when.start || !when.hasTime || when.isWindow)
        return false;
    for (const OfferedSlot &slot : std::as_const(m_state.offered)) {
        const bool sameTime =
            timeOf(slot.start) == timeOf(*when.start) || (when.other && timeOf(slot.start) == timeOf(*when.other));
        if (sameTime && (!when.hasDate || dayOf(slot.start) == dayOf(*when.start))) {
            takeMoment(slot.start);
            return true;
        }
    }
    return false;
}

void StateTracker::takeMoment(LocalTime moment)
{
    if (m_state.task == Task::Move) {
        m_state.change.newDay = dayOf(moment);
        m_state.change.newTime = timeOf(moment);
        m_state.change.window.reset();
        m_state.change.shift = {};
        m_state.change.refused = false;
    } else {
        m_state.draft.active = true;
        m_state.draft.day = dayOf(moment);
        m_state.draft.time = timeOf(moment);
        m_state.draft.now = false;
        m_state.draft.window.reset();
        m_state.draft.refused = false;
        m_state.draft.checked = true; // it was offered as free
        m_state.task = Task::Book;
    }
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
    if (said.corrects && !said.asksAnother && !m_state.draft.active && m_state.last && !said.aboutCalendar) {
        changeLast(said);
        return;
    }
    m_state.task = Task::Book;
    m_state.change = {};
    m_state.choices.clear();
    if (m_state.draft.active && pickSlot(said)) {
        Understood rest = said;
        rest.when.start.reset();
        rest.when.end.reset();
        mergeIntoDraft(rest);
        return;
    }
    mergeIntoDraft(said);
}

void StateTracker::hearAvailability(const Understood &said)
{
    m_state.task = Task::Availability;
    m_state.asked = said.when;
    if (said.soonest || !said.saysWhen()) {
        if (said.soonest && m_state.draft.active && m_state.draft.refused)
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
    if (m_state.draft.active && !names && !(m_state.last && said.aboutCalendar)) {
        dropWork();
        m_state.said.intent = Intent::NeverMind;
        return;
    }
    m_state.task = Task::Cancel;
    m_state.change = {};
    m_state.choices.clear();
    m_state.change.meetingId = said.meetingId;
    m_state.change.all = said.all;
    m_state.change.query = descriptionOf(said);
    if (said.when.start)
        m_state.change.when = said.when;
    if (!names && m_state.last && (said.pointsBack || !said.aboutCalendar))
        m_state.change.target = m_state.last;
}

void StateTracker::hearUpdate(const Understood &said)
{
    const bool names = !said.meetingId.isEmpty() || said.oldWhen || !descriptionOf(said).isEmpty();
    const bool waiting = m_state.task == Task::Move && m_state.change.target;
    if (m_state.draft.active && said.meetingId.isEmpty() && !said.aboutCalendar && (!names || said.oldWhen)) {
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
    if (!said.newTitle.isEmpty() || (!names && m_state.last))
        m_state.change.query.clear();
    if (!names && m_state.last)
        m_state.change.target = m_state.last;
    mergeIntoChange(said);
}

void StateTracker::changeLast(const Understood &said)
{
    m_state.task = Task::Move;
    m_state.change = {};
    m_state.change.target = m_state.last;
    mergeIntoChange(said);
}

void StateTracker::hearInform(const Understood &said)
{
    const bool tells = said.saysWhen() || said.how != How::Unsaid || !said.title.isEmpty() || !said.location.isEmpty();
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
    if (!m_state.draft.active && m_state.last && said.saysWhen() && (said.corrects || said.negates)
        && !said.asksAnother) {
        changeLast(said);
        return;
    }
    // After a booking a corrected address goes into the booking.
    if (!m_state.draft.active && m_state.last && !said.email.isEmpty() && !tells) {
        changeLast(Understood());
        m_state.change.newEmail = said.email;
        return;
    }
    const bool host = m_context.role == ModelContext::Role::Host;
    if (tells && (m_state.draft.active || said.intent == Intent::Inform)
        && !(host && !m_state.draft.active && !said.saysWhen())) {
        m_state.task = Task::Book;
        mergeIntoDraft(said);
        return;
    }
    if (!m_state.draft.active)
        return;
    if (said.intent == Intent::No && m_state.draft.proposed) {
        m_state.draft.day.reset();
        m_state.draft.time.reset();
        m_state.draft.window.reset();
    }
    if (said.intent == Intent::Yes || said.intent == Intent::Inform || said.intent == Intent::No) {
        m_state.task = Task::Book;
        m_state.draft.proposed = false;
    }
}

void StateTracker::mergeIntoDraft(const Understood &said)
{
    Draft &draft = m_state.draft;
    const Draft before = draft;
    draft.active = true;
    draft.proposed = false;
    const When &when = said.when;
    if (when.duration)
        draft.duration = when.duration;
    if (when.isNow) {
        draft.now = true;
        draft.day.reset();
        draft.time.reset();
        draft.window.reset();
    } else if (when.start && when.hasTime && !when.isWindow) {
        LocalTime start = *when.start;
        // "at 7" inside "Friday evening" is the evening's.
        if (draft.window && !when.hasDate && when.other && draft.window->start && draft.window->end
            && timeOf(start) < timeOf(*draft.window->start))
            start = *when.other;
        draft.time = timeOf(start);
        if (when.hasDate)
            draft.day = dayOf(start);
        draft.window.reset();
        draft.now = false;
    } else if (when.start && when.hasDate && !when.isWindow && isOneDay(when)) {
        draft.day = dayOf(*when.start);
        draft.window.reset();
        draft.now = false;
    } else if (when.start || when.end) {
        draft.window = when;
        draft.now = false;
        draft.time.reset();
        if (when.start && isOneDay(when) && when.hasDate) {
            draft.day = dayOf(*when.start);
        } else if (when.start && isOneDay(when) && draft.day) {
            // "in the afternoon" of the day spoken of
            const auto move = *draft.day - dayOf(*when.start);
            draft.window->start = *when.start + move;
            if (draft.window->end)
                draft.window->end = *draft.window->end + move;
        } else {
            draft.day.reset();
        }
    }
    if (said.how != How::Unsaid)
        draft.how = said.how;
    if (!said.title.isEmpty())
        draft.title = said.title;
    if (!said.location.isEmpty())
        draft.location = said.location;
    for (const QString &person : said.attendees) {
        if (!draft.attendees.contains(person))
            draft.attendees << person;
    }
    if (m_context.role == ModelContext::Role::Host) {
        for (const QString &address : said.emails) {
            if (!draft.attendees.contains(address))
                draft.attendees << address;
        }
    }
    if (draft.day != before.day || draft.time != before.time || draft.duration != before.duration
        || draft.now != before.now || when.start) {
        draft.refused = false;
        draft.checked = before.checked && draft.day == before.day && draft.time == before.time && !draft.duration;
    }
}

void StateTracker::mergeIntoChange(const Understood &said)
{
    Change &change = m_state.change;
    const When &when = said.when;
    if (!said.shift.isNone())
        change.shift = said.shift;
    if (when.duration)
        change.newDuration = when.duration;
    if (when.isNow) {
        change.toNow = true;
    } else if (when.start && when.isWindow) {
        change.window = when;
        change.newDay.reset();
        change.newTime.reset();
    } else if (when.start) {
        change.window.reset();
        if (when.hasDate && !isOneDay(when))
            change.window = when;
        else if (when.hasDate)
            change.newDay = dayOf(*when.start);
        if (when.hasTime)
            change.newTime = timeOf(*when.start);
    }
    change.refused = false;
}

} // namespace ChatCal::Dialogue
