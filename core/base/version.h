// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// "0.1.0", as the top CMakeLists.txt says.
[[nodiscard]] QString versionText();

} // namespace ChatCal
