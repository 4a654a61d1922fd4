// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisprotocol.h"

#include <hiredis/hiredis.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto retryAfter = std::chrono::seconds(1);
constexpr QByteArrayView lineEnd = "\r\n";
constexpr qsizetype mostOfCount = 24; ///< a kind, a number and the end of the line

struct Meaning
{
    QByteArrayView word;
    QLatin1StringView detail;
    bool passing; ///< worth another try within the call's own deadline
};

// The code words of Redis 6.2 to 7.2 (src/server.c, createSharedObjects).
constexpr std::array meanings = {
    Meaning{"WRONGPASS", "the store refuses the password"_L1, false},
    Meaning{"NOAUTH", "the store asks for a password"_L1, false},
    Meaning{"NOPERM", "the store's user lacks a permission"_L1, false},
    Meaning{"LOADING", "the store is still loading its data"_L1, true},
    Meaning{"BUSY", "the store is busy with a script"_L1, true},
    Meaning{"TRYAGAIN", "the store is moving the data to another node"_L1, true},
    Meaning{"CLUSTERDOWN", "the store's cluster is down"_L1, true},
    Meaning{"MASTERDOWN", "the store has lost its master"_L1, true},
    Meaning{"READONLY", "the store is a replica and cannot be written"_L1, false},
    Meaning{"OOM", "the store has no memory left"_L1, false},
    Meaning{"MISCONF", "the store cannot save its data and refuses writes"_L1, false},
    Meaning{"NOREPLICAS", "the store has too few replicas and refuses writes"_L1, false},
    Meaning{"MOVED", "the store is a Redis Cluster; its URL must begin with redis+cluster://"_L1, false},
    Meaning{"ASK", "the store is a Redis Cluster; its URL must begin with redis+cluster://"_L1, false},
};

QByteArrayView firstWord(QByteArrayView line)
{
    const auto end = std::find_if(line.begin(), line.end(), [](char c) { return (c < 'A' || c > 'Z') && c != '_'; });
    return line.first(end - line.begin());
}

const Meaning *meaningOf(QByteArrayView line)
{
    QByteArrayView word = firstWord(line);
    // Before Redis 7 a command's error inside a script is wrapped: "ERR Error running script (…): @user_script:3:
    // -READONLY You can't write …".
    if (const QByteArrayView wrapped = "ERR Error running script"; line.startsWith(wrapped)) {
        if (const qsizetype inner = line.indexOf(": -"); inner >= 0)
            word = firstWord(line.sliced(inner + 3));
    }
    const auto found =
        std::find_if(meanings.begin(), meanings.end(), [word](const Meaning &meaning) { return meaning.word == word; });
    return found == meanings.end() ? nullptr : &*found;
}

} // namespace

void RedisReplyDeleter::operator()(redisReply *reply) const
{
    freeReplyObject(reply);
}

RedisCommand::RedisCommand(qsizetype argumentCount, qsizetype room)
    : m_bytes(std::max(room, mostOfCount), Qt::Uninitialized), m_awaited(argumentCount)
{
    addCount('*', argumentCount);
}

void RedisCommand::add(std::initializer_list<QByteArrayView> pieces)
{
    qsizetype size = 0;
    for (const QByteArrayView piece : pieces)
        size += piece.size();
    add(pieces, size);
}

void RedisCommand::addNumber(qint64 number)
{
    std::array<char, 24> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    add(QByteArrayView(digits.data(), written.ptr - digits.data()));
}

void RedisCommand::add(std::initializer_list<QByteArrayView> pieces, qsizetype size)
{
    Q_ASSERT(m_awaited > 0);
    --m_awaited;
    makeRoom(mostOfCount + size + lineEnd.size());
    addCount('$', size);
    for (const QByteArrayView piece : pieces)
        append(piece);
    append(lineEnd);
}

void RedisCommand::addCount(char kind, qsizetype count)
{
    char *const start = m_bytes.data() + m_size;
    *start = kind;
    char *end = start + 1;
    if (count < 10)
        *end++ = static_cast<char>('0' + count); // most of them
    else
        end = std::to_chars(end, start + mostOfCount, count).ptr;
    *end++ = '\r';
    *end++ = '\n';
    m_size += end - start;
}

void RedisCommand::makeRoom(qsizetype size)
{
    if (m_size + size > m_bytes.size())
        m_bytes.resize(std::max(m_size + size, 2 * m_bytes.size()));
}

void RedisCommand::append(QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        std::memcpy(m_bytes.data() + m_size, bytes.data(), static_cast<size_t>(bytes.size()));
    m_size += bytes.size();
}

QByteArray RedisCommand::take()
{
    Q_ASSERT(m_awaited == 0);
    m_bytes.truncate(m_size);
    return std::move(m_bytes);
}

QByteArray redisCommand(const std::vector<QByteArrayView> &arguments)
{
    RedisCommand command(static_cast<qsizetype>(arguments.size()));
    for (const QByteArrayView argument : arguments)
        command.add(argument);
    return command.take();
}

bool isNil(const redisReply &reply)
{
    return reply.type == REDIS_REPLY_NIL;
}

bool isError(const redisReply &reply)
{
    return reply.type == REDIS_REPLY_ERROR;
}

QByteArrayView textOf(const redisReply &reply)
{
    if (reply.type != REDIS_REPLY_STRING && reply.type != REDIS_REPLY_STATUS && reply.type != REDIS_REPLY_ERROR)
        return {};
    return {reply.str, static_cast<qsizetype>(reply.len)};
}

std::optional<qint64> integerOf(const redisReply &reply)
{
    return reply.type == REDIS_REPLY_INTEGER ? std::optional<qint64>(reply.integer) : std::nullopt;
}

std::vector<const redisReply *> elementsOf(const redisReply &reply)
{
    if (reply.type != REDIS_REPLY_ARRAY)
        return {};
    return {reply.element, reply.element + reply.elements};
}

RedisReplyReader::RedisReplyReader() : m_reader(redisReaderCreate())
{
    Q_CHECK_PTR(m_reader);
}

RedisReplyReader::~RedisReplyReader()
{
    redisReaderFree(m_reader);
}

void RedisReplyReader::feed(QByteArrayView bytes)
{
    // A failure is kept in the reader and told by next().
    static_cast<void>(redisReaderFeed(m_reader, bytes.data(), static_cast<size_t>(bytes.size())));
}

Result<RedisReply> RedisReplyReader::next()
{
    void *reply = nullptr;
    if (redisReaderGetReply(m_reader, &reply) != REDIS_OK)
        return failure(ErrorCode::Protocol, u"the store does not speak Redis's protocol"_s);
    return RedisReply(static_cast<redisReply *>(reply));
}

Error redisError(QByteArrayView line)
{
    if (const Meaning *meaning = meaningOf(line))
        return {ErrorCode::Unavailable, meaning->detail, retryAfter, {}};
    return {ErrorCode::Internal, u"the store answered with the error "_s + QLatin1StringView(firstWord(line)), {}, {}};
}

bool isPassing(QByteArrayView line)
{
    const Meaning *meaning = meaningOf(line);
    return meaning && meaning->passing;
}

} // namespace ChatCal
