// SPDX-License-Identifier: Apache-2.0
// How RedisStore finds the server in a Cluster and behind Sentinels, told by fakes.
#include "core/store/redis/redisschema.h"
#include "core/store/redis/redisstore.h"

#include "redisfakeserver.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace ChatCal {

namespace {

using Command = RedisFakeServer::Command;

RedisOptions optionsFor(const QString &url)
{
    RedisOptions options = orDie(RedisOptions::parse(url), "the URL is right");
    options.deadline = 800ms;
    options.longestPause = 100ms;
    return options;
}

QByteArray number(qint64 value)
{
    return ':' + QByteArray::number(value) + "\r\n";
}

QByteArray slotRange(int first, int last, const QByteArray &host, quint16 port)
{
    return array({number(first), number(last), array({bulk(host), number(port), bulk("node-id"), array({})})});
}

QString clusterUrl(const RedisFakeServer &seed)
{
    return u"redis+cluster://127.0.0.1:%1"_s.arg(seed.port());
}

QString sentinelUrl(const QList<const RedisFakeServer *> &sentinels)
{
    QStringList hosts;
    for (const RedisFakeServer *sentinel : sentinels)
        hosts.append(u"127.0.0.1:%1"_s.arg(sentinel->port()));
    return u"redis+sentinel://%1/theirs"_s.arg(hosts.join(u','));
}

QByteArray masterAt(quint16 port)
{
    return array({bulk("127.0.0.1"), bulk(QByteArray::number(port))});
}

const int slotOfP = RedisSchema(u"chatcal"_s, 0, 1s).slot(u"p"_s);

/// Two nodes; what CLUSTER SLOTS says about them can be changed.
class RedisClusterRouting : public testing::Test
{
protected:
    RedisClusterRouting()
    {
        for (RedisFakeServer *node : {&m_first, &m_second}) {
            node->onCommand = [this, node](const Command &command) -> QByteArray {
                if (command.first() == "CLUSTER")
                    return m_map;
                if (command.first() == "GET")
                    return node == &m_first ? m_firstSays : documentReply(2, "second");
                return {};
            };
        }
        serve(m_first);
    }

    void serve(const RedisFakeServer &node) { m_map = array({slotRange(0, 16383, "127.0.0.1", node.port())}); }
    [[nodiscard]] QByteArray pointing(const char *how, const RedisFakeServer &node) const
    {
        return '-' + QByteArray(how) + ' ' + QByteArray::number(slotOfP)
            + " 127.0.0.1:" + QByteArray::number(node.port()) + "\r\n";
    }
    /// The body of p/k.
    [[nodiscard]] QByteArray read(RedisStore &store) const
    {
        const auto document = await(store.get(u"p"_s, u"k"_s));
        EXPECT_TRUE(document) << document.error().detail.toStdString();
        return document && *document ? (*document)->body : QByteArray("nothing");
    }

    RedisFakeServer m_first;
    RedisFakeServer m_second;
    QByteArray m_map;
    QByteArray m_firstSays = documentReply(1, "first");
};

} // namespace

TEST_F(RedisClusterRouting, AsksTheNodeOfTheSlot)
{
    m_map = array({slotRange(0, slotOfP - 1, "127.0.0.1", m_first.port()),
                   slotRange(slotOfP, 16383, "127.0.0.1", m_second.port())});
    RedisStore store(optionsFor(clusterUrl(m_first)));
    EXPECT_EQ(read(store), "second");
    EXPECT_TRUE(m_first.commandsNamed("GET").isEmpty());
}

TEST_F(RedisClusterRouting, TakesANodeWithoutANameForTheOneAsked)
{
    m_map = array({slotRange(0, 16383, "", m_first.port())});
    RedisStore store(optionsFor(clusterUrl(m_first)));
    EXPECT_EQ(read(store), "first");
}

TEST_F(RedisClusterRouting, FollowsAMoveAndRemembersIt)
{
    RedisStore store(optionsFor(clusterUrl(m_first)));
    EXPECT_EQ(read(store), "first");
    m_firstSays = pointing("MOVED", m_second);
    serve(m_second);
    EXPECT_EQ(read(store), "second");
    EXPECT_EQ(read(store), "second");
    EXPECT_EQ(m_first.commandsNamed("GET").size(), 2);
}

TEST_F(RedisClusterRouting, FollowsAnAskOnce)
{
    RedisStore store(optionsFor(clusterUrl(m_first)));
    EXPECT_EQ(read(store), "first");
    m_firstSays = pointing("ASK", m_second);
    EXPECT_EQ(read(store), "second");
    const auto commands = m_second.commands();
    ASSERT_GE(commands.size(), 2);
    EXPECT_EQ(commands.at(commands.size() - 2).first(), "ASKING");
    m_firstSays = documentReply(3, "first again");
    EXPECT_EQ(read(store), "first again") << "the slot is not moved yet";
}

TEST_F(RedisClusterRouting, TriesAgainWhileASlotMoves)
{
    RedisStore store(optionsFor(clusterUrl(m_first)));
    m_firstSays = "-TRYAGAIN Multiple keys request during rehashing of slot\r\n";
    auto reading = store.get(u"p"_s, u"k"_s);
    EXPECT_TRUE(eventually([&] { return m_first.commandsNamed("GET").size() >= 3; }));
    m_firstSays = documentReply(1, "moved");
    EXPECT_EQ((*await(std::move(reading)))->body, "moved");
}

TEST_F(RedisClusterRouting, GivesUpInTimeWhenNodesPointAtEachOther)
{
    m_firstSays = pointing("MOVED", m_first);
    RedisStore store(optionsFor(clusterUrl(m_first)));
    const auto document = await(store.get(u"p"_s, u"k"_s));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::Unavailable);
    EXPECT_LT(m_first.commandsNamed("GET").size(), 200) << "not in a tight loop";
}

TEST_F(RedisClusterRouting, LearnsTheMapFromAnotherNodeWhenOneDies)
{
    RedisStore store(
        optionsFor(u"redis+cluster://127.0.0.1:%1,127.0.0.1:%2"_s.arg(m_first.port()).arg(m_second.port())));
    EXPECT_EQ(read(store), "first");
    serve(m_second);
    m_first.close();
    EXPECT_EQ(read(store), "second");
}

TEST_F(RedisClusterRouting, SaysThatTheServerIsNoCluster)
{
    m_map = "-ERR This instance has cluster support disabled\r\n";
    RedisStore store(optionsFor(clusterUrl(m_first)));
    const auto answer = await(store.ping());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(answer.error().detail.toStdString(), HasSubstr("no Redis Cluster"));
}

TEST_F(RedisClusterRouting, RefusesAMapThatIsNone)
{
    for (const QByteArray &map :
         {array({}), array({bulk("x")}), array({slotRange(0, 16384, "127.0.0.1", 1)}),
          array({slotRange(5, 4, "127.0.0.1", 1)}), array({slotRange(0, 1, "127.0.0.1", 0)}), bulk("text")}) {
        m_map = map;
        RedisOptions options = optionsFor(clusterUrl(m_first));
        options.deadline = 150ms;
        RedisStore store(options);
        const auto answer = await(store.get(u"p"_s, u"k"_s));
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
        EXPECT_TRUE(answer.error().retryAfter);
    }
}

TEST_F(RedisClusterRouting, PublishesABatchsNoticeThroughOneNode)
{
    RedisStore store(optionsFor(clusterUrl(m_first)));
    Batch batch;
    batch.partition = u"p"_s;
    batch.notify = u"t"_s;
    batch.notice = "n";
    ASSERT_TRUE(await(store.commit(batch)));
    ASSERT_EQ(m_first.commandsNamed("PUBLISH").size(), 1);
    EXPECT_EQ(m_first.commandsNamed("PUBLISH").first().at(2), "1:tn");
}

TEST(RedisSentinelRouting, AsksTheMasterTheSentinelsName)
{
    RedisFakeServer dead;
    dead.close();
    RedisFakeServer sentinel;
    RedisFakeServer master;
    sentinel.onCommand = [&](const Command &command) {
        return command.first() == "SENTINEL" ? masterAt(master.port()) : QByteArray();
    };
    RedisStore store(optionsFor(sentinelUrl({&dead, &sentinel})));
    EXPECT_TRUE(await(store.ping()));
    EXPECT_EQ(sentinel.commandsNamed("SENTINEL").first(), (Command{"SENTINEL", "GET-MASTER-ADDR-BY-NAME", "theirs"}));
    EXPECT_FALSE(master.commandsNamed("EVALSHA").isEmpty());
}

TEST(RedisSentinelRouting, SaysThatTheSentinelsKnowNoSuchMaster)
{
    RedisFakeServer sentinel;
    sentinel.onCommand = [](const Command &command) {
        return command.first() == "SENTINEL" ? QByteArray("*-1\r\n") : QByteArray();
    };
    RedisStore store(optionsFor(sentinelUrl({&sentinel})));
    const auto answer = await(store.ping());
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().detail.toStdString(), HasSubstr("no master of that name"));
}

TEST(RedisSentinelRouting, LeavesAMasterThatBecameAReplica)
{
    RedisFakeServer sentinel;
    RedisFakeServer old;
    RedisFakeServer fresh;
    quint16 master = old.port();
    sentinel.onCommand = [&](const Command &command) {
        return command.first() == "SENTINEL" ? masterAt(master) : QByteArray();
    };
    RedisStore store(optionsFor(sentinelUrl({&sentinel})));
    ASSERT_TRUE(await(store.ping()));
    old.onCommand = [&](const Command &command) {
        master = fresh.port();
        return command.first() == "EVALSHA" ? QByteArray("-READONLY You can't write against a read only replica.\r\n")
                                            : QByteArray();
    };
    old.information = "redis_version:7.0.15\r\nrole:slave\r\n";
    Batch batch;
    batch.partition = u"p"_s;
    EXPECT_TRUE(await(store.commit(batch))) << "within one call's deadline";
    EXPECT_EQ(fresh.commandsNamed("EVALSHA").size(), 1);
}

TEST(RedisSentinelRouting, GivesSentinelsTheirOwnPassword)
{
    RedisFakeServer sentinel;
    RedisFakeServer master;
    sentinel.password = "theirs";
    master.password = "ours";
    sentinel.onCommand = [&](const Command &command) {
        return command.first() == "SENTINEL" ? masterAt(master.port()) : QByteArray();
    };
    RedisStore store(
        optionsFor(u"redis+sentinel://:ours@127.0.0.1:%1/m?sentinel_password=theirs"_s.arg(sentinel.port())));
    EXPECT_TRUE(await(store.ping()));
    RedisStore locked(optionsFor(u"redis+sentinel://:ours@127.0.0.1:%1/m"_s.arg(sentinel.port())));
    EXPECT_THAT(await(locked.ping()).error().detail.toStdString(), HasSubstr("asks for a password"));
}

} // namespace ChatCal
