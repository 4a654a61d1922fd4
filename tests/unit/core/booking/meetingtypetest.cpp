// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meetingtype.h"

#include <QJsonDocument>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

Result<QList<MeetingType>> read(const char *json)
{
    return meetingTypesFromJson(QJsonDocument::fromJson(json).array(), u"meeting_types"_s, 5min, 480min);
}

TEST(MeetingType, IsReadAndWrittenAlike)
{
    const auto types = read(
        R"([{"name":"Consultation","durations_minutes":[30,60],"how":"video","description":"For new clients"},
            {"name":"Quick chat","durations_minutes":[15]}])");
    ASSERT_TRUE(types);
    EXPECT_THAT(types->first().lengths, testing::ElementsAre(30min, 60min));
    EXPECT_EQ(types->first().how, MeetingHow::Video);
    EXPECT_EQ(types->last().how, std::nullopt);
    const auto again = meetingTypesFromJson(toJson(*types), u"meeting_types"_s, 5min, 480min);
    ASSERT_TRUE(again);
    EXPECT_EQ(toJson(*again), toJson(*types));
}

TEST(MeetingType, IsFoundByNameWithoutRegardToCase)
{
    const auto types = read(R"([{"name":"Quick chat","durations_minutes":[15]}])");
    ASSERT_TRUE(types);
    EXPECT_TRUE(findMeetingType(*types, u" quick  CHAT "_s));
    EXPECT_FALSE(findMeetingType(*types, u"chat"_s));
    EXPECT_FALSE(findMeetingType(*types, QString()));
}

TEST(MeetingType, SaysItsLengths)
{
    EXPECT_EQ((MeetingType{u"a"_s, {15min}, {}, {}}.lengthsInWords()), u"15 minutes"_s);
    EXPECT_EQ((MeetingType{u"a"_s, {15min, 30min, 60min}, {}, {}}.lengthsInWords()), u"15, 30 or 60 minutes"_s);
}

struct BadTypes
{
    const char *name;
    const char *json;
    QStringList fields;
};

class WrongMeetingTypes : public testing::TestWithParam<BadTypes>
{
};

TEST_P(WrongMeetingTypes, AreRefusedByName)
{
    const auto types = read(GetParam().json);
    ASSERT_FALSE(types);
    QStringList fields;
    for (const FieldError &error : types.error().fields)
        fields.append(error.field);
    EXPECT_EQ(fields, GetParam().fields);
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongMeetingTypes,
    testing::Values(
        BadTypes{"noObject", "[5]", {u"meeting_types[0]"_s}},
        BadTypes{"noName", R"([{"durations_minutes":[30]}])", {u"meeting_types[0].name"_s}},
        BadTypes{"numberName", R"([{"name":5,"durations_minutes":[30]}])", {u"meeting_types[0].name"_s}},
        BadTypes{"noLength", R"([{"name":"a"}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"emptyLengths", R"([{"name":"a","durations_minutes":[]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"tooShort", R"([{"name":"a","durations_minutes":[4]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"tooLong", R"([{"name":"a","durations_minutes":[481]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"fraction", R"([{"name":"a","durations_minutes":[7.5]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"twice", R"([{"name":"a","durations_minutes":[30,30]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"text", R"([{"name":"a","durations_minutes":["30"]}])", {u"meeting_types[0].durations_minutes"_s}},
        BadTypes{"how", R"([{"name":"a","durations_minutes":[30],"how":"fax"}])", {u"meeting_types[0].how"_s}},
        BadTypes{"unknown", R"([{"name":"a","durations_minutes":[30],"price":5}])", {u"meeting_types[0].price"_s}},
        BadTypes{"sameName",
                 R"([{"name":"a","durations_minutes":[30]},{"name":"A","durations_minutes":[60]}])",
                 {u"meeting_types[1].name"_s}}),
    [](const auto &info) { return std::string(info.param.name); });

} // namespace

} // namespace ChatCal
