// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace ChatCal {

/// A deadline that is put off more often than it passes: putting it off only writes down the new one, and the timer
/// that finds it later waits for the rest.
class MovingDeadline
{
public:
    using Clock = std::chrono::steady_clock;

    /// @p onPassed is called from the event loop; it may end this object.
    explicit MovingDeadline(std::function<void()> onPassed) : m_onPassed(std::move(onPassed))
    {
        m_timer.setSingleShot(true);
        QObject::connect(
            &m_timer, &QTimer::timeout, &m_timer, [this] { look(); }, Qt::QueuedConnection);
    }
    Q_DISABLE_COPY_MOVE(MovingDeadline)

    void set(Clock::time_point deadline)
    {
        m_deadline = deadline;
        if (!m_timer.isActive() || deadline < m_looksAt)
            arm();
    }
    /// As set(), unless it passes before that anyway.
    void bringForward(Clock::time_point deadline)
    {
        if (deadline < m_deadline)
            set(deadline);
    }
    /// It does not pass any more. The timer may still find that there is nothing to do.
    void clear() { m_deadline = Clock::time_point::max(); }

private:
    void arm()
    {
        m_looksAt = m_deadline;
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now());
        m_timer.start(std::max(rest, std::chrono::milliseconds(0)));
    }
    void look()
    {
        if (m_deadline == Clock::time_point::max() || m_timer.isActive())
            return;
        if (Clock::now() < m_deadline)
            return arm();
        clear();
        const auto passed = m_onPassed;
        passed();
    }

    std::function<void()> m_onPassed;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_looksAt = Clock::time_point::max();
    QTimer m_timer;
};

} // namespace ChatCal
