// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"

#include "core/base/ids.h"
#include "core/mail/invitationpage.h"
#include "core/mail/invitationwords.h"
#include "core/mail/mime.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// The same for the same news to the same reader, so that a repeat is seen to be one.
QString messageIdFor(const Invitation &invitation, const MailReader &reader, const Mailbox &from)
{
    const QString method = invitation.method == Invitation::Method::Cancel ? u"CANCEL"_s : u"REQUEST"_s;
    const QStringList parts{invitation.uid, QString::number(invitation.sequence), method,
                            reader.mailbox.email.toLower()};
    QString domain = Mime::safeAddress(from.email).section(u'@', -1);
    if (domain.isEmpty() || !from.email.contains(u'@'))
        domain = u"chatcal.invalid"_s; // RFC 2606: a name nobody owns
    return fingerprint(parts.join(u'\n').toUtf8()).left(32) + u'@' + domain;
}

/// RFC 5322 §3.3, in UTC.
QByteArray mailDate(Instant instant)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toLatin1();
}

QByteArray part(const QByteArray &type, const QByteArray &encoding, const QByteArray &body,
                const QByteArray &disposition = {})
{
    QByteArray text =
        Mime::plainHeader("Content-Type", type) + Mime::plainHeader("Content-Transfer-Encoding", encoding);
    if (!disposition.isEmpty())
        text += Mime::plainHeader("Content-Disposition", disposition);
    return text + "\r\n" + body;
}

QByteArray multipart(const QByteArray &boundary, const QList<QByteArray> &parts)
{
    QByteArray text;
    for (const QByteArray &each : parts)
        text += "--" + boundary + "\r\n" + each + "\r\n";
    return text + "--" + boundary + "--\r\n";
}

/// Where an answer should go when the sender's address is the machine's: to the other person.
QByteArray replyTo(const Invitation &invitation, const MailReader &reader, const Mailbox &from)
{
    Mailbox other = invitation.organizer;
    if (reader.role == MailReader::Role::Host)
        other = invitation.attendees.isEmpty() ? Mailbox() : invitation.attendees.constFirst();
    if (other.email.isEmpty() || other.email == from.email)
        return {};
    return Mime::mailboxHeader("Reply-To", other.name.toPlainLine(), other.email);
}

} // namespace

MailMessage composeMail(const Invitation &invitation, const MailReader &reader, const Mailbox &from)
{
    Q_ASSERT(invitation.method != Invitation::Method::Publish);
    const bool isCancel = invitation.method == Invitation::Method::Cancel;
    const QString messageId = messageIdFor(invitation, reader, from);
    const Mailbox sender = from.email.isEmpty() ? invitation.organizer : from;
    const QString senderName =
        sender.name.isEmpty() ? invitation.organizer.name.toPlainLine() : sender.name.toPlainLine();

    // "=_" stands in no base64 and in no quoted-printable text, so that no body can hold the boundary.
    const QByteArray mark = "=_" + fingerprint(messageId.toUtf8()).left(24).toLatin1();
    const QByteArray mixed = mark + "m";
    const QByteArray alternative = mark + "a";
    const QByteArray calendar = toICalendar(invitation, reader.zone, reader.language);
    const QByteArray calendarType =
        QByteArray("text/calendar; charset=UTF-8; method=") + (isCancel ? "CANCEL" : "REQUEST");
    // The richest form a reader understands comes last (RFC 2046 §5.1.4).
    const QByteArray body = multipart(alternative,
                                      {part("text/plain; charset=UTF-8", "quoted-printable",
                                            Mime::quotedPrintable(InvitationPage::text(invitation, reader))),
                                       part("text/html; charset=UTF-8", "quoted-printable",
                                            Mime::quotedPrintable(InvitationPage::html(invitation, reader))),
                                       part(calendarType, "base64", Mime::base64(calendar))});
    const QByteArray attachment = part("application/ics; name=\"invite.ics\"", "base64", Mime::base64(calendar),
                                       "attachment; filename=\"invite.ics\"");

    MailMessage message{messageId, Mime::safeAddress(sender.email), Mime::safeAddress(reader.mailbox.email), {}};
    message.data = Mime::mailboxHeader("From", senderName, sender.email)
        + Mime::mailboxHeader("To", reader.mailbox.name.toPlainLine(), reader.mailbox.email)
        + replyTo(invitation, reader, sender)
        + Mime::textHeader("Subject", InvitationWords::subject(invitation, reader))
        + Mime::plainHeader("Date", mailDate(invitation.stamp))
        + Mime::plainHeader("Message-ID", "<" + messageId.toLatin1() + ">")
        + Mime::plainHeader("Auto-Submitted", "auto-generated") // RFC 3834: no out-of-office answers, please
        + Mime::plainHeader("MIME-Version", "1.0")
        + Mime::plainHeader("Content-Type", "multipart/mixed; boundary=\"" + mixed + "\"") + "\r\n"
        + multipart(mixed,
                    {"Content-Type: multipart/alternative; boundary=\"" + alternative + "\"\r\n\r\n" + body,
                     attachment});
    return message;
}

} // namespace ChatCal
