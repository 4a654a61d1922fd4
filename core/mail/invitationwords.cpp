// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitationwords.h"

#include "core/base/text.h"
#include "core/time/words.h"

#include <QStringList>
#include <QUrl>

#include <optional>

using namespace Qt::StringLiterals;

namespace ChatCal::InvitationWords {

namespace {

QString nameOf(const Mailbox &mailbox, const QString &otherwise)
{
    const QString name = mailbox.name.toPlainLine();
    if (!name.isEmpty())
        return name;
    return mailbox.email.isEmpty() ? otherwise : mailbox.email;
}

QString hostName(const Invitation &invitation)
{
    return nameOf(invitation.organizer, u"your host"_s);
}

QString guestNames(const Invitation &invitation)
{
    QStringList names;
    for (const Mailbox &guest : invitation.attendees)
        names.append(nameOf(guest, {}));
    return names.isEmpty() ? u"your guest"_s : names.join(u", "_s);
}

QString withAddress(const Mailbox &mailbox)
{
    const QString name = mailbox.name.toPlainLine();
    if (mailbox.email.isEmpty() || name.isEmpty())
        return name.isEmpty() ? mailbox.email : name;
    return name + u" ("_s + mailbox.email + u')';
}

/// "Tue Mar 10".
QString shortDate(LocalDate day)
{
    const QStringList parts = dateInWords(day).split(u", "_s); // weekday, month and day, year
    const QStringList monthAndDay = parts[1].split(u' ');
    return parts[0].left(3) + u' ' + monthAndDay[0].left(3) + u' ' + monthAndDay[1];
}

/// "Tuesday, March 10, 2026, 2:00–2:30 PM EDT (30 minutes, America/New_York)".
UntrustedText span(const Interval &when, const Zone &zone)
{
    return UntrustedText(spanInWords(when, zone) + u" ("_s + durationInWords(when.length()) + u", "_s + zone.name()
                         + u')');
}

std::optional<Fact> how(const Invitation &invitation, MailReader::Role role)
{
    if (invitation.how == Invitation::How::InPerson)
        return Fact{u"How"_s, UntrustedText(u"In person"_s), {}};
    if (invitation.how == Invitation::How::Video) {
        const QString url = link(invitation.conferenceUrl);
        return url.isEmpty() ? std::nullopt : std::optional(Fact{u"Video call"_s, UntrustedText(url), url});
    }
    const QString phone = UntrustedText(invitation.guestPhone).toPlainLine();
    if (phone.isEmpty())
        return Fact{u"How"_s, UntrustedText(u"Phone call"_s), {}};
    const QString words = role == MailReader::Role::Guest ? hostName(invitation) + u" will call you at "_s + phone
                                                          : u"Call "_s + guestNames(invitation) + u" at "_s + phone;
    return Fact{u"Phone call"_s, UntrustedText(words), u"tel:"_s + phoneDigits(phone)};
}

} // namespace

QString link(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isWeb = parsed.scheme() == "https"_L1 || parsed.scheme() == "http"_L1;
    if (!parsed.isValid() || !isWeb || parsed.host().isEmpty())
        return {};
    return QString::fromLatin1(parsed.toEncoded(QUrl::FullyEncoded));
}

QString title(const Invitation &invitation)
{
    const QString words = invitation.title.toPlainLine();
    return words.isEmpty() ? u"Meeting"_s : words;
}

QString subject(const Invitation &invitation, const MailReader &reader)
{
    QString kind = u"Invitation"_s;
    if (invitation.occasion == Invitation::Occasion::Moved)
        kind = u"Moved"_s;
    else if (invitation.occasion == Invitation::Occasion::Cancelled)
        kind = u"Cancelled"_s;
    const LocalTime local = reader.zone.toLocal(invitation.when.start);
    return kind + u": "_s + title(invitation) + u", "_s + shortDate(std::chrono::floor<date::days>(local)) + u", "_s
        + timeInWords(local) + u' ' + reader.zone.abbreviation(invitation.when.start);
}

UntrustedText greeting(const MailReader &reader)
{
    const QString name = reader.mailbox.name.toPlainLine();
    return UntrustedText(name.isEmpty() ? u"Hello,"_s : u"Hello "_s + name + u',');
}

UntrustedText lead(const Invitation &invitation, const MailReader &reader)
{
    const bool forGuest = reader.role == MailReader::Role::Guest;
    const QString meeting =
        forGuest ? u"Your meeting with "_s + hostName(invitation) : u"Your meeting with "_s + guestNames(invitation);
    switch (invitation.occasion) {
    case Invitation::Occasion::Moved:
        return UntrustedText(meeting + u" was moved to another time."_s);
    case Invitation::Occasion::Cancelled:
        return UntrustedText(meeting + u" was cancelled."_s);
    case Invitation::Occasion::Booked:
        break;
    }
    return UntrustedText(meeting + u" is booked."_s);
}

QList<Fact> facts(const Invitation &invitation, const MailReader &reader)
{
    const bool forGuest = reader.role == MailReader::Role::Guest;
    QList<Fact> facts{{u"What"_s, UntrustedText(title(invitation)), {}},
                      {u"When"_s, span(invitation.when, reader.zone), {}}};
    if (invitation.occasion == Invitation::Occasion::Moved && invitation.before)
        facts.append({u"Before"_s, span(*invitation.before, reader.zone), {}});
    if (invitation.occasion == Invitation::Occasion::Cancelled && !invitation.reason.isEmpty())
        facts.append({u"Why"_s, invitation.reason, {}});
    const bool takesPlace = invitation.occasion != Invitation::Occasion::Cancelled;
    if (const auto fact = how(invitation, reader.role); fact && takesPlace) // nobody is to call or to join any more
        facts.append(*fact);
    if (!invitation.location.isEmpty())
        facts.append({u"Where"_s, UntrustedText(invitation.location.toPlainLine()), {}});
    if (forGuest) {
        facts.append({u"With"_s, UntrustedText(withAddress(invitation.organizer)), {}});
    } else {
        for (const Mailbox &guest : invitation.attendees)
            facts.append({u"Guest"_s, UntrustedText(withAddress(guest)), {}});
    }
    if (!invitation.description.isEmpty())
        facts.append({u"About"_s, invitation.description, {}});
    if (!invitation.meetingId.isEmpty())
        facts.append({u"Meeting id"_s, UntrustedText(invitation.meetingId), {}});
    return facts;
}

QString closing(const Invitation &invitation)
{
    return invitation.method == Invitation::Method::Cancel ? u"The attached invite.ics takes it out of your calendar."_s
                                                           : u"The attached invite.ics puts it into your calendar."_s;
}

QString manageLink(const Invitation &invitation, const MailReader &reader)
{
    return invitation.occasion == Invitation::Occasion::Cancelled ? QString() : link(reader.manageUrl);
}

QString eventDescription(const Invitation &invitation)
{
    QStringList lines;
    if (!invitation.description.isEmpty())
        lines << invitation.description.stored() << QString();
    if (const QString url = link(invitation.conferenceUrl); !url.isEmpty())
        lines << u"Video call: "_s + url;
    if (invitation.how == Invitation::How::Phone && !invitation.guestPhone.isEmpty())
        lines << u"Phone call: "_s + hostName(invitation) + u" calls "_s + invitation.guestPhone;
    if (!invitation.meetingId.isEmpty())
        lines << u"Meeting id: "_s + invitation.meetingId;
    return lines.join(u'\n').trimmed();
}

QString place(const Invitation &invitation)
{
    if (!invitation.location.isEmpty())
        return invitation.location.toPlainLine();
    if (invitation.how == Invitation::How::Video)
        return link(invitation.conferenceUrl);
    if (invitation.how == Invitation::How::Phone)
        return u"Phone call"_s;
    return {};
}

} // namespace ChatCal::InvitationWords
