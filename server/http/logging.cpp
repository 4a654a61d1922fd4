// SPDX-License-Identifier: Apache-2.0
#include "server/http/logging.h"

namespace ChatCal {

Q_LOGGING_CATEGORY(lcHttp, "chatcal.http", QtInfoMsg)

} // namespace ChatCal
