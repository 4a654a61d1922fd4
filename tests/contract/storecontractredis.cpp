// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storecontractredis.h"

#include "core/base/ids.h"
#include "core/store/redis/redisstore.h"
#include "tests/support/await.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isAllInstalled = true; // set while the suite is instantiated

class RedisPlace final : public StorePlace
{
public:
    explicit RedisPlace(RedisOptions options) : m_options(std::move(options))
    {
        m_options.prefix = u"test-"_s + randomToken(6);
        // The machine of the tests may be busy.
        m_options.deadline = std::chrono::seconds(10);
    }

    [[nodiscard]] std::unique_ptr<Store> open() override
    {
        auto store = std::make_unique<RedisStore>(m_options);
        // It connects in the background, and a store hears what is told from when it listens.
        orDie(await(store->ping()), "the server runs");
        return store;
    }
    void pass(std::chrono::milliseconds time) override
    {
        QThread::msleep(static_cast<unsigned long>((time + std::chrono::milliseconds(1)).count()));
    }

private:
    RedisOptions m_options;
};

} // namespace

std::vector<StoreKind> ifInstalled(bool isInstalled, std::vector<StoreKind> kinds)
{
    isAllInstalled = isInstalled;
    return isInstalled ? std::move(kinds) : std::vector<StoreKind>();
}

TEST(RedisContract, IsInstalled)
{
    if (!isAllInstalled)
        GTEST_SKIP() << "redis-server, redis-cli or openssl is not installed";
}

std::unique_ptr<StorePlace> redisPlace(const QString &url)
{
    return std::make_unique<RedisPlace>(orDie(RedisOptions::parse(url), "the test's URL is right"));
}

} // namespace ChatCal
