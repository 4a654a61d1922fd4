// SPDX-License-Identifier: Apache-2.0
// The server, compiled with fail points, killed at every step of a booking over every store and calendar.
#include "tests/integration/processserver.h"
#include "tests/support/await.h"
#include "tests/support/fakegoogle.h"
#include "tests/support/radicale.h"
#include "tests/support/redisserver.h"
#include "tests/support/smtpsink.h"

#include <QFile>
#include <QSet>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

/// Each combination of store and calendar dies this often; six of them make more than 200.
constexpr int killsEach = 36;
const QByteArrayList steps{"after-lease",  "after-intent", "after-calendar",
                           "after-commit", "before-mail",  "after-mail"};

struct Parts
{
    const char *store;
    const char *calendar;
};

class ServerCrash : public testing::TestWithParam<Parts>
{
protected:
    void SetUp() override
    {
        if (const QString lacking = SmtpSink::missing(); !lacking.isEmpty())
            GTEST_SKIP() << lacking.toStdString();
        ASSERT_TRUE(m_sink.start());
        m_variables = {{u"SMTP_SERVER"_s, u"127.0.0.1"_s},
                       {u"SMTP_PORT"_s, QString::number(m_sink.port())},
                       {u"SMTP_SECURITY"_s, u"none"_s},
                       {u"PUBLIC_URL"_s, u"http://chat.test"_s},
                       {u"SECRET_KEY"_s, u"a key of thirty-two characters!!"_s},
                       {u"CHATCAL_FAIL_POINT"_s, m_armed}};
        if (QByteArrayView(GetParam().store) == "redis") {
            if (!hasRedis())
                GTEST_SKIP() << "redis-server is not installed";
            m_redis = std::make_unique<RedisServer>(
                RedisServer::Options{.arguments = {u"--appendonly"_s, u"yes"_s, u"--appendfsync"_s, u"always"_s}});
            ASSERT_TRUE(m_redis->start());
            m_variables.insert(u"REDIS_URL"_s, m_redis->url());
        }
        const QByteArrayView calendar = GetParam().calendar;
        if (calendar == "caldav") {
            if (!hasRadicale())
                GTEST_SKIP() << "radicale is not installed";
            ASSERT_TRUE(m_radicale.start());
            ASSERT_TRUE(m_radicale.makeCalendar(u"/ada/work/"_s));
            m_variables.insert({{u"CALDAV_URL"_s, m_radicale.url(u"/ada/work/"_s).toString()},
                                {u"CALDAV_USERNAME"_s, m_radicale.username()},
                                {u"CALDAV_PASSWORD"_s, QString::fromUtf8(m_radicale.password())},
                                {u"ALLOWED_PRIVATE_HOSTS"_s, u"127.0.0.1"_s}});
        } else if (calendar == "google") {
            m_google.oauth().registerRedirect(u"http://chat.test/auth/callback"_s);
            m_variables.insert({{u"GOOGLE_CLIENT_ID"_s, FakeGoogleOAuth::clientId},
                                {u"GOOGLE_CLIENT_SECRET"_s, QString::fromUtf8(FakeGoogleOAuth::clientSecret)},
                                {u"GOOGLE_API_BASE"_s, m_google.apiBase().toString()},
                                {u"GOOGLE_OAUTH_BASE"_s, m_google.oauthBase().toString()}});
        }
        arm({});
        ASSERT_TRUE(restart()) << m_server->log().toStdString();
        if (calendar == "google")
            signIn();
    }

    void arm(const QByteArray &step)
    {
        QFile file(m_armed);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(step);
    }

    bool restart()
    {
        m_server = std::make_unique<ServerProcess>(m_folder.path(), m_variables);
        m_server->setProgram(u"crash_server"_s);
        return m_server->start();
    }

    /// As the host's browser does.
    void signIn()
    {
        const auto login = m_server->send("POST", u"/auth/login"_s, {}, ServerProcess::asOwner());
        ASSERT_EQ(login.status, 200) << login.http.body.toStdString();
        HttpClient browser;
        HttpRequest consent;
        consent.url = QUrl(login.json["url"_L1].toString());
        const auto redirect = await(browser.send(consent, {}));
        ASSERT_TRUE(redirect);
        const QUrl back(QString::fromLatin1(redirect->header("location")));
        const auto done = m_server->send("GET", back.path() + u'?' + back.query(QUrl::FullyEncoded));
        ASSERT_EQ(done.status, 200) << done.http.body.toStdString();
    }

    /// The @p nth wish, each at a time of its own: eight half hours of a working day.
    QCoro::Task<Result<HttpResponse>> ask(int nth)
    {
        const QDate day = QDate(2026, 3, 9).addDays(nth / 40 * 7 + nth % 40 / 8);
        const QTime time = QTime(10, 0).addSecs(nth % 8 * 1800);
        const QString start = day.toString(Qt::ISODate) + u'T' + time.toString(u"HH:mm:ss"_s) + u"-04:00"_s;
        const QJsonObject attendee{{u"name"_s, u"Guest %1"_s.arg(nth)},
                                   {u"email"_s, u"guest%1@example.com"_s.arg(nth)}};
        HttpHeaders headers = ServerProcess::asOwner();
        headers.append({"Idempotency-Key", "wish-" + QByteArray::number(nth)});
        return m_server->begin("POST", u"/api/v1/meetings"_s,
                               {{u"title"_s, u"Wish %1"_s.arg(nth)},
                                {u"start"_s, start},
                                {u"duration_minutes"_s, 30},
                                {u"attendees"_s, QJsonArray{attendee}}},
                               headers);
    }

    int mailsWaiting()
    {
        const auto outbox = m_server->hostGet(u"/api/v1/outbox"_s);
        EXPECT_EQ(outbox.status, 200) << outbox.http.body.toStdString();
        return outbox.json["waiting"_L1].toInt(-1);
    }

    QJsonArray meetings(const QString &status)
    {
        const auto page = m_server->hostGet(
            u"/api/v1/meetings?from=2026-03-01T00:00:00Z&to=2026-06-01T00:00:00Z&limit=500&status="_s + status);
        EXPECT_EQ(page.status, 200) << page.http.body.toStdString();
        return page.json["meetings"_L1].toArray();
    }

    QTemporaryDir m_folder;
    QString m_armed = m_folder.filePath(u"fail-point"_s);
    SmtpSink m_sink;
    std::unique_ptr<RedisServer> m_redis;
    Radicale m_radicale;
    FakeGoogle m_google;
    ServerProcess::Variables m_variables;
    std::unique_ptr<ServerProcess> m_server;
};

/// How the mails that arrived look.
struct Post
{
    QHash<QByteArray, int> copies; ///< by Message-ID
    qsizetype repeats = 0; ///< of one that had arrived
};

Post read(const QList<SmtpSink::Mail> &mails)
{
    Post post;
    for (const auto &mail : mails) {
        const qsizetype at = mail.data.toLower().indexOf("message-id:");
        const QByteArray id = mail.data.mid(at, mail.data.indexOf('\n', at) - at).trimmed();
        if (++post.copies[id] > 1)
            ++post.repeats;
    }
    return post;
}

TEST_P(ServerCrash, LosesNothingAndDoublesNothing)
{
    int repeats = 0; // the kill fell between the mail server's acceptance and our record
    int told = 0;
    QHash<int, QString> uids;
    for (int round = 0; round < killsEach; ++round) {
        const QByteArray &step = steps[round % steps.size()];
        SCOPED_TRACE(testing::Message() << "round " << round << ", " << step.toStdString());
        arm(step);
        const auto answer = ServerProcess::read(await(ask(round)));
        ASSERT_TRUE(eventually([this] { return !m_server->isRunning(); }, 60s)) << "the step was not reached";
        told += answer.status == 201 ? 1 : 0;
        repeats += step == "after-mail" ? 1 : 0;
        arm({});
        ASSERT_TRUE(restart()) << m_server->log().toStdString();
        // Whoever was not told asks again, with the same key.
        ProcessAnswer again;
        ASSERT_TRUE(eventually(
            [&] {
                again = ServerProcess::read(await(ask(round)));
                return again.status != 503;
            },
            60s));
        ASSERT_EQ(again.status, 201) << again.http.body.toStdString();
        uids[round] = again.json["uid"_L1].toString();
        if (answer.status == 201)
            EXPECT_EQ(answer.json["uid"_L1].toString(), uids[round]) << "told of one meeting, and another is there";
        // So that the next kill falls into the way of its own mails alone. Redis frees a dead process's outbox late.
        ASSERT_TRUE(eventually([this] { return mailsWaiting() == 0; }, 60s)) << mailsWaiting() << " mails wait";
    }

    EXPECT_EQ(meetings(u"pending"_s).size(), 0);
    QSet<QString> confirmed;
    for (const auto &meeting : meetings(u"confirmed"_s))
        confirmed.insert(meeting.toObject()["uid"_L1].toString());
    EXPECT_EQ(confirmed, QSet<QString>(uids.cbegin(), uids.cend()));
    EXPECT_EQ(meetings(u"confirmed"_s).size(), killsEach);
    const auto agenda = m_server->hostGet(u"/api/v1/agenda?from=2026-03-01T00:00:00Z&to=2026-06-01T00:00:00Z"_s);
    EXPECT_EQ(agenda.json["events"_L1].toArray().size(), killsEach) << "events in the calendar";

    EXPECT_EQ(m_server->stop(), 0);
    const Post post = read(m_sink.mails());
    EXPECT_EQ(post.copies.size(), 2 * killsEach) << "to the guest and to the host of each";
    EXPECT_EQ(post.repeats, repeats);
    RecordProperty("kills", killsEach);
    RecordProperty("told_before_the_kill", told);
    RecordProperty("mails_repeated", static_cast<int>(post.repeats));
}

INSTANTIATE_TEST_SUITE_P(All, ServerCrash,
                         testing::Values(Parts{"sqlite", "local"}, Parts{"sqlite", "caldav"}, Parts{"sqlite", "google"},
                                         Parts{"redis", "local"}, Parts{"redis", "caldav"}, Parts{"redis", "google"}),
                         [](const auto &info) { return std::string(info.param.store) + "_" + info.param.calendar; });

} // namespace
} // namespace ChatCal
