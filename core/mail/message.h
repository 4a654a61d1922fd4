// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace ChatCal {

/// A mail ready to leave: the complete RFC 5322 message, so that a repeat is byte for byte the same mail.
struct MailMessage
{
    QString
        messageId; ///< without angle brackets; made from UID, sequence, method and recipient: a repeat is recognised
    QString from; ///< envelope address
    QString to; ///< envelope address
    QByteArray data; ///< headers and body with CR LF line ends
};

} // namespace ChatCal
