// SPDX-License-Identifier: Apache-2.0
#include "core/agent/quickbook.h"
#include "agentworld.h"

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class QuickBookReadTest : public AgentWorld
{
public:
    QuickBookReadTest() { quick = std::make_unique<QuickBook>(*booking, *calendar, clock); }

    /// Reads @p text, each of @p words in it taken as it stands.
    QuickDraft read(const QString &text, const QStringList &words = {})
    {
        QList<TextStretch> literal;
        for (const QString &word : words) {
            const qsizetype from = text.indexOf(word);
            EXPECT_GE(from, 0);
            literal.append({from, from + word.size()});
        }
        return quick->read({text, literal});
    }
    static QStringList spansOf(const QString &text, const QuickDraft &draft)
    {
        QStringList spans;
        for (const QuickSpan &span : draft.spans)
            spans << kindName(span.kind) + u' ' + text.mid(span.from, span.to - span.from);
        return spans;
    }

    std::unique_ptr<QuickBook> quick;
};

struct QuotedCase
{
    const char *name;
    QString text;
    QString title;
    const char *start;
};

void PrintTo(const QuotedCase &quoted, std::ostream *out)
{
    *out << quoted.name;
}

class QuickBookQuotedTest : public QuickBookReadTest, public testing::WithParamInterface<QuotedCase>
{
};

} // namespace

TEST_P(QuickBookQuotedTest, WordsInQuotesAreTheTitleAsTheyStand)
{
    const QuotedCase &quoted = GetParam();
    const QuickDraft draft = read(quoted.text);
    EXPECT_EQ(draft.title.stored(), quoted.title);
    ASSERT_TRUE(draft.start);
    EXPECT_EQ(toIsoLocal(newYork().toLocal(*draft.start)), QString::fromLatin1(quoted.start));
    EXPECT_THAT(spansOf(quoted.text, draft), testing::Contains(u"title "_s + quoted.title));
}

// The clock stands at Wednesday, March 4, 2026, 9:00.
INSTANTIATE_TEST_SUITE_P(
    All, QuickBookQuotedTest,
    testing::Values(
        QuotedCase{"DayInside", u"\"Lunch on Friday\" tomorrow at 3"_s, u"Lunch on Friday"_s, "2026-03-05T15:00"},
        QuotedCase{"TimeInside", u"Friday 10:00 \"Review at 4pm\""_s, u"Review at 4pm"_s, "2026-03-06T10:00"},
        QuotedCase{"Curly", u"“One hour with Kim” tomorrow at 3pm"_s, u"One hour with Kim"_s, "2026-03-05T15:00"},
        QuotedCase{"German", u"„Montagsrunde“ Freitag um 10 Uhr"_s, u"Montagsrunde"_s, "2026-03-06T10:00"},
        QuotedCase{"LowerCase", u"\"e-mail monday\" tomorrow at 11am"_s, u"e-mail monday"_s, "2026-03-05T11:00"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST_F(QuickBookReadTest, ALiteralWordIsTextOfTheTitle)
{
    const QString text = u"Lunch Friday tomorrow at 3pm"_s;
    const QuickDraft draft = read(text, {u"Friday"_s});
    EXPECT_EQ(draft.title.stored(), u"Lunch Friday"_s);
    ASSERT_TRUE(draft.start);
    EXPECT_EQ(toIsoLocal(newYork().toLocal(*draft.start)), u"2026-03-05T15:00"_s);
    EXPECT_EQ(spansOf(text, draft), (QStringList{u"title Lunch Friday"_s, u"date tomorrow"_s, u"time 3pm"_s}));
}

TEST_F(QuickBookReadTest, ALiteralWordNamesNoTime)
{
    EXPECT_FALSE(read(u"Review noon"_s, {u"noon"_s}).start);
    EXPECT_EQ(read(u"Review noon"_s, {u"noon"_s}).title.stored(), u"Review noon"_s);
    EXPECT_TRUE(read(u"Review noon"_s).start) << "and it does without";
}

TEST_F(QuickBookReadTest, LiteralWordsThatNothingIsMadeOfAreTheTitle)
{
    EXPECT_EQ(read(u"Friday tomorrow at 3pm"_s, {u"Friday"_s}).title.stored(), u"Friday"_s);
    EXPECT_EQ(read(u"monday tomorrow at 3pm with Kim"_s, {u"monday"_s}).title.stored(), u"Monday with Kim"_s);
}

TEST_F(QuickBookReadTest, SeveralLiteralWordsEachKeepTheirPlace)
{
    EXPECT_EQ(read(u"Monday Friday sync tomorrow at 3pm"_s, {u"Monday"_s, u"Friday"_s}).title.stored(),
              u"Monday Friday sync"_s);
}

TEST_F(QuickBookReadTest, ALiteralNameOrPlaceIsTextOfTheTitleToo)
{
    const QuickDraft name = read(u"Lunch with Kim tomorrow at noon"_s, {u"Kim"_s});
    EXPECT_TRUE(name.attendees.isEmpty());
    EXPECT_EQ(name.title.stored(), u"Lunch with Kim"_s);
    const QuickDraft place = read(u"Lunch at Luigi's tomorrow at noon"_s, {u"Luigi's"_s});
    EXPECT_EQ(place.location.stored(), QString());
    EXPECT_EQ(place.title.stored(), u"Lunch at Luigi's"_s);
    EXPECT_EQ(read(u"Lunch at Luigi's tomorrow at noon"_s).location.stored(), u"Luigi's"_s) << "and without";
}

TEST_F(QuickBookReadTest, StretchesThatAreNoneAreNone)
{
    const QString text = u"Lunch tomorrow at 3pm"_s;
    const QuickDraft draft = quick->read({text, {{-3, 2}, {5, 5}, {9, 4}, {20, 99}, {6, 14}, {8, 12}}});
    EXPECT_EQ(draft.title.stored(), u"Lunch tomorrow"_s);
    ASSERT_TRUE(draft.start) << "at 3pm still counts";
}

TEST_F(QuickBookReadTest, TheTitleIsWhatOneTypedWithoutTimesAndPlaces)
{
    const std::pair<QString, QString> lines[] = {
        {u"Planning on March 5 at 11am for 30 minutes"_s, u"Planning"_s},
        {u"Board call on March 6 at 3pm"_s, u"Board call"_s},
        {u"Call with Ada tomorrow at 10:30"_s, u"Call with Ada"_s},
        {u"1:1 with Sam Friday at 10"_s, u"1:1 with Sam"_s},
        {u"1:1 w/ Priya Thu 11"_s, u"1:1 w/ Priya"_s},
        {u"Meeting with Ada tomorrow at 10:30"_s, u"Meeting with Ada"_s},
        {u"Coffee with Sam at Blue Bottle tomorrow 8:30am"_s, u"Coffee with Sam"_s},
        {u"Interview: Jane Doe, jane@example.com, Tuesday 10am 1h"_s, u"Interview: Jane Doe"_s},
        {u"Flight to Berlin on March 20 at 7:45 for 3h"_s, u"Flight to Berlin"_s},
        {u"Deadline: tax return March 15 at 5pm"_s, u"Deadline: tax return"_s},
        {u"Review the contract with legal on Monday 10am at HQ"_s, u"Review the contract with legal"_s},
        {u"Check in at 3pm"_s, u"Check in"_s},
        {u"from 2 to 3 tomorrow: budget"_s, u"Budget"_s},
        {u"tomorrow at noon lunch with Kim"_s, u"Lunch with Kim"_s},
        {u"Friday 3pm - Project X kickoff"_s, u"Project X kickoff"_s},
        {u"Create slides tomorrow 2pm"_s, u"Create slides"_s},
        {u"Book a call with Ada tomorrow at 3pm"_s, u"Call with Ada"_s},
        {u"Add a new budget review tomorrow at 3pm to my calendar, please"_s, u"Budget review"_s},
        {u"Remind me to call mom at 5pm"_s, u"Call mom"_s},
        {u"Move the couch Saturday 11am"_s, u"Move the couch"_s},
        {u"Cancel the gym membership tomorrow 4pm"_s, u"Cancel the gym membership"_s},
        {u"block 2 hours tomorrow at 9 for writing"_s, u"Writing"_s},
        {u"Standup every weekday at 9:15am"_s, u"Standup"_s},
        {u"Mittagessen mit Kim morgen um 12"_s, u"Mittagessen mit Kim"_s},
        {u"Zug nach Hamburg am Freitag um 9:15 Uhr"_s, u"Zug nach Hamburg"_s},
        {u"Déjeuner avec Kim demain à midi"_s, u"Déjeuner avec Kim"_s},
        {u"Comida con Ana mañana a las 14:00"_s, u"Comida con Ana"_s},
    };
    for (const auto &[line, title] : lines) {
        const QuickDraft draft = read(line);
        EXPECT_EQ(draft.title.stored(), title) << line.toStdString();
        EXPECT_TRUE(draft.start) << line.toStdString();
    }
    EXPECT_EQ(read(u"Reunión con el equipo en la oficina el viernes a las 10"_s).location.stored(), u"oficina"_s);
}

TEST_F(QuickBookReadTest, ANumberIsCalled)
{
    for (const QString &text :
         {u"Call Ada +49 170 1234567 tomorrow at 4pm"_s, u"Sync with Ada (+49 170 1234567) tomorrow 4pm"_s}) {
        const QuickDraft draft = read(text);
        ASSERT_EQ(draft.attendees.size(), 1) << text.toStdString();
        EXPECT_EQ(draft.attendees.first().phone, u"+49 170 1234567"_s);
        EXPECT_EQ(draft.how, MeetingHow::Phone);
        EXPECT_FALSE(draft.title.stored().contains(u"170"_s)) << draft.title.stored().toStdString();
        EXPECT_FALSE(draft.title.stored().contains(u'(')) << draft.title.stored().toStdString();
    }
}

TEST_F(QuickBookReadTest, ASentenceIsUnderstood)
{
    const auto title = [this](const QString &text) { return read(text).title.stored(); };
    EXPECT_EQ(title(u"Friday at 3 for an hour"_s), u"Meeting"_s);
    EXPECT_EQ(title(u"with Ada tomorrow at 10:30"_s), u"Meeting with Ada"_s);
    EXPECT_EQ(title(u"Can you book lunch with Kim tomorrow at noon?"_s), u"Lunch with Kim"_s);
    EXPECT_FALSE(title(u"I need to talk to Ada tomorrow at 9"_s).startsWith(u"I need"_s));
}

TEST_F(QuickBookReadTest, TheTitleIsUnderlinedWhereItStands)
{
    const QString text = u"Planning with Ada at the office on March 5 at 11am for the launch"_s;
    EXPECT_EQ(spansOf(text, read(text)),
              (QStringList{u"title Planning"_s, u"attendee Ada"_s, u"location office"_s, u"date March 5"_s,
                           u"time 11am"_s, u"title launch"_s}));
}

TEST_F(QuickBookReadTest, WhatIsAskedToRepeatIsSaidSo)
{
    for (const QString &text :
         {u"Standup every weekday at 9am"_s, u"Sync every Tuesday at 3pm"_s, u"Teamrunde jeden Montag um 10 Uhr"_s,
          u"Point hebdomadaire chaque lundi à 10h"_s, u"Reunión cada lunes a las 10"_s}) {
        const QuickDraft draft = read(text);
        EXPECT_TRUE(draft.asksToRepeat) << text.toStdString();
        EXPECT_TRUE(draft.start) << text.toStdString();
    }
    EXPECT_FALSE(read(u"Lunch on Monday at noon"_s).asksToRepeat);
    EXPECT_FALSE(read(u"\"Every day counts\" on Monday at noon"_s).asksToRepeat) << "the title's own words";
    EXPECT_FALSE(read(u"Every day counts Monday at noon"_s, {u"Every"_s}).asksToRepeat);
}
