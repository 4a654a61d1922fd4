// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/workermessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

namespace ChatCal {

/// One worker as its parent sees it: this program once more, with the listening socket and a pipe to either side. Its
/// log goes where the parent's goes.
class WorkerProcess : public QObject
{
    Q_OBJECT
public:
    explicit WorkerProcess(int number, QObject *parent = nullptr);
    /// Kills what still runs.
    ~WorkerProcess() override;

    /// @p arguments are those of the parent.
    void start(const QStringList &arguments, int listeningDescriptor);
    /// SIGTERM; SIGKILL when that does not end it in time.
    void stop();
    void tell(const WorkerMessage &message) { m_process.write(message.framed()); }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] qint64 pid() const { return m_pid; }
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Since it served; 0 before.
    [[nodiscard]] std::chrono::milliseconds served() const;
    /// For the log: "ended with code 2", "was ended by signal 9".
    [[nodiscard]] QString howItEnded() const;
    /// Of a process that ended by itself; -1 otherwise.
    [[nodiscard]] int exitCode() const;

Q_SIGNALS:
    /// It serves; not told of one that is being stopped.
    void ready();
    void told(const WorkerMessage &message);
    /// Also when it could not be started. Nothing follows.
    void ended();

private:
    void read();
    void finish();

    int m_number;
    qint64 m_pid = 0;
    QProcess m_process;
    WorkerMessages m_messages;
    QTimer m_patience; ///< until it is ready, or has ended
    QElapsedTimer m_served;
    bool m_isReady = false;
    bool m_isStopping = false;
    bool m_hasEnded = false;
};

} // namespace ChatCal
