// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

QJsonObject firstCard(const Answer &answer)
{
    return answer.json["cards"_L1].toArray().first().toObject();
}

QString meetingIdOf(const Answer &answer)
{
    return firstCard(answer)["meeting"_L1]["id"_L1].toString();
}

qsizetype meetingCount(ApiWorld &world)
{
    return world.hostGet(u"/api/v1/meetings"_s).json["meetings"_L1].toArray().size();
}

} // namespace

TEST(Chat, BooksFromOneMessage)
{
    ApiWorld world;
    const Answer answer = world.say(ApiWorld::bookingWords);
    ASSERT_EQ(answer.status, 200) << answer.http.body.toStdString();
    EXPECT_EQ(answer.header("content-type"), "application/json");
    EXPECT_EQ(answer.text(u"session_id"_s).size(), 43); // 256 bits in base64url
    EXPECT_THAT(answer.text(u"timestamp"_s).toStdString(),
                AllOf(testing::StartsWith("2026-03-04T09:00:"), testing::EndsWith("-05:00")));
    EXPECT_TRUE(answer.json["tools_used"_L1].toArray().contains(u"create_appointment"_s));
    EXPECT_EQ(answer.text(u"model"_s), u"offline"_s);
    EXPECT_TRUE(answer.text(u"response"_s).startsWith("<p>"_L1));
    const QJsonObject card = firstCard(answer);
    EXPECT_EQ(card["kind"_L1].toString(), u"meeting"_s);
    EXPECT_EQ(card["meeting"_L1]["id"_L1].toString(), u"0310-1400-30m"_s);
    EXPECT_EQ(card["meeting"_L1]["status"_L1].toString(), u"confirmed"_s);
    EXPECT_EQ(card["meeting"_L1]["start"_L1].toString(), u"2026-03-10T14:00:00-04:00"_s);

    const Answer list = world.hostGet(u"/api/v1/meetings"_s);
    EXPECT_EQ(list.json["meetings"_L1][0]["uid"_L1], card["meeting"_L1]["uid"_L1]);
    const QDir outbox(world.folder() + u"/outbox"_s);
    EXPECT_TRUE(eventually([&] { return outbox.entryList({u"*.eml"_s}).size() == 2; }));
}

TEST(Chat, BooksOverFiveTurns)
{
    ApiWorld world;
    Answer answer = world.say(u"Hello, I'd like to book a call"_s);
    const QString session = answer.text(u"session_id"_s);
    for (const auto &words : {u"I'm Ada Lovelace"_s, u"ada@example.com"_s, u"March 10"_s, u"2pm for 30 minutes"_s}) {
        answer = world.say(words, session);
        ASSERT_EQ(answer.status, 200);
        EXPECT_EQ(answer.text(u"session_id"_s), session);
    }
    EXPECT_EQ(meetingIdOf(answer), u"0310-1400-30m"_s) << answer.http.body.toStdString();
}

TEST(Chat, CountsCodePointsOfTheTrimmedMessage)
{
    ApiWorld world;
    const QString astral = QString::fromUtf8("\xF0\x9F\x98\x80"); // one code point, two UTF-16 units
    EXPECT_EQ(world.say(u"  "_s + astral.repeated(4000) + u"\n"_s).status, 200);
    const Answer tooLong = world.say(astral.repeated(4001));
    expectProblem(tooLong, 422);
    EXPECT_THAT(tooLong.wrongFields(), ElementsAre(u"message"_s));
}

struct BadTurn
{
    const char *name;
    QByteArray body;
    int status;
    QStringList fields;
};

class BadTurns : public testing::TestWithParam<BadTurn>
{
};

TEST_P(BadTurns, AreRefusedByName)
{
    ApiWorld world;
    for (const auto &path : {u"/chat"_s, u"/chat/stream"_s}) {
        const Answer answer = world.send("POST", path, GetParam().body);
        expectProblem(answer, GetParam().status);
        EXPECT_EQ(answer.wrongFields(), GetParam().fields) << answer.http.body.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, BadTurns,
    testing::Values(BadTurn{"blank", R"({"message":" \n\t "})", 422, {u"message"_s}},
                    BadTurn{"empty", R"({"message":""})", 422, {u"message"_s}},
                    BadTurn{"missing", "{}", 422, {u"message"_s}},
                    BadTurn{"nullMessage", R"({"message":null})", 422, {u"message"_s}},
                    BadTurn{"number", R"({"message":7})", 422, {u"message"_s}},
                    BadTurn{"control", R"({"message":"a\u0000b"})", 422, {u"message"_s}},
                    BadTurn{"loneSurrogate", R"({"message":"a\ud800b"})", 422, {u"message"_s}},
                    BadTurn{"zone", R"({"message":"hi","time_zone":"Mars/Olympus"})", 422, {u"time_zone"_s}},
                    BadTurn{"zoneIsNumber", R"({"message":"hi","time_zone":5})", 422, {u"time_zone"_s}},
                    BadTurn{"email", R"({"message":"hi","user_data":{"email":"ada"}})", 422, {u"user_data.email"_s}},
                    BadTurn{"phone", R"({"message":"hi","user_data":{"phone":"12"}})", 422, {u"user_data.phone"_s}},
                    BadTurn{"person", R"({"message":"hi","user_data":[]})", 422, {u"user_data"_s}},
                    BadTurn{"several",
                            R"({"message":"","time_zone":"x","user_data":{"name":1}})",
                            422,
                            {u"message"_s, u"time_zone"_s, u"user_data.name"_s}},
                    BadTurn{"notJson", "{", 400, {}}, BadTurn{"list", R"(["message"])", 400, {}},
                    BadTurn{"noBody", "", 400, {}}, BadTurn{"notUtf8", "{\"message\":\"\xC3\x28\"}", 400, {}},
                    BadTurn{"deep", QByteArray("[").repeated(20000), 400, {}}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(Chat, TakesNullMembersAsAbsent)
{
    ApiWorld world;
    const Answer answer = world.send(
        "POST", u"/chat"_s,
        R"({"message":"hi","session_id":null,"time_zone":null,"user_data":{"name":null,"email":null,"phone":null}})");
    EXPECT_EQ(answer.status, 200) << answer.http.body.toStdString();
    EXPECT_EQ(world.send("POST", u"/chat"_s, R"({"message":"hi","user_data":null,"more":1})").status, 200);
}

TEST(Chat, RefusesABodyThatIsTooLarge)
{
    ApiWorld world;
    expectProblem(world.send("POST", u"/chat"_s, "{\"message\":\"" + QByteArray(70 * 1024, 'a') + "\"}"), 413);
}

TEST(Chat, NeverAdoptsAnUnknownSession)
{
    ApiWorld world;
    const Answer answer = world.say(u"hi"_s, u"no-such-session"_s);
    expectProblem(answer, 404);
    EXPECT_EQ(answer.text(u"title"_s), u"Session not found"_s);
    EXPECT_EQ(world.get(u"/sessions/no-such-session"_s).status, 404);
}

TEST(Chat, TakesAWrongTokenForNobody)
{
    ApiWorld world;
    const Answer wrong = world.say(u"hi"_s, {}, ApiWorld::bearer("a-token-nobody-has"));
    expectProblem(wrong, 401);
    EXPECT_THAT(wrong.header("www-authenticate").toStdString(), HasSubstr("Bearer"));
    expectProblem(world.say(u"hi"_s, {}, {{"Authorization", "Basic YTpi"}}), 401);
    expectProblem(world.say(u"hi"_s, {}, {{"Authorization", "Bearer "}}), 401);
}

TEST(Chat, TellsOnlyAHostWhatIsInTheCalendar)
{
    ApiWorld world;
    (void)world.book(u"Salary talk with Bob"_s, u"2026-03-05T10:00:00-05:00"_s);
    const QString question = u"What's on my calendar tomorrow?"_s;
    const Answer guest = world.say(question);
    EXPECT_FALSE(guest.http.body.contains("Salary"));
    const Answer host = world.say(question, {}, ApiWorld::asOwner());
    EXPECT_TRUE(host.http.body.contains("Salary")) << host.http.body.toStdString();
}

TEST(Chat, KeepsAHostsTalkFromGuests)
{
    ApiWorld world;
    const QString session = world.say(u"hello"_s, {}, ApiWorld::asOwner()).text(u"session_id"_s);
    for (const QString &path : {u"/sessions/"_s + session, u"/sessions/"_s + session + u"/history"_s})
        expectProblem(world.get(path), 404);
    expectProblem(world.send("DELETE", u"/sessions/"_s + session), 404);
    expectProblem(world.say(u"and now?"_s, session), 404);
    EXPECT_EQ(world.hostGet(u"/sessions/"_s + session + u"/history"_s).status, 200);
}

TEST(Chat, CancelsOnlyWhatThisSessionBooked)
{
    ApiWorld world;
    const QString mine = world.say(ApiWorld::bookingWords).text(u"session_id"_s);
    const Answer stranger = world.say(u"Cancel meeting 0310-1400-30m, I'm Ada Lovelace"_s);
    EXPECT_FALSE(stranger.json["tools_used"_L1].toArray().contains(u"cancel_appointment"_s));
    EXPECT_EQ(world.hostGet(u"/api/v1/meetings/0310-1400-30m"_s).text(u"status"_s), u"confirmed"_s);
    (void)world.say(u"Cancel my meeting 0310-1400-30m"_s, mine);
    EXPECT_EQ(world.hostGet(u"/api/v1/meetings/0310-1400-30m"_s).text(u"status"_s), u"cancelled"_s);
}

TEST(ChatIdempotency, AnswersARepeatAsTheFirstTime)
{
    ApiWorld world;
    const HttpHeaders key{{"Idempotency-Key", "8e3f"}};
    const QString session = world.post(u"/sessions"_s, {}).text(u"session_id"_s);
    const Answer first = world.say(ApiWorld::bookingWords, session, key);
    const Answer again = world.say(ApiWorld::bookingWords, session, key);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(again.http.body, first.http.body);
    EXPECT_EQ(meetingCount(world), 1);
    const Answer other = world.say(u"something else"_s, session, key);
    expectProblem(other, 422);
    EXPECT_THAT(other.wrongFields(), ElementsAre(u"Idempotency-Key"_s));
}

TEST(ChatIdempotency, RepeatsAFirstMessageIntoTheSameTalk)
{
    ApiWorld world;
    const HttpHeaders key{{"Idempotency-Key", "first"}};
    const Answer first = world.say(ApiWorld::bookingWords, {}, key);
    const Answer again = world.say(ApiWorld::bookingWords, {}, key);
    EXPECT_EQ(again.text(u"session_id"_s), first.text(u"session_id"_s));
    EXPECT_EQ(meetingCount(world), 1);
}

TEST(ChatIdempotency, AnswersOnceWhileTheFirstIsUnderWay)
{
    ApiWorld world;
    const HttpHeaders key{{"Idempotency-Key", "twice"}, {"Content-Type", "application/json"}};
    const QString session = world.post(u"/sessions"_s, {}).text(u"session_id"_s);
    const QByteArray body =
        "{\"message\":\"" + ApiWorld::bookingWords.toUtf8() + "\",\"session_id\":\"" + session.toLatin1() + "\"}";
    auto one = world.begin("POST", u"/chat"_s, body, key);
    auto two = world.begin("POST", u"/chat"_s, body, key);
    const Answer first = ApiWorld::read(await(std::move(one)));
    const Answer second = ApiWorld::read(await(std::move(two)));
    // Which one comes first is the network's choice; the other may also come when it was answered already.
    EXPECT_TRUE(first.status == 200 || second.status == 200);
    for (const Answer &answer : {first, second}) {
        if (answer.status != 200)
            expectProblem(answer, 409);
    }
    EXPECT_EQ(meetingCount(world), 1);
}

TEST(ChatIdempotency, RefusesAKeyThatIsTooLong)
{
    ApiWorld world;
    const Answer answer = world.say(u"hi"_s, {}, {{"Idempotency-Key", QByteArray(256, 'k')}});
    expectProblem(answer, 422);
    EXPECT_THAT(answer.wrongFields(), ElementsAre(u"Idempotency-Key"_s));
}

TEST(Sessions, BeginShowAndEnd)
{
    ApiWorld world;
    const Answer made = world.post(u"/sessions"_s,
                                   {{u"user_data"_s,
                                     QJsonObject{{u"name"_s, u"  Ada "_s},
                                                 {u"email"_s, u"ada@EXAMPLE.com"_s},
                                                 {u"phone"_s, QJsonValue()},
                                                 {u"other"_s, u"unknown"_s}}},
                                    {u"time_zone"_s, u"Europe/Paris"_s}});
    ASSERT_EQ(made.status, 201) << made.http.body.toStdString();
    EXPECT_EQ(made.json["user_data"_L1].toObject(),
              (QJsonObject{{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s}}));
    EXPECT_TRUE(made.json["is_active"_L1].toBool());
    EXPECT_EQ(made.text(u"created_at"_s), made.text(u"last_activity"_s));
    const QString path = u"/sessions/"_s + made.text(u"session_id"_s);
    EXPECT_EQ(world.get(path).json, made.json);
    EXPECT_EQ(world.get(path + u"/history"_s).json, (QJsonObject{{u"messages"_s, QJsonArray()}}));

    const Answer removed = world.send("DELETE", path);
    EXPECT_EQ(removed.status, 204);
    EXPECT_TRUE(removed.http.body.isEmpty());
    for (const Answer &answer : {world.get(path), world.get(path + u"/history"_s), world.send("DELETE", path)}) {
        expectProblem(answer, 404);
        EXPECT_EQ(answer.text(u"title"_s), u"Session not found"_s);
    }
    expectProblem(world.say(u"hi"_s, made.text(u"session_id"_s)), 404);
}

TEST(Sessions, BeginWithoutABody)
{
    ApiWorld world;
    EXPECT_EQ(world.send("POST", u"/sessions"_s).status, 201);
    EXPECT_EQ(world.send("POST", u"/sessions"_s, R"({"user_data":null,"time_zone":null})").status, 201);
    expectProblem(world.send("POST", u"/sessions"_s, "nonsense"), 400);
    EXPECT_THAT(world.post(u"/sessions"_s, {{u"time_zone"_s, u"x"_s}, {u"user_data"_s, 1}}).wrongFields(),
                ElementsAre(u"time_zone"_s, u"user_data"_s));
    expectProblem(world.post(u"/sessions"_s, {}, ApiWorld::bearer("a-token-nobody-has")), 401);
}

TEST(Sessions, BelongToTheHostWhoBeganThem)
{
    ApiWorld world;
    const QString path = u"/sessions/"_s + world.hostPost(u"/sessions"_s, {}).text(u"session_id"_s);
    expectProblem(world.get(path), 404);
    EXPECT_EQ(world.hostGet(path).status, 200);
}

TEST(Sessions, ShowWhatWasSaid)
{
    ApiWorld world;
    const Answer reply = world.say(ApiWorld::bookingWords);
    const Answer history = world.get(u"/sessions/"_s + reply.text(u"session_id"_s) + u"/history"_s);
    const QJsonArray messages = history.json["messages"_L1].toArray();
    ASSERT_EQ(messages.size(), 2);
    EXPECT_EQ(messages[0]["role"_L1].toString(), u"user"_s);
    EXPECT_EQ(messages[0]["text"_L1].toString(), ApiWorld::bookingWords);
    EXPECT_EQ(messages[1]["role"_L1].toString(), u"assistant"_s);
    EXPECT_EQ(messages[1]["html"_L1].toString(), reply.text(u"response"_s));
    EXPECT_EQ(messages[1]["cards"_L1], reply.json["cards"_L1]);
    EXPECT_EQ(messages[1]["at"_L1].toString(), reply.text(u"timestamp"_s));
}

TEST(Sessions, KeepWhatWasSaidInUserData)
{
    ApiWorld world;
    const QString session =
        world
            .post(u"/sessions"_s,
                  {{u"user_data"_s, QJsonObject{{u"name"_s, u"Ada Lovelace"_s}, {u"email"_s, u"ada@example.com"_s}}}})
            .text(u"session_id"_s);
    const Answer answer = world.say(u"Book 30 minutes on March 10 at 2pm"_s, session);
    EXPECT_EQ(meetingIdOf(answer), u"0310-1400-30m"_s) << answer.http.body.toStdString();
}

} // namespace ChatCal
