// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/change.h"

namespace ChatCal {

/// @p change, a quick booking, with @p start in place of the day and the time named in its line; @p view is what the
/// server understood the line as, whose length it keeps. It is another wish: it has a key of its own.
[[nodiscard]] Change atOtherTime(Change change, const QuickView &view, Instant start, const Zone &zone);

} // namespace ChatCal
