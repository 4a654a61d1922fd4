// SPDX-License-Identifier: Apache-2.0
// Events of the host's calendar that were not booked here: moved, deleted, brought back.
#include "server/api/resources.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/eventcodec.h"
#include "server/api/agendaevent.h"
#include "server/api/caller.h"
#include "server/api/logging.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr std::chrono::hours removedAreKept{24 * 7};
constexpr std::chrono::days longestEvent{370};
const QString removedPartition = u"removed-events"_s;

template<typename T>
using OrAnswer = tl::expected<T, ServerResponse>;

tl::unexpected<ServerResponse> failed(const Error &error)
{
    return tl::unexpected(toProblem(error, Resource::Event));
}

ServerResponse notHere(const QString &reason, const Sentence &detail)
{
    return problem(409, Sentence::en("Not to be changed here"), detail, reason);
}

ServerResponse answerWith(ApiParts parts, const Event &event)
{
    const Zone zone = parts.engine.booking().host().zone;
    ServerResponse response = ServerResponse::json(agendaEvent(event, nullptr, zone, parts.engine.calendar().name()));
    response.headers.set("ETag", '"' + eventTag(event).toLatin1() + '"');
    return response;
}

/// Whether If-Match, if there is one, names @p event as it is.
bool isCurrent(const ServerRequest &request, const Event &event)
{
    const QByteArray header = request.headers.value("If-Match");
    return header.isEmpty() || header == "*" || header == '"' + eventTag(event).toLatin1() + '"';
}

/// Whether @p event belongs to a meeting of anybody; those are changed as meetings, with mails to their guests.
QCoro::Task<Result<bool>> isOfMeeting(ApiParts parts, Event event)
{
    if (!event.meetingId.isEmpty())
        co_return true;
    const auto meeting = co_await parts.engine.booking().find(event.uid, {Actor::Role::Host, u"owner"_s});
    if (!meeting && meeting.error().code != ErrorCode::NotFound)
        co_return tl::unexpected(meeting.error()); // not known to be nobody's
    co_return meeting.has_value();
}

/// The event a host asks for, if it may be changed by these calls.
QCoro::Task<OrAnswer<Event>> changeable(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const auto event = co_await parts.engine.calendar().find(request.parameter(u"id"), request.stop);
    if (!event)
        co_return failed(event.error());
    if (!*event)
        co_return failed({ErrorCode::NotFound, {}, {}, {}});
    const auto belongs = co_await isOfMeeting(parts, **event);
    if (!belongs)
        co_return failed(belongs.error());
    if (*belongs)
        co_return tl::unexpected(
            notHere(u"meeting"_s, Sentence::en("This is a meeting of ChatCal; change it as a meeting.")));
    const QString fixed = fixedBy(**event);
    if (fixed == "series"_L1)
        co_return tl::unexpected(
            notHere(fixed, Sentence::en("This event recurs; change it in the calendar it comes from.")));
    if (fixed == "organizer"_L1)
        co_return tl::unexpected(
            notHere(fixed, Sentence::en("Somebody else is the organizer; only they can change it.")));
    if (!fixed.isEmpty())
        co_return tl::unexpected(notHere(fixed, Sentence::en("ChatCal may only read this calendar.")));
    co_return Event(**event);
}

/// The midnight of @p zone nearest to @p instant: a whole day is counted in its own zone, which need not be that of
/// whoever moves it.
LocalDate nearestDay(Instant instant, const Zone &zone)
{
    return zone.toLocalDate(instant + std::chrono::hours(12));
}

/// The time @p event is wished to have.
Result<Interval> readTime(const ServerRequest &request, const Event &event, const Zone &zone)
{
    auto body = RequestBody::read(request);
    if (!body)
        return tl::unexpected(body.error());
    const auto start = body->instant(u"start"_s, zone, Need::Required);
    const auto end = body->instant(u"end"_s, zone, Need::Required);
    if (start && end && (*end < *start || *end - *start > longestEvent))
        body->complain(u"end"_s, Sentence::en("must not be before start, and within 370 days of it"));
    if (const auto valid = body->finish(); !valid)
        return tl::unexpected(valid.error());
    if (!event.allDay)
        return Interval{*start, *end};
    const LocalDate first = nearestDay(*start, event.zone);
    const LocalDate last = std::max(nearestDay(*end, event.zone), first + date::days(1));
    return Interval{event.zone.toInstant(LocalTime(first)), event.zone.toInstant(LocalTime(last))};
}

QCoro::Task<> tellOthers(ApiParts parts, QString id)
{
    const auto told = co_await parts.engine.store().publish(calendarTopic, id.toUtf8());
    if (!told)
        qCWarning(lcApi) << "other desktops are not told of a changed event:" << told.error().detail;
}

QCoro::Task<ServerResponse> moveEvent(ApiParts parts, ServerRequest request)
{
    const auto found = co_await changeable(parts, request);
    if (!found)
        co_return found.error();
    Event event = *found;
    const auto when = readTime(request, event, parts.engine.booking().host().zone);
    if (!when)
        co_return toProblem(when.error());
    // RFC 9110 §13.1.1: what was done already need not be refused. The answer to the first request may have been lost.
    if (event.when == *when)
        co_return answerWith(parts, event);
    if (!isCurrent(request, event))
        co_return preconditionFailed(Resource::Event);
    event.when = *when;
    ++event.sequence;
    const auto moved = co_await parts.engine.calendar().update(event, request.stop);
    if (!moved && moved.error().code == ErrorCode::Conflict && request.headers.contains("If-Match"))
        co_return preconditionFailed(Resource::Event);
    if (!moved)
        co_return toProblem(moved.error(), Resource::Event);
    co_await tellOthers(parts, event.id);
    co_return answerWith(parts, *moved);
}

/// Under which a removed event is kept: an id may be longer than a key.
QString removedKey(const QString &id)
{
    return fingerprint(id.toUtf8()).left(40);
}

QCoro::Task<ServerResponse> removeEvent(ApiParts parts, ServerRequest request)
{
    const auto event = co_await changeable(parts, request);
    if (!event)
        co_return event.error();
    if (!isCurrent(request, *event))
        co_return preconditionFailed(Resource::Event);
    // First: what is gone must not be gone for good.
    Batch keeping;
    keeping.partition = removedPartition;
    keeping.puts.append({removedKey(event->id), toJson(toStored(*event)), std::nullopt, removedAreKept});
    const auto kept = co_await parts.engine.store().commit(keeping);
    if (!kept)
        co_return toProblem(kept.error());
    const auto removed = co_await parts.engine.calendar().remove(event->id, request.stop);
    if (!removed)
        co_return toProblem(removed.error());
    co_await tellOthers(parts, event->id);
    co_return answerWith(parts, *event);
}

QCoro::Task<ServerResponse> restoreEvent(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    const QString id = request.parameter(u"id");
    const auto kept = co_await parts.engine.store().get(removedPartition, removedKey(id));
    if (!kept)
        co_return toProblem(kept.error());
    const auto json = *kept ? parseJsonObject((*kept)->body) : failure(ErrorCode::NotFound, u"not kept"_s);
    const auto event = json ? eventFromStored(*json) : tl::unexpected(json.error());
    if (!event || event->id != id)
        co_return toProblem(event ? Error{ErrorCode::NotFound, {}, {}, {}} : event.error(), Resource::Event);
    const auto restored = co_await parts.engine.calendar().insert(*event, request.stop);
    if (!restored)
        co_return toProblem(restored.error(), Resource::Event);
    co_await tellOthers(parts, id);
    co_return answerWith(parts, *restored);
}

} // namespace

void addCalendarEvents(Router &router, ApiParts parts)
{
    const QString one = u"/api/v1/calendar-events/{id}"_s;
    router.route("PATCH", one, [parts](ServerRequest request) { return moveEvent(parts, std::move(request)); });
    router.route("DELETE", one, [parts](ServerRequest request) { return removeEvent(parts, std::move(request)); });
    router.route("POST", one + u"/restore"_s,
                 [parts](ServerRequest request) { return restoreEvent(parts, std::move(request)); });
}

} // namespace ChatCal
