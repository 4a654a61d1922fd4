// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisbackoff.h"
#include "core/store/redis/redisconnection.h"
#include "core/store/redis/redistopology.h"

#include <QObject>
#include <QTimer>

namespace ChatCal {

/// Listens to the channel of the change feed on a connection of its own, which it makes again whenever it is lost.
/// What is told meanwhile is missed.
class RedisFeed final : public QObject
{
    Q_OBJECT
public:
    /// @p options and @p topology must outlive it.
    RedisFeed(const RedisOptions &options, const RedisTopology &topology, QByteArray channel);

    [[nodiscard]] bool isListening() const { return m_connection && m_connection->isReady(); }
    /// Why it does not listen; nothing while it does or still tries for the first time.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void heard(const QString &topic, const QByteArray &notice);

private:
    void topologyChanged();
    void open();
    void connectionLost(const Error &why);
    void takeMessage(QByteArrayView message);
    void checkLife();

    const RedisOptions &m_options;
    const RedisTopology &m_topology;
    const QByteArray m_channel;
    RedisAddress m_server; ///< of the connection
    RedisConnection *m_connection = nullptr; ///< child
    std::optional<Error> m_trouble;
    QTimer m_pause;
    QTimer m_lifeCheck;
    RedisBackoff m_backoff;
};

} // namespace ChatCal
