// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace ChatCal {

/// How far a conversation came: the last command sent.
enum class SmtpStage { Connect, Hello, StartTls, SignIn, Sender, Recipient, Data, Body, Noop };

/// Follows a conversation by its lines and knows what the last answer means. It keeps no word of either side.
class SmtpAnswer
{
public:
    /// @p line without its CR LF. A line of a sign-in, base64, is no command.
    void noteCommand(QByteArrayView line);
    /// The body is being asked for.
    void noteBody() { m_stage = SmtpStage::Body; }
    void noteAnswer(QByteArrayView line);

    [[nodiscard]] SmtpStage stage() const { return m_stage; }
    [[nodiscard]] bool isRefusal() const { return m_code >= 400; }
    [[nodiscard]] bool hasAnsweredBody() const { return m_answeredBody; }
    [[nodiscard]] bool hasTakenBody() const { return m_answeredBody && m_code / 100 == 2; }
    /// The server has said all it offers on the encrypted, or never to be encrypted, connection.
    [[nodiscard]] bool isHelloDone() const { return m_stage == SmtpStage::Hello && m_code == 250; }
    [[nodiscard]] bool hasStartedTls() const { return m_startedTls; }
    [[nodiscard]] bool offersUtf8() const { return m_offersUtf8; }
    [[nodiscard]] bool offersSignIn() const { return m_offersSignIn; }
    [[nodiscard]] bool hasQuit() const { return m_hasQuit; }

    /// What a refusal means. The detail has no subject: "refuses for now: 451 4.3.0 to the recipient".
    [[nodiscard]] Error refusal(bool signsIn) const;

private:
    [[nodiscard]] QString inWords() const;

    SmtpStage m_stage = SmtpStage::Connect;
    bool m_startedTls = false;
    bool m_offersUtf8 = false;
    bool m_offersSignIn = false;
    bool m_answeredBody = false;
    bool m_hasQuit = false; ///< what comes now is of no interest
    int m_code = 0; ///< of the last complete answer
    QString m_enhanced; ///< "5.1.1" of it (RFC 3463)
};

} // namespace ChatCal
