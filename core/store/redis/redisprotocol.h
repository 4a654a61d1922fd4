// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

struct redisReader;
struct redisReply;

namespace ChatCal {

struct RedisReplyDeleter
{
    void operator()(redisReply *reply) const;
};
/// One reply (RESP2), as hiredis builds it.
using RedisReply = std::unique_ptr<redisReply, RedisReplyDeleter>;

/// One command in the making: its arguments in their order, the name first.
class RedisCommand
{
public:
    /// @p room: bytes it may need, as far as they are known; more is found when it is needed.
    explicit RedisCommand(qsizetype argumentCount, qsizetype room = 512);
    void add(QByteArrayView argument) { add({argument}, argument.size()); }
    /// One argument of several @p pieces.
    void add(std::initializer_list<QByteArrayView> pieces);
    void addNumber(qint64 number);
    void addEmpty() { add(QByteArrayView()); }
    /// The bytes to send, once as many arguments are added as were announced. Taken once.
    [[nodiscard]] QByteArray take();

private:
    void add(std::initializer_list<QByteArrayView> pieces, qsizetype size);
    /// `*3\r\n`, `$12\r\n`; the room is there.
    void addCount(char kind, qsizetype count);
    void makeRoom(qsizetype size);
    void append(QByteArrayView bytes);

    QByteArray m_bytes; ///< the first m_size count
    qsizetype m_size = 0;
    qsizetype m_awaited; ///< arguments
};

/// The bytes of one command; @p arguments begin with its name.
[[nodiscard]] QByteArray redisCommand(const std::vector<QByteArrayView> &arguments);

[[nodiscard]] bool isNil(const redisReply &reply);
[[nodiscard]] bool isError(const redisReply &reply);
/// Of a string, status or error reply; null for others. Valid as long as @p reply.
[[nodiscard]] QByteArrayView textOf(const redisReply &reply);
[[nodiscard]] std::optional<qint64> integerOf(const redisReply &reply);
/// The elements of an array reply; none for others. Valid as long as @p reply.
[[nodiscard]] std::vector<const redisReply *> elementsOf(const redisReply &reply);

/// Makes replies out of the bytes of one connection.
class RedisReplyReader
{
public:
    RedisReplyReader();
    ~RedisReplyReader();
    RedisReplyReader(const RedisReplyReader &) = delete;
    RedisReplyReader &operator=(const RedisReplyReader &) = delete;

    void feed(QByteArrayView bytes);
    /// The next whole reply; null when more bytes are needed. Protocol when the other side does not speak RESP2;
    /// nothing more can be read then.
    [[nodiscard]] Result<RedisReply> next();

private:
    redisReader *m_reader;
};

/// What an error reply (@p line) means to callers of the store: mostly Unavailable. Holds none of the reply's text but
/// its leading code word, since Redis quotes arguments in its messages.
[[nodiscard]] Error redisError(QByteArrayView line);

/// Error replies that say "not now": the command was not run and may soon be, here or elsewhere.
[[nodiscard]] bool isPassing(QByteArrayView line);

} // namespace ChatCal
