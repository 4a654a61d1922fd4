// SPDX-License-Identifier: Apache-2.0
#include "core/net/curlloop.h"

#include <QSocketNotifier>

#include <mutex>

namespace ChatCal {

namespace {

// Not thread-safe by itself, and must come first.
void initialiseCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// curl tells us to stop watching from within the notifier's own signal: it must not be deleted before that returns.
void discard(std::unique_ptr<QSocketNotifier> notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier.release()->deleteLater();
}

} // namespace

CurlLoop::CurlLoop(CurlLimits limits, QObject *parent)
    : QObject(parent), m_multi(nullptr), m_timer(std::make_unique<QTimer>())
{
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
    for (auto &[socket, watch] : m_watches) {
        discard(std::move(watch.read));
        discard(std::move(watch.write));
    }
    m_timer->stop();
    m_timer.release()->deleteLater(); // we may be within its signal
}

void CurlLoop::start(CURL *handle, const Done &done)
{
    m_done.insert(handle, done);
    curl_multi_add_handle(m_multi, handle);
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

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *loop, void *)
{
    auto *self = static_cast<CurlLoop *>(loop);
    if (what == CURL_POLL_REMOVE)
        self->unwatch(socket);
    else
        self->watch(socket, what);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *loop)
{
    auto *self = static_cast<CurlLoop *>(loop);
    if (milliseconds < 0)
        self->m_timer->stop();
    else
        self->m_timer->start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::watch(curl_socket_t socket, int what)
{
    Watch &watch = m_watches[socket];
    if (!watch.read) {
        watch.read = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
        connect(watch.read.get(), &QSocketNotifier::activated, this, [this, socket] { act(socket, CURL_CSELECT_IN); });
        watch.write = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
        connect(watch.write.get(), &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_OUT); });
    }
    watch.read->setEnabled(what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    watch.write->setEnabled(what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
}

void CurlLoop::unwatch(curl_socket_t socket)
{
    const auto found = m_watches.find(socket);
    if (found == m_watches.end())
        return;
    discard(std::move(found->second.read));
    discard(std::move(found->second.write));
    m_watches.erase(found);
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
