// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/json.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QCoro::Task<ServerResponse> showSettings(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyHost(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    co_return ServerResponse::json(parts.engine.hostSettings().current());
}

QCoro::Task<ServerResponse> changeSettings(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identifyAdmin(&parts.engine.accounts(), request,
                                               Sentence::en("Only an admin may change the settings."));
    if (!caller)
        co_return caller.error();
    const auto wish = parseJsonObject(request.body);
    if (!wish)
        co_return toProblem(wish.error());
    const auto changed = co_await parts.engine.hostSettings().change(*wish);
    if (!changed)
        co_return toProblem(changed.error());
    co_return ServerResponse::json(*changed);
}

} // namespace

void addSettings(Router &router, ApiParts parts)
{
    const QString path = u"/api/v1/settings"_s;
    router.route("GET", path, [parts](ServerRequest request) { return showSettings(parts, std::move(request)); });
    router.route("PUT", path, [parts](ServerRequest request) { return changeSettings(parts, std::move(request)); });
}

} // namespace ChatCal
