// SPDX-License-Identifier: Apache-2.0
// StateTracker, third part: choosing among what was offered, and putting details into the draft or the change.
#include "core/llm/offline/dialoguestate.h"

#include "core/llm/offline/asides.h"
#include "core/llm/offline/names.h"
#include "core/llm/offline/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

using std::chrono::minutes;

/// A window lies within one day when it can be asked for as part of that day.
bool isOneDay(const When &when)
{
    return when.start && when.grain != Grain::Week && when.grain != Grain::Month && when.grain != Grain::Quarter
        && when.grain != Grain::Year && (!when.end || *when.end - LocalTime(dayOf(*when.start)) <= date::days(1));
}

} // namespace

QString withAddress(const QString &name, const QString &email)
{
    return email.isEmpty() ? name : u"%1 <%2>"_s.arg(name, email);
}

void Draft::invite(const QString &name, const QString &email)
{
    for (QString &person : attendees) {
        if (person == name) {
            person = withAddress(name, email);
            return;
        }
        if (person.startsWith(name + u" <"_s))
            return;
    }
    attendees << withAddress(name, email);
}

/// An address may belong to somebody named already: "with Ada on Friday" … "ada@example.com".
void Draft::inviteAddress(const QString &email)
{
    for (QString &person : attendees) {
        if (person == email || person.endsWith(u" <%1>"_s.arg(email)))
            return;
        if (!person.contains(u'@') && isLikelyOf(person, email)) {
            person = withAddress(person, email);
            return;
        }
    }
    attendees << email;
}

bool StateTracker::pickChoice(const Understood &said)
{
    if (m_state.choices.isEmpty() || said.intent == Intent::NeverMind)
        return false;
    const bool all = said.all || (said.intent == Intent::Yes && m_state.change.all);
    if (all && !said.negates && m_state.task == Task::Cancel) {
        m_state.change.allConfirmed = true;
        return true;
    }
    if (said.intent == Intent::No && !said.saysWhen() && !said.ordinal && m_state.said.title.isEmpty()) {
        dropWork();
        m_state.said.intent = Intent::NeverMind;
        return true;
    }
    const auto take = [&](const MeetingRef &meeting) {
        m_state.change.all = false;
        m_state.change.target = meeting;
        m_state.choices.clear();
        return true;
    };
    const QList<MeetingRef> choices = m_state.choices;
    if (choices.size() == 1 && said.intent == Intent::Yes)
        return take(choices.constFirst());
    for (const MeetingRef &meeting : choices) {
        if (meeting.words == m_state.saidText || (!said.meetingId.isEmpty() && meeting.id == said.meetingId))
            return take(meeting);
    }
    if (said.ordinal) {
        const qsizetype index = *said.ordinal < 0 ? choices.size() - 1 : *said.ordinal - 1;
        if (index < choices.size())
            return take(choices.at(index));
    }
    const When &when = said.when.isEmpty() && said.oldWhen ? *said.oldWhen : said.when;
    const QString text = m_state.saidText.toLower();
    const bool isPointer = when.hasDate && text.contains("the one "_L1); // "the one on the 11th"
    if ((said.intent == Intent::Create && !isPointer) || said.intent == Intent::Query)
        return false;
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
    if (fitting.size() == 1)
        return take(fitting.constFirst());
    // Titles are not kept from turn to turn: what it is called is looked for anew.
    const QString named = when.start ? QString() : namedOne(m_state.saidText);
    if (named.isEmpty())
        return false;
    m_state.change.query = named;
    m_state.change.meetingId.clear();
    m_state.choices.clear();
    return true;
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
    if (said.ordinal && !said.when.start && !said.when.isNow) {
        const qsizetype shown = std::min<qsizetype>(m_state.offered.size(), slotsShown);
        const qsizetype index = *said.ordinal < 0 ? shown - 1 : *said.ordinal - 1;
        if (index < shown) {
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
    const auto fits = [&](const OfferedSlot &slot) {
        const bool sameTime =
            timeOf(slot.start) == timeOf(*when.start) || (when.other && timeOf(slot.start) == timeOf(*when.other));
        return sameTime && (!when.hasDate || dayOf(slot.start) == dayOf(*when.start));
    };
    // The day spoken of goes before the others offered beside it.
    const auto onDay = [&](const OfferedSlot &slot) { return fits(slot) && dayOf(slot.start) == m_state.draft.day; };
    const QList<OfferedSlot> &offered = m_state.offered;
    auto slot = std::find_if(offered.begin(), offered.end(), onDay);
    if (slot == offered.end())
        slot = std::find_if(offered.begin(), offered.end(), fits);
    if (slot == offered.end())
        return false;
    takeMoment(slot->start);
    return true;
}

void StateTracker::takeMoment(LocalTime moment)
{
    m_state.picked = true;
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

/// After "next week" a bare "Thursday" is that week's.
When StateTracker::inWeekSpokenOf(When when)
{
    Draft &draft = m_state.draft;
    if (!when.start || !when.hasDate)
        return when;
    const LocalDate day = dayOf(*when.start);
    const bool bare = std::any_of(when.assumed.begin(), when.assumed.end(),
                                  [](const QString &words) { return words.startsWith("the coming"_L1); });
    if (draft.week && bare && day < *draft.week && day + date::days(7) >= *draft.week) {
        for (std::optional<LocalTime> *time : {&when.start, &when.end, &when.other}) {
            if (*time)
                **time += date::days(7);
        }
        return when;
    }
    const bool ofWeek = m_state.saidText.contains("next week"_L1, Qt::CaseInsensitive) || !isOneDay(when);
    if (ofWeek)
        draft.week = day - (date::weekday(day) - date::Monday);
    else if (!bare)
        draft.week.reset();
    return when;
}

void StateTracker::mergeIntoDraft(const Understood &said)
{
    Draft &draft = m_state.draft;
    const Draft before = draft;
    draft.active = true;
    draft.proposed = false;
    const When when = inWeekSpokenOf(said.when);
    if (when.duration && *when.duration <= std::chrono::hours(24)) // "every week for a month" is no length
        draft.duration = when.duration;
    if (said.soonest && (when.isNow || !when.start)) {
        draft.soonest = true;
        draft.now = false;
    } else if (when.isNow) {
        draft.soonest = false;
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
        // The owner's "at 6 pm" is the next one; a guest is asked for the day.
        if (when.hasDate || (!draft.day && m_context.role == ModelContext::Role::Host))
            draft.day = dayOf(start);
        draft.window.reset();
        draft.now = false;
    } else if (said.blocks && when.start && when.hasDate && !when.isWindow && isOneDay(when)) {
        // "Block tomorrow" means the working day, as long as a meeting may be.
        draft.day = dayOf(*when.start);
        draft.time = minutes(9 * 60);
        draft.duration = minutes(8 * 60);
        draft.blocks = true;
        draft.window.reset();
    } else if (when.start && when.hasDate && !when.isWindow && isOneDay(when)) {
        draft.day = dayOf(*when.start);
        draft.window.reset();
        draft.now = false;
        // "in the morning" … "tomorrow"
        if (before.window && !before.day && !before.window->hasDate && isOneDay(*before.window)) {
            draft.window = before.window;
            const auto move = *draft.day - dayOf(*before.window->start);
            draft.window->start = *before.window->start + move;
            if (draft.window->end)
                draft.window->end = *before.window->end + move;
        }
    } else if (said.blocks && when.start && when.end && isOneDay(when)) {
        // "Block Friday morning" means all of it.
        draft.day = dayOf(*when.start);
        draft.time = timeOf(*when.start);
        draft.duration = std::chrono::floor<minutes>(*when.end - *when.start);
        draft.blocks = true;
    } else if (when.start || when.end) {
        draft.window = when;
        // "before noon tomorrow" begins tomorrow
        if (!when.start && when.hasDate && when.hasTime)
            draft.window->start = LocalTime(dayOf(*when.end));
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
    takeSameTime(said);
    draft.soonest = draft.soonest && !draft.day && !draft.window;
    if (said.how != How::Unsaid)
        draft.how = said.how;
    if (!said.title.isEmpty())
        draft.title = said.title;
    else if (said.saysCall && draft.title.isEmpty() && m_context.role == ModelContext::Role::Host)
        draft.title = Wording(phrasesOf(language(), Audience::Host), 0, 0).say(Say::CallTitle);
    else if (draft.title.isEmpty() && said.attendees.isEmpty() && !said.blocks && !said.pointsBack && !said.sameTime)
        draft.title = said.ownWords;
    if (!said.location.isEmpty())
        draft.location = said.location;
    takeOffer(said);
    for (const QString &person : said.attendees)
        draft.invite(person, said.addresses.value(person));
    if (m_context.role == ModelContext::Role::Host) {
        for (const QString &address : said.emails)
            draft.inviteAddress(address);
    }
    if (draft.day != before.day || draft.time != before.time || draft.duration != before.duration
        || draft.now != before.now || when.start) {
        draft.refused = false;
        // What was found free for half an hour is free for less.
        draft.checked = before.checked && draft.day == before.day && draft.time == before.time
            && draft.duration.value_or(minutes(30)) <= before.duration.value_or(minutes(30));
    }
}

/// What the kind of meeting settles that the person did not: length and way to meet. A guest has only its lengths.
void StateTracker::takeOffer(const Understood &said)
{
    Draft &draft = m_state.draft;
    const bool isGuest = m_context.role == ModelContext::Role::Guest;
    if (m_named) {
        draft.kind = *m_named;
        if (!said.when.duration)
            draft.duration.reset();
        if (draft.how == How::Unsaid && !m_named->how.isEmpty())
            draft.how = m_named->how == "phone"_L1 ? How::Phone
                : m_named->how == "video"_L1       ? How::Video
                                                   : How::InPerson;
    }
    if (!draft.kind)
        return;
    const QList<minutes> &lengths = draft.kind->lengths;
    if (isGuest && draft.duration && !lengths.contains(*draft.duration)) {
        m_state.overruling = draft.kind;
        draft.duration.reset();
    }
    if (!draft.duration && (lengths.size() == 1 || !isGuest))
        draft.duration = lengths.first();
    if (draft.kind->name.contains(draft.title, Qt::CaseInsensitive))
        draft.title.clear(); // the kind names it
}

/// Of "6:30" the one within two hours of where the meeting is now.
minutes StateTracker::nearerTime(const When &when) const
{
    const minutes first = timeOf(*when.start);
    const bool assumed = when.assumed.contains("pm"_L1) || when.assumed.contains("am"_L1);
    if (!assumed || !m_state.change.target || when.hasDate)
        return first;
    const minutes second = first + std::chrono::hours(first < std::chrono::hours(12) ? 12 : -12);
    const minutes now = timeOf(m_state.change.target->start);
    return std::chrono::abs(second - now) <= std::chrono::hours(2) ? second : first;
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
        if (!when.hasDate && change.target && isOneDay(when)) { // "to after lunch", on its day
            const auto move = dayOf(change.target->start) - dayOf(*when.start);
            change.window->start = *when.start + move;
            if (when.end)
                change.window->end = *when.end + move;
        }
        change.newDay.reset();
        change.newTime.reset();
    } else if (when.start) {
        const std::optional<When> window = change.window;
        change.window.reset();
        if (when.hasDate && !isOneDay(when))
            change.window = when;
        else if (when.hasDate)
            change.newDay = dayOf(*when.start);
        if (when.hasTime)
            change.newTime = nearerTime(when);
        if (when.hasTime && window && !change.newDay && isOneDay(*window) && window->start)
            change.newDay = dayOf(*window->start); // "Monday afternoon" … "3 pm"
    }
    change.sameTime = said.sameTime;
    change.refused = false;
}

} // namespace ChatCal::Dialogue
