// SPDX-License-Identifier: Apache-2.0
// The outbox as it runs for real: several processes on one Redis, a mail server, and both failing.
#include "core/mail/outbox.h"
#include "core/mail/smtpmailer.h"
#include "core/store/redis/redisstore.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/redisserver.h"
#include "tests/support/smtpsink.h"

#include <gmock/gmock.h>

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

const QString partition = QStringLiteral("host:owner");

/// One process: a connection to Redis, a mailer, an outbox.
struct Process
{
    Process(const RedisServer &redis, const SmtpSink &sink, const Clock &clock)
        : store(orDie(RedisOptions::parse(redis.url()), "the URL is right"))
    {
        SmtpOptions options;
        options.server = u"127.0.0.1"_s;
        options.port = sink.port();
        options.security = SmtpOptions::Security::None;
        mailer = orDie(SmtpMailer::make(options), "good options");
        outbox = std::make_unique<Outbox>(store, *mailer, clock);
    }
    [[nodiscard]] Result<void> enqueue(int from, int to)
    {
        Batch batch;
        batch.partition = partition;
        for (int i = from; i < to; ++i) {
            const QByteArray id = QByteArray::number(i) + "@example.com";
            outbox->enqueue(batch,
                            {QString::fromLatin1(id), u"host@example.com"_s, u"guest@example.org"_s,
                             "Message-ID: <" + id + ">\r\nSubject: Tea\r\n\r\nSee you.\r\n"});
        }
        const auto done = await(store.commit(batch));
        return done ? Result<void>() : tl::unexpected(done.error());
    }
    [[nodiscard]] std::optional<Outbox::Counts> counts()
    {
        const auto counted = await(outbox->counts(partition));
        return counted ? std::optional(*counted) : std::nullopt;
    }

    RedisStore store;
    std::unique_ptr<SmtpMailer> mailer;
    std::unique_ptr<Outbox> outbox;
};

class SmtpOutbox : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const QString missing = SmtpSink::missing(); !missing.isEmpty())
            GTEST_SKIP() << missing.toStdString();
        if (!hasRedis())
            GTEST_SKIP() << "redis-server or redis-cli is not installed";
        ASSERT_TRUE(redis.start());
        ASSERT_TRUE(sink.start());
    }
    /// How many mails there are, and how many different ones.
    [[nodiscard]] std::pair<qsizetype, qsizetype> arrived() const
    {
        std::set<QByteArray> different;
        const auto mails = sink.mails();
        for (const SmtpSink::Mail &mail : mails)
            different.insert(mail.data);
        return {mails.size(), static_cast<qsizetype>(different.size())};
    }

    RedisServer redis;
    SmtpSink sink;
    FakeClock clock;
};

using Arrived = std::pair<qsizetype, qsizetype>;

} // namespace

TEST_F(SmtpOutbox, OfSeveralProcessesSendsEachMailOnce)
{
    Process one(redis, sink, clock);
    Process two(redis, sink, clock);
    Process three(redis, sink, clock);
    ASSERT_TRUE(one.enqueue(0, 40));
    for (Process *const each : {&one, &two, &three})
        each->outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return arrived().second == 40; }, 60s));
    ASSERT_TRUE(eventually([&] { return one.outbox->isIdle() && two.outbox->isIdle() && three.outbox->isIdle(); }));
    EXPECT_EQ(arrived(), Arrived(40, 40));
    EXPECT_EQ(one.counts()->waiting, 0);
}

TEST_F(SmtpOutbox, SendsNothingTwiceThoughRedisStoodStillInTheMiddle)
{
    Process one(redis, sink, clock);
    Process two(redis, sink, clock);
    ASSERT_TRUE(one.enqueue(0, 60));
    one.outbox->wake(partition);
    two.outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return sink.count(u"accepted"_s) >= 10; }, 60s));
    redis.freeze();
    QTest::qWait(3000); // the outage
    redis.thaw();
    ASSERT_TRUE(eventually([&] { return arrived().second == 60; }, 90s));
    ASSERT_TRUE(eventually([&] {
        const auto counts = one.counts();
        return counts && counts->waiting == 0;
    }));
    EXPECT_EQ(arrived(), Arrived(60, 60));
}

TEST_F(SmtpOutbox, RepeatsTheSameMailWhenItsOutcomeIsUnknownAndSaysSo)
{
    Process one(redis, sink, clock);
    ASSERT_TRUE(sink.setFaults(u"body=cut*1"_s));
    ASSERT_TRUE(one.enqueue(0, 1));
    one.outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return one.outbox->isIdle(); }));
    EXPECT_EQ(one.counts()->waiting, 1);
    EXPECT_EQ(one.counts()->outcomeUnknown, 1);
    clock.advance(1h);
    one.outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return arrived().first == 2; }));
    EXPECT_EQ(arrived(), Arrived(2, 1)); // the same, byte for byte
    ASSERT_TRUE(eventually([&] { return one.counts()->waiting == 0; }));
    EXPECT_EQ(one.counts()->outcomeUnknown, 0);
}

TEST_F(SmtpOutbox, GoesOnWhenTheProcessBeforeDiedWithTheLease)
{
    Process one(redis, sink, clock);
    ASSERT_TRUE(await(one.store.acquire(partition, u"outbox"_s, 1500ms))); // of one that died
    ASSERT_TRUE(one.enqueue(0, 1));
    one.outbox->wake(partition);
    EXPECT_TRUE(eventually([&] { return arrived().first == 1; }));
}

TEST_F(SmtpOutbox, KeepsARefusedMailForAnAdminAndTriesTheOthers)
{
    Process one(redis, sink, clock);
    ASSERT_TRUE(sink.setFaults(u"rcpt=550*1 rcpt=451*1"_s));
    ASSERT_TRUE(one.enqueue(0, 3));
    one.outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return one.outbox->isIdle() && arrived().first == 1; }));
    EXPECT_EQ(one.counts()->dead, 1);
    EXPECT_EQ(one.counts()->waiting, 1);
    const auto letters = await(one.outbox->deadLetters(partition, 10));
    ASSERT_TRUE(letters && letters->size() == 1);
    EXPECT_TRUE((*letters)[0].detail.endsWith(u"refuses the mail: 550 5.1.1 to the recipient"_s));
    ASSERT_TRUE(await(one.outbox->retry(partition, (*letters)[0].id)));
    clock.advance(1h);
    one.outbox->wake(partition);
    EXPECT_TRUE(eventually([&] { return arrived().first == 3; }));
    EXPECT_EQ(arrived(), Arrived(3, 3));
}

} // namespace ChatCal
