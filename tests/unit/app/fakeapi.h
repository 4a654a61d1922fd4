// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "server/http/httpserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace ChatCal {

/// The calls of api.md the desktop uses, over a real socket: previews, the agenda and quick bookings answered from a
/// script, meetings kept like the server keeps them. Refuses a wrong token.
class FakeApi
{
public:
    FakeApi();

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] Secret token() const { return Secret("a-token-for-tests"); }
    /// A meeting that is there, as the server tells it; its JSON.
    QJsonObject addMeeting(const QString &uid, const QString &title, const QString &start, int minutes = 30);

    /// An event that is no meeting, under "id-" and its title.
    void addEvent(const QString &title, const QString &start, const QString &end);

    QJsonObject preview; ///< what quick-book without commit answers
    QJsonObject outcome; ///< with commit
    int outcomeStatus = 201;
    QJsonObject agenda;
    QJsonObject availability{{QStringLiteral("slots"), QJsonArray()}};
    QJsonObject settings;
    QMap<QString, QJsonObject> meetings; ///< by UID
    QMap<QString, QJsonObject> events; ///< that are no meetings, by id
    QMap<QString, QJsonObject> removed; ///< of them
    /// Answers a call in place of all else when it returns something: a failure, a refusal.
    std::function<std::optional<ServerResponse>(const ServerRequest &)> before;

    QStringList texts; ///< every text sent for preview
    QStringList booked; ///< every text sent to be booked, repeats with a known key too
    QStringList keys; ///< their Idempotency-Keys
    QJsonArray literal; ///< of the newest text, sent for preview or to be booked
    QStringList calls; ///< "PATCH /api/v1/meetings/1", each call with a right token
    QStringList
        done; ///< every change that was carried out: "book TITLE", "move UID", "cancel UID", "delete ID", "restore ID"

private:
    using Handler = ServerResponse (FakeApi::*)(const ServerRequest &);
    void serve(Router &router, const QByteArray &method, const QString &path, Handler handler);
    ServerResponse quickBook(const ServerRequest &request);
    ServerResponse book(const ServerRequest &request);
    ServerResponse showMeeting(const ServerRequest &request);
    ServerResponse changeMeeting(const ServerRequest &request);
    ServerResponse cancelMeeting(const ServerRequest &request);
    ServerResponse moveEvent(const ServerRequest &request);
    ServerResponse removeEvent(const ServerRequest &request);
    ServerResponse restoreEvent(const ServerRequest &request);
    ServerResponse changeSettings(const ServerRequest &request);
    ServerResponse answerAgenda(const ServerRequest &) { return ServerResponse::json(agenda); }
    ServerResponse answerSlots(const ServerRequest &) { return ServerResponse::json(availability); }
    ServerResponse answerSettings(const ServerRequest &) { return ServerResponse::json(settings); }
    [[nodiscard]] bool isAuthorized(const ServerRequest &request) const;

    std::unique_ptr<HttpServer> m_server;
    QUrl m_url;
    QMap<QString, ServerResponse> m_answers; ///< by Idempotency-Key
};

} // namespace ChatCal
