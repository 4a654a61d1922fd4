// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/calendar/caldav/davxml.h"
#include "core/net/httpclient.h"
#include "core/net/retry.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace ChatCal {

struct DavRequest
{
    enum class Repeat {
        IsSafe, ///< made again when nobody knows whether the first one arrived
        Never
    };
    QByteArray method;
    QUrl url;
    QByteArray body; ///< XML, unless contentType says otherwise
    HttpHeaders headers; ///< beside those for the body
    QByteArray contentType = "application/xml; charset=utf-8";
    Repeat repeat = Repeat::IsSafe;
};

/// What the server said in the end; a status is no error here.
struct DavReply
{
    HttpResponse response;
    QUrl url; ///< where it came from, after redirects

    [[nodiscard]] int status() const { return response.status; }
    /// Of a reply that is no success: as checkStatus() says, but for 403 and 409 that name a precondition the request
    /// has not met, which is InvalidInput.
    [[nodiscard]] Error error(const Clock &clock) const;
    /// Without "W/": some servers call an ETag weak after they have packed the body.
    [[nodiscard]] QString etag() const;
};
[[nodiscard]] QString strongEtag(const QString &etag);

/// How long a call may take and who waits for it.
struct DavLimits
{
    QDeadlineTimer deadline;
    std::stop_token stop;
};

/// HTTP as a DAV client speaks it: credentials that learn which scheme the server wants, redirects of any method that
/// only reads, passing troubles tried again.
class DavClient
{
public:
    struct Options
    {
        QString username;
        Secret password;
        AddressPolicy addresses; ///< the server's hrefs lead where it wants
        std::chrono::milliseconds requestTimeout = std::chrono::seconds(8);
        RetryPolicy retry{.attempts = 3, .firstPause = std::chrono::milliseconds(200)};
        qint64 largestAnswer = 24 * 1024 * 1024; ///< a longer one is a Protocol error
    };
    /// @p clock outlives it; @p client may go, calls then answer Cancelled.
    DavClient(Options options, HttpClient &client, const Clock &clock);

    [[nodiscard]] QCoro::Task<Result<DavReply>> send(DavRequest request, DavLimits limits);
    struct About
    {
        QUrl url; ///< where the answer came from, after redirects
        int status = 0; ///< of HTTP; 0: there was no answer
        QString precondition; ///< that was not met
    };
    /// The multistatus of a PROPFIND or REPORT with this Depth; @p about, if not null, lives until then.
    [[nodiscard]] QCoro::Task<Result<Multistatus>> multistatus(QByteArray method, QUrl url, QByteArray depth,
                                                               QByteArray body, DavLimits limits,
                                                               About *about = nullptr);

private:
    struct Link;
    [[nodiscard]] static QCoro::Task<Result<DavReply>> run(std::shared_ptr<Link> link, DavRequest request,
                                                           DavLimits limits);
    [[nodiscard]] static QCoro::Task<Result<DavReply>> once(std::shared_ptr<Link> link, DavRequest request,
                                                            DavLimits limits);
    std::shared_ptr<Link> m_link; ///< shared with the calls under way
};

} // namespace ChatCal
