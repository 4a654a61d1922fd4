// SPDX-License-Identifier: Apache-2.0
#include "core/engine/meteredstore.h"

#include "core/store/sqlitestore.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

class MeteredStoreTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto inner = orDie(SqliteStore::open({m_folder.filePath(u"store.db"_s), m_clock}), "a new file");
        store = std::make_unique<MeteredStore>(std::move(inner), u"sqlite"_s, metrics);
    }
    [[nodiscard]] std::string text() const { return metrics->text().toStdString(); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();
    std::unique_ptr<MeteredStore> store;
};

std::string series(const char *operation, const char *outcome, int count)
{
    return std::string("chatcal_service_call_seconds_count{name=\"sqlite\",operation=\"") + operation + "\",outcome=\""
        + outcome + "\",service=\"store\"} " + std::to_string(count);
}

} // namespace

TEST_F(MeteredStoreTest, CountsEachCallByItsOutcome)
{
    EXPECT_THAT(text(), Not(HasSubstr("operation"))) << "nothing before it happened";
    ASSERT_TRUE(await(store->get(u"p"_s, u"k"_s)));
    ASSERT_TRUE(await(store->get(u"p"_s, u"k"_s)));
    ASSERT_TRUE(await(store->acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s)));
    ASSERT_FALSE(await(store->acquireAndGet(u"p"_s, u"l"_s, 60s, u"k"_s)));
    EXPECT_THAT(text(), HasSubstr(series("get", "ok", 2)));
    EXPECT_THAT(text(), HasSubstr(series("acquireAndGet", "ok", 1)));
    EXPECT_THAT(text(), HasSubstr(series("acquireAndGet", "conflict", 1)));
}

TEST_F(MeteredStoreTest, MayBeAskedAgainByThoseItsEndResumes)
{
    bool isAnswered = false;
    const auto asking = [](Store *asked, bool *answered) -> QCoro::Task<> {
        const auto first = co_await asked->get(u"p"_s, u"k"_s);
        EXPECT_FALSE(first);
        const auto second = co_await asked->release({u"p"_s, u"l"_s, u"o"_s, 1});
        EXPECT_FALSE(second);
        *answered = true;
    }(store.get(), &isAnswered);
    store.reset();
    EXPECT_TRUE(isAnswered);
    EXPECT_THAT(text(), HasSubstr(series("get", "cancelled", 1)));
    EXPECT_THAT(text(), HasSubstr(series("release", "cancelled", 1)));
}

} // namespace ChatCal
