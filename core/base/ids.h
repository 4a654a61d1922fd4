// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace ChatCal {

/// @p bytes random bytes from the kernel as base64url without padding; 32 give a session id or a token.
[[nodiscard]] QString randomToken(int bytes = 32);
/// A new iCalendar UID: a random UUID and "@chatcal".
[[nodiscard]] QString newUid();
/// BLAKE2b-256 of @p data as lower-case hex; what is stored in place of a token.
[[nodiscard]] QString fingerprint(QByteArrayView data);
/// Compares without leaking where the difference lies.
[[nodiscard]] bool equalConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace ChatCal
