// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/sentence.h"

#include <tl/expected.hpp>

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ChatCal {

/// What the caller can do about it, not what the vendor called it.
enum class ErrorCode {
    InvalidInput, ///< the request is wrong; see Error::fields
    NotFound,
    Conflict, ///< somebody else was first, or a version moved on
    Unauthorized,
    RateLimited,
    Timeout,
    Unavailable, ///< worth trying again later
    Protocol, ///< the other side broke its own rules
    Cancelled,
    Internal
};

/// One wrong field of a request. The message is the end of a sentence that begins with the field.
struct FieldError
{
    QString field;
    Sentence message;
    bool operator==(const FieldError &) const = default;
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail; ///< for logs, English, no secret or personal data
    std::optional<std::chrono::seconds> retryAfter; ///< only with RateLimited and Unavailable
    QList<FieldError> fields; ///< only with InvalidInput
};

template<typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> failure(ErrorCode code, const QString &detail);
/// An InvalidInput about one field.
[[nodiscard]] tl::unexpected<Error> invalidField(const QString &field, const Sentence &message);

/// The code's stable name for logs and metrics, for example "rate_limited".
[[nodiscard]] QString errorName(ErrorCode code);

namespace Detail {
[[noreturn]] void die(const Error &error, const char *why);
}

/// The value of @p result; ends the process with @p why when there is none. For what cannot fail.
template<typename T>
T orDie(Result<T> result, const char *why)
{
    if (!result)
        Detail::die(result.error(), why);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace ChatCal
