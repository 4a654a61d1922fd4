// SPDX-License-Identifier: Apache-2.0
#include "app/backend/sealedfile.h"

#include "core/base/json.h"

#include <sodium.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr quint64 ownPasses = 3; // RFC 9106 §4, the second recommended option: three passes over 64 MiB
constexpr quint64 ownMemory = quint64(64) * 1024 * 1024;
// A file that was tampered with must not make us eat the machine.
constexpr quint64 mostPasses = 16;
constexpr quint64 mostMemory = quint64(1024) * 1024 * 1024;

tl::unexpected<Error> damaged()
{
    return failure(ErrorCode::Protocol, u"the file of sealed secrets is damaged"_s);
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Result<Secret> derived(const Secret &passphrase, const QByteArray &salt, quint64 passes, quint64 memory)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, u"libsodium does not start"_s);
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    const QByteArray &words = passphrase.reveal();
    const int failed = crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), static_cast<quint64>(key.size()),
                                     words.constData(), static_cast<quint64>(words.size()), bytesOf(salt), passes,
                                     memory, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return failure(ErrorCode::Unavailable, u"there is not enough memory to make a key of the passphrase"_s);
    return Secret(std::move(key));
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return bytes;
}

/// What stands in the file in clear text and cannot be changed without breaking the seal.
QByteArray headerOf(const QByteArray &salt, quint64 passes, quint64 memory, const QStringList &names)
{
    return "chatcal secrets 1\n" + salt.toBase64() + '\n' + QByteArray::number(passes) + '\n'
        + QByteArray::number(memory) + '\n' + names.join(u',').toUtf8();
}

} // namespace

Result<SealedFile::Key> SealedFile::newKey(const Secret &passphrase)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, u"libsodium does not start"_s);
    Key made{{}, randomBytes(crypto_pwhash_SALTBYTES), ownPasses, ownMemory};
    auto key = derived(passphrase, made.salt, made.passes, made.memory);
    if (!key)
        return tl::unexpected(key.error());
    made.key = std::move(*key);
    return made;
}

QByteArray SealedFile::seal(const QJsonObject &secrets, const Key &key)
{
    const QByteArray header = headerOf(key.salt, key.passes, key.memory, secrets.keys());
    const QByteArray nonce = randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    QByteArray plain = toJson(secrets);
    QByteArray box(plain.size() + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        reinterpret_cast<unsigned char *>(box.data()), &length, bytesOf(plain), static_cast<quint64>(plain.size()),
        bytesOf(header), static_cast<quint64>(header.size()), nullptr, bytesOf(nonce), bytesOf(key.key.reveal()));
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    return toJson({{u"format"_s, 1},
                   {u"kdf"_s, u"argon2id"_s},
                   {u"salt"_s, QString::fromLatin1(key.salt.toBase64())},
                   {u"passes"_s, static_cast<double>(key.passes)},
                   {u"memory"_s, static_cast<double>(key.memory)},
                   {u"names"_s, QJsonArray::fromStringList(secrets.keys())},
                   {u"nonce"_s, QString::fromLatin1(nonce.toBase64())},
                   {u"box"_s, QString::fromLatin1(box.toBase64())}})
        + '\n';
}

Result<SealedFile> SealedFile::parse(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json || json->value("format"_L1).toInt() != 1 || json->value("kdf"_L1).toString() != "argon2id"_L1)
        return damaged();
    const auto decoded = [&json](QLatin1StringView name) {
        return QByteArray::fromBase64(json->value(name).toString().toLatin1());
    };
    SealedFile file;
    file.m_salt = decoded("salt"_L1);
    file.m_passes = static_cast<quint64>(std::max(0.0, json->value("passes"_L1).toDouble()));
    file.m_memory = static_cast<quint64>(std::max(0.0, json->value("memory"_L1).toDouble()));
    file.m_nonce = decoded("nonce"_L1);
    file.m_box = decoded("box"_L1);
    for (const auto &name : json->value("names"_L1).toArray())
        file.m_names.append(name.toString());
    const bool isWhole = file.m_salt.size() == crypto_pwhash_SALTBYTES
        && file.m_nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        && file.m_box.size() >= qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES)
        && file.m_passes >= crypto_pwhash_OPSLIMIT_MIN && file.m_passes <= mostPasses
        && file.m_memory >= crypto_pwhash_MEMLIMIT_MIN && file.m_memory <= mostMemory;
    return isWhole ? Result<SealedFile>(std::move(file)) : Result<SealedFile>(damaged());
}

Result<SealedFile::Key> SealedFile::keyFrom(const Secret &passphrase) const
{
    auto key = derived(passphrase, m_salt, m_passes, m_memory);
    if (!key)
        return tl::unexpected(key.error());
    return Key{std::move(*key), m_salt, m_passes, m_memory};
}

Result<QJsonObject> SealedFile::open(const Key &key) const
{
    const QByteArray header = headerOf(m_salt, m_passes, m_memory, m_names);
    QByteArray plain(m_box.size() - qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    unsigned long long length = 0;
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plain.data()), &length, nullptr, bytesOf(m_box),
        static_cast<quint64>(m_box.size()), bytesOf(header), static_cast<quint64>(header.size()), bytesOf(m_nonce),
        bytesOf(key.key.reveal()));
    if (failed != 0)
        return failure(ErrorCode::Unauthorized, u"the passphrase does not open the sealed secrets"_s);
    auto secrets = parseJsonObject(plain);
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    if (!secrets)
        return damaged();
    return secrets;
}

} // namespace ChatCal
