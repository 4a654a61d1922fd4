// SPDX-License-Identifier: Apache-2.0
#include "server/http/serverresponse.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

ServerResponse ServerResponse::json(const QJsonObject &object, int status)
{
    return bytes(toJson(object), "application/json", status);
}

ServerResponse ServerResponse::html(QByteArray page, int status)
{
    return bytes(std::move(page), "text/html; charset=utf-8", status);
}

ServerResponse ServerResponse::text(QByteArray text, int status)
{
    return bytes(std::move(text), "text/plain; charset=utf-8", status);
}

ServerResponse ServerResponse::bytes(QByteArray bytes, QByteArrayView contentType, int status)
{
    ServerResponse response;
    response.status = status;
    response.headers.add("Content-Type", contentType);
    response.body = std::move(bytes);
    return response;
}

ServerResponse ServerResponse::noContent()
{
    ServerResponse response;
    response.status = 204;
    return response;
}

ServerResponse ServerResponse::eventStream(StreamBody body, AtDrain atDrain)
{
    ServerResponse response;
    response.headers.add("Content-Type", "text/event-stream");
    response.headers.add("Cache-Control", "no-store");
    // Proxies hold answers back to join them; this one nginx obeys.
    response.headers.add("X-Accel-Buffering", "no");
    response.stream = std::move(body);
    response.atDrain = atDrain;
    return response;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 425:
        return "Too Early";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "";
    }
}

ServerResponse problemResponse(int status, const QString &detail)
{
    return ServerResponse::bytes(toJson({{u"type"_s, u"about:blank"_s},
                                         {u"title"_s, QString::fromLatin1(reasonPhrase(status))},
                                         {u"status"_s, status},
                                         {u"detail"_s, detail}}),
                                 "application/problem+json", status);
}

} // namespace ChatCal
