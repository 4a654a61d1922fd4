// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace ChatCal {

/// The object in @p bytes. InvalidInput when it is not UTF-8 JSON with an object on top; the detail says where.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes);
/// Compact UTF-8.
[[nodiscard]] QByteArray toJson(const QJsonObject &object);

} // namespace ChatCal
