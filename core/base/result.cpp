// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ChatCal {

tl::unexpected<Error> failure(ErrorCode code, const QString &detail)
{
    return tl::unexpected(Error{code, detail, {}, {}});
}

tl::unexpected<Error> invalidField(const QString &field, const Sentence &message)
{
    return tl::unexpected(Error{ErrorCode::InvalidInput, field + u": "_s + message.text(), {}, {{field, message}}});
}

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"invalid_input"_s;
    case ErrorCode::NotFound:
        return u"not_found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::Unauthorized:
        return u"unauthorized"_s;
    case ErrorCode::RateLimited:
        return u"rate_limited"_s;
    case ErrorCode::Timeout:
        return u"timeout"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::Protocol:
        return u"protocol"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::Internal:
        break;
    }
    return u"internal"_s;
}

void Detail::die(const Error &error, const char *why)
{
    std::fprintf(stderr, "chatcal: %s: %s\n", why, qPrintable(error.detail));
    std::abort();
}

} // namespace ChatCal
