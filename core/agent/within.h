// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>
#include <QCoroTimer>

#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace ChatCal {

namespace Detail {

template<typename T>
struct Waiting
{
    std::optional<Result<T>> result;
    std::optional<QTimer> timer; ///< once somebody has to wait
};

template<typename T>
QCoro::Task<> deliver(QCoro::Task<Result<T>> task, std::shared_ptr<Waiting<T>> waiting)
{
    auto result = co_await task;
    waiting->result = std::move(result);
    if (waiting->timer)
        waiting->timer->start(0);
}

} // namespace Detail

/// The task's result; Timeout when @p patience is over first, Cancelled when @p stop is requested (in this thread).
/// The task itself goes on, so whatever it uses must outlive it; a task that is done at once costs no timer.
template<typename T>
QCoro::Task<Result<T>> within(QCoro::Task<Result<T>> task, std::chrono::milliseconds patience, std::stop_token stop)
{
    auto waiting = std::make_shared<Detail::Waiting<T>>();
    const auto delivery = Detail::deliver(std::move(task), waiting); // goes on when dropped
    if (!waiting->result) {
        QTimer &timer = waiting->timer.emplace();
        timer.setSingleShot(true);
        timer.start(std::max(patience, std::chrono::milliseconds(0)));
        const std::stop_callback wake(stop, [waiting] { waiting->timer->start(0); });
        co_await timer;
        timer.stop();
    }
    if (waiting->result)
        co_return std::move(*waiting->result);
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, QStringLiteral("the caller is gone"));
    co_return failure(ErrorCode::Timeout, QStringLiteral("no answer in time"));
}

} // namespace ChatCal
