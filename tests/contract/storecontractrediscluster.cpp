// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontractredis.h"
#include "tests/support/redisserver.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

// One cluster of each kind for the whole program.
RedisTestCluster &cluster()
{
    static RedisTestCluster instance;
    static const bool isRunning = instance.start();
    if (!isRunning)
        qFatal("the Redis Cluster does not start");
    return instance;
}

RedisTestCluster &tlsCluster()
{
    static RedisTestCluster instance;
    static const bool isRunning = [] {
        RedisServer::Options options;
        options.tls = true;
        return instance.start(0, options);
    }();
    if (!isRunning)
        qFatal("the Redis Cluster does not start with TLS");
    return instance;
}

StoreKind clusterKind()
{
    return {"Cluster", [] { return redisPlace(cluster().url()); }};
}

StoreKind tlsClusterKind()
{
    return {"TlsCluster",
            [] { return redisPlace(tlsCluster().url() + u"?ca="_s + tlsCluster().nodes().front()->caFile()); }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Redis, StoreContract,
                         testing::ValuesIn(ifInstalled(hasRedis() && hasOpenSsl(), {clusterKind(), tlsClusterKind()})),
                         storeKindName);

} // namespace ChatCal
