// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace ChatCal {

/// Secrets in a file that opens with a passphrase only: a Seal under a key that Argon2id makes of it (RFC 9106;
/// libsodium's crypto_pwhash), with the cost, the salt and the names of what is inside in clear text and bound to it.
/// Making the key takes a tenth of a second and 64 MiB on purpose.
class SealedFile
{
public:
    /// A key and what it was made with; made once, kept while the program runs.
    struct Key
    {
        Secret key;
        QByteArray salt;
        quint64 passes = 0;
        quint64 memory = 0; ///< bytes
    };

    /// Of a new passphrase.
    [[nodiscard]] static Result<Key> newKey(const Secret &passphrase);
    /// What is written into the file; another each time.
    [[nodiscard]] static QByteArray seal(const QJsonObject &secrets, const Key &key);

    /// Protocol when @p bytes are nothing that seal() made.
    [[nodiscard]] static Result<SealedFile> parse(const QByteArray &bytes);
    /// Of the passphrase, as the file asks for it. Unavailable when there is not enough memory.
    [[nodiscard]] Result<Key> keyFrom(const Secret &passphrase) const;
    /// Unauthorized when the passphrase was another, or the file was changed.
    [[nodiscard]] Result<QJsonObject> open(const Key &key) const;
    /// Of the secrets inside.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool belongsTo(const Key &key) const { return key.salt == m_salt; }

private:
    QByteArray m_salt;
    quint64 m_passes = 0;
    quint64 m_memory = 0;
    QStringList m_names;
    QString m_box;
};

} // namespace ChatCal
