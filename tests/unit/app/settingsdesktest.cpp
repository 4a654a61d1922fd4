// SPDX-License-Identifier: Apache-2.0
#include "app/settingsdesk.h"

#include "app/backend/serverlink.h"
#include "app/settings/serversetup.h"
#include "app/settings/settingswindow.h"
#include "app/window/mainwindow.h"
#include "tests/support/await.h"
#include "tests/unit/app/fakeapi.h"

#include <gtest/gtest.h>

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class SettingsDeskTest : public testing::Test
{
protected:
    SettingsDeskTest()
    {
        QSettings().clear();
        QSettings().setValue("window/chat"_L1, false);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        link = std::make_unique<ServerLink>(program, folder.path(), ServerLink::Parts{client, clock, source, outgoing});
        window = std::make_unique<MainWindow>(client, source, outgoing, clock);
        desk = std::make_unique<SettingsDesk>(program, SettingsDesk::Parts{client, *link, *window});
        link->servers().vault().setAsker([](SecretVault::Question) -> QCoro::Task<SecretVault::Answer> {
            co_return SecretVault::Answer{SecretVault::Answer::Kind::Given, Secret("correct horse battery")};
        });
    }
    ~SettingsDeskTest() override { QSettings().clear(); }

    const QString program = QStringLiteral(CHATCAL_SERVER_PATH);
    QTemporaryDir folder;
    FakeApi api;
    ApiClient client;
    ServerClock clock;
    AgendaSource source{client, clock};
    Outgoing outgoing{client, clock};
    std::unique_ptr<ServerLink> link;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<SettingsDesk> desk;
};

} // namespace

TEST_F(SettingsDeskTest, HasOtherPagesForATeamsServer)
{
    QSignalSpy answered(link.get(), &ServerLink::answered);
    link->start();
    ASSERT_TRUE(eventually([&] { return answered.size() == 1; }));
    desk->open();
    const SettingsWindow *own = desk->window();
    EXPECT_NE(desk->context().own, nullptr);

    const auto team = await(link->servers().add(api.url().toString(), api.token(), u"Sales"_s));
    ASSERT_TRUE(team) << qPrintable(team.error().detail);
    link->servers().use(team->id);
    ASSERT_TRUE(eventually([&] { return desk->window() != nullptr && desk->window() != own; }));
    EXPECT_TRUE(desk->window()->isVisible()) << "it was seen before";
    EXPECT_EQ(desk->context().own, nullptr);
    EXPECT_FALSE(desk->context().deleteAll);

    link->servers().use({});
    ASSERT_TRUE(eventually([&] { return desk->context().own != nullptr; }));
}

TEST_F(SettingsDeskTest, LeavesOurServerAloneWhileATeamsIsInUse)
{
    QSignalSpy answered(link.get(), &ServerLink::answered);
    link->start();
    ASSERT_TRUE(eventually([&] { return answered.size() == 1; }));
    desk->open();
    ServerSetup *setup = desk->context().own;
    ASSERT_NE(setup, nullptr);
    const auto team = await(link->servers().add(api.url().toString(), api.token(), u"Sales"_s));
    ASSERT_TRUE(team) << qPrintable(team.error().detail);
    link->servers().use(team->id);
    ASSERT_TRUE(eventually([&] { return answered.size() == 2 && !link->child().isRunning(); }));
    QSignalSpy ready(&link->child(), &ServerProcess::ready);
    Q_EMIT setup->changed(); // an apply that was on its way
    EXPECT_FALSE(link->child().isRunning());
    EXPECT_EQ(ready.size(), 0);
    link->servers().use({});
    EXPECT_TRUE(eventually([&] { return ready.size() == 1; }));
}
