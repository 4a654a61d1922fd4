// SPDX-License-Identifier: Apache-2.0
// The part of the store's contract that is about leases and their fencing tokens.
#include "tests/contract/storecontract.h"

#include "tests/contract/storecontractbatches.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

TEST_P(StoreContract, GrantsALeaseToOneOnly)
{
    const Lease lease = acquire(u"l"_s, 60s);
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict);
    EXPECT_TRUE(await(m_store->acquire(partition, u"other"_s, 60s)));
    EXPECT_TRUE(await(m_store->acquire(u"q"_s, u"l"_s, 60s)));
    ASSERT_TRUE(await(m_store->release(lease)));
    EXPECT_TRUE(await(m_store->acquire(partition, u"l"_s, 60s)));
}

TEST_P(StoreContract, GrantsALeaseToOneOfManyAtOnce)
{
    std::vector<QCoro::Task<Result<Lease>>> tasks;
    for (int i = 0; i < 32; ++i)
        tasks.push_back(m_store->acquire(partition, u"l"_s, 60s));
    int granted = 0;
    for (auto &task : tasks) {
        const auto lease = await(std::move(task));
        if (lease)
            ++granted;
        else
            EXPECT_EQ(lease.error().code, ErrorCode::Conflict);
    }
    EXPECT_EQ(granted, 1);
}

TEST_P(StoreContract, GrowsTheTokenForEver)
{
    const Lease first = acquire(u"l"_s, 60s);
    ASSERT_TRUE(await(m_store->release(first)));
    const Lease second = acquire(u"l"_s, 100ms);
    m_place->pass(101ms);
    const Lease third = acquire(u"l"_s, 60s);
    ASSERT_TRUE(await(m_store->release(third)));
    m_store = m_place->open();
    const Lease fourth = acquire(u"l"_s, 60s);
    EXPECT_LT(first.token, second.token);
    EXPECT_LT(second.token, third.token);
    EXPECT_LT(third.token, fourth.token);
    EXPECT_NE(first.owner, second.owner);
}

TEST_P(StoreContract, AcceptsAFenceThatIsHeld)
{
    const Lease lease = acquire(u"l"_s, 60s);
    EXPECT_TRUE(commit(fencedPut(lease, u"k"_s, "a")));
    EXPECT_TRUE(commit(fencedPut(lease, u"k"_s, "b")));
    EXPECT_EQ(get(u"k"_s)->body, "b");
}

TEST_P(StoreContract, RefusesAFenceThatRanOut)
{
    const Lease lease = acquire(u"l"_s, 100ms);
    m_place->pass(101ms);
    EXPECT_EQ(codeOf(commit(fencedPut(lease, u"k"_s, "late"))), ErrorCode::Conflict);
    EXPECT_EQ(get(u"k"_s), std::nullopt);
}

TEST_P(StoreContract, RefusesAFenceSomebodyElseTookOver)
{
    const Lease stale = acquire(u"l"_s, 100ms);
    m_place->pass(101ms);
    const Lease fresh = acquire(u"l"_s, 60s);
    EXPECT_EQ(codeOf(commit(fencedPut(stale, u"k"_s, "stale"))), ErrorCode::Conflict);
    EXPECT_TRUE(commit(fencedPut(fresh, u"k"_s, "fresh")));
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, "fresh", 1}));
}

TEST_P(StoreContract, RefusesAFenceThatWasGivenBackOrMadeUp)
{
    const Lease lease = acquire(u"l"_s, 60s);
    Lease forged = lease;
    forged.owner = u"somebody"_s;
    EXPECT_EQ(codeOf(commit(fencedPut(forged, u"k"_s, "x"))), ErrorCode::Conflict);
    Lease elsewhere = lease;
    elsewhere.name = u"other"_s;
    EXPECT_EQ(codeOf(commit(fencedPut(elsewhere, u"k"_s, "x"))), ErrorCode::Conflict);
    ASSERT_TRUE(await(m_store->release(lease)));
    EXPECT_EQ(codeOf(commit(fencedPut(lease, u"k"_s, "x"))), ErrorCode::Conflict);
    EXPECT_EQ(get(u"k"_s), std::nullopt);
}

TEST_P(StoreContract, RefusesAFenceOfAnotherPartition)
{
    Batch batch = fencedPut(acquire(u"l"_s, 60s), u"k"_s, "x");
    batch.partition = u"q"_s;
    EXPECT_EQ(codeOf(commit(batch)), ErrorCode::InvalidInput);
}

TEST_P(StoreContract, GivesTheFenceBackInTheBatch)
{
    const Lease lease = acquire(u"l"_s, 60s);
    Batch batch = fencedPut(lease, u"k"_s, "a");
    batch.releaseFence = true;
    ASSERT_TRUE(commit(batch));
    EXPECT_TRUE(await(m_store->acquire(partition, u"l"_s, 60s)));
}

TEST_P(StoreContract, KeepsTheFenceWhenTheBatchConflicts)
{
    const Lease lease = acquire(u"l"_s, 60s);
    Batch batch = batchOf({{u"k"_s, "a", 4, {}}});
    batch.fence = lease;
    batch.releaseFence = true;
    EXPECT_EQ(codeOf(commit(batch)), ErrorCode::Conflict);
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict);
    EXPECT_TRUE(commit(fencedPut(lease, u"k"_s, "a")));
}

TEST_P(StoreContract, RenewsALeaseThatIsHeld)
{
    const Lease lease = acquire(u"l"_s, 400ms);
    ASSERT_TRUE(await(m_store->renew(lease, 60s)));
    m_place->pass(401ms);
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict);
    EXPECT_TRUE(commit(fencedPut(lease, u"k"_s, "a")));
}

TEST_P(StoreContract, RefusesToRenewALostLease)
{
    const Lease lease = acquire(u"l"_s, 100ms);
    m_place->pass(101ms);
    EXPECT_EQ(codeOf(await(m_store->renew(lease, 60s))), ErrorCode::Conflict);
    const Lease fresh = acquire(u"l"_s, 60s);
    EXPECT_EQ(codeOf(await(m_store->renew(lease, 60s))), ErrorCode::Conflict);
    EXPECT_TRUE(await(m_store->release(lease))) << "giving back what was lost is no error";
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict)
        << "and does not give back the next holder's";
    EXPECT_TRUE(await(m_store->renew(fresh, 60s)));
}

TEST_P(StoreContract, WaitsForALeaseWithinPatience)
{
    const Lease lease = acquire(u"l"_s, 60s);
    auto waiting = acquireWithin(*m_store, partition, u"l"_s, 60s, 10s);
    ASSERT_TRUE(await(m_store->release(lease)));
    const auto next = await(std::move(waiting));
    ASSERT_TRUE(next);
    EXPECT_GT(next->token, lease.token);
    EXPECT_EQ(codeOf(await(acquireWithin(*m_store, partition, u"l"_s, 60s, 20ms))), ErrorCode::Conflict);
}

TEST_P(StoreContract, TakesALeaseAndReadsInOneStep)
{
    put(u"k"_s, "a");
    put(u"k"_s, "b");
    const auto first = await(m_store->acquireAndGet(partition, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->lease.partition, partition);
    EXPECT_EQ(first->lease.name, u"l"_s);
    EXPECT_EQ(first->document, (Document{u"k"_s, "b", 2}));
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict);
    EXPECT_EQ(codeOf(await(m_store->acquireAndGet(partition, u"l"_s, 60s, u"k"_s))), ErrorCode::Conflict);

    Batch batch = fencedPut(first->lease, u"k"_s, "c");
    batch.releaseFence = true;
    ASSERT_TRUE(commit(batch));
    const auto second = await(m_store->acquireAndGet(partition, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(second);
    EXPECT_GT(second->lease.token, first->lease.token);
    EXPECT_NE(second->lease.owner, first->lease.owner);
    EXPECT_EQ(second->document, (Document{u"k"_s, "c", 3}));
    ASSERT_TRUE(await(m_store->renew(second->lease, 60s)));
    ASSERT_TRUE(await(m_store->release(second->lease)));
    EXPECT_GT(acquire(u"l"_s, 60s).token, second->lease.token) << "one counter with acquire()";
}

TEST_P(StoreContract, TakesALeaseThoughThereIsNothingToRead)
{
    const auto absent = await(m_store->acquireAndGet(partition, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(absent);
    EXPECT_EQ(absent->document, std::nullopt);
    EXPECT_EQ(codeOf(await(m_store->acquire(partition, u"l"_s, 60s))), ErrorCode::Conflict);
    EXPECT_TRUE(commit(fencedPut(absent->lease, u"k"_s, "")));
    ASSERT_TRUE(await(m_store->release(absent->lease)));

    const auto empty = await(m_store->acquireAndGet(partition, u"l"_s, 100ms, u"k"_s));
    ASSERT_TRUE(empty);
    EXPECT_EQ(empty->document, (Document{u"k"_s, "", 1}));
    ASSERT_TRUE(commit(batchOf({{u"k"_s, "short-lived", {}, 100ms}})));
    m_place->pass(101ms);
    const auto expired = await(m_store->acquireAndGet(partition, u"l"_s, 60s, u"k"_s));
    ASSERT_TRUE(expired) << "the lease ran out too";
    EXPECT_EQ(expired->document, std::nullopt);
    EXPECT_EQ(codeOf(commit(fencedPut(empty->lease, u"k"_s, "stale"))), ErrorCode::Conflict);
    EXPECT_TRUE(commit(fencedPut(expired->lease, u"k"_s, "fresh")));
}

TEST_P(StoreContract, ReadsUnderALeaseWhatItsHolderBeforeWrote)
{
    // Many at once, each adding one under the lease: none may read what another is about to replace.
    constexpr int writers = 8;
    constexpr int rounds = 5;
    const auto count = [](Store *store) -> QCoro::Task<bool> {
        for (int i = 0; i < rounds; ++i) {
            const auto held = co_await acquireAndGetWithin(*store, partition, u"l"_s, 60s, u"k"_s, 20s);
            if (!held)
                co_return false;
            const int before = held->document ? held->document->body.toInt() : 0;
            Batch batch = fencedPut(held->lease, u"k"_s, QByteArray::number(before + 1));
            batch.releaseFence = true;
            const auto written = co_await store->commit(batch);
            if (!written)
                co_return false;
        }
        co_return true;
    };
    std::vector<QCoro::Task<bool>> tasks;
    for (int i = 0; i < writers; ++i)
        tasks.push_back(count(m_store.get()));
    for (auto &task : tasks)
        EXPECT_TRUE(await(std::move(task)));
    EXPECT_EQ(get(u"k"_s), (Document{u"k"_s, QByteArray::number(writers * rounds), writers * rounds}));
}

TEST_P(StoreContract, WaitsToReadUnderALeaseWithinPatience)
{
    const Lease lease = acquire(u"l"_s, 60s);
    auto waiting = acquireAndGetWithin(*m_store, partition, u"l"_s, 60s, u"k"_s, 10s);
    Batch batch = fencedPut(lease, u"k"_s, "new");
    batch.releaseFence = true;
    ASSERT_TRUE(commit(batch));
    const auto next = await(std::move(waiting));
    ASSERT_TRUE(next);
    EXPECT_GT(next->lease.token, lease.token);
    EXPECT_EQ(next->document, (Document{u"k"_s, "new", 1}));
    EXPECT_EQ(codeOf(await(acquireAndGetWithin(*m_store, partition, u"l"_s, 60s, u"k"_s, 20ms))), ErrorCode::Conflict);
}

} // namespace ChatCal
