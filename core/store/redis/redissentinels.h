// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redislookout.h"

namespace ChatCal {

/// The master that the sentinels name. Asked also while all is well: a master that was replaced while it was cut off
/// from its sentinels takes writes for nothing.
class RedisSentinels final : public RedisLookout
{
    Q_OBJECT
public:
    /// @p options must outlive it.
    explicit RedisSentinels(const RedisOptions &options);

    [[nodiscard]] QList<RedisAddress> servers() const override;
    [[nodiscard]] std::optional<RedisAddress> serverFor(int slot) const override;
    void slotMoved(int /*slot*/, const RedisAddress & /*to*/) override { }

protected:
    [[nodiscard]] QList<RedisAddress> knowing() const override { return m_sentinels; }
    [[nodiscard]] Result<void> learn(const RedisAddress &from, const redisReply &reply) override;
    [[nodiscard]] QString misfit() const override;

private:
    QList<RedisAddress> m_sentinels; ///< the last one that knew comes first
    std::optional<RedisAddress> m_master;
    QTimer m_lookAgain;
};

} // namespace ChatCal
