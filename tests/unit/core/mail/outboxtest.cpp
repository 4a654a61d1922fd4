// SPDX-License-Identifier: Apache-2.0
#include "core/mail/outbox.h"
#include "core/mail/outboxrecord.h"
#include "scriptedmailer.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

namespace ChatCal {

namespace {

const QString partition = QStringLiteral("host:owner");

MailMessage message(const QString &id)
{
    return {id, u"host@example.com"_s, u"ada@example.com"_s, "Subject: Tea\r\n\r\nSee you\xc3\xa9\xff\r\n"};
}

struct OutboxTest : testing::Test
{
    FakeClock clock;
    MemoryStore store{clock};
    ScriptedMailer mailer;
    std::unique_ptr<Outbox> outbox = std::make_unique<Outbox>(store, mailer, clock);

    void enqueue(const QStringList &ids)
    {
        Batch batch;
        batch.partition = partition;
        for (const QString &id : ids)
            outbox->enqueue(batch, message(id));
        ASSERT_TRUE(await(store.commit(batch)));
    }
    void settle(Outbox &which)
    {
        which.wake(partition);
        ASSERT_TRUE(eventually([&] { return which.isIdle(); }));
    }
    void settle() { settle(*outbox); }
    Outbox::Counts counts() { return *await(outbox->counts(partition)); }
};

} // namespace

TEST_F(OutboxTest, SendsWhatWasEnqueuedByteForByte)
{
    enqueue({u"a@x"_s});
    EXPECT_EQ(counts().waiting, 1);
    settle();
    ASSERT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(mailer.sent[0].data, message(u"a@x"_s).data);
    EXPECT_EQ(mailer.sent[0].messageId, u"a@x"_s);
    EXPECT_EQ(mailer.sent[0].to, u"ada@example.com"_s);
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(counts().dead, 0);
}

TEST_F(OutboxTest, KeepsNoWordOfAMailThatWasSentAndForgetsItAfterThirtyDays)
{
    enqueue({u"a@x"_s});
    settle();
    const QString key = OutboxRecord::keyOf(u"a@x"_s);
    EXPECT_EQ(store.keys(partition), QStringList{OutboxRecord::sentKey(key)});
    clock.advance(24h * 30);
    EXPECT_THAT(store.keys(partition), IsEmpty());
}

TEST_F(OutboxTest, SendsNothingBeforeItIsWoken)
{
    enqueue({u"a@x"_s});
    EXPECT_TRUE(outbox->isIdle());
    EXPECT_THAT(mailer.sent, IsEmpty());
}

TEST_F(OutboxTest, AnswersWakeAtOnceAndMakesOneLookOfMany)
{
    enqueue({u"a@x"_s});
    const int before = store.calls();
    for (int i = 0; i < 100; ++i)
        outbox->wake(partition);
    EXPECT_THAT(mailer.sent, IsEmpty());
    EXPECT_FALSE(outbox->isIdle());
    ASSERT_TRUE(eventually([&] { return outbox->isIdle(); }));
    EXPECT_EQ(mailer.sent.size(), 1);
    EXPECT_LE(store.calls() - before, 10);
}

TEST_F(OutboxTest, SendsWhatCameWhileItWasSending)
{
    enqueue({u"a@x"_s});
    mailer.onSend = [this](int nth) {
        if (nth == 1)
            QMetaObject::invokeMethod(outbox.get(), [this] {
                enqueue({u"b@x"_s});
                outbox->wake(partition);
            });
    };
    settle();
    EXPECT_THAT(mailer.ids(), ElementsAre("a@x", "b@x"));
}

TEST_F(OutboxTest, SendsAMessageThatIsEnqueuedTwiceOnce)
{
    enqueue({u"a@x"_s});
    enqueue({u"a@x"_s});
    settle();
    enqueue({u"a@x"_s});
    settle();
    EXPECT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(counts().waiting, 0);
}

TEST_F(OutboxTest, TriesAgainWithGrowingPauses)
{
    mailer.failures = {ErrorCode::Unavailable, ErrorCode::Timeout, ErrorCode::Unauthorized};
    QSignalSpy failed(outbox.get(), &Outbox::failed);
    enqueue({u"a@x"_s});
    settle();
    EXPECT_EQ(mailer.attempts, 1);
    settle();
    EXPECT_EQ(mailer.attempts, 1); // not due yet
    clock.advance(36s);
    settle();
    EXPECT_EQ(mailer.attempts, 2);
    clock.advance(36s);
    settle();
    EXPECT_EQ(mailer.attempts, 2); // the second pause is twice as long
    clock.advance(36s);
    settle();
    clock.advance(3min);
    settle();
    EXPECT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(failed.size(), 3);
    EXPECT_FALSE(failed[0][1].toBool());
    EXPECT_THAT(store.keys(partition), ElementsAre(OutboxRecord::sentKey(OutboxRecord::keyOf(u"a@x"_s))));
}

TEST_F(OutboxTest, ComesBackByItselfWhenAMailIsDue)
{
    SystemClock realClock;
    MemoryStore realStore(realClock);
    Outbox real(realStore, mailer, realClock);
    Batch batch;
    batch.partition = partition;
    real.enqueue(batch, message(u"a@x"_s));
    batch.indexPuts[0].score += 150; // due in 150 ms
    ASSERT_TRUE(await(realStore.commit(batch)));
    settle(real);
    EXPECT_THAT(mailer.sent, IsEmpty());
    EXPECT_TRUE(eventually([&] { return mailer.sent.size() == 1; }));
    ASSERT_TRUE(eventually([&] { return real.isIdle(); }));
}

TEST_F(OutboxTest, WaitsAsLongAsTheServerAsks)
{
    mailer.failures = {ErrorCode::RateLimited};
    mailer.retryAfter = 10min;
    enqueue({u"a@x"_s});
    settle();
    clock.advance(9min);
    settle();
    EXPECT_EQ(mailer.attempts, 1);
    clock.advance(1min);
    settle();
    EXPECT_EQ(mailer.sent.size(), 1);
}

TEST_F(OutboxTest, GivesUpAfterADay)
{
    mailer.failAlways = ErrorCode::Unavailable;
    QSignalSpy failed(outbox.get(), &Outbox::failed);
    enqueue({u"a@x"_s});
    int steps = 0;
    for (; steps < 30 && counts().dead == 0; ++steps) {
        settle();
        clock.advance(73min); // longer than the longest pause
    }
    EXPECT_EQ(counts().dead, 1);
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_GE(steps, 20); // 24 h in steps of 73 minutes
    EXPECT_LE(steps, 21); // one more when the last pause still ends inside the day
    EXPECT_TRUE(failed.last()[1].toBool());
    const int attempts = mailer.attempts;
    clock.advance(48h);
    settle();
    EXPECT_EQ(mailer.attempts, attempts);
    // What was to be said is still there for whoever looks into it.
    EXPECT_THAT(store.keys(partition), ElementsAre(OutboxRecord::deadKey(OutboxRecord::keyOf(u"a@x"_s))));
}

TEST_F(OutboxTest, CountsTheDayFromTheFirstEnqueue)
{
    mailer.failAlways = ErrorCode::Unavailable;
    enqueue({u"a@x"_s});
    settle();
    clock.advance(24h - 10s); // no pause is that short
    enqueue({u"a@x"_s}); // a repeat is no new mail
    settle();
    EXPECT_EQ(counts().dead, 1);
}

TEST_F(OutboxTest, GivesUpAtOnceWhatIsRefusedForEver)
{
    mailer.failures = {ErrorCode::InvalidInput};
    QSignalSpy failed(outbox.get(), &Outbox::failed);
    enqueue({u"a@x"_s, u"b@x"_s});
    settle();
    EXPECT_EQ(counts().dead, 1);
    EXPECT_EQ(mailer.sent.size(), 1); // the other one leaves
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed[0][1].toBool());
}

TEST_F(OutboxTest, RepeatsTheSameMessageWhenTheProcessDiedBetweenSendingAndRecording)
{
    enqueue({u"a@x"_s});
    mailer.onSend = [this](int) { store.failAll(ErrorCode::Unavailable); }; // the record of it
    outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return mailer.sent.size() == 1; }));
    outbox.reset(); // with what it remembered

    mailer.onSend = {};
    store.failAll(std::nullopt);
    clock.advance(121s); // its lease
    outbox = std::make_unique<Outbox>(store, mailer, clock);
    settle();
    ASSERT_EQ(mailer.sent.size(), 2);
    EXPECT_EQ(mailer.sent[0].data, mailer.sent[1].data);
    EXPECT_EQ(mailer.sent[0].messageId, mailer.sent[1].messageId);
    EXPECT_EQ(counts().waiting, 0);
}

TEST_F(OutboxTest, DoesNotSendAgainWhatItRemembersThoughTheStoreFailed)
{
    enqueue({u"a@x"_s});
    mailer.onSend = [this](int) { store.failCall(1); };
    settle();
    settle();
    EXPECT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(counts().waiting, 0);
}

TEST_F(OutboxTest, DoesNotSendTwiceWhenTheAnswerToTheRecordWasLost)
{
    enqueue({u"a@x"_s});
    mailer.onSend = [this](int) { store.failCall(1, ErrorCode::Timeout, MemoryStore::Applied::Yes); };
    settle();
    outbox = std::make_unique<Outbox>(store, mailer, clock);
    settle();
    EXPECT_EQ(mailer.sent.size(), 1);
}

TEST_F(OutboxTest, TwoProcessesSendEachMailOnce)
{
    const auto otherStore = store.another();
    Outbox other(*otherStore, mailer, clock);
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(u"%1@x"_s.arg(i));
    enqueue(ids);
    outbox->wake(partition);
    other.wake(partition);
    ASSERT_TRUE(eventually([&] { return mailer.sent.size() == 20 && outbox->isIdle() && other.isIdle(); }));
    QStringList got = mailer.idList();
    EXPECT_EQ(got.size(), 20);
    EXPECT_EQ(got.removeDuplicates(), 0);
}

TEST_F(OutboxTest, SendsWhatAnotherProcessLeftWhenItsLeaseRanOut)
{
    enqueue({u"a@x"_s});
    ASSERT_TRUE(await(store.acquire(partition, u"outbox"_s, 120s))); // of one that died
    settle();
    EXPECT_THAT(mailer.sent, IsEmpty());
    clock.advance(121s);
    EXPECT_TRUE(eventually([&] { return mailer.sent.size() == 1; })); // without another wake-up
}

TEST_F(OutboxTest, LetsNobodySendAgainWhatTheStoreCouldNotRecordForAWhile)
{
    const auto otherStore = store.another();
    Outbox other(*otherStore, mailer, clock);
    enqueue({u"a@x"_s});
    mailer.onSend = [this](int) { store.failAll(ErrorCode::Unavailable); };
    outbox->wake(partition);
    ASSERT_TRUE(eventually([&] { return mailer.sent.size() == 1; }));
    other.wake(partition);
    QTimer back;
    QObject::connect(&back, &QTimer::timeout, [this] { store.failAll(std::nullopt); });
    back.start(300ms);
    ASSERT_TRUE(eventually([&] { return outbox->isIdle() && counts().waiting == 0; }));
    EXPECT_EQ(mailer.attempts, 1);
}

TEST_F(OutboxTest, RemembersThatNobodySaidWhatBecameOfAMailAndRepeatsTheSame)
{
    enqueue({u"a@x"_s});
    const QString key = OutboxRecord::keyOf(u"a@x"_s);
    mailer.failures = {ErrorCode::Timeout, ErrorCode::Unavailable};
    settle();
    EXPECT_EQ(counts().waiting, 1);
    EXPECT_EQ(counts().outcomeUnknown, 1);
    clock.advance(1h);
    settle();
    EXPECT_EQ(counts().outcomeUnknown, 1); // a refusal later does not settle the doubt
    clock.advance(1h);
    settle();
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(counts().outcomeUnknown, 0);
    ASSERT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(mailer.sent[0].data, message(u"a@x"_s).data);
    const auto memory = await(store.get(partition, OutboxRecord::sentKey(key)));
    EXPECT_EQ((*memory)->body, R"({"outcome_unknown":true})");
}

TEST_F(OutboxTest, WritesTheDoubtDownWhenItGoesInTheMiddle)
{
    enqueue({u"a@x"_s});
    mailer.failures = {ErrorCode::Timeout};
    mailer.onSend = [this](int) { outbox.reset(); };
    outbox->wake(partition);
    ASSERT_TRUE(eventually(
        [&] { return store.keys(partition).contains(OutboxRecord::stateKey(OutboxRecord::keyOf(u"a@x"_s))); }));
    mailer.onSend = {};
    outbox = std::make_unique<Outbox>(store, mailer, clock);
    EXPECT_EQ(counts().outcomeUnknown, 1);
    settle();
    EXPECT_TRUE(eventually([&] { return mailer.sent.size() == 1; }));
}

TEST_F(OutboxTest, TriesNoWrongPasswordAHundredTimes)
{
    enqueue({u"a@x"_s, u"b@x"_s, u"c@x"_s});
    mailer.failures = {ErrorCode::Unauthorized};
    settle();
    EXPECT_EQ(mailer.attempts, 1);
    EXPECT_EQ(counts().waiting, 3);
    settle();
    EXPECT_THAT(mailer.ids(), UnorderedElementsAre("b@x", "c@x"));
}

TEST_F(OutboxTest, ShowsDeadLettersNewestFirst)
{
    for (const QString &id : {u"a@x"_s, u"b@x"_s, u"c@x"_s}) {
        enqueue({id});
        mailer.failures = {ErrorCode::InvalidInput};
        settle();
        clock.advance(1h);
    }
    const auto letters = await(outbox->deadLetters(partition, 2));
    ASSERT_TRUE(letters);
    ASSERT_EQ(letters->size(), 2);
    const Outbox::DeadLetter &newest = letters->constFirst();
    EXPECT_EQ(newest.id, OutboxRecord::keyOf(u"c@x"_s));
    EXPECT_EQ((*letters)[1].id, OutboxRecord::keyOf(u"b@x"_s));
    EXPECT_EQ(newest.to, u"ada@example.com"_s);
    EXPECT_EQ(newest.messageId, u"c@x"_s);
    EXPECT_EQ(newest.error, u"invalid_input"_s);
    EXPECT_EQ(newest.detail, u"made to fail"_s);
    EXPECT_EQ(newest.attempts, 1);
    EXPECT_FALSE(newest.outcomeUnknown);
    EXPECT_EQ(newest.givenUpAt, clock.now() - 1h);
    EXPECT_EQ(newest.queuedAt, newest.givenUpAt);
}

TEST_F(OutboxTest, PutsADeadLetterBackAsTheSameMailForAnotherDay)
{
    enqueue({u"a@x"_s});
    mailer.failures = {ErrorCode::Timeout};
    settle();
    clock.advance(2h);
    mailer.failures = {ErrorCode::InvalidInput};
    settle();
    EXPECT_EQ(counts().dead, 1);
    EXPECT_EQ(counts().outcomeUnknown, 0);
    const QString id = OutboxRecord::keyOf(u"a@x"_s);
    EXPECT_TRUE((*await(outbox->deadLetters(partition, 10)))[0].outcomeUnknown);

    clock.advance(48h);
    mailer.failAlways = ErrorCode::Unavailable;
    ASSERT_TRUE(await(outbox->retry(partition, id)));
    ASSERT_TRUE(eventually([&] { return outbox->isIdle(); }));
    EXPECT_EQ(counts().dead, 0);
    EXPECT_EQ(counts().waiting, 1); // not over at once: its day begins again
    EXPECT_EQ(counts().outcomeUnknown, 1);
    mailer.failAlways.reset();
    clock.advance(1h);
    settle();
    ASSERT_EQ(mailer.sent.size(), 1);
    EXPECT_EQ(mailer.sent[0].data, message(u"a@x"_s).data);
    EXPECT_EQ(await(outbox->retry(partition, id)).error().code, ErrorCode::NotFound);
}

TEST_F(OutboxTest, ForgetsADeadLetterWhenTold)
{
    enqueue({u"a@x"_s});
    mailer.failures = {ErrorCode::InvalidInput};
    settle();
    const QString id = OutboxRecord::keyOf(u"a@x"_s);
    ASSERT_TRUE(await(outbox->discard(partition, id)));
    EXPECT_EQ(counts().dead, 0);
    EXPECT_THAT(store.keys(partition), IsEmpty());
    EXPECT_EQ(await(outbox->discard(partition, id)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(await(outbox->discard(partition, QString(500, u'x'))).error().code, ErrorCode::NotFound);
}

TEST_F(OutboxTest, GoesOnWhenTheNthStoreCallFails)
{
    for (int nth = 1; nth <= 8; ++nth) {
        const QString id = u"%1@x"_s.arg(nth);
        enqueue({id});
        store.failCall(nth);
        settle();
        settle();
        settle();
        EXPECT_EQ(mailer.idList().count(id), 1) << nth;
        EXPECT_EQ(counts().waiting, 0) << nth;
        clock.advance(121s); // a lease that could not be given back
    }
}

TEST_F(OutboxTest, MayGoWhileItSendsAndStillWritesDownWhatWasSent)
{
    enqueue({u"a@x"_s, u"b@x"_s});
    mailer.onSend = [this](int) { outbox.reset(); };
    outbox->wake(partition);
    ASSERT_TRUE(eventually([&] {
        return store.keys(partition).contains(OutboxRecord::sentKey(OutboxRecord::keyOf(u"a@x"_s)))
            || store.keys(partition).contains(OutboxRecord::sentKey(OutboxRecord::keyOf(u"b@x"_s)));
    }));
    EXPECT_EQ(mailer.sent.size(), 1);
    mailer.onSend = {};
    outbox = std::make_unique<Outbox>(store, mailer, clock);
    settle();
    EXPECT_TRUE(eventually([&] { return mailer.sent.size() == 2; }));
    EXPECT_THAT(mailer.ids(), UnorderedElementsAre("a@x", "b@x"));
}

TEST_F(OutboxTest, TellsWhenItIsIdle)
{
    QSignalSpy idle(outbox.get(), &Outbox::idle);
    QSignalSpy sent(outbox.get(), &Outbox::sent);
    enqueue({u"a@x"_s});
    settle();
    EXPECT_EQ(idle.size(), 1);
    ASSERT_EQ(sent.size(), 1);
    EXPECT_EQ(sent[0][0].toString(), u"a@x"_s);
}

TEST(OutboxRecord, DoublesThePauseUpToAnHour)
{
    EXPECT_EQ(OutboxRecord::pauseAfter(1, 0.5), 30s);
    EXPECT_EQ(OutboxRecord::pauseAfter(2, 0.5), 60s);
    EXPECT_EQ(OutboxRecord::pauseAfter(7, 0.5), 32min);
    EXPECT_EQ(OutboxRecord::pauseAfter(8, 0.5), 1h);
    EXPECT_EQ(OutboxRecord::pauseAfter(1000, 0.5), 1h);
    EXPECT_EQ(OutboxRecord::pauseAfter(1, 0), 24s);
    EXPECT_EQ(OutboxRecord::pauseAfter(1, 1), 36s);
}

} // namespace ChatCal
