// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontractredis.h"
#include "tests/support/redisserver.h"

namespace ChatCal {

namespace {

// One cluster for the whole program.
RedisTestCluster &cluster()
{
    static RedisTestCluster instance;
    static const bool isRunning = instance.start();
    if (!isRunning)
        qFatal("the Redis Cluster does not start");
    return instance;
}

StoreKind clusterKind()
{
    return {"Cluster", [] { return redisPlace(cluster().url()); }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Redis, StoreContract, testing::ValuesIn(ifInstalled(hasRedis(), {clusterKind()})),
                         storeKindName);

} // namespace ChatCal
