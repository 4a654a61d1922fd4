// SPDX-License-Identifier: Apache-2.0
#include "server/http/exchange.h"

#include "server/http/requestparser.h"
#include "server/http/requesttarget.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isKnownMethod(const QByteArray &method)
{
    return method == "GET" || method == "POST" || method == "HEAD" || method == "OPTIONS" || method == "PUT"
        || method == "PATCH" || method == "DELETE";
}

} // namespace

QByteArray newRequestId()
{
    const quint64 number = QRandomGenerator::global()->generate64();
    QByteArray id(16, Qt::Uninitialized);
    for (int i = 0; i < 16; ++i)
        id[i] = "0123456789abcdef"[(number >> (4 * i)) & 15];
    return id;
}

std::optional<HttpRefusal> openExchange(Exchange &exchange, RequestParser &parser, const Router &router)
{
    exchange.isHttp10 = parser.minorVersion == 0;
    exchange.isHead = parser.method == "HEAD";
    exchange.keepAlive = parser.keepsAlive();
    ServerRequest &request = exchange.request;
    request.method = parser.method;
    request.headers = std::move(parser.headers);

    if (!isKnownMethod(request.method))
        return HttpRefusal{501, u"This server does not know the method."_s};
    const auto target = parseRequestTarget(parser.target);
    if (!target || (target->segments.isEmpty() && request.method != "OPTIONS"))
        return HttpRefusal{400, u"The request target is malformed."_s};
    request.path = target->path();
    request.query = target->query;
    if (target->authority)
        request.headers.set("Host", *target->authority); // RFC 9112 §3.2.2

    exchange.match = router.match(request.method, target->segments);
    if (const auto &route = exchange.match.route) {
        request.route = route->pattern;
        for (qsizetype i = 0; i < route->names.size(); ++i)
            request.parameters.append({route->names.at(i), exchange.match.values.at(i)});
    }

    // RFC 9110 §10.1.1; HTTP/1.0 does not know Expect.
    const QByteArray expect = exchange.isHttp10 ? QByteArray() : request.headers.value("Expect");
    if (!expect.isEmpty() && expect.compare("100-continue", Qt::CaseInsensitive) != 0)
        return HttpRefusal{417, u"The only expectation known here is \"100-continue\"."_s};
    exchange.owesContinue = !expect.isEmpty() && parser.expectsBody();
    return std::nullopt;
}

ServerResponse answerWithoutRoute(const Exchange &exchange)
{
    const QByteArray &allow = exchange.match.allow;
    const ServerRequest &request = exchange.request;
    if (allow.isEmpty() && request.path != u"*")
        return refusalOf({404, u"There is nothing at this path."_s});
    ServerResponse response = request.method == "OPTIONS"
        ? ServerResponse::noContent()
        : refusalOf({405, u"This path does not answer to that method."_s});
    if (!allow.isEmpty())
        response.headers.set("Allow", allow);
    return response;
}

ServerResponse refusalOf(const HttpRefusal &refusal)
{
    ServerResponse response = problemResponse(refusal.status, refusal.detail);
    if (refusal.status == 503)
        response.headers.set("Retry-After", "5");
    return response;
}

} // namespace ChatCal
