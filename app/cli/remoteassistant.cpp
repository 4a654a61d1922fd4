// SPDX-License-Identifier: Apache-2.0
#include "app/cli/assistant.h"

#include "core/base/json.h"
#include "core/net/httpclient.h"
#include "core/time/words.h"

#include <QCoroTask>

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

class RemoteAssistant final : public Assistant
{
public:
    RemoteAssistant(QUrl server, Secret token, bool asGuest)
        : m_server(std::move(server)), m_token(std::move(token)), m_asGuest(asGuest)
    {
    }

    Result<QJsonObject> chat(const QString &message, const QString &sessionId) override
    {
        QJsonObject body{{u"message"_s, message}};
        if (!sessionId.isEmpty())
            body.insert(u"session_id"_s, sessionId);
        return call("POST", u"/chat"_s, body);
    }

    Result<QJsonObject> book(const QString &text) override
    {
        return call("POST", u"/api/v1/quick-book"_s, {{u"text"_s, text}, {u"commit"_s, true}});
    }

    Result<QJsonObject> agenda(const QString &words) override
    {
        // The server's zone and clock decide which day is meant; both come with an empty look at the agenda.
        const auto health = call("GET", u"/health"_s, {});
        if (!health)
            return health;
        const auto look = call("GET", u"/api/v1/agenda"_s, {});
        if (!look)
            return look;
        const Zone zone = Zone::find(look->value("time_zone"_L1).toString()).value_or(Zone());
        const auto now = fromRfc3339(health->value("timestamp"_L1).toString());
        const LocalTime local = zone.toLocal(now.value_or(SystemClock().now()));
        const auto days = daysMeant(words, local, zone);
        if (!days)
            return tl::unexpected(days.error());
        QUrlQuery query{{u"from"_s, toIsoLocal(days->first)}, {u"to"_s, toIsoLocal(days->second)}};
        return call("GET", u"/api/v1/agenda?"_s + query.toString(), {});
    }

private:
    Result<QJsonObject> call(const QByteArray &method, const QString &path, const QJsonObject &body)
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(m_server.toString(QUrl::StripTrailingSlash) + path);
        request.timeout = std::chrono::seconds(25);
        request.headers = {{"Content-Type", "application/json"}};
        if (!m_asGuest && !m_token.isEmpty())
            request.headers.append({"Authorization", "Bearer " + m_token.reveal()});
        if (method != "GET")
            request.body = toJson(body);
        const auto response = QCoro::waitFor(m_http.send(request, {}));
        if (!response)
            return failure(response.error().code,
                           u"%1 does not answer: %2"_s.arg(m_server.toString(), response.error().detail));
        const auto json = parseJsonObject(response->body);
        if (!json)
            return failure(ErrorCode::Protocol, u"%1 does not answer in JSON"_s.arg(m_server.toString()));
        if (!response->isSuccess() && response->status != 409)
            return failure(ErrorCode::InvalidInput, json->value("detail"_L1).toString());
        return json;
    }

    HttpClient m_http;
    QUrl m_server;
    Secret m_token;
    bool m_asGuest;
};

} // namespace

Result<std::unique_ptr<Assistant>> makeRemoteAssistant(const CliArguments &arguments)
{
    const Secret token(qgetenv("CHATCAL_TOKEN"));
    if (token.isEmpty() && !arguments.asGuest)
        return failure(ErrorCode::Unauthorized, u"--server needs the token in CHATCAL_TOKEN (or --guest, for chat)"_s);
    return std::make_unique<RemoteAssistant>(arguments.server, token, arguments.asGuest);
}

} // namespace ChatCal
