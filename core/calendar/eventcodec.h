// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"

#include <QJsonObject>

namespace ChatCal {

/// @p event as it is stored, without its etag.
[[nodiscard]] QJsonObject toStored(const Event &event);
/// Protocol when @p stored is not what toStored() wrote.
[[nodiscard]] Result<Event> eventFromStored(const QJsonObject &stored);

} // namespace ChatCal
