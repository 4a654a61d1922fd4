// SPDX-License-Identifier: Apache-2.0
#include "server/api/ratelimit.h"
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const RateLimit::TimePoint start{1h};
const QHostAddress ada(u"192.0.2.1"_s);

int letThrough(RateLimit &limit, const QHostAddress &client, RateLimit::TimePoint now, int tries = 1000)
{
    int count = 0;
    for (int i = 0; i < tries; ++i)
        count += limit.take(client, now) == 0s ? 1 : 0;
    return count;
}

HttpHeaders from(const QByteArray &forwarded)
{
    return {{"X-Forwarded-For", forwarded}};
}

} // namespace

TEST(RateLimit, LetsABurstThroughAndThenAnEvenFlow)
{
    RateLimit limit(60);
    EXPECT_EQ(letThrough(limit, ada, start), 20);
    EXPECT_EQ(limit.take(ada, start), 1s);
    EXPECT_EQ(letThrough(limit, ada, start + 3s), 3);
    EXPECT_EQ(letThrough(limit, ada, start + 10min), 20) << "no more than a burst is saved up";
}

TEST(RateLimit, SaysHowLongToWait)
{
    RateLimit limit(2);
    EXPECT_EQ(letThrough(limit, ada, start), 5);
    EXPECT_EQ(limit.take(ada, start), 30s);
    EXPECT_EQ(limit.take(ada, start + 29s), 1s);
    EXPECT_EQ(limit.take(ada, start + 30s), 0s);
}

TEST(RateLimit, CountsEachClientForItselfAndAnIPv6NetworkAsOne)
{
    RateLimit limit(60);
    EXPECT_EQ(letThrough(limit, ada, start), 20);
    EXPECT_EQ(letThrough(limit, QHostAddress(u"192.0.2.2"_s), start), 20);
    EXPECT_EQ(letThrough(limit, QHostAddress(u"::ffff:192.0.2.1"_s), start), 0);
    EXPECT_EQ(letThrough(limit, QHostAddress(u"2001:db8:0:1::1"_s), start), 20);
    EXPECT_EQ(letThrough(limit, QHostAddress(u"2001:db8:0:1:ffff::2"_s), start), 0);
    EXPECT_EQ(letThrough(limit, QHostAddress(u"2001:db8:0:2::1"_s), start), 20);
}

TEST(RateLimit, HasNoneAtZero)
{
    RateLimit limit(0);
    EXPECT_EQ(letThrough(limit, ada, start), 1000);
    EXPECT_EQ(limit.clients(), 0);
}

TEST(RateLimit, RemembersABoundedNumberOfClients)
{
    RateLimit limit(60, 100);
    EXPECT_EQ(letThrough(limit, ada, start), 20);
    for (quint32 i = 0; i < 98; ++i)
        (void)limit.take(QHostAddress(i + 1), start);
    for (quint32 i = 1000; i < 1090; ++i)
        (void)limit.take(QHostAddress(i), start + 2s);
    EXPECT_LE(limit.clients(), 100);
    EXPECT_EQ(letThrough(limit, ada, start + 2s), 2)
        << "who had spent something is not forgotten for those who had not";
}

struct Forwarding
{
    const char *name;
    const char *peer;
    QByteArrayList fields;
    const char *client;
};

class ClientAddress : public testing::TestWithParam<Forwarding>
{
};

TEST_P(ClientAddress, IsTheRightmostThatNoTrustedProxyHas)
{
    const QList<QPair<QHostAddress, int>> trusted{{QHostAddress(u"10.0.0.0"_s), 8},
                                                  {QHostAddress(u"2001:db8:5::"_s), 48}};
    ServerRequest request;
    request.peerAddress = QHostAddress(QString::fromLatin1(GetParam().peer));
    for (const QByteArray &field : GetParam().fields)
        request.headers.add("X-Forwarded-For", field);
    EXPECT_EQ(clientAddress(request, trusted), QHostAddress(QString::fromLatin1(GetParam().client)));
}

INSTANTIATE_TEST_SUITE_P(
    All, ClientAddress,
    testing::Values(Forwarding{"direct", "192.0.2.1", {}, "192.0.2.1"},
                    Forwarding{"strangerClaims", "192.0.2.1", {"198.51.100.1"}, "192.0.2.1"},
                    Forwarding{"proxy", "10.1.2.3", {"192.0.2.1"}, "192.0.2.1"},
                    Forwarding{"proxyOnThisMachine", "127.0.0.1", {"192.0.2.1"}, "192.0.2.1"},
                    Forwarding{"guestForgesBehindProxy", "10.1.2.3", {"198.51.100.1, 192.0.2.1"}, "192.0.2.1"},
                    Forwarding{"chain", "127.0.0.1", {"198.51.100.1, 192.0.2.1 ,10.9.9.9"}, "192.0.2.1"},
                    Forwarding{"twoFields", "10.1.2.3", {"198.51.100.1", "192.0.2.1"}, "192.0.2.1"},
                    Forwarding{"onlyProxies", "10.1.2.3", {"10.0.0.1, 10.0.0.2"}, "10.0.0.1"},
                    Forwarding{"withPort", "10.1.2.3", {"192.0.2.1:4711"}, "192.0.2.1"},
                    Forwarding{"six", "2001:db8:5::1", {"2001:db8:9::1"}, "2001:db8:9::1"},
                    Forwarding{"sixWithPort", "10.1.2.3", {"[2001:db8:9::1]:443"}, "2001:db8:9::1"},
                    Forwarding{"mapped", "::ffff:10.1.2.3", {"::ffff:192.0.2.1"}, "192.0.2.1"},
                    Forwarding{"garbage", "10.1.2.3", {"192.0.2.1, unknown"}, "10.1.2.3"},
                    Forwarding{"number", "10.1.2.3", {"7"}, "10.1.2.3"},
                    Forwarding{"empty", "10.1.2.3", {""}, "10.1.2.3"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(RateLimitApi, AsksGuestsFromElsewhereToSlowDown)
{
    ApiWorld world([](Settings &settings) { settings.chatPerMinute = 1; });
    const auto say = [&](const HttpHeaders &headers) { return world.say(u"Hello"_s, {}, headers); };
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(say(from("192.0.2.1")).status, 200) << i;
    const Answer slower = say(from("192.0.2.1"));
    expectProblem(slower, 429);
    EXPECT_GE(slower.header("retry-after").toInt(), 1);
    EXPECT_LE(slower.header("retry-after").toInt(), 60);
    EXPECT_EQ(world.send("POST", u"/chat/stream"_s, R"({"message": "Hello"})", from("192.0.2.1")).status, 429);
    EXPECT_EQ(world.send("POST", u"/sessions"_s, "{}", from("192.0.2.1")).status, 429);
    EXPECT_EQ(world.get(u"/version"_s, from("192.0.2.1")).status, 200) << "reading is free";

    EXPECT_EQ(say(from("192.0.2.2")).status, 200) << "another guest";
    EXPECT_EQ(say(from("192.0.2.1, 192.0.2.3")).status, 200) << "what a guest claims is not believed";
    EXPECT_EQ(say({}).status, 200) << "this machine";
    HttpHeaders host = from("192.0.2.1");
    host += ApiWorld::asOwner();
    EXPECT_EQ(say(host).status, 200) << "a host";
}

} // namespace ChatCal
