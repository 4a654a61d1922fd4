// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "server/api/resources.h"
#include "tests/support/memorystore.h"
#include "tests/unit/server/api/apiworld.h"
#include "tests/unit/server/api/schema.h"

#include <set>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::IsEmpty;

/// A route's pattern as OpenAPI writes it, which knows no parameter that takes the rest.
QString described(QString pattern)
{
    return pattern.replace("...}"_L1, "}"_L1);
}

/// Asks, and holds the answer to the description of the route that gave it.
class OpenApi : public testing::Test
{
protected:
    OpenApi() : m_checker(m_world.get(u"/openapi.json"_s).json), m_feed(m_world.engine()) { }

    Answer expect(int status, const QByteArray &method, const QString &path, const QJsonObject &body = {},
                  const HttpHeaders &headers = ApiWorld::asOwner())
    {
        const bool hasBody = method == "POST" || method == "PUT" || method == "PATCH";
        Answer answer = m_world.send(method, path, hasBody ? toJson(body) : QByteArray(), headers);
        compare(answer, status, method, path);
        return answer;
    }
    void compare(const Answer &answer, int status, const QByteArray &method, const QString &path)
    {
        const std::string where = method.toStdString() + ' ' + path.toStdString();
        EXPECT_EQ(answer.status, status) << where << '\n' << answer.http.body.toStdString();
        const Router router = makeApi({m_world.engine(), m_feed});
        const auto match = router.match(method, path.section(u'?', 0, 0).sliced(1).split(u'/'));
        ASSERT_TRUE(match.route) << where;
        const QString mediaType = QString::fromLatin1(answer.header("content-type")).section(u';', 0, 0);
        const QJsonObject schema =
            m_checker.answerSchema(described(match.route->pattern), QString::fromLatin1(method), status, mediaType);
        EXPECT_FALSE(schema.isEmpty()) << where << ": " << status << ' ' << mediaType.toStdString()
                                       << " is not described";
        EXPECT_THAT(m_checker.check(answer.json, schema, u"answer"_s), IsEmpty()) << where << '\n'
                                                                                  << answer.http.body.toStdString();
    }

    ApiWorld m_world;
    SchemaChecker m_checker;
    EventFeed m_feed;
};

const QString meetings = u"/api/v1/meetings"_s;

QJsonObject draft(const QString &start)
{
    return {{u"title"_s, u"Review"_s},
            {u"start"_s, start},
            {u"duration_minutes"_s, 30},
            {u"attendees"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s}}}}};
}

} // namespace

TEST_F(OpenApi, DescribesEveryRouteAndNoOther)
{
    std::set<std::pair<std::string, std::string>> routed;
    for (const auto &[method, pattern] : makeApi({m_world.engine(), m_feed}).routes())
        routed.emplace(method.toStdString(), described(pattern).toStdString());
    std::set<std::pair<std::string, std::string>> inWords;
    const QJsonObject paths = m_checker.description()["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList members = path.value().toObject().keys();
        for (const QString &member : members) {
            if (member != "parameters"_L1)
                inWords.emplace(member.toUpper().toStdString(), path.key().toStdString());
        }
    }
    EXPECT_EQ(routed, inWords);
    EXPECT_GT(routed.size(), 25U);
}

TEST_F(OpenApi, RefersToNothingThatIsMissing)
{
    QStringList missing;
    int references = 0;
    const std::function<void(QJsonValue)> walk = [&](const QJsonValue &value) {
        if (value.isArray()) {
            const QJsonArray list = value.toArray();
            for (const auto &item : list)
                walk(item);
        }
        const QJsonObject object = value.toObject();
        if (object.contains("$ref"_L1)) {
            ++references;
            if (m_checker.resolved(object).contains("not found"_L1))
                missing.append(object["$ref"_L1].toString());
        }
        for (const auto &member : object)
            walk(member);
    };
    walk(m_checker.description());
    EXPECT_GT(references, 50);
    EXPECT_THAT(missing, IsEmpty());
}

TEST_F(OpenApi, GivesExamplesThatFit)
{
    const QJsonObject schemas = m_checker.description()["components"_L1]["schemas"_L1].toObject();
    int examples = 0;
    for (auto it = schemas.begin(); it != schemas.end(); ++it) {
        const QJsonArray list = it.value()["examples"_L1].toArray();
        for (const auto &example : list) {
            ++examples;
            const QStringList wrong = m_checker.check(example, it.value().toObject(), it.key());
            EXPECT_THAT(wrong, IsEmpty()) << qPrintable(wrong.join(u"; "_s));
        }
    }
    EXPECT_GT(examples, 3);
}

TEST_F(OpenApi, HoldsForTheConversation)
{
    const HttpHeaders guest;
    const Answer booked = expect(200, "POST", u"/chat"_s, {{u"message"_s, ApiWorld::bookingWords}}, guest);
    const QString session = booked.text(u"session_id"_s);
    const auto say = [&](const QString &words) {
        return expect(200, "POST", u"/chat"_s, {{u"message"_s, words}, {u"session_id"_s, session}}, guest);
    };
    (void)say(u"When are you free on March 10?"_s); // slots
    (void)say(u"Book another 30 minutes on March 10 at 2pm"_s); // taken
    (void)say(u"Book 30 minutes on March 10 at 3am"_s); // outside hours
    (void)say(u"Which meetings do I have?"_s);
    (void)say(u"Move meeting 0310-1400-30m to March 11 at 10am"_s);
    (void)say(u"Cancel my meeting"_s);
    (void)expect(200, "POST", u"/chat"_s, {{u"message"_s, u"What's on my calendar on March 10?"_s}}); // agenda
    (void)expect(422, "POST", u"/chat"_s, {{u"message"_s, u" "_s}}, guest);
    (void)expect(404, "POST", u"/chat"_s, {{u"message"_s, u"hi"_s}, {u"session_id"_s, u"x"_s}}, guest);
    (void)expect(401, "POST", u"/chat"_s, {{u"message"_s, u"hi"_s}}, ApiWorld::bearer("a-token-nobody-has"));
    (void)expect(422, "POST", u"/chat/stream"_s, {}, guest);
    (void)expect(201, "POST", u"/sessions"_s, {{u"user_data"_s, QJsonObject{{u"name"_s, u"Ada"_s}}}}, guest);
    (void)expect(422, "POST", u"/sessions"_s, {{u"time_zone"_s, u"x"_s}}, guest);
    (void)expect(401, "POST", u"/sessions"_s, {}, ApiWorld::bearer("a-token-nobody-has"));
    (void)expect(200, "GET", u"/sessions/"_s + session, {}, guest);
    (void)expect(200, "GET", u"/sessions/"_s + session + u"/history"_s, {}, guest);
    (void)expect(401, "GET", u"/sessions/"_s + session, {}, ApiWorld::bearer("a-token-nobody-has"));
    (void)expect(404, "DELETE", u"/sessions/x"_s, {}, guest);
}

TEST_F(OpenApi, HoldsForMeetingsAndCalendar)
{
    const Answer made = expect(201, "POST", meetings, draft(u"2026-03-10T14:00:00-04:00"_s));
    (void)expect(201, "POST", meetings, draft(u"2026-03-10T15:00:00-04:00"_s));
    (void)expect(409, "POST", meetings, draft(u"2026-03-10T14:00:00-04:00"_s));
    (void)expect(422, "POST", meetings, {});
    (void)expect(401, "POST", meetings, {}, {});
    (void)expect(200, "GET", meetings + u"?limit=1"_s);
    (void)expect(422, "GET", meetings + u"?limit=0"_s);
    (void)expect(401, "GET", meetings, {}, {});
    const QString one = meetings + u'/' + made.text(u"uid"_s);
    (void)expect(200, "GET", one);
    (void)expect(404, "GET", meetings + u"/nobody"_s);
    (void)expect(200, "PATCH", one, {{u"title"_s, u"New"_s}});
    (void)expect(412, "PATCH", one, {{u"title"_s, u"Newer"_s}},
                 ApiWorld::asOwner() + HttpHeaders{{"If-Match", "\"9\""}});
    (void)expect(409, "PATCH", one, {{u"start"_s, u"2026-03-10T15:00:00-04:00"_s}});
    (void)expect(422, "PATCH", one, {{u"start"_s, 5}});
    (void)expect(412, "DELETE", one, {}, ApiWorld::asOwner() + HttpHeaders{{"If-Match", "\"9\""}});
    (void)expect(422, "DELETE", one, {}, ApiWorld::asOwner() + HttpHeaders{{"If-Match", "x"}});
    (void)expect(200, "DELETE", one);
    (void)expect(200, "GET", u"/api/v1/availability"_s, {}, {});
    (void)expect(422, "GET", u"/api/v1/availability?duration_minutes=1"_s, {}, {});
    (void)expect(200, "GET", u"/api/v1/agenda?from=2026-03-10"_s);
    (void)expect(401, "GET", u"/api/v1/agenda"_s, {}, {});
    const QString quickBook = u"/api/v1/quick-book"_s;
    (void)expect(200, "POST", quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30 for 45 min"_s}});
    (void)expect(200, "POST", quickBook, {{u"text"_s, u"Lunch with Ada on March 10 at 3pm"_s}});
    (void)expect(200, "POST", quickBook, {{u"text"_s, u"Lunch"_s}});
    (void)expect(201, "POST", quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30"_s}, {u"commit"_s, true}});
    (void)expect(409, "POST", quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30"_s}, {u"commit"_s, true}});
    (void)expect(422, "POST", quickBook, {});
    (void)expect(401, "GET", u"/api/v1/events"_s, {}, {});
}

TEST_F(OpenApi, HoldsForEventsThatAreNoMeetings)
{
    Event event;
    event.id = u"dentist01"_s;
    event.uid = u"dentist01@example.com"_s;
    event.when.start = m_world.engine().clock().now();
    event.when.end = event.when.start + std::chrono::hours(1);
    ASSERT_TRUE(await(m_world.engine().calendar().insert(event, {})));
    event.id = u"series01"_s;
    event.uid = u"series01@example.com"_s;
    event.recurrenceRule = u"FREQ=DAILY;COUNT=2"_s;
    ASSERT_TRUE(await(m_world.engine().calendar().insert(event, {})));
    (void)expect(200, "GET", u"/api/v1/agenda"_s);
    const QString events = u"/api/v1/calendar-events/"_s;
    const QString one = events + u"dentist01"_s;
    const QJsonObject time{{u"start"_s, u"2026-03-06T09:00:00-05:00"_s}, {u"end"_s, u"2026-03-06T10:00:00-05:00"_s}};
    (void)expect(200, "PATCH", one, time);
    (void)expect(422, "PATCH", one, {});
    (void)expect(401, "PATCH", one, time, {});
    (void)expect(404, "PATCH", events + u"nobody"_s, time);
    (void)expect(409, "PATCH", events + u"series01"_s, time);
    (void)expect(412, "DELETE", one, {}, ApiWorld::asOwner() + HttpHeaders{{"If-Match", "\"9\""}});
    (void)expect(404, "POST", one + u"/restore"_s);
    (void)expect(200, "DELETE", one);
    (void)expect(404, "DELETE", one);
    (void)expect(200, "POST", one + u"/restore"_s);
    (void)expect(401, "POST", one + u"/restore"_s, {}, {});
}

TEST_F(OpenApi, HoldsForSettingsAndOperations)
{
    const QString settings = u"/api/v1/settings"_s;
    (void)expect(200, "GET", settings);
    (void)expect(200, "PUT", settings, {{u"working_hours"_s, u"Mon 10:00-12:00"_s}});
    (void)expect(422, "PUT", settings, {{u"x"_s, 1}});
    (void)expect(403, "PUT", settings, {}, m_world.asTeammate());
    (void)expect(200, "GET", u"/api/v1/outbox"_s);
    (void)expect(401, "GET", u"/api/v1/outbox"_s, {}, {});
    (void)expect(403, "GET", u"/api/v1/outbox"_s, {}, m_world.asTeammate(u"Carl"_s));
    (void)expect(404, "POST", u"/api/v1/outbox/x/retry"_s);
    (void)expect(404, "DELETE", u"/api/v1/outbox/x"_s);
    (void)expect(200, "GET", u"/api/v1/export"_s);
    (void)expect(200, "POST", u"/api/v1/import/undo"_s, {{u"ids"_s, QJsonArray()}});
    (void)expect(422, "POST", u"/api/v1/import"_s, {{u"ics"_s, u"x"_s}});
    (void)expect(200, "POST", u"/api/v1/mail/test"_s);
    (void)expect(401, "POST", u"/api/v1/mail/test"_s, {}, {});
    (void)expect(403, "POST", u"/api/v1/mail/test"_s, {}, m_world.asTeammate(u"Cara"_s));
    (void)expect(200, "GET", u"/health"_s);
    (void)expect(200, "GET", u"/health/live"_s);
    (void)expect(200, "GET", u"/health/ready"_s);
    (void)expect(200, "GET", u"/version"_s);
    (void)expect(401, "GET", u"/metrics"_s, {}, ApiWorld::fromFar());
    (void)expect(403, "GET", u"/metrics"_s, {}, m_world.asTeammate(u"Bob"_s) + ApiWorld::fromFar());
    (void)expect(200, "GET", u"/widget-config.json"_s, {}, {});
    (void)expect(200, "GET", u"/widget-config.json"_s);
    (void)expect(404, "GET", u"/assets/no-such-file.css"_s, {}, {});
    for (const auto &path : {u"/chat"_s, u"/chat/stream"_s, u"/sessions"_s, meetings, u"/api/v1/quick-book"_s})
        compare(m_world.send("POST", path, "{", ApiWorld::asOwner()), 400, "POST", path);
    compare(m_world.send("PUT", settings, "{", ApiWorld::asOwner()), 400, "PUT", settings);
}

} // namespace ChatCal
