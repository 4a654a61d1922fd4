// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/curlloop.h"
#include "core/net/httpmessage.h"
#include "core/net/movingdeadline.h"

#include <QCoroTask>

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace ChatCal {

class HttpTransfer;

struct HttpClientOptions
{
    QByteArray userAgent = "ChatCal";
    QString caFile; ///< PEM of the authorities to trust; empty: the system's
    CurlLimits limits;
};

/// HTTP on libcurl and this thread's event loop. Connections are kept and used again, certificates always verified.
/// Error codes: Timeout; Unavailable (no connection, or cut off); Protocol (bad certificate, broken or too long
/// response); Cancelled; InvalidInput (a URL or a header that is none). A status is no error here: see checkStatus().
class HttpClient : public QObject
{
    Q_OBJECT
public:
    /// Takes a piece of a streamed body. The next piece comes when the task is done; meanwhile no more than one buffer
    /// is read from the connection, so that a slow taker slows the sender down.
    using Taker = std::function<QCoro::Task<>(QByteArray piece)>;

    explicit HttpClient(HttpClientOptions options = {}, QObject *parent = nullptr);
    /// Exchanges under way are resumed with Cancelled before this returns.
    ~HttpClient() override;

    [[nodiscard]] QCoro::Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop);
    /// As send(), but a body with a 2xx status goes to @p take piece by piece as it arrives and is left out of the
    /// result, and HttpRequest::timeout limits each silence of the other side. HttpRequest::maximumBody counts the sum.
    /// Returns after @p take's last task is done, also when it was cancelled.
    [[nodiscard]] QCoro::Task<Result<HttpResponse>> stream(HttpRequest request, Taker take, std::stop_token stop);

private:
    class Exchange;

    [[nodiscard]] QCoro::Task<Result<HttpResponse>> run(HttpRequest request, Taker take, std::stop_token stop);
    void begin(const std::shared_ptr<HttpTransfer> &transfer, const std::stop_token &stop);
    void finish(const std::shared_ptr<HttpTransfer> &transfer, CURLcode code);
    QCoro::Task<> give(std::shared_ptr<HttpTransfer> transfer);
    void stopEarly(const std::shared_ptr<HttpTransfer> &transfer, Result<void> outcome);
    void resume(const std::shared_ptr<HttpTransfer> &transfer);
    void endSilent();

    HttpClientOptions m_options;
    MovingDeadline m_silence; ///< of all streams
    CurlLoop m_loop;
    std::vector<std::shared_ptr<HttpTransfer>> m_transfers;
    bool m_closing = false;
    std::shared_ptr<bool> m_life = std::make_shared<bool>(true); ///< ends with this object
};

} // namespace ChatCal
