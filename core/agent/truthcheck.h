// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/turnledger.h"

#include <QString>

namespace ChatCal {

struct CheckedWords
{
    QString text;
    bool wasCorrected = false;
};

/// Holds a model's English words against what tools did in this turn: a sentence that claims a booking, a move, a
/// cancellation or a mail that did not happen is taken out and what is true is said instead. Questions, offers,
/// conditions and negations claim nothing; "already booked" speaks of a time that is taken. What is said instead is of
/// this moment alone, for an earlier turn may well have booked something.
[[nodiscard]] CheckedWords checkedAgainst(const QString &markdown, const TurnFacts &facts);

} // namespace ChatCal
