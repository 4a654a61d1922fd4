// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/signedlink.h"
#include "core/booking/meeting.h"
#include "core/mail/invitation.h"

#include <QList>

#include <memory>
#include <optional>

namespace ChatCal {

/// Where the pages are that mails link to.
struct GuestPages
{
    QString publicUrl; ///< how people reach the server; empty: mails link to nothing
    std::shared_ptr<const SignedLinks> links; ///< null: as with an empty publicUrl
};

/// Links to a meeting's page work until this long after its end.
inline constexpr auto guestPageLife = std::chrono::hours(24 * 30);

/// What there is to tell of @p meeting, not yet addressed to anybody.
[[nodiscard]] Invitation invitationOf(const Meeting &meeting, const Mailbox &organizer);

/// The mails a change from @p before (absent: it was booked) to @p after calls for: one for each guest with an e-mail
/// address, in the guest's zone and language, and one for the host, if the host has an address, in the host's. A guest
/// who was taken off the meeting gets a cancellation; one whom nothing new concerns gets none. None at all for what a
/// host booked with nobody. The same input gives the same mails byte for byte. @p from with an empty address: the
/// host's.
[[nodiscard]] QList<MailMessage> invitationMails(const std::optional<Meeting> &before, const Meeting &after,
                                                 const Host &host, const Mailbox &from, const GuestPages &pages = {});

} // namespace ChatCal
