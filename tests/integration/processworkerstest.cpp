// SPDX-License-Identifier: Apache-2.0
// Several processes that serve one address: chatcal-server --workers 2.
#include "core/base/json.h"
#include "tests/integration/loadclient.h"
#include "tests/integration/processserver.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

using testing::HasSubstr;
using testing::SizeIs;

const QStringList twoWorkers{u"--workers"_s, u"2"_s};
const ServerProcess::Variables unlimited{{u"CHATCAL_RATE_LIMIT"_s, u"0"_s}, {u"LOG_REQUESTS"_s, u"no"_s}};

QList<pid_t> childrenOf(qint64 pid)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(pid));
    QList<pid_t> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &word : file.readAll().split(' ')) {
            if (!word.trimmed().isEmpty())
                children.append(word.trimmed().toInt());
        }
    }
    return children;
}

bool isAlive(pid_t pid)
{
    return ::kill(pid, 0) == 0;
}

/// Two workers that serve, neither of them one of @p before.
bool isRenewed(const ServerProcess &server, const QList<pid_t> &before)
{
    const auto now = childrenOf(server.processId());
    return now.size() == 2 && std::none_of(now.begin(), now.end(), [&](pid_t pid) { return before.contains(pid); });
}

double metric(ServerProcess &server, const QByteArray &series)
{
    const QByteArray text = server.hostGet(u"/metrics"_s).http.body;
    const qsizetype at = text.indexOf('\n' + series + ' ');
    return at < 0 ? -1
                  : text.mid(at + series.size() + 2, text.indexOf('\n', at + 1) - at - series.size() - 2).toDouble();
}

int serving(ServerProcess &server)
{
    return static_cast<int>(metric(server, "chatcal_workers"));
}

} // namespace

TEST(ProcessWorkers, ServeTogetherAndCountAsOne)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    ASSERT_THAT(childrenOf(server.processId()), SizeIs(2));
    std::vector<std::thread> guests;
    for (int i = 0; i < 4; ++i)
        guests.emplace_back([port = server.port()] {
            for (int n = 0; n < 25; ++n) {
                PlainConnection connection;
                EXPECT_EQ(connection.ask(port, "GET", "/version").status, 200);
            }
        });
    for (std::thread &guest : guests)
        guest.join();
    const QByteArray series = R"(chatcal_http_request_seconds_count{method="GET",route="/version",status="200"})";
    EXPECT_TRUE(eventually([&] { return metric(server, series) == 100; })) << metric(server, series);
    const QByteArray log = server.log();
    EXPECT_THAT(log.toStdString(), HasSubstr(R"("worker":1)"));
    EXPECT_THAT(log.toStdString(), HasSubstr(R"("worker":2)"));
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessWorkers, ReplaceOneThatIsKilledAndForgetNoCount)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path(), unlimited);
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    const auto before = childrenOf(server.processId());
    Load load(server.port(), 8);
    ASSERT_TRUE(eventually([&] { return load.answered() > 200; }));
    ASSERT_EQ(::kill(before.first(), SIGKILL), 0);
    ASSERT_TRUE(eventually([&] {
        const auto now = childrenOf(server.processId());
        return now.size() == 2 && !now.contains(before.first()) && now.contains(before.last());
    }));
    const int then = load.answered();
    EXPECT_TRUE(eventually([&] { return load.answered() > then + 200; }));
    load.stop();
    EXPECT_EQ(load.notLetIn(), 0) << "the queue outlives the worker";
    EXPECT_LE(load.lost(), 8) << "what the dead worker had in hand, one of each guest";
    EXPECT_EQ(load.statuses().keys(), QList<int>{200});
    EXPECT_TRUE(eventually([&] { return serving(server) == 2; }));
    EXPECT_EQ(metric(server, "chatcal_workers_replaced_total"), 1);

    const double counted =
        metric(server, R"(chatcal_http_request_seconds_count{method="GET",route="/health/live",status="200"})");
    for (const pid_t pid : childrenOf(server.processId()))
        ::kill(pid, SIGTERM);
    EXPECT_TRUE(
        eventually([&] { return metric(server, "chatcal_workers_replaced_total") == 3 && serving(server) == 2; }));
    EXPECT_GE(metric(server, R"(chatcal_http_request_seconds_count{method="GET",route="/health/live",status="200"})"),
              counted);
    EXPECT_THAT(server.log().toStdString(), HasSubstr("was ended by signal 9"));
    EXPECT_EQ(server.stop(), 0);
}

class ProcessStop : public testing::TestWithParam<int>
{
};

TEST_P(ProcessStop, UnderLoadLosesNobodyWhoWasLetIn)
{
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir folder;
        ServerProcess server(folder.path(), unlimited);
        ASSERT_TRUE(server.start({u"--workers"_s, QString::number(GetParam())})) << server.log().toStdString();
        Load load(server.port(), 8);
        ASSERT_TRUE(eventually([&] { return load.answered() > 200; }));
        EXPECT_EQ(server.stop(), 0);
        load.stop();
        EXPECT_EQ(load.lost(), 0);
        EXPECT_EQ(load.notLetIn(), 8);
        EXPECT_EQ(load.statuses().keys(), QList<int>{200});
    }
}

INSTANTIATE_TEST_SUITE_P(Workers, ProcessStop, testing::Values(1, 2),
                         [](const auto &info) { return std::to_string(info.param); });

TEST(ProcessWorkers, AreRenewedUnderLoadWithoutALostAnswer)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path(), unlimited);
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    Load load(server.port(), 8);
    for (int round = 0; round < 3; ++round) {
        const auto before = childrenOf(server.processId());
        const int then = load.answered();
        ASSERT_TRUE(eventually([&] { return load.answered() > then + 100; }));
        ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGHUP), 0);
        ASSERT_TRUE(eventually([&] { return isRenewed(server, before); }, 30s));
    }
    load.stop();
    EXPECT_EQ(load.lost(), 0);
    EXPECT_EQ(load.notLetIn(), 0);
    EXPECT_EQ(load.statuses().keys(), QList<int>{200});
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessWorkers, StayAsTheyAreWhenTheirSuccessorsCannotStart)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    const auto before = childrenOf(server.processId());
    QFile configuration(folder.filePath(u"chatcal.conf"_s));
    ASSERT_TRUE(configuration.open(QIODevice::WriteOnly));
    configuration.write("WORKING_HOURS = always\n");
    configuration.close();
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGHUP), 0);
    ASSERT_TRUE(eventually([&] { return server.log().contains("the others stay as they are"); }));
    EXPECT_EQ(childrenOf(server.processId()), before);
    EXPECT_EQ(server.send("GET", u"/health/ready"_s).status, 200);

    configuration.remove();
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGHUP), 0);
    EXPECT_TRUE(eventually([&] { return isRenewed(server, before); }, 30s));
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessWorkers, GiveOneSlotToOneOfManyGuests)
{
    constexpr int guests = 32;
    constexpr int rounds = 10;
    const QTemporaryDir folder;
    ServerProcess server(folder.path(), {{u"CHATCAL_RATE_LIMIT"_s, u"0"_s}});
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    for (int round = 0; round < rounds; ++round) {
        std::atomic<int> booked = 0;
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < guests; ++i) {
            threads.emplace_back([&, i] {
                const QByteArray words = "Book a 30 minute call on March 10 at " + QByteArray::number(9 + round / 2)
                    + (round % 2 == 0 ? ":00" : ":30") + ", I'm Guest" + QByteArray::number(i) + " Lovelace, guest"
                    + QByteArray::number(i) + "@example.com";
                PlainConnection connection;
                const auto answer = connection.ask(server.port(), "POST", "/chat", R"({"message": ")" + words + "\"}");
                answered += answer.status == 200 ? 1 : 0;
                const auto json = parseJsonObject(answer.body).value_or(QJsonObject());
                const QJsonArray cards = json["cards"_L1].toArray();
                for (const auto &card : cards)
                    booked += card["kind"_L1].toString() == "meeting"_L1 ? 1 : 0;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        EXPECT_EQ(answered, guests) << round;
        EXPECT_EQ(booked, 1) << round;
        const auto list = server.hostGet(u"/api/v1/meetings"_s).json["meetings"_L1].toArray();
        EXPECT_EQ(list.size(), round + 1);
    }
    const auto events = server.hostGet(u"/api/v1/agenda?from=2026-03-01&to=2026-04-01"_s).json["events"_L1].toArray();
    EXPECT_EQ(events.size(), rounds);
    const auto mails = [&] { return QDir(folder.filePath(u"outbox"_s)).entryList({u"*.eml"_s}).size(); };
    EXPECT_TRUE(eventually([&] { return mails() >= 2 * rounds; }));
    EXPECT_EQ(mails(), 2 * rounds);
    // Both took part, or this shows nothing.
    for (const char *worker : {R"("route":"/chat","status":200)", R"("worker":1)", R"("worker":2)"})
        EXPECT_THAT(server.log().toStdString(), HasSubstr(worker));
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessWorkers, TellEachOthersStreamsOfChanges)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    const auto workers = childrenOf(server.processId());
    ASSERT_THAT(workers, SizeIs(2));
    for (const pid_t listener : workers) {
        const pid_t other = listener == workers.first() ? workers.last() : workers.first();
        // Whoever is stopped takes no connection, so that it is known who does.
        ASSERT_EQ(::kill(other, SIGSTOP), 0);
        QTcpSocket feed;
        feed.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        feed.write("GET /api/v1/events HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + ServerProcess::ownerToken
                   + "\r\n\r\n");
        QByteArray heard;
        const auto hears = [&](const char *what) {
            heard += feed.readAll();
            return heard.contains(what);
        };
        EXPECT_TRUE(eventually([&] { return hears(": connected"); }));
        ASSERT_EQ(::kill(listener, SIGSTOP), 0);
        ASSERT_EQ(::kill(other, SIGCONT), 0);
        PlainConnection connection;
        const QByteArray hour = listener == workers.first() ? "10" : "11";
        const auto answer = connection.ask(server.port(), "POST", "/api/v1/meetings",
                                           R"({"title": "Review", "start": "2026-03-11T)" + hour
                                               + R"(:00:00-04:00", "duration_minutes": 30})",
                                           "Authorization: Bearer " + ServerProcess::ownerToken + "\r\n");
        EXPECT_EQ(answer.status, 201) << answer.body.toStdString();
        ASSERT_EQ(::kill(listener, SIGCONT), 0);
        EXPECT_TRUE(eventually([&] { return hears("event: meeting_changed"); })) << heard.toStdString();
        EXPECT_TRUE(heard.contains("2026-03-11T" + hour + ":00"));
    }
    EXPECT_EQ(server.stop(), 0);
}

TEST(ProcessWorkers, EndWithTheirParent)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    const auto workers = childrenOf(server.processId());
    server.kill();
    for (const pid_t pid : workers)
        EXPECT_TRUE(eventually([pid] { return !isAlive(pid); })) << pid;
    PlainConnection connection;
    EXPECT_EQ(connection.ask(server.port(), "GET", "/health/live").outcome, PlainConnection::Outcome::NotLetIn);
}

TEST(ProcessWorkers, SayOnceWhatKeepsThemFromStarting)
{
    const QTemporaryDir folder;
    QFile database(folder.filePath(u"chatcal.sqlite"_s));
    ASSERT_TRUE(database.open(QIODevice::WriteOnly));
    database.write(QByteArray("this is no database ").repeated(500));
    database.close();
    expectRefused(ServerProcess::run(twoWorkers, folder.path(), {{u"LOG_FORMAT"_s, u"text"_s}}), "chatcal.sqlite");
}

TEST(ProcessWorkers, GiveUpWhenNoneOfThemServesAgain)
{
    const QTemporaryDir folder;
    ServerProcess server(folder.path());
    ASSERT_TRUE(server.start(twoWorkers)) << server.log().toStdString();
    QFile configuration(folder.filePath(u"chatcal.conf"_s));
    ASSERT_TRUE(configuration.open(QIODevice::WriteOnly));
    configuration.write("WORKING_HOURS = always\n");
    configuration.close();
    for (const pid_t pid : childrenOf(server.processId()))
        ASSERT_EQ(::kill(pid, SIGKILL), 0);
    EXPECT_EQ(server.waitForEnd(), 3);
    EXPECT_THAT(server.log().toStdString(), HasSubstr("nothing serves: giving up"));
}

} // namespace ChatCal
