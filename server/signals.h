// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace ChatCal {

/// Turns SIGTERM and SIGINT, and with watchParent() the end of stdin, into a signal of the event loop; SIGHUP too where
/// it is taken. One per process. Processes started from this one have these signals blocked.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    enum class Hangup {
        Leave, ///< to the system, which ends the process
        Take
    };
    explicit StopSignals(Hangup hangup = Hangup::Leave, QObject *parent = nullptr);
    ~StopSignals() override;

    /// Whoever started this process holds the other end of stdin; when it goes, we go. What it writes there goes to
    /// @p hear, or nowhere.
    void watchParent(std::function<void(const QByteArray &)> hear = {});
    /// received() was emitted, perhaps before anybody listened.
    [[nodiscard]] bool wasReceived() const { return m_told; }

Q_SIGNALS:
    /// Once.
    void received();
    /// SIGHUP: each time.
    void hungUp();

private:
    void tell();
    bool m_told = false;
    std::unique_ptr<QSocketNotifier> m_signals;
    std::unique_ptr<QSocketNotifier> m_parent;
};

} // namespace ChatCal
