// SPDX-License-Identifier: Apache-2.0
// The desktop's backend with its real server, which is killed again and again while things are asked of it.
#include "app/backend/serverlink.h"
#include "core/base/json.h"
#include "core/time/words.h"
#include "tests/support/await.h"

#include <QCoroTimer>

#include <gmock/gmock.h>

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

constexpr int kills = 20;
constexpr int longestDelay = 40000; // microseconds; a booking takes some ten milliseconds here
enum class Moment { Before, Within, After };
enum class Way { QuickBook, Book, Move, Cancel, Chat };

/// Half hours of working days from Monday, March 9, in New York.
Instant slot(int number)
{
    const auto day = *fromRfc3339(u"2026-03-09T10:00:00-04:00"_s) + 24h * (number / 10 / 5 * 7 + number / 10 % 5);
    return day + 30min * (number % 10);
}

/// One wish and what became of it.
struct Wish
{
    Way way = Way::Book;
    QString title;
    Instant start; ///< where the meeting is to be in the end
    QString uid; ///< of the meeting to move or cancel
    bool isTold = false; ///< an outcome was told
    bool waited = false;
    int done = 0; ///< how often it was told as done
};

class ServerKill : public testing::Test
{
protected:
    ServerKill()
    {
        for (const auto &[name, value] : {std::pair{"CHATCAL_NOW", "2026-03-04T09:00:00"},
                                          {"DEFAULT_TIMEZONE", "America/New_York"},
                                          {"MY_EMAIL_ADDRESS", "grace@example.org"}})
            qputenv(name, value);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        QObject::connect(&m_link, &ServerLink::answered, &m_client, [this] { ++m_starts; });
        QObject::connect(&m_outgoing, &Outgoing::settled, &m_client,
                         [this](const Change &change, const ChangeOutcome &outcome) { settle(change, outcome); });
        m_link.start();
    }

    bool isUp(int starts)
    {
        return eventually([&] { return m_starts >= starts; }, 30s);
    }

    void kill()
    {
        const qint64 server = m_link.child().processId();
        if (server > 0)
            ::kill(static_cast<pid_t>(server), SIGKILL);
    }

    void killAfter(std::chrono::microseconds delay)
    {
        const auto until = std::chrono::steady_clock::now() + delay;
        while (std::chrono::steady_clock::now() < until)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        kill();
    }

    void settle(const Change &change, const ChangeOutcome &outcome)
    {
        Wish &wish = m_wishes[change.key];
        wish.isTold = true;
        wish.done += outcome.state == ChangeOutcome::State::Done ? 1 : 0;
        if (outcome.state == ChangeOutcome::State::Refused)
            ADD_FAILURE() << wish.title.toStdString() << ": " << outcome.message.toStdString();
    }

    void ask(const QString &key, const Wish &wish)
    {
        m_wishes.insert(key, wish);
        if (wish.way == Way::Chat) {
            talk(key, wish);
            return;
        }
        QCoro::connect(m_outgoing.submit(changeFor(key, wish)), &m_client, [this, key](const ChangeOutcome &outcome) {
            m_wishes[key].isTold = true;
            m_wishes[key].waited = outcome.state == ChangeOutcome::State::Waiting;
        });
    }

    static Change changeFor(const QString &key, const Wish &wish)
    {
        Change change;
        change.key = key;
        change.title = wish.title;
        change.uid = wish.uid;
        change.when = Interval{wish.start, wish.start + 30min};
        const Zone zone = *Zone::find(u"America/New_York"_s);
        switch (wish.way) {
        case Way::QuickBook:
            change.kind = Change::Kind::QuickBook;
            change.text = u"\"%1\" with guest@example.com %2"_s.arg(wish.title, spoken(wish.start));
            break;
        case Way::Move:
            change.kind = Change::Kind::Move;
            change.sequence = 0;
            break;
        case Way::Cancel:
            change.kind = Change::Kind::Cancel;
            change.sequence = 0;
            break;
        default:
            change.kind = Change::Kind::Book;
            change.meeting = {{u"title"_s, wish.title},
                              {u"start"_s, toRfc3339({wish.start, zone})},
                              {u"duration_minutes"_s, 30},
                              {u"attendees"_s,
                               QJsonArray{QJsonObject{{u"name"_s, u"Guest"_s}, {u"email"_s, u"guest@example.com"_s}}}}};
        }
        return change;
    }

    /// "on March 10 at 2:30 pm for 30 minutes".
    static QString spoken(Instant start)
    {
        const LocalTime local = Zone::find(u"America/New_York"_s)->toLocal(start);
        const auto day = toIsoDate(dayOf(local)).right(2).toInt();
        return u"on March %1 at %2 for 30 minutes"_s.arg(day).arg(timeInWords(local));
    }

    QCoro::Task<Result<HttpResponse>> say(const QString &path, const QString &key, const QString &words)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(m_client.url().toString() + path);
        request.headers = {{"Authorization", "Bearer " + m_link.child().token().reveal()},
                           {"Content-Type", "application/json"},
                           {"Idempotency-Key", key.toLatin1()}};
        request.body = toJson(QJsonObject{{u"message"_s, words}});
        return m_http.send(request, {});
    }

    /// As resources/web/shared/api.js does: the stream; when it is cut, the turn in one piece under the same key, once
    /// the server is back.
    QCoro::Task<> talk(QString key, Wish wish)
    {
        const QString words = u"Book a meeting with Ada Lovelace, ada@example.com, %1"_s.arg(spoken(wish.start));
        const auto streamed = co_await say(u"/chat/stream"_s, key, words);
        bool isAnswered = streamed && streamed->isSuccess() && streamed->body.contains("event: reply");
        m_wishes[key].isTold = true;
        m_wishes[key].waited = !isAnswered;
        while (!isAnswered) {
            QTimer pause;
            pause.setSingleShot(true);
            pause.start(100ms);
            co_await pause;
            const auto again = co_await say(u"/chat"_s, key, words);
            isAnswered = again && again->isSuccess();
        }
        ++m_wishes[key].done;
    }

    bool isAllDone()
    {
        return m_outgoing.waiting().isEmpty()
            && std::all_of(m_wishes.begin(), m_wishes.end(), [](const Wish &wish) { return wish.done > 0; });
    }

    QJsonObject get(const QString &path)
    {
        HttpRequest request;
        request.url = QUrl(m_client.url().toString() + path);
        request.headers = {{"Authorization", "Bearer " + m_link.child().token().reveal()}};
        const auto response = await(m_http.send(request, {}));
        return response ? parseJsonObject(response->body).value_or(QJsonObject()) : QJsonObject();
    }
    int mails() const
    {
        return static_cast<int>(QDir(m_folder.path() + u"/outbox"_s).entryList({u"*.eml"_s}, QDir::Files).size());
    }

    QTemporaryDir m_folder;
    ApiClient m_client;
    HttpClient m_http;
    ServerClock m_clock;
    AgendaSource m_source{m_client, m_clock};
    Outgoing m_outgoing{m_client, m_clock};
    ServerLink m_link{QCoreApplication::applicationDirPath() + u"/chatcal-server"_s,
                      m_folder.path(),
                      {m_client, m_clock, m_source, m_outgoing}};
    int m_starts = 0;
    QMap<QString, Wish> m_wishes; ///< by key
};

} // namespace

TEST_F(ServerKill, LosesNothingAndDoesNothingTwice)
{
    ASSERT_TRUE(isUp(1));
    std::mt19937 random(20260304);
    std::uniform_int_distribution<int> delay(0, longestDelay);
    // Those that are moved and cancelled later.
    int next = 0;
    QMap<int, QString> standing;
    for (int number = 0; number < kills; ++number) {
        const Way way = static_cast<Way>(number % 5);
        if (way != Way::Move && way != Way::Cancel)
            continue;
        const Wish wish{Way::Book, u"Standing %1"_s.arg(number), slot(next++), {}};
        const auto outcome = await(m_outgoing.submit(changeFor(u"standing-%1"_s.arg(number), wish)));
        ASSERT_EQ(outcome.state, ChangeOutcome::State::Done) << outcome.message.toStdString();
        standing.insert(number, outcome.uid);
    }
    const int booked = static_cast<int>(standing.size());
    m_wishes.clear();

    for (int number = 0; number < kills; ++number) {
        const Way way = static_cast<Way>(number % 5);
        const Moment moment = static_cast<Moment>(random() % 3);
        Wish wish{way, u"Wish %1"_s.arg(number), slot(next++), standing.value(number)};
        const QString key = u"wish-%1"_s.arg(number);
        if (moment == Moment::Before)
            kill();
        ask(key, wish);
        // A second one right behind it: the order holds.
        ask(key + u"-too"_s, {Way::Book, u"Wish %1 too"_s.arg(number), slot(next++), {}});
        if (moment == Moment::After)
            ASSERT_TRUE(eventually([&] { return m_wishes[key].done > 0; }, 30s)) << number;
        if (moment != Moment::Before)
            killAfter(std::chrono::microseconds(moment == Moment::Within ? delay(random) : 0));
        ASSERT_TRUE(isUp(number + 2)) << number;
        ASSERT_TRUE(eventually([&] { return isAllDone(); }, 60s)) << number;
    }

    int waited = 0;
    int bookings = booked;
    int changes = 0;
    const QJsonArray meetings = get(u"/api/v1/meetings?limit=500"_s).value("meetings"_L1).toArray();
    QMultiMap<Instant, QJsonObject> confirmed;
    QHash<QString, QJsonObject> byUid;
    for (const auto &value : meetings) {
        const QJsonObject meeting = value.toObject();
        byUid.insert(meeting.value("uid"_L1).toString(), meeting);
        if (meeting.value("status"_L1) == "confirmed"_L1)
            confirmed.insert(*fromRfc3339(meeting.value("start"_L1).toString()), meeting);
    }
    for (const Wish &wish : std::as_const(m_wishes)) {
        EXPECT_TRUE(wish.isTold) << wish.title.toStdString();
        EXPECT_EQ(wish.done, 1) << wish.title.toStdString();
        waited += wish.waited ? 1 : 0;
        const bool isBooking = wish.way != Way::Move && wish.way != Way::Cancel;
        (isBooking ? bookings : changes) += 1;
        const int expected = wish.way == Way::Cancel ? 0 : 1;
        EXPECT_EQ(confirmed.count(wish.start), expected) << wish.title.toStdString();
        if (wish.uid.isEmpty())
            continue;
        const QJsonObject changed = byUid.value(wish.uid);
        EXPECT_EQ(changed.value("sequence"_L1).toInt(), 1) << wish.title.toStdString();
        EXPECT_EQ(changed.value("status"_L1) == "cancelled"_L1, wish.way == Way::Cancel) << wish.title.toStdString();
    }
    EXPECT_EQ(meetings.size(), bookings);
    const QJsonObject agenda = get(u"/api/v1/agenda?from=2026-03-01&to=2026-05-01"_s);
    EXPECT_EQ(agenda.value("events"_L1).toArray().size(), confirmed.size());
    // To guest and host each, for every booking, move and cancellation.
    EXPECT_TRUE(eventually([&] { return get(u"/api/v1/outbox"_s).value("waiting"_L1).toInt(-1) == 0; }, 60s));
    EXPECT_EQ(mails(), 2 * (bookings + changes));
    RecordProperty("waited", waited);
    EXPECT_GT(waited, 5) << "the kills must come before, within and behind the wishes, or this shows nothing";
}

} // namespace ChatCal
