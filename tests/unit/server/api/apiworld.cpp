// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

#include "core/base/json.h"
#include "core/time/words.h"
#include "server/api/resources.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

const QByteArray ApiWorld::ownerToken = "owner-token-of-the-tests";
const QString ApiWorld::bookingWords = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s;

QStringList Answer::wrongFields() const
{
    QStringList names;
    const QJsonArray errors = json["errors"_L1].toArray();
    for (const auto &error : errors)
        names.append(error["field"_L1].toString());
    return names;
}

ApiWorld::ApiWorld(const std::function<void(Settings &)> &adjust, std::unique_ptr<Store> store)
{
    Settings settings;
    settings.dataDir = m_folder.path();
    settings.hostName = u"Grace Hopper"_s;
    settings.hostEmail = u"grace@example.org"_s;
    settings.zone = *Zone::find(u"America/New_York"_s);
    settings.models = {u"offline"_s};
    settings.hostToken = Secret(ownerToken);
    settings.startOfClock = settings.zone.toInstant(*fromIsoLocal(u"2026-03-04T09:00:00"_s));
    settings.logRequests = false;
    if (adjust)
        adjust(settings);
    m_engine = store ? orDie(Engine::openOn(std::move(store), std::move(settings)), "opening the engine")
                     : orDie(Engine::open(std::move(settings)), "opening the engine");
    orDie(await(m_engine->start()), "starting the engine");
    m_feed = std::make_unique<EventFeed>(*m_engine);
    m_server = std::make_unique<HttpServer>(makeApi({*m_engine, *m_feed}));
    m_port = orDie(m_server->listen(QHostAddress::LocalHost, 0), "listening");
}

ApiWorld::~ApiWorld()
{
    m_server.reset();
    m_feed.reset();
    m_engine.reset();
    // What the engine left waiting for the store's answers comes to its end.
    QCoreApplication::processEvents();
}

QUrl ApiWorld::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QCoro::Task<Result<HttpResponse>> ApiWorld::begin(const QByteArray &method, const QString &path, const QByteArray &body,
                                                  const HttpHeaders &headers)
{
    HttpRequest request;
    request.method = method;
    request.url = url(path);
    request.headers = headers;
    request.body = body;
    request.timeout = std::chrono::seconds(30);
    if (!body.isEmpty())
        request.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    return m_client.send(std::move(request), {});
}

Answer ApiWorld::read(const Result<HttpResponse> &response)
{
    EXPECT_TRUE(response) << (response ? "" : qPrintable(response.error().detail));
    if (!response)
        return {};
    return {response->status, *response, parseJsonObject(response->body).value_or(QJsonObject())};
}

Answer ApiWorld::send(const QByteArray &method, const QString &path, const QByteArray &body, const HttpHeaders &headers)
{
    return read(await(begin(method, path, body, headers)));
}

Answer ApiWorld::get(const QString &path, const HttpHeaders &headers)
{
    return send("GET", path, {}, headers);
}

Answer ApiWorld::post(const QString &path, const QJsonObject &body, const HttpHeaders &headers)
{
    return send("POST", path, toJson(body), headers);
}

Answer ApiWorld::hostGet(const QString &path)
{
    return get(path, asOwner());
}

Answer ApiWorld::hostPost(const QString &path, const QJsonObject &body, HttpHeaders headers)
{
    return hostSend("POST", path, body, std::move(headers));
}

Answer ApiWorld::hostSend(const QByteArray &method, const QString &path, const QJsonObject &body, HttpHeaders headers)
{
    headers += asOwner();
    return send(method, path, method == "DELETE" ? QByteArray() : toJson(body), headers);
}

Answer ApiWorld::say(const QString &message, const QString &sessionId, const HttpHeaders &headers)
{
    QJsonObject body{{u"message"_s, message}};
    if (!sessionId.isEmpty())
        body.insert(u"session_id"_s, sessionId);
    return post(u"/chat"_s, body, headers);
}

QJsonObject ApiWorld::book(const QString &title, const QString &start, int minutes)
{
    const Answer answer =
        hostPost(u"/api/v1/meetings"_s, {{u"title"_s, title}, {u"start"_s, start}, {u"duration_minutes"_s, minutes}});
    EXPECT_EQ(answer.status, 201) << answer.http.body.toStdString();
    return answer.json;
}

HttpHeaders ApiWorld::bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

HttpHeaders ApiWorld::asOwner()
{
    return bearer(ownerToken);
}

HttpHeaders ApiWorld::fromFar()
{
    return {{"X-Forwarded-For", "203.0.113.9"}};
}

HttpHeaders ApiWorld::asTeammate(const QString &name)
{
    const Secret token = orDie(await(m_engine->accounts().add(name)), "adding a token");
    return bearer(token.reveal());
}

void expectProblem(const Answer &answer, int status)
{
    EXPECT_EQ(answer.status, status) << answer.http.body.toStdString();
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(answer.json["status"_L1].toInt(), status);
    for (const auto &member : {u"type"_s, u"title"_s, u"detail"_s})
        EXPECT_FALSE(answer.text(member).isEmpty()) << qPrintable(member);
}

} // namespace ChatCal
