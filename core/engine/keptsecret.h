// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace ChatCal {

/// The secret in the file @p path; a random one of 256 bits is made and written there (mode 0600) when it is missing.
/// Of several programs that start at once on a new folder all get the same. Unavailable when the file can be neither
/// read nor written, InvalidInput when it holds no secret.
[[nodiscard]] Result<Secret> keptSecret(const QString &path);

} // namespace ChatCal
