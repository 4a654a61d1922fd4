// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/rediscluster.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

tl::unexpected<Error> useless(const QString &detail)
{
    return tl::unexpected(Error{ErrorCode::Unavailable, detail, std::chrono::seconds(1), {}});
}

struct Range
{
    qint64 first = 0;
    qint64 last = 0;
    RedisAddress master;
};

// One element of CLUSTER SLOTS: first and last slot, then the master and its replicas, each [host, port, …].
std::optional<Range> readRange(const RedisAddress &from, const redisReply &reply, qint64 slotCount)
{
    const auto parts = elementsOf(reply);
    if (parts.size() < 3)
        return std::nullopt;
    const auto master = elementsOf(*parts.at(2));
    if (master.size() < 2)
        return std::nullopt;
    const auto first = integerOf(*parts.at(0));
    const auto last = integerOf(*parts.at(1));
    const auto port = integerOf(*master.at(1));
    if (!first || !last || !port || *first < 0 || *last < *first || *last >= slotCount || *port < 1 || *port > 65535)
        return std::nullopt;
    // A node that does not know its own name leaves it out: it is the one asked.
    const QByteArrayView host = textOf(*master.at(0));
    return Range{
        *first, *last, {host.isEmpty() ? from.host : QString::fromUtf8(host), static_cast<quint16>(*port), QString()}};
}

} // namespace

RedisCluster::RedisCluster(const RedisOptions &options)
    : RedisLookout(options, RedisConnection::Purpose::Question, redisCommand({"CLUSTER", "SLOTS"}))
{
    m_map.fill(nobody);
}

std::optional<RedisAddress> RedisCluster::serverFor(int slot) const
{
    const qint16 index = m_map.at(static_cast<size_t>(slot));
    return index == nobody ? std::nullopt : std::optional(m_servers.at(index));
}

void RedisCluster::slotMoved(int slot, const RedisAddress &to)
{
    qsizetype index = m_servers.indexOf(to);
    if (index < 0) {
        index = m_servers.size();
        m_servers.append(to);
    }
    m_map.at(static_cast<size_t>(slot)) = static_cast<qint16>(index);
    refresh();
}

QList<RedisAddress> RedisCluster::knowing() const
{
    // Not always the same one, and the seeds too: all known masters may be gone.
    QList<RedisAddress> nodes = m_servers;
    std::shuffle(nodes.begin(), nodes.end(), *QRandomGenerator::global());
    for (const RedisAddress &seed : options().addresses) {
        if (!nodes.contains(seed))
            nodes.append(seed);
    }
    return nodes;
}

QString RedisCluster::misfit() const
{
    return u"the store is no Redis Cluster; its URL must begin with redis:// or rediss://"_s;
}

Result<void> RedisCluster::learn(const RedisAddress &from, const redisReply &reply)
{
    QList<RedisAddress> servers;
    Map map;
    map.fill(nobody);
    for (const redisReply *element : elementsOf(reply)) {
        const auto range = readRange(from, *element, slotCount);
        if (!range)
            return useless(u"the store's cluster answers something that is no map"_s);
        qsizetype index = servers.indexOf(range->master);
        if (index < 0) {
            index = servers.size();
            servers.append(range->master);
        }
        std::fill(map.begin() + range->first, map.begin() + range->last + 1, static_cast<qint16>(index));
    }
    if (servers.isEmpty())
        return useless(u"the store's cluster serves no data yet"_s);
    m_servers = servers;
    m_map = map;
    return {};
}

} // namespace ChatCal
