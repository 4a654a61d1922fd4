// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace ChatCal {

/// A calendar sheet with the number of the day, 1 to 31, crisp at the sizes panels use; it stands out on light and on
/// dark ones, since no desktop says which of them it has.
[[nodiscard]] QIcon dayIcon(int day);

} // namespace ChatCal
