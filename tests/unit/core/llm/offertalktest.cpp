// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;

/// Grace offers kinds of meetings. Now is Wednesday, March 4, 2026, 09:00 in New York.
class OfferTalk : public testing::Test
{
protected:
    static QList<MeetingOffer> offers()
    {
        return {{u"Quick chat"_s, {minutes(15)}, {}, {}},
                {u"Consultation"_s, {minutes(30), minutes(60)}, u"video"_s, {}},
                {u"Long consultation"_s, {minutes(90)}, {}, {}},
                {u"Tax advice"_s, {minutes(45)}, u"phone"_s, {}}};
    }
    explicit OfferTalk(ModelContext::Role role = ModelContext::Role::Guest) : talk(role)
    {
        talk.context().offers = offers();
    }

    std::string say(const QString &words) { return talk.say(words).toStdString(); }
    /// What the tool that booked in the last turn was asked for.
    [[nodiscard]] QJsonObject asked() const
    {
        for (const ToolCall &call : talk.calls())
            if (call.name == "create_appointment"_L1)
                return call.arguments;
        return {};
    }

    Talk talk;
};

class HostOfferTalk : public OfferTalk
{
protected:
    HostOfferTalk() : OfferTalk(ModelContext::Role::Host) { }
};

TEST_F(OfferTalk, TakesTheLengthFromTheKindNamed)
{
    say(u"I'd like a quick chat on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-15m"_s));
    EXPECT_EQ(asked()["meeting_type"_L1].toString(), u"Quick chat"_s);
    EXPECT_FALSE(asked().contains("title"_L1)) << "the kind is in the usual title";
}

TEST_F(OfferTalk, AsksWhichOfItsLengthsIsMeant)
{
    EXPECT_THAT(say(u"Book a consultation on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s),
                HasSubstr("Consultation takes 30 or 60 minutes."));
    EXPECT_THAT(talk.suggestions(), ElementsAre(u"30 minutes"_s, u"60 minutes"_s));
    EXPECT_TRUE(talk.ids().isEmpty());
    say(u"60 minutes"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-60m"_s));
    EXPECT_EQ(asked()["meeting_type"_L1].toString(), u"Consultation"_s);
    EXPECT_EQ(asked()["how"_L1].toString(), u"video"_s);
}

TEST_F(OfferTalk, TakesALengthThatWasSaidIfTheKindHasIt)
{
    say(u"A 60 minute consultation on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-60m"_s));
}

TEST_F(OfferTalk, TellsThatTheKindHasAnotherLength)
{
    EXPECT_THAT(say(u"A quick chat for two hours on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s),
                HasSubstr("Quick chat takes 15 minutes."));
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-15m"_s));
}

TEST_F(OfferTalk, MeansTheLongestNameThatWasSaid)
{
    say(u"I want a long consultation March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-90m"_s));
}

TEST_F(OfferTalk, CollectsTheRestOfABareKind)
{
    EXPECT_THAT(say(u"Tax advice, please"_s), HasSubstr("?"));
    say(u"March 10 at 2pm"_s);
    say(u"I'm Ada Lovelace"_s);
    EXPECT_THAT(say(u"ada@example.com"_s), testing::ContainsRegex("number|phone")) << "a call needs a number";
    say(u"+1 212 555 0123"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-45m"_s));
    EXPECT_EQ(asked()["how"_L1].toString(), u"phone"_s);
}

TEST_F(OfferTalk, ChangesTheKindBeforeBooking)
{
    say(u"I'd like a quick chat on March 10 at 2pm"_s);
    say(u"Make it a long consultation instead"_s);
    say(u"I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-90m"_s));
}

TEST_F(OfferTalk, LeavesOtherMeetingsAsTheyWere)
{
    say(u"Book a 20 minute meeting on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-20m"_s));
    EXPECT_FALSE(asked().contains("meeting_type"_L1));
    say(u"A consultancy is what I run. Cancel it"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST_F(OfferTalk, CancelsAndMovesByTheKindsName)
{
    say(u"I'd like a quick chat on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    say(u"Move my quick chat to 4pm"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1600-15m"_s));
    say(u"Cancel the quick chat"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST_F(HostOfferTalk, IsFreeToTakeAnyLength)
{
    say(u"Book a quick chat with Kim on March 10 at 2pm for 40 minutes"_s);
    say(u"Book a consultation with Kim on March 11 at 2pm"_s);
    EXPECT_THAT(talk.ids(), ElementsAre(u"0310-1400-40m"_s, u"0311-1400-30m"_s));
    EXPECT_EQ(asked()["meeting_type"_L1].toString(), u"Consultation"_s);
}

} // namespace
