// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mail/invitation.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// What an invitation says to people, before it becomes text, HTML or iCalendar. Words of others are UntrustedText here
/// too: who writes them into a format escapes them for it.
namespace InvitationWords {

/// One line of the table "What: Tea".
struct Fact
{
    QString label;
    UntrustedText value;
    QString link; ///< makes @c value a link; http, https, tel or mailto; empty: none
};

[[nodiscard]] QString title(const Invitation &invitation, Language language); ///< "Meeting" when it has none
/// "Invitation: Tea, Tue Mar 10, 2:00 PM EDT". Names nobody: Exchange makes the subject the title of the guest's event.
[[nodiscard]] QString subject(const Invitation &invitation, const MailReader &reader);
[[nodiscard]] UntrustedText greeting(const MailReader &reader);
[[nodiscard]] UntrustedText lead(const Invitation &invitation, const MailReader &reader);
/// The title first.
[[nodiscard]] QList<Fact> facts(const Invitation &invitation, const MailReader &reader);
/// The last line, about the attachment.
[[nodiscard]] QString closing(const Invitation &invitation, const MailReader &reader);

/// The reader's page for the meeting; nothing when there is none or nothing to do there any more.
[[nodiscard]] QString manageLink(const Invitation &invitation, const MailReader &reader);

/// What the link to it is called.
[[nodiscard]] QString manageLabel(const MailReader &reader);

/// For the event itself.
[[nodiscard]] QString eventDescription(const Invitation &invitation, Language language);
[[nodiscard]] QString place(const Invitation &invitation, Language language);
/// @p url when it is http or https, encoded; else nothing.
[[nodiscard]] QString link(const QString &url);

} // namespace InvitationWords

} // namespace ChatCal
