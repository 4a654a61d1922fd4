// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace ChatCal {

/// Puts @p bytes in the place of @p file whole, or leaves it as it was, readable by its owner alone; makes its folder.
/// It is on the disk when this returns. Unavailable.
[[nodiscard]] Result<void> writeOwnFile(const QString &file, const QByteArray &bytes);

} // namespace ChatCal
