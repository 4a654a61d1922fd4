// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/understand.h"

#include "core/time/words.h"

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// Now is Wednesday, March 4, 2026, 09:00.
class Understanding : public testing::Test
{
protected:
    UnderstoodTurn says(const char *words)
    {
        return understander.feed(ChatMessage::Role::User, QString::fromUtf8(words));
    }
    void assistant(const char *words) { understander.feed(ChatMessage::Role::Assistant, QString::fromUtf8(words)); }

    Understander understander{*fromIsoLocal(u"2026-03-04T09:00"_s)};
};

struct Line
{
    const char *words;
    const char *intent;
};
void PrintTo(const Line &line, std::ostream *out)
{
    *out << line.words;
}

class FirstWords : public Understanding, public testing::WithParamInterface<Line>
{
};

} // namespace

// None of these is a pattern of resources/understanding/talks.txt. When many fail after a change of the rules, the
// models do not fit them any more: ./dev train.
TEST_P(FirstWords, TellTheIntent)
{
    EXPECT_EQ(says(GetParam().words).intent, QString::fromLatin1(GetParam().intent));
}
INSTANTIATE_TEST_SUITE_P(
    All, FirstWords,
    testing::Values(
        Line{"Stick a quick chat with Beatrix in tomorrow at 11", "create"},
        Line{"I've got to renew my passport on the 20th", "create"}, Line{"we're off to the zoo on Sunday", "create"},
        Line{"Lunch with Ola next Monday at noon", "create"},
        Line{"block the whole of Thursday afternoon for writing", "create"},
        Line{"push the roadmap talk back by half an hour", "update"},
        Line{"Could Pierre be added to the roadmap talk?", "update"},
        Line{"bring the dentist forward to Tuesday", "update"}, Line{"make the retro an hour longer", "update"},
        Line{"scrap my 4 o'clock", "delete"}, Line{"please take the yoga class off my calendar", "delete"},
        Line{"I no longer need the appointment on Monday", "delete"},
        Line{"what have I got on Friday?", "query_events"}, Line{"where's the kickoff being held", "query_events"},
        Line{"who is coming to the offsite?", "query_events"},
        Line{"how many meetings are there this week", "query_events"},
        Line{"am I free on Saturday morning", "availability"},
        Line{"when do I have a free hour tomorrow?", "availability"}, Line{"how warm will it get today", "other"},
        Line{"play something by Miles Davis", "other"}, Line{"what's the capital of Mongolia", "other"},
        Line{"set an alarm for half past six", "other"}, Line{"add oat milk to the shopping list", "other"},
        Line{"who is my manager", "other"}, Line{"thank you!", "other"}));

TEST_F(Understanding, ReadsWhatWithWhomWhereAndWhen)
{
    const UnderstoodTurn said = says("Add a sales review with Ines and Karl in room 12 on Friday from 2 to 3:30 pm");
    EXPECT_EQ(said.intent, u"create"_s);
    EXPECT_EQ(said.subject, u"sales review"_s);
    EXPECT_EQ(said.attendees, (QStringList{u"Ines"_s, u"Karl"_s}));
    EXPECT_EQ(said.location, u"room 12"_s);
    ASSERT_TRUE(said.date);
    EXPECT_EQ(toIsoDate(*said.date), u"2026-03-06"_s);
    EXPECT_EQ(said.time, std::chrono::hours(14));
    EXPECT_EQ(said.duration, std::chrono::minutes(90));
}

TEST_F(Understanding, GathersOverTurns)
{
    says("schedule dinner on Friday");
    assistant("What time?");
    const UnderstoodTurn said = says("7 pm, and invite Noor too");
    EXPECT_EQ(said.intent, u"create"_s);
    EXPECT_EQ(said.subject, u"dinner"_s);
    EXPECT_EQ(said.attendees, QStringList{u"Noor"_s});
    EXPECT_EQ(said.time, std::chrono::hours(19));
    assistant("Is this good?");
    EXPECT_EQ(says("yes, perfect").intent, u"create"_s);
}

TEST_F(Understanding, CorrectsAProposalAndChangesWhatIsDone)
{
    says("set up a budget meeting tomorrow at 2");
    assistant("Is this good?");
    const UnderstoodTurn corrected = says("no, make it 4");
    EXPECT_EQ(corrected.intent, u"create"_s);
    EXPECT_EQ(corrected.subject, u"budget meeting"_s);
    EXPECT_EQ(corrected.time, std::chrono::hours(16));
    assistant("How about now?");
    says("great");
    assistant("I've put that on your calendar.");
    EXPECT_EQ(says("oh, move it to Friday please").intent, u"update"_s);
    assistant("Is this the update you want?");
    EXPECT_EQ(says("never mind, leave it").intent, u"other"_s);
}

TEST_F(Understanding, TakesTheDayThatWasAskedForIntoTheBooking)
{
    says("am I free on Friday?");
    assistant("You are free all day.");
    const UnderstoodTurn booked = says("then add lunch with Edda at noon");
    EXPECT_EQ(booked.intent, u"create"_s);
    ASSERT_TRUE(booked.date);
    EXPECT_EQ(toIsoDate(*booked.date), u"2026-03-06"_s);
}

TEST_F(Understanding, BeginsAnewAfterClear)
{
    says("add dinner with Kim on Friday");
    understander.clear(*fromIsoLocal(u"2026-03-04T09:00"_s));
    const UnderstoodTurn said = says("cancel my meeting tomorrow");
    EXPECT_EQ(said.intent, u"delete"_s);
    EXPECT_TRUE(said.attendees.isEmpty());
    EXPECT_TRUE(says("").intent == u"other"_s);
}

TEST(SlotWords, FindsWordsAsTheyAreWritten)
{
    const QString text = u"Add \"don't forget the milk\", then Ann's party at O'Neill's."_s;
    const Dialogue::Understood said;
    const Dialogue::Heard heard;
    const Dialogue::TurnView turn{said, heard};
    const Dialogue::SlotWords words(text, turn, u"create", Language::English);
    const auto found = [&](const QString &value) {
        const auto [from, to] = words.place(value);
        return from < 0
            ? QString()
            : text.mid(words.tokens().at(from).from, words.tokens().at(to - 1).to - words.tokens().at(from).from);
    };
    EXPECT_EQ(found(u"Don't forget the milk"_s), u"don't forget the milk"_s);
    EXPECT_EQ(found(u"milk, then"_s), u"milk\", then"_s);
    EXPECT_EQ(found(u"Ann's party"_s), u"Ann's party"_s);
    EXPECT_EQ(found(u"forget milk"_s), QString());
    EXPECT_EQ(found(u"?"_s), QString());
}
