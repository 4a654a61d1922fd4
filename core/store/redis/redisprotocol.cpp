// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisprotocol.h"

#include <hiredis/hiredis.h>

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto retryAfter = std::chrono::seconds(1);

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

QByteArray redisCommand(const std::vector<QByteArrayView> &arguments)
{
    QVarLengthArray<const char *, 32> texts;
    QVarLengthArray<size_t, 32> sizes;
    for (const QByteArrayView argument : arguments) {
        texts.append(argument.isEmpty() ? "" : argument.data());
        sizes.append(static_cast<size_t>(argument.size()));
    }
    char *formatted = nullptr;
    const int size = redisFormatCommandArgv(&formatted, static_cast<int>(texts.size()), texts.data(), sizes.data());
    if (size < 0)
        qBadAlloc();
    QByteArray command(formatted, size);
    redisFreeCommand(formatted);
    return command;
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
