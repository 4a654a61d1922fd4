// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "tests/integration/processserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::HasSubstr;

const QString bookingWords = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s;
const QString meetings = u"/api/v1/meetings"_s;

/// As long as the other end has the socket open.
bool isConnectedSoon(QTcpSocket &socket, quint16 port)
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(10000);
}

} // namespace

TEST(ProcessRun, SetsItsClockByTheSetting)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start()) << server.log().toStdString();
    const ProcessAnswer answer = server.say(bookingWords);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.json["timestamp"_L1].toString().startsWith("2026-03-04T09:00:"_L1));
    const QJsonArray list = server.hostGet(meetings).json["meetings"_L1].toArray();
    ASSERT_EQ(list.size(), 1);
    EXPECT_EQ(list[0]["id"_L1].toString(), u"0310-1400-30m"_s);
    EXPECT_THAT(server.log().toStdString(), HasSubstr("CHATCAL_NOW"));
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessRun, LogsJsonWithoutWhatPeopleSay)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start());
    const ProcessAnswer booked = server.say(bookingWords);
    const QString session = booked.json["session_id"_L1].toString();
    (void)server.send("POST", meetings,
                      {{u"title"_s, u"Zeppelin review"_s},
                       {u"start"_s, u"2026-03-11T10:00:00-04:00"_s},
                       {u"duration_minutes"_s, 30},
                       {u"location"_s, u"Lakehurst"_s}},
                      ServerProcess::asOwner());
    (void)server.send("POST", u"/chat/stream"_s, {{u"message"_s, u"Can we meet at the Zeppelin hangar?"_s}});
    (void)server.say(u"Cancel it"_s, session);
    (void)server.say(u"Cancel it"_s, u"a-made-up-session-id"_s);
    (void)server.send("GET", u"/sessions/"_s + session + u"/history"_s);
    (void)server.send("GET", meetings, {}, ServerProcess::bearer("a-wrong-token-entirely"));
    (void)server.send("POST", u"/chat"_s, {{u"message"_s, u"hi"_s}, {u"time_zone"_s, u"Zeppelin"_s}});
    (void)server.hostGet(u"/api/v1/meetings?cursor=Zeppelin"_s);
    (void)server.hostGet(u"/Zeppelin"_s);

    QFile commandLine(u"/proc/%1/cmdline"_s.arg(server.processId()));
    ASSERT_TRUE(commandLine.open(QIODevice::ReadOnly));
    EXPECT_FALSE(commandLine.readAll().contains(ServerProcess::ownerToken));
    ASSERT_EQ(server.stop(), 0);

    const QByteArray log = server.log();
    int requests = 0;
    for (const QByteArray &line : log.trimmed().split('\n')) {
        const auto object = parseJsonObject(line);
        ASSERT_TRUE(object) << line.toStdString();
        EXPECT_TRUE(object->contains("time"_L1) && object->contains("level"_L1)) << line.toStdString();
        if (object->value("event"_L1).toString() != "request"_L1)
            continue;
        ++requests;
        EXPECT_EQ(object->value("request_id"_L1).toString().size(), 16);
        for (const auto member : {"method"_L1, "route"_L1, "status"_L1, "microseconds"_L1})
            EXPECT_TRUE(object->contains(member)) << line.toStdString();
    }
    EXPECT_GE(requests, 9);
    const QString uid = booked.json["cards"_L1][0]["meeting"_L1]["uid"_L1].toString();
    for (const QByteArray &secret :
         {QByteArray("Ada"), QByteArray("example.com"), QByteArray("example.org"), QByteArray("2pm"),
          QByteArray("Zeppelin"), QByteArray("Lakehurst"), QByteArray("Cancel"), ServerProcess::ownerToken,
          QByteArray("a-wrong-token"), QByteArray("made-up-session"), session.toLatin1(), QByteArray("127.0.0.1")})
        EXPECT_FALSE(log.contains(secret)) << secret.toStdString();
    EXPECT_FALSE(uid.isEmpty());
}

TEST(ProcessRun, AnswersWhatIsUnderWayBeforeItEnds)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start());
    // A request whose body is still coming when the signal does.
    const QByteArray body = "{\"message\":\"" + bookingWords.toUtf8() + "\"}";
    QTcpSocket socket;
    ASSERT_TRUE(isConnectedSoon(socket, server.port()));
    socket.write("POST /chat HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body.first(20));
    ASSERT_TRUE(socket.waitForBytesWritten(10000));
    QTcpSocket feed;
    ASSERT_TRUE(isConnectedSoon(feed, server.port()));
    feed.write("GET /api/v1/events HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + ServerProcess::ownerToken
               + "\r\n\r\n");
    ASSERT_TRUE(eventually([&] { return feed.bytesAvailable() > 0; }));

    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGTERM), 0);
    // It took the signal once the endless feed is closed.
    ASSERT_TRUE(eventually([&] { return feed.state() == QAbstractSocket::UnconnectedState; }));
    socket.write(body.sliced(20));
    ASSERT_TRUE(eventually([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    const QByteArray answer = socket.readAll();
    EXPECT_TRUE(answer.startsWith("HTTP/1.1 200 ")) << answer.toStdString();
    EXPECT_TRUE(answer.contains("0310-1400-30m")) << answer.toStdString();
    EXPECT_TRUE(answer.toLower().contains("connection: close"));
    EXPECT_EQ(server.waitForEnd(), 0);
}

TEST(ProcessRun, EndsOnInterruptToo)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start());
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGINT), 0);
    EXPECT_EQ(server.waitForEnd(), 0);
}

TEST(ProcessRun, EndsWithItsParentAsAChild)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path(), {{u"CHATCAL_HOST_TOKEN"_s, QString()}});
    const QByteArray token = "the-token-that-came-by-pipe";
    ASSERT_TRUE(server.start({u"--child"_s}, token + "\n\n")) << server.log().toStdString();
    EXPECT_EQ(server.send("GET", meetings, {}, ServerProcess::bearer(token)).status, 200);
    EXPECT_EQ(server.send("GET", meetings, {}, ServerProcess::bearer("another-token-entirely")).status, 401);
    EXPECT_FALSE(QFile::exists(folder.filePath(u"owner.token"_s)));
    QFile environment(u"/proc/%1/environ"_s.arg(server.processId()));
    ASSERT_TRUE(environment.open(QIODevice::ReadOnly));
    EXPECT_FALSE(environment.readAll().contains(token));
    server.closeInput();
    EXPECT_EQ(server.waitForEnd(), 0);
}

TEST(ProcessHealthCheck, TellsWhetherTheServerIsReady)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start());
    const QTemporaryDir elsewhere;
    const ServerProcess::Variables there{{u"CHATCAL_LISTEN"_s, u"0.0.0.0:%1"_s.arg(server.port())}};
    const Outcome healthy = ServerProcess::run({u"--healthcheck"_s}, elsewhere.path(), there);
    EXPECT_EQ(healthy.exitCode, 0) << healthy.errors.toStdString();
    EXPECT_EQ(healthy.output + healthy.errors, QByteArray());

    // Let in and never answered: the server is stopped in its tracks.
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGSTOP), 0);
    QElapsedTimer took;
    took.start();
    const Outcome stuck = ServerProcess::run({u"--healthcheck"_s}, elsewhere.path(), there);
    EXPECT_EQ(stuck.exitCode, 1);
    EXPECT_THAT(stuck.errors.toStdString(), HasSubstr("no answer within 3000 ms"));
    EXPECT_LT(took.elapsed(), 10000);
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGCONT), 0);
    ASSERT_EQ(server.stop(), 0);

    const Outcome gone = ServerProcess::run({u"--healthcheck"_s}, elsewhere.path(), there);
    EXPECT_EQ(gone.exitCode, 1);
    EXPECT_EQ(gone.errors.count('\n'), 1) << gone.errors.toStdString();
    EXPECT_THAT(gone.errors.toStdString(), HasSubstr("nobody answers"));
    EXPECT_TRUE(QDir(elsewhere.path()).isEmpty()) << "it opens nothing";
}

TEST(ProcessToken, WorksAtOnceAndUntilItIsRemoved)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start());
    const Outcome added = ServerProcess::run({u"token"_s, u"add"_s, u"Alan"_s}, folder.path());
    ASSERT_EQ(added.exitCode, 0) << added.errors.toStdString();
    const QByteArray token = added.output.trimmed();
    EXPECT_EQ(token.size(), 43);
    EXPECT_FALSE(added.errors.contains(token));
    EXPECT_EQ(server.send("GET", meetings, {}, ServerProcess::bearer(token)).status, 200);
    EXPECT_EQ(server.send("PUT", u"/api/v1/settings"_s, {}, ServerProcess::bearer(token)).status, 403);
    EXPECT_EQ(ServerProcess::run({u"token"_s, u"list"_s}, folder.path()).output, "owner\nAlan\n");
    expectRefused(ServerProcess::run({u"token"_s, u"add"_s, u"Alan"_s}, folder.path()), "has a token already");

    const Outcome removed = ServerProcess::run({u"token"_s, u"remove"_s, u"Alan"_s}, folder.path());
    EXPECT_EQ(removed.exitCode, 0) << removed.errors.toStdString();
    EXPECT_EQ(server.send("GET", meetings, {}, ServerProcess::bearer(token)).status, 401);
    EXPECT_EQ(ServerProcess::run({u"token"_s, u"list"_s}, folder.path()).output, "owner\n");
    expectRefused(ServerProcess::run({u"token"_s, u"remove"_s, u"Alan"_s}, folder.path()), "Alan");
    EXPECT_EQ(server.stop(), 0);
    for (const QString &name : {u"chatcal.sqlite"_s, u"chatcal.sqlite-wal"_s}) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            EXPECT_FALSE(file.readAll().contains(token)) << "kept as a fingerprint only";
    }
}

TEST(ProcessToken, TakesOnlyWhatItKnows)
{
    const QTemporaryDir folder;
    for (const QStringList &words : {QStringList{u"token"_s},
                                     {u"token"_s, u"add"_s},
                                     {u"token"_s, u"add"_s, u"A"_s, u"B"_s},
                                     {u"token"_s, u"drop"_s, u"A"_s},
                                     {u"token"_s, u"list"_s, u"A"_s}})
        expectRefused(ServerProcess::run(words, folder.path()), "token takes");
    expectRefused(ServerProcess::run({u"token"_s, u"add"_s, u" "_s}, folder.path()), "name");
    expectRefused(ServerProcess::run({u"token"_s, u"add"_s, QString(65, u'x')}, folder.path()), "name");
}

} // namespace ChatCal
