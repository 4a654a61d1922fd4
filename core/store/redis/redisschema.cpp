// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisschema.h"

#include "core/store/redis/redisprotocol.h"
#include "core/store/redis/redisscripts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;

constexpr qsizetype versionDigits = 15;
constexpr qsizetype scoreDigits = 16;
/// Redis adds a time to live to its clock and refuses what overflows.
constexpr milliseconds longestLife{1'000'000'000'000'000};
/// A token counter outlives its lease by this; see acquireScript().
constexpr milliseconds counterLife = std::chrono::hours(7 * 24);

QByteArray lifeOf(milliseconds timeToLive, milliseconds shortest)
{
    return QByteArray::number(qint64(std::clamp(timeToLive, shortest, longestLife).count()));
}

// Biased, so that the order of the digits is that of the numbers.
QByteArray scoreText(qint64 score)
{
    const quint64 biased = static_cast<quint64>(score) ^ (quint64(1) << 63);
    return QByteArray::number(biased, 16).rightJustified(scoreDigits, '0');
}

std::optional<qint64> scoreOf(QByteArrayView text)
{
    bool isNumber = false;
    const quint64 biased = text.toByteArray().toULongLong(&isNumber, 16);
    return isNumber ? std::optional(static_cast<qint64>(biased ^ (quint64(1) << 63))) : std::nullopt;
}

QByteArray leaseValue(const Lease &lease)
{
    return QByteArray::number(lease.token) + ':' + lease.owner.toUtf8();
}

tl::unexpected<Error> strange()
{
    return failure(ErrorCode::Internal, u"the store holds or answers something that is not ours"_s);
}

QByteArray tagOf(const QString &partition)
{
    QByteArray tag = partition.toUtf8();
    tag.replace('%', "%25").replace('}', "%7D");
    return tag;
}

/// A command's arguments, kept alive until it is made.
class Arguments
{
public:
    explicit Arguments(qsizetype count) { m_texts.reserve(static_cast<size_t>(count)); }
    void add(QByteArray text) { m_texts.push_back(std::move(text)); }
    void addNumber(qint64 number) { add(QByteArray::number(number)); }
    void addVersion(const std::optional<qint64> &version)
    {
        add(version ? QByteArray::number(*version) : QByteArray());
    }
    [[nodiscard]] QByteArray command() const { return redisCommand({m_texts.begin(), m_texts.end()}); }

private:
    std::vector<QByteArray> m_texts;
};

} // namespace

RedisSchema::RedisSchema(const QString &prefix, int database, milliseconds batchMemory)
    : m_prefix(prefix.toUtf8() + ":{"),
      m_channel(prefix.toUtf8() + ":feed:" + QByteArray::number(database)),
      m_batchMemory(lifeOf(batchMemory, milliseconds(1)))
{
}

QByteArray RedisSchema::key(const QString &partition, char kind, const QString &name) const
{
    const QByteArray tag = tagOf(partition);
    const QByteArray last = name.toUtf8();
    QByteArray text;
    text.reserve(m_prefix.size() + tag.size() + last.size() + 4);
    text.append(m_prefix).append(tag).append("}:").append(kind).append(':').append(last);
    return text;
}

int RedisSchema::slot(const QString &partition) const
{
    return redisSlot(m_prefix + tagOf(partition) + '}');
}

QByteArray RedisSchema::documentKey(const QString &partition, const QString &name) const
{
    return key(partition, 'd', name);
}

QByteArray RedisSchema::get(const QString &partition, const QString &name) const
{
    return redisCommand({"GET", documentKey(partition, name)});
}

QByteArray RedisSchema::getMany(const QString &partition, const QStringList &keys) const
{
    Arguments arguments(keys.size() + 1);
    arguments.add("MGET");
    for (const QString &name : keys)
        arguments.add(documentKey(partition, name));
    return arguments.command();
}

QByteArray RedisSchema::range(const IndexQuery &query) const
{
    QByteArray from = '[' + scoreText(query.from);
    if (const auto &after = query.after; after && after->score >= query.from)
        from = '(' + scoreText(after->score) + after->member.toUtf8();
    // Every member is longer than a score, so this bound leaves out all that have this very score.
    const QByteArray to = '(' + scoreText(query.to);
    return redisCommand({"ZRANGEBYLEX", key(query.partition, 'i', query.index), from, to, "LIMIT", "0",
                         QByteArray::number(query.limit)});
}

QByteArray RedisSchema::commit(const Batch &batch, const QByteArray &id, bool publish) const
{
    const QString &partition = batch.partition;
    const qsizetype keyCount = 1 + (batch.fence ? 1 : 0) + batch.puts.size() + batch.removes.size()
        + 2 * batch.indexPuts.size() + 2 * batch.indexRemoves.size();
    Arguments arguments(3 + keyCount + 9 + 3 * batch.puts.size() + batch.removes.size() + 2 * batch.indexPuts.size()
                        + batch.indexRemoves.size());
    arguments.add("EVALSHA");
    arguments.add(commitScript().hash);
    arguments.addNumber(keyCount);
    arguments.add(key(partition, 'b', QString::fromLatin1(id)));
    if (batch.fence)
        arguments.add(key(partition, 'l', batch.fence->name));
    for (const auto &put : batch.puts)
        arguments.add(documentKey(partition, put.key));
    for (const auto &remove : batch.removes)
        arguments.add(documentKey(partition, remove.key));
    const auto addIndex = [&](const QString &index) {
        arguments.add(key(partition, 'i', index));
        arguments.add(key(partition, 's', index));
    };
    for (const auto &put : batch.indexPuts)
        addIndex(put.index);
    for (const auto &remove : batch.indexRemoves)
        addIndex(remove.index);

    arguments.add(m_batchMemory);
    arguments.add(batch.fence ? leaseValue(*batch.fence) : QByteArray());
    arguments.add(batch.fence && batch.releaseFence ? "1" : "0");
    for (const qsizetype count :
         {batch.puts.size(), batch.removes.size(), batch.indexPuts.size(), batch.indexRemoves.size()})
        arguments.addNumber(count);
    arguments.add(publish ? m_channel : QByteArray());
    arguments.add(publish
                      ? QByteArray::number(batch.notify.toUtf8().size()) + ':' + batch.notify.toUtf8() + batch.notice
                      : QByteArray());
    for (const auto &put : batch.puts) {
        arguments.add(put.body);
        arguments.addVersion(put.expectedVersion);
        arguments.add(put.timeToLive ? lifeOf(*put.timeToLive, milliseconds(0)) : QByteArray());
    }
    for (const auto &remove : batch.removes)
        arguments.addVersion(remove.expectedVersion);
    for (const auto &put : batch.indexPuts) {
        arguments.add(scoreText(put.score));
        arguments.add(put.member.toUtf8());
    }
    for (const auto &remove : batch.indexRemoves)
        arguments.add(remove.member.toUtf8());
    return arguments.command();
}

QByteArray RedisSchema::acquire(const QString &partition, const QString &name, const QString &owner,
                                milliseconds timeToLive) const
{
    const milliseconds life = std::clamp(timeToLive, milliseconds(1), longestLife);
    return redisCommand({"EVALSHA", acquireScript().hash, "2", key(partition, 'l', name), key(partition, 't', name),
                         owner.toUtf8(), lifeOf(life, milliseconds(1)), lifeOf(life + counterLife, milliseconds(1))});
}

QByteArray RedisSchema::acquireAndGet(const QString &partition, const QString &name, const QString &owner,
                                      milliseconds timeToLive, const QString &document) const
{
    const milliseconds life = std::clamp(timeToLive, milliseconds(1), longestLife);
    return redisCommand({"EVALSHA", acquireScript().hash, "3", key(partition, 'l', name), key(partition, 't', name),
                         documentKey(partition, document), owner.toUtf8(), lifeOf(life, milliseconds(1)),
                         lifeOf(life + counterLife, milliseconds(1))});
}

QByteArray RedisSchema::renew(const Lease &lease, milliseconds timeToLive) const
{
    return redisCommand({"EVALSHA", renewScript().hash, "1", key(lease.partition, 'l', lease.name), leaseValue(lease),
                         lifeOf(timeToLive, milliseconds(1))});
}

QByteArray RedisSchema::release(const Lease &lease) const
{
    return redisCommand(
        {"EVALSHA", releaseScript().hash, "1", key(lease.partition, 'l', lease.name), leaseValue(lease)});
}

QByteArray RedisSchema::publish(const QString &topic, const QByteArray &notice) const
{
    const QByteArray name = topic.toUtf8();
    return redisCommand({"PUBLISH", m_channel, QByteArray::number(name.size()) + ':' + name + notice});
}

Result<std::optional<Document>> RedisSchema::document(const QString &key, const redisReply &reply)
{
    if (isNil(reply))
        return std::nullopt;
    const QByteArrayView text = textOf(reply);
    if (text.size() < versionDigits)
        return strange();
    bool isNumber = false;
    const qint64 version = text.first(versionDigits).toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return strange();
    return Document{key, text.sliced(versionDigits).toByteArray(), version};
}

Result<QList<Document>> RedisSchema::documents(const QStringList &keys, const redisReply &reply)
{
    const auto elements = elementsOf(reply);
    if (elements.size() != static_cast<size_t>(keys.size()))
        return strange();
    QList<Document> found;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        auto one = document(keys.at(i), *elements.at(static_cast<size_t>(i)));
        if (!one)
            return tl::unexpected(one.error());
        if (auto &there = *one; there.has_value())
            found.append(std::move(*there));
    }
    return found;
}

Result<QList<IndexEntry>> RedisSchema::entries(const redisReply &reply)
{
    QList<IndexEntry> entries;
    for (const redisReply *element : elementsOf(reply)) {
        const QByteArrayView text = textOf(*element);
        if (text.size() <= scoreDigits)
            return strange();
        const auto score = scoreOf(text.first(scoreDigits));
        if (!score)
            return strange();
        entries.append({QString::fromUtf8(text.sliced(scoreDigits)), *score});
    }
    return entries;
}

Result<QList<qint64>> RedisSchema::versions(const redisReply &reply)
{
    const QByteArrayView text = textOf(reply);
    if (text.startsWith('-'))
        return failure(ErrorCode::Conflict, QString::fromLatin1(text.sliced(1)));
    if (!text.startsWith('+'))
        return strange();
    QList<qint64> versions;
    const auto parts = text.sliced(1).toByteArray().split(' ');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty())
            versions.append(part.toLongLong());
    }
    return versions;
}

Result<qint64> RedisSchema::token(const redisReply &reply)
{
    if (isNil(reply))
        return failure(ErrorCode::Conflict, u"the lease is held by somebody else"_s);
    bool isNumber = false;
    const qint64 token = textOf(reply).toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return strange();
    return token;
}

Result<LeasedDocument> RedisSchema::leased(Lease lease, const QString &key, const redisReply &reply)
{
    if (isNil(reply))
        return tl::unexpected(token(reply).error());
    const auto parts = elementsOf(reply);
    if (parts.size() != 2 || isNil(*parts[0]))
        return strange();
    const auto granted = token(*parts[0]);
    if (!granted)
        return tl::unexpected(granted.error());
    lease.token = *granted;
    auto found = document(key, *parts[1]);
    if (!found)
        return tl::unexpected(found.error());
    return LeasedDocument{std::move(lease), std::move(*found)};
}

std::optional<StoreNotice> RedisSchema::notice(QByteArrayView message)
{
    const qsizetype colon = message.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    bool isNumber = false;
    const qsizetype size = message.first(colon).toByteArray().toInt(&isNumber);
    const QByteArrayView rest = message.sliced(colon + 1);
    if (!isNumber || size < 0 || size > rest.size())
        return std::nullopt;
    return StoreNotice{QString::fromUtf8(rest.first(size)), rest.sliced(size).toByteArray()};
}

int redisSlot(QByteArrayView key)
{
    if (const qsizetype open = key.indexOf('{'); open >= 0) {
        const qsizetype close = key.indexOf('}', open + 1);
        if (close > open + 1)
            key = key.sliced(open + 1, close - open - 1);
    }
    // CRC-16/XMODEM.
    quint16 crc = 0;
    for (const char byte : key) {
        crc ^= static_cast<quint16>(static_cast<quint8>(byte) << 8);
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<quint16>((crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1);
    }
    return crc & 0x3fff;
}

} // namespace ChatCal
