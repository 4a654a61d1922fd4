// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitationwords.h"

#include "core/base/text.h"
#include "core/time/words.h"
#include "core/words/phrasebook.h"

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

QString hostName(const Invitation &invitation, const Phrasebook &words)
{
    return nameOf(invitation.organizer, words.translate("mail", "your host"));
}

QString guestNames(const Invitation &invitation, const Phrasebook &words)
{
    QStringList names;
    for (const Mailbox &guest : invitation.attendees)
        names.append(nameOf(guest, {}));
    return names.isEmpty() ? words.translate("mail", "your guest") : names.join(u", "_s);
}

QString withAddress(const Mailbox &mailbox)
{
    const QString name = mailbox.name.toPlainLine();
    if (mailbox.email.isEmpty() || name.isEmpty())
        return name.isEmpty() ? mailbox.email : name;
    return name + u" ("_s + mailbox.email + u')';
}

/// "Tuesday, March 10, 2026, 2:00–2:30 PM EDT (30 minutes, America/New_York)".
UntrustedText span(const Interval &when, const MailReader &reader)
{
    return UntrustedText(spanInWords(when, reader.zone, reader.language) + u" ("_s
                         + durationInWords(when.length(), reader.language) + u", "_s + reader.zone.name() + u')');
}

std::optional<Fact> how(const Invitation &invitation, const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    if (invitation.how == Invitation::How::InPerson)
        return Fact{words.translate("mail", "How"), UntrustedText(words.translate("mail", "In person")), {}};
    if (invitation.how == Invitation::How::Video) {
        const QString url = link(invitation.conferenceUrl);
        if (url.isEmpty())
            return std::nullopt;
        return Fact{words.translate("mail", "Video call"), UntrustedText(url), url};
    }
    const QString phone = UntrustedText(invitation.guestPhone).toPlainLine();
    if (phone.isEmpty())
        return Fact{words.translate("mail", "How"), UntrustedText(words.translate("mail", "Phone call")), {}};
    const QString told = reader.role == MailReader::Role::Guest
        ? words.translate("mail", "%1 will call you at %2").arg(hostName(invitation, words), phone)
        : words.translate("mail", "Call %1 at %2").arg(guestNames(invitation, words), phone);
    return Fact{words.translate("mail", "Phone call"), UntrustedText(told), u"tel:"_s + phoneDigits(phone)};
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

QString title(const Invitation &invitation, Language language)
{
    const QString given = invitation.title.toPlainLine();
    return given.isEmpty() ? Phrasebook::of(language).translate("mail", "Meeting") : given;
}

QString subject(const Invitation &invitation, const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    const QString when = shortMomentInWords({invitation.when.start, reader.zone}, reader.language);
    const QString what = title(invitation, reader.language);
    switch (invitation.occasion) {
    case Invitation::Occasion::Moved:
        return words.translate("mail", "Moved: %1, %2").arg(what, when);
    case Invitation::Occasion::Cancelled:
        return words.translate("mail", "Cancelled: %1, %2").arg(what, when);
    case Invitation::Occasion::Booked:
        break;
    }
    return words.translate("mail", "Invitation: %1, %2").arg(what, when);
}

UntrustedText greeting(const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    const QString name = reader.mailbox.name.toPlainLine();
    return UntrustedText(name.isEmpty() ? words.translate("mail", "Hello,")
                                        : words.translate("mail", "Hello %1,").arg(name));
}

UntrustedText lead(const Invitation &invitation, const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    const QString other =
        reader.role == MailReader::Role::Guest ? hostName(invitation, words) : guestNames(invitation, words);
    switch (invitation.occasion) {
    case Invitation::Occasion::Moved:
        return UntrustedText(words.translate("mail", "Your meeting with %1 was moved to another time.").arg(other));
    case Invitation::Occasion::Cancelled:
        return UntrustedText(words.translate("mail", "Your meeting with %1 was cancelled.").arg(other));
    case Invitation::Occasion::Booked:
        break;
    }
    return UntrustedText(words.translate("mail", "Your meeting with %1 is booked.").arg(other));
}

QList<Fact> facts(const Invitation &invitation, const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    QList<Fact> facts{{words.translate("mail", "What"), UntrustedText(title(invitation, reader.language)), {}},
                      {words.translate("mail", "When"), span(invitation.when, reader), {}}};
    if (invitation.occasion == Invitation::Occasion::Moved && invitation.before)
        facts.append({words.translate("mail", "Before"), span(*invitation.before, reader), {}});
    if (invitation.occasion == Invitation::Occasion::Cancelled && !invitation.reason.isEmpty())
        facts.append({words.translate("mail", "Why"), invitation.reason, {}});
    const bool takesPlace = invitation.occasion != Invitation::Occasion::Cancelled;
    if (const auto fact = how(invitation, reader); fact && takesPlace) // nobody is to call or to join any more
        facts.append(*fact);
    if (!invitation.location.isEmpty())
        facts.append({words.translate("mail", "Where"), UntrustedText(invitation.location.toPlainLine()), {}});
    if (reader.role == MailReader::Role::Guest) {
        facts.append({words.translate("mail", "With"), UntrustedText(withAddress(invitation.organizer)), {}});
    } else {
        for (const Mailbox &guest : invitation.attendees)
            facts.append({words.translate("mail", "Guest"), UntrustedText(withAddress(guest)), {}});
    }
    if (!invitation.description.isEmpty())
        facts.append({words.translate("mail", "About"), invitation.description, {}});
    if (!invitation.meetingId.isEmpty())
        facts.append({words.translate("mail", "Meeting id"), UntrustedText(invitation.meetingId), {}});
    return facts;
}

QString closing(const Invitation &invitation, const MailReader &reader)
{
    const Phrasebook &words = Phrasebook::of(reader.language);
    return invitation.method == Invitation::Method::Cancel
        ? words.translate("mail", "The attached invite.ics takes it out of your calendar.")
        : words.translate("mail", "The attached invite.ics puts it into your calendar.");
}

QString manageLink(const Invitation &invitation, const MailReader &reader)
{
    return invitation.occasion == Invitation::Occasion::Cancelled ? QString() : link(reader.manageUrl);
}

QString manageLabel(const MailReader &reader)
{
    return Phrasebook::of(reader.language).translate("mail", "See, move or cancel it");
}

QString eventDescription(const Invitation &invitation, Language language)
{
    const Phrasebook &words = Phrasebook::of(language);
    QStringList lines;
    if (!invitation.description.isEmpty())
        lines << invitation.description.stored() << QString();
    if (const QString url = link(invitation.conferenceUrl); !url.isEmpty())
        lines << words.translate("mail", "Video call: %1").arg(url);
    if (invitation.how == Invitation::How::Phone && !invitation.guestPhone.isEmpty())
        lines << words.translate("mail", "Phone call: %1 calls %2")
                     .arg(hostName(invitation, words), invitation.guestPhone);
    if (!invitation.meetingId.isEmpty())
        lines << words.translate("mail", "Meeting id: %1").arg(invitation.meetingId);
    return lines.join(u'\n').trimmed();
}

QString place(const Invitation &invitation, Language language)
{
    if (!invitation.location.isEmpty())
        return invitation.location.toPlainLine();
    if (invitation.how == Invitation::How::Video)
        return link(invitation.conferenceUrl);
    if (invitation.how == Invitation::How::Phone)
        return Phrasebook::of(language).translate("mail", "Phone call");
    return {};
}

} // namespace ChatCal::InvitationWords
