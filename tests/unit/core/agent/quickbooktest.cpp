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
    EXPECT_EQ(read(u"monday tomorrow at 3pm with Kim"_s, {u"monday"_s}).title.stored(), u"Monday"_s);
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

TEST_F(QuickBookReadTest, WhatTheLineBeginsWithIsTheTitle)
{
    const auto title = [this](const QString &text) { return read(text).title.stored(); };
    EXPECT_EQ(title(u"Planning on March 5 at 11am for 30 minutes"_s), u"Planning"_s);
    EXPECT_EQ(title(u"Board call on March 6 at 3pm"_s), u"Board call"_s);
    EXPECT_EQ(title(u"Call with Ada tomorrow at 10:30"_s), u"Call with Ada"_s);
    EXPECT_EQ(title(u"1:1 with Sam Friday at 10"_s), u"1:1 with Sam"_s);
    EXPECT_EQ(title(u"Meeting with Ada tomorrow at 10:30"_s), u"Meeting with Ada"_s);
    EXPECT_EQ(title(u"Friday at 3 for an hour"_s), u"Meeting"_s);
    EXPECT_FALSE(title(u"I need to talk to Ada tomorrow at 9"_s).startsWith(u"I need"_s));
    const QString text = u"Planning on March 5 at 11am"_s;
    EXPECT_TRUE(spansOf(text, read(text)).contains(u"title Planning"_s));
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
