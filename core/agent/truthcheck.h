// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/turnledger.h"

#include <QString>
#include <QStringList>

namespace ChatCal {

struct CheckedWords
{
    QString text;
    bool wasCorrected = false;
};

/// Holds a model's words, in the languages of truthclaims.h, against what tools did in this turn: a sentence that
/// claims a booking, a move, a cancellation or a mail that did not happen is taken out and what is true is said
/// instead. Questions, offers, conditions and negations claim nothing; "already booked" speaks of a time that is taken.
/// What is said instead is of this moment alone, for an earlier turn may well have booked something.
[[nodiscard]] CheckedWords checkedAgainst(const QString &markdown, const TurnFacts &facts);

/// The sentences and lines of @p text with what parts them; joined they give the text again. Only the last one may
/// grow when text is appended, or end where a new one begins.
[[nodiscard]] QStringList sentencesOf(const QString &text);
/// Whether checkedAgainst takes this sentence out.
[[nodiscard]] bool isFalseClaim(const QString &sentence, const TurnFacts &facts);
/// The first place, not before @p from, where a false claim may begin however the sentence goes on; its size when no
/// claim has begun.
[[nodiscard]] qsizetype whereClaimMayBegin(const QString &unfinished, const TurnFacts &facts, qsizetype from);
/// @p text with U+FFFD for each half of a surrogate pair, which regular expressions refuse to read.
[[nodiscard]] QString wellFormed(QString text);

} // namespace ChatCal
