// SPDX-License-Identifier: Apache-2.0
#include "server/http/eventstream.h"
#include "tests/unit/server/http/gate.h"
#include "tests/unit/server/http/rawclient.h"

#include <gmock/gmock.h>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace ChatCal;
using namespace std::chrono_literals;

namespace {

const QByteArray kGetStream = "GET /stream HTTP/1.1\r\nHost: h\r\n\r\n";

class EventStreams : public testing::Test
{
protected:
    void serve(StreamBody body, AtDrain atDrain = AtDrain::Finish)
    {
        Router router;
        router.route("GET", u"/stream"_s, [body, atDrain](ServerRequest) -> QCoro::Task<ServerResponse> {
            co_return ServerResponse::eventStream(body, atDrain);
        });
        server = std::make_unique<HttpServer>(std::move(router), limits);
        const auto result = server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        ASSERT_TRUE(result);
        port = *result;
    }

    /// Serves a stream that stays open until the test opens the gate.
    void serveHeld(AtDrain atDrain = AtDrain::Finish)
    {
        serve(
            [this](std::shared_ptr<EventStream> opened) {
                stream = opened;
                return hold(gate, opened);
            },
            atDrain);
    }

    static QCoro::Task<> hold(std::shared_ptr<Gate> gate, std::shared_ptr<EventStream> stream)
    {
        stream->send("hello", "{}");
        co_await Gate::pass(gate);
    }

    HttpLimits limits;
    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::weak_ptr<EventStream> stream;
    std::unique_ptr<HttpServer> server;
    quint16 port = 0;
};

QCoro::Task<> threeEvents(std::shared_ptr<EventStream> stream)
{
    stream->send("token", "one");
    stream->send({}, "two\nlines\r\nthree", "7");
    stream->send("a\nevent: forged", "", "8\nid: forged");
    co_return;
}

} // namespace

TEST_F(EventStreams, WriteTheFormAndTheConnectionGoesOn)
{
    serve(threeEvents);
    RawClient client(port);
    client.send(kGetStream + kGetStream);
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.next();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer.field("Content-Type"), "text/event-stream");
        EXPECT_EQ(answer.body,
                  "event: token\ndata: one\n\n"
                  "id: 7\ndata: two\ndata: lines\ndata: three\n\n"
                  "event: a\nid: 8\ndata: \n\n");
    }
}

TEST_F(EventStreams, EndWithTheConnectionInHttp10)
{
    serve(threeEvents);
    RawClient client(port);
    client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    ASSERT_TRUE(client.waitClosed());
    EXPECT_TRUE(client.received().contains("\r\n\r\nevent: token\ndata: one\n\n"));
    EXPECT_FALSE(client.received().contains("Transfer-Encoding"));
    EXPECT_TRUE(client.received().contains("Connection: close"));
}

TEST_F(EventStreams, HeadDoesNotRunTheBody)
{
    serveHeld();
    RawClient client(port);
    client.send("HEAD /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = client.next(true);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(gate->waiting(), 0);
}

TEST_F(EventStreams, SendAtOnceWhatIsSent)
{
    serveHeld();
    RawClient client(port);
    client.send(kGetStream);
    ASSERT_TRUE(client.waitFor("data: {}"));
    stream.lock()->send("next", "1");
    EXPECT_TRUE(client.waitFor("event: next\ndata: 1\n\n"));
    gate->open();
    EXPECT_TRUE(client.waitFor("0\r\n\r\n"));
}

TEST_F(EventStreams, AreClosedWhenTheClientLeaves)
{
    serveHeld();
    RawClient client(port);
    client.send(kGetStream);
    ASSERT_TRUE(client.waitFor("data: {}"));
    const auto opened = stream.lock();
    bool closed = false;
    QObject::connect(opened.get(), &EventStream::closed, opened.get(), [&closed] { closed = true; });
    client.leave();
    EXPECT_TRUE(eventually([&] { return closed; }));
    EXPECT_FALSE(opened->isOpen());
    EXPECT_TRUE(opened->stopToken().stop_requested());
    EXPECT_FALSE(opened->send("late", "1"));
    gate->open();
}

TEST_F(EventStreams, BeatWhileSilent)
{
    limits.heartbeat = 20ms;
    serveHeld();
    RawClient client(port);
    client.send(kGetStream);
    EXPECT_TRUE(client.waitFor("\n: \n\n"));
    gate->open();
}

TEST_F(EventStreams, ASlowReaderHoldsTheWriterBack)
{
    limits.maximumUnsent = 64 * 1024;
    constexpr int kEvents = 20'000;
    qint64 most = 0;
    int sent = 0;
    serve([&](std::shared_ptr<EventStream> opened) {
        return [](std::shared_ptr<EventStream> to, qint64 &mostUnsent, int &count) -> QCoro::Task<> {
            for (int i = 0; i < kEvents; ++i) {
                to->send("n", QByteArray(1000, 'x'));
                mostUnsent = std::max(mostUnsent, to->unsentBytes());
                ++count;
                const bool open = co_await to->drained();
                if (!open)
                    co_return;
            }
        }(opened, most, sent);
    });
    RawClient client(port);
    client.socket().setReadBufferSize(4096);
    client.send(kGetStream);
    ASSERT_TRUE(eventually([&] { return most > 0; }));
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    EXPECT_LT(sent, kEvents) << "the writer waits for the reader";
    client.socket().setReadBufferSize(0);
    const auto answer = client.next();
    ASSERT_TRUE(answer);
    EXPECT_EQ(sent, kEvents);
    EXPECT_EQ(answer.body.count("event: n\n"), kEvents);
    EXPECT_LT(most, 64 * 1024);
}

TEST_F(EventStreams, AReaderThatFallsTooFarBehindIsCut)
{
    limits.maximumUnsent = 64 * 1024;
    bool accepted = true;
    qint64 sent = 0;
    serve([&](std::shared_ptr<EventStream> opened) -> QCoro::Task<> {
        while (accepted && sent < 100'000'000) {
            accepted = opened->send("n", QByteArray(1000, 'x'));
            sent += 1000;
        }
        co_return;
    });
    RawClient client(port);
    client.socket().setReadBufferSize(1024);
    client.send(kGetStream);
    EXPECT_TRUE(eventually([&] { return !accepted; }));
    EXPECT_TRUE(eventually([&] { return server->connectionCount() == 0; }));
    EXPECT_LT(sent, 20'000'000);
}

TEST_F(EventStreams, AnExceptionCutsTheAnswer)
{
    serve([](std::shared_ptr<EventStream> opened) -> QCoro::Task<> {
        opened->send("first", "1");
        throw std::runtime_error("broken");
        co_return;
    });
    RawClient client(port);
    client.send(kGetStream);
    EXPECT_TRUE(client.waitClosed());
    EXPECT_FALSE(client.received().contains("0\r\n\r\n")) << "the reader can tell that the end is missing";
}

TEST_F(EventStreams, AFeedEndsWhenDrained)
{
    serveHeld(AtDrain::Close);
    RawClient client(port);
    client.send(kGetStream);
    ASSERT_TRUE(client.waitFor("data: {}"));
    server->drain(10s);
    EXPECT_TRUE(client.waitFor("0\r\n\r\n"));
    EXPECT_TRUE(client.waitClosed());
    EXPECT_TRUE(eventually([&] { return server->connectionCount() == 0; }));
    gate->open();
}

TEST_F(EventStreams, AnAnswerIsFinishedWhenDrained)
{
    serveHeld(AtDrain::Finish);
    RawClient client(port);
    client.send(kGetStream);
    ASSERT_TRUE(client.waitFor("data: {}"));
    server->drain(10s);
    stream.lock()->send("last", "1");
    gate->open();
    EXPECT_TRUE(client.waitFor("event: last\ndata: 1\n\n\r\n0\r\n\r\n"));
    EXPECT_TRUE(client.waitClosed());
}

TEST_F(EventStreams, MayOutliveTheServer)
{
    serveHeld();
    RawClient client(port);
    client.send(kGetStream);
    ASSERT_TRUE(client.waitFor("data: {}"));
    const auto opened = stream.lock();
    server.reset();
    EXPECT_FALSE(opened->isOpen());
    gate->open();
}
