// SPDX-License-Identifier: Apache-2.0
// Serves one small JSON answer and an echo, so that a load generator measures the connection layer and nothing else:
//     bench_http_server 8080 & wrk -c64 -t1 -d5 --latency http://127.0.0.1:8080/hello

#include "server/http/httpserver.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ChatCal;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Router router;
    router.route("GET", u"/hello"_s, [](ServerRequest) -> QCoro::Task<ServerResponse> {
        co_return ServerResponse::bytes(R"({"status":"healthy","version":"1.0","message":"hello"})",
                                        "application/json");
    });
    router.route("POST", u"/echo"_s, [](ServerRequest request) -> QCoro::Task<ServerResponse> {
        co_return ServerResponse::bytes(request.body, "application/json");
    });
    HttpServer server(std::move(router));
    const quint16 wanted = argc > 1 ? QByteArray(argv[1]).toUShort() : 0;
    const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), wanted);
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().detail));
        return 1;
    }
    std::printf("http://127.0.0.1:%d\n", *port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
