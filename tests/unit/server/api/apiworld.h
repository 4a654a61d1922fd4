// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine.h"
#include "core/net/httpclient.h"
#include "server/api/eventfeed.h"
#include "server/http/httpserver.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace ChatCal {

/// What the server answered.
struct Answer
{
    int status = 0;
    HttpResponse http;
    QJsonObject json; ///< empty when the body is no JSON object

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return http.header(name); }
    [[nodiscard]] QString text(const QString &member) const { return json.value(member).toString(); }
    /// Names of the fields a 422 complains about, in its order.
    [[nodiscard]] QStringList wrongFields() const;
};

/// The whole server in this process: 2026-03-04T09:00 in New York, host Grace Hopper, a folder of its own, a free port.
class ApiWorld
{
public:
    explicit ApiWorld(const std::function<void(Settings &)> &adjust = {}, std::unique_ptr<Store> store = nullptr);
    ~ApiWorld();

    [[nodiscard]] Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                              const HttpHeaders &headers = {});
    [[nodiscard]] QCoro::Task<Result<HttpResponse>> begin(const QByteArray &method, const QString &path,
                                                          const QByteArray &body, const HttpHeaders &headers);
    [[nodiscard]] static Answer read(const Result<HttpResponse> &response);
    [[nodiscard]] Answer get(const QString &path, const HttpHeaders &headers = {});
    [[nodiscard]] Answer post(const QString &path, const QJsonObject &body, const HttpHeaders &headers = {});
    /// As the owner.
    [[nodiscard]] Answer hostGet(const QString &path);
    [[nodiscard]] Answer hostPost(const QString &path, const QJsonObject &body, HttpHeaders headers = {});
    [[nodiscard]] Answer hostSend(const QByteArray &method, const QString &path, const QJsonObject &body,
                                  HttpHeaders headers = {});
    /// One message of a guest; in @p sessionId, or a new talk.
    [[nodiscard]] Answer say(const QString &message, const QString &sessionId = {}, const HttpHeaders &headers = {});
    /// A meeting the owner books; its JSON.
    [[nodiscard]] QJsonObject book(const QString &title, const QString &start, int minutes = 30);

    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] HttpClient &client() { return m_client; }

    static const QByteArray ownerToken;
    [[nodiscard]] static HttpHeaders asOwner();
    [[nodiscard]] static HttpHeaders bearer(const QByteArray &token);
    /// As if it came through a proxy from elsewhere.
    [[nodiscard]] static HttpHeaders fromFar();
    /// A teammate with a token, no admin.
    [[nodiscard]] HttpHeaders asTeammate(const QString &name = QStringLiteral("Alan"));

    static const QString bookingWords; ///< books Ada Lovelace for 0310-1400-30m

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EventFeed> m_feed;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    HttpClient m_client;
};

/// A problem in the form of RFC 9457 with @p status.
void expectProblem(const Answer &answer, int status);

} // namespace ChatCal
