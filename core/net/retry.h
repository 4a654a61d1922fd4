// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace ChatCal {

struct RetryPolicy
{
    int attempts = 3; ///< in all
    std::chrono::milliseconds firstPause = std::chrono::milliseconds(200); ///< doubled each time
    std::chrono::milliseconds longestPause = std::chrono::seconds(5);
};

/// RateLimited, Timeout and Unavailable. After a Timeout the other side may have done the work: try again only what may
/// be done twice.
[[nodiscard]] bool isWorthRetrying(ErrorCode code);

/// How long to wait before the next attempt after @p failed of them, the last with @p error; nothing when there should
/// be none: the code is not worth it, the attempts are used up, or the other side asks for more patience than the
/// policy has. @p chance in [0, 1) spreads callers over the second half of the pause; a pause the other side asked for
/// only grows by it.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBeforeRetry(const RetryPolicy &policy, int failed,
                                                                        const Error &error, double chance);

/// Waits; false when @p stop was requested before the time was over.
[[nodiscard]] QCoro::Task<bool> pauseFor(std::chrono::milliseconds time, std::stop_token stop);

/// A number in [0, 1) for pauseBeforeRetry().
[[nodiscard]] double randomChance();

/// The first success of @p attempt or its last failure; Cancelled when @p stop is requested during a pause.
template<typename T>
[[nodiscard]] QCoro::Task<Result<T>> retry(RetryPolicy policy, std::function<QCoro::Task<Result<T>>()> attempt,
                                           std::stop_token stop)
{
    for (int failed = 1;; ++failed) {
        Result<T> result = co_await attempt();
        if (result)
            co_return result;
        const auto pause = pauseBeforeRetry(policy, failed, result.error(), randomChance());
        if (!pause)
            co_return result;
        const bool waited = co_await pauseFor(*pause, stop);
        if (!waited)
            co_return failure(ErrorCode::Cancelled, QStringLiteral("cancelled before another attempt"));
    }
}

} // namespace ChatCal
