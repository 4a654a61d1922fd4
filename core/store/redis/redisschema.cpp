// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisschema.h"

#include "core/store/redis/redisprotocol.h"
#include "core/store/redis/redisscripts.h"

#include <QStringEncoder>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <charconv>

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

/// CRC-16/XMODEM of each byte.
constexpr std::array<quint16, 256> crcTable = [] {
    std::array<quint16, 256> table{};
    for (size_t byte = 0; byte < table.size(); ++byte) {
        auto crc = static_cast<quint16>(byte << 8);
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<quint16>((crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1);
        table.at(byte) = crc;
    }
    return table;
}();

qint64 lifeOf(milliseconds timeToLive, milliseconds shortest)
{
    return std::clamp(timeToLive, shortest, longestLife).count();
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

/// The decimal number that @p text is, and nothing else.
std::optional<qint64> numberOf(QByteArrayView text)
{
    qint64 number = 0;
    const auto read = std::from_chars(text.begin(), text.end(), number);
    return read.ec == std::errc() && read.ptr == text.end() ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> strange()
{
    return failure(ErrorCode::Internal, u"the store holds or answers something that is not ours"_s);
}

/// A name in UTF-8, without an allocation.
class Utf8
{
public:
    explicit Utf8(QStringView text)
    {
        QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        m_bytes.resize(encoder.requiredSpace(text.size()));
        m_bytes.resize(encoder.appendToBuffer(m_bytes.data(), text) - m_bytes.data());
    }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), m_bytes.size()}; }

private:
    QVarLengthArray<char, 512> m_bytes;
};

/// A command on keys of one partition.
class PartitionCommand : public RedisCommand
{
public:
    PartitionCommand(QByteArray head, qsizetype argumentCount, qsizetype room = 512)
        : RedisCommand(argumentCount, room), m_head(std::move(head))
    {
    }
    void addKey(QByteArrayView kind, QStringView name) { add({m_head, kind, Utf8(name).view()}); }
    void addBatch(QByteArrayView id) { add({m_head, "b:", id}); }
    void addLease(const Lease &lease) { add({QByteArray::number(lease.token), ":", Utf8(lease.owner).view()}); }
    void addVersion(const std::optional<qint64> &version)
    {
        if (version)
            addNumber(*version);
        else
            addEmpty();
    }

private:
    QByteArray m_head;
};

/// @p script on a lease that is held; more arguments may follow, @p argumentCount in all.
PartitionCommand onLease(const RedisScript &script, const Lease &lease, QByteArray head, qsizetype argumentCount)
{
    PartitionCommand command(std::move(head), argumentCount);
    command.add("EVALSHA");
    command.add(script.hash);
    command.add("1");
    command.addKey("l:", lease.name);
    command.addLease(lease);
    return command;
}

void addNotice(RedisCommand &command, const QString &topic, const QByteArray &notice)
{
    const QByteArray name = topic.toUtf8();
    command.add({QByteArray::number(name.size()), ":", name, notice});
}

} // namespace

RedisSchema::RedisSchema(const QString &prefix, int database, milliseconds batchMemory)
    : m_prefix(prefix.toUtf8() + ":{"),
      m_channel(prefix.toUtf8() + ":feed:" + QByteArray::number(database)),
      m_batchMemory(lifeOf(batchMemory, milliseconds(1)))
{
}

QByteArray RedisSchema::head(const QString &partition) const
{
    const Utf8 tag(partition);
    const QByteArrayView bytes = tag.view();
    QByteArray text;
    text.reserve(m_prefix.size() + bytes.size() + 16);
    text.append(m_prefix);
    if (bytes.contains('%') || bytes.contains('}'))
        text.append(bytes.toByteArray().replace('%', "%25").replace('}', "%7D"));
    else
        text.append(bytes);
    return text.append("}:");
}

int RedisSchema::slot(const QString &partition) const
{
    return redisSlot(head(partition));
}

QByteArray RedisSchema::documentKey(const QString &partition, const QString &name) const
{
    return head(partition) + "d:" + name.toUtf8();
}

QByteArray RedisSchema::get(const QString &partition, const QString &name) const
{
    PartitionCommand command(head(partition), 2);
    command.add("GET");
    command.addKey("d:", name);
    return command.take();
}

QByteArray RedisSchema::getMany(const QString &partition, const QStringList &keys) const
{
    PartitionCommand command(head(partition), keys.size() + 1);
    command.add("MGET");
    for (const QString &name : keys)
        command.addKey("d:", name);
    return command.take();
}

QByteArray RedisSchema::range(const IndexQuery &query) const
{
    PartitionCommand command(head(query.partition), 7);
    command.add("ZRANGEBYLEX");
    command.addKey("i:", query.index);
    if (const auto &after = query.after; after && after->score >= query.from)
        command.add({"(", scoreText(after->score), Utf8(after->member).view()});
    else
        command.add({"[", scoreText(query.from)});
    // Every member is longer than a score, so this bound leaves out all that have this very score.
    command.add({"(", scoreText(query.to)});
    command.add("LIMIT");
    command.add("0");
    command.addNumber(query.limit);
    return command.take();
}

QByteArray RedisSchema::commit(const Batch &batch, const QByteArray &id, bool publish) const
{
    const qsizetype keyCount = 1 + (batch.fence ? 1 : 0) + batch.puts.size() + batch.removes.size()
        + 2 * batch.indexPuts.size() + 2 * batch.indexRemoves.size();
    const qsizetype argumentCount = 3 + keyCount + 9 + 3 * batch.puts.size() + batch.removes.size()
        + 2 * batch.indexPuts.size() + batch.indexRemoves.size();
    qsizetype room = batch.notice.size() + 512 + 128 * keyCount;
    for (const auto &put : batch.puts)
        room += put.body.size();
    PartitionCommand command(head(batch.partition), argumentCount, room);
    command.add("EVALSHA");
    command.add(commitScript().hash);
    command.addNumber(keyCount);
    command.addBatch(id);
    if (batch.fence)
        command.addKey("l:", batch.fence->name);
    for (const auto &put : batch.puts)
        command.addKey("d:", put.key);
    for (const auto &remove : batch.removes)
        command.addKey("d:", remove.key);
    const auto addIndex = [&](const QString &index) {
        command.addKey("i:", index);
        command.addKey("s:", index);
    };
    for (const auto &put : batch.indexPuts)
        addIndex(put.index);
    for (const auto &remove : batch.indexRemoves)
        addIndex(remove.index);

    command.addNumber(m_batchMemory);
    if (batch.fence)
        command.addLease(*batch.fence);
    else
        command.addEmpty();
    command.add(batch.fence && batch.releaseFence ? "1" : "0");
    for (const qsizetype count :
         {batch.puts.size(), batch.removes.size(), batch.indexPuts.size(), batch.indexRemoves.size()})
        command.addNumber(count);
    if (publish) {
        command.add(m_channel);
        addNotice(command, batch.notify, batch.notice);
    } else {
        command.addEmpty();
        command.addEmpty();
    }
    for (const auto &put : batch.puts) {
        command.add(put.body);
        command.addVersion(put.expectedVersion);
        if (put.timeToLive)
            command.addNumber(lifeOf(*put.timeToLive, milliseconds(0)));
        else
            command.addEmpty();
    }
    for (const auto &remove : batch.removes)
        command.addVersion(remove.expectedVersion);
    for (const auto &put : batch.indexPuts) {
        command.add(scoreText(put.score));
        command.add(Utf8(put.member).view());
    }
    for (const auto &remove : batch.indexRemoves)
        command.add(Utf8(remove.member).view());
    return command.take();
}

QByteArray RedisSchema::acquire(const QString &partition, const QString &name, const QString &owner,
                                milliseconds timeToLive) const
{
    return acquisition(partition, name, owner, timeToLive, nullptr);
}

QByteArray RedisSchema::acquireAndGet(const QString &partition, const QString &name, const QString &owner,
                                      milliseconds timeToLive, const QString &key) const
{
    return acquisition(partition, name, owner, timeToLive, &key);
}

QByteArray RedisSchema::acquisition(const QString &partition, const QString &name, const QString &owner,
                                    milliseconds timeToLive, const QString *document) const
{
    PartitionCommand command(head(partition), document ? 9 : 8);
    command.add("EVALSHA");
    command.add(acquireScript().hash);
    command.add(document ? "3" : "2");
    command.addKey("l:", name);
    command.addKey("t:", name);
    if (document)
        command.addKey("d:", *document);
    const milliseconds life = std::clamp(timeToLive, milliseconds(1), longestLife);
    command.add(Utf8(owner).view());
    command.addNumber(life.count());
    command.addNumber(lifeOf(life + counterLife, milliseconds(1)));
    return command.take();
}

QByteArray RedisSchema::renew(const Lease &lease, milliseconds timeToLive) const
{
    auto command = onLease(renewScript(), lease, head(lease.partition), 6);
    command.addNumber(lifeOf(timeToLive, milliseconds(1)));
    return command.take();
}

QByteArray RedisSchema::release(const Lease &lease) const
{
    return onLease(releaseScript(), lease, head(lease.partition), 5).take();
}

QByteArray RedisSchema::publish(const QString &topic, const QByteArray &notice) const
{
    RedisCommand command(3);
    command.add("PUBLISH");
    command.add(m_channel);
    addNotice(command, topic, notice);
    return command.take();
}

Result<std::optional<Document>> RedisSchema::document(const QString &key, const redisReply &reply)
{
    if (isNil(reply))
        return std::nullopt;
    const QByteArrayView text = textOf(reply);
    if (text.size() < versionDigits)
        return strange();
    const auto version = numberOf(text.first(versionDigits));
    if (!version)
        return strange();
    return Document{key, text.sliced(versionDigits).toByteArray(), *version};
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
    for (QByteArrayView rest = text.sliced(1); !rest.isEmpty();) {
        const qsizetype space = rest.indexOf(' ');
        const auto version = numberOf(space < 0 ? rest : rest.first(space));
        if (!version)
            return strange();
        versions.append(*version);
        rest = space < 0 ? QByteArrayView() : rest.sliced(space + 1);
    }
    return versions;
}

Result<qint64> RedisSchema::token(const redisReply &reply)
{
    if (isNil(reply))
        return failure(ErrorCode::Conflict, u"the lease is held by somebody else"_s);
    const auto token = numberOf(textOf(reply));
    if (!token)
        return strange();
    return *token;
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
    quint16 crc = 0;
    for (const char byte : key)
        crc = static_cast<quint16>((crc << 8) ^ crcTable.at((crc >> 8) ^ static_cast<quint8>(byte)));
    return crc & 0x3fff;
}

} // namespace ChatCal
