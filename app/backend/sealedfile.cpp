// SPDX-License-Identifier: Apache-2.0
#include "app/backend/sealedfile.h"

#include "core/base/json.h"
#include "core/base/seal.h"

#include <sodium.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr quint64 ownPasses = 3; // RFC 9106 §4, the second recommended option: three passes over 64 MiB
constexpr quint64 ownMemory = quint64(64) * 1024 * 1024;
// A file that was tampered with must not make us eat the machine.
constexpr quint64 mostPasses = 16;
constexpr quint64 mostMemory = quint64(1024) * 1024 * 1024;

tl::unexpected<Error> damaged()
{
    return failure(ErrorCode::Protocol, u"the file of sealed secrets is damaged"_s);
}

Result<Secret> derived(const Secret &passphrase, const QByteArray &salt, quint64 passes, quint64 memory)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, u"libsodium does not start"_s);
    QByteArray key(keyBytes, '\0');
    const QByteArray &words = passphrase.reveal();
    const int failed = crypto_pwhash(reinterpret_cast<unsigned char *>(key.data()), static_cast<quint64>(key.size()),
                                     words.constData(), static_cast<quint64>(words.size()),
                                     reinterpret_cast<const unsigned char *>(salt.constData()), passes, memory,
                                     crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return failure(ErrorCode::Unavailable, u"there is not enough memory to make a key of the passphrase"_s);
    return Secret(std::move(key));
}

/// What stands in the file in clear text and cannot be changed without breaking the seal: its context.
Seal sealOf(const SealedFile::Key &key, const QStringList &names)
{
    const QByteArray header = "chatcal secrets 1\n" + key.salt.toBase64() + '\n' + QByteArray::number(key.passes) + '\n'
        + QByteArray::number(key.memory) + '\n';
    return {key.key, QString::fromLatin1(header) + names.join(u',')};
}

} // namespace

Result<SealedFile::Key> SealedFile::newKey(const Secret &passphrase)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, u"libsodium does not start"_s);
    Key made{{}, QByteArray(crypto_pwhash_SALTBYTES, '\0'), ownPasses, ownMemory};
    randombytes_buf(made.salt.data(), static_cast<size_t>(made.salt.size()));
    auto key = derived(passphrase, made.salt, made.passes, made.memory);
    if (!key)
        return tl::unexpected(key.error());
    made.key = std::move(*key);
    return made;
}

QByteArray SealedFile::seal(const QJsonObject &secrets, const Key &key)
{
    return toJson({{u"format"_s, 1},
                   {u"kdf"_s, u"argon2id"_s},
                   {u"salt"_s, QString::fromLatin1(key.salt.toBase64())},
                   {u"passes"_s, static_cast<double>(key.passes)},
                   {u"memory"_s, static_cast<double>(key.memory)},
                   {u"names"_s, QJsonArray::fromStringList(secrets.keys())},
                   {u"box"_s, sealOf(key, secrets.keys()).close(Secret(toJson(secrets)))}})
        + '\n';
}

Result<SealedFile> SealedFile::parse(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json || json->value("format"_L1).toInt() != 1 || json->value("kdf"_L1).toString() != "argon2id"_L1)
        return damaged();
    SealedFile file;
    file.m_salt = QByteArray::fromBase64(json->value("salt"_L1).toString().toLatin1());
    file.m_passes = static_cast<quint64>(std::max(0.0, json->value("passes"_L1).toDouble()));
    file.m_memory = static_cast<quint64>(std::max(0.0, json->value("memory"_L1).toDouble()));
    file.m_box = json->value("box"_L1).toString();
    for (const auto &name : json->value("names"_L1).toArray())
        file.m_names.append(name.toString());
    const bool isWhole = file.m_salt.size() == crypto_pwhash_SALTBYTES && Seal::isSealed(file.m_box)
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
    const auto plain = sealOf(key, m_names).open(m_box);
    if (!plain)
        return tl::unexpected(plain.error());
    auto secrets = parseJsonObject(plain->reveal());
    if (!secrets)
        return damaged();
    return secrets;
}

} // namespace ChatCal
