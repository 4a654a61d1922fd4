// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontractredis.h"
#include "tests/support/redisserver.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString password = u"p@ss/w:rd?%"_s;

// One server for the whole program: TLS, and one user with no more rights than docs/operations.md asks for.
RedisServer &server()
{
    static RedisServer instance([] {
        RedisServer::Options options;
        options.tls = true;
        options.lines = {u"user default off"_s,
                         u"user chatcal on \">%1\" ~test-* &test-* -@all +auth +select +client|setname +info +ping "
                         "+subscribe +publish +script|load +evalsha +get +mget +set +getrange +del +zrangebylex +zadd "
                         "+zrem +hget +hset +hdel +pexpire +time"_s.arg(password)};
        return options;
    }());
    static const bool isRunning = instance.start();
    if (!isRunning)
        qFatal("redis-server does not start with TLS");
    return instance;
}

StoreKind tlsKind()
{
    return {"TlsWithAcl", [] {
                return redisPlace(u"rediss://chatcal:%1@localhost:%2/2?ca=%3"_s.arg(
                    QString::fromLatin1(QUrl::toPercentEncoding(password)), QString::number(server().port()),
                    server().caFile()));
            }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Redis, StoreContract, testing::ValuesIn(ifInstalled(hasRedis() && hasOpenSsl(), {tlsKind()})),
                         storeKindName);

} // namespace ChatCal
