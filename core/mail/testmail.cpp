// SPDX-License-Identifier: Apache-2.0
#include "core/mail/testmail.h"

#include "core/base/ids.h"
#include "core/mail/mime.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ChatCal {

MailMessage composeTestMail(const Mailbox &host, const Mailbox &from, Instant now)
{
    const Mailbox sender = from.email.isEmpty() ? host : from;
    const QString messageId = u"test."_s + randomToken(12) + u'@' + Mime::safeAddress(sender.email).section(u'@', -1);
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
    MailMessage message{messageId, Mime::safeAddress(sender.email), Mime::safeAddress(host.email), {}};
    message.data =
        Mime::mailboxHeader("From", u"ChatCal"_s, sender.email)
        + Mime::mailboxHeader("To", host.name.toPlainLine(), host.email)
        + Mime::textHeader("Subject", u"ChatCal can send mail"_s)
        + Mime::plainHeader(
            "Date", QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toLatin1()) // RFC 5322 §3.3
        + Mime::plainHeader("Message-ID", "<" + messageId.toLatin1() + ">")
        + Mime::plainHeader("Auto-Submitted", "auto-generated") // RFC 3834
        + Mime::plainHeader("MIME-Version", "1.0") + Mime::plainHeader("Content-Type", "text/plain; charset=UTF-8")
        + Mime::plainHeader("Content-Transfer-Encoding", "quoted-printable") + "\r\n"
        + Mime::quotedPrintable(
            u"This is the test mail you asked for. Invitations will reach people the same way.\n"_s);
    return message;
}

} // namespace ChatCal
