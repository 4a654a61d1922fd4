// SPDX-License-Identifier: Apache-2.0
#include "app/backend/logging.h"

namespace ChatCal {

Q_LOGGING_CATEGORY(lcBackend, "chatcal.backend", QtInfoMsg)

} // namespace ChatCal
