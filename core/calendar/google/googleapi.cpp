// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googleapi.h"

#include "core/base/json.h"
#include "core/calendar/google/logging.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcGoogle, "chatcal.google", QtInfoMsg)

namespace {

/// A page of 250 events with long descriptions; more is not a calendar.
constexpr qint64 largestAnswer = 16 * 1024 * 1024;

bool isQuota(const QString &reason)
{
    static const QStringList reasons{u"rateLimitExceeded"_s, u"userRateLimitExceeded"_s, u"quotaExceeded"_s,
                                     u"dailyLimitExceeded"_s, u"RATE_LIMIT_EXCEEDED"_s};
    return reasons.contains(reason);
}

QUrl urlOf(const QUrl &base, const GoogleCall &call)
{
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    for (const QString &segment : call.path)
        path += '/' + QUrl::toPercentEncoding(segment);
    QUrl url = base;
    url.setPath(QString::fromLatin1(path), QUrl::StrictMode);
    QByteArray query;
    for (const auto &[name, value] : call.query) // QUrlQuery would let "+" through, which is a space over there
        query += (query.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

HttpRequest requestOf(const QUrl &base, const GoogleCall &call, const Secret &token)
{
    HttpRequest request;
    request.method = call.method;
    request.url = urlOf(base, call);
    request.headers = {{"Authorization", "Bearer " + token.reveal()}, {"Accept", "application/json"}};
    if (!call.body.isEmpty()) {
        request.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
        request.body = toJson(call.body);
    }
    if (!call.ifMatch.isEmpty())
        request.headers.emplaceBack("If-Match", call.ifMatch);
    request.maximumBody = largestAnswer;
    return request;
}

QString reasonOf(const QJsonObject &json)
{
    const QJsonObject error = json["error"_L1].toObject();
    return error["errors"_L1].toArray().at(0)["reason"_L1].toString();
}

} // namespace

Error GoogleReply::error() const
{
    HttpResponse response;
    response.status = status;
    const auto plain = checkStatus(response, SystemClock());
    Error error = plain ? Error{ErrorCode::Protocol, u"an unexpected answer"_s, {}, {}} : plain.error();
    if (status == 403 && isQuota(reason))
        error.code = ErrorCode::RateLimited;
    if (!reason.isEmpty())
        error.detail += u" from Google, "_s + reason.left(60);
    if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::Unavailable)
        error.retryAfter = retryAfter;
    return error;
}

struct GoogleApi::Link
{
    Options options;
    std::shared_ptr<GoogleAccess> access;
    QPointer<HttpClient> client;
    const Clock &clock;
};

GoogleApi::GoogleApi(Options options, std::shared_ptr<GoogleAccess> access, HttpClient &client, const Clock &clock)
    : m_link(std::make_shared<Link>(Link{std::move(options), std::move(access), &client, clock}))
{
}

QCoro::Task<Result<GoogleReply>> GoogleApi::call(GoogleCall call, QDeadlineTimer deadline, std::stop_token stop)
{
    return run(m_link, std::move(call), deadline, std::move(stop));
}

QCoro::Task<Result<GoogleReply>> GoogleApi::once(std::shared_ptr<Link> link, HttpRequest request, std::stop_token stop)
{
    if (!link->client || stop.stop_requested())
        co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
    const auto response = co_await link->client->send(std::move(request), stop);
    if (!response)
        co_return tl::unexpected(response.error());
    GoogleReply reply{response->status, {}, retryAfter(*response, link->clock), {}};
    const auto json = response->body.isEmpty() ? QJsonObject() : parseJsonObject(response->body);
    if (json) {
        reply.json = *json;
        reply.reason = reasonOf(*json);
    } else if (response->isSuccess()) {
        co_return failure(ErrorCode::Protocol, u"Google answered with no JSON object"_s);
    }
    co_return reply;
}

QCoro::Task<Result<GoogleReply>> GoogleApi::run(std::shared_ptr<Link> link, GoogleCall call, QDeadlineTimer deadline,
                                                std::stop_token stop)
{
    auto token = co_await link->access->token(stop);
    bool isRenewed = false;
    for (int failed = 1;; ++failed) {
        if (!token)
            co_return tl::unexpected(token.error());
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline.remainingTimeAsDuration());
        if (left.count() <= 0)
            co_return failure(ErrorCode::Timeout, u"no answer from Google in time"_s);
        HttpRequest request = requestOf(link->options.base, call, *token);
        request.timeout = std::min(left, link->options.requestTimeout);
        request.connectTimeout = std::min(request.timeout, request.connectTimeout);
        auto reply = co_await once(link, std::move(request), stop);
        if (reply && reply->status == 401 && !isRenewed) {
            isRenewed = true;
            token = co_await link->access->tokenAfter(*token, stop);
            continue;
        }
        if (reply && reply->isSuccess())
            co_return reply;
        const Error error = reply ? reply->error() : reply.error();
        const auto pause = pauseBeforeRetry(link->options.retry, failed, error, randomChance());
        if (!pause || *pause >= deadline.remainingTimeAsDuration())
            co_return reply;
        qCInfo(lcGoogle) << "a call is made again after" << errorName(error.code);
        const bool waited = co_await pauseFor(*pause, stop);
        if (!waited)
            co_return failure(ErrorCode::Cancelled, u"the caller is gone"_s);
    }
}

} // namespace ChatCal
