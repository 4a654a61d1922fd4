// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace ChatCal {

enum class Lines { One, Many };

/// Unicode code points in @p text (a surrogate pair is one; an unpaired surrogate counts as one).
[[nodiscard]] qsizetype codePoints(QStringView text);

/// @p text trimmed and in Unicode NFC. InvalidInput naming @p field when it is empty, longer than @p maximum
/// code points, holds an unpaired surrogate or a control or bidirectional-override character. Lines::Many allows
/// line feeds and tabs; CR LF becomes LF.
[[nodiscard]] Result<QString> cleanText(const QString &text, const QString &field, qsizetype maximum,
                                        Lines lines = Lines::One);
/// As cleanText, and empty input gives an empty text.
[[nodiscard]] Result<QString> cleanOptionalText(const QString &text, const QString &field, qsizetype maximum,
                                                Lines lines = Lines::One);

/// One addr-spec (RFC 5322 §3.4.1 without quoted or commented forms, RFC 6531 letters allowed), at most 254
/// characters, with a dot in its domain; the domain in lower case. InvalidInput naming @p field.
[[nodiscard]] Result<QString> cleanEmail(const QString &text, const QString &field);
/// A phone number with 7 to 15 digits (E.164), "+" kept, separators as one space or hyphen. InvalidInput naming @p
/// field.
[[nodiscard]] Result<QString> cleanPhone(const QString &text, const QString &field);

/// The digits of @p phone with a leading "+" if there is one; for comparing and for tel: links.
[[nodiscard]] QString phoneDigits(const QString &phone);

} // namespace ChatCal
