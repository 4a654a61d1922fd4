// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/turnledger.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace ChatCal {

/// One kind of claim in one language: what was done by somebody ("I have booked") and what is so ("it is booked").
/// Denials do not match: "I have not booked", "it is already booked".
struct TruthClaim
{
    QRegularExpression act;
    QRegularExpression state; ///< counts only where no tool told of meetings
    QRegularExpression unsaying; ///< before a claim: makes it a condition, a denial or a wish
    bool (*isTrue)(const TurnFacts &facts);
    QString truth;
};
/// Bookings, moves and cancellations in every language.
[[nodiscard]] const QList<TruthClaim> &truthClaims();

/// The claim that a mail was sent.
struct MailClaim
{
    QRegularExpression act;
    QRegularExpression unsaying;
    QString written; ///< is true when the mail waits in the outbox
    QString none; ///< is true when there is none
};
[[nodiscard]] const QList<MailClaim> &mailClaims();

/// Whether a word of @p text is one without which no claim is made: quick, and so for most texts all that is done.
[[nodiscard]] bool mayClaim(const QString &text);

} // namespace ChatCal
