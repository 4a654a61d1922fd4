// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::days;

QJsonObject toJson(const Event &event, const Zone &zone, const QString &usual)
{
    QJsonObject json{{u"uid"_s, event.uid},
                     {u"title"_s, event.title.stored()},
                     {u"start"_s, toRfc3339({event.when.start, zone})},
                     {u"end"_s, toRfc3339({event.when.end, zone})},
                     {u"all_day"_s, event.allDay},
                     {u"location"_s, event.location.stored()},
                     {u"calendar"_s, event.calendar.isEmpty() ? usual : event.calendar}};
    if (!event.meetingId.isEmpty())
        json.insert(u"meeting_id"_s, event.meetingId);
    return json;
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
    const Error outOfOrder{ErrorCode::InvalidInput, {}, {}, {{u"to"_s, u"must be after from, within 370 days"_s}}};
    if (window.isEmpty() || window.end - window.start > days(370))
        co_return toProblem(outOfOrder);
    const auto events = co_await parts.engine.calendar().list(window, request.stop);
    if (!events)
        co_return toProblem(events.error());
    QJsonArray list;
    for (const Event &event : *events)
        list.append(toJson(event, zone, parts.engine.calendar().name()));
    co_return ServerResponse::json({{u"events"_s, list}, {u"time_zone"_s, zone.name()}});
}

} // namespace

void addAgenda(Router &router, ApiParts parts)
{
    router.route("GET", u"/api/v1/agenda"_s,
                 [parts](ServerRequest request) { return agenda(parts, std::move(request)); });
}

} // namespace ChatCal
