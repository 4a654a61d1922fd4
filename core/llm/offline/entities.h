// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/tokens.h"

namespace ChatCal::Dialogue {

/// E-mail addresses (also "ada at example dot com"), phone numbers, meeting ids and links in @p text, in order.
/// A number that may as well be a date is no phone number. Values are as written, but for spelled-out addresses.
[[nodiscard]] QList<Marked> findMarked(const QString &text);

/// @p text with tags of HTML ("<b>Eve</b>") blanked out, positions kept; "<ada@example.com>" is none.
[[nodiscard]] QString withoutTags(QString text);

/// The tokens' own words from @p from to before @p to, as written.
[[nodiscard]] QString wordsOf(const QString &text, const Tokens &tokens, qsizetype from, qsizetype to);

} // namespace ChatCal::Dialogue
