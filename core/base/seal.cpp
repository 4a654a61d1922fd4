// SPDX-License-Identifier: Apache-2.0
#include "core/base/seal.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto mark = "enc:v1:"_L1;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

/// BLAKE2b-256 of @p data under @p key.
QByteArray digest(const QByteArray &data, const QByteArray &key)
{
    QByteArray hash(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    crypto_generichash(bytesOf(hash), static_cast<size_t>(hash.size()), bytesOf(data),
                       static_cast<unsigned long long>(data.size()), key.isEmpty() ? nullptr : bytesOf(key),
                       static_cast<size_t>(key.size()));
    return hash;
}

} // namespace

Seal::Seal(const Secret &masterKey, const QString &context)
{
    Q_ASSERT(!masterKey.isEmpty());
    const Secret master(digest(masterKey.reveal(), {})); // of any length before, of 32 bytes now
    m_key = Secret(digest("chatcal seal v1\n" + context.toUtf8(), master.reveal()));
}

QString Seal::close(const Secret &value) const
{
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    QByteArray box(value.reveal().size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(bytesOf(box), bytesOf(value.reveal()), static_cast<unsigned long long>(value.reveal().size()),
                          bytesOf(std::as_const(nonce)), bytesOf(m_key.reveal()));
    return mark
        + QString::fromLatin1((nonce + box).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Secret> Seal::open(const QString &text) const
{
    constexpr qsizetype shortest = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const auto decoded = isSealed(text)
        ? QByteArray::fromBase64Encoding(text.mid(mark.size()).toLatin1(),
                                         QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors)
        : QByteArray::FromBase64Result();
    if (!decoded || decoded.decoded.size() < shortest)
        return failure(ErrorCode::Protocol, u"a text that should be sealed is not"_s);
    const QByteArray nonce = decoded.decoded.first(crypto_secretbox_NONCEBYTES);
    const QByteArray box = decoded.decoded.sliced(crypto_secretbox_NONCEBYTES);
    QByteArray value(box.size() - static_cast<qsizetype>(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytesOf(value), bytesOf(box), static_cast<unsigned long long>(box.size()),
                                   bytesOf(nonce), bytesOf(m_key.reveal()))
        != 0)
        return failure(ErrorCode::Unauthorized, u"a sealed text was sealed with another key"_s);
    return Secret(value);
}

bool Seal::isSealed(const QString &text)
{
    return text.startsWith(mark);
}

} // namespace ChatCal
