// SPDX-License-Identifier: Apache-2.0
#include "core/agent/truthcheck.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

class FalseClaims : public testing::TestWithParam<const char *>
{
};

TEST_P(FalseClaims, AreTakenOut)
{
    const QString text = QString::fromUtf8(GetParam());
    const CheckedWords checked = checkedAgainst(text + u"\nSee you!"_s, {});
    EXPECT_TRUE(checked.wasCorrected) << GetParam();
    EXPECT_FALSE(checked.text.contains(text));
    EXPECT_TRUE(checked.text.contains("See you!"_L1));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FalseClaims,
    testing::Values("I've booked your meeting for Tuesday at 2 PM.", "Booked!",
                    "Your meeting is confirmed for March 10.", "You're all set for Tuesday at 2pm!",
                    "All set: Tuesday, March 10 at 2.", "I have scheduled a call with Grace.", "It's booked.",
                    "**Your appointment has been scheduled.**", "Great news! Your call is now scheduled.",
                    "I have cancelled your meeting.", "Your meeting has been canceled.", "I moved it to 4 PM.",
                    "Your meeting has been rescheduled to Friday.", "I’ve just booked that for you.",
                    "I sent you an invitation.", "An invitation is on its way to ada@example.com.",
                    "A confirmation e-mail has been sent.", "Check your inbox!", "I went ahead and reserved the slot.",
                    "No problem, I've booked it for you!", "You can relax, your call is booked.",
                    "I've already booked that for you.", "I've added the meeting to your calendar.",
                    "Scheduled for Tuesday at 2."));

class TrueWords : public testing::TestWithParam<const char *>
{
};

TEST_P(TrueWords, AreLeftAsTheyAre)
{
    const CheckedWords checked = checkedAgainst(QString::fromUtf8(GetParam()), {});
    EXPECT_FALSE(checked.wasCorrected) << checked.text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TrueWords,
    testing::Values("Shall I book it?", "That time is already booked.", "2 PM is taken, I'm afraid.",
                    "Once it's booked you get an invitation.", "Nothing has been booked yet.",
                    "I haven't booked anything.", "I can get that booked for you.",
                    "Do you want your meeting cancelled?", "Which meeting should be moved?", "I couldn't move it.",
                    "Your meeting stays as it was.", "Hello! I can book, move or cancel meetings with Grace Hopper.",
                    "If you give me an e-mail address, the invitation will be sent there.",
                    "Grace is free at these times.", "That meeting is already cancelled.",
                    "To get an invitation, give me your e-mail.", "Is your meeting confirmed?",
                    "Grace is booked at that time.", "I've added your e-mail address.", "I've updated your time zone.",
                    "The length is set to 30 minutes.", "No meeting has been booked.", "I can't say that it is booked.",
                    "Booked meetings show up here.", "I have not cancelled anything.",
                    "No meeting of yours is scheduled."));

TEST(TruthCheck, LetsPassWhatToolsDid)
{
    TurnFacts facts;
    facts.hasBooked = true;
    EXPECT_FALSE(checkedAgainst(u"Your meeting is booked for Tuesday."_s, facts).wasCorrected);
    EXPECT_TRUE(checkedAgainst(u"I cancelled the other one."_s, facts).wasCorrected);
    facts.hasCancelled = true;
    EXPECT_FALSE(checkedAgainst(u"I cancelled the other one."_s, facts).wasCorrected);
}

TEST(TruthCheck, LetsWordsTellOfMeetingsThatWereLookedUp)
{
    TurnFacts facts;
    facts.hasToldMeetings = true;
    EXPECT_FALSE(checkedAgainst(u"Your call is scheduled for Tuesday at 2 PM."_s, facts).wasCorrected);
    EXPECT_TRUE(checkedAgainst(u"I've booked another one for Friday."_s, facts).wasCorrected);
}

TEST(TruthCheck, TellsOfMailOnlyWhatHappened)
{
    TurnFacts facts;
    facts.hasBooked = true;
    facts.mailQueued = true;
    EXPECT_EQ(checkedAgainst(u"Booked! The invitation is on its way."_s, facts).text,
              u"The invitation is written, but this installation does not send mail to people yet.\n\nBooked!"_s);
    facts.mailReachesPeople = true;
    EXPECT_FALSE(checkedAgainst(u"Booked! The invitation is on its way."_s, facts).wasCorrected);
}

TEST(TruthCheck, KeepsTheOtherSentencesAndLines)
{
    const CheckedWords checked = checkedAgainst(u"Hello Ada. I've booked it.\n\n- one\n- two"_s, {});
    EXPECT_EQ(checked.text, u"To be clear: nothing was booked just now.\n\nHello Ada. - one\n- two"_s);
}

} // namespace
