// SPDX-License-Identifier: Apache-2.0
#include "core/net/curlloop.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <utility>

#include <sys/epoll.h>
#include <unistd.h>

namespace ChatCal {

namespace {

// Not thread-safe by itself, and must come first.
void initialiseCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

CurlLoop::CurlLoop(CurlLimits limits, QObject *parent)
    : QObject(parent), m_multi(nullptr), m_timer(std::make_unique<QTimer>()), m_watched(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_watched < 0)
        qFatal("no epoll descriptor: %s", std::strerror(errno));
    m_ready = std::make_unique<QSocketNotifier>(m_watched, QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &CurlLoop::actReady);
    initialiseCurl();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.connections);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, limits.connectionsPerHost);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, limits.idleConnections);
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer.get(), &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop()
{
    const auto handles = m_done.keys();
    for (CURL *handle : handles)
        curl_multi_remove_handle(m_multi, handle);
    // Closing kept connections calls back into onSocket(): the members must still be there.
    curl_multi_cleanup(m_multi);
    m_ready->setEnabled(false);
    ::close(m_watched);
    m_ready.release()->deleteLater(); // we may be within its signal, or the timer's
    m_timer->stop();
    m_timer.release()->deleteLater();
}

void CurlLoop::start(CURL *handle, const Done &done)
{
    m_done.insert(handle, done);
    if (curl_multi_add_handle(m_multi, handle) == CURLM_OK)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, handle] {
            if (const Done ended = m_done.take(handle))
                ended(CURLE_FAILED_INIT);
        },
        Qt::QueuedConnection);
}

void CurlLoop::cancel(CURL *handle)
{
    if (m_done.remove(handle) > 0)
        curl_multi_remove_handle(m_multi, handle);
}

void CurlLoop::unpause(CURL *handle)
{
    if (m_done.contains(handle))
        curl_easy_pause(handle, CURLPAUSE_CONT);
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *loop, void *known)
{
    auto *self = static_cast<CurlLoop *>(loop);
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(self->m_watched, EPOLL_CTL_DEL, socket, nullptr);
        return 0;
    }
    epoll_event event{};
    event.data.fd = socket;
    event.events = (what & CURL_POLL_IN ? EPOLLIN : 0U) | (what & CURL_POLL_OUT ? EPOLLOUT : 0U);
    // A number may be in the set, or no longer, where curl and the kernel disagree about a connection that broke.
    const int usual = known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    const int other = known ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    if (epoll_ctl(self->m_watched, usual, socket, &event) != 0
        && epoll_ctl(self->m_watched, other, socket, &event) != 0)
        return -1;
    curl_multi_assign(self->m_multi, socket, self);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *loop)
{
    auto *self = static_cast<CurlLoop *>(loop);
    if (milliseconds == 0 && !std::exchange(self->m_isDue, true))
        QMetaObject::invokeMethod(self, &CurlLoop::actDue, Qt::QueuedConnection);
    if (milliseconds <= 0)
        self->m_timer->stop();
    else
        self->m_timer->start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::actDue()
{
    m_isDue = false;
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlLoop::actReady()
{
    const std::weak_ptr<bool> life = m_life; // whoever is told may delete us
    std::array<epoll_event, 64> events{};
    const int count = epoll_wait(m_watched, events.data(), events.size(), 0);
    for (int i = 0; i < count && !life.expired(); ++i) {
        const epoll_event &event = events.at(static_cast<size_t>(i));
        // A socket that curl let go of meanwhile is nothing to it.
        act(event.data.fd,
            ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) ? CURL_CSELECT_IN : 0)
                | ((event.events & (EPOLLOUT | EPOLLERR)) ? CURL_CSELECT_OUT : 0));
    }
}

void CurlLoop::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    reportDone();
}

void CurlLoop::reportDone()
{
    const std::weak_ptr<bool> life = m_life; // whoever is told may delete us
    int left = 0;
    while (!life.expired()) {
        const CURLMsg *message = curl_multi_info_read(m_multi, &left);
        if (!message)
            break;
        if (message->msg != CURLMSG_DONE)
            continue;
        // The message is gone once its handle is removed.
        CURL *handle = message->easy_handle;
        const CURLcode code = message->data.result;
        curl_multi_remove_handle(m_multi, handle);
        if (const Done done = m_done.take(handle))
            done(code);
    }
}

} // namespace ChatCal
