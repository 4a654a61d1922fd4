// SPDX-License-Identifier: Apache-2.0
#include "core/net/movingdeadline.h"
#include "tests/support/await.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

using namespace ChatCal;
using namespace std::chrono_literals;

namespace {

class MovingDeadlineTest : public testing::Test
{
protected:
    using Clock = MovingDeadline::Clock;
    int passed = 0;
    MovingDeadline deadline{[this] { ++passed; }};
};

TEST_F(MovingDeadlineTest, PassesOnceAndNotBeforeItsTime)
{
    const auto then = Clock::now() + 20ms;
    deadline.set(then);
    ASSERT_TRUE(eventually([this] { return passed > 0; }));
    EXPECT_GE(Clock::now(), then);
    EXPECT_FALSE(eventually([this] { return passed > 1; }, 60ms));
}

TEST_F(MovingDeadlineTest, CanBePutOff)
{
    deadline.set(Clock::now() + 10ms);
    const auto then = Clock::now() + 80ms;
    deadline.set(then);
    ASSERT_TRUE(eventually([this] { return passed > 0; }));
    EXPECT_GE(Clock::now(), then);
}

TEST_F(MovingDeadlineTest, CanBeBroughtForward)
{
    deadline.set(Clock::now() + 1h);
    deadline.bringForward(Clock::now() + 10ms);
    deadline.bringForward(Clock::now() + 2h);
    EXPECT_TRUE(eventually([this] { return passed > 0; }));
}

TEST_F(MovingDeadlineTest, DoesNotPassOnceCleared)
{
    deadline.set(Clock::now() + 10ms);
    deadline.clear();
    EXPECT_FALSE(eventually([this] { return passed > 0; }, 60ms));
    deadline.set(Clock::now() + 10ms);
    EXPECT_TRUE(eventually([this] { return passed > 0; }));
}

TEST_F(MovingDeadlineTest, MayEndWithinItsCall)
{
    std::unique_ptr<MovingDeadline> own;
    own = std::make_unique<MovingDeadline>([&] {
        ++passed;
        own.reset();
    });
    own->set(Clock::now());
    EXPECT_TRUE(eventually([this] { return passed > 0; }));
    EXPECT_EQ(own, nullptr);
}

} // namespace
