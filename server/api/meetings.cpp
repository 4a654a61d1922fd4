// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/idempotency.h"
#include "server/api/personslanguage.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::minutes;

ServerResponse failed(const Error &error)
{
    return toProblem(error, Resource::Meeting);
}

ServerResponse answerWith(const Meeting &meeting, int status = 200)
{
    ServerResponse response = ServerResponse::json(toJson(meeting), status);
    response.headers.set("ETag", '"' + QByteArray::number(meeting.sequence) + '"');
    return response;
}

ServerResponse answerWith(const BookingOutcome &outcome, const Zone &zone, int status)
{
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        return toProblem(*refusal, zone);
    return answerWith(std::get<Meeting>(outcome), status);
}

/// The sequence If-Match asks for; nothing when the header is absent or "*".
Result<std::optional<int>> ifMatch(const ServerRequest &request)
{
    const QByteArray header = request.headers.value("If-Match");
    if (header.isEmpty() || header == "*")
        return std::optional<int>();
    bool isNumber = false;
    const int sequence = header.mid(1, header.size() - 2).toInt(&isNumber);
    if (!isNumber || !header.startsWith('"') || !header.endsWith('"'))
        return invalidField(u"If-Match"_s, Sentence::en("must be the sequence in quotes, such as \"0\""));
    return std::optional(sequence);
}

Result<MeetingQuery> readQuery(const ServerRequest &request, const Zone &zone)
{
    MeetingQuery query;
    const auto from = instantParameter(request, u"from"_s, zone);
    const auto to = instantParameter(request, u"to"_s, zone);
    const auto limit = integerParameter(request, u"limit"_s, 1, 500, 100);
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (!limit)
        return tl::unexpected(limit.error());
    query.from = *from;
    query.to = *to;
    query.limit = *limit;
    query.cursor = request.query.value(u"cursor").value_or(QString());
    if (const auto status = request.query.value(u"status"); status && !status->isEmpty()) {
        for (const auto candidate : {MeetingStatus::Pending, MeetingStatus::Confirmed, MeetingStatus::Cancelled}) {
            if (statusName(candidate) == *status)
                query.status = candidate;
        }
        if (!query.status)
            return invalidField(u"status"_s, Sentence::en("must be confirmed, cancelled or pending"));
    }
    return query;
}

/// The path of the page behind @p cursor, with the other parameters as they came.
QString nextPath(const ServerRequest &request, const QString &cursor)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query.pairs()) {
        if (name != "cursor"_L1)
            query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                               QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return request.path + u'?' + query.toString(QUrl::FullyEncoded);
}

QCoro::Task<ServerResponse> listMeetings(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const auto query = readQuery(request, parts.engine.booking().host().zone);
    if (!query)
        co_return failed(query.error());
    const auto page = co_await parts.engine.booking().meetings(*query, caller->actor());
    if (!page)
        co_return failed(page.error());
    QJsonArray meetings;
    for (const Meeting &meeting : page->meetings)
        meetings.append(toJson(meeting));
    QJsonObject json{{u"meetings"_s, meetings}};
    if (!page->next.isEmpty())
        json.insert(u"next"_s, nextPath(request, page->next));
    co_return ServerResponse::json(json);
}

QCoro::Task<ServerResponse> showMeeting(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const auto meeting = co_await parts.engine.booking().find(request.parameter(u"id"), caller->actor());
    if (!meeting)
        co_return failed(meeting.error());
    co_return answerWith(*meeting);
}

Attendee readAttendee(RequestBody &reader)
{
    Attendee attendee;
    attendee.name = UntrustedText(reader.text(u"name"_s, 200, Need::Optional));
    attendee.email = reader.email(u"email"_s);
    attendee.phone = reader.phone(u"phone"_s);
    return attendee;
}

Result<BookingRequest> readBooking(RequestBody body, const ServerRequest &request, const Host &host)
{
    const Zone &zone = host.zone;
    BookingRequest booking;
    booking.title = UntrustedText(body.text(u"title"_s, 300, Need::Required));
    booking.description = UntrustedText(body.text(u"description"_s, 4000, Need::Optional, Lines::Many));
    booking.location = UntrustedText(body.text(u"location"_s, 300, Need::Optional));
    const auto start = body.instant(u"start"_s, zone, Need::Required);
    const auto length = body.integer(u"duration_minutes"_s, 1, 1440, Need::Required);
    for (RequestBody &reader : body.objects(u"attendees"_s, 50))
        booking.attendees.append(readAttendee(reader));
    booking.meetingType = body.text(u"meeting_type"_s, 60, Need::Optional);
    if (const QString how = body.text(u"how"_s, 20, Need::Optional); !how.isEmpty()) {
        const auto known = howFromName(how);
        if (!known)
            body.complain(u"how"_s, Sentence::en("must be video, phone or in_person"));
        booking.how = known.value_or(booking.how);
    } else if (!booking.location.isEmpty()) {
        booking.how = MeetingHow::InPerson;
    }
    if (const auto valid = body.finish(); !valid)
        return tl::unexpected(valid.error());
    auto key = idempotencyKey(request);
    if (!key)
        return tl::unexpected(key.error());
    booking.start = *start;
    booking.length = minutes(*length);
    booking.guestZone = zone;
    booking.guestLanguage = host.language;
    booking.idempotencyKey = std::move(*key);
    return booking;
}

QCoro::Task<ServerResponse> createMeeting(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const Zone zone = parts.engine.booking().host().zone;
    const auto body = RequestBody::read(request);
    if (!body)
        co_return failed(body.error());
    const auto booking = readBooking(*body, request, parts.engine.booking().host());
    if (!booking)
        co_return failed(booking.error());
    const auto claimed = co_await claimKey(parts, booking->idempotencyKey, *caller, request, body->json());
    if (!claimed)
        co_return failed(claimed.error());
    const auto outcome = co_await parts.engine.booking().book(*booking, caller->actor(), request.stop);
    if (!outcome)
        co_return failed(outcome.error());
    co_return answerWith(*outcome, zone, 201);
}

Result<ChangeRequest> readChange(const ServerRequest &request, const Zone &zone)
{
    auto body = RequestBody::read(request);
    if (!body)
        return tl::unexpected(body.error());
    ChangeRequest change;
    change.start = body->instant(u"start"_s, zone, Need::Optional);
    if (const auto length = body->integer(u"duration_minutes"_s, 1, 1440, Need::Optional))
        change.length = minutes(*length);
    if (body->has(u"title"_s))
        change.title = UntrustedText(body->text(u"title"_s, 300, Need::Required));
    if (const auto valid = body->finish(); !valid)
        return tl::unexpected(valid.error());
    return change;
}

QCoro::Task<ServerResponse> changeMeeting(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const auto sequence = ifMatch(request);
    if (!sequence)
        co_return failed(sequence.error());
    const Zone zone = parts.engine.booking().host().zone;
    auto change = readChange(request, zone);
    if (!change)
        co_return failed(change.error());
    change->ifSequence = *sequence;
    const auto meeting = co_await parts.engine.booking().find(request.parameter(u"id"), caller->actor());
    if (!meeting)
        co_return failed(meeting.error());
    const auto outcome = co_await parts.engine.booking().change(meeting->uid, *change, caller->actor(), request.stop);
    if (!outcome && outcome.error().code == ErrorCode::Conflict && *sequence
        && meeting->status != MeetingStatus::Cancelled)
        co_return preconditionFailed();
    if (!outcome)
        co_return failed(outcome.error());
    co_return answerWith(*outcome, zone, 200);
}

QCoro::Task<ServerResponse> cancelMeeting(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return failed(caller.error());
    const auto sequence = ifMatch(request);
    if (!sequence)
        co_return failed(sequence.error());
    const auto meeting = co_await parts.engine.booking().find(request.parameter(u"id"), caller->actor());
    if (!meeting)
        co_return failed(meeting.error());
    const auto cancelled =
        co_await parts.engine.booking().cancel(meeting->uid, *sequence, caller->actor(), request.stop);
    if (!cancelled && cancelled.error().code == ErrorCode::Conflict && *sequence)
        co_return preconditionFailed();
    if (!cancelled)
        co_return failed(cancelled.error());
    co_return answerWith(*cancelled);
}

} // namespace

void addMeetings(Router &router, ApiParts parts)
{
    const QString all = u"/api/v1/meetings"_s;
    const QString one = u"/api/v1/meetings/{id}"_s;
    router.route("GET", all, [parts](ServerRequest request) { return listMeetings(parts, std::move(request)); });
    router.route("POST", all, [parts](ServerRequest request) { return createMeeting(parts, std::move(request)); });
    router.route("GET", one, [parts](ServerRequest request) { return showMeeting(parts, std::move(request)); });
    router.route("PATCH", one, [parts](ServerRequest request) { return changeMeeting(parts, std::move(request)); });
    router.route("DELETE", one, [parts](ServerRequest request) { return cancelMeeting(parts, std::move(request)); });
}

} // namespace ChatCal
