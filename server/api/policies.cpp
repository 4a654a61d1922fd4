// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/ops/log.h"
#include "core/ops/requestscope.h"
#include "server/api/personslanguage.h"
#include "server/api/problem.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Pages of any origin may embed the widget; what it may load itself is only its own.
constexpr QByteArrayView pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                      "connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; "
                                      "form-action 'self'; frame-ancestors *";
/// The API description's page sets styles from its script.
constexpr QByteArrayView docsPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self' data:; worker-src blob:; "
    "base-uri 'none'; frame-ancestors 'none'";

/// The guest's page is nobody's frame: a page around it could have its buttons pressed unseen.
constexpr QByteArrayView guestPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                       "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

QByteArrayView policyOf(const QString &path)
{
    if (path == "/docs"_L1)
        return docsPolicy;
    return path.startsWith("/m/"_L1) ? guestPolicy : pagePolicy;
}

bool isAllowed(const QStringList &origins, const QByteArray &origin)
{
    return origins.contains(u"*"_s) || origins.contains(QString::fromLatin1(origin));
}

void addCors(ServerResponse &response, const QStringList &origins, const QByteArray &origin)
{
    response.headers.add("Vary", "Origin");
    if (origin.isEmpty() || !isAllowed(origins, origin))
        return;
    // Credentials are headers, never cookies: Allow-Credentials is not needed and not given.
    response.headers.set("Access-Control-Allow-Origin", origins.contains(u"*"_s) ? QByteArray("*") : origin);
    response.headers.set("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
}

/// The server itself answers OPTIONS with Allow; a preflight also wants to know which headers it may send.
void answerPreflight(const ServerRequest &request, ServerResponse &response)
{
    const QByteArray allowed = response.headers.value("Allow");
    if (request.method != "OPTIONS" || allowed.isEmpty() || !request.headers.contains("Access-Control-Request-Method"))
        return;
    response.headers.set("Access-Control-Allow-Methods", allowed);
    response.headers.set("Access-Control-Allow-Headers",
                         "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID");
    response.headers.set("Access-Control-Max-Age", "600");
}

void addSecurity(const ServerRequest &request, ServerResponse &response)
{
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("X-Request-Id", request.requestId);
    const bool isPage = response.headers.value("Content-Type").startsWith("text/html");
    if (isPage)
        response.headers.set("Content-Security-Policy", policyOf(request.path));
    if (!response.headers.contains("Cache-Control"))
        response.headers.set("Cache-Control", "no-store");
}

/// Metrics live as long as the process: a client's made-up methods must not each begin a series.
QString methodLabel(const QByteArray &method)
{
    static const QByteArrayList known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return known.contains(method) ? QString::fromLatin1(method) : u"other"_s;
}

void record(ApiParts parts, const ServerRequest &request, const ServerResponse &response)
{
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - request.receivedAt);
    const QString route = request.route.isEmpty() ? u"none"_s : request.route;
    parts.engine.metrics().request(methodLabel(request.method), route, response.status, took);
    const bool isProbe = route == "/health/live"_L1;
    if (response.status < 500 && (isProbe || !parts.engine.settings().logRequests))
        return;
    logEvent(u"request"_s,
             {{u"request_id"_s, QString::fromLatin1(request.requestId)},
              {u"method"_s, methodLabel(request.method)},
              {u"route"_s, route},
              {u"status"_s, response.status},
              {u"microseconds"_s, static_cast<qint64>(took.count())}});
}

/// What needs the engine's state.
bool isServedFromState(const QString &path)
{
    static const QStringList folders{u"/sessions"_s, u"/api/"_s, u"/m/"_s, u"/auth/"_s, u"/chat/"_s};
    return path == "/chat"_L1
        || std::any_of(folders.begin(), folders.end(), [&](const QString &folder) { return path.startsWith(folder); });
}

} // namespace

void addPolicies(Router &router, ApiParts parts)
{
    router.addBefore([parts](const ServerRequest &request) -> std::optional<ServerResponse> {
        setCurrentRequest(request.requestId);
        if (parts.engine.isStarted() || !isServedFromState(request.path))
            return std::nullopt;
        return toProblem(Error{ErrorCode::Unavailable, u"the store was not there yet"_s, std::chrono::seconds(1), {}});
    });
    router.addAfter([parts](const ServerRequest &request, ServerResponse &response) {
        sayIn(languageOf(request), response);
        addCors(response, parts.engine.settings().corsOrigins, request.headers.value("Origin"));
        answerPreflight(request, response);
        addSecurity(request, response);
        record(parts, request, response);
        setCurrentRequest({});
    });
}

std::optional<ServerResponse> slowDown(ApiParts parts, const Caller &caller, const ServerRequest &request)
{
    if (!parts.talk || caller.isHost() || caller.isLocal)
        return std::nullopt;
    const QHostAddress client = clientAddress(request, parts.engine.settings().trustedProxies);
    const auto wait = parts.talk->take(client, std::chrono::steady_clock::now());
    if (wait == wait.zero())
        return std::nullopt;
    ServerResponse response =
        problem(429, Sentence::en("Too many messages"),
                Sentence::en("Many messages came from your address; please wait %1 s.").arg(wait.count()));
    response.headers.set("Retry-After", QByteArray::number(wait.count()));
    return response;
}

Router makeApi(ApiParts parts)
{
    Router router;
    const auto talk = std::make_shared<RateLimit>(parts.engine.settings().chatPerMinute);
    parts.talk = talk.get();
    router.keep(talk);
    addChat(router, parts);
    addSessions(router, parts);
    addMeetings(router, parts);
    addAvailability(router, parts);
    addAgenda(router, parts);
    addCalendarEvents(router, parts);
    addQuickBook(router, parts);
    addEvents(router, parts);
    addSettings(router, parts);
    addAuth(router, parts);
    addOutbox(router, parts);
    addMailTest(router, parts);
    addOwnData(router, parts);
    addGuestPage(router, parts);
    addHealth(router, parts);
    addPages(router, parts);
    addPolicies(router, parts);
    return router;
}

} // namespace ChatCal
