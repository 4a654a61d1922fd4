// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/change.h"

namespace ChatCal {

/// @p change, a quick booking, with @p start in place of the day and the time named in its line; @p spans are those of
/// the line as the server understood it. It is another wish: it has a key of its own.
[[nodiscard]] Change atOtherTime(Change change, QList<QuickView::Span> spans, Instant start, const Zone &zone);

} // namespace ChatCal
