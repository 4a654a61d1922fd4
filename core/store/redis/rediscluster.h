// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redislookout.h"

#include <array>

namespace ChatCal {

/// The map of a Redis Cluster: which master serves which of the 16384 slots.
class RedisCluster final : public RedisLookout
{
    Q_OBJECT
public:
    /// @p options must outlive it.
    explicit RedisCluster(const RedisOptions &options);

    [[nodiscard]] QList<RedisAddress> servers() const override { return m_servers; }
    [[nodiscard]] std::optional<RedisAddress> serverFor(int slot) const override;
    void slotMoved(int slot, const RedisAddress &to) override;

protected:
    [[nodiscard]] QList<RedisAddress> knowing() const override;
    [[nodiscard]] Result<void> learn(const RedisAddress &from, const redisReply &reply) override;
    [[nodiscard]] QString misfit() const override;

private:
    static constexpr int slotCount = 16384;
    static constexpr qint16 nobody = -1;
    using Map = std::array<qint16, slotCount>; ///< indexes in m_servers

    QList<RedisAddress> m_servers;
    Map m_map;
};

} // namespace ChatCal
