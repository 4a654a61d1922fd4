// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// Opens the log in @p file with the program the person reads text with. Why it is not opened, in words; empty when it
/// is.
[[nodiscard]] QString showLog(const QString &file);

} // namespace ChatCal
