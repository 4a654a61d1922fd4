// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace ChatCal {

namespace Detail {

template<typename T>
struct Waiting
{
    std::optional<Result<T>> result;
    std::coroutine_handle<> waiter;
    std::optional<QTimer> patience; ///< once somebody has to wait

    void goOn()
    {
        if (const auto handle = std::exchange(waiter, {}))
            handle.resume();
    }
};

/// Lets the waiter go on from the event loop: whoever brings the result may be on its way out. May be called anywhere.
template<typename T>
void wake(const std::shared_ptr<Waiting<T>> &waiting)
{
    const std::weak_ptr<Waiting<T>> weak = waiting;
    QMetaObject::invokeMethod(
        &*waiting->patience,
        [weak] {
            if (const auto there = weak.lock())
                there->goOn();
        },
        Qt::QueuedConnection);
}

template<typename T>
struct Arrival
{
    Waiting<T> &waiting;
    [[nodiscard]] bool await_ready() const noexcept { return waiting.result.has_value(); }
    void await_suspend(std::coroutine_handle<> handle) const noexcept { waiting.waiter = handle; }
    void await_resume() const noexcept { }
};

template<typename T>
QCoro::Task<> deliver(QCoro::Task<Result<T>> task, std::shared_ptr<Waiting<T>> waiting)
{
    auto result = co_await task;
    waiting->result = std::move(result);
    if (waiting->patience)
        wake(waiting);
}

} // namespace Detail

/// The task's result; Timeout when @p patience is over first, Cancelled when @p stop is requested, from any thread.
/// The task itself goes on, so whatever it uses must outlive it; a task that is done at once costs no timer.
template<typename T>
QCoro::Task<Result<T>> within(QCoro::Task<Result<T>> task, std::chrono::milliseconds patience, std::stop_token stop)
{
    auto waiting = std::make_shared<Detail::Waiting<T>>();
    const auto delivery = Detail::deliver(std::move(task), waiting); // goes on when dropped
    if (!waiting->result) {
        QTimer &timer = waiting->patience.emplace();
        timer.setSingleShot(true);
        QObject::connect(
            &timer, &QTimer::timeout, &timer, [waiting = waiting.get()] { waiting->goOn(); },
            Qt::QueuedConnection); // the timer must not go within its own signal
        timer.start(std::max(patience, std::chrono::milliseconds(0)));
        const std::stop_callback leaving(stop, [waiting] { Detail::wake(waiting); });
        co_await Detail::Arrival<T>{*waiting};
        timer.stop();
    }
    if (waiting->result)
        co_return std::move(*waiting->result);
    if (stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, QStringLiteral("the caller is gone"));
    co_return failure(ErrorCode::Timeout, QStringLiteral("no answer in time"));
}

} // namespace ChatCal
