// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine.h"
#include "tests/support/await.h"
#include "tests/support/memorystore.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const SystemClock systemClock;

QJsonObject named(const QString &name)
{
    return {{u"identity"_s, QJsonObject{{u"name"_s, name}}}};
}

QJsonObject mostPerDay(const QJsonValue &most)
{
    return {{u"policy"_s, QJsonObject{{u"most_per_day"_s, most}}}};
}

class HostSettings : public testing::Test
{
protected:
    ~HostSettings() override
    {
        // What the engines left waiting for the store's answers comes to its end.
        QCoreApplication::processEvents();
    }
    /// One more process on the same store.
    std::unique_ptr<Engine> open(const QString &configuredName, const QString &configuredPhone = {})
    {
        Settings settings;
        settings.dataDir = m_folder.path();
        settings.hostToken = Secret("a-token-of-the-host");
        settings.models = {u"offline"_s};
        settings.zone = *Zone::find(u"America/New_York"_s);
        settings.hostName = configuredName;
        settings.hostPhone = configuredPhone;
        auto store = m_store.another();
        m_lastStore = store.get();
        auto engine = orDie(Engine::openOn(std::move(store), std::move(settings)), "opening an engine");
        orDie(await(engine->start()), "starting it");
        return engine;
    }
    static QString nameOf(Engine &engine) { return engine.booking().host().name.stored(); }
    static Result<QJsonObject> change(Engine &engine, const QJsonObject &wish)
    {
        return await(engine.hostSettings().change(wish));
    }

    QTemporaryDir m_folder;
    MemoryStore m_store{systemClock};
    MemoryStore *m_lastStore = nullptr; ///< of the engine opened last
};

} // namespace

TEST_F(HostSettings, OutliveTheProcess)
{
    ASSERT_TRUE(change(*open(u"Grace"_s), named(u"Admiral"_s)));
    EXPECT_EQ(nameOf(*open(u"Grace"_s)), u"Admiral"_s);
}

TEST_F(HostSettings, LeaveToTheConfigurationWhatWasNeverChanged)
{
    ASSERT_TRUE(change(*open(u"Grace"_s, u"+1 212 555 0100"_s), named(u"Admiral"_s)));
    const auto later = open(u"Grace"_s, u"+1 212 555 0199"_s);
    EXPECT_EQ(nameOf(*later), u"Admiral"_s);
    EXPECT_EQ(later->booking().host().phone, u"+1 212 555 0199"_s);
}

TEST_F(HostSettings, ReachOtherProcesses)
{
    const auto one = open(u"Grace"_s);
    const auto two = open(u"Grace"_s);
    ASSERT_TRUE(change(*one, named(u"Admiral"_s)));
    EXPECT_EQ(nameOf(*one), u"Admiral"_s);
    EXPECT_TRUE(eventually([&] { return nameOf(*two) == "Admiral"_L1; }));
}

TEST_F(HostSettings, KeepBothOfTwoChangesAtOnce)
{
    const auto one = open(u"Grace"_s);
    const auto two = open(u"Grace"_s);
    auto first = one->hostSettings().change(named(u"Admiral"_s));
    auto second = two->hostSettings().change(mostPerDay(3));
    EXPECT_TRUE(await(std::move(first)));
    EXPECT_TRUE(await(std::move(second)));
    const auto later = open(u"Grace"_s);
    EXPECT_EQ(nameOf(*later), u"Admiral"_s);
    EXPECT_EQ(later->booking().policy().mostPerDay, 3);
}

TEST_F(HostSettings, TakeNullForAbsentButForTheDailyLimit)
{
    const auto engine = open(u"Grace"_s);
    ASSERT_TRUE(change(*engine, mostPerDay(3)));
    ASSERT_TRUE(
        change(*engine, {{u"identity"_s, QJsonObject{{u"name"_s, QJsonValue()}}}, {u"policy"_s, QJsonValue()}}));
    EXPECT_EQ(nameOf(*engine), u"Grace"_s);
    EXPECT_EQ(engine->booking().policy().mostPerDay, 3);
    ASSERT_TRUE(change(*engine, mostPerDay(QJsonValue())));
    EXPECT_EQ(engine->booking().policy().mostPerDay, std::nullopt);
    EXPECT_EQ(open(u"Grace"_s)->booking().policy().mostPerDay, std::nullopt);
}

TEST_F(HostSettings, ChangeNothingWhenOneIsWrong)
{
    const auto engine = open(u"Grace"_s);
    QJsonObject wish = named(u"Admiral"_s);
    wish.insert(u"working_hours"_s, u"never"_s);
    const auto refused = change(*engine, wish);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 1);
    EXPECT_EQ(refused.error().fields.first().field, u"working_hours"_s);
    EXPECT_TRUE(refused.error().fields.first().message.text().contains(u"Mon-Fri"_s))
        << "says what it should look like";
    EXPECT_EQ(nameOf(*engine), u"Grace"_s);
    EXPECT_EQ(nameOf(*open(u"Grace"_s)), u"Grace"_s);
}

TEST_F(HostSettings, ChangeNothingWhenTheStoreFails)
{
    const auto engine = open(u"Grace"_s);
    m_lastStore->failAll(ErrorCode::Unavailable);
    EXPECT_FALSE(change(*engine, named(u"Admiral"_s)));
    EXPECT_EQ(nameOf(*engine), u"Grace"_s);
}

} // namespace ChatCal
