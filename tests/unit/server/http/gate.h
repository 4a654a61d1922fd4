// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroSignal>
#include <QCoroTask>

#include <QObject>

#include <memory>

namespace ChatCal {

/// Holds coroutines back until a test opens it.
class Gate final : public QObject
{
    Q_OBJECT

public:
    /// Waits for open(); returns at once when it is open already.
    static QCoro::Task<> pass(std::shared_ptr<Gate> gate)
    {
        ++gate->m_waiting;
        if (!gate->m_open)
            co_await qCoro(gate.get(), &Gate::opened);
        --gate->m_waiting;
    }
    void open()
    {
        m_open = true;
        Q_EMIT opened();
    }
    [[nodiscard]] int waiting() const { return m_waiting; }

Q_SIGNALS:
    void opened();

private:
    bool m_open = false;
    int m_waiting = 0;
};

} // namespace ChatCal
