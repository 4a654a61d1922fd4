// SPDX-License-Identifier: Apache-2.0
#include "core/net/addresspolicy.h"

#include "core/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fakehttpserver.h"

#include <gmock/gmock.h>

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

TEST(AddressPolicy, TellsPublicAddressesFromOthers)
{
    for (const QByteArray &address :
         {"8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.255.255",
          "223.255.255.254", "169.253.0.1", "2a00:1450:4001:800::200e", "2606:4700::1111", "64:ff9b::8.8.8.8",
          "2002:0808:0808::1"})
        EXPECT_TRUE(isPublicAddress(address)) << address.constData();
    for (const QByteArray &address : {"127.0.0.1",
                                      "127.255.255.255",
                                      "0.0.0.0",
                                      "10.1.2.3",
                                      "172.16.0.1",
                                      "172.31.255.255",
                                      "192.168.1.1",
                                      "169.254.169.254",
                                      "100.64.0.1",
                                      "192.0.0.8",
                                      "198.18.0.1",
                                      "224.0.0.1",
                                      "239.1.1.1",
                                      "255.255.255.255",
                                      "240.0.0.1",
                                      "::",
                                      "::1",
                                      "::ffff:10.0.0.1",
                                      "::ffff:8.8.8.8",
                                      "::127.0.0.1",
                                      "fe80::1",
                                      "fe80::1%eth0",
                                      "fc00::1",
                                      "fd12:3456::1",
                                      "ff02::1",
                                      "fec0::1",
                                      "64:ff9b::192.168.0.1",
                                      "2002:7f00:0001::1",
                                      "2002:0a00:0001::1",
                                      "2001:db8::1",
                                      "2001:0:1::1",
                                      "",
                                      "example.org",
                                      "0x7f.1",
                                      "127.1"})
        EXPECT_FALSE(isPublicAddress(address)) << address.constData();
}

TEST(AddressPolicy, ListsHostsWithAndWithoutPort)
{
    const AddressPolicy policy{AddressPolicy::Reach::Public, {u"nas"_s, u"Cal.Lan:8443"_s, u"[::1]:5232"_s, u"::2"_s}};
    for (const auto &url : {u"http://nas/"_s, u"https://NAS:999/"_s, u"https://cal.lan:8443/"_s,
                            u"http://[::1]:5232/"_s, u"http://[::2]:80/"_s})
        EXPECT_TRUE(policy.lists(QUrl(url))) << qPrintable(url);
    for (const auto &url : {u"http://nas.example.org/"_s, u"https://cal.lan/"_s, u"http://cal.lan:80/"_s,
                            u"http://[::1]/"_s, u"http://xnas/"_s})
        EXPECT_FALSE(policy.lists(QUrl(url))) << qPrintable(url);
    EXPECT_TRUE(policy.allows(QUrl(u"http://nas/"_s), "10.0.0.1"));
    EXPECT_FALSE(policy.allows(QUrl(u"http://other/"_s), "10.0.0.1"));
    EXPECT_TRUE(policy.allows(QUrl(u"http://other/"_s), "8.8.8.8"));
    EXPECT_TRUE(AddressPolicy().allows(QUrl(u"http://other/"_s), "10.0.0.1"));
}

TEST(AddressPolicy, KnowsThisMachine)
{
    for (const auto &url : {u"http://localhost:1/"_s, u"http://127.9.9.9/"_s, u"http://[::1]/"_s})
        EXPECT_TRUE(isLoopback(QUrl(url))) << qPrintable(url);
    for (const auto &url : {u"http://localhost.example.org/"_s, u"http://10.0.0.1/"_s, u"http://[::2]/"_s,
                            u"http://127.0.0.1.example.org/"_s})
        EXPECT_FALSE(isLoopback(QUrl(url))) << qPrintable(url);
}

namespace {

class GuardedRequest : public testing::Test
{
protected:
    [[nodiscard]] HttpRequest request(const QStringList &allowed = {}) const
    {
        HttpRequest made;
        made.url = m_server.url("/a");
        made.addresses = {AddressPolicy::Reach::Public, allowed};
        return made;
    }
    [[nodiscard]] Result<HttpResponse> send(HttpRequest made) { return await(m_client.send(std::move(made), {})); }
    void expectForbidden(const HttpRequest &made)
    {
        const auto response = send(made);
        ASSERT_FALSE(response);
        EXPECT_EQ(response.error().code, ErrorCode::InvalidInput) << qPrintable(response.error().detail);
        EXPECT_TRUE(response.error().detail.contains("ALLOWED_PRIVATE_HOSTS"_L1)) << "names what would allow it";
    }

    FakeHttpServer m_server;
    HttpClient m_client;
};

} // namespace

TEST_F(GuardedRequest, DoesNotEvenConnectToAPrivateAddress)
{
    expectForbidden(request());
    EXPECT_EQ(m_server.connections(), 0);
}

TEST_F(GuardedRequest, LooksAtTheAddressANameResolvesTo)
{
    HttpRequest made = request();
    made.url.setHost(u"localhost"_s);
    expectForbidden(made);
    EXPECT_EQ(m_server.connections(), 0);
}

TEST_F(GuardedRequest, GoesToAListedHost)
{
    m_server.reply("/a", 200, "hello");
    EXPECT_EQ(send(request({u"127.0.0.1"_s}))->body, "hello");
    expectForbidden(request({u"127.0.0.1:1"_s}));
    expectForbidden(request({u"localhost"_s}));
}

TEST_F(GuardedRequest, DoesNotFollowARedirectIntoThePrivateNetwork)
{
    FakeHttpServer inner;
    m_server.reply("/a", 302, {}, "Location: " + inner.url("/secret").toEncoded() + "\r\n");
    HttpRequest made = request({u"127.0.0.1:%1"_s.arg(m_server.url("/").port())});
    made.followRedirects = true;
    expectForbidden(made);
    EXPECT_EQ(inner.connections(), 0);
}

TEST_F(GuardedRequest, DoesNotUseAConnectionThatAnotherRequestLeftOpen)
{
    m_server.reply("/a", 200, "hello");
    HttpRequest open = request();
    open.addresses = {};
    ASSERT_TRUE(send(open));
    expectForbidden(request());
    EXPECT_EQ(m_server.requests().size(), 1);
}

// Credentials

namespace {

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

/// Whether @p header is what RFC 7616 asks for.
bool isGoodDigest(const FakeHttpServer::Request &request, const QByteArray &user, const QByteArray &password)
{
    const auto field = [&request](const QString &name) {
        const QRegularExpression pattern(name + u"=\"?([^\",]*)"_s);
        return pattern.match(QString::fromUtf8(request.header("authorization"))).captured(1).toUtf8();
    };
    const QByteArray secret = md5(user + ":calendars:" + password);
    const QByteArray action = md5(request.method + ':' + request.target);
    return field(u"username"_s) == user && field(u"nonce"_s) == "n0nce"
        && field(u"response"_s)
        == md5(secret + ":n0nce:" + field(u"nc"_s) + ':' + field(u"cnonce"_s) + ":auth:" + action);
}

} // namespace

class HttpCredentialsTest : public GuardedRequest
{
protected:
    [[nodiscard]] HttpRequest request(HttpCredentials::Scheme scheme = HttpCredentials::Scheme::Offered) const
    {
        HttpRequest made;
        made.url = m_server.url("/a");
        made.method = "PROPFIND";
        made.body = "<body/>";
        made.credentials = HttpCredentials{u"ada"_s, Secret("pä:ss"), scheme};
        return made;
    }
    /// 401 with @p challenge until there is an Authorization that @p holds takes.
    void guard(const QByteArray &challenge, std::function<bool(const FakeHttpServer::Request &)> holds)
    {
        m_server.on("/a", [challenge, holds](const FakeHttpServer::Request &asked, QTcpSocket &socket) {
            if (holds(asked))
                socket.write("HTTP/1.1 207 M\r\nContent-Length: 2\r\n\r\nok");
            else
                socket.write("HTTP/1.1 401 U\r\n" + challenge + "Content-Length: 0\r\n\r\n");
        });
    }
};

TEST_F(HttpCredentialsTest, AnswersADigestChallenge)
{
    guard("WWW-Authenticate: Basic realm=\"calendars\"\r\nWWW-Authenticate: Digest realm=\"calendars\", "
          "nonce=\"n0nce\", qop=\"auth\", algorithm=MD5\r\n",
          [](const auto &asked) { return isGoodDigest(asked, "ada", "pä:ss"); });
    const auto response = send(request());
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 207);
    EXPECT_TRUE(response->offeredDigest);
    EXPECT_EQ(m_server.requests().constLast().body, "<body/>");
    for (const auto &asked : m_server.requests())
        EXPECT_FALSE(asked.header("authorization").startsWith("Basic")) << "the password went out in the clear";
}

TEST_F(HttpCredentialsTest, AnswersABasicChallengeWhenNothingBetterIsOffered)
{
    const QByteArray login = "Basic " + QByteArray("ada:pä:ss").toBase64();
    guard("WWW-Authenticate: Basic realm=\"calendars\"\r\n",
          [login](const auto &asked) { return asked.header("authorization") == login; });
    const auto response = send(request());
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 207);
    EXPECT_FALSE(response->offeredDigest);
    EXPECT_EQ(send(request(HttpCredentials::Scheme::Basic))->status, 207);
    EXPECT_EQ(m_server.requests().size(), 3) << "Basic is sent unasked";
}

TEST_F(HttpCredentialsTest, AnswersWithThe401WhenThePasswordIsWrong)
{
    guard("WWW-Authenticate: Basic realm=\"calendars\"\r\n", [](const auto &) { return false; });
    EXPECT_EQ(send(request())->status, 401);
}

TEST_F(HttpCredentialsTest, SendsNoPasswordOverPlainHttpToAnotherMachine)
{
    HttpRequest made = request();
    made.url = QUrl(u"http://192.0.2.1/"_s);
    const auto response = send(made);
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::InvalidInput);
}

} // namespace ChatCal
