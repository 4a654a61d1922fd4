// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/caldav/davclient.h"

#include "core/calendar/caldav/logging.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcCalDav, "chatcal.caldav", QtInfoMsg)

namespace {

constexpr int mostRedirects = 5;

bool onlyReads(const QByteArray &method)
{
    return method == "PROPFIND" || method == "REPORT" || method == "GET" || method == "HEAD";
}

/// Where @p reply sends the request; invalid when it sends it nowhere.
QUrl redirectOf(const HttpResponse &response, const QUrl &from)
{
    static constexpr std::array statuses{301, 302, 307, 308}; // 303 asks for a GET of something else
    const QByteArray location = response.header("location");
    if (location.isEmpty() || std::find(statuses.begin(), statuses.end(), response.status) == statuses.end())
        return {};
    return from.resolved(QUrl::fromEncoded(location));
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

} // namespace

QString strongEtag(const QString &etag)
{
    const QString text = etag.trimmed();
    return text.startsWith("W/"_L1) ? text.sliced(2) : text;
}

QString DavReply::etag() const
{
    return strongEtag(QString::fromUtf8(response.header("etag")));
}

Error DavReply::error(const Clock &clock) const
{
    const auto plain = checkStatus(response, clock);
    Error error = plain ? Error{ErrorCode::Protocol, u"an unexpected answer"_s, {}, {}} : plain.error();
    if (status() == 501) // not a passing trouble
        error.code = ErrorCode::Protocol;
    const QString precondition = davPrecondition(response.body);
    if (precondition.isEmpty())
        return error;
    error.detail += u", "_s + precondition.left(60);
    if ((status() == 403 || status() == 409) && precondition != "need-privileges"_L1)
        error.code = ErrorCode::InvalidInput;
    return error;
}

struct DavClient::Link
{
    Options options;
    QPointer<HttpClient> client;
    const Clock &clock;
    HttpCredentials::Scheme scheme = HttpCredentials::Scheme::Offered;
};

DavClient::DavClient(Options options, HttpClient &client, const Clock &clock)
    : m_link(std::make_shared<Link>(Link{std::move(options), &client, clock}))
{
}

QCoro::Task<Result<DavReply>> DavClient::send(DavRequest request, DavLimits limits)
{
    return run(m_link, std::move(request), std::move(limits));
}

/// One request, and where it is redirected.
QCoro::Task<Result<DavReply>> DavClient::once(std::shared_ptr<Link> link, DavRequest request, DavLimits limits)
{
    using Scheme = HttpCredentials::Scheme;
    HttpRequest http;
    http.method = request.method;
    http.url = request.url;
    http.headers = request.headers;
    if (!request.body.isEmpty())
        http.headers.emplaceBack("Content-Type", request.contentType);
    http.body = request.body;
    http.maximumBody = link->options.largestAnswer;
    http.addresses = link->options.addresses;
    for (int redirects = 0;; ++redirects) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(limits.deadline.remainingTimeAsDuration());
        if (left.count() <= 0)
            co_return failure(ErrorCode::Timeout, u"no answer from the calendar server in time"_s);
        if (!link->client || limits.stop.stop_requested())
            co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
        http.timeout = std::min(left, link->options.requestTimeout);
        http.connectTimeout = std::min(http.timeout, http.connectTimeout);
        if (!link->options.username.isEmpty())
            http.credentials = HttpCredentials{link->options.username, link->options.password, link->scheme};
        const auto response = co_await link->client->send(http, limits.stop);
        if (!response)
            co_return tl::unexpected(response.error());
        // What it has asked for once it gets at once, and a password in the clear no more after it asked for a digest.
        if (response->isSuccess() && link->scheme == Scheme::Offered)
            link->scheme = response->offeredDigest ? Scheme::Digest : Scheme::Basic;
        const QUrl target = redirectOf(*response, http.url);
        if (!target.isValid() || !onlyReads(request.method))
            co_return DavReply{*response, http.url};
        if (redirects == mostRedirects)
            co_return failure(ErrorCode::Protocol, u"too many redirects"_s);
        if (!isSameServer(target, http.url) && target.scheme() != "https"_L1)
            co_return failure(ErrorCode::Protocol, u"a redirect to another server without https"_s);
        http.url = target;
    }
}

QCoro::Task<Result<DavReply>> DavClient::run(std::shared_ptr<Link> link, DavRequest request, DavLimits limits)
{
    for (int failed = 1;; ++failed) {
        auto reply = co_await once(link, request, limits);
        if (reply && reply->status() < 400)
            co_return reply;
        const Error error = reply ? reply->error(link->clock) : reply.error();
        const bool mayRepeat = request.repeat == DavRequest::Repeat::IsSafe
            || (reply && (error.code == ErrorCode::RateLimited || reply->status() == 503));
        const auto pause = pauseBeforeRetry(link->options.retry, failed, error, randomChance());
        if (!mayRepeat || !pause || *pause >= limits.deadline.remainingTimeAsDuration())
            co_return reply;
        qCInfo(lcCalDav) << "a request is made again after" << errorName(error.code);
        const bool waited = co_await pauseFor(*pause, limits.stop);
        if (!waited)
            co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
    }
}

QCoro::Task<Result<Multistatus>> DavClient::multistatus(QByteArray method, QUrl url, QByteArray depth, QByteArray body,
                                                        DavLimits limits, About *about)
{
    const auto link = m_link;
    DavRequest request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.body = std::move(body);
    request.headers = {{"Depth", depth}};
    const auto reply = co_await run(link, std::move(request), std::move(limits));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (about)
        *about = {reply->url, reply->status(),
                  reply->status() == 207 ? QString() : davPrecondition(reply->response.body)};
    if (reply->status() != 207) {
        if (reply->response.isSuccess())
            co_return failure(ErrorCode::Protocol, u"no multistatus where one is due"_s);
        co_return tl::unexpected(reply->error(link->clock));
    }
    co_return parseMultistatus(reply->response.body);
}

} // namespace ChatCal
