// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine.h"
#include "server/api/caller.h"
#include "server/api/eventfeed.h"
#include "server/api/metricssource.h"
#include "server/api/ratelimit.h"
#include "server/http/router.h"

#include <optional>

namespace ChatCal {

/// What the handlers share; all of it outlives the server.
struct ApiParts
{
    Engine &engine;
    EventFeed &feed;
    MetricsSource *metrics = nullptr; ///< none: the engine's own are all there are
    RateLimit *talk = nullptr; ///< of guests; makeApi() makes it, the router owns it
};

// One function per resource, each in the file of its name.
void addChat(Router &router, ApiParts parts);
void addSessions(Router &router, ApiParts parts);
void addMeetings(Router &router, ApiParts parts);
void addAvailability(Router &router, ApiParts parts);
void addAgenda(Router &router, ApiParts parts);
void addCalendarEvents(Router &router, ApiParts parts);
void addQuickBook(Router &router, ApiParts parts);
void addEvents(Router &router, ApiParts parts);
void addSettings(Router &router, ApiParts parts);
void addAuth(Router &router, ApiParts parts);
void addOutbox(Router &router, ApiParts parts);
void addMailTest(Router &router, ApiParts parts);
void addOwnData(Router &router, ApiParts parts);
void addGuestPage(Router &router, ApiParts parts);
void addHealth(Router &router, ApiParts parts);
void addPages(Router &router, ApiParts parts);
/// CORS, security headers, problem words, metrics and the access log, around all of them.
void addPolicies(Router &router, ApiParts parts);

/// 429 for a guest who talks faster than RATE_LIMIT; never for a host or from this machine.
[[nodiscard]] std::optional<ServerResponse> slowDown(ApiParts parts, const Caller &caller,
                                                     const ServerRequest &request);

/// The complete router of chatcal-server.
[[nodiscard]] Router makeApi(ApiParts parts);

} // namespace ChatCal
