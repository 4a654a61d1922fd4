// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/agendaevent.h"
#include "server/api/caller.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::days;

using Meetings = QHash<QString, Meeting>; // by UID

/// The meetings of @p window, pending ones too.
QCoro::Task<Result<Meetings>> meetingsWithin(ApiParts parts, Interval window, Actor actor)
{
    Meetings found;
    for (const std::optional<MeetingStatus> status : {std::optional<MeetingStatus>(), {MeetingStatus::Pending}}) {
        MeetingQuery query{window.start, window.end, status, {}, 500, {}};
        do {
            const auto page = co_await parts.engine.booking().meetings(query, actor);
            if (!page)
                co_return tl::unexpected(page.error());
            for (const Meeting &meeting : page->meetings)
                found.insert(meeting.uid, meeting);
            query.cursor = page->next;
        } while (!query.cursor.isEmpty());
    }
    co_return found;
}

QCoro::Task<ServerResponse> agenda(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    const Zone zone = parts.engine.booking().host().zone;
    const auto from = instantParameter(request, u"from"_s, zone);
    if (!from)
        co_return toProblem(from.error());
    const auto to = instantParameter(request, u"to"_s, zone);
    if (!to)
        co_return toProblem(to.error());
    const Instant today = zone.toInstant(zone.toLocalDate(parts.engine.clock().now()));
    const Instant start = from->value_or(today);
    const Interval window{start, to->value_or(start + days(7))};
    const Error outOfOrder{
        ErrorCode::InvalidInput, {}, {}, {{u"to"_s, Sentence::en("must be after from, within 370 days")}}};
    if (window.isEmpty() || window.end - window.start > days(370))
        co_return toProblem(outOfOrder);
    const auto events = co_await parts.engine.calendar().list(window, request.stop);
    if (!events)
        co_return toProblem(events.error());
    const auto meetings = co_await meetingsWithin(parts, window, caller->actor());
    if (!meetings)
        co_return toProblem(meetings.error());
    QJsonArray list;
    for (const Event &event : *events) {
        const auto meeting = meetings->constFind(event.uid);
        list.append(agendaEvent(event, meeting == meetings->constEnd() ? nullptr : &*meeting, zone,
                                parts.engine.calendar().name()));
    }
    co_return ServerResponse::json({{u"events"_s, list}, {u"time_zone"_s, zone.name()}});
}

} // namespace

void addAgenda(Router &router, ApiParts parts)
{
    router.route("GET", u"/api/v1/agenda"_s,
                 [parts](ServerRequest request) { return agenda(parts, std::move(request)); });
}

} // namespace ChatCal
