// SPDX-License-Identifier: Apache-2.0
#include "server/workerlink.h"

#include <QCoroSignal>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr auto metricsInterval = 2s;
constexpr auto patience = 1s;
constexpr qsizetype mostUnsent = 1024 * 1024; ///< to a parent that does not read

} // namespace

WorkerLink::WorkerLink(Metrics &metrics, QObject *parent) : QObject(parent), m_metrics(metrics)
{
    std::signal(SIGPIPE, SIG_IGN); // a parent that is gone ends us by the end of stdin, in order
    ::fcntl(STDOUT_FILENO, F_SETFL, ::fcntl(STDOUT_FILENO, F_GETFL) | O_NONBLOCK);
    m_writable = std::make_unique<QSocketNotifier>(STDOUT_FILENO, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &WorkerLink::write);
    m_now.setInterval(metricsInterval);
    connect(&m_now, &QTimer::timeout, this, &WorkerLink::tellMetrics);
}

WorkerLink::~WorkerLink()
{
    // A short while for the last words.
    pollfd descriptor{STDOUT_FILENO, POLLOUT, 0};
    while (!m_unsent.isEmpty() && ::poll(&descriptor, 1, 200) > 0 && (descriptor.revents & POLLOUT) != 0)
        write();
}

void WorkerLink::tellReady()
{
    send({WorkerMessage::ready, {}});
    m_now.start();
}

void WorkerLink::tellMetrics()
{
    const QByteArray text = m_metrics.text();
    if (text == m_told || m_unsent.size() > mostUnsent)
        return;
    m_told = text;
    send({WorkerMessage::metrics, text});
}

void WorkerLink::hear(const QByteArray &bytes)
{
    m_messages.feed(bytes);
    while (const auto message = m_messages.next()) {
        if (message->name == WorkerMessage::total)
            Q_EMIT totalCame(message->body);
    }
}

QCoro::Task<Result<QByteArray>> WorkerLink::metricsText()
{
    if (m_unsent.size() <= mostUnsent)
        send({WorkerMessage::total, m_metrics.text()});
    const auto total = co_await qCoro(this, &WorkerLink::totalCame, patience);
    if (!total)
        co_return failure(ErrorCode::Unavailable, u"the parent does not tell the other workers' metrics"_s);
    co_return QByteArray(*total);
}

void WorkerLink::send(const WorkerMessage &message)
{
    m_unsent += message.framed();
    write();
}

void WorkerLink::write()
{
    while (!m_unsent.isEmpty()) {
        const ssize_t written = ::write(STDOUT_FILENO, m_unsent.constData(), static_cast<size_t>(m_unsent.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno != EAGAIN)
            m_unsent.clear(); // nobody reads any more
        if (written < 0)
            break;
        m_unsent.remove(0, written);
    }
    m_writable->setEnabled(!m_unsent.isEmpty());
}

} // namespace ChatCal
