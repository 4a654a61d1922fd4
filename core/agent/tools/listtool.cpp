// SPDX-License-Identifier: Apache-2.0
#include "core/agent/tools/listtool.h"

#include "core/time/words.h"
#include "core/words/phrasebook.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype mostEvents = 50;
constexpr qsizetype mostCards = 5;
constexpr std::chrono::days longestWindow{92};

Interval today(const ToolContext &context)
{
    const LocalDate day = context.speakerZone.toLocalDate(context.now);
    return {context.speakerZone.toInstant(day), context.speakerZone.toInstant(day + date::days(1))};
}

QString windowInWords(const Interval &window, const Zone &zone, Language language = Language::English)
{
    const LocalDate first = zone.toLocalDate(window.start);
    const LocalDate last = zone.toLocalDate(window.end - std::chrono::milliseconds(1));
    if (first == last)
        return dateInWords(first, language);
    return Phrasebook::of(language)
        .translate("cards", "%1 to %2")
        .arg(dateInWords(first, language), dateInWords(last, language));
}

QJsonObject eventForModel(const Event &event, const Zone &zone)
{
    QJsonObject object{{"uid"_L1, event.uid},
                       {"title"_L1, event.title.toPlainLine()},
                       {"start"_L1, toRfc3339({event.when.start, zone})},
                       {"end"_L1, toRfc3339({event.when.end, zone})},
                       {"words"_L1,
                        event.allDay ? dateInWords(event.zone.toLocalDate(event.when.start)) + u", all day"_s
                                     : spanInWords(event.when, zone)},
                       {"status"_L1, event.status == Event::Status::Tentative ? u"tentative"_s : u"confirmed"_s}};
    if (!event.meetingId.isEmpty())
        object.insert("id"_L1, event.meetingId);
    if (!event.location.isEmpty())
        object.insert("location"_L1, event.location.toPlainLine());
    QStringList names;
    for (const Attendee &attendee : event.attendees)
        names.append(attendee.name.isEmpty() ? attendee.email : attendee.name.toPlainLine());
    if (!names.isEmpty())
        object.insert("with"_L1, names.mid(0, 10).join(u", "_s));
    return object;
}

bool isCancelled(const Event &event)
{
    return event.status == Event::Status::Cancelled;
}

QCoro::Task<Result<ToolResult>> agendaOf(Workbench bench, Interval window, ToolContext context, std::stop_token stop)
{
    auto listed = co_await bench.calendar.list(window, stop);
    if (!listed)
        co_return tl::unexpected(listed.error());
    QList<Event> events = std::move(*listed);
    events.removeIf(isCancelled);
    const QString words = windowInWords(window, context.speakerZone);
    QJsonArray forModel;
    for (const Event &event : std::as_const(events).mid(0, mostEvents))
        forModel.append(eventForModel(event, context.speakerZone));
    ToolResult result;
    result.succeeded = true;
    result.tellsMeetings = !events.isEmpty();
    result.hasOthersWords = !events.isEmpty();
    result.forModel = {{"ok"_L1, true}, {"meetings"_L1, forModel}, {"window_words"_L1, words}};
    if (events.size() > mostEvents)
        result.forModel.insert("more"_L1, events.size() - mostEvents);
    result.cards.append(Cards::agenda(events, bench.calendar.name(),
                                      windowInWords(window, context.speakerZone, context.language),
                                      context.speakerZone));
    co_return result;
}

QCoro::Task<Result<ToolResult>> bookingsOf(Workbench bench, std::optional<Interval> window, ToolContext context)
{
    MeetingQuery wanted = ownMeetings(context.actor);
    wanted.status = MeetingStatus::Confirmed;
    wanted.from = window ? window->start : context.now;
    if (window)
        wanted.to = window->end;
    const auto page = co_await bench.booking.meetings(wanted, context.actor);
    if (!page)
        co_return refusedByError(page.error());
    ToolResult result = told(bench, page->meetings, context, OthersWords::Tell);
    result.forModel.insert("window_words"_L1, window ? windowInWords(*window, context.speakerZone) : u"all upcoming"_s);
    for (const Meeting &meeting : page->meetings.mid(0, mostCards))
        result.cards.append(Cards::meeting(meeting, context.speakerZone, context.language));
    co_return result;
}

} // namespace

ToolSpec ListTool::spec() const
{
    return {u"list_meetings"_s, u"What is in the calendar on a day or in a window; for a guest the own bookings."_s,
            schema({{"when"_L1, textSchema(u"the person's own words"_s)}})};
}

QCoro::Task<Result<ToolResult>> ListTool::run(QJsonObject object, ToolContext context, std::stop_token stop)
{
    const Workbench bench = m_bench;
    const Arguments arguments(std::move(object));
    const auto when = arguments.text(u"when"_s, whenLength, Lines::Many);
    if (!when)
        co_return invalid(when.error());
    const WhenSaid said = bench.when.read(*when, context);
    std::optional<Interval> window;
    if (said.kind == WhenSaid::Kind::Window) {
        window = said.window;
    } else if (said.kind == WhenSaid::Kind::Moment) {
        window = Interval{said.start, said.start + std::chrono::hours(1)};
    } else if (!when->isEmpty()) {
        co_return invalid(u"when"_s, u"No day or window could be read in that."_s);
    }
    if (window)
        window->end = std::min<Instant>(window->end, window->start + longestWindow);

    if (!context.actor.isHost()) {
        auto own = co_await bookingsOf(bench, window, context);
        co_return own;
    }
    auto agenda = co_await agendaOf(bench, window.value_or(today(context)), context, stop);
    co_return agenda;
}

} // namespace ChatCal
