// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"

#include <sodium.h>

#include <QByteArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ChatCal {

QString randomToken(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    randombytes_buf(raw.data(), static_cast<size_t>(raw.size()));
    return QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString newUid()
{
    QByteArray raw(16, Qt::Uninitialized);
    randombytes_buf(raw.data(), 16);
    raw[6] = static_cast<char>((raw[6] & 0x0f) | 0x40); // RFC 9562 §5.4: version 4
    raw[8] = static_cast<char>((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces) + u"@chatcal"_s;
}

QString fingerprint(QByteArrayView data)
{
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), 32,
                       reinterpret_cast<const unsigned char *>(data.data()),
                       static_cast<unsigned long long>(data.size()), nullptr, 0);
    return QString::fromLatin1(hash.toHex());
}

bool equalConstantTime(QByteArrayView left, QByteArrayView right)
{
    // Comparing fingerprints hides the lengths too.
    const QString a = fingerprint(left);
    const QString b = fingerprint(right);
    return sodium_memcmp(a.utf16(), b.utf16(), static_cast<size_t>(a.size()) * sizeof(char16_t)) == 0;
}

} // namespace ChatCal
