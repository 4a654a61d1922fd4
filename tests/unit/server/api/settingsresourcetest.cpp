// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString settings = u"/api/v1/settings"_s;

} // namespace

TEST(SettingsResource, IsReadByHostsAndChangedByAdmins)
{
    ApiWorld world;
    const HttpHeaders teammate = world.asTeammate();
    expectProblem(world.get(settings), 401);
    EXPECT_EQ(world.get(settings, teammate).status, 200);
    expectProblem(world.send("PUT", settings, "{}"), 401);
    expectProblem(world.send("PUT", settings, "{}", teammate), 403);
    EXPECT_EQ(world.hostSend("PUT", settings, {}).status, 200);
}

TEST(SettingsResource, ShowsWhatIsInForceAndNoSecret)
{
    ApiWorld world;
    const Answer answer = world.hostGet(settings);
    EXPECT_EQ(answer.json["identity"_L1].toObject(),
              (QJsonObject{{u"name"_s, u"Grace Hopper"_s},
                           {u"email"_s, u"grace@example.org"_s},
                           {u"phone"_s, QString()},
                           {u"time_zone"_s, u"America/New_York"_s},
                           {u"language"_s, u"en"_s}}));
    EXPECT_EQ(answer.text(u"working_hours"_s), u"Mon-Fri 09:00-17:00"_s);
    EXPECT_EQ(answer.json["policy"_L1]["horizon_days"_L1].toInt(), 365);
    EXPECT_TRUE(answer.json["policy"_L1]["most_per_day"_L1].isNull());
    EXPECT_FALSE(answer.http.body.contains(ApiWorld::ownerToken));
}

TEST(SettingsResource, AppliesAtOnce)
{
    ApiWorld world;
    const Answer changed = world.hostSend("PUT", settings,
                                          {{u"identity"_s, QJsonObject{{u"time_zone"_s, u"Europe/Berlin"_s}}},
                                           {u"working_hours"_s, u"Tue 14:00-16:00"_s},
                                           {u"policy"_s, QJsonObject{{u"most_per_day"_s, 2}}}});
    ASSERT_EQ(changed.status, 200) << changed.http.body.toStdString();
    EXPECT_EQ(changed.json, world.hostGet(settings).json);
    EXPECT_EQ(changed.json["identity"_L1]["name"_L1].toString(), u"Grace Hopper"_s);
    const QJsonArray slots_ = world.get(u"/api/v1/availability?from=2026-03-09&to=2026-03-14&duration_minutes=60"_s)
                                  .json["slots"_L1]
                                  .toArray();
    ASSERT_FALSE(slots_.isEmpty());
    EXPECT_EQ(slots_.first()["start"_L1].toString(), u"2026-03-10T14:00:00+01:00"_s);
    EXPECT_EQ(slots_.last()["start"_L1].toString(), u"2026-03-10T15:00:00+01:00"_s);
    const Answer lifted =
        world.hostSend("PUT", settings, {{u"policy"_s, QJsonObject{{u"most_per_day"_s, QJsonValue()}}}});
    EXPECT_TRUE(lifted.json["policy"_L1]["most_per_day"_L1].isNull());
    EXPECT_EQ(lifted.text(u"working_hours"_s), changed.text(u"working_hours"_s));
}

TEST(SettingsResource, OffersMeetingTypesToGuests)
{
    ApiWorld world;
    EXPECT_EQ(world.hostGet(settings).json["meeting_types"_L1].toArray(), QJsonArray());
    const QJsonArray types{QJsonObject{{u"name"_s, u"Quick chat"_s},
                                       {u"durations_minutes"_s, QJsonArray{15}},
                                       {u"how"_s, QJsonValue()},
                                       {u"description"_s, QString()}}};
    const Answer changed = world.hostSend("PUT", settings, {{u"meeting_types"_s, types}});
    ASSERT_EQ(changed.status, 200) << changed.http.body.toStdString();
    EXPECT_EQ(changed.json["meeting_types"_L1].toArray(), types);
    const Answer reply = world.say(u"A quick chat on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    const QJsonObject meeting = reply.json["cards"_L1].toArray().first()["meeting"_L1].toObject();
    EXPECT_EQ(meeting["meeting_type"_L1].toString(), u"Quick chat"_s) << reply.http.body.toStdString();
    EXPECT_EQ(meeting["duration_minutes"_L1].toInt(), 15);
    EXPECT_EQ(world.hostSend("PUT", settings, {{u"meeting_types"_s, QJsonArray()}}).json["meeting_types"_L1].toArray(),
              QJsonArray());
}

struct BadSetting
{
    const char *name;
    QByteArray body;
    QStringList fields;
};

class BadSettings : public testing::TestWithParam<BadSetting>
{
};

TEST_P(BadSettings, AreRefusedByNameAndChangeNothing)
{
    ApiWorld world;
    const QJsonObject before = world.hostGet(settings).json;
    const Answer answer = world.send("PUT", settings, GetParam().body, ApiWorld::asOwner());
    expectProblem(answer, GetParam().fields.isEmpty() ? 400 : 422);
    EXPECT_EQ(answer.wrongFields(), GetParam().fields) << answer.http.body.toStdString();
    const QJsonArray errors = answer.json["errors"_L1].toArray();
    HttpHeaders german = ApiWorld::asOwner();
    german += HttpHeaders{{"Accept-Language", "de"}};
    const Answer translated = world.send("PUT", settings, GetParam().body, german);
    EXPECT_EQ(translated.wrongFields(), GetParam().fields);
    for (qsizetype i = 0; i < errors.size(); ++i) {
        EXPECT_FALSE(errors[i]["message"_L1].toString().isEmpty());
        EXPECT_NE(translated.json["errors"_L1][i]["message"_L1], errors[i]["message"_L1]) << "in German";
    }
    EXPECT_EQ(world.hostGet(settings).json, before);
}

INSTANTIATE_TEST_SUITE_P(
    All, BadSettings,
    testing::Values(
        BadSetting{"notJson", "{", {}}, BadSetting{"list", "[]", {}},
        BadSetting{"unknown", R"({"colour":"blue"})", {u"colour"_s}},
        BadSetting{"secret", R"({"CHATCAL_HOST_TOKEN":"sixteen-characters"})", {u"CHATCAL_HOST_TOKEN"_s}},
        BadSetting{"identityNoObject", R"({"identity":"Grace"})", {u"identity"_s}},
        BadSetting{"name", R"({"identity":{"name":" "}})", {u"identity.name"_s}},
        BadSetting{"nameNumber", R"({"identity":{"name":5}})", {u"identity.name"_s}},
        BadSetting{"email", R"({"identity":{"email":"grace"}})", {u"identity.email"_s}},
        BadSetting{"phone", R"({"identity":{"phone":"1"}})", {u"identity.phone"_s}},
        BadSetting{"language", R"({"identity":{"language":"tlh"}})", {u"identity.language"_s}},
        BadSetting{"zone", R"({"identity":{"time_zone":"Mars"}})", {u"identity.time_zone"_s}},
        BadSetting{"identityUnknown", R"({"identity":{"age":36}})", {u"identity.age"_s}},
        BadSetting{"hours", R"({"working_hours":"always"})", {u"working_hours"_s}},
        BadSetting{"hoursBackwards", R"({"working_hours":"Mon 17:00-09:00"})", {u"working_hours"_s}},
        BadSetting{"hoursNumber", R"({"working_hours":9})", {u"working_hours"_s}},
        BadSetting{"bufferBefore", R"({"policy":{"buffer_before_minutes":-1}})", {u"policy.buffer_before_minutes"_s}},
        BadSetting{"bufferAfter", R"({"policy":{"buffer_after_minutes":721}})", {u"policy.buffer_after_minutes"_s}},
        BadSetting{"notice", R"({"policy":{"minimum_notice_minutes":1.5}})", {u"policy.minimum_notice_minutes"_s}},
        BadSetting{"horizon", R"({"policy":{"horizon_days":0}})", {u"policy.horizon_days"_s}},
        BadSetting{"shortest", R"({"policy":{"shortest_minutes":"5"}})", {u"policy.shortest_minutes"_s}},
        BadSetting{"shortestOverLongest",
                   R"({"policy":{"shortest_minutes":60,"longest_minutes":30}})",
                   {u"policy.shortest_minutes"_s}},
        BadSetting{
            "shortestOverLongestInForce", R"({"policy":{"shortest_minutes":600}})", {u"policy.shortest_minutes"_s}},
        BadSetting{"step", R"({"policy":{"step_minutes":0}})", {u"policy.step_minutes"_s}},
        BadSetting{"mostPerDay", R"({"policy":{"most_per_day":0}})", {u"policy.most_per_day"_s}},
        BadSetting{"policyUnknown", R"({"policy":{"mood":1}})", {u"policy.mood"_s}},
        BadSetting{"typesNoList", R"({"meeting_types":{}})", {u"meeting_types"_s}},
        BadSetting{"typeTooLong",
                   R"({"policy":{"longest_minutes":60},"meeting_types":[{"name":"a","durations_minutes":[90]}]})",
                   {u"meeting_types[0].durations_minutes"_s}},
        BadSetting{"several",
                   R"({"identity":{"email":"x"},"policy":{"horizon_days":-1},"working_hours":"x"})",
                   {u"identity.email"_s, u"policy.horizon_days"_s, u"working_hours"_s}}),
    [](const auto &info) { return std::string(info.param.name); });

} // namespace ChatCal
