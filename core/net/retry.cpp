// SPDX-License-Identifier: Apache-2.0
#include "core/net/retry.h"

#include <QCoroTimer>

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace ChatCal {

bool isWorthRetrying(ErrorCode code)
{
    return code == ErrorCode::RateLimited || code == ErrorCode::Timeout || code == ErrorCode::Unavailable;
}

std::optional<std::chrono::milliseconds> pauseBeforeRetry(const RetryPolicy &policy, int failed, const Error &error,
                                                          double chance)
{
    using std::chrono::milliseconds;
    if (failed >= policy.attempts || !isWorthRetrying(error.code))
        return std::nullopt;
    milliseconds pause = policy.firstPause;
    for (int i = 1; i < failed && pause < policy.longestPause; ++i)
        pause *= 2;
    pause = std::min(pause, policy.longestPause);
    const auto half = pause / 2;
    const milliseconds jitter(static_cast<qint64>(static_cast<double>(half.count()) * chance));
    if (error.retryAfter && *error.retryAfter >= pause) {
        // Coming back earlier would only be refused again.
        if (*error.retryAfter > policy.longestPause)
            return std::nullopt;
        return *error.retryAfter + jitter;
    }
    return pause - half + jitter;
}

QCoro::Task<bool> pauseFor(std::chrono::milliseconds time, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return false;
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(time);
    {
        // Posted: stop may be requested in another thread. Once the timer is gone the event goes nowhere.
        const std::stop_callback wake(stop, [&timer] {
            QMetaObject::invokeMethod(
                &timer, [&timer] { timer.start(0); }, Qt::QueuedConnection);
        });
        co_await timer;
    }
    co_return !stop.stop_requested();
}

double randomChance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace ChatCal
