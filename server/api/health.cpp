// SPDX-License-Identifier: Apache-2.0
#include "server/api/resources.h"

#include "core/base/version.h"
#include "core/time/words.h"
#include "server/api/caller.h"
#include "server/api/problem.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject toJson(const ServiceHealth &service, bool withDetail)
{
    QJsonObject json{{u"status"_s, healthName(service.status)}};
    if (withDetail && !service.detail.isEmpty())
        json.insert(u"detail"_s, service.detail);
    return json;
}

/// 503 while @p isUp is not, and when to ask again.
ServerResponse stateOf(const QJsonObject &json, bool isUp)
{
    ServerResponse response = ServerResponse::json(json, isUp ? 200 : 503);
    if (!isUp)
        response.headers.set("Retry-After", "5");
    return response;
}

QCoro::Task<ServerResponse> health(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    // A store that is gone cannot tell who asks; the answer is then the one for strangers.
    const bool isTrusted = caller && (caller->isAdmin() || caller->isLocal);
    const HealthReport report = co_await parts.engine.health();
    const auto overall = report.overall();
    const Zone zone = parts.engine.booking().host().zone;
    co_return stateOf({{u"status"_s, healthName(overall)},
                       {u"version"_s, versionText()},
                       {u"timestamp"_s, toRfc3339({parts.engine.clock().now(), zone})},
                       {u"services"_s,
                        QJsonObject{{u"store"_s, toJson(report.store, isTrusted)},
                                    {u"llm"_s, toJson(report.llm, isTrusted)},
                                    {u"calendar"_s, toJson(report.calendar, isTrusted)},
                                    {u"email"_s, toJson(report.email, isTrusted)}}}},
                      overall != ServiceHealth::Status::Unhealthy);
}

QCoro::Task<ServerResponse> live(ServerRequest)
{
    // Asked most of all, and always the same.
    co_return ServerResponse::bytes("{\"status\":\"live\"}", "application/json");
}

QCoro::Task<ServerResponse> ready(ApiParts parts)
{
    const HealthReport report = co_await parts.engine.health();
    const bool isReady = parts.engine.isStarted() && report.store.status != ServiceHealth::Status::Unhealthy
        && report.calendar.status != ServiceHealth::Status::Unhealthy;
    co_return stateOf({{u"status"_s, isReady ? u"ready"_s : u"not ready"_s}}, isReady);
}

/// How each part is now, as this process sees it: not among the metrics the processes add up.
QByteArray toMetrics(const HealthReport &report)
{
    QByteArray text = "# HELP chatcal_service_health 1 healthy, 0.5 degraded, 0 unhealthy\n"
                      "# TYPE chatcal_service_health gauge\n";
    const auto tell = [&text](const char *name, const ServiceHealth &service) {
        const bool isHealthy = service.status == ServiceHealth::Status::Healthy;
        const char *value = isHealthy ? "1" : service.status == ServiceHealth::Status::Degraded ? "0.5" : "0";
        text.append("chatcal_service_health{service=\"").append(name).append("\"} ").append(value).append('\n');
    };
    tell("store", report.store);
    tell("llm", report.llm);
    tell("calendar", report.calendar);
    tell("email", report.email);
    return text;
}

QCoro::Task<ServerResponse> metrics(ApiParts parts, ServerRequest request)
{
    const auto caller = co_await identify(&parts.engine.accounts(), request);
    if (!caller)
        co_return toProblem(caller.error());
    if (!caller->isLocal && !caller->isHost())
        co_return toProblem(Error{ErrorCode::Unauthorized, {}, {}, {}});
    if (!caller->isLocal && !caller->isAdmin())
        co_return problem(403, Sentence::en("Forbidden"), Sentence::en("Only an admin may read the metrics."));
    const QByteArray type = "text/plain; version=0.0.4; charset=utf-8";
    const HealthReport report = co_await parts.engine.health();
    if (!parts.metrics)
        co_return ServerResponse::bytes(parts.engine.metrics().text() + toMetrics(report), type);
    const auto total = co_await parts.metrics->metricsText();
    if (!total)
        co_return toProblem(total.error());
    co_return ServerResponse::bytes(*total + toMetrics(report), type);
}

QCoro::Task<ServerResponse> version(ServerRequest)
{
    co_return ServerResponse::json({{u"name"_s, u"ChatCal"_s}, {u"version"_s, versionText()}});
}

} // namespace

void addHealth(Router &router, ApiParts parts)
{
    router.route("GET", u"/health"_s, [parts](ServerRequest request) { return health(parts, std::move(request)); });
    router.route("GET", u"/health/live"_s, live);
    router.route("GET", u"/health/ready"_s, [parts](const ServerRequest &) { return ready(parts); });
    router.route("GET", u"/metrics"_s, [parts](ServerRequest request) { return metrics(parts, std::move(request)); });
    router.route("GET", u"/version"_s, version);
}

} // namespace ChatCal
