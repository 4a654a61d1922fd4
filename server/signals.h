// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace ChatCal {

/// Turns SIGTERM and SIGINT, and with watchParent() the end of stdin, into a signal of the event loop. One per process.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    /// Whoever started this process holds the other end of stdin; when it goes, we go.
    void watchParent();
    /// received() was emitted, perhaps before anybody listened.
    [[nodiscard]] bool wasReceived() const { return m_told; }

Q_SIGNALS:
    /// Once.
    void received();

private:
    void tell();
    bool m_told = false;
    std::unique_ptr<QSocketNotifier> m_signals;
    std::unique_ptr<QSocketNotifier> m_parent;
};

} // namespace ChatCal
