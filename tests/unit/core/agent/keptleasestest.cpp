// SPDX-License-Identifier: Apache-2.0
#include "core/agent/keptleases.h"

#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

class KeptLeasesTest : public testing::Test
{
protected:
    FakeClock clock;
    MemoryStore store{clock};
    Conversations conversations{store, clock};

    /// Takes the lease of @p session for as long as a lease lives.
    Lease lock(const QString &session)
    {
        return orDie(await(conversations.lock(session, 0ms)), "nobody holds it").lease;
    }
    /// Lets a renewal come and be done.
    bool sawRenewal()
    {
        const int calls = store.calls();
        return eventually([&] { return store.calls() > calls; }) && await(store.ping());
    }
    bool isHeld(const QString &session)
    {
        const auto again = await(conversations.lock(session, 0ms));
        return !again && again.error().code == ErrorCode::Conflict;
    }
};

TEST_F(KeptLeasesTest, RenewsWhatIsHeldAndNothingElse)
{
    KeptLeases leases(conversations);
    const Lease slow = lock(u"slow"_s);
    const Lease quick = lock(u"quick"_s);
    std::optional<KeptLeases::Hold> slowHold(std::in_place, leases, slow);
    std::optional<KeptLeases::Hold> quickHold(std::in_place, leases, quick);
    quickHold.reset();
    clock.advance(Conversations::leaseTime - 1s);
    EXPECT_TRUE(sawRenewal());
    clock.advance(2s);
    EXPECT_TRUE(isHeld(u"slow"_s));
    EXPECT_FALSE(isHeld(u"quick"_s));
    slowHold.reset();
    clock.advance(Conversations::leaseTime);
    EXPECT_FALSE(isHeld(u"slow"_s));
}

TEST_F(KeptLeasesTest, RenewsNothingOnceItIsStopped)
{
    KeptLeases stopped(conversations);
    std::optional<KeptLeases::Hold> before(std::in_place, stopped, lock(u"before"_s));
    stopped.stop();
    std::optional<KeptLeases::Hold> behind(std::in_place, stopped, lock(u"behind"_s));
    KeptLeases running(conversations);
    const KeptLeases::Hold last(running, lock(u"last"_s));
    clock.advance(Conversations::leaseTime - 1s);
    EXPECT_TRUE(sawRenewal()) << "the youngest is renewed";
    before.reset();
    clock.advance(2s);
    EXPECT_TRUE(isHeld(u"last"_s));
    EXPECT_FALSE(isHeld(u"before"_s));
    EXPECT_FALSE(isHeld(u"behind"_s));
}

} // namespace ChatCal
