// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpclient.h"
#include "core/net/retry.h"

#include "tests/support/await.h"
#include "tests/support/fakehttpserver.h"

#include <gtest/gtest.h>

#include <QPointer>

#include <stdexcept>
#include <utility>

using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

// What a taker keeps; outlives every coroutine that uses it.
struct Taken
{
    QByteArray bytes;
    int pieces = 0;
    bool isHeld = false; ///< takers wait until somebody lets them go
    int atWork = 0;
    int mostAtWork = 0;
};

QCoro::Task<> takePiece(std::shared_ptr<Taken> taken, QByteArray piece)
{
    taken->mostAtWork = std::max(taken->mostAtWork, ++taken->atWork);
    while (taken->isHeld) {
        const bool waited = co_await pauseFor(1ms, {});
        EXPECT_TRUE(waited);
    }
    taken->bytes += piece;
    ++taken->pieces;
    --taken->atWork;
}

QCoro::Task<> throwOut(QByteArray piece)
{
    if (!piece.isEmpty())
        throw std::runtime_error("no");
    co_return;
}

class HttpStreamTest : public testing::Test
{
protected:
    [[nodiscard]] QCoro::Task<Result<HttpResponse>>
    stream(std::stop_token stop = {}, std::chrono::milliseconds silence = 5s, qint64 maximumBody = 64 * 1024 * 1024)
    {
        HttpRequest request;
        request.url = m_server.url("/stream");
        request.timeout = silence;
        request.maximumBody = maximumBody;
        return m_client->stream(
            request, [taken = m_taken](QByteArray piece) { return takePiece(taken, piece); }, stop);
    }
    void serve(const QByteArray &first)
    {
        m_server.on("/stream", [this, first](const auto &, QTcpSocket &socket) {
            m_socket = &socket;
            socket.write(first);
        });
    }

    FakeHttpServer m_server;
    QPointer<QTcpSocket> m_socket;
    std::shared_ptr<Taken> m_taken = std::make_shared<Taken>();
    std::unique_ptr<HttpClient> m_client = std::make_unique<HttpClient>();
};

} // namespace

TEST_F(HttpStreamTest, GivesPiecesAsTheyArrive)
{
    serve(streamHead + "data: 1\n\n");
    auto task = stream();
    EXPECT_TRUE(eventually([this] { return m_taken->bytes == "data: 1\n\n"; }));
    EXPECT_FALSE(task.isReady());
    m_socket->write("data: 2\n\n");
    EXPECT_TRUE(eventually([this] { return m_taken->bytes == "data: 1\n\ndata: 2\n\n"; }));
    m_socket->disconnectFromHost();
    const auto response = await(std::move(task));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->header("content-type"), "text/event-stream");
    EXPECT_EQ(response->body, "") << "it went to the taker";
}

TEST_F(HttpStreamTest, KeepsTheBodyOfARefusal)
{
    m_server.reply("/stream", 429, "{\"error\":\"slow down\"}", "Retry-After: 3\r\n");
    const auto response = await(stream());
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 429);
    EXPECT_EQ(response->body, "{\"error\":\"slow down\"}");
    EXPECT_EQ(m_taken->pieces, 0);
}

TEST_F(HttpStreamTest, HoldsTheSenderBackWhileTheTakerIsBusy)
{
    constexpr qsizetype size = 32 * 1024 * 1024;
    serve(streamHead + QByteArray(size, 'x'));
    m_taken->isHeld = true;
    auto task = stream({}, 100ms);
    EXPECT_TRUE(eventually([this] { return m_taken->atWork == 1; }));
    // The sender stands still once the buffers between are full, with most of it unsent; and a silence that is our own
    // doing is none.
    qint64 unsent = -1;
    EXPECT_TRUE(eventually([this, &unsent] {
        const qint64 before = std::exchange(unsent, m_socket->bytesToWrite());
        return before == unsent && await(pauseFor(200ms, {})) && m_socket->bytesToWrite() == unsent;
    }));
    EXPECT_GT(unsent, size / 2);
    EXPECT_FALSE(task.isReady());
    m_taken->isHeld = false;
    EXPECT_TRUE(eventually([this] { return m_socket->bytesToWrite() == 0; }));
    m_socket->disconnectFromHost();
    ASSERT_TRUE(await(std::move(task)));
    EXPECT_EQ(m_taken->bytes.size(), size);
    EXPECT_EQ(m_taken->mostAtWork, 1) << "one piece at a time";
}

TEST_F(HttpStreamTest, GivesEverythingBeforeItEnds)
{
    m_taken->isHeld = true;
    m_server.on("/stream", [](const auto &, QTcpSocket &socket) {
        socket.write(streamHead + "all of it");
        socket.disconnectFromHost();
    });
    auto task = stream();
    EXPECT_TRUE(eventually([this] { return m_taken->atWork == 1 && m_server.disconnections() == 1; }));
    EXPECT_FALSE(task.isReady());
    m_taken->isHeld = false;
    ASSERT_TRUE(await(std::move(task)));
    EXPECT_EQ(m_taken->bytes, "all of it");
}

TEST_F(HttpStreamTest, EndsAfterASilence)
{
    serve(streamHead + "data: 1\n\n");
    const auto response = await(stream({}, 50ms));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Timeout);
    EXPECT_EQ(m_taken->bytes, "data: 1\n\n");
}

TEST_F(HttpStreamTest, EndsWhenNothingIsAnswered)
{
    m_server.on("/stream", [](const auto &, QTcpSocket &) {});
    const auto response = await(stream({}, 50ms));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Timeout);
}

TEST_F(HttpStreamTest, IsCancelledByTheStopToken)
{
    serve(streamHead + "data: 1\n\n");
    std::stop_source source;
    auto task = stream(source.get_token());
    EXPECT_TRUE(eventually([this] { return m_taken->pieces == 1; }));
    source.request_stop();
    const auto response = await(std::move(task));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(eventually([this] { return m_server.disconnections() == 1; }));
}

TEST_F(HttpStreamTest, WaitsForTheTakerWhenCancelled)
{
    serve(streamHead + "data: 1\n\n");
    m_taken->isHeld = true;
    std::stop_source source;
    auto task = stream(source.get_token());
    EXPECT_TRUE(eventually([this] { return m_taken->atWork == 1; }));
    source.request_stop();
    EXPECT_TRUE(eventually([this] { return m_server.disconnections() == 1; }));
    EXPECT_FALSE(task.isReady());
    m_taken->isHeld = false;
    EXPECT_EQ(await(std::move(task)).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_taken->atWork, 0);
}

TEST_F(HttpStreamTest, BoundsTheSum)
{
    serve(streamHead + QByteArray(5000, 'x'));
    const auto response = await(stream({}, 5s, 4999));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Protocol);
}

TEST_F(HttpStreamTest, EndsWhenTheTakerThrows)
{
    serve(streamHead + "data: 1\n\n");
    HttpRequest request;
    request.url = m_server.url("/stream");
    const auto response = await(m_client->stream(request, &throwOut, {}));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Internal);
}

TEST_F(HttpStreamTest, ResumesAtOnceWhenDestroyed)
{
    serve(streamHead + "data: 1\n\n");
    m_taken->isHeld = true;
    auto task = stream();
    EXPECT_TRUE(eventually([this] { return m_taken->atWork == 1; }));
    m_client.reset();
    ASSERT_TRUE(task.isReady());
    EXPECT_EQ(await(std::move(task)).error().code, ErrorCode::Cancelled);
    m_taken->isHeld = false;
    EXPECT_TRUE(eventually([this] { return m_taken->atWork == 0; }));
}

} // namespace ChatCal
