// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverlink.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = ChangeOutcome::State;

namespace {

class ServerLinkTest : public testing::Test
{
protected:
    ServerLinkTest()
    {
        QSettings().clear();
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        link = std::make_unique<ServerLink>(QStringLiteral(CHATCAL_SERVER_PATH), folder.path(),
                                            ServerLink::Parts{client, clock, source, outgoing});
    }
    ~ServerLinkTest() override { QSettings().clear(); }

    static Change booking(const QString &title)
    {
        Change change;
        change.kind = Change::Kind::Book;
        change.title = title;
        change.meeting = {{u"title"_s, title}, {u"start"_s, u"2026-03-10T14:00:00Z"_s}, {u"duration_minutes"_s, 30}};
        return change;
    }

    QTemporaryDir folder;
    FakeApi api;
    ApiClient client;
    ServerClock clock;
    AgendaSource source{client, clock};
    Outgoing outgoing{client, clock};
    std::unique_ptr<ServerLink> link;
};

} // namespace

TEST_F(ServerLinkTest, StartsOurOwn)
{
    QSignalSpy answered(link.get(), &ServerLink::answered);
    EXPECT_TRUE(link->isOwn());
    link->start();
    ASSERT_TRUE(eventually([&] { return !answered.isEmpty(); }));
    EXPECT_TRUE(client.hasServer());
    EXPECT_TRUE(link->child().isRunning());
}

TEST_F(ServerLinkTest, UsesTheOneItWasStartedWith)
{
    link->useOnly(api.url(), api.token());
    QSignalSpy answered(link.get(), &ServerLink::answered);
    link->start();
    ASSERT_TRUE(eventually([&] { return !answered.isEmpty(); }));
    EXPECT_EQ(client.url(), api.url());
    EXPECT_FALSE(link->isOwn());
    EXPECT_FALSE(link->child().isRunning());
}

TEST_F(ServerLinkTest, TurnsToATeamAndBackAndLosesNothingOfEither)
{
    QSignalSpy answered(link.get(), &ServerLink::answered);
    link->start();
    ASSERT_TRUE(eventually([&] { return answered.size() == 1; }));
    client.setServer({}, {}); // as if it were gone
    EXPECT_EQ(await(outgoing.submit(booking(u"Own"_s))).state, State::Waiting);

    link->servers().vault().setAsker([](SecretVault::Question) -> QCoro::Task<SecretVault::Answer> {
        co_return SecretVault::Answer{SecretVault::Answer::Kind::Given, Secret("correct horse battery")};
    });
    const auto team = await(link->servers().add(api.url().toString(), api.token(), u"Sales"_s));
    ASSERT_TRUE(team) << qPrintable(team.error().detail);
    link->servers().use(team->id);
    EXPECT_THAT(outgoing.waiting(), testing::IsEmpty());
    ASSERT_TRUE(eventually([&] { return answered.size() == 2; }));
    EXPECT_EQ(link->name(), u"Sales"_s);
    EXPECT_EQ(client.url(), api.url());
    EXPECT_EQ(await(outgoing.submit(booking(u"Team"_s))).state, State::Done);
    EXPECT_THAT(api.done, testing::ElementsAre(u"book Team"_s));
    EXPECT_TRUE(eventually([&] { return !link->child().isRunning(); }));

    link->servers().use({});
    ASSERT_EQ(outgoing.waiting().size(), 1);
    EXPECT_EQ(outgoing.waiting().first().change.title, u"Own"_s);
    ASSERT_TRUE(eventually([&] { return answered.size() == 3; }));
    EXPECT_NE(client.url(), api.url());
    EXPECT_TRUE(eventually([&] { return outgoing.waiting().isEmpty() || outgoing.waiting().first().refusal; }));
    EXPECT_EQ(api.done.size(), 1) << "the team got nothing that was not for it";
}

TEST_F(ServerLinkTest, SaysWhyATeamDoesNotAnswerAndGoesOnTrying)
{
    link->useOnly(QUrl(u"http://127.0.0.1:9"_s), api.token());
    QSignalSpy outage(link.get(), &ServerLink::outage);
    link->start();
    ASSERT_TRUE(eventually([&] { return !outage.isEmpty(); }));
    EXPECT_TRUE(outage.first().first().toString().contains(u"127.0.0.1"_s));
    EXPECT_FALSE(outage.first().at(1).toString().isEmpty());
    EXPECT_TRUE(eventually([&] { return outage.size() == 2; })) << "by itself";
}
