// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace ChatCal {

/// What a link in a mail stands for: the right of one reader to see and change one meeting.
struct SignedLink
{
    QString uid; ///< of the meeting
    QString reader; ///< SignedLinks::readerOf() the address the mail went to
    int sequence = 0; ///< of the meeting when the mail was written
    Instant expires; ///< to the second
    bool operator==(const SignedLink &) const = default;
};

/// Makes and reads the links, as text of letters, digits, "-" and "_". Whoever has one may use it, so it holds no
/// address, and cannot be made or changed without the key: keyed BLAKE2b of 128 bits (libsodium's generichash) under a
/// key derived from the master key for this use alone.
class SignedLinks
{
public:
    /// @p masterKey of any length but none.
    explicit SignedLinks(const Secret &masterKey);

    /// The same link is the same text. UIDs of more than 255 bytes cannot be signed: an empty text.
    [[nodiscard]] QString sign(const SignedLink &link) const;
    /// Nothing when @p text was not made by sign() under this key. An expired link is read too: who asks compares.
    [[nodiscard]] std::optional<SignedLink> read(QStringView text) const;

    /// A short mark of an e-mail address, the same for any case of its letters.
    [[nodiscard]] QString readerOf(const QString &email) const;

private:
    [[nodiscard]] QByteArray mac(const QByteArray &data) const;

    Secret m_key; ///< 32 bytes
};

} // namespace ChatCal
