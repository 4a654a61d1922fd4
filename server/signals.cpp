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

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    const int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_signals = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_signals.get(), &QSocketNotifier::activated, this, [this, descriptor] {
        signalfd_siginfo info;
        while (::read(descriptor, &info, sizeof info) > 0) { }
        tell();
    });
}

StopSignals::~StopSignals()
{
    const auto descriptor = static_cast<int>(m_signals->socket());
    m_signals.reset();
    ::close(descriptor);
}

void StopSignals::watchParent()
{
    fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
    m_parent = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_parent.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 256> buffer{};
        ssize_t got = 0;
        while ((got = ::read(STDIN_FILENO, buffer.data(), buffer.size())) > 0) { }
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
