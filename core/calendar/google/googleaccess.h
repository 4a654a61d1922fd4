// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QCoroTask>

#include <stop_token>

namespace ChatCal {

/// Where a GoogleCalendar takes its access tokens from.
class GoogleAccess
{
public:
    virtual ~GoogleAccess() = default;

    /// An access token that should still hold. Unauthorized when nobody is signed in or the grant was withdrawn; the
    /// detail then says so in words for health.
    [[nodiscard]] virtual QCoro::Task<Result<Secret>> token(std::stop_token stop) = 0;
    /// As token(), after the server has refused @p refused: a newer one.
    [[nodiscard]] virtual QCoro::Task<Result<Secret>> tokenAfter(Secret refused, std::stop_token stop) = 0;
};

} // namespace ChatCal
