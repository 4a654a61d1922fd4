// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/invitation.h"

#include <QString>

namespace ChatCal {

/// The two bodies of an invitation that people read. All times are in the reader's zone and name it.
namespace InvitationPage {

/// LF line ends.
[[nodiscard]] QString text(const Invitation &invitation, const MailReader &reader);
/// From resources/mail/*.html; LF line ends.
[[nodiscard]] QString html(const Invitation &invitation, const MailReader &reader);

} // namespace InvitationPage

} // namespace ChatCal
