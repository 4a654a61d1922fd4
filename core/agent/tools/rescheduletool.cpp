// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/rescheduletool.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// The new start: a time alone keeps the meeting's day, a day alone its time, both read on the speaker's clock.
std::optional<Instant> newStart(const Meeting &meeting, WhenSaid &said)
{
    const LocalTime old = said.zone.toLocal(meeting.when.start);
    const LocalDate oldDay = std::chrono::floor<date::days>(old);
    if (said.kind == WhenSaid::Kind::Moment) {
        if (said.hasDate)
            return said.start;
        const LocalDate assumed = std::chrono::floor<date::days>(said.local);
        said.note.clear();
        return WhenReader::resolve(oldDay + (said.local - assumed), said.zone, said.note);
    }
    if (said.kind == WhenSaid::Kind::Window && said.isWholeDay)
        return WhenReader::resolve(said.local + (old - oldDay), said.zone, said.note);
    return std::nullopt;
}

/// The guest is the first attendee; the address is added there, the others stay.
QList<Attendee> withAddress(QList<Attendee> attendees, const QString &email, const Contact &known)
{
    if (attendees.isEmpty())
        attendees.append({UntrustedText(known.name), {}, known.phone});
    attendees.first().email = email;
    return attendees;
}

/// Those of @p others that are not on the list yet.
void invite(QList<Attendee> &attendees, const QList<Attendee> &others)
{
    for (const Attendee &other : others) {
        const bool known = std::any_of(attendees.begin(), attendees.end(), [&](const Attendee &attendee) {
            return other.email.isEmpty() ? attendee.name == other.name : attendee.email == other.email;
        });
        if (!known)
            attendees.append(other);
    }
}

} // namespace

ToolSpec RescheduleTool::spec() const
{
    return {u"reschedule_appointment"_s,
            u"Moves or changes a meeting at once. A time alone keeps the day, a day alone the time."_s,
            schema({{"meeting"_L1, textSchema(u"id"_s)},
                    {"when"_L1, textSchema(u"the person's own words"_s)},
                    {"duration_minutes"_L1, minutesSchema()},
                    {"email"_L1, textSchema()},
                    {"title"_L1, textSchema()},
                    {"attendees"_L1,
                     QJsonObject{{"type"_L1, u"array"_s},
                                 {"items"_L1, QJsonObject{{"type"_L1, u"string"_s}}},
                                 {"description"_L1, u"to add: names or addresses"_s}}}},
                   {u"meeting"_s})};
}

QCoro::Task<Result<ToolResult>> RescheduleTool::run(QJsonObject object, ToolContext context, std::stop_token stop)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    const auto id = arguments.text(u"meeting"_s, 200);
    const auto when = arguments.text(u"when"_s, whenLength, Lines::Many);
    const auto minutes = arguments.minutes(u"duration_minutes"_s);
    const auto email = arguments.email();
    const auto title = arguments.text(u"title"_s, titleLength);
    const auto others = arguments.attendees();
    for (const Error *error :
         {id ? nullptr : &id.error(), when ? nullptr : &when.error(), minutes ? nullptr : &minutes.error(),
          email ? nullptr : &email.error(), title ? nullptr : &title.error(), others ? nullptr : &others.error()})
        if (error)
            co_return invalid(*error);
    if (id->isEmpty())
        co_return invalid(u"meeting"_s, u"Which meeting? Its id is needed."_s);
    if (!others->isEmpty() && !context.actor.isHost())
        co_return invalid(u"attendees"_s, u"Only the host can invite other people."_s);

    const auto found = co_await bench.booking.find(meetingKey(*id), context.actor);
    if (!found)
        co_return refusedByError(found.error());
    const Meeting &meeting = *found;
    if (meeting.status == MeetingStatus::Cancelled)
        co_return refused(u"already_cancelled"_s, u"That meeting is cancelled; a new one can be booked."_s);

    ChangeRequest change;
    change.ifSequence = meeting.sequence;
    WhenSaid said = bench.when.read(*when, context);
    change.length = *minutes ? *minutes : said.length;
    const std::chrono::minutes length = change.length.value_or(meeting.when.length());
    if (!when->isEmpty()) {
        change.start = newStart(meeting, said);
        if (!change.start && said.kind == WhenSaid::Kind::Window) {
            const auto free = co_await freeIn(bench, said.window, length, slotsShown, context, stop);
            if (!free)
                co_return refusedByError(free.error());
            ToolResult result = invalid(u"when"_s, u"Which time? A clock time is needed."_s,
                                        {{"slots"_L1, slotsForModel(*free, context.speakerZone)}});
            if (!free->isEmpty())
                result.cards.append(Cards::slotList(*free, length, context.speakerZone, context.language));
            co_return result;
        }
        if (!change.start && said.kind == WhenSaid::Kind::Nothing)
            co_return invalid(u"when"_s, u"No day or time could be read in that."_s);
    }
    if (!email->isEmpty()) {
        Contact &known = context.conversation->contact;
        if (!context.actor.isHost())
            known.email = *email;
        change.attendees = withAddress(meeting.attendees, *email, context.actor.isHost() ? Contact() : known);
    }
    if (!others->isEmpty()) {
        QList<Attendee> attendees = change.attendees.value_or(meeting.attendees);
        invite(attendees, *others);
        change.attendees = attendees;
    }
    if (!title->isEmpty())
        change.title = UntrustedText(*title);
    if (!change.start && !change.length && !change.attendees && !change.title)
        co_return invalid(u"when"_s, u"To when? A new day or time is needed."_s);

    const auto outcome = co_await bench.booking.change(meeting.uid, change, context.actor, stop);
    if (!outcome)
        co_return refusedByError(outcome.error());
    if (const auto *refusal = std::get_if<Refusal>(&*outcome))
        co_return refusedBy(bench, *refusal, length, context);
    co_return changed(bench, std::get<Meeting>(*outcome), context, said.note);
}

} // namespace ChatCal
