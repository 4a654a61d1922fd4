// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpclient.h"

#include "tests/support/await.h"
#include "tests/support/fakehttpserver.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QSslKey>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

class HttpClientTest : public testing::Test
{
protected:
    [[nodiscard]] HttpRequest request(const QByteArray &target, const QByteArray &method = "GET") const
    {
        HttpRequest made;
        made.method = method;
        made.url = m_server.url(target);
        return made;
    }
    [[nodiscard]] Result<HttpResponse> send(HttpRequest made) { return await(m_client->send(std::move(made), {})); }
    [[nodiscard]] ErrorCode codeOf(HttpRequest made)
    {
        const auto response = send(std::move(made));
        EXPECT_FALSE(response);
        return response ? ErrorCode::Internal : response.error().code;
    }

    FakeHttpServer m_server;
    std::unique_ptr<HttpClient> m_client =
        std::make_unique<HttpClient>(HttpClientOptions{.userAgent = "ChatCal/test", .caFile = {}, .limits = {}});
};

} // namespace

TEST_F(HttpClientTest, GetsStatusHeadersAndBody)
{
    m_server.reply("/a", 203, "hello", "X-Thing:  one \r\nx-thing: two\r\n");
    const auto response = send(request("/a?q=%C3%BC"));
    ASSERT_TRUE(response) << response.error().detail.toStdString();
    EXPECT_EQ(response->status, 203);
    EXPECT_EQ(response->body, "hello");
    EXPECT_EQ(response->header("x-thing"), "one");
    EXPECT_EQ(response->headers.count({"x-thing", "two"}), 1);
    EXPECT_EQ(m_server.requests().first().target, "/a?q=%C3%BC");
    EXPECT_EQ(m_server.requests().first().header("user-agent"), "ChatCal/test");
}

TEST_F(HttpClientTest, SendsMethodHeadersAndBodyAsTheyAre)
{
    for (const QByteArray &method : {"POST", "PUT", "PATCH", "DELETE", "REPORT", "PROPFIND"}) {
        m_server.reply("/a", 200, "ok");
        auto made = request("/a", method);
        made.headers = {{"Content-Type", "application/json"}, {"X-Empty", ""}};
        made.body = QByteArray(100'000, 'b');
        ASSERT_TRUE(send(made));
        const auto &got = m_server.requests().last();
        EXPECT_EQ(got.method, method);
        EXPECT_EQ(got.body, made.body);
        EXPECT_EQ(got.header("content-type"), "application/json");
        EXPECT_EQ(got.headers.count({"x-empty", ""}), 1);
        EXPECT_EQ(got.header("expect"), "");
    }
}

TEST_F(HttpClientTest, SendsNoContentTypeOfItsOwn)
{
    m_server.reply("/a", 204, "");
    ASSERT_TRUE(send(request("/a", "POST")));
    EXPECT_EQ(m_server.requests().first().header("content-type"), "");
    EXPECT_EQ(m_server.requests().first().header("content-length"), "0");
}

TEST_F(HttpClientTest, ReadsNoBodyOfHead)
{
    m_server.reply("/a", 200, "never sent");
    const auto response = send(request("/a", "HEAD"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "");
    EXPECT_EQ(response->header("content-length"), "10");
}

TEST_F(HttpClientTest, ReadsChunksAndInterimResponses)
{
    m_server.on("/a", [](const auto &, QTcpSocket &socket) {
        socket.write(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            "5\r\nhello\r\n");
        socket.flush();
        socket.write("6;ext=1\r\n world\r\n0\r\n\r\n");
    });
    const auto response = send(request("/a"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "hello world");
    EXPECT_EQ(response->header("link"), "") << "belongs to the interim response";
}

TEST_F(HttpClientTest, UsesAConnectionAgain)
{
    m_server.reply("/a", 200, "x");
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(send(request("/a")));
    EXPECT_EQ(m_server.connections(), 1);
}

TEST_F(HttpClientTest, BoundsTheConnectionsPerHost)
{
    m_server.reply("/a", 200, "x");
    std::vector<QCoro::Task<Result<HttpResponse>>> tasks;
    for (int i = 0; i < 100; ++i)
        tasks.push_back(m_client->send(request("/a"), {}));
    for (auto &task : tasks)
        EXPECT_TRUE(await(std::move(task)));
    EXPECT_EQ(m_server.requests().size(), 100);
    EXPECT_LE(m_server.connections(), 16);
}

TEST_F(HttpClientTest, GivesUpAfterTheTimeout)
{
    m_server.on("/slow", [](const auto &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nand then nothing");
    });
    auto made = request("/slow");
    made.timeout = 50ms;
    EXPECT_EQ(codeOf(made), ErrorCode::Timeout);
}

TEST_F(HttpClientTest, AnswersUnavailableWhenCutOff)
{
    m_server.on("/half", [](const auto &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        socket.disconnectFromHost();
    });
    m_server.on("/none", [](const auto &, QTcpSocket &socket) { socket.disconnectFromHost(); });
    EXPECT_EQ(codeOf(request("/half")), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(request("/none")), ErrorCode::Unavailable);
}

TEST_F(HttpClientTest, AnswersUnavailableWhenNobodyListens)
{
    HttpRequest made;
    {
        const FakeHttpServer gone;
        made.url = gone.url("/secret?key=12345");
    }
    const auto response = send(made);
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(response.error().detail.toStdString(), HasSubstr("127.0.0.1"));
    EXPECT_THAT(response.error().detail.toStdString(), Not(HasSubstr("12345")));
}

TEST_F(HttpClientTest, AnswersProtocolWhenItIsNotHttp)
{
    m_server.on("/a", [](const auto &, QTcpSocket &socket) {
        socket.write("220 mail.example.com ESMTP\r\n");
        socket.disconnectFromHost();
    });
    EXPECT_EQ(codeOf(request("/a")), ErrorCode::Protocol);
}

TEST_F(HttpClientTest, RefusesABodyThatIsTooLong)
{
    m_server.reply("/told", 200, QByteArray(2000, 'x'));
    m_server.on("/untold", [](const auto &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(2'000'000, 'x'));
        socket.disconnectFromHost();
    });
    for (const QByteArray &path : {"/told", "/untold"}) {
        auto made = request(path);
        made.maximumBody = 1999;
        EXPECT_EQ(codeOf(made), ErrorCode::Protocol);
    }
    auto made = request("/told");
    made.maximumBody = 2000;
    EXPECT_TRUE(send(made));
}

TEST_F(HttpClientTest, RefusesEndlessHeaders)
{
    m_server.on("/a", [](const auto &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n" + QByteArray("x-more: and more\r\n").repeated(10000));
    });
    EXPECT_EQ(codeOf(request("/a")), ErrorCode::Protocol);
}

TEST_F(HttpClientTest, FollowsRedirectsOnlyWhenAsked)
{
    m_server.reply("/from", 302, "not this", "Location: /to\r\n");
    m_server.reply("/to", 200, "this");
    m_server.reply("/loop", 302, "", "Location: /loop\r\n");
    EXPECT_EQ(send(request("/from"))->status, 302);
    auto following = request("/from");
    following.followRedirects = true;
    const auto response = send(following);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "this");
    EXPECT_EQ(response->header("location"), "");
    following.method = "POST";
    EXPECT_EQ(send(following)->status, 302) << "never for what may change something";
    auto endless = request("/loop");
    endless.followRedirects = true;
    EXPECT_EQ(codeOf(endless), ErrorCode::Protocol);
}

TEST_F(HttpClientTest, RefusesWhatIsNoRequest)
{
    for (const QString &url : {u"ftp://127.0.0.1/"_s, u"file:///etc/passwd"_s, u"http:///a"_s, u""_s, u"/a"_s}) {
        HttpRequest made;
        made.url = QUrl(url);
        EXPECT_EQ(codeOf(made), ErrorCode::InvalidInput) << url.toStdString();
    }
    for (const auto &header : HttpHeaders{{"X-A", "b\r\nX-Evil: 1"}, {"X A", "b"}, {"", "b"}, {"X\r\n", "b"}}) {
        auto made = request("/a");
        made.headers = {header};
        EXPECT_EQ(codeOf(made), ErrorCode::InvalidInput);
    }
    EXPECT_EQ(codeOf(request("/a", "GET / HTTP/1.1\r\n")), ErrorCode::InvalidInput);
    EXPECT_EQ(m_server.connections(), 0);
}

TEST_F(HttpClientTest, IsCancelledByTheStopToken)
{
    m_server.on("/hangs", [](const auto &, QTcpSocket &) {});
    std::stop_source source;
    auto task = m_client->send(request("/hangs"), source.get_token());
    EXPECT_TRUE(eventually([this] { return m_server.requests().size() == 1; }));
    source.request_stop();
    const auto response = await(std::move(task));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(eventually([this] { return m_server.disconnections() == 1; })) << "the other side need not go on";
    const auto never = await(m_client->send(request("/hangs"), source.get_token()));
    EXPECT_EQ(never.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_server.requests().size(), 1);
}

TEST_F(HttpClientTest, ResumesExchangesUnderWayWhenDestroyed)
{
    m_server.on("/hangs", [](const auto &, QTcpSocket &) {});
    std::vector<QCoro::Task<Result<HttpResponse>>> tasks;
    for (int i = 0; i < 3; ++i)
        tasks.push_back(m_client->send(request("/hangs"), {}));
    EXPECT_TRUE(eventually([this] { return m_server.requests().size() == 3; }));
    m_client.reset();
    for (auto &task : tasks)
        EXPECT_EQ(await(std::move(task)).error().code, ErrorCode::Cancelled);
}

namespace {

QCoro::Task<int> sendAndDestroy(std::unique_ptr<HttpClient> *client, HttpRequest made)
{
    const auto response = co_await (*client)->send(std::move(made), {});
    client->reset();
    co_return response ? response->status : 0;
}

QSslConfiguration serverTls()
{
    QFile certificate(QStringLiteral(NET_TEST_DATA "/localhost.pem"));
    QFile key(QStringLiteral(NET_TEST_DATA "/localhost.key"));
    EXPECT_TRUE(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(&certificate));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace

TEST_F(HttpClientTest, MayBeDestroyedByWhoItAnswers)
{
    m_server.reply("/a", 200, "x");
    EXPECT_EQ(await(sendAndDestroy(&m_client, request("/a"))), 200);
    EXPECT_FALSE(m_client);
}

TEST_F(HttpClientTest, VerifiesCertificates)
{
    FakeHttpServer secure(serverTls());
    secure.reply("/a", 200, "safe");
    HttpRequest made;
    made.url = secure.url("/a");
    EXPECT_EQ(codeOf(made), ErrorCode::Protocol) << "nobody known vouches for it";

    HttpClient trusting(
        {.userAgent = "ChatCal", .caFile = QStringLiteral(NET_TEST_DATA "/localhost.pem"), .limits = {}});
    const auto response = await(trusting.send(made, {}));
    ASSERT_TRUE(response) << response.error().detail.toStdString();
    EXPECT_EQ(response->body, "safe");

    made.url.setHost(u"localhost"_s);
    const auto misnamed = await(trusting.send(made, {}));
    ASSERT_FALSE(misnamed);
    EXPECT_EQ(misnamed.error().code, ErrorCode::Protocol) << "the certificate is for another name";
}

} // namespace ChatCal
