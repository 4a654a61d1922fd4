// SPDX-License-Identifier: Apache-2.0
#include "core/mail/logging.h"

namespace ChatCal {

Q_LOGGING_CATEGORY(lcMail, "chatcal.mail", QtInfoMsg)

} // namespace ChatCal
