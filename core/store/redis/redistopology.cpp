// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redistopology.h"

#include "core/store/redis/rediscluster.h"
#include "core/store/redis/redissentinels.h"

namespace ChatCal {

namespace {

/// One server that stays where it is.
class FixedTopology final : public RedisTopology
{
public:
    explicit FixedTopology(RedisAddress address) : m_address(std::move(address)) { }

    [[nodiscard]] QList<RedisAddress> servers() const override { return {m_address}; }
    [[nodiscard]] std::optional<RedisAddress> serverFor(int /*slot*/) const override { return m_address; }
    [[nodiscard]] std::optional<Error> trouble() const override { return std::nullopt; }
    [[nodiscard]] bool isHopeless() const override { return false; }
    void refresh() override { }
    void slotMoved(int /*slot*/, const RedisAddress & /*to*/) override { }

private:
    RedisAddress m_address;
};

} // namespace

std::unique_ptr<RedisTopology> RedisTopology::make(const RedisOptions &options)
{
    switch (options.kind) {
    case RedisOptions::Kind::Cluster:
        return std::make_unique<RedisCluster>(options);
    case RedisOptions::Kind::Sentinel:
        return std::make_unique<RedisSentinels>(options);
    case RedisOptions::Kind::Single:
        break;
    }
    return std::make_unique<FixedTopology>(options.addresses.constFirst());
}

} // namespace ChatCal
