// SPDX-License-Identifier: Apache-2.0
#include "server/workerprocess.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto timeToBeReady = 60s; ///< a database may have to be checked, a lease of the dead to run out
constexpr auto timeToEnd = 15s; ///< longer than a worker drains

} // namespace

WorkerProcess::WorkerProcess(int number, QObject *parent) : QObject(parent), m_number(number)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        qWarning("worker %d (pid %lld) takes too long and is killed", m_number, m_pid);
        m_process.kill();
    });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::read);
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish();
    });
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

void WorkerProcess::start(const QStringList &arguments, int listeningDescriptor)
{
    // A group of its own: Ctrl-C at a terminal is for the parent, which ends the workers in order.
    m_process.setChildProcessModifier([listeningDescriptor] {
        ::setpgid(0, 0);
        ::fcntl(listeningDescriptor, F_SETFD, 0);
    });
    const QString socket = u"--worker=%1:%2"_s.arg(m_number).arg(listeningDescriptor);
    m_patience.start(timeToBeReady);
    // The path, not the running image: after an upgrade a rolling restart takes the new program.
    m_process.start(QCoreApplication::applicationFilePath(), arguments + QStringList{socket});
    m_pid = m_process.processId();
}

void WorkerProcess::stop()
{
    m_isStopping = true;
    m_patience.start(timeToEnd);
    m_process.terminate();
}

std::chrono::milliseconds WorkerProcess::served() const
{
    return std::chrono::milliseconds(m_isReady ? m_served.elapsed() : 0);
}

int WorkerProcess::exitCode() const
{
    return m_hasEnded && m_pid != 0 && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QString WorkerProcess::howItEnded() const
{
    if (m_pid == 0)
        return u"could not be started: "_s + m_process.errorString();
    const auto how =
        m_process.exitStatus() == QProcess::NormalExit ? u"ended with code %1"_s : u"was ended by signal %1"_s;
    return how.arg(m_process.exitCode());
}

void WorkerProcess::read()
{
    m_messages.feed(m_process.readAllStandardOutput());
    while (const auto message = m_messages.next()) {
        if (message->name != WorkerMessage::ready) {
            Q_EMIT told(*message);
        } else if (!std::exchange(m_isReady, true)) {
            m_served.start();
            if (m_isStopping)
                continue;
            m_patience.stop();
            Q_EMIT ready();
        }
    }
    if (m_messages.isBroken())
        m_process.kill();
}

void WorkerProcess::finish()
{
    if (std::exchange(m_hasEnded, true))
        return;
    read();
    m_patience.stop();
    Q_EMIT ended();
}

} // namespace ChatCal
