// SPDX-License-Identifier: Apache-2.0
#include "core/net/httpmessage.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ChatCal {

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 414:
    case 422:
        return ErrorCode::InvalidInput;
    case 401:
    case 403:
        return ErrorCode::Unauthorized;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 408:
        return ErrorCode::Timeout;
    case 409:
    case 412:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 500 && status <= 599 ? ErrorCode::Unavailable : ErrorCode::Protocol;
    }
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response, const Clock &clock)
{
    const QByteArray value = response.header("retry-after");
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    // IMF-fixdate (RFC 9110 §5.6.7); the two obsolete forms are not worth the code.
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const std::chrono::milliseconds wait(date.toMSecsSinceEpoch() - clock.now().time_since_epoch().count());
    return std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds(0));
}

Result<void> checkStatus(const HttpResponse &response, const Clock &clock)
{
    if (response.isSuccess())
        return {};
    auto wrong = failure(codeOfStatus(response.status), u"HTTP status %1"_s.arg(response.status));
    const ErrorCode code = wrong.value().code;
    if (code == ErrorCode::RateLimited || code == ErrorCode::Unavailable)
        wrong.value().retryAfter = retryAfter(response, clock);
    return wrong;
}

} // namespace ChatCal
