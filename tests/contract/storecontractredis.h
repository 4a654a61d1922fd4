// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/storecontract.h"

#include <QString>

#include <vector>

namespace ChatCal {

/// Stores in the Redis at @p url, each place under a prefix of its own. Redis's clock cannot be moved: times to live
/// pass in real time.
[[nodiscard]] std::unique_ptr<StorePlace> redisPlace(const QString &url);

/// @p kinds, or none when what they need is not there: then a test called RedisContract.IsInstalled says so.
[[nodiscard]] std::vector<StoreKind> ifInstalled(bool isInstalled, std::vector<StoreKind> kinds);

} // namespace ChatCal
