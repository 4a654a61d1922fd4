// SPDX-License-Identifier: Apache-2.0
// StateTracker, second part: what the tools answered.
#include "core/llm/offline/dialoguestate.h"

#include "core/time/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

/// In the speaker's zone, which may have been another one when the tool told it.
std::optional<LocalTime> localOf(const QString &rfc3339, const Zone &zone)
{
    const auto instant = fromRfc3339(rfc3339);
    return instant ? std::optional(zone.toLocal(*instant)) : std::nullopt;
}

} // namespace

QString meetingInWords(LocalTime start, std::chrono::minutes duration, const Zone &zone, Language language)
{
    const LocalDate day = std::chrono::floor<date::days>(start);
    if (start == LocalTime(day) && duration.count() > 0 && duration % std::chrono::hours(24) == std::chrono::minutes(0))
        return dateInWords(day, language);
    const Instant from = zone.toInstant(start);
    return spanInWords({from, from + duration}, zone, language);
}

QString StateTracker::spanWords(LocalTime start, std::chrono::minutes duration) const
{
    return meetingInWords(start, duration, m_context.speakerZone, language());
}

/// What was told before is told in @p spoken from now on; tools tell it in English.
void StateTracker::speak(std::optional<Language> spoken)
{
    const Language before = language();
    m_state.language = spoken;
    if (language() == before)
        return;
    for (OfferedSlot &slot : m_state.offered)
        slot.words = spanWords(slot.start, slot.duration);
    for (MeetingRef &meeting : m_state.choices)
        meeting.words = spanWords(meeting.start, meeting.duration);
    for (std::optional<MeetingRef> *meeting : {&m_state.last, &m_state.change.target}) {
        if (*meeting && (*meeting)->duration.count() > 0)
            (*meeting)->words = spanWords((*meeting)->start, (*meeting)->duration);
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
    const auto start = localOf(meeting.value("start"_L1).toString(), m_context.speakerZone);
    const auto end = localOf(meeting.value("end"_L1).toString(), m_context.speakerZone);
    if (start)
        ref.start = *start;
    if (start && end)
        ref.duration = std::chrono::floor<std::chrono::minutes>(*end - *start);
    if (language() != Language::English && ref.duration.count() > 0)
        ref.words = spanWords(ref.start, ref.duration);
    return ref;
}

void StateTracker::observe(const QString &tool, const QJsonObject &arguments, const QJsonObject &result)
{
    m_state.outcomes << Outcome{tool, arguments, result};
    const bool ok = result.value("ok"_L1).toBool();
    if (result.value("reason"_L1).toString() == "invalid"_L1)
        m_state.invalidField = result.value("field"_L1).toString();
    if (tool == "create_appointment"_L1 || tool == "reschedule_appointment"_L1) {
        if (ok)
            observeBooking(result);
        else
            refuse(result);
    } else if (tool == "cancel_appointment"_L1) {
        const MeetingRef gone = meetingOf(result.value("meeting"_L1).toObject());
        if (ok)
            m_state.gone = gone;
        if (ok && m_state.last && m_state.last->uid == gone.uid)
            m_state.last.reset();
        m_state.finished = m_state.finished || ok || result.value("reason"_L1).toString() != "invalid"_L1;
    } else if (tool == "check_availability"_L1) {
        observeCheck(arguments, result);
    } else if (tool == "find_meeting"_L1) {
        observeFound(arguments, result);
    } else if (tool == "list_meetings"_L1) {
        m_state.finished = true;
        const QJsonArray meetings = result.value("meetings"_L1).toArray();
        const bool one = (meetings.size() == 1 || (m_state.said.asksNext && !meetings.isEmpty()))
            && meetings.at(0).toObject().contains("id"_L1);
        m_state.lastIsMeant = one || (m_state.lastIsMeant && meetings.isEmpty());
        if (one)
            m_state.last = meetingOf(meetings.at(0).toObject()); // "what's tomorrow? … cancel it"
    }
    if (tool == "remember_contact"_L1 && ok && arguments.contains("time_zone"_L1)) {
        m_state.draft.checked = false; // 2 pm is another moment now
        m_state.draft.refused = false;
    }
    // What was refused must not be tried again.
    if (m_state.invalidField == "duration_minutes"_L1) {
        m_state.draft.duration.reset();
        m_state.change.newDuration.reset();
    }
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
    QJsonArray list = result.value("slots"_L1).toArray();
    if (list.isEmpty())
        list = result.value("nearest"_L1).toArray(); // nothing in the window: the next after it
    for (const auto &value : list) {
        const QJsonObject slot = value.toObject();
        const auto start = localOf(slot.value("start"_L1).toString(), m_context.speakerZone);
        const auto end = localOf(slot.value("end"_L1).toString(), m_context.speakerZone);
        if (!start || !end)
            continue;
        const auto length = std::chrono::floor<std::chrono::minutes>(*end - *start);
        const bool isEnglish = language() == Language::English;
        m_state.offered << OfferedSlot{
            *start, isEnglish ? slot.value("words"_L1).toString() : spanWords(*start, length), length};
    }
}

void StateTracker::observeBooking(const QJsonObject &result)
{
    MeetingRef meeting = meetingOf(result.value("meeting"_L1).toObject());
    if (meeting.words.isEmpty())
        meeting.words = result.value("words"_L1).toString();
    m_state.beforeLast = m_state.task == Task::Move ? m_state.change.target : std::nullopt;
    m_state.lastIsNew = m_state.task == Task::Book;
    m_state.gone.reset();
    m_state.last = meeting;
    m_state.lastIsMeant = true;
    m_state.assumedLength = !m_state.draft.duration;
    m_state.lastTitle = m_state.draft.title;
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
    if (reason == "invalid"_L1 || reason == "unavailable"_L1 || reason == "changed"_L1)
        return; // nothing is known against this moment
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

void StateTracker::observeFound(const QJsonObject &arguments, const QJsonObject &result)
{
    QList<MeetingRef> found;
    const QJsonArray list = result.value("meetings"_L1).toArray();
    for (const auto &value : list) {
        const MeetingRef meeting = meetingOf(value.toObject());
        const QString people = value["with"_L1].toString();
        const bool stays = !m_state.change.except.isEmpty() && m_state.task == Task::Cancel
            && (meeting.title + u' ' + people).contains(m_state.change.except, Qt::CaseInsensitive);
        if (!stays && (!meeting.cancelled || arguments.contains("meeting"_L1)))
            found << meeting;
    }
    m_state.choices.clear();
    if (m_state.task == Task::Agenda && found.size() == 1)
        m_state.last = found.constFirst(); // "when is it? … move it"
    m_state.lastIsMeant = found.size() == 1 || (m_state.lastIsMeant && found.isEmpty());
    if (m_state.task != Task::Cancel && m_state.task != Task::Move) {
        m_state.finished = true;
        return;
    }
    // What is shown because nothing fitted must not be taken for what was meant.
    const bool instead = arguments.isEmpty()
        && (m_state.change.when || !m_state.change.query.isEmpty() || !m_state.change.meetingId.isEmpty());
    m_state.change.all = m_state.change.all && !instead;
    if (found.size() == 1 && !instead)
        m_state.change.target = found.constFirst();
    else
        m_state.choices = found;
    m_state.finished = found.isEmpty();
}

} // namespace ChatCal::Dialogue
