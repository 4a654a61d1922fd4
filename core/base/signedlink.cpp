// SPDX-License-Identifier: Apache-2.0
#include "core/base/signedlink.h"

#include <QtEndian>

#include <sodium.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr char format = 1;
constexpr qsizetype macBytes = 16;
constexpr qsizetype readerBytes = 8;
/// format, expiry, sequence, reader
constexpr qsizetype fixedBytes = 1 + 8 + 4 + readerBytes;
constexpr qsizetype longestUid = 255;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

QByteArray digest(const QByteArray &data, const QByteArray &key, qsizetype size)
{
    QByteArray hash(size, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), static_cast<size_t>(size), bytesOf(data),
                       static_cast<unsigned long long>(data.size()), key.isEmpty() ? nullptr : bytesOf(key),
                       static_cast<size_t>(key.size()));
    return hash;
}

template<typename T>
QByteArray bigEndian(T number)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

SignedLinks::SignedLinks(const Secret &masterKey)
{
    Q_ASSERT(!masterKey.isEmpty());
    const Secret master(digest(masterKey.reveal(), {}, 32)); // of any length before, of 32 bytes now
    m_key = Secret(digest("chatcal guest link v1", master.reveal(), 32));
}

QByteArray SignedLinks::mac(const QByteArray &data) const
{
    return digest(data, m_key.reveal(), macBytes);
}

QString SignedLinks::readerOf(const QString &email) const
{
    const QByteArray mark = digest("reader\n" + email.trimmed().toLower().toUtf8(), m_key.reveal(), 32);
    return QString::fromLatin1(mark.left(readerBytes).toHex());
}

QString SignedLinks::sign(const SignedLink &link) const
{
    const QByteArray uid = link.uid.toUtf8();
    const QByteArray reader = QByteArray::fromHex(link.reader.toLatin1());
    if (uid.isEmpty() || uid.size() > longestUid || reader.size() != readerBytes)
        return {};
    const auto expires = std::chrono::floor<std::chrono::seconds>(link.expires).time_since_epoch().count();
    const QByteArray data = QByteArray(1, format) + bigEndian(static_cast<qint64>(expires))
        + bigEndian(static_cast<qint32>(link.sequence)) + reader + uid;
    return QString::fromLatin1(
        (data + mac(data)).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<SignedLink> SignedLinks::read(QStringView text) const
{
    constexpr qsizetype longestText = (fixedBytes + longestUid + macBytes) * 4 / 3 + 2;
    if (text.isEmpty() || text.size() > longestText)
        return std::nullopt;
    const QByteArray encoded = text.toLatin1();
    const auto result = QByteArray::fromBase64Encoding(
        encoded, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray decoded = result ? *result : QByteArray();
    if (decoded.size() <= fixedBytes + macBytes)
        return std::nullopt;
    const QByteArray data = decoded.chopped(macBytes);
    const QByteArray expected = mac(data);
    if (sodium_memcmp(expected.constData(), decoded.constData() + data.size(), macBytes) != 0 || data[0] != format)
        return std::nullopt;
    // Base64 has several texts for the same bytes; only ours is a link.
    if (decoded.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) != encoded)
        return std::nullopt;
    SignedLink link;
    link.expires = Instant(std::chrono::seconds(qFromBigEndian<qint64>(data.constData() + 1)));
    link.sequence = qFromBigEndian<qint32>(data.constData() + 9);
    link.reader = QString::fromLatin1(data.mid(13, readerBytes).toHex());
    link.uid = QString::fromUtf8(data.mid(fixedBytes));
    return link;
}

} // namespace ChatCal
