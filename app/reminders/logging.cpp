// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/logging.h"

namespace ChatCal {

Q_LOGGING_CATEGORY(lcReminders, "chatcal.reminders", QtInfoMsg)

} // namespace ChatCal
