// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "server/api/caller.h"
#include "server/api/problem.h"
#include "server/api/requestbody.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::days;
using std::chrono::minutes;

struct Wish
{
    Interval window;
    minutes length;
    Zone zone;
};

Result<Wish> readWish(const ServerRequest &request, Instant now, const Zone &hostZone)
{
    Wish wish{{now, now + days(7)}, minutes(30), hostZone};
    if (const auto name = request.query.value(u"time_zone"); name && !name->isEmpty()) {
        const auto zone = Zone::find(*name);
        if (!zone)
            return invalidField(u"time_zone"_s, Sentence::en("is not an IANA time zone, such as Europe/Paris"));
        wish.zone = *zone;
    }
    const auto from = instantParameter(request, u"from"_s, wish.zone);
    const auto to = instantParameter(request, u"to"_s, wish.zone);
    const auto length = integerParameter(request, u"duration_minutes"_s, 5, 1440, 30);
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (!length)
        return tl::unexpected(length.error());
    wish.length = minutes(*length);
    if (*from)
        wish.window = {**from, **from + days(7)};
    if (*to)
        wish.window.end = **to;
    if (wish.window.isEmpty())
        return invalidField(u"to"_s, Sentence::en("must be after from"));
    if (wish.window.end - wish.window.start > days(62))
        return invalidField(u"to"_s, Sentence::en("must be within 62 days of from"));
    return wish;
}

QCoro::Task<ServerResponse> availability(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    const auto wish = readWish(request, parts.engine.clock().now(), parts.engine.booking().host().zone);
    if (!wish)
        co_return toProblem(wish.error());
    const auto free =
        co_await parts.engine.booking().availability(wish->window, wish->length, 500, caller->actor(), request.stop);
    if (!free)
        co_return toProblem(free.error());
    co_return ServerResponse::json({{u"slots"_s, slotsToJson(*free, wish->zone)},
                                    {u"time_zone"_s, wish->zone.name()},
                                    {u"duration_minutes"_s, static_cast<int>(wish->length.count())}});
}

} // namespace

void addAvailability(Router &router, ApiParts parts)
{
    router.route("GET", u"/api/v1/availability"_s,
                 [parts](ServerRequest request) { return availability(parts, std::move(request)); });
}

} // namespace ChatCal
