// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QString rememberedZone(const Talk &talk)
{
    for (const ToolCall &call : talk.calls()) {
        if (call.name == "remember_contact"_L1)
            return call.arguments.value("time_zone"_L1).toString();
    }
    return {};
}

} // namespace

struct ZoneSaid
{
    const char *name;
    const char *said;
    const char *zone;
    const char *answer;
};

class ZoneTalk : public testing::TestWithParam<ZoneSaid>
{
};

TEST_P(ZoneTalk, KeepsTheZoneOneLivesIn)
{
    Talk talk;
    const QString answer = talk.say(QString::fromUtf8(GetParam().said));
    EXPECT_EQ(rememberedZone(talk), QString::fromUtf8(GetParam().zone));
    EXPECT_TRUE(answer.contains(QString::fromUtf8(GetParam().answer))) << qPrintable(answer);
    EXPECT_TRUE(talk.tools().contactName.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ZoneTalk,
    testing::Values(ZoneSaid{"City", "I'm in Paris", "Europe/Paris", "use Paris time (CET)"},
                    ZoneSaid{"LowerCase", "i'm in berlin", "Europe/Berlin", "use Berlin time (CET)"},
                    ZoneSaid{"ZoneWord", "my time zone is Pacific", "America/Los_Angeles", "use Pacific time (PST)"},
                    ZoneSaid{"Abbreviation", "My timezone is pst", "America/Los_Angeles", "use PST"},
                    ZoneSaid{"OnTime", "I'm on Berlin time", "Europe/Berlin", "use Berlin time (CET)"},
                    ZoneSaid{"Iana", "my time zone is Europe/Zurich.", "Europe/Zurich", "use Zurich time (CET)"},
                    ZoneSaid{"CityOfTheDatabase", "I live in Buenos Aires", "America/Argentina/Buenos_Aires",
                             "use Buenos Aires time"},
                    ZoneSaid{"CityOfAnotherZone", "I'm based in Seattle, by the way", "America/Los_Angeles",
                             "use Seattle time (PST)"},
                    ZoneSaid{"Country", "we are in Germany", "Europe/Berlin", "use Germany time (CET)"},
                    ZoneSaid{"Set", "please change my time zone to Tokyo", "Asia/Tokyo", "use Tokyo time (JST)"},
                    ZoneSaid{"Colon", "Time zone: Central European Time", "Europe/Berlin",
                             "use Central European time (CET)"},
                    ZoneSaid{"Alone", "London time", "Europe/London", "use London time (GMT)"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(ZoneTalk, TakesNoOtherWordsForAZone)
{
    for (const QString &said :
         {u"I'm in a meeting"_s, u"I'm in sales"_s, u"I'm in Paris next week"_s, u"I'm in Paris on Friday"_s,
          u"book a meeting in Paris tomorrow at 2pm"_s, u"I'm in Central Park"_s, u"2 pm London time tomorrow"_s,
          u"what is your time zone?"_s, u"I am in"_s, u"my time zone is purple"_s}) {
        Talk talk;
        talk.say(said);
        EXPECT_EQ(rememberedZone(talk), QString()) << qPrintable(said);
    }
}

TEST(ZoneTalk, BooksInTheZoneToldInTheSameMessage)
{
    Talk talk;
    const QString answer =
        talk.say(u"I'm in Paris. Book 30 minutes on Tuesday at 4pm, I'm Ada Lovelace, ada@example.com"_s);
    // 16:00 in Paris is 11:00 in New York: the clocks changed there on March 8.
    EXPECT_EQ(talk.ids(), QStringList{u"0310-1100-30m"_s}) << qPrintable(answer);
    EXPECT_TRUE(answer.contains(u"Paris time"_s) && answer.contains(u"4:00"_s)) << qPrintable(answer);
}

TEST(ZoneTalk, GoesOnWithWhatWasBeingBooked)
{
    Talk talk;
    talk.say(u"Tuesday at 4pm for 30 minutes"_s);
    const QString answer = talk.say(u"I'm in Paris, by the way"_s);
    EXPECT_TRUE(answer.contains(u"Paris time (CET)"_s)) << qPrintable(answer);
    EXPECT_TRUE(answer.contains(u"name"_s)) << qPrintable(answer);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), QStringList{u"0310-1100-30m"_s});
}

TEST(ZoneTalk, KeepsAnOfferedMomentWhenTheZoneChanges)
{
    Talk talk;
    talk.say(u"30 minutes on Tuesday afternoon"_s);
    ASSERT_FALSE(talk.suggestions().isEmpty());
    const QString first = talk.suggestions().at(0);
    ASSERT_TRUE(first.contains(u"12:00"_s)) << qPrintable(first);
    talk.say(first);
    talk.say(u"my time zone is Paris"_s);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), QStringList{u"0310-1200-30m"_s});
}

TEST(ZoneTalk, SetsTheZoneOfAHostToo)
{
    Talk talk(ModelContext::Role::Host);
    const QString answer = talk.say(u"I'm in Paris"_s);
    EXPECT_TRUE(answer.contains(u"Paris time (CET)"_s)) << qPrintable(answer);
    EXPECT_FALSE(answer.contains(u"Hello"_s) || answer.contains(u"Hi!"_s)) << qPrintable(answer);
    EXPECT_EQ(rememberedZone(talk), u"Europe/Paris"_s);
}

TEST(ZoneTalk, AsksForNoMeetingWhenOneIsBooked)
{
    Talk talk;
    talk.say(u"Book 30 minutes on Tuesday at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    const QString answer = talk.say(u"I'm in Paris"_s);
    EXPECT_TRUE(answer.contains(u"Paris time (CET)"_s)) << qPrintable(answer);
    EXPECT_FALSE(answer.contains(u'?')) << qPrintable(answer);
}
