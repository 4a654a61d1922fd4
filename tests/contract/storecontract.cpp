// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontract.h"

#include "tests/contract/storecontractbatches.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

void PrintTo(const StoreKind &kind, std::ostream *out)
{
    *out << kind.name;
}

std::string storeKindName(const testing::TestParamInfo<StoreKind> &info)
{
    return info.param.name;
}

void StoreContract::SetUp()
{
    m_place = GetParam().makePlace();
    m_store = m_place->open();
    ASSERT_TRUE(m_store);
}

qint64 StoreContract::put(const QString &key, const QByteArray &body)
{
    const auto versions = commit(batchOf({{key, body, {}, {}}}));
    EXPECT_TRUE(versions) << versions.error().detail.toStdString();
    return versions && versions->size() == 1 ? versions->first() : -1;
}

std::optional<Document> StoreContract::get(const QString &key)
{
    const auto document = await(m_store->get(partition, key));
    EXPECT_TRUE(document) << document.error().detail.toStdString();
    return document.value_or(std::nullopt);
}

Result<QList<qint64>> StoreContract::commit(Batch batch)
{
    return await(m_store->commit(std::move(batch)));
}

Lease StoreContract::acquire(const QString &name, std::chrono::milliseconds timeToLive)
{
    return orDie(await(m_store->acquire(partition, name, timeToLive)), "nobody holds it");
}

void StoreContract::place(const QString &member, qint64 score)
{
    Batch batch;
    batch.partition = partition;
    batch.indexPuts = {{u"i"_s, member, score}};
    EXPECT_TRUE(commit(batch));
}

QList<IndexEntry> StoreContract::range(qint64 from, qint64 to, int limit, std::optional<IndexEntry> after)
{
    return orDie(await(m_store->range({partition, u"i"_s, from, to, limit, after})), "the store answers");
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StoreContract);

// Documents and versions

TEST_P(StoreContract, HasNothingAtFirst)
{
    EXPECT_EQ(get(u"k"_s), std::nullopt);
    EXPECT_TRUE(await(m_store->ping()));
}

TEST_P(StoreContract, CountsVersionsFromOne)
{
    EXPECT_EQ(put(u"k"_s, "a"), 1);
    EXPECT_EQ(put(u"k"_s, "b"), 2);
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, "b", 2}));
}

TEST_P(StoreContract, StartsAgainAtOneAfterRemoval)
{
    put(u"k"_s, "a");
    put(u"k"_s, "b");
    Batch removal;
    removal.partition = partition;
    removal.removes = {{u"k"_s, 2}};
    ASSERT_TRUE(commit(removal));
    EXPECT_EQ(get(u"k"_s), std::nullopt);
    EXPECT_EQ(put(u"k"_s, "c"), 1);
}

TEST_P(StoreContract, AnswersVersionsInTheOrderOfThePuts)
{
    put(u"old"_s, "x");
    const auto versions = commit(batchOf({{u"new"_s, "a", {}, {}}, {u"old"_s, "b", {}, {}}, {u"new"_s, "c", {}, {}}}));
    ASSERT_TRUE(versions);
    EXPECT_THAT(*versions, ElementsAre(1, 2, 2));
}

TEST_P(StoreContract, ExpectsZeroToMeanAbsent)
{
    EXPECT_TRUE(commit(batchOf({{u"k"_s, "a", 0, {}}})));
    EXPECT_EQ(codeOf(commit(batchOf({{u"k"_s, "b", 0, {}}}))), ErrorCode::Conflict);
    EXPECT_EQ(get(u"k"_s)->body, "a");
}

TEST_P(StoreContract, RefusesAVersionThatMovedOn)
{
    put(u"k"_s, "a");
    EXPECT_TRUE(commit(batchOf({{u"k"_s, "b", 1, {}}})));
    EXPECT_EQ(codeOf(commit(batchOf({{u"k"_s, "c", 1, {}}}))), ErrorCode::Conflict);
    EXPECT_EQ(codeOf(commit(batchOf({{u"k"_s, "c", 3, {}}}))), ErrorCode::Conflict);
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, "b", 2}));
}

TEST_P(StoreContract, RefusesToRemoveAVersionThatMovedOn)
{
    put(u"k"_s, "a");
    put(u"k"_s, "b");
    Batch removal;
    removal.partition = partition;
    removal.removes = {{u"k"_s, 1}};
    EXPECT_EQ(codeOf(commit(removal)), ErrorCode::Conflict);
    EXPECT_TRUE(get(u"k"_s));
}

TEST_P(StoreContract, TakesRemovingNothingForDone)
{
    Batch removal;
    removal.partition = partition;
    removal.removes = {{u"never"_s, {}}};
    removal.indexRemoves = {{u"i"_s, u"never"_s}};
    EXPECT_TRUE(commit(removal));
}

TEST_P(StoreContract, DoesAllOfABatch)
{
    put(u"gone"_s, "x");
    place(u"left"_s, 1);
    Batch batch = batchOf({{u"a"_s, "1", 0, {}}, {u"b"_s, "2", 0, {}}});
    batch.removes = {{u"gone"_s, {}}};
    batch.indexPuts = {{u"i"_s, u"m"_s, 5}};
    batch.indexRemoves = {{u"i"_s, u"left"_s}};
    ASSERT_TRUE(commit(batch));
    EXPECT_EQ(get(u"a"_s)->body, "1");
    EXPECT_EQ(get(u"b"_s)->body, "2");
    EXPECT_EQ(get(u"gone"_s), std::nullopt);
    EXPECT_THAT(range(0, 10), ElementsAre(IndexEntry{u"m"_s, 5}));
}

TEST_P(StoreContract, DoesNothingOfABatchWithOneConflict)
{
    put(u"kept"_s, "x");
    Batch batch = batchOf({{u"a"_s, "1", 0, {}}, {u"kept"_s, "y", {}, {}}, {u"b"_s, "2", 7, {}}});
    batch.indexPuts = {{u"i"_s, u"m"_s, 5}};
    EXPECT_EQ(codeOf(commit(batch)), ErrorCode::Conflict);

    Batch late = batchOf({{u"a"_s, "1", 0, {}}});
    late.removes = {{u"kept"_s, 9}};
    EXPECT_EQ(codeOf(commit(late)), ErrorCode::Conflict);

    EXPECT_EQ(get(u"a"_s), std::nullopt);
    EXPECT_EQ(get(u"kept"_s), (Document{u"kept"_s, "x", 1}));
    EXPECT_THAT(range(0, 10), IsEmpty());
}

TEST_P(StoreContract, KeepsOthersWhenOneOfManyAtOnceConflicts)
{
    std::vector<QCoro::Task<Result<QList<qint64>>>> tasks;
    for (int i = 0; i < 40; ++i) {
        const qint64 expected = i % 3 == 0 ? 5 : 0;
        tasks.push_back(
            m_store->commit(batchOf({{u"k%1"_s.arg(i), "x", {}, {}}, {u"c%1"_s.arg(i), "x", expected, {}}})));
    }
    for (int i = 0; i < 40; ++i) {
        const bool conflicts = i % 3 == 0;
        const auto done = await(std::move(tasks.at(static_cast<size_t>(i))));
        EXPECT_EQ(done.has_value(), !conflicts) << i;
        EXPECT_EQ(get(u"k%1"_s.arg(i)).has_value(), !conflicts) << i;
    }
}

TEST_P(StoreContract, GivesManyInTheOrderAskedWithoutTheMissing)
{
    put(u"a"_s, "1");
    put(u"b"_s, "2");
    const auto documents = await(m_store->getMany(partition, {u"b"_s, u"none"_s, u"a"_s}));
    ASSERT_TRUE(documents);
    EXPECT_THAT(*documents, ElementsAre(Document{u"b"_s, "2", 1}, Document{u"a"_s, "1", 1}));
    EXPECT_THAT(orDie(await(m_store->getMany(partition, {})), "nothing to read"), IsEmpty());
}

TEST_P(StoreContract, KeepsPartitionsApart)
{
    put(u"k"_s, "here");
    Batch there = batchOf({{u"k"_s, "there", 0, {}}});
    there.partition = u"q"_s;
    ASSERT_TRUE(commit(there));
    EXPECT_EQ(get(u"k"_s)->body, "here");
    EXPECT_EQ((*await(m_store->get(u"q"_s, u"k"_s)))->body, "there");
}

TEST_P(StoreContract, KeepsEmptyLargeAndBinaryValues)
{
    QByteArray large(1024 * 1024, 'x');
    large[7] = '\0';
    large[8] = '\xff';
    put(u"empty"_s, {});
    put(u"large"_s, large);
    ASSERT_TRUE(get(u"empty"_s));
    EXPECT_EQ(get(u"empty"_s)->body, QByteArray());
    EXPECT_TRUE(get(u"large"_s)->body == large);
}

TEST_P(StoreContract, TakesUnicodeNamesAsTheyAre)
{
    const QString composed = u"caf\u00e9"_s;
    const QString decomposed = u"cafe\u0301"_s;
    const QString beyond = u"\U0001F4C5 :{}*?%_'\""_s;
    put(composed, "1");
    put(decomposed, "2");
    put(beyond, "3");
    EXPECT_EQ(get(composed)->body, "1");
    EXPECT_EQ(get(decomposed)->body, "2");
    EXPECT_EQ(get(beyond), (Document{beyond, "3", 1}));
    EXPECT_EQ(put(QString(300, u'k'), "long"), 1);
}

TEST_P(StoreContract, RefusesWhatIsNoName)
{
    for (const QString &name : {QString(), QString(301, u'k'), u"a\0b"_s, QString(QChar(0xd800))}) {
        EXPECT_EQ(codeOf(await(m_store->get(partition, name))), ErrorCode::InvalidInput);
        EXPECT_EQ(codeOf(await(m_store->get(name, u"k"_s))), ErrorCode::InvalidInput);
        EXPECT_EQ(codeOf(commit(batchOf({{name, "x", {}, {}}}))), ErrorCode::InvalidInput);
        EXPECT_EQ(codeOf(await(m_store->acquire(partition, name, 1s))), ErrorCode::InvalidInput);
        EXPECT_EQ(codeOf(await(m_store->acquireAndGet(partition, name, 1s, u"k"_s))), ErrorCode::InvalidInput);
        EXPECT_EQ(codeOf(await(m_store->acquireAndGet(u"p"_s, u"l"_s, 1s, name))), ErrorCode::InvalidInput);
    }
}

// Time to live

TEST_P(StoreContract, ForgetsADocumentWhenItsTimeIsOver)
{
    ASSERT_TRUE(commit(batchOf({{u"k"_s, "a", {}, 400ms}, {u"stays"_s, "b", {}, {}}})));
    EXPECT_TRUE(get(u"k"_s));
    m_place->pass(401ms);
    EXPECT_EQ(get(u"k"_s), std::nullopt);
    EXPECT_THAT(*await(m_store->getMany(partition, {u"k"_s, u"stays"_s})), ElementsAre(Document{u"stays"_s, "b", 1}));
    EXPECT_TRUE(commit(batchOf({{u"k"_s, "new", 0, {}}}))) << "what has expired does not exist";
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, "new", 1}));
}

TEST_P(StoreContract, TakesTheTimeToLiveOfTheLastPut)
{
    ASSERT_TRUE(commit(batchOf({{u"forever"_s, "a", {}, 300ms}, {u"longer"_s, "a", {}, 300ms}})));
    ASSERT_TRUE(commit(batchOf({{u"forever"_s, "b", 1, {}}, {u"longer"_s, "b", 1, 60s}})));
    m_place->pass(301ms);
    EXPECT_EQ(get(u"forever"_s), (Document{u"forever"_s, "b", 2}));
    EXPECT_EQ(get(u"longer"_s), (Document{u"longer"_s, "b", 2}));
}

// Ordered index

TEST_P(StoreContract, OrdersAnIndexByScoreThenMember)
{
    place(u"b"_s, 2);
    place(u"a"_s, 2);
    place(u"z"_s, 1);
    place(u"neg"_s, -7);
    EXPECT_THAT(
        range(-10, 10),
        ElementsAre(IndexEntry{u"neg"_s, -7}, IndexEntry{u"z"_s, 1}, IndexEntry{u"a"_s, 2}, IndexEntry{u"b"_s, 2}));
}

TEST_P(StoreContract, OrdersMembersByTheirUtf8Bytes)
{
    // U+FF5E comes before U+1F4C5 in UTF-8, behind it in UTF-16.
    place(u"\U0001F4C5"_s, 1);
    place(u"\uFF5E"_s, 1);
    place(u"Z"_s, 1);
    place(u"a"_s, 1);
    EXPECT_THAT(range(0, 2),
                ElementsAre(IndexEntry{u"Z"_s, 1}, IndexEntry{u"a"_s, 1}, IndexEntry{u"\uFF5E"_s, 1},
                            IndexEntry{u"\U0001F4C5"_s, 1}));
}

TEST_P(StoreContract, ReadsRangesHalfOpen)
{
    for (qint64 score : {10, 20, 30})
        place(QString::number(score), score);
    EXPECT_THAT(range(10, 30), ElementsAre(IndexEntry{u"10"_s, 10}, IndexEntry{u"20"_s, 20}));
    EXPECT_THAT(range(11, 20), IsEmpty());
    EXPECT_THAT(range(30, 10), IsEmpty());
}

TEST_P(StoreContract, KeepsScoresOfMillisecondsExactly)
{
    const qint64 score = 4'102'444'800'001; // 2100-01-01 in ms
    place(u"m"_s, score);
    EXPECT_THAT(range(score, score + 1), ElementsAre(IndexEntry{u"m"_s, score}));
    EXPECT_THAT(range(score + 1, score + 2), IsEmpty());
}

TEST_P(StoreContract, PagesBehindAnEntry)
{
    for (int i = 0; i < 7; ++i)
        place(u"m%1"_s.arg(i), i / 3);
    QList<IndexEntry> all;
    std::optional<IndexEntry> after;
    for (;;) {
        const auto page = range(0, 100, 2, after);
        ASSERT_LE(page.size(), 2);
        if (page.isEmpty())
            break;
        all += page;
        after = page.last();
    }
    EXPECT_EQ(all, range(0, 100));
    EXPECT_EQ(all.size(), 7);
    EXPECT_THAT(range(0, 100, 0), IsEmpty());
}

TEST_P(StoreContract, MovesAMemberThatIsPutAgain)
{
    place(u"m"_s, 1);
    place(u"m"_s, 9);
    EXPECT_THAT(range(0, 5), IsEmpty());
    EXPECT_THAT(range(5, 10), ElementsAre(IndexEntry{u"m"_s, 9}));
}

// Change feed

TEST_P(StoreContract, TellsEveryStoreOnThePlace)
{
    const auto other = m_place->open();
    QStringList heard;
    QStringList heardThere;
    QObject::connect(m_store.get(), &Store::noticed, [&heard](const QString &topic, const QByteArray &notice) {
        heard.append(topic + u'=' + QString::fromUtf8(notice));
    });
    QObject::connect(other.get(), &Store::noticed, [&heardThere](const QString &topic, const QByteArray &notice) {
        heardThere.append(topic + u'=' + QString::fromUtf8(notice));
    });

    Batch batch = batchOf({{u"k"_s, "a", {}, {}}});
    batch.notify = u"meetings"_s;
    batch.notice = "changed";
    ASSERT_TRUE(commit(batch));
    ASSERT_TRUE(await(m_store->publish(u"health"_s, "ok")));
    Batch silent = batchOf({{u"k"_s, "b", {}, {}}});
    ASSERT_TRUE(commit(silent));
    Batch refused = batchOf({{u"k"_s, "c", 9, {}}});
    refused.notify = u"meetings"_s;
    EXPECT_FALSE(commit(refused));
    ASSERT_TRUE(await(other->publish(u"last"_s, {})));

    const std::string expected = "meetings=changed health=ok last=";
    EXPECT_TRUE(eventually([&] { return heard.size() >= 3 && heardThere.size() >= 3; }));
    EXPECT_EQ(heard.join(u' ').toStdString(), expected);
    EXPECT_EQ(heardThere.join(u' ').toStdString(), expected);
}

TEST_P(StoreContract, TellsNobodyElsewhere)
{
    const auto elsewhere = GetParam().makePlace();
    const auto stranger = elsewhere->open();
    bool heard = false;
    QObject::connect(stranger.get(), &Store::noticed, [&heard] { heard = true; });
    bool arrived = false;
    QObject::connect(m_store.get(), &Store::noticed, [&arrived] { arrived = true; });
    ASSERT_TRUE(await(m_store->publish(u"t"_s, "x")));
    EXPECT_TRUE(eventually([&] { return arrived; }));
    EXPECT_FALSE(heard);
}

// Many at once, and again later

namespace {

QCoro::Task<bool> increment(Store *store, QString key)
{
    for (int attempt = 0; attempt < 2000; ++attempt) {
        const auto document = co_await store->get(partition, key);
        if (!document)
            co_return false;
        const qint64 version = *document ? (*document)->version : 0;
        const int value = *document ? (*document)->body.toInt() : 0;
        const auto done = co_await store->commit(batchOf({{key, QByteArray::number(value + 1), version, {}}}));
        if (done)
            co_return true;
        if (done.error().code != ErrorCode::Conflict)
            co_return false;
    }
    co_return false;
}

} // namespace

TEST_P(StoreContract, LosesNoneOf200ConcurrentIncrements)
{
    const auto other = m_place->open();
    std::vector<QCoro::Task<bool>> tasks;
    for (int i = 0; i < 200; ++i)
        tasks.push_back(increment(i % 2 == 0 ? m_store.get() : other.get(), u"counter"_s));
    for (auto &task : tasks)
        EXPECT_TRUE(await(std::move(task)));
    EXPECT_EQ(get(u"counter"_s), (Document{u"counter"_s, "200", 200}));
}

TEST_P(StoreContract, KeepsEverythingWhenOpenedAgain)
{
    put(u"k"_s, "a");
    place(u"m"_s, 3);
    const Lease lease = acquire(u"l"_s, 60s);
    m_store.reset();
    m_store = m_place->open();
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, "a", 1}));
    EXPECT_THAT(range(0, 10), ElementsAre(IndexEntry{u"m"_s, 3}));
    EXPECT_TRUE(commit(fencedPut(lease, u"k"_s, "b"))) << "a lease belongs to its process, not to one store";
}

TEST_P(StoreContract, ResumesCallsUnderWayWhenDestroyed)
{
    std::vector<QCoro::Task<Result<QList<qint64>>>> tasks;
    for (int i = 0; i < 50; ++i)
        tasks.push_back(m_store->commit(batchOf({{u"k%1"_s.arg(i), "x", {}, {}}})));
    m_store.reset();
    for (auto &task : tasks)
        EXPECT_EQ(codeOf(await(std::move(task))), ErrorCode::Cancelled);
}

} // namespace ChatCal
