// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisfeed.h"

#include "core/store/logging.h"
#include "core/store/redis/redisschema.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::steady_clock;

// A server that vanished without a word is noticed within two of these.
constexpr auto lifeCheckInterval = std::chrono::seconds(5);

} // namespace

RedisFeed::RedisFeed(const RedisOptions &options, const RedisTopology &topology, QByteArray channel)
    : m_options(options), m_topology(topology), m_channel(std::move(channel)), m_backoff(options.longestPause)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RedisFeed::open);
    m_lifeCheck.setInterval(lifeCheckInterval);
    connect(&m_lifeCheck, &QTimer::timeout, this, &RedisFeed::checkLife);
    connect(&m_topology, &RedisTopology::changed, this, &RedisFeed::topologyChanged);
    open();
}

void RedisFeed::topologyChanged()
{
    if (!m_connection)
        open();
    else if (!m_topology.servers().contains(m_server))
        m_connection->end({ErrorCode::Unavailable, u"the store has moved"_s, std::chrono::seconds(1), {}}, false);
}

void RedisFeed::open()
{
    m_pause.stop();
    const auto servers = m_topology.servers();
    if (servers.isEmpty())
        return; // until the topology changes
    m_server = servers.at(QRandomGenerator::global()->bounded(servers.size()));
    m_connection = new RedisConnection(m_options, m_server, RedisConnection::Purpose::Feed, m_channel, this);
    m_connection->onMessage = [this](QByteArrayView message) { takeMessage(message); };
    connect(m_connection, &RedisConnection::ready, this, [this] {
        m_trouble.reset();
        m_lifeCheck.start();
    });
    connect(m_connection, &RedisConnection::lost, this, &RedisFeed::connectionLost);
}

void RedisFeed::connectionLost(const Error &why)
{
    if (!m_trouble)
        qCWarning(lcStore) << "The change feed is cut off, so changes made elsewhere are missed:" << why.detail;
    m_trouble = why;
    m_connection->retire();
    m_connection = nullptr;
    m_lifeCheck.stop();
    m_pause.start(m_backoff.next());
}

void RedisFeed::takeMessage(QByteArrayView message)
{
    const auto notice = RedisSchema::notice(message);
    if (!notice)
        return;
    // From the event loop: whoever hears it may delete the store, and us with it.
    QMetaObject::invokeMethod(
        this, [this, told = *notice] { Q_EMIT heard(told.topic, told.body); }, Qt::QueuedConnection);
}

void RedisFeed::checkLife()
{
    m_backoff.reset();
    if (m_connection->hasHeardSince(steady_clock::now() - 2 * lifeCheckInterval))
        m_connection->probe();
    else
        m_connection->end({ErrorCode::Unavailable, u"the store does not answer"_s, std::chrono::seconds(1), {}}, false);
}

} // namespace ChatCal
