// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

namespace ChatCal {

/// Runs the event loop until @p task is done; its result.
template<typename T>
T await(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// Runs the event loop until @p condition holds; false after @p patience.
template<typename Condition>
bool eventually(Condition condition, std::chrono::milliseconds patience = std::chrono::seconds(10))
{
    const QDeadlineTimer deadline(patience);
    QTimer tick; // for conditions that change without an event; processEvents() with a limit does not wait at all
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        tick.start(std::chrono::milliseconds(2));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

} // namespace ChatCal
