// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/unit/server/http/gate.h"
#include "tests/unit/server/http/rawclient.h"

#include <gmock/gmock.h>

namespace ChatCal {

inline const QByteArray kGet = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

/// A server with a few routes on a free port of loopback.
class HttpConnection : public testing::Test
{
protected:
    void SetUp() override
    {
        router.route("GET", QStringLiteral("/a"),
                     [](ServerRequest) -> QCoro::Task<ServerResponse> { co_return ServerResponse::text("a"); });
        router.route("POST", QStringLiteral("/echo"), [](ServerRequest request) -> QCoro::Task<ServerResponse> {
            co_return ServerResponse::text(request.body);
        });
        router.route("GET", QStringLiteral("/gate/{name}"), [this](ServerRequest request) {
            stops[request.parameter(u"name")] = request.stop;
            return waitAtGate(gates[request.parameter(u"name")], request.parameter(u"name"));
        });
    }

    /// Answers with its name once its gate is open.
    static QCoro::Task<ServerResponse> waitAtGate(std::shared_ptr<Gate> gate, QString name)
    {
        co_await Gate::pass(gate);
        co_return ServerResponse::text(name.toUtf8());
    }

    static QCoro::Task<ServerResponse> answerWith(QByteArray body) { co_return ServerResponse::text(body); }

    std::shared_ptr<Gate> gate(const QString &name)
    {
        auto &entry = gates[name];
        if (!entry)
            entry = std::make_shared<Gate>();
        return entry;
    }

    static QByteArray getGate(const QByteArray &name) { return "GET /gate/" + name + " HTTP/1.1\r\nHost: h\r\n\r\n"; }

    void start()
    {
        server = std::make_unique<HttpServer>(std::move(router), limits);
        const auto result = server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        ASSERT_TRUE(result);
        port = *result;
    }

    Router router;
    HttpLimits limits;
    QHash<QString, std::shared_ptr<Gate>> gates;
    QHash<QString, std::stop_token> stops;
    std::unique_ptr<HttpServer> server;
    quint16 port = 0;
};

} // namespace ChatCal
