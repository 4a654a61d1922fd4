// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/httpclient.h"

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <optional>

namespace ChatCal {

/// One exchange: what curl is told, and what it has told so far. Read beside httpclient.cpp only.
class HttpTransfer
{
public:
    HttpTransfer(HttpRequest request, HttpClient::Taker take);

    /// Describes the request to curl. InvalidInput when it cannot be one.
    [[nodiscard]] Result<void> prepare(const HttpClientOptions &options);
    [[nodiscard]] CURL *handle() const { return m_easy.get(); }
    [[nodiscard]] bool isStreamed() const { return static_cast<bool>(m_take); }

    /// What arrived and nobody has taken.
    [[nodiscard]] bool hasPiece() const { return !m_buffer.isEmpty(); }
    /// Gives the next piece to the taker.
    [[nodiscard]] QCoro::Task<> giveNextPiece();
    /// Whether curl was told to wait since the last call.
    [[nodiscard]] bool takePaused() { return std::exchange(m_paused, false); }

    [[nodiscard]] Result<void> outcomeOf(CURLcode code) const;
    [[nodiscard]] tl::unexpected<Error> wrong(ErrorCode code, const QString &what) const;
    [[nodiscard]] HttpResponse takeResponse();

    void endWith(Result<void> how)
    {
        isOver = true;
        outcome = std::move(how);
    }

    // The client's account of it.
    std::function<void()> onArrived; ///< from within curl: not to call curl again
    /// When a stream has been silent for too long; the end of time while nobody waits for the other side.
    std::chrono::steady_clock::time_point silentUntil = std::chrono::steady_clock::time_point::max();
    void expectMore();
    [[nodiscard]] std::chrono::milliseconds longestSilence() const
    {
        return std::min<std::chrono::milliseconds>(m_request.timeout, std::chrono::hours(24));
    }
    void expectNothing() { silentUntil = std::chrono::steady_clock::time_point::max(); }
    std::optional<std::stop_callback<std::function<void()>>> stopping;
    std::coroutine_handle<> waiting;
    bool isFinished = false; ///< curl is done, with finishedCode; the taker perhaps not
    CURLcode finishedCode = CURLE_OK;
    bool isOver = false; ///< outcome holds
    Result<void> outcome;
    bool giving = false; ///< the taker is at work

private:
    static size_t onHeader(char *data, size_t size, size_t count, void *transfer);
    static size_t onBody(char *data, size_t size, size_t count, void *transfer);

    static curl_socket_t onOpenSocket(void *transfer, curlsocktype purpose, curl_sockaddr *address);
    static int onConnected(void *transfer, char *address, char *localAddress, int port, int localPort);

    [[nodiscard]] Result<void> checkRequest() const;
    void setCredentials();
    void setAddressPolicy();
    [[nodiscard]] bool mayConnectTo(const QByteArray &address);
    void setMethod();
    [[nodiscard]] bool setHeaders();
    [[nodiscard]] bool takeHeaderLine(QByteArrayView line);
    [[nodiscard]] size_t takeBody(QByteArrayView data);

    HttpRequest m_request;
    HttpClient::Taker m_take;
    QByteArray m_url;
    CurlList m_headers;
    HttpResponse m_response;
    QByteArray m_buffer;
    qint64 m_headerBytes = 0;
    qint64 m_bodyBytes = 0;
    bool m_paused = false;
    bool m_tooLong = false;
    bool m_isForbidden = false; ///< the policy closed an address
    CurlEasy m_easy; ///< last: it points at what stands above
};

} // namespace ChatCal
