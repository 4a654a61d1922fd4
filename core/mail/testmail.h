// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/mail/invitation.h"
#include "core/mail/message.h"

namespace ChatCal {

/// A short mail by which a host sees that mail arrives; another one each time. @p from is SMTP_FROM, or the host.
[[nodiscard]] MailMessage composeTestMail(const Mailbox &host, const Mailbox &from, Instant now);

} // namespace ChatCal
