// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/meeting.h"
#include "core/mail/invitation.h"

#include <QList>

#include <optional>

namespace ChatCal {

/// The mails a change from @p before (absent: it was booked) to @p after calls for: one for each guest with an e-mail
/// address, in the guest's zone, and one for the host, if the host has an address, in the host's. A guest who was taken
/// off the meeting gets a cancellation; one whom nothing new concerns gets none. None at all for what a host booked
/// with nobody. The same input gives the same mails byte for byte. @p from with an empty address: the host's.
[[nodiscard]] QList<MailMessage> invitationMails(const std::optional<Meeting> &before, const Meeting &after,
                                                 const Host &host, const Mailbox &from);

} // namespace ChatCal
