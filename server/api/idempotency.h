// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "server/api/caller.h"
#include "server/api/resources.h"

#include <QCoroTask>

namespace ChatCal {

/// The Idempotency-Key of @p request, empty without one. InvalidInput when it is too long.
[[nodiscard]] Result<QString> idempotencyKey(const ServerRequest &request);

/// Ties @p key to what @p request asks for. InvalidInput when this caller used it for something else in the last week;
/// nothing happens without a key. @p body is the request's, read.
[[nodiscard]] QCoro::Task<Result<void>> claimKey(ApiParts parts, QString key, Caller caller, ServerRequest request,
                                                 QJsonObject body);

} // namespace ChatCal
