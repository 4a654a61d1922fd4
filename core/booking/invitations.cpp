// SPDX-License-Identifier: Apache-2.0
#include "core/booking/invitations.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

/// Where neither a sender nor the host's address is set, mail only goes to files; RFC 6761 keeps this name from ever
/// being somebody's.
const QString nobodysAddress = u"chatcal@localhost.invalid"_s;

Invitation::How howOf(MeetingHow how)
{
    switch (how) {
    case MeetingHow::Video:
        return Invitation::How::Video;
    case MeetingHow::Phone:
        return Invitation::How::Phone;
    case MeetingHow::InPerson:
        return Invitation::How::InPerson;
    }
    Q_UNREACHABLE();
    return Invitation::How::Video;
}

/// Those with an address, each address once.
QList<Mailbox> mailboxes(const QList<Attendee> &attendees)
{
    QList<Mailbox> boxes;
    QSet<QString> seen;
    for (const Attendee &attendee : attendees) {
        if (attendee.email.isEmpty() || seen.contains(attendee.email))
            continue;
        seen.insert(attendee.email);
        boxes.append({attendee.name, attendee.email});
    }
    return boxes;
}

bool holds(const QList<Mailbox> &boxes, const QString &email)
{
    return std::ranges::any_of(boxes, [&email](const Mailbox &box) { return box.email == email; });
}

/// The page of @p meeting for the guest at @p email.
QString pageFor(const Meeting &meeting, const QString &email, const GuestPages &pages)
{
    if (pages.publicUrl.isEmpty() || !pages.links)
        return {};
    const QString link = pages.links->sign(
        {meeting.uid, pages.links->readerOf(email), meeting.sequence, meeting.when.end + guestPageLife});
    return link.isEmpty() ? QString() : pages.publicUrl + u"/m/"_s + link;
}

} // namespace

Invitation invitationOf(const Meeting &meeting, const Mailbox &organizer)
{
    Invitation invitation;
    invitation.uid = meeting.uid;
    invitation.sequence = meeting.sequence;
    invitation.meetingId = meeting.id;
    invitation.title = meeting.title;
    invitation.description = meeting.description;
    invitation.location = meeting.location;
    invitation.how = howOf(meeting.how);
    invitation.conferenceUrl = meeting.conferenceUrl;
    const auto withPhone =
        std::ranges::find_if(meeting.attendees, [](const Attendee &a) { return !a.phone.isEmpty(); });
    if (meeting.how == MeetingHow::Phone && withPhone != meeting.attendees.cend())
        invitation.guestPhone = withPhone->phone;
    invitation.when = meeting.when;
    invitation.organizer = organizer;
    invitation.attendees = mailboxes(meeting.attendees);
    invitation.stamp = meeting.updatedAt;
    if (meeting.status == MeetingStatus::Cancelled)
        invitation.reason = meeting.cancelReason;
    return invitation;
}

QList<MailMessage> invitationMails(const std::optional<Meeting> &before, const Meeting &after, const Host &host,
                                   const Mailbox &from, const GuestPages &pages)
{
    const Mailbox sender{from.email.isEmpty() ? host.name : from.name,
                         !from.email.isEmpty()       ? from.email
                             : !host.email.isEmpty() ? host.email
                                                     : nobodysAddress};
    const Mailbox organizer{host.name, host.email.isEmpty() ? sender.email : host.email};
    const bool wasAlone = after.attendees.isEmpty() && (!before || before->attendees.isEmpty());

    Invitation news = invitationOf(after, organizer);
    const bool moved = before && before->when != after.when;
    const bool cancelled = after.status == MeetingStatus::Cancelled;
    const bool renamed = before && before->title != after.title;
    if (cancelled) {
        news.method = Invitation::Method::Cancel;
        news.occasion = Invitation::Occasion::Cancelled;
    } else if (moved) {
        news.occasion = Invitation::Occasion::Moved;
        news.before = before->when;
    }

    QList<MailMessage> mails;
    if (wasAlone)
        return mails;
    const QList<Mailbox> invitedBefore = before ? mailboxes(before->attendees) : QList<Mailbox>();
    for (const Mailbox &guest : std::as_const(news.attendees)) {
        const bool isNew = !holds(invitedBefore, guest.email);
        if (before && !isNew && !moved && !cancelled && !renamed)
            continue;
        Invitation copy = news;
        if (isNew && !cancelled) { // never heard of the old time
            copy.occasion = Invitation::Occasion::Booked;
            copy.before.reset();
        }
        mails.append(composeMail(
            copy,
            {MailReader::Role::Guest, guest, after.guestZone, pageFor(after, guest.email, pages), after.guestLanguage},
            sender));
    }
    for (const Mailbox &guest : invitedBefore) {
        if (holds(news.attendees, guest.email))
            continue;
        // RFC 5546 §3.2.5: who is taken off gets a CANCEL of the old meeting under the new SEQUENCE.
        Invitation farewell = invitationOf(*before, organizer);
        farewell.method = Invitation::Method::Cancel;
        farewell.occasion = Invitation::Occasion::Cancelled;
        farewell.uninvites = !cancelled;
        farewell.sequence = after.sequence;
        farewell.stamp = after.updatedAt;
        farewell.attendees = {guest};
        mails.append(composeMail(
            farewell, {MailReader::Role::Guest, guest, before->guestZone, {}, before->guestLanguage}, sender));
    }
    if (!host.email.isEmpty())
        mails.append(
            composeMail(news, {MailReader::Role::Host, {host.name, host.email}, host.zone, {}, host.language}, sender));
    return mails;
}

} // namespace ChatCal
