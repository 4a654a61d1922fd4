// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/http/httpfixture.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QTcpServer>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ChatCal;
using namespace std::chrono_literals;

TEST_F(HttpConnection, AnswersPipelinedRequestsInOrder)
{
    const auto slow = gate(u"slow"_s);
    const auto slower = gate(u"slower"_s);
    start();
    RawClient client(port);
    client.send(getGate("slower") + getGate("slow") + kGet);
    ASSERT_TRUE(eventually([&] { return slow->waiting() == 1 && slower->waiting() == 1; }));
    slow->open();
    QCoreApplication::processEvents();
    EXPECT_EQ(client.received(), QByteArray());
    slower->open();
    EXPECT_EQ(client.next().body, "slower");
    EXPECT_EQ(client.next().body, "slow");
    EXPECT_EQ(client.next().body, "a");
}

TEST_F(HttpConnection, WorksOnNoMoreRequestsOfOneClientThanThePipelineDepth)
{
    limits.pipelineDepth = 3;
    const auto first = gate(u"first"_s);
    const auto rest = gate(u"rest"_s);
    start();
    RawClient client(port);
    client.send(getGate("first") + getGate("rest") + getGate("rest") + getGate("rest") + getGate("rest"));
    ASSERT_TRUE(eventually([&] { return rest->waiting() == 2; }));
    RawClient other(port);
    other.send(kGet);
    ASSERT_TRUE(other.next());
    EXPECT_EQ(rest->waiting(), 2);
    first->open();
    EXPECT_TRUE(client.next());
    EXPECT_TRUE(eventually([&] { return rest->waiting() == 3; }));
    rest->open();
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(client.next().body, "rest");
}

TEST_F(HttpConnection, ThousandPipelinedRequestsAllGetTheirAnswer)
{
    start();
    RawClient client(port);
    client.send(kGet.repeated(1000));
    for (int i = 0; i < 1000; ++i)
        ASSERT_EQ(client.next().status, 200) << i;
}

TEST_F(HttpConnection, AsksTheHandlerToStopWhenTheClientLeaves)
{
    const auto held = gate(u"held"_s);
    start();
    {
        RawClient client(port);
        client.send(getGate("held") + getGate("held"));
        ASSERT_TRUE(eventually([&] { return held->waiting() == 2; }));
        EXPECT_FALSE(stops[u"held"_s].stop_requested());
        client.leave();
    }
    EXPECT_TRUE(eventually([&] { return stops[u"held"_s].stop_requested(); }));
    EXPECT_TRUE(eventually([&] { return server->connectionCount() == 0; }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    held->open();
    EXPECT_TRUE(eventually([&] { return held->waiting() == 0; })) << "the handler ends without anyone to answer";
}

TEST_F(HttpConnection, AHandlerMayEndAfterTheServer)
{
    const auto held = gate(u"held"_s);
    start();
    RawClient client(port);
    client.send(getGate("held"));
    ASSERT_TRUE(eventually([&] { return held->waiting() == 1; }));
    server.reset();
    EXPECT_TRUE(stops[u"held"_s].stop_requested());
    held->open();
    EXPECT_TRUE(eventually([&] { return held->waiting() == 0; }));
}

TEST_F(HttpConnection, AnswersForTheHandlerThatMissesItsDeadline)
{
    const auto held = gate(u"held"_s);
    std::stop_token stop;
    router.route("GET", u"/late"_s,
                 [held, &stop](ServerRequest request) {
                     stop = request.stop;
                     return waitAtGate(held, u"late"_s);
                 },
                 {.deadline = 30ms});
    limits.lingerTime = 20ms;
    start();
    RawClient client(port);
    client.send("GET /late HTTP/1.1\r\nHost: h\r\n\r\n" + kGet);
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.status, 503);
    EXPECT_FALSE(answer.field("Retry-After").isEmpty());
    EXPECT_TRUE(stop.stop_requested());
    EXPECT_EQ(client.next().body, "a") << "the connection goes on";
    client.leave();
    ASSERT_TRUE(eventually([&] { return server->connectionCount() == 0; }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    held->open();
    EXPECT_TRUE(eventually([&] { return held->waiting() == 0; })) << "the late answer goes nowhere";
}

TEST_F(HttpConnection, AnExceptionOfAHandlerAnswers500)
{
    router.route("GET", u"/throws"_s, [](ServerRequest) -> QCoro::Task<ServerResponse> {
        throw std::runtime_error("secret");
        co_return ServerResponse();
    });
    router.route("GET", u"/throws-at-once"_s,
                 [](ServerRequest) -> QCoro::Task<ServerResponse> { throw std::runtime_error("secret"); });
    start();
    RawClient client(port);
    for (const QByteArray path : {"/throws", "/throws-at-once"}) {
        client.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto answer = client.next();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer.status, 500);
        EXPECT_EQ(answer.field("Content-Type"), "application/problem+json");
        EXPECT_FALSE(answer.body.contains("secret"));
    }
}

TEST_F(HttpConnection, SendsContinueWhenItsTurnHasCome)
{
    const auto held = gate(u"held"_s);
    start();
    RawClient client(port);
    client.send(getGate("held")
                + "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n");
    ASSERT_TRUE(eventually([&] { return held->waiting() == 1; }));
    held->open();
    EXPECT_EQ(client.next().body, "held");
    EXPECT_EQ(client.next().status, 100);
    client.send("body");
    EXPECT_EQ(client.next().body, "body");
}

TEST_F(HttpConnection, DoesNotAskForABodyThatNobodyTakes)
{
    start();
    RawClient client(port);
    client.send("POST /none HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.next().status, 404);
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(HttpConnection, CutsARequestThatDripsIn)
{
    limits.requestTime = 100ms;
    start();
    RawClient client(port);
    QElapsedTimer clock;
    clock.start();
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    // A byte every few milliseconds must not buy more time.
    ASSERT_TRUE(eventually([&] {
        if (!client.isClosed())
            client.send("x");
        return client.waitFor("HTTP/1.1 408", 5ms) || client.isClosed();
    }));
    EXPECT_LT(clock.elapsed(), 3000);
    EXPECT_EQ(client.next().status, 408);
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(HttpConnection, ClosesAnIdleConnectionWithoutAWord)
{
    limits.idleTime = 50ms;
    start();
    RawClient client(port);
    client.send(kGet);
    EXPECT_EQ(client.next().status, 200);
    EXPECT_TRUE(client.waitClosed());
    EXPECT_EQ(client.received(), QByteArray());
}

TEST_F(HttpConnection, TheRefusalArrivesThoughTheClientIsStillSending)
{
    limits.maximumBody = 1000;
    start();
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n" + QByteArray(2000000, 'x'));
    EXPECT_EQ(client.next().status, 413);
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(HttpConnection, RefusesConnectionsBeyondTheLimits)
{
    limits.maximumPerAddress = 2;
    start();
    RawClient first(port);
    RawClient second(port);
    first.send(kGet);
    second.send(kGet);
    EXPECT_EQ(first.next().status, 200);
    EXPECT_EQ(second.next().status, 200);
    RawClient third(port);
    third.send(kGet);
    const auto answer = third.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.status, 503);
    EXPECT_FALSE(answer.field("Retry-After").isEmpty());
    EXPECT_TRUE(third.waitClosed());
    first.leave();
    ASSERT_TRUE(eventually([&] { return server->connectionCount() < 2; }));
    RawClient fourth(port);
    fourth.send(kGet);
    EXPECT_EQ(fourth.next().status, 200);
}

TEST_F(HttpConnection, HoldsAProxyToTheTotalOnly)
{
    limits.maximumPerAddress = 2;
    limits.maximumConnections = 4;
    limits.proxies = {{QHostAddress(u"192.0.2.0"_s), 24}, {QHostAddress(u"127.0.0.0"_s), 8}};
    start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(kGet);
        EXPECT_EQ(clients.back()->next().status, i < 4 ? 200 : 503) << i;
    }
}

TEST_F(HttpConnection, HoldsOthersToTheLimitPerAddressBesideAProxy)
{
    limits.maximumPerAddress = 1;
    limits.proxies = {{QHostAddress(u"192.0.2.0"_s), 24}, {QHostAddress(u"::1"_s), 128}};
    start();
    RawClient first(port);
    first.send(kGet);
    EXPECT_EQ(first.next().status, 200);
    RawClient second(port);
    second.send(kGet);
    EXPECT_EQ(second.next().status, 503);
}

TEST_F(HttpConnection, AReaderThatStopsReadingIsCutAndHoldsLittleMeanwhile)
{
    limits.maximumUnsent = 64 * 1024;
    limits.stallTime = 100ms;
    int handled = 0;
    router.route("GET", u"/big"_s, [&handled](ServerRequest) -> QCoro::Task<ServerResponse> {
        ++handled;
        co_return ServerResponse::text(QByteArray(1024 * 1024, 'x'));
    });
    start();
    RawClient client(port);
    client.socket().setReadBufferSize(1024);
    client.send(QByteArray("GET /big HTTP/1.1\r\nHost: h\r\n\r\n").repeated(200));
    EXPECT_TRUE(eventually([&] { return handled > 0 && server->connectionCount() == 0; }));
    EXPECT_LT(handled, 40) << "requests are not read while answers wait";
}

TEST_F(HttpConnection, FramingIsNotTheHandlersToSet)
{
    router.route("GET", u"/framed"_s, [](ServerRequest) -> QCoro::Task<ServerResponse> {
        ServerResponse response = ServerResponse::text("body");
        response.headers.set("Content-Length", "999");
        response.headers.set("Transfer-Encoding", "chunked");
        response.headers.set("Connection", "close");
        co_return response;
    });
    router.route("GET", u"/no-status"_s,
                 [](ServerRequest) -> QCoro::Task<ServerResponse> { co_return ServerResponse::text("body", 100); });
    start();
    RawClient client(port);
    client.send("GET /framed HTTP/1.1\r\nHost: h\r\n\r\nGET /no-status HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.body, "body");
    EXPECT_EQ(answer.head.count("Content-Length"), 1);
    EXPECT_EQ(answer.field("Connection"), QByteArray());
    EXPECT_EQ(client.next().status, 500);
}

TEST_F(HttpConnection, EveryAnswerCarriesADateAndNoServerVersion)
{
    start();
    RawClient client(port);
    client.send(kGet);
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer.field("Date").endsWith(" GMT")) << answer.head.toStdString();
    EXPECT_EQ(answer.field("Server"), QByteArray());
}

TEST_F(HttpConnection, TheRequestTellsWhoAskedAndWhat)
{
    ServerRequest seen;
    router.route("GET", u"/q/{id}"_s, [&seen](ServerRequest request) -> QCoro::Task<ServerResponse> {
        seen = request;
        co_return ServerResponse::noContent();
    });
    start();
    RawClient client(port);
    client.send("GET /q/7?a=1+2&b=%26&a=3&c HTTP/1.1\r\nhost: h\r\nX-Thing:  v \r\n\r\n");
    ASSERT_EQ(client.next().status, 204);
    EXPECT_EQ(seen.route, u"/q/{id}"_s);
    EXPECT_EQ(seen.parameter(u"id"), u"7"_s);
    EXPECT_EQ(seen.query.value(u"a"), u"1 2"_s);
    EXPECT_EQ(seen.query.values(u"a"), QStringList({u"1 2"_s, u"3"_s}));
    EXPECT_EQ(seen.query.value(u"b"), u"&"_s);
    EXPECT_EQ(seen.query.value(u"c"), u""_s);
    EXPECT_FALSE(seen.query.value(u"d"));
    EXPECT_EQ(seen.headers.value("x-thing"), "v");
    EXPECT_EQ(seen.peerAddress, QHostAddress(QHostAddress::LocalHost));
    EXPECT_EQ(seen.requestId.size(), 16);
}

TEST_F(HttpConnection, HooksSeeEveryAnswer)
{
    QList<int> statuses;
    router.addBefore([](const ServerRequest &request) -> std::optional<ServerResponse> {
        if (request.headers.contains("X-Stop"))
            return ServerResponse::text("stopped", 429);
        return std::nullopt;
    });
    router.addAfter([&statuses](const ServerRequest &request, ServerResponse &response) {
        statuses.append(response.status);
        response.headers.set("X-Request-Id", request.requestId);
    });
    start();
    RawClient client(port);
    client.send(kGet + "GET /a HTTP/1.1\r\nHost: h\r\nX-Stop: 1\r\n\r\nGET /none HTTP/1.1\r\nHost: h\r\n\r\n\x01");
    EXPECT_EQ(client.next().field("X-Request-Id").size(), 16);
    EXPECT_EQ(client.next().body, "stopped");
    EXPECT_EQ(client.next().status, 404);
    const auto malformed = client.next();
    ASSERT_TRUE(malformed);
    EXPECT_EQ(malformed.status, 400);
    EXPECT_EQ(malformed.field("X-Request-Id").size(), 16);
    EXPECT_EQ(statuses, QList<int>({200, 429, 404, 400}));
}

TEST_F(HttpConnection, RefusesConnectionsBeyondTheTotal)
{
    limits.maximumConnections = 1;
    start();
    RawClient first(port);
    first.send(kGet);
    EXPECT_EQ(first.next().status, 200);
    RawClient second(port);
    second.send(kGet);
    EXPECT_EQ(second.next().status, 503);
}

TEST_F(HttpConnection, AcceptsAgainAfterRunningOutOfDescriptors)
{
    start();
    const int lowestFree = ::dup(0);
    ASSERT_GE(lowestFree, 0);
    ::close(lowestFree);
    rlimit usual{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &usual), 0);
    rlimit one = usual;
    one.rlim_cur = static_cast<rlim_t>(lowestFree) + 1;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &one), 0);
    RawClient client(port); // takes the last one
    client.send(kGet);
    const bool answered = client.waitFor("HTTP", 50ms);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &usual), 0);
    EXPECT_FALSE(answered) << "the test did not use up the descriptors";
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.status, 200);
}

TEST_F(HttpConnection, ServesASocketHandedOver)
{
    QTcpServer listening;
    ASSERT_TRUE(listening.listen(QHostAddress(QHostAddress::LocalHost), 0));
    listening.pauseAccepting();
    server = std::make_unique<HttpServer>(std::move(router), limits);
    const auto result = server->listenOn(::dup(static_cast<int>(listening.socketDescriptor())));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, listening.serverPort());
    RawClient client(*result);
    client.send(kGet);
    EXPECT_EQ(client.next().status, 200);
}

TEST_F(HttpConnection, APortInUseIsAClearError)
{
    start();
    HttpServer second{Router()};
    const auto result = second.listen(QHostAddress(QHostAddress::LocalHost), port);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(result.error().detail, u"127.0.0.1:%1 is in use by another program"_s.arg(port));
}
