// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "server/http/httpserver.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace ChatCal {

/// The calls of api.md the desktop uses, answered from a script, over a real socket. Refuses a wrong token.
class FakeApi
{
public:
    FakeApi();

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] Secret token() const { return Secret("a-token-for-tests"); }

    QJsonObject preview; ///< what quick-book without commit answers
    QJsonObject outcome; ///< with commit
    int outcomeStatus = 201;
    QJsonObject agenda;
    QStringList texts; ///< every text sent for preview
    QStringList booked; ///< every text sent to be booked
    QStringList keys; ///< their Idempotency-Keys

private:
    QCoro::Task<ServerResponse> quickBook(ServerRequest request);
    [[nodiscard]] bool isAuthorized(const ServerRequest &request) const;

    std::unique_ptr<HttpServer> m_server;
    QUrl m_url;
};

} // namespace ChatCal
