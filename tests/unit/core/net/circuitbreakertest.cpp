// SPDX-License-Identifier: Apache-2.0
#include "core/net/circuitbreaker.h"

#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace ChatCal {

namespace {

class CircuitBreakerTest : public testing::Test
{
protected:
    void fail(int times)
    {
        for (int i = 0; i < times; ++i) {
            EXPECT_TRUE(m_breaker.allow());
            m_breaker.failed();
        }
    }

    FakeClock m_clock;
    CircuitBreaker m_breaker{{.failures = 3, .rest = 10s}, m_clock};
};

} // namespace

TEST_F(CircuitBreakerTest, OpensAfterFailuresInARow)
{
    fail(2);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Closed);
    EXPECT_EQ(m_breaker.retryAfter(), std::nullopt);
    fail(1);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Open);
    EXPECT_FALSE(m_breaker.allow());
    EXPECT_EQ(m_breaker.retryAfter(), 10s);
}

TEST_F(CircuitBreakerTest, ForgetsFailuresAfterASuccess)
{
    fail(2);
    EXPECT_TRUE(m_breaker.allow());
    m_breaker.succeeded();
    fail(2);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Closed);
}

TEST_F(CircuitBreakerTest, LetsOneCallTryAfterTheRest)
{
    fail(3);
    m_clock.advance(9999ms);
    EXPECT_FALSE(m_breaker.allow());
    EXPECT_EQ(m_breaker.retryAfter(), 1s);
    m_clock.advance(1ms);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::HalfOpen);
    EXPECT_TRUE(m_breaker.allow());
    EXPECT_FALSE(m_breaker.allow());
}

TEST_F(CircuitBreakerTest, ClosesWhenTheTrialSucceeds)
{
    fail(3);
    m_clock.advance(10s);
    EXPECT_TRUE(m_breaker.allow());
    m_breaker.succeeded();
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Closed);
    EXPECT_TRUE(m_breaker.allow());
}

TEST_F(CircuitBreakerTest, OpensAgainWhenTheTrialFails)
{
    fail(3);
    m_clock.advance(10s);
    EXPECT_TRUE(m_breaker.allow());
    m_breaker.failed();
    EXPECT_FALSE(m_breaker.allow());
    m_clock.advance(10s);
    EXPECT_TRUE(m_breaker.allow()) << "one failure more opens it for one rest, not for ever";
}

TEST_F(CircuitBreakerTest, LetsAnotherTryWhenTheTrialNeverReports)
{
    fail(3);
    m_clock.advance(10s);
    EXPECT_TRUE(m_breaker.allow());
    m_clock.advance(10s);
    EXPECT_TRUE(m_breaker.allow());
}

TEST_F(CircuitBreakerTest, TakesNoNoticeOfCallsFromBeforeItOpened)
{
    fail(3);
    m_breaker.succeeded();
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Open);
    m_clock.advance(5s);
    m_breaker.failed();
    m_clock.advance(5s);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::HalfOpen) << "the rest was not made longer";
}

TEST_F(CircuitBreakerTest, RestsAsLongAsItIsTold)
{
    m_breaker.restFor(60s);
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Open);
    EXPECT_EQ(m_breaker.retryAfter(), 60s);
    m_clock.advance(59s);
    EXPECT_FALSE(m_breaker.allow());
    m_clock.advance(1s);
    EXPECT_TRUE(m_breaker.allow());
    m_breaker.succeeded();
    EXPECT_EQ(m_breaker.state(), CircuitBreaker::State::Closed);
}

} // namespace ChatCal
