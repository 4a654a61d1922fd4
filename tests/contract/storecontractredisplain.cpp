// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontractredis.h"
#include "tests/support/redisserver.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

// One server for the whole program, in two dresses.
RedisServer &server()
{
    static RedisServer instance(
        {.arguments = {}, .tls = false, .localSocket = true, .isSentinel = false, .lines = {}, .certificates = {}});
    static const bool isRunning = instance.start();
    if (!isRunning)
        qFatal("redis-server does not start");
    return instance;
}

StoreKind plainKind()
{
    return {"Plain", [] { return redisPlace(server().url() + u"/3"_s); }};
}

StoreKind localSocketKind()
{
    return {"LocalSocket", [] { return redisPlace(u"unix://"_s + server().socketPath()); }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Redis, StoreContract,
                         testing::ValuesIn(ifInstalled(hasRedis(), {plainKind(), localSocketKind()})), storeKindName);

} // namespace ChatCal
