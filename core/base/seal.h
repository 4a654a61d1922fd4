// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace ChatCal {

/// Locks secrets that must be stored: libsodium's secretbox (XSalsa20-Poly1305) under a key derived from the master
/// key and a context, written as "enc:v1:" and base64url. What was sealed for one context opens in no other.
class Seal
{
public:
    /// @p masterKey of any length but none; @p context names what is sealed and whose it is.
    Seal(const Secret &masterKey, const QString &context);

    /// Another text each time.
    [[nodiscard]] QString close(const Secret &value) const;
    /// Protocol when @p text is nothing this class wrote; Unauthorized when it was sealed with another master key or
    /// for another context, or was changed.
    [[nodiscard]] Result<Secret> open(const QString &text) const;

    [[nodiscard]] static bool isSealed(const QString &text);

private:
    Secret m_key; ///< 32 bytes
};

} // namespace ChatCal
