// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverprocess.h"
#include "app/backend/apiclient.h"
#include "core/time/words.h"
#include "tests/support/await.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QString serverProgram()
{
    return QStringLiteral(CHATCAL_SERVER_PATH);
}

/// The server's process ids whose command line names @p folder.
QList<int> serversOn(const QString &folder)
{
    QList<int> found;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s + entry + u"/cmdline"_s);
        if (entry.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toUtf8()))
            found.append(entry.toInt());
    }
    return found;
}

} // namespace

TEST(ServerProcess, ServesWithATokenThatNoCommandLineShows)
{
    const QTemporaryDir folder;
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy ready(&server, &ServerProcess::ready);
    server.start();
    ASSERT_TRUE(eventually([&] { return !ready.isEmpty(); }));
    ApiClient client;
    client.setServer(ready.first().first().toUrl(), server.token());
    const Instant now = SystemClock().now();
    const auto agenda = await(client.agenda({now, now + std::chrono::days(7)}));
    ASSERT_TRUE(agenda) << qPrintable(agenda.error().detail);
    EXPECT_TRUE(agenda->items.isEmpty());

    const auto processes = serversOn(folder.path());
    ASSERT_EQ(processes.size(), 1);
    for (const char *name : {"cmdline", "environ"}) {
        QFile file(u"/proc/%1/%2"_s.arg(processes.first()).arg(QLatin1StringView(name)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(file.readAll().contains(server.token().reveal())) << name;
    }
}

TEST(ServerProcess, IsStartedAgainAfterACrash)
{
    const QTemporaryDir folder;
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy ready(&server, &ServerProcess::ready);
    QSignalSpy restarting(&server, &ServerProcess::restarting);
    server.start();
    ASSERT_TRUE(eventually([&] { return ready.size() == 1; }));
    const auto processes = serversOn(folder.path());
    ASSERT_EQ(processes.size(), 1);
    ::kill(processes.first(), SIGKILL);
    EXPECT_TRUE(eventually([&] { return ready.size() == 2; }));
    EXPECT_EQ(restarting.size(), 1);
    EXPECT_EQ(ready.at(1).first().toUrl(), ready.at(0).first().toUrl()) << "the chat's session hangs on the address";
}

TEST(ServerProcess, TakesAnotherPortWhereItsOwnWasTaken)
{
    const QTemporaryDir folder;
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy ready(&server, &ServerProcess::ready);
    server.start();
    ASSERT_TRUE(eventually([&] { return ready.size() == 1; }));
    const QUrl first = ready.first().first().toUrl();
    ::kill(serversOn(folder.path()).value(0), SIGKILL);
    QTcpServer other;
    ASSERT_TRUE(eventually([&] { return other.listen(QHostAddress::LocalHost, static_cast<quint16>(first.port())); }));
    ASSERT_TRUE(eventually([&] { return ready.size() == 2; }));
    EXPECT_NE(ready.at(1).first().toUrl().port(), first.port());
}

TEST(ServerProcess, EndsWithItsParent)
{
    const QTemporaryDir folder;
    {
        ServerProcess server(serverProgram(), folder.path());
        QSignalSpy ready(&server, &ServerProcess::ready);
        server.start();
        ASSERT_TRUE(eventually([&] { return !ready.isEmpty(); }));
    }
    EXPECT_TRUE(serversOn(folder.path()).isEmpty());
}

TEST(ServerProcess, SaysWhyItCannotStart)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"chatcal.conf"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("WORKING_HOURS = whenever\n");
    file.close();
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy failed(&server, &ServerProcess::failed);
    server.start();
    ASSERT_TRUE(eventually([&] { return !failed.isEmpty(); }));
    EXPECT_TRUE(failed.first().first().toString().contains(u"WORKING_HOURS"_s));
}

TEST(ServerProcess, HandsTheSecretsOnByPipe)
{
    const QTemporaryDir folder;
    const QByteArray secret = "gsk-known-to-the-child-only";
    QFile file(folder.filePath(u"desktop.secrets"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write("{\"GROQ_API_KEY\": \"" + secret + "\"}");
    file.close();
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy ready(&server, &ServerProcess::ready);
    server.start();
    EXPECT_TRUE(server.isRunning());
    ASSERT_TRUE(eventually([&] { return !ready.isEmpty(); }));
    const auto processes = serversOn(folder.path());
    ASSERT_EQ(processes.size(), 1);
    for (const char *name : {"cmdline", "environ"}) {
        QFile shown(u"/proc/%1/%2"_s.arg(processes.first()).arg(QLatin1StringView(name)));
        ASSERT_TRUE(shown.open(QIODevice::ReadOnly));
        EXPECT_FALSE(shown.readAll().contains(secret)) << name;
    }
}

TEST(ServerProcess, SaysWhichSecretIsNoGood)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"desktop.secrets"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write("{\"SECRET_KEY\": \"short\"}");
    file.close();
    ServerProcess server(serverProgram(), folder.path());
    QSignalSpy failed(&server, &ServerProcess::failed);
    server.start();
    ASSERT_TRUE(eventually([&] { return !failed.isEmpty(); }));
    EXPECT_TRUE(failed.first().first().toString().contains(u"SECRET_KEY (keychain)"_s));
}
