// SPDX-License-Identifier: Apache-2.0
#include "server/signals.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace ChatCal {

namespace {

sigset_t watched(StopSignals::Hangup hangup)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    if (hangup == StopSignals::Hangup::Take)
        sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

StopSignals::StopSignals(Hangup hangup, QObject *parent) : QObject(parent)
{
    const sigset_t set = watched(hangup);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    const int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_signals = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_signals.get(), &QSocketNotifier::activated, this, [this, descriptor] {
        signalfd_siginfo info;
        while (::read(descriptor, &info, sizeof info) > 0) {
            if (info.ssi_signo == SIGHUP)
                Q_EMIT hungUp();
            else
                tell();
        }
    });
}

StopSignals::~StopSignals()
{
    const auto descriptor = static_cast<int>(m_signals->socket());
    m_signals.reset();
    ::close(descriptor);
}

void StopSignals::watchParent(std::function<void(const QByteArray &)> hear)
{
    fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
    m_parent = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_parent.get(), &QSocketNotifier::activated, this, [this, hear = std::move(hear)] {
        std::array<char, 4096> buffer{};
        ssize_t got = 0;
        while ((got = ::read(STDIN_FILENO, buffer.data(), buffer.size())) > 0) {
            if (hear)
                hear(QByteArray(buffer.data(), got));
        }
        if (got == 0) { // its end; a negative answer only says that nothing more is there yet
            m_parent->setEnabled(false);
            tell();
        }
    });
}

void StopSignals::tell()
{
    if (!std::exchange(m_told, true))
        Q_EMIT received();
}

} // namespace ChatCal
