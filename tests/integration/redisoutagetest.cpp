// SPDX-License-Identifier: Apache-2.0
// The server on a Redis that falls silent, dies and comes back, and several servers on one Redis.
#include "core/base/json.h"
#include "tests/integration/loadclient.h"
#include "tests/integration/processserver.h"
#include "tests/support/redisserver.h"

#include <QSet>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Within which a server whose store is gone says so.
constexpr milliseconds promised = 4s;
constexpr int bookers = 16;
constexpr int talkers = 16;

QByteArray asOwner()
{
    return "Authorization: Bearer " + ServerProcess::ownerToken + "\r\n";
}

RedisServer::Options lasting()
{
    return {.arguments = {u"--appendonly"_s, u"yes"_s, u"--appendfsync"_s, u"always"_s}};
}

ServerProcess::Variables on(const RedisServer &redis)
{
    return {{u"REDIS_URL"_s, redis.url()},
            {u"SECRET_KEY"_s, u"a key of thirty-two characters!!"_s},
            {u"CHATCAL_RATE_LIMIT"_s, u"0"_s},
            {u"LOG_REQUESTS"_s, u"no"_s}};
}

/// An answer and how long it took.
struct Timed
{
    PlainConnection::Answer answer;
    steady_clock::time_point asked;
    milliseconds took{};

    [[nodiscard]] bool isRefusal() const { return answer.status == 503; }
    [[nodiscard]] bool namesAWait() const { return answer.head.contains("\r\nretry-after: "); }
    [[nodiscard]] QJsonObject json() const { return parseJsonObject(answer.body).value_or(QJsonObject()); }
};

Timed ask(PlainConnection &connection, quint16 port, const QByteArray &method, const QByteArray &path,
          const QByteArray &body = {}, const QByteArray &headers = {})
{
    Timed timed;
    timed.asked = steady_clock::now();
    timed.answer = connection.ask(port, method, path, body, headers);
    timed.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - timed.asked);
    return timed;
}

Timed ask(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
          const QByteArray &headers = {})
{
    PlainConnection connection;
    return ask(connection, port, method, path, body, headers);
}

/// The @p nth wish has a quarter of an hour of its own, 32 of them a day from 9:00 in New York.
Timed wish(PlainConnection &connection, quint16 port, int nth)
{
    const QDate day = QDate(2026, 3, 9).addDays(nth / 32);
    const QString start = day.toString(Qt::ISODate) + u'T' + QTime(9, 0).addSecs(nth % 32 * 900).toString(Qt::ISODate);
    const QByteArray number = QByteArray::number(nth);
    return ask(connection, port, "POST", "/api/v1/meetings",
               R"({"title": "Wish )" + number + R"(", "start": ")" + start.toLatin1()
                   + R"(-04:00", "duration_minutes": 15})",
               asOwner() + "Idempotency-Key: wish-" + number + "\r\n");
}

/// Owners who book and guests who talk, each in a thread of its own, until told to stop.
class Crowd
{
public:
    explicit Crowd(quint16 port)
    {
        for (int i = 0; i < bookers; ++i)
            m_threads.emplace_back(&Crowd::book, this, port);
        for (int i = 0; i < talkers; ++i)
            m_threads.emplace_back(&Crowd::talk, this, port, i);
    }
    ~Crowd() { stop(); }

    void stop()
    {
        m_stop = true;
        for (std::thread &thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }
    [[nodiscard]] int booked() const { return m_booked; }
    [[nodiscard]] int talked() const { return m_talked; }
    /// All answers, and what became of each wish; after stop().
    [[nodiscard]] const std::vector<Timed> &answers() const { return m_answers; }
    [[nodiscard]] const QHash<int, QString> &uids() const { return m_uids; } ///< of the wishes answered with 201
    [[nodiscard]] int wishes() const { return m_next; }

private:
    void pause() const { std::this_thread::sleep_for(200ms); } // a crowd, not a flood: the calendar is finite

    void book(quint16 port)
    {
        PlainConnection connection;
        for (; !m_stop; pause()) {
            const int nth = m_next++;
            const Timed timed = wish(connection, port, nth);
            const std::scoped_lock lock(m_mutex);
            m_answers.push_back(timed);
            if (timed.answer.status != 201)
                continue;
            ++m_booked;
            m_uids[nth] = timed.json()["uid"_L1].toString();
        }
    }

    void talk(quint16 port, int who)
    {
        PlainConnection connection;
        QString session;
        for (int turn = who; !m_stop; pause()) {
            QJsonObject body{{u"message"_s, turn++ % 2 == 0 ? u"Hello there"_s : u"What times are free tomorrow?"_s}};
            if (!session.isEmpty())
                body.insert(u"session_id"_s, session);
            const Timed timed = ask(connection, port, "POST", "/chat", toJson(body));
            const std::scoped_lock lock(m_mutex);
            m_answers.push_back(timed);
            if (timed.answer.status != 200)
                continue;
            ++m_talked;
            session = timed.json()["session_id"_L1].toString();
        }
    }

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_next = 0;
    std::atomic<int> m_booked = 0;
    std::atomic<int> m_talked = 0;
    std::mutex m_mutex;
    std::vector<Timed> m_answers;
    QHash<int, QString> m_uids;
    std::vector<std::thread> m_threads;
};

/// What the watch saw in an outage.
struct Watched
{
    bool liveStayed = true;
    milliseconds slowestLive{}; ///< needs no store: what the machine itself costs
    bool wasUnhealthy = false;
    milliseconds slowestHealth{};
};

/// Asks after the server's health for as long as an outage of @p length.
void watch(quint16 port, milliseconds length, Watched &watched)
{
    const QDeadlineTimer end(length);
    while (!end.hasExpired()) {
        const Timed live = ask(port, "GET", "/health/live");
        watched.liveStayed = watched.liveStayed && live.answer.status == 200;
        watched.slowestLive = std::max(watched.slowestLive, live.took);
        const Timed health = ask(port, "GET", "/health");
        watched.slowestHealth = std::max(watched.slowestHealth, health.took);
        const auto services = health.json()["services"_L1];
        watched.wasUnhealthy = watched.wasUnhealthy
            || (health.isRefusal() && services["store"_L1]["status"_L1].toString() == "unhealthy"_L1);
        eventually([] { return false; }, 50ms);
    }
}

bool isHealthy(quint16 port)
{
    return ask(port, "GET", "/health/ready").answer.status == 200
        && ask(port, "GET", "/health").json()["services"_L1]["store"_L1]["status"_L1].toString() == "healthy"_L1;
}

QStringList confirmedMeetings(ServerProcess &server)
{
    QStringList uids;
    QString path = u"/api/v1/meetings?from=2026-03-01T00:00:00Z&to=2027-01-01T00:00:00Z&limit=500&status=confirmed"_s;
    while (!path.isEmpty()) {
        const auto page = server.hostGet(path);
        EXPECT_EQ(page.status, 200) << page.http.body.toStdString();
        for (const auto &meeting : page.json["meetings"_L1].toArray())
            uids.append(meeting.toObject()["uid"_L1].toString());
        path = page.json["next"_L1].toString();
    }
    uids.sort();
    return uids;
}

QStringList eventsInAgenda(ServerProcess &server)
{
    const auto agenda = server.hostGet(u"/api/v1/agenda?from=2026-03-01T00:00:00Z&to=2027-01-01T00:00:00Z"_s);
    EXPECT_EQ(agenda.status, 200) << agenda.http.body.toStdString();
    QStringList uids;
    for (const auto &event : agenda.json["events"_L1].toArray())
        uids.append(event.toObject()["uid"_L1].toString());
    uids.sort();
    return uids;
}

} // namespace

class RedisOutage : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!hasRedis())
            GTEST_SKIP() << "redis-server is not installed";
    }

    RedisServer redis{lasting()};
    QTemporaryDir folder;
};

TEST_F(RedisOutage, IsToldInTimeAndLosesNoBooking)
{
    ASSERT_TRUE(redis.start());
    ServerProcess server(folder.path(), on(redis));
    ASSERT_TRUE(server.start()) << server.log().toStdString();
    QTcpSocket feed;
    feed.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    feed.write("GET /api/v1/events HTTP/1.1\r\nHost: here\r\n" + asOwner() + "\r\n");
    QByteArray heard;
    const auto hears = [&](const QByteArray &what) {
        heard += feed.readAll();
        return heard.contains(what);
    };
    ASSERT_TRUE(eventually([&] { return hears(": connected"); }));

    Watched silent;
    Watched dead;
    Crowd crowd(server.port());
    const auto goesOn = [&] {
        const int booked = crowd.booked();
        const int talked = crowd.talked();
        return eventually([&] { return crowd.booked() > booked + bookers && crowd.talked() > talked + talkers; }, 30s)
            && eventually([&] { return isHealthy(server.port()); }, 30s);
    };
    ASSERT_TRUE(goesOn()) << crowd.booked() << ' ' << crowd.talked();
    redis.freeze();
    watch(server.port(), 5s, silent);
    redis.thaw();
    EXPECT_TRUE(goesOn()) << "after silence: " << crowd.booked() << ' ' << crowd.talked();
    redis.kill();
    watch(server.port(), 5s, dead);
    ASSERT_TRUE(redis.start());
    EXPECT_TRUE(goesOn()) << "after death: " << crowd.booked() << ' ' << crowd.talked();
    crowd.stop();

    const milliseconds limit = promised + std::max(silent.slowestLive, dead.slowestLive);
    for (const Watched &watched : {silent, dead}) {
        EXPECT_TRUE(watched.liveStayed);
        EXPECT_TRUE(watched.wasUnhealthy);
        EXPECT_LE(watched.slowestHealth.count(), limit.count());
    }
    int refusals = 0;
    milliseconds slowest{};
    QMap<int, int> others;
    for (const Timed &timed : crowd.answers()) {
        EXPECT_EQ(timed.answer.outcome, PlainConnection::Outcome::Answered);
        slowest = std::max(slowest, timed.took);
        if (timed.isRefusal()) {
            ++refusals;
            EXPECT_TRUE(timed.namesAWait()) << timed.answer.head.toStdString();
        } else if (timed.answer.status != 200 && timed.answer.status != 201) {
            ++others[timed.answer.status];
        }
    }
    EXPECT_GE(refusals, bookers + talkers);
    EXPECT_LE(slowest.count(), limit.count());
    EXPECT_TRUE(others.isEmpty()) << others.firstKey() << ", " << others.first() << " times";

    // Whoever was not told asks again, with the same key; whoever was told gets what he has.
    QSet<QString> promisedUids;
    for (int nth = 0; nth < crowd.wishes(); ++nth) {
        PlainConnection connection;
        Timed again;
        ASSERT_TRUE(eventually(
            [&] {
                again = wish(connection, server.port(), nth);
                return !again.isRefusal();
            },
            30s));
        ASSERT_EQ(again.answer.status, 201) << nth << again.answer.body.toStdString();
        const QString uid = again.json()["uid"_L1].toString();
        EXPECT_EQ(crowd.uids().value(nth, uid), uid) << "told of one meeting, and another is there";
        promisedUids.insert(uid);
    }
    QStringList expected = promisedUids.values();
    expected.sort();
    EXPECT_EQ(expected.size(), crowd.wishes());
    EXPECT_EQ(confirmedMeetings(server), expected);
    EXPECT_EQ(eventsInAgenda(server), expected);
    const auto pending = server.hostGet(u"/api/v1/meetings?status=pending"_s);
    EXPECT_EQ(pending.json["meetings"_L1].toArray().size(), 0);

    EXPECT_TRUE(eventually([&] { return hears(expected.first().toUtf8()); }));
    PlainConnection connection;
    const Timed last = wish(connection, server.port(), crowd.wishes());
    const QByteArray lastUid = last.json()["uid"_L1].toString().toUtf8();
    EXPECT_TRUE(eventually([&] { return hears(lastUid); })) << "the stream of changes did not outlive the outage";
    EXPECT_EQ(server.stop(), 0);
    RecordProperty("answers", static_cast<int>(crowd.answers().size()));
    RecordProperty("refusals", refusals);
    RecordProperty("slowest_ms", static_cast<int>(slowest.count()));
    RecordProperty("slowest_health_ms", static_cast<int>(std::max(silent.slowestHealth, dead.slowestHealth).count()));
    RecordProperty("slowest_live_ms", static_cast<int>(std::max(silent.slowestLive, dead.slowestLive).count()));
    RecordProperty("meetings", static_cast<int>(expected.size()));
}

TEST_F(RedisOutage, AtTheStartIsWaitedFor)
{
    ServerProcess server(folder.path(), on(redis));
    ASSERT_TRUE(server.start()) << server.log().toStdString();
    const auto greet = [&] { return ask(server.port(), "POST", "/chat", R"({"message": "Hello there"})"); };
    const Timed first = greet();
    EXPECT_EQ(first.answer.status, 503);
    EXPECT_TRUE(first.namesAWait()) << first.answer.head.toStdString();
    EXPECT_LE(first.took.count(), promised.count());
    EXPECT_EQ(ask(server.port(), "GET", "/health/live").answer.status, 200);
    EXPECT_EQ(ask(server.port(), "GET", "/health/ready").answer.status, 503);
    ASSERT_TRUE(redis.start());
    EXPECT_TRUE(eventually([&] { return greet().answer.status == 200; }, 30s)) << server.log().toStdString();
    EXPECT_TRUE(eventually([&] { return isHealthy(server.port()); }, 30s));
    PlainConnection connection;
    EXPECT_EQ(wish(connection, server.port(), 0).answer.status, 201);
    EXPECT_EQ(confirmedMeetings(server).size(), 1);
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(RedisOutage, OneSlotGoesToOneGuestOfTwoInstancesWithTwoWorkersEach)
{
    constexpr int guests = 32;
    constexpr int rounds = 100;
    ASSERT_TRUE(redis.start());
    const QTemporaryDir secondFolder;
    ServerProcess first(folder.path(), on(redis));
    ServerProcess second(secondFolder.path(), on(redis));
    const QStringList twoWorkers{u"--workers"_s, u"2"_s};
    ASSERT_TRUE(first.start(twoWorkers)) << first.log().toStdString();
    ASSERT_TRUE(second.start(twoWorkers)) << second.log().toStdString();
    std::array<std::atomic<int>, 2> won{};
    int waits = 0;
    for (int round = 0; round < rounds; ++round) {
        // Ten half hours of a working day.
        const QDate day = QDate(2026, 3, 9).addDays(round / 50 * 7 + round % 50 / 10);
        const QTime time = QTime(10, 0).addSecs(round % 10 * 1800);
        const QByteArray when = (day.toString(u"MMMM d"_s) + u" at "_s + time.toString(u"HH:mm"_s)).toLatin1();
        std::array<Timed, guests> answers;
        std::vector<std::thread> threads;
        for (int i = 0; i < guests; ++i) {
            threads.emplace_back([&, i] {
                const QByteArray name = "Guest" + QByteArray::number(i);
                answers.at(i) = ask(i % 2 == 0 ? first.port() : second.port(), "POST", "/chat",
                                    R"({"message": "Book a 30 minute call on )" + when + ", I'm " + name + " Lovelace, "
                                        + name.toLower() + R"(@example.com"})");
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        int booked = 0;
        for (int i = 0; i < guests; ++i) {
            const Timed &timed = answers.at(i);
            // Who stood in line for too long may be asked to come again.
            if (timed.isRefusal() && timed.namesAWait()) {
                ++waits;
                continue;
            }
            EXPECT_EQ(timed.answer.status, 200) << timed.answer.body.toStdString();
            for (const auto &card : timed.json()["cards"_L1].toArray()) {
                if (card.toObject()["kind"_L1].toString() == "meeting"_L1) {
                    ++booked;
                    ++won.at(i % 2);
                }
            }
        }
        EXPECT_EQ(booked, 1) << when.toStdString();
        ASSERT_EQ(confirmedMeetings(round % 2 == 0 ? first : second).size(), round + 1) << when.toStdString();
    }
    EXPECT_EQ(eventsInAgenda(first), confirmedMeetings(second));
    EXPECT_GT(won.at(0), 0) << "or this shows nothing";
    EXPECT_GT(won.at(1), 0) << "or this shows nothing";
    EXPECT_EQ(first.stop(), 0);
    EXPECT_EQ(second.stop(), 0);
    RecordProperty("won_by_the_first", won.at(0));
    RecordProperty("asked_to_come_again", waits);
}

} // namespace ChatCal
