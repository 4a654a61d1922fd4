// SPDX-License-Identifier: Apache-2.0
// StateTracker, fourth part: what is said of what was offered, booked or cancelled before, or is chosen on the screen.
#include "core/llm/offline/asides.h"
#include "core/llm/offline/dialoguestate.h"
#include "core/time/calendarmath.h"

using namespace Qt::StringLiterals;

namespace ChatCal::Dialogue {

namespace {

using std::chrono::minutes;

/// The part of @p day before @p moment, after it, or its end.
When partOfDay(LocalTime moment, Toward toward)
{
    const LocalTime midnight(dayOf(moment));
    When part;
    part.start = toward == Toward::Earlier ? midnight
        : toward == Toward::Later          ? moment + minutes(30)
                                           : midnight + std::chrono::hours(15);
    part.end = toward == Toward::Earlier ? moment : midnight + date::days(1);
    part.grain = Grain::Minute;
    part.hasDate = true;
    part.hasTime = true;
    part.isWindow = true;
    return part;
}

/// The day of @p week on which @p meeting is in its own.
LocalDate sameWeekday(const When &week, LocalTime meeting)
{
    const LocalDate first = dayOf(*week.start);
    return first + (date::weekday(dayOf(meeting)) - date::weekday(first));
}

} // namespace

/// "Move this to Thursday", of a meeting of a later week: the Thursday of its week. A weekday is told by what it does
/// when another day is today: it stays, or goes a week on.
Understood StateTracker::inItsWeek(Understood said, const MeetingRef &meeting, const QString &text,
                                   ReadContext reading) const
{
    const LocalDate week = WhenGrammar::weekStart(dayOf(meeting.start));
    if (said.intent != Intent::Update || !said.when.start || !said.when.hasDate || week <= dayOf(reading.now))
        return said;
    reading.now += date::days(1);
    const Understood dayLater = m_reader.read(text, reading);
    reading.now = LocalTime(week) - std::chrono::minutes(1);
    Understood there = m_reader.read(text, reading);
    if (!dayLater.when.start || !there.when.start)
        return said;
    const auto onward = dayOf(*dayLater.when.start) - dayOf(*said.when.start);
    const auto into = dayOf(*there.when.start) - week;
    const bool isWeekday = onward == date::days(0) || onward == date::days(7);
    return isWeekday && into >= date::days(0) && into < date::days(7) ? there : said;
}

/// What is chosen on the screen is what "this" means, whatever was spoken of before.
void StateTracker::pointAt(const MeetingRef &meeting)
{
    m_state.last = meeting;
    m_state.lastIsMeant = true;
    m_state.lastIsNew = false;
    m_state.beforeLast.reset();
    m_state.gone.reset();
}

/// "Anything earlier?" than what was wanted, booked or offered, on the same day.
bool StateTracker::looksAround(const Understood &said)
{
    if (said.toward == Toward::Nowhere)
        return false;
    const bool moving = m_state.task == Task::Move && m_state.change.target;
    const bool ofLast = !moving && !m_state.draft.active && m_state.offered.isEmpty() && m_state.last;
    std::optional<LocalTime> moment = m_state.draft.moment();
    if (moving)
        moment = m_state.change.target->start;
    else if (ofLast)
        moment = m_state.last->start;
    else if (!moment && !m_state.offered.isEmpty())
        moment =
            said.toward == Toward::Earlier ? m_state.offered.constFirst().start : m_state.offered.constLast().start;
    if (!moment)
        return false;
    Understood around = said;
    const auto length = said.when.duration;
    around.when = partOfDay(*moment, said.toward);
    around.when.duration = length;
    if (ofLast) {
        changeLast(around);
    } else if (moving) {
        mergeIntoChange(around);
    } else {
        hearAvailability(around);
        m_state.said.when = around.when;
    }
    return true;
}

/// "The day after", "that day": counted from what is being booked or moved, else from what was booked last.
void StateTracker::resolveDay(Understood &said) const
{
    if (!said.daysOn)
        return;
    std::optional<LocalDate> day = m_state.draft.day;
    if (m_state.task == Task::Move && m_state.change.target)
        day = m_state.change.newDay.value_or(dayOf(m_state.change.target->start));
    else if (!day && m_state.last)
        day = dayOf(m_state.last->start);
    if (!day)
        return;
    const LocalDate meant = *day + date::days(*said.daysOn);
    const bool clock = said.when.start && said.when.hasTime && !said.when.isWindow;
    said.when.start = LocalTime(meant) + (clock ? timeOf(*said.when.start) : minutes(0));
    said.when.end.reset();
    said.when.other.reset();
    said.when.hasDate = true;
    said.when.hasTime = clock;
    said.when.isWindow = false;
    said.when.grain = clock ? Grain::Minute : Grain::Day;
}

/// "Add Paul to the budget meeting on Friday": the owner's meeting stands already, or is the one of a moment ago.
bool StateTracker::invites(const Understood &said)
{
    static const PhraseSet adding(u"add|include|put");
    const Tokens tokens = tokenize(m_state.saidText, {}, language());
    // "with Paul and Jane", after the booking
    const bool goesOn = tokens.value(0).lower == "with"_L1 && !said.attendees.isEmpty() && m_state.last
        && m_state.lastIsNew && !said.saysWhen();
    // "and invite ann@example.com too"
    const bool byAddress = said.asksToInvite && m_state.last && !said.saysWhen() && said.title.isEmpty();
    if (!(said.joins || byAddress || goesOn) || m_context.role != ModelContext::Role::Host || m_state.draft.active
        || (said.saysWhen() && !adding.isIn(tokens)))
        return false;
    m_state.task = Task::Move;
    m_state.change = {};
    m_state.choices.clear();
    m_state.change.meetingId = said.meetingId;
    m_state.change.query = namedOne(m_state.saidText);
    if (said.when.start)
        m_state.change.when = said.when;
    takeInvited(said);
    if (m_state.change.query.isEmpty() && !m_state.change.when && said.meetingId.isEmpty() && m_state.last)
        m_state.change.target = m_state.last;
    return true;
}

/// "Call it Deep work" once it stands in the calendar.
bool StateTracker::renames(const Understood &said)
{
    static const PhraseSet naming(u"call it|name it|title it|label it|call that|name that|call this");
    const bool names = naming.matchAt(tokenize(m_state.saidText), 0) > 0;
    if (!names || said.title.isEmpty() || m_state.draft.active || !m_state.last || !m_state.lastIsMeant)
        return false;
    changeLast(Understood());
    m_state.change.newTitle = said.title;
    return true;
}

/// "An hour", where half of one was assumed; "same time, but 45 minutes".
bool StateTracker::changesLength(const Understood &said) const
{
    return said.when.duration && !said.when.start && ((m_state.assumedLength && !said.aboutCalendar) || said.sameTime);
}

void StateTracker::takeInvited(const Understood &said)
{
    for (const QString &person : said.attendees)
        m_state.change.invited << withAddress(person, said.addresses.value(person));
    for (const QString &address : said.emails) {
        if (!said.addresses.values().contains(address))
            m_state.change.invited << address;
    }
}

/// "Undo that": a booking is cancelled, a move goes back.
bool StateTracker::undoes(const Understood &said)
{
    static const PhraseSet regret(u"wait no|no wait|oops|oh no|wrong one|not that one|i did not mean that");
    const bool regrets = m_state.gone && m_state.before == Task::Cancel && !said.saysWhen() && !m_state.draft.active
        && regret.isIn(tokenize(m_state.saidText));
    if (!said.undoes && !regrets)
        return false;
    if (m_state.gone && !m_state.draft.active) {
        m_state.isAside = true;
        m_state.cannotRevive = true;
        return true;
    }
    if (m_state.draft.active || !m_state.choices.isEmpty()) {
        dropWork();
        m_state.said.intent = Intent::NeverMind;
    } else if (m_state.last && m_state.lastIsMeant && m_state.beforeLast) {
        const MeetingRef before = *m_state.beforeLast;
        changeLast(Understood());
        m_state.change.newDay = dayOf(before.start);
        m_state.change.newTime = timeOf(before.start);
        if (before.duration.count() > 0)
            m_state.change.newDuration = before.duration;
    } else if (m_state.last && m_state.lastIsMeant && m_state.lastIsNew) {
        m_state.task = Task::Cancel;
        m_state.change = {};
        m_state.change.target = m_state.last;
    } else {
        m_state.isAside = true;
        m_state.cannotUndo = true;
    }
    return true;
}

/// After none was found: "OK, the budget one then".
bool StateTracker::namesAnother(const Understood &said)
{
    const bool open = said.intent == Intent::Inform || said.intent == Intent::Yes || said.intent == Intent::Unclear;
    if (m_state.before != Task::Cancel || m_state.task != Task::None || !open || said.saysWhen()
        || m_state.draft.active)
        return false;
    const QString named = namedOne(m_state.saidText);
    if (named.isEmpty())
        return false;
    m_state.task = Task::Cancel;
    m_state.change.query = named;
    return true;
}

/// The meeting booked last, asked for once more: a double click, or forgotten.
bool StateTracker::asksForLast()
{
    const Draft &draft = m_state.draft;
    const bool same = m_state.last && draft.moment() == m_state.last->start && !m_state.said.asksAnother
        && (!draft.duration || draft.duration == m_state.last->duration);
    if (!same)
        return false;
    m_state.draft = {};
    m_state.task = Task::None;
    m_state.isAside = true;
    return true;
}

/// "Book it for Wednesday instead, same time": the hour and the length of the one cancelled or booked before.
void StateTracker::takeSameTime(const Understood &said)
{
    Draft &draft = m_state.draft;
    const std::optional<MeetingRef> &model = m_state.gone ? m_state.gone : m_state.last;
    if (!model)
        return;
    if (m_state.gone && !draft.duration && (said.sameTime || said.pointsBack) && model->duration.count() > 0)
        draft.duration = model->duration;
    if (!said.sameTime || draft.time)
        return;
    if (draft.window && draft.window->start && draft.window->grain == Grain::Week) {
        draft.day = sameWeekday(*draft.window, model->start);
        draft.window.reset();
    }
    if (!draft.duration && model->duration.count() > 0)
        draft.duration = model->duration;
    if (draft.title.isEmpty() && !m_state.gone)
        draft.title = m_state.lastTitle;
    draft.time = timeOf(model->start);
}

std::optional<LocalDate> Change::sameWeekday() const
{
    if (!sameTime || !target || !window || !window->start || window->grain != Grain::Week)
        return std::nullopt;
    return Dialogue::sameWeekday(*window, target->start);
}

} // namespace ChatCal::Dialogue
