// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace ChatCal {

/// The formats of mail: header fields (RFC 5322, RFC 2047) and bodies (RFC 2045). Everything ends its lines with CR LF.
namespace Mime {

/// "Name: text" for people, folded; what is not ASCII as encoded words. Control characters become spaces, so that no
/// text can begin a header of its own.
[[nodiscard]] QByteArray textHeader(const QByteArray &name, const QString &text);
/// "Name: "display" <address>".
[[nodiscard]] QByteArray mailboxHeader(const QByteArray &name, const QString &display, const QString &address);
/// "Name: value" of a value that is ours, as it is.
[[nodiscard]] QByteArray plainHeader(const QByteArray &name, const QByteArray &value);

/// @p address without what may not stand in an addr-spec, its domain in ASCII (IDNA). Letters of other scripts before
/// the @ stay and need a server with SMTPUTF8 (RFC 6531).
[[nodiscard]] QString safeAddress(const QString &address);

/// Base64 in lines of 76.
[[nodiscard]] QByteArray base64(const QByteArray &data);
/// Text with LF line ends as quoted-printable UTF-8, lines of at most 76.
[[nodiscard]] QByteArray quotedPrintable(const QString &text);

} // namespace Mime

} // namespace ChatCal
