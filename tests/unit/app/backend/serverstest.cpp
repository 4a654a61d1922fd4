// SPDX-License-Identifier: Apache-2.0
#include "app/backend/servers.h"
#include "tests/support/await.h"
#include "tests/support/smtpsink.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// No keychain answers here: the vault seals its file.
class ServersTest : public testing::Test
{
protected:
    ServersTest()
    {
        QSettings().clear();
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        servers = std::make_unique<Servers>(folder.path());
        servers->vault().setAsker([](SecretVault::Question) -> QCoro::Task<SecretVault::Answer> {
            co_return SecretVault::Answer{SecretVault::Answer::Kind::Given, Secret("correct horse battery")};
        });
    }
    ~ServersTest() override { QSettings().clear(); }

    Result<TeamServer> add(const QUrl &url, const Secret &token, const QString &name = {})
    {
        return await(servers->add(url.toString(), token, name));
    }
    ErrorCode failureOf(const QString &address, const Secret &token)
    {
        const auto added = await(servers->add(address, token, {}));
        EXPECT_FALSE(added);
        EXPECT_FALSE(added || Servers::addFailureWords(added.error()).isEmpty());
        return added ? ErrorCode::Internal : added.error().code;
    }

    QTemporaryDir folder;
    FakeApi api;
    std::unique_ptr<Servers> servers;
};

} // namespace

TEST_F(ServersTest, BeginWithOurOwn)
{
    EXPECT_TRUE(servers->teams().isEmpty());
    EXPECT_TRUE(servers->current().isEmpty());
    EXPECT_EQ(servers->folder({}), folder.filePath(u"desktop"_s));
}

TEST_F(ServersTest, KeepATeamsAddressAndItsTokenApart)
{
    QSignalSpy changed(servers.get(), &Servers::changed);
    const auto added = add(api.url(), api.token(), u"Sales"_s);
    ASSERT_TRUE(added) << qPrintable(added.error().detail);
    EXPECT_EQ(changed.size(), 1);
    ASSERT_EQ(servers->teams().size(), 1);
    EXPECT_EQ(servers->teams().first().name, u"Sales"_s);
    EXPECT_EQ(servers->teams().first().url, api.url());
    const auto token = await(servers->token(added->id));
    ASSERT_TRUE(token);
    EXPECT_TRUE(token->equals(api.token().reveal()));

    QSettings().sync();
    QFile settings(QSettings().fileName());
    ASSERT_TRUE(settings.open(QIODevice::ReadOnly));
    EXPECT_FALSE(settings.readAll().contains(api.token().reveal()));
    EXPECT_FALSE(QFile::exists(folder.filePath(u"desktop.sealed"_s))) << "which our own server is handed";
}

TEST_F(ServersTest, RememberWhichIsInUse)
{
    const auto added = add(api.url(), api.token());
    ASSERT_TRUE(added);
    QSignalSpy current(servers.get(), &Servers::currentChanged);
    servers->use(u"unknown"_s);
    EXPECT_TRUE(current.isEmpty());
    servers->use(added->id);
    servers->use(added->id);
    EXPECT_EQ(current.size(), 1);
    EXPECT_EQ(Servers(folder.path()).current(), added->id);
    EXPECT_NE(servers->folder(added->id), servers->folder({}));
}

TEST_F(ServersTest, ForgetOneWithAllThatIsItsOwn)
{
    const auto added = add(api.url(), api.token());
    ASSERT_TRUE(added);
    servers->use(added->id);
    QDir().mkpath(servers->folder(added->id));
    // Where no keychain answers the token may still be in one: it is said, and the server stays.
    const auto removed = await(servers->remove(added->id));
    if (removed) {
        EXPECT_TRUE(servers->teams().isEmpty());
        EXPECT_TRUE(servers->current().isEmpty());
        EXPECT_FALSE(QFile::exists(servers->folder(added->id)));
    } else {
        EXPECT_EQ(removed.error().code, ErrorCode::Unavailable);
        EXPECT_EQ(servers->teams().size(), 1);
    }
    EXPECT_FALSE(await(servers->token(added->id))) << "the file forgot it";
}

TEST_F(ServersTest, SayWhatIsWrong)
{
    EXPECT_EQ(failureOf(api.url().toString(), Secret("wrong")), ErrorCode::Unauthorized);
    EXPECT_EQ(failureOf(u"http://127.0.0.1:9"_s, api.token()), ErrorCode::Unavailable);
    EXPECT_EQ(failureOf(u"http://cal.example.com"_s, api.token()), ErrorCode::InvalidInput);
    EXPECT_EQ(failureOf(u"not an address"_s, api.token()), ErrorCode::InvalidInput);
    EXPECT_TRUE(servers->teams().isEmpty());
}

TEST_F(ServersTest, ShowNoTokenToWhoeverIsNoChatCal)
{
    QByteArrayList headers;
    Router router;
    router.route("GET", u"/{path...}"_s, [&headers](ServerRequest request) -> QCoro::Task<ServerResponse> {
        headers.append(request.headers.value("Authorization"));
        co_return ServerResponse::html("<h1>Welcome</h1>");
    });
    HttpServer other(std::move(router));
    const auto port = orDie(other.listen(QHostAddress(QHostAddress::LocalHost), 0), "a free port");
    EXPECT_EQ(failureOf(u"http://127.0.0.1:%1"_s.arg(port), api.token()), ErrorCode::NotFound);
    EXPECT_THAT(headers, testing::ElementsAre(QByteArray()));
}

TEST_F(ServersTest, SayWhenACertificateDoesNotHold)
{
    TestAuthority authority;
    const auto certificate = authority.isMade() ? authority.sign({u"IP:127.0.0.1"_s}) : std::nullopt;
    if (!certificate)
        GTEST_SKIP() << "openssl makes no certificate here";
    QFile certFile(certificate->certFile);
    QFile keyFile(certificate->keyFile);
    ASSERT_TRUE(certFile.open(QIODevice::ReadOnly) && keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(&certFile));
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(tls);
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    EXPECT_EQ(failureOf(u"https://127.0.0.1:%1"_s.arg(server.serverPort()), api.token()), ErrorCode::Protocol);
}

TEST(ServerUrl, TakesWhatPeopleWrite)
{
    EXPECT_EQ(serverUrl(u" cal.example.com "_s), QUrl(u"https://cal.example.com"_s));
    EXPECT_EQ(serverUrl(u"https://example.com/calendar/"_s), QUrl(u"https://example.com/calendar"_s));
    EXPECT_EQ(serverUrl(u"http://localhost:8080"_s), QUrl(u"http://localhost:8080"_s));
    EXPECT_EQ(serverUrl(u"http://[::1]:8080/"_s), QUrl(u"http://[::1]:8080"_s));
    for (const QString &wrong : {u""_s, u"ftp://example.com"_s, u"http://example.com"_s,
                                 u"https://me:secret@example.com"_s, u"https://example.com/?token=1"_s, u"https://"_s})
        EXPECT_FALSE(serverUrl(wrong)) << qPrintable(wrong);
}
