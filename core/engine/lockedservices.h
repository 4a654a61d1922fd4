// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar/calendar.h"
#include "core/mail/mailer.h"

#include <memory>

namespace ChatCal {

// What stands in for a service whose secret is sealed and was not opened: it answers Unauthorized and asks nobody, so
// that mail waits in the outbox and no password is tried in vain.

/// @p name as the calendar's it stands for.
[[nodiscard]] std::unique_ptr<Calendar> makeLockedCalendar(const QString &name);
[[nodiscard]] std::unique_ptr<Mailer> makeLockedMailer();

} // namespace ChatCal
