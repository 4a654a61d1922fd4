// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include <curl/curl.h>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace ChatCal {

struct CurlEasyDeleter
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct CurlListDeleter
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using CurlEasy = std::unique_ptr<CURL, CurlEasyDeleter>;
using CurlList = std::unique_ptr<curl_slist, CurlListDeleter>;

struct CurlLimits
{
    long connections = 64; ///< at once, in all
    long connectionsPerHost = 16;
    long idleConnections = 32; ///< kept open for the next transfer
};

/// Runs libcurl's transfers on this thread's event loop. Transfers beyond the limits wait for a free connection.
class CurlLoop : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(CURLcode)>;

    explicit CurlLoop(CurlLimits limits = {}, QObject *parent = nullptr);
    /// Transfers under way end without their Done.
    ~CurlLoop() override;

    /// Starts the transfer @p handle describes; @p done is called from the event loop, never from within curl and never
    /// from start(). Not to be called from a callback of curl.
    void start(CURL *handle, const Done &done);
    /// Ends a transfer early; its Done is not called. Nothing to do for one that is not under way.
    void cancel(CURL *handle);
    /// Goes on with a transfer whose write callback has answered CURL_WRITEFUNC_PAUSE.
    void unpause(CURL *handle);

private:
    static int onSocket(CURL *handle, curl_socket_t socket, int what, void *loop, void *known);
    static int onTimer(CURLM *multi, long milliseconds, void *loop);

    void act(curl_socket_t socket, int events);
    void actDue();
    void actReady();
    void reportDone();

    CURLM *m_multi;
    std::shared_ptr<bool> m_life = std::make_shared<bool>(true); ///< ends with this object
    std::unique_ptr<QTimer> m_timer;
    bool m_isDue = false; ///< curl wants to act at once
    QHash<CURL *, Done> m_done;
    /// curl's sockets in one epoll set: the event loop polls a descriptor for them all, however many models think.
    int m_watched;
    std::unique_ptr<QSocketNotifier> m_ready;
};

} // namespace ChatCal
