// SPDX-License-Identifier: Apache-2.0
#include "core/time/lexicon.h"
#include "core/time/calendarmath.h"
#include "core/time/tokens.h"
#include "core/time/words.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace ChatCal::WhenGrammar;
using namespace Qt::StringLiterals;

namespace {

Lexicon small()
{
    return Lexicon(u"# a comment\n"
                   "weekday~ 1: monday, mon\n"
                   "month 5: may\n"
                   "ambiguous 1: may\n"
                   "part 13: first thing, first thing in the morning\n"
                   "other 0: moonday\n"
                   "someday 3: unknown classes are left out\n"
                   "zone Europe/Berlin: cet\n"
                   "offset Asia/Kolkata: 330\n");
}

TEST(Lexicon, GivesAWordAllItsMeanings)
{
    const Lexicon lexicon = small();
    const Entry *may = lexicon.find(u"may");
    ASSERT_TRUE(may);
    EXPECT_TRUE(may->is(Word::Month) && may->is(Word::Ambiguous));
    EXPECT_EQ(may->value(Word::Month), 5);
    EXPECT_FALSE(may->is(Word::Weekday));
    EXPECT_FALSE(lexicon.find(u"june"));
}

TEST(Lexicon, ForgivesOneSlipInLongWords)
{
    const Lexicon lexicon = small();
    for (const QStringView slip : {u"mondy", u"mmonday", u"monddy", u"modnay"}) {
        const bool longEnough = slip.size() >= 6;
        EXPECT_EQ(lexicon.findMisspelt(slip) != nullptr, longEnough) << slip.toString().toStdString();
    }
    EXPECT_FALSE(lexicon.findMisspelt(u"modnya"));
    EXPECT_FALSE(lexicon.findMisspelt(u"sonday"));
}

TEST(Lexicon, KnowsZones)
{
    const Lexicon lexicon = small();
    EXPECT_EQ(lexicon.zoneName(lexicon.find(u"cet")->value(Word::Zone)), u"Europe/Berlin"_s);
    EXPECT_EQ(lexicon.zoneOfOffset(330), u"Asia/Kolkata"_s);
    EXPECT_EQ(lexicon.zoneOfOffset(0), u"UTC"_s);
    EXPECT_EQ(lexicon.zoneOfOffset(-180), u"Etc/GMT+3"_s);
    EXPECT_EQ(lexicon.zoneOfOffset(17), QString());
}

TEST(Tokens, JoinsTheLongestPhrase)
{
    const Lexicon lexicon = small();
    Tokens tokens;
    tokenize(u"first thing in the evening", lexicon, tokens);
    ASSERT_EQ(tokens.size(), 4);
    EXPECT_TRUE(tokens[0].entry->is(Word::Part));
    tokenize(u"first thing in the morning", lexicon, tokens);
    ASSERT_EQ(tokens.size(), 1);
    EXPECT_EQ(tokens[0].to, 26);
}

TEST(Tokens, HidesNumbersOfAnotherUse)
{
    const Lexicon lexicon = small();
    Tokens tokens;
    for (const QStringView text :
         {u"555-123-4567", u"0310-1400-30m", u"a.b@example.com", u"$12", u"https://example.com/3"}) {
        tokenize(text, lexicon, tokens);
        bool number = false;
        for (const Token &token : tokens)
            number = number || token.kind == Token::Kind::Number;
        EXPECT_FALSE(number) << text.toString().toStdString();
    }
}

TEST(CalendarMath, FindsHolidays)
{
    const auto day = [](int code, int year) { return toIsoDate(*holiday(code, year)); };
    EXPECT_EQ(day(1225, 2026), u"2026-12-25"_s);
    EXPECT_EQ(day(20100, 2024), u"2024-03-31"_s); // Easter Sundays from the tables of the US Naval Observatory
    EXPECT_EQ(day(20100, 2025), u"2025-04-20"_s);
    EXPECT_EQ(day(20098, 2026), u"2026-04-03"_s);
    EXPECT_EQ(day(11144, 2026), u"2026-11-26"_s);
    EXPECT_EQ(day(10551, 2026), u"2026-05-25"_s);
    EXPECT_EQ(day(30000, 2026), u"2026-11-27"_s);
}

TEST(CalendarMath, SkipsWeekendsInBusinessDays)
{
    const LocalDate friday = *dayOf(2026, 3, 6);
    EXPECT_EQ(toIsoDate(plusBusinessDays(friday, 1)), u"2026-03-09"_s);
    EXPECT_EQ(toIsoDate(plusBusinessDays(friday, -5)), u"2026-02-27"_s);
}

TEST(CalendarMath, KeepsTheEndOfTheMonth)
{
    EXPECT_EQ(toIsoDate(plusMonths(*dayOf(2026, 1, 31), 1)), u"2026-02-28"_s);
    EXPECT_EQ(toIsoDate(plusMonths(*dayOf(2028, 2, 29), -12)), u"2027-02-28"_s);
    EXPECT_EQ(toIsoDate(quarterOf(*dayOf(2026, 11, 5)).end), u"2027-01-01"_s);
}

} // namespace
