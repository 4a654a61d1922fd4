// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/addresspolicy.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <optional>

namespace ChatCal {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// A name and password, sent over https only, or to this machine, or to a host the request's policy lists.
struct HttpCredentials
{
    enum class Scheme {
        Offered, ///< Digest where the server offers it, else Basic; costs a round trip to ask
        Basic, ///< sent at once
        Digest
    };
    QString username;
    Secret password;
    Scheme scheme = Scheme::Offered;
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url; ///< http or https
    HttpHeaders headers; ///< no CR, LF or NUL
    QByteArray body;
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(5);
    /// Of the whole exchange with HttpClient::send(), of each silence with HttpClient::stream().
    std::chrono::milliseconds timeout = std::chrono::seconds(15);
    qint64 maximumBody = 8 * 1024 * 1024; ///< of the response, unpacked; a longer one is a Protocol error
    /// Of GET and HEAD only, at most five, never from https to http. Headers other than Authorization and Cookie go
    /// along.
    bool followRedirects = false;
    std::optional<HttpCredentials> credentials; ///< not for another host a redirect leads to
    AddressPolicy addresses; ///< InvalidInput when the connection would go where it forbids
};

struct HttpResponse
{
    int status = 0;
    HttpHeaders headers; ///< names in lower case, in the order they came
    QByteArray body;
    bool offeredDigest = false; ///< by the server that asked for credentials before this answer

    /// The first header of this lower-case name; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// What Retry-After (RFC 9110 §10.2.3) says, as seconds or as a date; nothing when it is missing or makes no sense.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response, const Clock &clock);

/// 401, 403 Unauthorized; 404, 410 NotFound; 408 Timeout; 409, 412 Conflict; 429 RateLimited; 5xx Unavailable; 400,
/// 413, 414, 422 InvalidInput; all others Protocol.
[[nodiscard]] ErrorCode codeOfStatus(int status);
/// The status as an Error when it is no success: see codeOfStatus(), with Retry-After for RateLimited and Unavailable.
[[nodiscard]] Result<void> checkStatus(const HttpResponse &response, const Clock &clock);

} // namespace ChatCal
