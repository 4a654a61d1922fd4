// SPDX-License-Identifier: Apache-2.0
#include "core/mail/smtpanswer_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

void SmtpAnswer::noteCommand(QByteArrayView line)
{
    if (line.startsWith("EHLO ") || line.startsWith("HELO ")) {
        m_startedTls = m_startedTls || m_stage == SmtpStage::StartTls;
        m_stage = SmtpStage::Hello;
        m_offersUtf8 = false; // RFC 3207 §4.2: what was offered before counts no more
        m_offersSignIn = false;
    } else if (line == "STARTTLS") {
        m_stage = SmtpStage::StartTls;
    } else if (line.startsWith("AUTH ")) {
        m_stage = SmtpStage::SignIn;
    } else if (line.startsWith("MAIL FROM:")) {
        m_stage = SmtpStage::Sender;
    } else if (line.startsWith("RCPT TO:")) {
        m_stage = SmtpStage::Recipient;
    } else if (line == "DATA") {
        m_stage = SmtpStage::Data;
    } else if (line == "NOOP") {
        m_stage = SmtpStage::Noop;
    } else if (line == "QUIT") {
        m_hasQuit = true;
    }
}

void SmtpAnswer::noteAnswer(QByteArrayView line)
{
    const QByteArray text = line.toByteArray().trimmed();
    bool isCode = false;
    const int code = text.left(3).toInt(&isCode);
    if (!isCode || m_hasQuit)
        return;
    if (m_stage == SmtpStage::Hello) {
        const QByteArray offer = text.mid(4).toUpper();
        m_offersUtf8 = m_offersUtf8 || offer == "SMTPUTF8";
        m_offersSignIn = m_offersSignIn || offer == "AUTH" || offer.startsWith("AUTH ");
    }
    if (text.size() > 3 && text[3] == '-')
        return; // more lines come
    m_code = code;
    static const QRegularExpression enhanced(u"^[245]\\.\\d{1,3}\\.\\d{1,3}$"_s);
    const QString second = QString::fromLatin1(text.mid(4).split(' ').value(0));
    m_enhanced = enhanced.match(second).hasMatch() ? second : QString();
    m_answeredBody = m_answeredBody || m_stage == SmtpStage::Body;
}

QString SmtpAnswer::inWords() const
{
    // Never the server's own words: they like to repeat the address.
    const QString words = m_enhanced.isEmpty() ? QString::number(m_code) : QString::number(m_code) + u' ' + m_enhanced;
    switch (m_stage) {
    case SmtpStage::Connect:
        return words + u" as its greeting"_s;
    case SmtpStage::Hello:
        return words + u" to EHLO"_s;
    case SmtpStage::StartTls:
        return words + u" to STARTTLS"_s;
    case SmtpStage::SignIn:
        return words + u" to the sign-in"_s;
    case SmtpStage::Sender:
        return words + u" to the sender"_s;
    case SmtpStage::Recipient:
        return words + u" to the recipient"_s;
    case SmtpStage::Data:
    case SmtpStage::Body:
        return words + u" to the mail"_s;
    case SmtpStage::Noop:
        break;
    }
    return words + u" to NOOP"_s;
}

Error SmtpAnswer::refusal(bool signsIn) const
{
    const auto error = [this](ErrorCode code, const QString &what) {
        return Error{code, what + u": "_s + inWords(), {}, {}};
    };
    if (m_code < 500)
        return error(ErrorCode::Unavailable, u"refuses for now"_s);
    // RFC 4954 §4 and §6
    if (m_code == 530 || m_code == 534 || m_code == 535 || m_code == 538 || m_stage == SmtpStage::SignIn)
        return error(ErrorCode::Unauthorized,
                     signsIn ? u"does not accept the user name or password"_s : u"wants a user name and a password"_s);
    switch (m_stage) {
    case SmtpStage::Sender:
        if (m_code == 552) // RFC 1870: too large; of this mail, not of the sender
            return error(ErrorCode::InvalidInput, u"refuses the mail"_s);
        // The same for every mail: they wait until somebody has put it right.
        return error(ErrorCode::Unauthorized, u"does not let us send from the sender's address"_s);
    case SmtpStage::Recipient:
    case SmtpStage::Data:
    case SmtpStage::Body:
        return error(ErrorCode::InvalidInput, u"refuses the mail"_s);
    default:
        return error(ErrorCode::Unavailable, u"does not serve us"_s);
    }
}

} // namespace ChatCal
