// SPDX-License-Identifier: Apache-2.0
// How a server ends, and a socket it shares with others.
#include "server/http/listeningsocket.h"
#include "tests/unit/server/http/httpfixture.h"

#include <QTcpServer>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ChatCal;
using namespace std::chrono_literals;

using HttpDrain = HttpConnection;

TEST_F(HttpDrain, AnswersWhatIsUnderWayWhenDrainedAndClosesTheRest)
{
    const auto held = gate(u"held"_s);
    start();
    RawClient idle(port);
    idle.send(kGet);
    ASSERT_TRUE(idle.next());
    RawClient busy(port);
    busy.send(getGate("held") + getGate("held"));
    RawClient sending(port);
    sending.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbo");
    ASSERT_TRUE(eventually([&] { return held->waiting() == 2 && server->connectionCount() == 3; }));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(); // "sending" has been read in part

    bool drained = false;
    QObject::connect(server.get(), &HttpServer::drained, server.get(), [&drained] { drained = true; });
    server->drain(10s);
    EXPECT_TRUE(idle.waitClosed());
    EXPECT_FALSE(drained);
    sending.send("dy");
    const auto echoed = sending.next();
    ASSERT_TRUE(echoed);
    EXPECT_EQ(echoed.body, "body");
    EXPECT_EQ(echoed.field("Connection"), "close");
    held->open();
    EXPECT_EQ(busy.next().field("Connection"), QByteArray());
    EXPECT_EQ(busy.next().field("Connection"), "close");
    EXPECT_TRUE(busy.waitClosed());
    EXPECT_TRUE(sending.waitClosed());
    EXPECT_TRUE(eventually([&] { return drained; }));

    QTcpServer another;
    EXPECT_TRUE(another.listen(QHostAddress(QHostAddress::LocalHost), port)) << "the port is free again";
}

TEST_F(HttpDrain, AnswersARequestThatCrossesTheDrain)
{
    limits.lastCall = 10s; // the test may be slow
    start();
    RawClient client(port);
    client.send(kGet);
    ASSERT_TRUE(client.next());
    RawClient silent(port);
    ASSERT_TRUE(eventually([&] { return server->connectionCount() == 2; }));
    server->drain(20s);
    client.send(kGet);
    EXPECT_EQ(client.next().field("Connection"), "close");
    silent.send(kGet);
    EXPECT_EQ(silent.next().field("Connection"), "close");
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(HttpDrain, LetsNobodyNewInWhenDrained)
{
    limits.lastCall = 300ms;
    start();
    bool drained = false;
    QObject::connect(server.get(), &HttpServer::drained, server.get(), [&drained] { drained = true; });
    server->drain(10s);
    QTcpSocket late;
    bool connected = false;
    QObject::connect(&late, &QTcpSocket::connected, &late, [&connected] { connected = true; });
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    EXPECT_TRUE(eventually([&] { return drained; }));
    EXPECT_TRUE(eventually([&] { return late.error() == QAbstractSocket::ConnectionRefusedError; }));
    EXPECT_FALSE(connected);
}

TEST_F(HttpDrain, SharesASocketWithOthersAndLeavesItToThem)
{
    auto socket = ListeningSocket::open(QHostAddress(QHostAddress::LocalHost), 0);
    ASSERT_TRUE(socket);
    const auto makeServer = [&](const QByteArray &name) {
        Router own;
        own.route("GET", u"/a"_s, [name](const ServerRequest &) { return answerWith(name); });
        auto made = std::make_unique<HttpServer>(std::move(own), limits);
        EXPECT_EQ(made->listenOn(::dup(socket->descriptor())).value_or(0), socket->port());
        return made;
    };
    const auto one = makeServer("one");
    const auto other = makeServer("other");
    const auto answers = [&](int count) {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < count; ++i)
            clients.push_back(std::make_unique<RawClient>(socket->port()));
        QByteArrayList bodies;
        for (const auto &client : clients) {
            client->send(kGet);
            bodies.append(client->next().body);
        }
        return bodies;
    };
    // All of them wait in the queue before anybody looks.
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 20; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), socket->port());
        ASSERT_TRUE(crowd.back()->waitForConnected(10000));
    }
    EXPECT_TRUE(eventually([&] { return one->connectionCount() + other->connectionCount() == 20; }));
    EXPECT_GE(one->connectionCount(), 5);
    EXPECT_GE(other->connectionCount(), 5);
    crowd.clear();

    bool drained = false;
    QObject::connect(one.get(), &HttpServer::drained, one.get(), [&drained] { drained = true; });
    one->drain(10s);
    EXPECT_THAT(answers(5), testing::Not(testing::Contains(QByteArray())));
    EXPECT_TRUE(eventually([&] { return drained; }));
    EXPECT_THAT(answers(5), testing::Each(QByteArray("other")));
}

TEST_F(HttpDrain, TakesOnlyASocketThatListens)
{
    server = std::make_unique<HttpServer>(std::move(router), limits);
    const int plain = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto refused = server->listenOn(plain);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidInput);
    ::close(plain);
}

TEST_F(HttpDrain, CutsWhatOutlivesTheDrainsDeadline)
{
    const auto held = gate(u"held"_s);
    start();
    RawClient client(port);
    client.send(getGate("held"));
    ASSERT_TRUE(eventually([&] { return held->waiting() == 1; }));
    bool drained = false;
    QObject::connect(server.get(), &HttpServer::drained, server.get(), [&drained] { drained = true; });
    server->drain(30ms);
    EXPECT_TRUE(eventually([&] { return drained; }));
    EXPECT_TRUE(stops[u"held"_s].stop_requested());
    held->open();
}
