// SPDX-License-Identifier: Apache-2.0
#include "app/window/logging.h"

namespace ChatCal {

Q_LOGGING_CATEGORY(lcWindow, "chatcal.window", QtInfoMsg)

} // namespace ChatCal
