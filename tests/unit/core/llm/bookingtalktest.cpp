// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// Now is Wednesday, March 4, 2026, 09:00 in New York.
const QString everything = u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s;

testing::AssertionResult has(const QString &text, const QString &part)
{
    if (text.contains(part, Qt::CaseInsensitive))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "\"" << qPrintable(text) << "\" has no \"" << qPrintable(part) << "\"";
}

testing::AssertionResult used(const Talk &talk, const QString &tool)
{
    if (talk.toolsUsed().contains(tool))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "used only " << qPrintable(talk.toolsUsed().join(u' '));
}

QStringList ids(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *id : list)
        result << QString::fromLatin1(id);
    return result;
}

} // namespace

TEST(BookingTalk, BooksFromOneMessage)
{
    Talk talk;
    const QString answer = talk.say(everything);
    ASSERT_EQ(talk.ids(), ids({"0310-1400-30m"})) << qPrintable(answer);
    EXPECT_EQ(talk.booked().at(0).name, u"Ada Lovelace"_s);
    EXPECT_EQ(talk.booked().at(0).email, u"ada@example.com"_s);
    EXPECT_TRUE(has(answer, u"0310-1400-30m"_s));
    EXPECT_TRUE(has(answer, u"March 10"_s));
    EXPECT_TRUE(has(answer, u"on its way to"_s));
    EXPECT_TRUE(used(talk, u"create_appointment"_s));
    EXPECT_EQ(talk.tools().contactName, u"Ada Lovelace"_s);
}

TEST(BookingTalk, BooksOverFiveTurns)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"Hi"_s), u"Grace Hopper"_s));
    talk.say(u"I'd like to book a call"_s);
    EXPECT_TRUE(talk.calls().isEmpty());
    EXPECT_TRUE(has(talk.say(u"March 10 at 2pm, 30 minutes"_s), u"name"_s));
    talk.say(u"Ada"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
    talk.say(u"ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST(BookingTalk, AsksOneThingAtATimeAndNothingTwice)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"My name is Zoë Müller and my e-mail is zoe@example.com"_s), u"Zoë"_s));
    const QString length = talk.say(u"Tuesday at 11"_s);
    EXPECT_FALSE(has(length, u"name"_s));
    EXPECT_TRUE(has(length, u"long"_s));
    EXPECT_EQ(talk.suggestions(), (QStringList{u"15 minutes"_s, u"30 minutes"_s, u"60 minutes"_s}));
    talk.say(u"45"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1100-45m"}));
}

TEST(BookingTalk, TakesBareAnswers)
{
    Talk talk;
    talk.say(u"I need a meeting"_s);
    talk.say(u"next monday"_s);
    ASSERT_TRUE(used(talk, u"check_availability"_s));
    talk.say(u"10"_s);
    talk.say(u"30"_s);
    talk.say(u"ada"_s);
    talk.say(u"+44 20 7946 0958"_s);
    EXPECT_EQ(talk.ids(), ids({"0309-1000-30m"}));
    EXPECT_EQ(talk.booked().at(0).name, u"Ada"_s);
    EXPECT_EQ(talk.booked().at(0).phone, u"+44 20 7946 0958"_s);
}

TEST(BookingTalk, OffersOtherTimesWhenTakenAndTakesTheSecond)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-10T14:00"_s, 30, u"Oncology"_s, {}, false);
    const QString answer = talk.say(everything);
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_TRUE(has(answer, u"taken"_s) || has(answer, u"gone"_s));
    EXPECT_FALSE(has(answer, u"Oncology"_s));
    ASSERT_GE(talk.suggestions().size(), 2);
    EXPECT_TRUE(talk.suggestions().at(1).contains(u"1:30–2:00 PM"_s)) << qPrintable(talk.suggestions().at(1));
    talk.say(u"the second one"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1330-30m"}));
}

TEST(BookingTalk, TakesATappedSuggestion)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-10T14:00"_s, 30, u"x"_s, {}, false);
    talk.say(everything);
    talk.say(talk.suggestions().at(0));
    EXPECT_EQ(talk.ids(), ids({"0310-1300-30m"}));
}

TEST(BookingTalk, TakesATimeInPlaceOfTheTakenOne)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-10T14:00"_s, 30, u"x"_s, {}, false);
    talk.say(everything);
    talk.say(u"10:30 then"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1030-30m"}));
}

TEST(BookingTalk, TakesAnotherDayAndKeepsTheTime)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-10T14:00"_s, 30, u"x"_s, {}, false);
    talk.say(everything);
    talk.say(u"Thursday instead"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m"}));
}

TEST(BookingTalk, TellsATakenTimeBeforeAskingForTheName)
{
    Talk talk;
    talk.tools().addMeeting(u"2026-03-10T14:00"_s, 30, u"x"_s, {}, false);
    const QString answer = talk.say(u"Can I get 30 minutes on March 10 at 2pm?"_s);
    EXPECT_FALSE(has(answer, u"name"_s));
    EXPECT_FALSE(talk.suggestions().isEmpty());
    talk.say(u"the first"_s);
    talk.say(u"I'm Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1300-30m"}));
}

TEST(BookingTalk, ListsFreeTimesForADayAndAsksWhich)
{
    Talk talk;
    const QString answer = talk.say(u"I'm Ada, ada@example.com. Can we talk for half an hour on Friday?"_s);
    EXPECT_TRUE(used(talk, u"check_availability"_s));
    EXPECT_TRUE(has(answer, u"Friday, March 6, 2026, 9:00–9:30 AM"_s));
    talk.say(u"9:30"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-0930-30m"}));
}

TEST(BookingTalk, ListsOnlyThePartOfTheDayAskedFor)
{
    Talk talk;
    const QString answer = talk.say(u"something on Friday afternoon please"_s);
    EXPECT_TRUE(has(answer, u"Friday, March 6, 2026, 12:00–12:30 PM"_s)) << qPrintable(answer);
    EXPECT_FALSE(has(answer, u"AM"_s));
    talk.say(u"at 2"_s);
    talk.say(u"Ada, ada@example.com, an hour"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1400-60m"}));
}

TEST(BookingTalk, AnswersWhenAreYouFree)
{
    Talk talk;
    const QString answer = talk.say(u"When are you free?"_s);
    EXPECT_TRUE(used(talk, u"check_availability"_s));
    EXPECT_FALSE(talk.calls().at(0).arguments.contains(u"when"_s));
    EXPECT_TRUE(has(answer, u"Wednesday, March 4"_s));
    talk.say(u"the last one"_s);
    talk.say(u"Ada Lovelace, ada@example.com, 30 minutes"_s);
    ASSERT_EQ(talk.ids().size(), 1);
    EXPECT_TRUE(talk.ids().at(0).startsWith(u"0304-10"_s));
}

TEST(BookingTalk, AnswersWhetherATimeIsFreeAndBooksOnYes)
{
    Talk talk;
    talk.say(u"I'm Ada, ada@example.com"_s);
    const QString answer = talk.say(u"Are you free on Friday at 3pm for 30 minutes?"_s);
    EXPECT_TRUE(has(answer, u"Friday, March 6"_s));
    EXPECT_TRUE(talk.ids().isEmpty());
    talk.say(u"yes please"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1500-30m"}));
}

TEST(BookingTalk, TakesNoForAnAnswerToAProposal)
{
    Talk talk;
    talk.say(u"I'm Ada, ada@example.com"_s);
    talk.say(u"Are you free on Friday at 3pm for 30 minutes?"_s);
    talk.say(u"no, 4pm is better"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1600-30m"}));
}

TEST(BookingTalk, RefusesThePastWithAWink)
{
    Talk talk;
    const QString answer = talk.say(u"30 minutes on March 4 2026 at 8:00 am, I'm Ada, ada@example.com"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_TRUE(has(answer, u"forward"_s)) << qPrintable(answer);
    EXPECT_FALSE(talk.suggestions().isEmpty());
}

TEST(BookingTalk, NamesTheHoursWhenOutsideThem)
{
    Talk talk;
    const QString answer = talk.say(u"Saturday at 11am for an hour, Ada, ada@example.com"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_TRUE(has(answer, u"Monday to Friday"_s));
    EXPECT_TRUE(has(talk.suggestions().value(0), u"Monday, March 9"_s));
}

TEST(BookingTalk, LeavesNowToTheTool)
{
    Talk talk;
    talk.say(u"Can you call me right now for 15 minutes? I'm Ada, +1 212 555 0199"_s);
    ASSERT_EQ(talk.ids(), ids({"0304-0900-15m"}));
    EXPECT_EQ(talk.booked().at(0).how, u"phone"_s);
}

TEST(BookingTalk, AsksForTheNumberToCall)
{
    Talk talk;
    talk.say(u"Phone call"_s);
    const QString answer = talk.say(u"Monday 11am, 30 minutes, I'm Ada, ada@example.com"_s);
    EXPECT_TRUE(has(answer, u"call you"_s) || has(answer, u"reach you"_s));
    const QString done = talk.say(u"212 555 0199"_s);
    ASSERT_EQ(talk.ids(), ids({"0309-1100-30m"}));
    EXPECT_EQ(talk.booked().at(0).how, u"phone"_s);
    EXPECT_TRUE(has(done, u"will call you"_s));
}

TEST(BookingTalk, SaysHonestlyThatThereIsNoVideoLink)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"Google Meet"_s), u"video link"_s));
    const QString answer = talk.say(u"Monday 11am, 30 minutes, I'm Ada, ada@example.com"_s);
    ASSERT_EQ(talk.ids(), ids({"0309-1100-30m"}));
    EXPECT_EQ(talk.booked().at(0).how, u"video"_s);
    EXPECT_TRUE(has(answer, u"can't create a video link"_s));
}

TEST(BookingTalk, GivesTheVideoLinkTheToolMade)
{
    Talk talk;
    talk.tools().conferenceUrl = true;
    EXPECT_TRUE(has(talk.say(everything), u"https://meet.example.com/uid-1"_s));
}

TEST(BookingTalk, OffersTheInvitationWithAPhoneOnlyAndSendsItLater)
{
    Talk talk;
    const QString answer = talk.say(u"Thursday 3pm, half an hour, this is Jean-Luc, my number is +33 6 12 34 56 78"_s);
    ASSERT_EQ(talk.ids(), ids({"0305-1500-30m"}));
    EXPECT_EQ(talk.booked().at(0).name, u"Jean-Luc"_s);
    EXPECT_TRUE(has(answer, u"e-mail"_s));
    EXPECT_FALSE(has(answer, u"on its way"_s));
    const QString after = talk.say(u"jl@example.fr"_s);
    EXPECT_TRUE(used(talk, u"reschedule_appointment"_s));
    EXPECT_EQ(talk.booked().at(0).email, u"jl@example.fr"_s);
    EXPECT_TRUE(has(after, u"on its way to"_s));
    EXPECT_EQ(talk.ids(), ids({"0305-1500-30m"}));
}

TEST(BookingTalk, ClaimsNoMailThatOnlyLiesInTheOutbox)
{
    Talk talk;
    talk.tools().mail = u"outbox"_s;
    const QString answer = talk.say(everything);
    EXPECT_FALSE(has(answer, u"on its way"_s));
    EXPECT_TRUE(has(answer, u"mail isn't sent from here yet"_s));
}

TEST(BookingTalk, CorrectsTheDraftBeforeBooking)
{
    Talk talk;
    talk.say(u"Book a call on Tuesday at 2pm"_s);
    talk.say(u"no, Thursday"_s);
    talk.say(u"make it 3 instead"_s);
    talk.say(u"30 minutes"_s);
    talk.say(u"actually 45 minutes"_s);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1500-45m"}));
}

TEST(BookingTalk, ChangesTheBookingByACorrectionAfterwards)
{
    Talk talk;
    talk.say(everything);
    talk.say(u"actually make it 3:30"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1530-30m"}));
    talk.say(u"no, Thursday"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1530-30m"}));
    talk.say(u"make it 45 minutes"_s);
    EXPECT_EQ(talk.ids(), ids({"0305-1530-45m"}));
    talk.say(u"my e-mail is wrong, it's ada@lovelace.example"_s);
    EXPECT_EQ(talk.booked().at(0).email, u"ada@lovelace.example"_s);
}

TEST(BookingTalk, BooksASecondMeetingWithWhatItRemembers)
{
    Talk talk;
    talk.say(everything);
    talk.say(u"And another one on Friday at 10am for an hour"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m", "0306-1000-60m"}));
}

TEST(BookingTalk, AnswersInBetweenAndComesBack)
{
    Talk talk;
    talk.say(u"Book a call on Tuesday at 2pm for 30 minutes"_s);
    EXPECT_TRUE(has(talk.say(u"how are you?"_s), u"name"_s));
    const QString contact = talk.say(u"what's your phone number?"_s);
    EXPECT_TRUE(has(contact, u"212 555 0100"_s));
    EXPECT_TRUE(has(contact, u"name"_s));
    EXPECT_TRUE(has(talk.say(u"what's the weather like?"_s), u"name"_s));
    EXPECT_TRUE(has(talk.say(u"?!?"_s), u"name"_s));
    talk.say(u"I'm Ada and my email is ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST(BookingTalk, KeepsTheHostsDetailsUntilAsked)
{
    Talk talk;
    const QStringList answers{talk.say(u"hi"_s), talk.say(u"help"_s), talk.say(everything), talk.say(u"thanks!"_s)};
    for (const QString &answer : answers) {
        EXPECT_FALSE(has(answer, u"555 0100"_s));
        EXPECT_FALSE(has(answer, u"grace@"_s));
    }
    EXPECT_TRUE(has(talk.say(u"how can I reach her?"_s), u"555 0100"_s)
                || has(talk.say(u"what's her email?"_s), u"grace"_s));
}

TEST(BookingTalk, ForgetsTheDraftOnNeverMind)
{
    Talk talk;
    talk.say(u"Book a call on Tuesday at 2pm for 30 minutes"_s);
    talk.say(u"never mind"_s);
    talk.say(u"I'm Ada, ada@example.com"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(BookingTalk, ShowsMarkupInANameAsText)
{
    Talk talk;
    const QString answer = talk.say(u"Tuesday 2pm 30 minutes, my name is <b>Ada</b>, ada@example.com"_s);
    if (talk.ids().isEmpty())
        talk.say(u"Ada"_s);
    EXPECT_FALSE(answer.contains(u"<b>"_s)) << qPrintable(answer);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST(BookingTalk, EscapesMarkdownInARememberedName)
{
    Talk talk;
    talk.tools().contactName = u"[Ada](http://evil.example) <img src=x>"_s;
    talk.tools().contactEmail = u"ada@example.com"_s;
    const QString answer = talk.say(u"Tuesday 2pm, 30 minutes"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
    EXPECT_FALSE(answer.contains(u"](http"_s)) << qPrintable(answer);
    EXPECT_FALSE(answer.contains(u"<img"_s)) << qPrintable(answer);
}

TEST(BookingTalk, ReadsTimesInTheSpeakersZone)
{
    Talk talk(ModelContext::Role::Guest, u"2026-03-04T09:00"_s, u"Europe/Paris"_s);
    talk.say(u"Book 30 minutes on March 10 at 4pm, I'm Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1100-30m"})); // 16:00 in Paris is 11:00 in New York
}

TEST(BookingTalk, ReadsAZoneThatWasNamed)
{
    Talk talk;
    talk.say(u"Book 30 minutes on March 10 at 4pm Europe/Paris, I'm Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1100-30m"}));
}

TEST(BookingTalk, AsksAgainForABadAddress)
{
    Talk talk;
    const QString answer = talk.say(u"March 10 at 2pm for 30 minutes, I'm Ada, ada@example"_s);
    EXPECT_TRUE(has(answer, u"doesn't look right"_s));
    EXPECT_TRUE(talk.ids().isEmpty());
    talk.say(u"ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST(BookingTalk, TakesTheSubject)
{
    Talk talk;
    talk.say(u"Book a 30 minute call about the budget on March 10 at 2pm, I'm Ada, ada@example.com"_s);
    ASSERT_EQ(talk.ids().size(), 1);
    EXPECT_TRUE(has(talk.booked().at(0).title, u"budget"_s));
}

TEST(BookingTalk, TakesTheKindOfMeetingAsSubject)
{
    Talk talk;
    talk.say(u"I want to schedule an intro call for March 10 at 2pm, 30 minutes. Ada, ada@example.com"_s);
    ASSERT_EQ(talk.ids().size(), 1);
    EXPECT_EQ(talk.booked().at(0).title, u"Intro call"_s);
}

TEST(BookingTalk, LeavesThePlainTitleToTheTool)
{
    Talk talk;
    talk.say(everything);
    EXPECT_FALSE(talk.calls().constLast().arguments.contains(u"title"_s));
}

TEST(BookingTalk, GoesOnFromAnotherModelsWords)
{
    Talk talk;
    // A language model's earlier turns are only words to the offline model.
    talk.say(u"Book a call on March 10 at 2pm for 30 minutes"_s);
    talk.say(u"Ada Lovelace"_s);
    EXPECT_EQ(talk.tools().contactName, u"Ada Lovelace"_s);
    talk.say(u"sure, it's ada at example dot com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
    EXPECT_EQ(talk.booked().at(0).email, u"ada@example.com"_s);
}

TEST(BookingTalk, SaysTheSameAgainForTheSameConversation)
{
    Talk one;
    Talk two;
    for (const QString &words : {u"hi"_s, everything, u"thanks"_s})
        EXPECT_EQ(one.say(words), two.say(words));
}

TEST(BookingTalk, TellsTheHours)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"what are your working hours?"_s), u"Monday to Friday"_s));
}

TEST(BookingTalk, ShowsTheSoonestTimesForAsSoonAsPossible)
{
    Talk talk;
    talk.say(u"I need an appointment asap"_s);
    EXPECT_TRUE(used(talk, u"check_availability"_s));
    talk.say(u"the second one"_s);
    talk.say(u"30 minutes, Max, max@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0304-0930-30m"}));
}

TEST(BookingTalk, GoesOnWithWhatAbout)
{
    Talk talk;
    talk.say(u"Need to see Grace tomorrow"_s);
    EXPECT_TRUE(has(talk.say(u"What about Friday?"_s), u"Friday, March 6"_s));
    talk.say(u"11 works"_s);
    talk.say(u"Mark"_s);
    talk.say(u"mark@example.com"_s);
    talk.say(u"15"_s);
    EXPECT_EQ(talk.ids(), ids({"0306-1100-15m"}));
    EXPECT_EQ(talk.booked().at(0).name, u"Mark"_s);
}

TEST(BookingTalk, InvitesNobodyElseInThePlaceOfTheGuest)
{
    Talk talk;
    talk.say(everything);
    talk.say(u"can you also invite eve@example.org?"_s);
    EXPECT_EQ(talk.tools().contactEmail, u"ada@example.com"_s);
    EXPECT_EQ(talk.booked().at(0).email, u"ada@example.com"_s);
}

TEST(BookingTalk, TellsANameFromAWishToBeCalled)
{
    Talk talk;
    talk.say(u"Tuesday at 2pm for 30 minutes"_s);
    talk.say(u"Call me Bob. bob@example.com"_s);
    ASSERT_EQ(talk.ids(), ids({"0310-1400-30m"}));
    EXPECT_NE(talk.booked().at(0).how, u"phone"_s);
}

TEST(BookingTalk, LooksOnlyBeforeNoonOfThatDay)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"do you have something before noon tomorrow?"_s), u"Thursday, March 5, 2026, 9:00"_s));
}
