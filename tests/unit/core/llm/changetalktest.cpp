// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

testing::AssertionResult has(const QString &text, const QString &part)
{
    if (text.contains(part, Qt::CaseInsensitive))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "\"" << qPrintable(text) << "\" has no \"" << qPrintable(part) << "\"";
}

QStringList ids(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *id : list)
        result << QString::fromLatin1(id);
    return result;
}

/// A guest with meetings on Thursday at 14:00 and on Friday at 10:00; now is Wednesday, March 4, 09:00.
void addTwo(Talk &talk)
{
    talk.tools().addMeeting(u"2026-03-05T14:00"_s, 30, u"Budget review"_s, {u"Ada Lovelace"_s});
    talk.tools().addMeeting(u"2026-03-06T10:00"_s, 60, u"Planning"_s, {u"Kim"_s});
}

} // namespace

struct OneSentence
{
    const char *name;
    const char *text;
    QStringList left;
};

class ChangeTalkOneSentence : public testing::TestWithParam<OneSentence>
{
};

TEST_P(ChangeTalkOneSentence, ActsAtOnce)
{
    Talk talk;
    addTwo(talk);
    const QString answer = talk.say(QString::fromUtf8(GetParam().text));
    EXPECT_EQ(talk.ids(), GetParam().left) << qPrintable(answer);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ChangeTalkOneSentence,
    testing::Values(
        OneSentence{"CancelsByTime", "cancel my meeting tomorrow at 2pm", ids({"0306-1000-60m"})},
        OneSentence{"CancelsByDay", "please cancel my meeting on Friday", ids({"0305-1400-30m"})},
        OneSentence{"CancelsById", "cancel #0305-1400-30m", ids({"0306-1000-60m"})},
        OneSentence{"CancelsByPerson", "cancel the one with Ada", ids({"0306-1000-60m"})},
        OneSentence{"CancelsByTitle", "I need to cancel the budget review", ids({"0306-1000-60m"})},
        OneSentence{"MovesByTime", "move my 2 pm tomorrow to Monday at 11", ids({"0309-1100-30m", "0306-1000-60m"})},
        OneSentence{"MovesByTitle", "move planning to 3pm", ids({"0305-1400-30m", "0306-1500-60m"})},
        OneSentence{"MovesById", "reschedule 0306-1000-60m to Monday at 9:30 am",
                    ids({"0305-1400-30m", "0309-0930-60m"})},
        OneSentence{"MovesTheDayOnly", "can you move my Friday meeting to Monday?",
                    ids({"0305-1400-30m", "0309-1000-60m"})},
        OneSentence{"MovesBack", "push the one with Kim back an hour", ids({"0305-1400-30m", "0306-1100-60m"})},
        OneSentence{"MovesEarlier", "move the budget review half an hour earlier",
                    ids({"0305-1330-30m", "0306-1000-60m"})},
        OneSentence{"Shortens", "shorten planning to 30 minutes", ids({"0305-1400-30m", "0306-1000-30m"})}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(ChangeTalk, AsksWhichWhenSeveralMatch)
{
    Talk talk;
    addTwo(talk);
    const QString answer = talk.say(u"cancel my meeting"_s);
    EXPECT_EQ(talk.ids().size(), 2);
    EXPECT_EQ(talk.suggestions().size(), 2);
    EXPECT_TRUE(has(answer, u"Budget review"_s));
    talk.say(u"the second one"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m"}));
}

TEST(ChangeTalk, TakesADayAsTheChoice)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"cancel my meeting"_s);
    talk.say(u"Friday"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m"}));
}

namespace {

/// A guest who just booked Tuesday at 2 pm and Thursday at 3 pm.
void bookTwo(Talk &talk)
{
    talk.say(u"Book 30 minutes on Tuesday at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    talk.say(u"Book another meeting on Thursday March 12 at 3pm for 30 minutes"_s);
    ASSERT_EQ(talk.ids(), ids({"0310-1400-30m", "0312-1500-30m"}));
}

} // namespace

TEST(ChangeTalk, TakesTheOneOnADayAsTheChoice)
{
    Talk talk;
    bookTwo(talk);
    talk.say(u"cancel my meeting"_s);
    talk.say(u"the one on the 12th"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST(ChangeTalk, KeepsBothOnNeverMind)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"cancel my meeting"_s);
    talk.say(u"never mind, keep both"_s);
    EXPECT_EQ(talk.ids().size(), 2);
    talk.say(u"the first"_s);
    EXPECT_EQ(talk.ids().size(), 2);
}

TEST(ChangeTalk, CancelsAllOnlyWhenSaidAgain)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"cancel all my meetings"_s);
    EXPECT_EQ(talk.ids().size(), 2);
    talk.say(u"yes, all of them"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(ChangeTalk, CancelsNothingOnNo)
{
    for (const QString &refusal : {u"no"_s, u"no, not all of them"_s, u"never mind"_s, u"what's the weather?"_s}) {
        Talk talk;
        addTwo(talk);
        talk.say(u"cancel everything"_s);
        talk.say(refusal);
        EXPECT_EQ(talk.ids().size(), 2) << qPrintable(refusal);
    }
}

TEST(ChangeTalk, ShowsWhatIsBookedWhenNothingFitsAndCancelsNoneOfItUnasked)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-05T14:00"_s, 30, u"Budget review"_s);
    const QString answer = talk.say(u"cancel my meeting on Monday"_s);
    EXPECT_TRUE(has(answer, u"Budget review"_s));
    EXPECT_EQ(talk.ids().size(), 1);
    talk.say(u"yes"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(ChangeTalk, SaysThatItWasCancelledAlready)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"cancel #0305-1400-30m"_s);
    EXPECT_TRUE(has(talk.say(u"cancel #0305-1400-30m"_s), u"already"_s));
    EXPECT_EQ(talk.ids(), ids({"0306-1000-60m"}));
}

TEST(ChangeTalk, AsksWhenToMoveIt)
{
    Talk talk;
    addTwo(talk);
    const QString answer = talk.say(u"I need to reschedule my meeting tomorrow"_s);
    EXPECT_TRUE(has(answer, u"2:00–2:30 PM"_s));
    talk.say(u"Monday at 11am"_s);
    EXPECT_EQ(talk.ids(), ids({"0309-1100-30m", "0306-1000-60m"}));
}

TEST(ChangeTalk, OffersOtherTimesWhenTheNewOneIsTaken)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"move the budget review to Friday at 10am"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m", "0306-1000-60m"}));
    ASSERT_FALSE(talk.suggestions().isEmpty());
    talk.say(u"the first one"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-0900-30m", "0306-1000-60m"}));
}

TEST(ChangeTalk, AsksWhichToMoveAndThenMovesIt)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"move my meeting to 4 pm"_s);
    EXPECT_EQ(talk.suggestions().size(), 2);
    talk.say(talk.suggestions().at(0));
    EXPECT_EQ(talk.ids(), ids({"0305-1600-30m", "0306-1000-60m"}));
}

TEST(ChangeTalk, MovesAndCancelsWhatWasJustBooked)
{
    Talk talk;
    talk.say(u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    talk.say(u"can we move it to 4 pm?"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1600-30m"}));
    talk.say(u"push it back half an hour"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1630-30m"}));
    talk.say(u"actually, cancel it"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(ChangeTalk, SaysThatNothingMatches)
{
    Talk talk;
    const QString answer = talk.say(u"cancel my meeting tomorrow at 2pm"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_FALSE(has(answer, u"cancelled"_s));
}

TEST(ChangeTalk, TakesANameForNoCredential)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-05T14:00"_s, 30, u"Meeting with Bob"_s, {u"Bob"_s}, false);
    talk.say(u"I'm Bob, cancel my meeting tomorrow"_s);
    EXPECT_EQ(talk.tools().meetings().at(0).status, u"confirmed"_s);
}

TEST(ChangeTalk, TellsTheGuestsOwnBookings)
{
    Talk talk;
    addTwo(talk);
    const QString answer = talk.say(u"what meetings do I have?"_s);
    EXPECT_TRUE(talk.toolsUsed().contains(u"list_meetings"_s));
    EXPECT_TRUE(has(answer, u"0305-1400-30m"_s));
}

TEST(HostTalk, TellsTheAgenda)
{
    Talk talk(ModelContext::Role::Host);
    talk.tools().addMeeting(u"2026-03-04T11:00"_s, 30, u"Call <b>me</b>"_s);
    const QString answer = talk.say(u"What's on today?"_s);
    EXPECT_TRUE(has(answer, u"11:00"_s));
    EXPECT_FALSE(answer.contains(u"<b>"_s)) << qPrintable(answer);
    EXPECT_TRUE(talk.toolsUsed().contains(u"list_meetings"_s));
    talk.say(u"and tomorrow?"_s);
    EXPECT_EQ(talk.calls().value(0).arguments.value(u"when"_s).toString(), u"2026-03-05"_s);
}

TEST(HostTalk, TellsWhetherATimeIsFree)
{
    Talk talk(ModelContext::Role::Host);
    talk.tools().addMeeting(u"2026-03-06T15:00"_s, 30, u"x"_s);
    const QString answer = talk.say(u"am I free Friday at 3?"_s);
    EXPECT_TRUE(answer.contains(u"taken"_s) || answer.contains(u"not free"_s)) << qPrintable(answer);
    EXPECT_TRUE(has(talk.say(u"am I free Friday at 5pm?"_s), u"you're free"_s));
}

TEST(HostTalk, AddsAMeetingWithoutAskingWhoSpeaks)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"lunch with Kim tomorrow at noon for an hour"_s);
    ASSERT_EQ(talk.ids(), ids({"0305-1200-60m"}));
    EXPECT_EQ(talk.booked().at(0).attendees, QStringList{u"Kim"_s});
    EXPECT_TRUE(has(talk.booked().at(0).title, u"Lunch"_s));
}

TEST(HostTalk, AssumesHalfAnHourAndSaysSo)
{
    Talk talk(ModelContext::Role::Host);
    const QString answer = talk.say(u"add a dentist appointment on Friday at 8am"_s);
    ASSERT_EQ(talk.ids(), ids({"0306-0800-30m"}));
    EXPECT_TRUE(has(answer, u"30 minutes"_s));
    talk.say(u"make it an hour"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-0800-60m"}));
}

TEST(HostTalk, MovesAndCancelsAny)
{
    Talk talk(ModelContext::Role::Host);
    talk.tools().addMeeting(u"2026-03-04T14:00"_s, 30, u"Sync"_s, {u"Kim"_s});
    talk.tools().addMeeting(u"2026-03-05T11:00"_s, 30, u"Review"_s, {u"Ada"_s});
    talk.say(u"move my 2 pm to Thursday"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m", "0305-1100-30m"}));
    talk.say(u"cancel the one with Ada"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m"}));
}

TEST(HostTalk, BlocksAllOfTheTimeNamed)
{
    Talk talk(ModelContext::Role::Host);
    const QString answer = talk.say(u"block Friday from 9 to 12 for focus time"_s);
    ASSERT_EQ(talk.ids(), ids({"0306-0900-180m"}));
    EXPECT_EQ(talk.booked().at(0).title, u"Focus time"_s);
    EXPECT_FALSE(has(answer, u"assumed"_s));
}

TEST(HostTalk, TakesAReminderForTheNextSuchTime)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"remind me to call mom at 6pm"_s);
    ASSERT_EQ(talk.ids(), ids({"0304-1800-30m"}));
    EXPECT_EQ(talk.booked().at(0).title, u"Call mom"_s);
}

TEST(HostTalk, SaysThatNothingRepeats)
{
    Talk talk(ModelContext::Role::Host);
    EXPECT_TRUE(has(talk.say(u"add standup every day at 10am"_s), u"one time"_s));
}

TEST(HostTalk, MovesToABareHourAndRenames)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"dentist friday 8am 1 hour"_s);
    talk.say(u"move it to 9"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-0900-60m"}));
    talk.say(u"rename it to Dentist checkup"_s);
    EXPECT_EQ(talk.booked().value(0).title, u"Dentist checkup"_s);
}

TEST(HostTalk, CarriesTheDayAskedAbout)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"am I free on Friday?"_s);
    talk.say(u"then add lunch with Kim at noon"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1200-30m"}));
}

TEST(ChangeTalk, KeepsTheNewTimeWhileAskingWhich)
{
    Talk talk;
    addTwo(talk);
    talk.say(u"I have to reschedule"_s);
    talk.say(u"next Tuesday at 11am"_s);
    EXPECT_EQ(talk.ids().size(), 2);
    talk.say(u"the second"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m", "0310-1100-60m"}));
}

TEST(ChangeTalk, CancelsWhatWasJustLookedUp)
{
    Talk talk;
    addTwo(talk);
    EXPECT_TRUE(has(talk.say(u"What time is my meeting tomorrow?"_s), u"2:00–2:30 PM"_s));
    talk.say(u"can you cancel that?"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1000-60m"}));
}

TEST(ChangeTalk, CountsWhatItAsksToCancel)
{
    Talk talk;
    addTwo(talk);
    EXPECT_TRUE(has(talk.say(u"cancel both"_s), u"2 meetings"_s));
    EXPECT_EQ(talk.ids().size(), 2);
    talk.say(u"All of them"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(HostTalk, InvitesSeveralByNameAndAddress)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"book 1 hour with ada@example.com and Bob Ross tomorrow at 3pm about hiring"_s);
    ASSERT_EQ(talk.ids(), ids({"0305-1500-60m"}));
    EXPECT_EQ(talk.booked().at(0).attendees, (QStringList{u"Bob Ross"_s, u"ada@example.com"_s}));
    EXPECT_EQ(talk.booked().at(0).title, u"Hiring"_s);
}

TEST(HostTalk, TakesLunchForAMeetingWhenItIsMoved)
{
    Talk talk(ModelContext::Role::Host);
    talk.say(u"lunch with Kim tomorrow at noon for an hour"_s);
    talk.say(u"move lunch to 1pm"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1300-60m"}));
    talk.say(u"cancel lunch with Kim"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(HostTalk, AddsPeopleToAMeetingThatStands)
{
    Talk talk(ModelContext::Role::Host);
    talk.tools().addMeeting(u"2026-03-05T11:00"_s, 30, u"Budget review"_s);
    EXPECT_TRUE(has(talk.say(u"invite Bob to the budget review"_s), u"Bob"_s));
    ASSERT_FALSE(talk.calls().isEmpty());
    EXPECT_EQ(talk.calls().constLast().arguments.value(u"attendees"_s).toArray(), QJsonArray{u"Bob"_s});
}

TEST(ChangeTalk, TellsWhoCanChangeWhatWasBookedElsewhere)
{
    // Both variants of the sentence.
    for (const QString &said : {u"cancel my meeting"_s, u"cancel my meeting please"_s, u"please cancel my meeting"_s,
                                u"move my meeting to 4 pm"_s, u"cancel my appointment"_s, u"cancel my call"_s}) {
        Talk talk;
        const QString answer = talk.say(said);
        EXPECT_FALSE(has(answer, u"link"_s));
        EXPECT_TRUE(has(answer, u"Grace Hopper"_s));
        EXPECT_TRUE(has(answer, u"conversation"_s) || has(answer, u"booked from"_s));
    }
}

class ChangeTalkSeveral : public testing::TestWithParam<const char *>
{
};

TEST_P(ChangeTalkSeveral, AsksWhichOfTwoBookedHere)
{
    Talk talk;
    bookTwo(talk);
    talk.say(QString::fromUtf8(GetParam()));
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m", "0312-1500-30m"}));
    ASSERT_EQ(talk.suggestions().size(), 2);
    talk.say(talk.suggestions().at(0));
    EXPECT_FALSE(talk.ids().contains(u"0310-1400-30m"_s));
    EXPECT_TRUE(talk.ids().contains(u"0312-1500-30m"_s));
}

INSTANTIATE_TEST_SUITE_P(Cases, ChangeTalkSeveral,
                         testing::Values("cancel my meeting", "cancel the meeting", "move my meeting to 4pm",
                                         "move the meeting to 4pm", "please cancel the call",
                                         "reschedule my appointment to 4 pm", "can you cancel my booking?",
                                         "change the time of my meeting to 4pm", "make my meeting an hour later"),
                         [](const auto &info) {
                             QString name = QString::fromUtf8(info.param);
                             name.replace(u' ', u'_').remove(u'?');
                             return name.toStdString();
                         });

TEST(ChangeTalk, TakesItForTheMeetingJustBooked)
{
    const std::pair<QString, QStringList> cases[]{{u"cancel it"_s, ids({"0310-1400-30m"})},
                                                  {u"cancel that one"_s, ids({"0310-1400-30m"})},
                                                  {u"cancel the one I just booked"_s, ids({"0310-1400-30m"})},
                                                  {u"cancel this meeting"_s, ids({"0310-1400-30m"})},
                                                  {u"move it to 4pm"_s, ids({"0310-1400-30m", "0312-1600-30m"})},
                                                  {u"actually make it 4pm"_s, ids({"0310-1400-30m", "0312-1600-30m"})},
                                                  {u"make it an hour"_s, ids({"0310-1400-30m", "0312-1500-60m"})}};
    for (const auto &[said, left] : cases) {
        Talk talk;
        bookTwo(talk);
        talk.say(u"thanks!"_s);
        talk.say(said);
        EXPECT_EQ(talk.ids(), left) << qPrintable(said);
    }
}

TEST(ChangeTalk, AsksWhatItIsOnceSeveralWereListed)
{
    Talk talk;
    bookTwo(talk);
    talk.say(u"what have I booked?"_s);
    talk.say(u"cancel it"_s);
    EXPECT_EQ(talk.ids().size(), 2);
    EXPECT_EQ(talk.suggestions().size(), 2);
}

TEST(ChangeTalk, NeedsNoChoiceWhenOneIsBooked)
{
    Talk talk;
    talk.say(u"Book 30 minutes on Tuesday at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    talk.say(u"move my meeting to 4pm"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1600-30m"}));
    talk.say(u"cancel the meeting"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}
