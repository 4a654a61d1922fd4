// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/turnledger.h"

#include <QString>

namespace ChatCal {

/// Lets a model's words out while they come, without ever showing a claim that checkedAgainst() takes out. A sentence
/// flows up to the first word with which a false claim may begin; from there it is held until it ends and is judged.
/// One gate serves one reply.
class SentenceGate
{
public:
    /// @p facts what tools did before this reply began; while a model speaks no tool runs.
    explicit SentenceGate(const TurnFacts &facts) : m_facts(facts) { }

    /// What readers are told next.
    struct Change
    {
        bool replaces = false; ///< the text stands for all that was let out before
        QString text;
        [[nodiscard]] bool isEmpty() const { return !replaces && text.isEmpty(); }
    };
    /// Takes the next piece, cut anywhere.
    [[nodiscard]] Change add(const QString &piece);
    /// The reply is over: judges the sentence that was still open.
    [[nodiscard]] Change finish();

private:
    void settle(const QString &sentence, Change &change);
    void release(const QString &sentence, qsizetype until, Change &change);

    TurnFacts m_facts;
    QString m_kept; ///< sentences that are over and stay
    QString m_open; ///< the sentence that is not over
    qsizetype m_clear = 0; ///< no false claim begins before this place of the open sentence
    qsizetype m_released = 0; ///< so much of the open sentence is out
    bool m_isLineGone = false; ///< the last sentence ended a line and was taken out
    QChar m_half; ///< the first half of a surrogate pair cut in two
};

} // namespace ChatCal
