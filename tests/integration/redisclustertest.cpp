// SPDX-License-Identifier: Apache-2.0
// RedisStore on a real Cluster and behind real Sentinels, while they change.
#include "core/store/redis/redisschema.h"
#include "core/store/redis/redisstore.h"

#include "tests/support/await.h"
#include "tests/support/redisserver.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

RedisOptions optionsFor(const QString &url)
{
    return orDie(RedisOptions::parse(url), "the URL is right");
}

Batch putting(const QString &partition, const QString &key, const QByteArray &body)
{
    Batch batch;
    batch.partition = partition;
    batch.puts = {{key, body, {}, {}}};
    batch.indexPuts = {{u"i"_s, key, 1}};
    return batch;
}

/// The body of p/@p key, or why there is none.
QByteArray read(RedisStore &store, const QString &key)
{
    const auto document = await(store.get(u"p"_s, key));
    if (!document)
        return document.error().detail.toUtf8();
    return *document ? (*document)->body : QByteArray("nothing");
}

class RedisManyServers : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!hasRedis())
            GTEST_SKIP() << "redis-server or redis-cli is not installed";
    }
};

RedisServer &ownerOf(RedisTestCluster &cluster, int slot)
{
    for (const auto &node : cluster.nodes()) {
        // Its own line of the map ends with the ranges it serves.
        const QByteArray nodes = node->ask({u"cluster"_s, u"nodes"_s}).value_or(QByteArray());
        for (const QByteArray &line : nodes.split('\n')) {
            if (!line.contains("myself") || !line.contains("master"))
                continue;
            for (const QByteArray &range : line.split(' ').mid(8)) {
                const auto ends = range.split('-');
                if (slot >= ends.first().toInt() && slot <= ends.last().toInt())
                    return *node;
            }
        }
    }
    qFatal("nobody owns the slot");
}

QString idOf(const RedisServer &node)
{
    return QString::fromLatin1(node.ask({u"cluster"_s, u"myid"_s}).value_or(QByteArray()).trimmed());
}

} // namespace

TEST_F(RedisManyServers, FollowASlotThatMigratesToAnotherNode)
{
    RedisTestCluster cluster;
    ASSERT_TRUE(cluster.start());
    RedisStore store(optionsFor(cluster.url()));
    ASSERT_TRUE(await(store.commit(putting(u"p"_s, u"moved"_s, "1"))));
    ASSERT_TRUE(await(store.commit(putting(u"p"_s, u"left"_s, "2"))));

    const RedisSchema schema(u"chatcal"_s, 0, 1s);
    const QString slot = QString::number(schema.slot(u"p"_s));
    RedisServer &from = ownerOf(cluster, slot.toInt());
    RedisServer &to = *cluster.nodes().at(cluster.nodes().front().get() == &from ? 1 : 0);
    ASSERT_TRUE(to.ask({u"cluster"_s, u"setslot"_s, slot, u"importing"_s, idOf(from)}));
    ASSERT_TRUE(from.ask({u"cluster"_s, u"setslot"_s, slot, u"migrating"_s, idOf(to)}));
    const auto migrate = [&](const QByteArray &key) {
        return from.ask(
            {u"migrate"_s, u"127.0.0.1"_s, QString::number(to.port()), QString::fromUtf8(key), u"0"_s, u"5000"_s});
    };
    EXPECT_EQ(migrate(schema.documentKey(u"p"_s, u"moved"_s))->trimmed(), "OK");

    // Half way: ASK for the one, none for the other.
    EXPECT_EQ(read(store, u"moved"_s), "1");
    EXPECT_EQ(read(store, u"left"_s), "2");
    // TRYAGAIN: a batch needs all its keys on one side. It waits.
    auto committing = store.commit(putting(u"p"_s, u"moved"_s, "3"));

    const auto keys = from.ask({u"--raw"_s, u"cluster"_s, u"getkeysinslot"_s, slot, u"100"_s});
    ASSERT_TRUE(keys);
    for (const QByteArray &key : keys->trimmed().split('\n'))
        EXPECT_TRUE(migrate(key));
    for (RedisServer *node : {&to, &from})
        ASSERT_TRUE(node->ask({u"cluster"_s, u"setslot"_s, slot, u"node"_s, idOf(to)}));

    const auto versions = await(std::move(committing));
    ASSERT_TRUE(versions) << versions.error().detail.toStdString();
    EXPECT_THAT(*versions, testing::ElementsAre(2));
    EXPECT_EQ(read(store, u"left"_s), "2") << "MOVED";
    IndexQuery index;
    index.partition = u"p"_s;
    index.index = u"i"_s;
    EXPECT_THAT(*await(store.range(index)), testing::ElementsAre(IndexEntry{u"left"_s, 1}, IndexEntry{u"moved"_s, 1}));
}

TEST_F(RedisManyServers, OutliveTheDeathOfAMaster)
{
    RedisTestCluster cluster;
    ASSERT_TRUE(cluster.start(1));
    RedisStore store(optionsFor(cluster.url()));
    const int slot = RedisSchema(u"chatcal"_s, 0, 1s).slot(u"p"_s);
    ASSERT_TRUE(await(store.commit(putting(u"p"_s, u"k"_s, "1"))));
    RedisServer &master = ownerOf(cluster, slot);
    // So that the replica has it: it is copied after the answer.
    ASSERT_EQ(master.ask({u"wait"_s, u"1"_s, u"10000"_s})->trimmed(), "1");
    master.kill();
    QElapsedTimer clock;
    clock.start();
    const auto meanwhile = await(store.get(u"p"_s, u"k"_s));
    EXPECT_FALSE(meanwhile);
    EXPECT_LT(clock.elapsed(), 3500) << "in time for a 503";
    EXPECT_TRUE(eventually([&] { return await(store.commit(putting(u"p"_s, u"k"_s, "2"))).has_value(); }, 20s));
    EXPECT_EQ(read(store, u"k"_s), "2");
    EXPECT_TRUE(eventually([&] { return await(store.ping()).has_value(); }, 20s)) << "and the change feed";
}

TEST_F(RedisManyServers, FollowTheSentinelsToANewMaster)
{
    RedisServer first;
    ASSERT_TRUE(first.start());
    RedisServer second({.arguments = {u"--replicaof"_s, u"127.0.0.1"_s, QString::number(first.port())},
                        .tls = false,
                        .localSocket = false,
                        .isSentinel = false,
                        .lines = {},
                        .certificates = {}});
    ASSERT_TRUE(second.start());
    RedisServer sentinel(
        {.arguments = {},
         .tls = false,
         .localSocket = false,
         .isSentinel = true,
         .lines = {u"sentinel monitor theirs 127.0.0.1 %1 1"_s.arg(first.port()),
                   u"sentinel down-after-milliseconds theirs 500"_s, u"sentinel failover-timeout theirs 5000"_s},
         .certificates = {}});
    ASSERT_TRUE(sentinel.start());
    EXPECT_TRUE(eventually(
        [&] {
            const auto told = sentinel.ask({u"sentinel"_s, u"replicas"_s, u"theirs"_s});
            return told && told->contains(QByteArray::number(second.port()));
        },
        30s));

    RedisStore store(optionsFor(u"redis+sentinel://127.0.0.1:1,127.0.0.1:%1/theirs"_s.arg(sentinel.port())));
    ASSERT_TRUE(await(store.commit(putting(u"p"_s, u"k"_s, "1"))));
    ASSERT_EQ(first.ask({u"wait"_s, u"1"_s, u"10000"_s})->trimmed(), "1");
    first.kill();
    EXPECT_TRUE(eventually([&] { return await(store.commit(putting(u"p"_s, u"k"_s, "2"))).has_value(); }, 30s));
    EXPECT_TRUE(second.ask({u"role"_s})->startsWith("master"));
    EXPECT_EQ(read(store, u"k"_s), "2");
    EXPECT_TRUE(eventually([&] { return await(store.ping()).has_value(); }, 20s)) << "and the change feed";
}

} // namespace ChatCal
