// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/calendar/google/googleaccess.h"
#include "core/net/httpclient.h"
#include "core/net/retry.h"

#include <QCoroTask>

#include <QDeadlineTimer>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <stop_token>

namespace ChatCal {

/// Made again when nobody knows whether the first one arrived: only for what may be done twice.
struct GoogleCall
{
    QByteArray method = "GET";
    QStringList path; ///< segments below the base, not encoded
    QList<QPair<QByteArray, QString>> query; ///< not encoded
    QJsonObject body; ///< empty: none
    QByteArray ifMatch; ///< an ETag, or empty
};

/// What the server said in the end; a status is no error here.
struct GoogleReply
{
    int status = 0;
    QString reason; ///< error.errors[0].reason, "rateLimitExceeded"
    std::optional<std::chrono::seconds> retryAfter;
    QJsonObject json;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    /// Of a reply that is no success: 403 for want of quota is RateLimited (developers.google.com/calendar/api/guides/
    /// errors, read 2026-11), every other as checkStatus() says.
    [[nodiscard]] Error error() const;
};

/// The Calendar API's way of talking: a bearer token renewed once when it is refused, quota and passing troubles tried
/// again with growing pauses, JSON in and out.
class GoogleApi
{
public:
    struct Options
    {
        QUrl base{QStringLiteral("https://www.googleapis.com/calendar/v3")}; ///< GOOGLE_API_BASE
        std::chrono::milliseconds requestTimeout = std::chrono::seconds(5);
        RetryPolicy retry{
            .attempts = 4, .firstPause = std::chrono::milliseconds(250), .longestPause = std::chrono::seconds(4)};
    };
    /// @p clock outlives it; @p client may go, calls then answer Cancelled.
    GoogleApi(Options options, std::shared_ptr<GoogleAccess> access, HttpClient &client, const Clock &clock);

    /// Ends by @p deadline. Errors: those of the way there, Unauthorized of GoogleAccess, Protocol for an answer that
    /// is no JSON object.
    [[nodiscard]] QCoro::Task<Result<GoogleReply>> call(GoogleCall call, QDeadlineTimer deadline, std::stop_token stop);

private:
    struct Link;
    [[nodiscard]] static QCoro::Task<Result<GoogleReply>> run(std::shared_ptr<Link> link, GoogleCall call,
                                                              QDeadlineTimer deadline, std::stop_token stop);
    [[nodiscard]] static QCoro::Task<Result<GoogleReply>> once(std::shared_ptr<Link> link, HttpRequest request,
                                                               std::stop_token stop);
    std::shared_ptr<Link> m_link; ///< shared with the calls under way
};

} // namespace ChatCal
