// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/quickbook.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// What a line of quick booking is about, in the person's own words: all of it but what was understood as something
/// else, so that nothing one typed gets lost.
struct OwnWords
{
    QString title; ///< empty: nothing is left, or it is a sentence to an assistant ("I need to talk to Ada …")
    QList<TextStretch> stretches; ///< where it stands in the line, without the words between it and what else was said
};

/// @p said are times, lengths, places and people in @p line, in order. People's names stay in the title, and a place
/// one goes "to". @p isLiteral: words of it were to be taken as they stand, so it is no sentence.
[[nodiscard]] OwnWords ownWords(const QString &line, const QList<QuickSpan> &said, bool isLiteral);

} // namespace ChatCal
