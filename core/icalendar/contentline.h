// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace ChatCal {

struct ContentParameter
{
    QString name;
    QString value; ///< as a person wrote it; it is quoted, and what cannot be quoted is replaced
};

/// One content line (RFC 5545 §3.1) with its CR LF, folded at 75 octets and never inside a character. @p value is
/// written as it is but for control characters, which go: a TEXT value is escaped by UntrustedText::toICalendar().
[[nodiscard]] QByteArray contentLine(const QString &name, const QList<ContentParameter> &parameters,
                                     const QString &value);
[[nodiscard]] QByteArray contentLine(const QString &name, const QString &value);

/// @p line, without its end, as it goes out: folded at 75 octets, never inside a character, with CR LF.
[[nodiscard]] QByteArray foldedLine(const QByteArray &line);

/// "mailto:" and the address as a URI; "invalid:nomail", which Outlook writes too, when there is none.
[[nodiscard]] QString calendarAddress(const QString &email);

} // namespace ChatCal
