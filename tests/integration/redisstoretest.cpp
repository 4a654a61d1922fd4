// SPDX-License-Identifier: Apache-2.0
// RedisStore on one real server: what the contract leaves open, and what happens when the server fails.
#include "core/store/redis/redisstore.h"
#include "core/store/redis/redisscripts.h"

#include "tests/integration/rediscuttingproxy.h"
#include "tests/support/await.h"
#include "tests/support/redisserver.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

namespace ChatCal {

namespace {

RedisOptions optionsFor(const QString &url)
{
    return orDie(RedisOptions::parse(url), "the URL is right");
}

Batch putting(const QString &key, const QByteArray &body)
{
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{key, body, {}, {}}};
    return batch;
}

IndexQuery wholeIndex()
{
    IndexQuery query;
    query.partition = u"p"_s;
    query.index = u"i"_s;
    return query;
}

std::string detailOf(const auto &result)
{
    return result ? std::string("it went well") : result.error().detail.toStdString();
}

class RedisIntegration : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!hasRedis())
            GTEST_SKIP() << "redis-server or redis-cli is not installed";
    }
};

} // namespace

TEST_F(RedisIntegration, KeepsScoresExactBeyondADoublesDigits)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    constexpr qint64 large = (qint64(1) << 60) + 1;
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    Batch batch;
    batch.partition = u"p"_s;
    batch.indexPuts = {
        {u"i"_s, u"c"_s, large + 1}, {u"i"_s, u"b"_s, large}, {u"i"_s, u"a"_s, large - 1}, {u"i"_s, u"z"_s, least}};
    ASSERT_TRUE(await(store.commit(batch)));
    EXPECT_THAT(*await(store.range({u"p"_s, u"i"_s, large, large + 1, 10, {}})),
                ElementsAre(IndexEntry{u"b"_s, large}));
    EXPECT_EQ(await(store.range(wholeIndex()))->first(), (IndexEntry{u"z"_s, least}));
}

TEST_F(RedisIntegration, RemembersABatchLongerThanItMayBeRepeated)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    const auto first = await(store.commit(putting(u"k"_s, "x")));
    ASSERT_TRUE(first);
    const auto remembered = server.ask({u"--raw"_s, u"keys"_s, u"chatcal:{p}:b:*"_s});
    ASSERT_TRUE(remembered);
    const QString key = QString::fromLatin1(remembered->trimmed());
    EXPECT_EQ(server.ask({u"--raw"_s, u"get"_s, key})->trimmed(), "+1");
    EXPECT_GT(server.ask({u"pttl"_s, key})->trimmed().toInt(), 2 * 2000) << "longer than a call may be repeated";
}

TEST_F(RedisIntegration, LeavesNothingBehindOfWhatWasRemovedOrRanOut)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    Batch batch = putting(u"k"_s, "x");
    batch.indexPuts = {{u"i"_s, u"m"_s, 1}};
    ASSERT_TRUE(await(store.commit(batch)));
    const auto lease = await(store.acquire(u"p"_s, u"l"_s, 60s));
    ASSERT_TRUE(lease);
    Batch removal;
    removal.partition = u"p"_s;
    removal.removes = {{u"k"_s, 1}};
    removal.indexRemoves = {{u"i"_s, u"m"_s}};
    removal.fence = *lease;
    removal.releaseFence = true;
    ASSERT_TRUE(await(store.commit(removal)));
    const QString script = u"local left = 0; for _, k in ipairs(redis.call('KEYS', '*')) do "
                           "if redis.call('PTTL', k) < 0 then left = left + 1 end end return left"_s;
    EXPECT_EQ(server.ask({u"eval"_s, script, u"0"_s})->trimmed(), "0") << "what stays, stays for a time only";
}

TEST_F(RedisIntegration, RecoversByItselfFromAServerThatWasKilled)
{
    RedisServer server({.arguments = {u"--appendonly"_s, u"yes"_s, u"--appendfsync"_s, u"always"_s},
                        .tls = false,
                        .localSocket = false,
                        .isSentinel = false,
                        .lines = {},
                        .certificates = {}});
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.commit(putting(u"k"_s, "kept"))));
    server.kill();
    QElapsedTimer clock;
    clock.start();
    const auto reading = await(store.get(u"p"_s, u"k"_s));
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code, ErrorCode::Unavailable);
    EXPECT_LT(clock.elapsed(), 3500) << "in time for a 503";
    const auto writing = await(store.commit(putting(u"k"_s, "never sent")));
    ASSERT_FALSE(writing);
    EXPECT_EQ(writing.error().code, ErrorCode::Unavailable);

    ASSERT_TRUE(server.start());
    EXPECT_TRUE(eventually([&] { return await(store.get(u"p"_s, u"k"_s)).has_value(); }));
    const auto document = await(store.get(u"p"_s, u"k"_s));
    ASSERT_TRUE(document);
    EXPECT_EQ(*document, (Document{u"k"_s, "kept", 1}));
    EXPECT_TRUE(eventually([&] { return await(store.ping()).has_value(); })) << "the change feed too";
}

namespace {

// The number of increments that were done; -1 when one was done twice, or ended in doubt.
QCoro::Task<int> increment(RedisStore *store, int times)
{
    qint64 version = 0;
    for (int i = 0; i < times; ++i) {
        Batch batch = putting(u"counter"_s, QByteArray::number(i));
        batch.puts.first().expectedVersion = version;
        const auto committed = co_await store->commit(batch);
        if (!committed)
            co_return -1;
        version = committed->first();
    }
    co_return times;
}

} // namespace

TEST_F(RedisIntegration, DoesEachBatchOnceThoughRepliesAreLost)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    CuttingProxy proxy(server.port());
    RedisOptions options = optionsFor(proxy.url());
    options.deadline = 10s;
    RedisStore store(options);
    ASSERT_TRUE(await(store.ping()));
    proxy.cutEach(7);
    EXPECT_EQ(await(increment(&store, 100)), 100);
    EXPECT_GE(proxy.cuts(), 10);
    proxy.cutEach(0);
    const auto document = await(store.get(u"p"_s, u"counter"_s));
    ASSERT_TRUE(document && *document);
    EXPECT_EQ((*document)->version, 100);
}

TEST_F(RedisIntegration, AnswersTimeoutWhileTheServerHangsAndGoesOnAfterwards)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisOptions options = optionsFor(server.url());
    options.deadline = 500ms;
    RedisStore store(options);
    ASSERT_TRUE(await(store.ping()));
    server.freeze();
    QElapsedTimer clock;
    clock.start();
    const auto hanging = await(store.commit(putting(u"k"_s, "x")));
    server.thaw();
    ASSERT_FALSE(hanging);
    EXPECT_EQ(hanging.error().code, ErrorCode::Timeout) << "it may yet be done";
    EXPECT_LT(clock.elapsed(), 2500);
    EXPECT_TRUE(eventually([&] { return await(store.get(u"p"_s, u"k"_s)).has_value(); }));
}

TEST_F(RedisIntegration, WaitsOnceForAServerThatHangs)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisOptions options = optionsFor(server.url());
    options.deadline = 2s;
    RedisStore store(options);
    ASSERT_TRUE(await(store.ping()));
    server.freeze();
    ASSERT_FALSE(await(store.get(u"p"_s, u"k"_s)));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 3; ++i) {
        const auto next = await(store.get(u"p"_s, u"k"_s));
        ASSERT_FALSE(next);
        EXPECT_EQ(next.error().code, ErrorCode::Unavailable);
    }
    EXPECT_LT(clock.elapsed(), 1500) << "each of a request's calls waited anew";
    server.thaw();
    EXPECT_TRUE(eventually([&] { return await(store.get(u"p"_s, u"k"_s)).has_value(); }));
}

TEST_F(RedisIntegration, GivesBackTheLeaseThatAHangingServerGrantsTooLate)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisOptions options = optionsFor(server.url());
    options.deadline = 500ms;
    RedisStore store(options);
    const auto held = await(store.acquire(u"p"_s, u"held"_s, 60s));
    ASSERT_TRUE(held);
    server.freeze();
    const auto asked = await(store.acquire(u"p"_s, u"asked"_s, 60s));
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::Timeout);
    const auto read = await(store.acquireAndGet(u"p"_s, u"read"_s, 60s, u"k"_s));
    ASSERT_FALSE(read); // it may be known to be gone by now, and then nothing was asked of it
    EXPECT_FALSE(await(store.release(*held)));
    server.thaw();
    RedisStore other(optionsFor(server.url()));
    EXPECT_TRUE(eventually([&] { return await(other.acquire(u"p"_s, u"held"_s, 60s)).has_value(); }));
    EXPECT_TRUE(eventually([&] { return await(other.acquire(u"p"_s, u"asked"_s, 60s)).has_value(); }));
    EXPECT_TRUE(eventually([&] { return await(other.acquire(u"p"_s, u"read"_s, 60s)).has_value(); }));
}

TEST_F(RedisIntegration, GivesBackTheLeaseOfAReadThatAHangingServerGrantsTooLate)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisOptions options = optionsFor(server.url());
    options.deadline = 500ms;
    RedisStore store(options);
    ASSERT_TRUE(await(store.ping()));
    server.freeze();
    const auto asked = await(store.acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s));
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::Timeout);
    server.thaw();
    RedisStore other(optionsFor(server.url()));
    EXPECT_TRUE(eventually([&] { return await(other.acquire(u"p"_s, u"l"_s, 60s)).has_value(); }));
}

TEST_F(RedisIntegration, AnswersTheSameOwnerTheSameTokenAndLeavesNoLeaseWithoutADocument)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.commit(putting(u"k"_s, "x"))));
    const auto leased = await(store.acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(leased);
    const QString hash = QString::fromLatin1(acquireScript().hash);
    const QStringList asking{u"--raw"_s, u"evalsha"_s, hash, u"3"_s};
    const QStringList keys{u"chatcal:{p}:l:l"_s, u"chatcal:{p}:t:l"_s, u"chatcal:{p}:d:k"_s};
    const auto again = server.ask(asking + keys + QStringList{leased->lease.owner, u"60000"_s, u"60000"_s});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->trimmed(), QByteArray::number(leased->lease.token) + "\n000000000000001x");

    ASSERT_TRUE(server.ask({u"hset"_s, u"chatcal:{p}:d:strange"_s, u"a"_s, u"b"_s}));
    EXPECT_FALSE(await(store.acquireAndGet(u"p"_s, u"m"_s, 60s, u"strange"_s)));
    EXPECT_TRUE(await(store.acquire(u"p"_s, u"m"_s, 60s))) << "nobody holds it";
}

TEST_F(RedisIntegration, ChangesNothingWhenTheMemoryIsFull)
{
    RedisServer server({.arguments = {u"--maxmemory"_s, u"1"_s},
                        .tls = false,
                        .localSocket = false,
                        .isSentinel = false,
                        .lines = {},
                        .certificates = {}});
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    Batch batch = putting(u"k"_s, "x");
    batch.removes = {{u"other"_s, {}}};
    const auto answer = await(store.commit(batch));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(answer.error().retryAfter);
    EXPECT_THAT(detailOf(answer), HasSubstr("no memory"));
    EXPECT_EQ(*await(store.get(u"p"_s, u"k"_s)), std::nullopt);
    EXPECT_THAT(detailOf(await(store.ping())), HasSubstr("no memory")) << "ping tells it too";
    ASSERT_TRUE(server.ask({u"config"_s, u"set"_s, u"maxmemory"_s, u"0"_s}));
    EXPECT_TRUE(await(store.commit(batch)));
}

TEST_F(RedisIntegration, SaysThatTheServerIsAReplica)
{
    RedisServer master;
    RedisServer replica;
    ASSERT_TRUE(master.start() && replica.start());
    RedisStore store(optionsFor(replica.url()));
    ASSERT_TRUE(await(store.commit(putting(u"k"_s, "x"))));
    ASSERT_TRUE(replica.ask({u"replicaof"_s, u"127.0.0.1"_s, QString::number(master.port())}));
    const auto answer = await(store.commit(putting(u"k"_s, "y")));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(detailOf(answer), HasSubstr("replica"));
    ASSERT_TRUE(replica.ask({u"replicaof"_s, u"no"_s, u"one"_s}));
    EXPECT_TRUE(eventually([&] { return await(store.commit(putting(u"k"_s, "y"))).has_value(); }));
}

TEST_F(RedisIntegration, RefusesWritesWhileTheServerCannotSave)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.ping()));
    ASSERT_TRUE(server.ask({u"config"_s, u"set"_s, u"min-replicas-to-write"_s, u"1"_s}));
    const auto answer = await(store.commit(putting(u"k"_s, "x")));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(detailOf(answer), HasSubstr("too few replicas"));
}

TEST_F(RedisIntegration, SaysThatThePasswordIsWrong)
{
    RedisServer server({.arguments = {u"--requirepass"_s, u"right"_s},
                        .tls = false,
                        .localSocket = false,
                        .isSentinel = false,
                        .lines = {},
                        .certificates = {}});
    ASSERT_TRUE(server.start());
    const QString address = u"127.0.0.1:%1"_s.arg(server.port());
    EXPECT_TRUE(await(RedisStore(optionsFor(u"redis://:right@"_s + address)).ping()));
    EXPECT_TRUE(await(RedisStore(optionsFor(u"redis://default:right@"_s + address)).ping()));
    for (const QString &user : {u":hunter2@"_s, u"nobody:hunter2@"_s}) {
        RedisStore store(optionsFor(u"redis://"_s + user + address));
        const auto answer = await(store.ping());
        EXPECT_THAT(detailOf(answer), HasSubstr("refuses the password"));
        EXPECT_THAT(detailOf(answer), testing::Not(HasSubstr("hunter2")));
    }
    EXPECT_THAT(detailOf(await(RedisStore(optionsFor(server.url())).ping())), HasSubstr("asks for a password"));
}

TEST_F(RedisIntegration, SaysThatTheDatabaseDoesNotExist)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    EXPECT_THAT(detailOf(await(RedisStore(optionsFor(server.url() + u"/99"_s)).ping())), HasSubstr("no such database"));
}

TEST_F(RedisIntegration, KnowsItsScriptsAgainAfterTheyWereFlushed)
{
    RedisServer server;
    ASSERT_TRUE(server.start());
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.ping()));
    ASSERT_TRUE(server.ask({u"script"_s, u"flush"_s}));
    EXPECT_TRUE(await(store.commit(putting(u"k"_s, "x"))));
    ASSERT_TRUE(server.ask({u"script"_s, u"flush"_s}));
    EXPECT_TRUE(await(store.acquire(u"p"_s, u"l"_s, 1s)));
}

// TLS

TEST_F(RedisIntegration, TrustsNobodyButTheAuthorityItWasGiven)
{
    if (!hasOpenSsl())
        GTEST_SKIP() << "openssl is not installed";
    RedisServer server({.arguments = {u"--tls-auth-clients"_s, u"yes"_s, u"--bind"_s, u"127.0.0.1"_s, u"127.0.0.2"_s},
                        .tls = true,
                        .localSocket = false,
                        .isSentinel = false,
                        .lines = {},
                        .certificates = {}});
    server.clientArguments = {u"--cert"_s, server.file(u"client.crt"_s), u"--key"_s, server.file(u"client.key"_s)};
    ASSERT_TRUE(server.start());
    const QString ours =
        u"?ca=%1&cert=%2&key=%3"_s.arg(server.caFile(), server.file(u"client.crt"_s), server.file(u"client.key"_s));
    EXPECT_EQ(detailOf(await(RedisStore(optionsFor(server.url() + ours)).ping())), "it went well");

    const auto told = [&](const QString &query) {
        return detailOf(await(RedisStore(optionsFor(server.url() + query)).ping()));
    };
    EXPECT_THAT(told(u"?cert=%1&key=%2"_s.arg(server.file(u"client.crt"_s), server.file(u"client.key"_s))),
                HasSubstr("certificate is not trusted"));
    EXPECT_THAT(told(u"?ca="_s + server.caFile()), HasSubstr("no connection")) << "the server wants a certificate";
    EXPECT_THAT(told(u"?ca=/nowhere.pem"_s), HasSubstr("CA file"));
    EXPECT_THAT(told(u"?ca=%1&cert=%1&key=%1"_s.arg(server.caFile())), HasSubstr("key file"));

    RedisOptions other = optionsFor(server.url() + ours);
    other.addresses.first().host = u"127.0.0.2"_s;
    EXPECT_THAT(detailOf(await(RedisStore(other).ping())), HasSubstr("certificate is not trusted"))
        << "the certificate is for 127.0.0.1";
    RedisServer plain;
    ASSERT_TRUE(plain.start());
    other.addresses = optionsFor(plain.url()).addresses;
    EXPECT_THAT(detailOf(await(RedisStore(other).ping())), HasSubstr("no connection")) << "no TLS there at all";
}

} // namespace ChatCal
