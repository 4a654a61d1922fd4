// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace ChatCal {

Q_DECLARE_LOGGING_CATEGORY(lcReminders)

} // namespace ChatCal
