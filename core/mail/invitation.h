// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/untrustedtext.h"
#include "core/mail/message.h"
#include "core/time/interval.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QList>
#include <QString>

#include <optional>

namespace ChatCal {

struct Mailbox
{
    UntrustedText name;
    QString email;
};

/// What an invitation, its change or its cancellation tells (RFC 5546), before it is addressed to one reader.
struct Invitation
{
    enum class Method {
        Request,
        Cancel,
        Publish ///< for a calendar that asks nobody: without attendees (RFC 5546 §3.2.1); not for mail
    };
    enum class Occasion { Booked, Moved, Cancelled };
    enum class How { Video, Phone, InPerson };

    Method method = Method::Request;
    /// With Method::Cancel: its attendees are taken off, the meeting goes on without them (RFC 5546 §3.2.5).
    bool uninvites = false;
    Occasion occasion = Occasion::Booked;
    QString uid;
    int sequence = 0;
    QString meetingId; ///< "0310-1400-30m", shown to people
    UntrustedText title;
    UntrustedText description;
    UntrustedText location;
    UntrustedText reason; ///< Occasion::Cancelled: why, in the words of who did it; empty: nobody said
    How how = How::Video;
    QString conferenceUrl; ///< empty: none, and the mail says nothing of one
    QString guestPhone; ///< with How::Phone: the number the host calls
    Interval when;
    std::optional<Interval> before; ///< Occasion::Moved: where it was
    Mailbox organizer; ///< the host
    QList<Mailbox> attendees; ///< those with an e-mail address
    Instant stamp; ///< DTSTAMP
};

/// Who reads one copy.
struct MailReader
{
    enum class Role { Guest, Host };
    Role role = Role::Guest;
    Mailbox mailbox;
    Zone zone; ///< all times of this copy are in it, and named
    QString manageUrl; ///< the guest's page; empty: none
    Language language = Language::English; ///< of all words but those of others
};

/// The text/calendar part: one VEVENT with VTIMEZONE, CR LF, folded at 75 octets (RFC 5545 §3.1).
/// DTSTART and DTEND are local times with TZID of @p zone; in UTC where a wall clock would be ambiguous. @p language is
/// that of the labels in its description.
[[nodiscard]] QByteArray toICalendar(const Invitation &invitation, const Zone &zone,
                                     Language language = Language::English);

/// The complete mail for one reader: multipart/mixed of multipart/alternative (text, HTML, text/calendar; method=…) and
/// invite.ics. @p from is SMTP_FROM, or the organizer.
[[nodiscard]] MailMessage composeMail(const Invitation &invitation, const MailReader &reader, const Mailbox &from);

} // namespace ChatCal
