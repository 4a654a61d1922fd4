// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redissentinels.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto lookAgainInterval = std::chrono::seconds(5);

} // namespace

RedisSentinels::RedisSentinels(const RedisOptions &options)
    : RedisLookout(options, RedisConnection::Purpose::SentinelQuestion,
                   redisCommand({"SENTINEL", "GET-MASTER-ADDR-BY-NAME", options.masterName.toUtf8()})),
      m_sentinels(options.addresses)
{
    connect(&m_lookAgain, &QTimer::timeout, this, &RedisSentinels::refresh);
    m_lookAgain.start(lookAgainInterval);
}

QList<RedisAddress> RedisSentinels::servers() const
{
    return m_master ? QList<RedisAddress>{*m_master} : QList<RedisAddress>();
}

std::optional<RedisAddress> RedisSentinels::serverFor(int /*slot*/) const
{
    return m_master;
}

QString RedisSentinels::misfit() const
{
    return u"the server that is asked for the master is no Redis Sentinel"_s;
}

Result<void> RedisSentinels::learn(const RedisAddress &from, const redisReply &reply)
{
    const auto parts = elementsOf(reply);
    const int port = parts.size() == 2 ? textOf(*parts.at(1)).toByteArray().toInt() : 0;
    if (port < 1 || port > 65535)
        return tl::unexpected(
            Error{ErrorCode::Unavailable, u"the sentinels know no master of that name"_s, std::chrono::seconds(1), {}});
    m_sentinels.removeOne(from);
    m_sentinels.prepend(from);
    m_master = RedisAddress{QString::fromUtf8(textOf(*parts.at(0))), static_cast<quint16>(port), {}};
    return {};
}

} // namespace ChatCal
