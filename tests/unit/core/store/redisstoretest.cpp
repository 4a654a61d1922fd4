// SPDX-License-Identifier: Apache-2.0
// What RedisStore does when its server does not do as it should. The server is a fake; tests/integration has the real
// one.
#include "core/store/redis/redisstore.h"

#include "redisfakeserver.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

using Command = RedisFakeServer::Command;

RedisOptions optionsFor(const QString &url)
{
    RedisOptions options = orDie(RedisOptions::parse(url), "the URL is right");
    options.deadline = 600ms;
    options.longestPause = 100ms;
    return options;
}

Batch aBatch()
{
    Batch batch;
    batch.partition = u"p"_s;
    batch.puts = {{u"k"_s, "body", {}, {}}};
    return batch;
}

std::string detailOf(const auto &result)
{
    return result ? std::string() : result.error().detail.toStdString();
}

// The fake answers what @p reply gives to each command named @p name, and the usual to others.
void answerTo(RedisFakeServer &server, const QByteArray &name, std::function<QByteArray()> reply)
{
    server.onCommand = [name, reply = std::move(reply)](const Command &command) {
        return command.first() == name ? reply() : QByteArray();
    };
}

} // namespace

TEST(RedisStore, WaitsForAServerThatIsNotThereYet)
{
    RedisFakeServer server;
    server.close();
    RedisStore store(optionsFor(server.url()));
    auto reading = store.get(u"p"_s, u"k"_s);
    EXPECT_TRUE(eventually([&] { return true; }));
    server.listen();
    EXPECT_TRUE(await(std::move(reading)));
}

TEST(RedisStore, SaysUnavailableInTimeWhenNobodyListensAndThenAtOnce)
{
    RedisFakeServer server;
    server.close();
    RedisStore store(optionsFor(server.url()));
    QElapsedTimer clock;
    clock.start();
    const auto first = await(store.commit(aBatch()));
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::Unavailable) << "nothing was changed";
    EXPECT_TRUE(first.error().retryAfter);
    EXPECT_THAT(detailOf(first), HasSubstr("refused"));
    EXPECT_LT(clock.elapsed(), 2000);

    EXPECT_TRUE(eventually([&] { return clock.elapsed() > 800; }));
    clock.restart();
    EXPECT_FALSE(await(store.get(u"p"_s, u"k"_s)));
    EXPECT_LT(clock.elapsed(), 300) << "known to be gone: nobody waits";

    server.listen();
    EXPECT_TRUE(eventually([&] { return await(store.get(u"p"_s, u"k"_s)).has_value(); }));
}

TEST(RedisStore, SaysAtOnceThatThePasswordIsWrongAndNeverShowsIt)
{
    RedisFakeServer server;
    server.password = "right";
    RedisStore store(optionsFor(u"redis://ada:hunter2@127.0.0.1:%1"_s.arg(server.port())));
    QElapsedTimer clock;
    clock.start();
    const auto answer = await(store.ping());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(detailOf(answer), HasSubstr("refuses the password"));
    EXPECT_THAT(detailOf(answer), Not(HasSubstr("hunter2")));
    EXPECT_LT(clock.elapsed(), 500);
}

TEST(RedisStore, SaysThatAPasswordIsAskedFor)
{
    RedisFakeServer server;
    server.password = "right";
    RedisStore store(optionsFor(server.url()));
    EXPECT_THAT(detailOf(await(store.ping())), HasSubstr("asks for a password"));
}

TEST(RedisStore, RefusesAnOldServer)
{
    RedisFakeServer server;
    server.information = "redis_version:5.0.14\r\nrole:master\r\n";
    RedisStore store(optionsFor(server.url()));
    EXPECT_THAT(detailOf(await(store.ping())), HasSubstr("Redis 5.0.14; at least 6.2"));
}

TEST(RedisStore, DoesWithoutPermissionToAskTheServer)
{
    RedisFakeServer server;
    answerTo(server, "INFO", [] { return "-NOPERM this user has no permissions to run the 'info' command\r\n"; });
    RedisStore store(optionsFor(server.url()));
    EXPECT_TRUE(await(store.ping()));
}

TEST(RedisStore, SaysThatTheChangeFeedIsForbidden)
{
    RedisFakeServer server;
    answerTo(server, "SUBSCRIBE", [] { return "-NOPERM this user has no permissions to access the channel\r\n"; });
    RedisStore store(optionsFor(server.url()));
    EXPECT_THAT(detailOf(await(store.ping())), HasSubstr("lacks a permission"));
}

TEST(RedisStore, OutlivesAServerThatLoadsItsData)
{
    RedisFakeServer server;
    answerTo(server, "SCRIPT", [] { return "-LOADING Redis is loading the dataset in memory\r\n"; });
    RedisStore store(optionsFor(server.url()));
    const auto answer = await(store.commit(aBatch()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(answer.error().retryAfter);
    EXPECT_THAT(detailOf(answer), HasSubstr("loading"));
    server.onCommand = {};
    EXPECT_TRUE(eventually([&] { return await(store.commit(aBatch())).has_value(); }));
}

TEST(RedisStore, SaysThatTheOtherSideIsNoRedis)
{
    RedisFakeServer server;
    server.onCommand = [](const Command &) { return QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n"); };
    RedisStore store(optionsFor(server.url()));
    const auto answer = await(store.get(u"p"_s, u"k"_s));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(detailOf(answer), HasSubstr("does not speak Redis's protocol"));
}

struct Refusal
{
    const char *name;
    QByteArray line;
    const char *says;
};

void PrintTo(const Refusal &refusal, std::ostream *out)
{
    *out << refusal.name;
}

class RedisStoreRefused : public testing::TestWithParam<Refusal>
{
};

TEST_P(RedisStoreRefused, IsUnavailableAndChangedNothing)
{
    RedisFakeServer server;
    answerTo(server, "EVALSHA", [] { return '-' + GetParam().line + "\r\n"; });
    RedisOptions options = optionsFor(server.url());
    options.deadline = 1500ms; // some are tried again until shortly before it
    RedisStore store(options);
    const auto answer = await(store.commit(aBatch()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(answer.error().retryAfter);
    EXPECT_THAT(detailOf(answer), HasSubstr(GetParam().says));
    EXPECT_THAT(detailOf(answer), Not(HasSubstr("hunter2")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, RedisStoreRefused,
    testing::Values(Refusal{"Oom", "OOM command not allowed when used memory > 'maxmemory'. hunter2", "no memory"},
                    Refusal{"Misconf", "MISCONF Redis is configured to save RDB snapshots hunter2", "cannot save"},
                    Refusal{"NoReplicas", "NOREPLICAS Not enough good replicas to write. hunter2", "too few replicas"},
                    Refusal{"ReadOnly", "READONLY You can't write against a read only replica. hunter2", "replica"},
                    Refusal{"MasterDown", "MASTERDOWN Link with MASTER is down hunter2", "lost its master"},
                    Refusal{"ClusterDown", "CLUSTERDOWN The cluster is down hunter2", "cluster is down"},
                    Refusal{"Loading", "LOADING Redis is loading the dataset in memory hunter2", "loading"},
                    Refusal{"Busy", "BUSY Redis is busy running a script. hunter2", "busy"},
                    Refusal{"NoPermission", "NOPERM this user has no permissions hunter2", "permission"},
                    Refusal{"IsACluster", "MOVED 3999 127.0.0.1:6381 hunter2", "redis+cluster://"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(RedisStore, CallsAnUnknownErrorInternal)
{
    RedisFakeServer server;
    answerTo(server, "EVALSHA", [] { return "-ERR something with hunter2\r\n"; });
    RedisStore store(optionsFor(server.url()));
    const auto answer = await(store.commit(aBatch()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Internal);
    EXPECT_THAT(detailOf(answer), Not(HasSubstr("hunter2")));
}

TEST(RedisStore, LoadsAScriptTheServerForgot)
{
    RedisFakeServer server;
    int failures = 1;
    answerTo(server, "EVALSHA", [&] {
        return failures-- > 0 ? QByteArray("-NOSCRIPT No matching script. Please use EVAL.\r\n") : bulk("+7");
    });
    RedisStore store(optionsFor(server.url()));
    const auto versions = await(store.commit(aBatch()));
    ASSERT_TRUE(versions);
    EXPECT_THAT(*versions, testing::ElementsAre(7));
    EXPECT_EQ(server.commandsNamed("SCRIPT").size(), 5) << "four at first, and the one again";
}

TEST(RedisStore, RepeatsAReadThatWasCutInMidReply)
{
    RedisFakeServer server;
    int cuts = 1;
    answerTo(server, "GET", [&]() -> QByteArray {
        if (cuts-- > 0) {
            server.dropAfterReply();
            return "$20\r\n00000";
        }
        return documentReply(3, "whole");
    });
    RedisStore store(optionsFor(server.url()));
    const auto document = await(store.get(u"p"_s, u"k"_s));
    ASSERT_TRUE(document) << detailOf(document);
    EXPECT_EQ(*document, (Document{u"k"_s, "whole", 3}));
}

TEST(RedisStore, RepeatsACommitThatWasCutUnderTheSameId)
{
    RedisFakeServer server;
    int cuts = 1;
    answerTo(server, "EVALSHA", [&]() -> QByteArray {
        if (cuts-- > 0) {
            server.dropAfterReply();
            return ""; // done perhaps; nobody knows
        }
        return bulk("+1");
    });
    RedisStore store(optionsFor(server.url()));
    EXPECT_TRUE(await(store.commit(aBatch())));
    const auto commands = server.commandsNamed("EVALSHA");
    ASSERT_EQ(commands.size(), 2);
    EXPECT_EQ(commands.at(0), commands.at(1));
    EXPECT_THAT(commands.at(0).at(3).toStdString(), HasSubstr(":b:"));
}

TEST(RedisStore, RepeatsTakingALeaseThatWasCutAsTheSameOwner)
{
    RedisFakeServer server;
    int cuts = 1;
    answerTo(server, "EVALSHA", [&]() -> QByteArray {
        if (cuts-- > 0) {
            server.dropAfterReply();
            return ""; // granted perhaps; nobody knows
        }
        return array({bulk("41"), documentReply(3, "body")});
    });
    RedisStore store(optionsFor(server.url()));
    const auto leased = await(store.acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(leased) << detailOf(leased);
    EXPECT_EQ(leased->lease.token, 41);
    EXPECT_EQ(leased->document, (Document{u"k"_s, "body", 3}));
    const auto commands = server.commandsNamed("EVALSHA");
    ASSERT_EQ(commands.size(), 2);
    EXPECT_EQ(commands.at(0), commands.at(1));
    EXPECT_TRUE(commands.at(0).contains(leased->lease.owner.toUtf8()));
}

TEST(RedisStore, GivesBackTheLeaseOfADocumentThatIsNotOurs)
{
    RedisFakeServer server;
    int asked = 0;
    answerTo(server, "EVALSHA", [&]() -> QByteArray {
        ++asked;
        if (asked == 1)
            return array({bulk("41"), bulk("strange")});
        return asked == 2 ? bulk("41") : QByteArray(":1\r\n");
    });
    RedisStore store(optionsFor(server.url()));
    const auto leased = await(store.acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s));
    ASSERT_FALSE(leased);
    EXPECT_EQ(leased.error().code, ErrorCode::Internal);
    ASSERT_TRUE(eventually([&] { return asked == 3; }));
    EXPECT_TRUE(server.commandsNamed("EVALSHA").at(2).at(4).startsWith("41:"));
}

TEST(RedisStore, SaysTimeoutWhenACutCommitCannotBeRepeated)
{
    RedisFakeServer server;
    answerTo(server, "EVALSHA", [&]() -> QByteArray {
        server.close();
        return "";
    });
    RedisStore store(optionsFor(server.url()));
    const auto answer = await(store.commit(aBatch()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Timeout) << "it may have been done";
}

TEST(RedisStore, DoesNotPublishTwice)
{
    RedisFakeServer server;
    answerTo(server, "PUBLISH", [&]() -> QByteArray {
        server.dropAfterReply();
        return "";
    });
    RedisStore store(optionsFor(server.url()));
    const auto answer = await(store.publish(u"t"_s, "x"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Timeout);
    EXPECT_TRUE(await(store.get(u"p"_s, u"k"_s)));
    EXPECT_EQ(server.commandsNamed("PUBLISH").size(), 1);
}

TEST(RedisStore, GivesUpOnASilentServerAndOnItsConnection)
{
    RedisFakeServer server;
    bool isSilent = true;
    answerTo(server, "GET", [&]() -> QByteArray { return isSilent ? "" : "$-1\r\n"; });
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.commit(aBatch())));
    QElapsedTimer clock;
    clock.start();
    const auto answer = await(store.get(u"p"_s, u"k"_s));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Timeout);
    EXPECT_GE(clock.elapsed(), 590);
    EXPECT_LT(clock.elapsed(), 2000);
    isSilent = false;
    EXPECT_TRUE(eventually([&] { return await(store.get(u"p"_s, u"k"_s)).has_value(); }));
    EXPECT_GE(server.connectionCount(), 3) << "the commands' connection was made again";
}

TEST(RedisStore, SendsWhatIsAskedTogetherInOneGo)
{
    RedisFakeServer server;
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.ping()));
    const int before = server.readCount();
    std::vector<QCoro::Task<Result<std::optional<Document>>>> tasks;
    for (int i = 0; i < 100; ++i)
        tasks.push_back(store.get(u"p"_s, u"k%1"_s.arg(i)));
    for (auto &task : tasks)
        EXPECT_TRUE(await(std::move(task)));
    EXPECT_LE(server.readCount() - before, 3);
    const auto commands = server.commandsNamed("GET");
    ASSERT_EQ(commands.size(), 100);
    EXPECT_TRUE(commands.at(41).at(1).endsWith(":k41"));
}

TEST(RedisStore, MayBeDeletedByWhoeverHearsOfIt)
{
    RedisFakeServer server;
    auto store = std::make_unique<RedisStore>(optionsFor(server.url()));
    ASSERT_TRUE(await(store->ping()));
    QObject::connect(store.get(), &Store::noticed, [&store] { store.reset(); });
    server.publish("chatcal:feed:0", "nonsense");
    server.publish("chatcal:feed:0", "1:tx");
    server.publish("chatcal:feed:0", "1:ty");
    EXPECT_TRUE(eventually([&] { return !store; }));
}

namespace {

QCoro::Task<bool> deleteAfterReading(std::unique_ptr<RedisStore> store)
{
    RedisStore *asked = store.get();
    const auto document = co_await asked->get(u"p"_s, u"k"_s);
    store.reset();
    co_return document.has_value();
}

} // namespace

TEST(RedisStore, MayBeDeletedByWhoeverWaitsForIt)
{
    RedisFakeServer server;
    auto store = std::make_unique<RedisStore>(optionsFor(server.url()));
    ASSERT_TRUE(await(store->ping()));
    RedisStore *asked = store.get();
    auto deleting = deleteAfterReading(std::move(store));
    auto pinging = asked->ping();
    EXPECT_TRUE(await(std::move(deleting)));
    EXPECT_EQ(await(std::move(pinging)).error().code, ErrorCode::Cancelled);
}

TEST(RedisStore, ListensAgainWhenTheFeedWasCut)
{
    RedisFakeServer server;
    RedisStore store(optionsFor(server.url()));
    ASSERT_TRUE(await(store.ping()));
    server.close();
    server.listen();
    EXPECT_TRUE(eventually([&] { return server.commandsNamed("SUBSCRIBE").size() == 2; }));
    EXPECT_TRUE(eventually([&] { return await(store.ping()).has_value(); }));
    QString heard;
    QObject::connect(&store, &Store::noticed, [&heard](const QString &topic) { heard = topic; });
    server.publish("chatcal:feed:0", "5:topicx");
    EXPECT_TRUE(eventually([&] { return heard == u"topic"_s; }));
}

} // namespace ChatCal
