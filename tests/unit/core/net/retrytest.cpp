// SPDX-License-Identifier: Apache-2.0
#include "core/net/retry.h"

#include "tests/support/await.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr RetryPolicy policy{.attempts = 4, .firstPause = 200ms, .longestPause = 1000ms};

Error error(ErrorCode code, std::optional<std::chrono::seconds> retryAfter = std::nullopt)
{
    return Error{code, {}, retryAfter, {}};
}

using Queue = std::shared_ptr<std::vector<Result<int>>>;

QCoro::Task<Result<int>> takeFirst(Queue queue)
{
    EXPECT_FALSE(queue->empty()) << "an attempt too many";
    const Result<int> result = queue->empty() ? Result<int>(0) : queue->front();
    if (!queue->empty())
        queue->erase(queue->begin());
    co_return result;
}

QCoro::Task<Result<int>> retryFrom(Queue queue, std::stop_token stop = {})
{
    return retry<int>(
        {.attempts = 3, .firstPause = 1ms, .longestPause = 5ms}, [queue] { return takeFirst(queue); }, stop);
}

Queue queueOf(std::vector<Result<int>> results)
{
    return std::make_shared<std::vector<Result<int>>>(std::move(results));
}

} // namespace

TEST(PauseBeforeRetry, DoublesUpToTheLongest)
{
    const auto unavailable = error(ErrorCode::Unavailable);
    const RetryPolicy patient{.attempts = 100, .firstPause = 200ms, .longestPause = 1000ms};
    EXPECT_EQ(pauseBeforeRetry(patient, 1, unavailable, 0), 100ms);
    EXPECT_EQ(pauseBeforeRetry(patient, 2, unavailable, 0), 200ms);
    EXPECT_EQ(pauseBeforeRetry(patient, 3, unavailable, 0), 400ms);
    EXPECT_EQ(pauseBeforeRetry(patient, 4, unavailable, 0), 500ms);
    EXPECT_EQ(pauseBeforeRetry(patient, 90, unavailable, 0), 500ms);
}

TEST(PauseBeforeRetry, SpreadsCallersOverItsSecondHalf)
{
    const auto timeout = error(ErrorCode::Timeout);
    EXPECT_EQ(pauseBeforeRetry(policy, 1, timeout, 0.5), 150ms);
    EXPECT_LT(*pauseBeforeRetry(policy, 1, timeout, 0.999), 200ms);
}

TEST(PauseBeforeRetry, EndsWithTheAttempts)
{
    EXPECT_TRUE(pauseBeforeRetry(policy, 3, error(ErrorCode::Unavailable), 0));
    EXPECT_FALSE(pauseBeforeRetry(policy, 4, error(ErrorCode::Unavailable), 0));
}

TEST(PauseBeforeRetry, TriesAgainOnlyWhatIsWorthIt)
{
    EXPECT_TRUE(pauseBeforeRetry(policy, 1, error(ErrorCode::RateLimited), 0));
    for (auto code : {ErrorCode::InvalidInput, ErrorCode::NotFound, ErrorCode::Conflict, ErrorCode::Unauthorized,
                      ErrorCode::Protocol, ErrorCode::Cancelled, ErrorCode::Internal}) {
        EXPECT_FALSE(pauseBeforeRetry(policy, 1, error(code), 0)) << errorName(code).toStdString();
    }
}

TEST(PauseBeforeRetry, WaitsAsLongAsItIsAskedTo)
{
    EXPECT_EQ(pauseBeforeRetry(policy, 1, error(ErrorCode::RateLimited, 1s), 0), 1000ms);
    EXPECT_GT(*pauseBeforeRetry(policy, 1, error(ErrorCode::RateLimited, 1s), 0.9), 1000ms);
    EXPECT_EQ(pauseBeforeRetry(policy, 1, error(ErrorCode::RateLimited, 0s), 0), 100ms);
    EXPECT_FALSE(pauseBeforeRetry(policy, 1, error(ErrorCode::RateLimited, 2s), 0)) << "longer than the policy waits";
}

TEST(Retry, GivesTheFirstSuccess)
{
    const auto queue = queueOf({failure(ErrorCode::Unavailable, {}), failure(ErrorCode::Timeout, {}), 7});
    EXPECT_EQ(await(retryFrom(queue)), 7);
    EXPECT_TRUE(queue->empty());
}

TEST(Retry, GivesTheLastFailure)
{
    const auto queue = queueOf(
        {failure(ErrorCode::Unavailable, {}), failure(ErrorCode::Unavailable, {}), failure(ErrorCode::Timeout, {})});
    const auto result = await(retryFrom(queue));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Timeout);
}

TEST(Retry, StopsAtAFailureForGood)
{
    const auto queue = queueOf({failure(ErrorCode::Unauthorized, {}), 7});
    const auto result = await(retryFrom(queue));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unauthorized);
    EXPECT_EQ(queue->size(), 1U);
}

TEST(Retry, IsCancelledDuringAPause)
{
    std::stop_source source;
    auto pause = pauseFor(1h, source.get_token());
    source.request_stop();
    EXPECT_FALSE(await(std::move(pause)));
    EXPECT_FALSE(await(pauseFor(1h, source.get_token()))) << "and before one";
    EXPECT_TRUE(await(pauseFor(1ms, {})));

    const auto result = await(retryFrom(queueOf({failure(ErrorCode::Unavailable, {}), 7}), source.get_token()));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

} // namespace ChatCal
