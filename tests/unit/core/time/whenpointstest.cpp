// SPDX-License-Identifier: Apache-2.0
// Days and clock times that name one point.
#include "whentable.h"

namespace ChatCal {
namespace {

class Points : public testing::TestWithParam<WhenCase>
{
};

TEST_P(Points, MeanWhatPeopleMean)
{
    EXPECT_EQ(meaning(GetParam().said), GetParam().means);
}

INSTANTIATE_TEST_SUITE_P(
    Days, Points,
    testing::Values(
        WhenCase{"Today", "today", "2026-03-04"}, //
        WhenCase{"Tomorrow", "tomorrow", "2026-03-05"},
        WhenCase{"DayAfterTomorrow", "the day after tomorrow", "2026-03-06"},
        WhenCase{"Yesterday", "yesterday", "2026-03-03"}, WhenCase{"ComingWeekday", "Friday", "2026-03-06"},
        WhenCase{"WeekdayJustPassed", "Tuesday", "2026-03-10"},
        WhenCase{"TodaysWeekday", "Wednesday", "2026-03-11 or 2026-03-04"},
        WhenCase{"ThisWeekday", "this Friday", "2026-03-06"},
        WhenCase{"NextWeekday", "next Friday", "2026-03-13 or 2026-03-06"},
        WhenCase{"NextWeekdayWithoutDoubt", "next Monday", "2026-03-09"},
        WhenCase{"LastWeekday", "last Friday", "2026-02-27"},
        WhenCase{"WeekdayOfNextWeek", "Thursday next week", "2026-03-12"},
        WhenCase{"NextWeekThenWeekday", "next week on Monday", "2026-03-09"},
        WhenCase{"DayOfMonthAhead", "the 17th", "2026-03-17"}, WhenCase{"DayOfMonthPassed", "the 3rd", "2026-04-03"},
        WhenCase{"DayOfMonthThatFewHave", "the 31st", "2026-03-31"},
        WhenCase{"BareNumberAfterOn", "on 15", "2026-03-15"},
        WhenCase{"WeekdayAndDay", "Monday the 16th", "2026-03-16"}, WhenCase{"MonthFirst", "March 10", "2026-03-10"},
        WhenCase{"MonthFirstOrdinal", "December 15th", "2026-12-15"}, WhenCase{"DayFirst", "10 March", "2026-03-10"},
        WhenCase{"DayFirstOf", "the 2nd of June", "2026-06-02"},
        WhenCase{"PassedDateIsNextYear", "January 9", "2027-01-09"}, WhenCase{"WithYear", "July 4, 2027", "2027-07-04"},
        WhenCase{"OldYearIsKept", "July 4, 2020", "2020-07-04"}, WhenCase{"ShortMonth", "Sep 9", "2026-09-09"},
        WhenCase{"Glued", "12apr", "2026-04-12"}, WhenCase{"WordsForNumbers", "the twenty first of May", "2026-05-21"},
        WhenCase{"LeapDayWaitsForItsYear", "February 29", "2028-02-29"},
        WhenCase{"FirstWeekdayOfMonth", "the first Monday of April", "2026-04-06"},
        WhenCase{"LastWeekdayOfMonth", "last Friday of the month", "2026-03-27"},
        WhenCase{"DayOfNextMonth", "the 20th of next month", "2026-04-20"},
        WhenCase{"Christmas", "Christmas", "2026-12-25"}, WhenCase{"Easter", "Easter 2027", "2027-03-28"},
        WhenCase{"Thanksgiving", "Thanksgiving", "2026-11-26"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(WrittenDates, Points,
                         testing::Values(WhenCase{"Iso", "2026-07-06", "2026-07-06"},
                                         WhenCase{"IsoWithTime", "2026-07-06T08:15", "2026-07-06T08:15"},
                                         WhenCase{"IsoBasic", "20260706T0815", "2026-07-06T08:15"},
                                         WhenCase{"Slashes", "12/3", "2026-12-03"},
                                         WhenCase{"SlashesOnlyOneWay", "25/3", "2026-03-25"},
                                         WhenCase{"SlashesWithYear", "7/6/2026", "2026-07-06"},
                                         WhenCase{"ShortYear", "7/6/26", "2026-07-06"},
                                         WhenCase{"DotsAreDayFirst", "6.7.2026", "2026-07-06"},
                                         WhenCase{"WeekdaySettlesTheOrder", "Sunday 5/4", "2026-04-05"},
                                         WhenCase{"YearFirstName", "2026 July 6", "2026-07-06"},
                                         WhenCase{"ImpossibleIso", "2026-02-30", "nothing"},
                                         WhenCase{"ImpossibleName", "February 30", "nothing"}),
                         caseName);

INSTANTIATE_TEST_SUITE_P(
    Times, Points,
    testing::Values(
        WhenCase{"Pm", "3pm", "2026-03-04T15:00"}, //
        WhenCase{"PmWithDots", "at 3 p.m.", "2026-03-04T15:00"}, WhenCase{"OneLetter", "at 3p", "2026-03-04T15:00"},
        WhenCase{"PassedIsTomorrow", "8am", "2026-03-05T08:00"},
        WhenCase{"JustPassedIsToday", "8:50 am", "2026-03-04T08:50"},
        WhenCase{"TwentyFourHours", "15:00", "2026-03-04T15:00"}, WhenCase{"Point", "2.30 pm", "2026-03-04T14:30"},
        WhenCase{"PointAfterAt", "at 10.45", "2026-03-04T10:45"}, WhenCase{"Glued", "230pm", "2026-03-04T14:30"},
        WhenCase{"FourDigits", "at 1730", "2026-03-04T17:30"}, WhenCase{"French", "17h15", "2026-03-04T17:15"},
        WhenCase{"HalfPast", "half past three", "2026-03-04T15:30"},
        WhenCase{"HalfBritish", "at half four", "2026-03-04T16:30"},
        WhenCase{"QuarterTo", "quarter to nine", "2026-03-04T08:45"},
        WhenCase{"QuarterPast", "quarter past 10", "2026-03-04T10:15"},
        WhenCase{"MinutesTo", "ten minutes to noon", "2026-03-04T11:50"},
        WhenCase{"OClock", "four o'clock", "2026-03-04T16:00"},
        WhenCase{"WordsForMinutes", "at eleven thirty", "2026-03-04T11:30"},
        WhenCase{"Hyphen", "eight-thirty tomorrow", "2026-03-05T08:30"},
        WhenCase{"Military", "14:00 hrs", "2026-03-04T14:00"}, WhenCase{"Noon", "noon", "2026-03-04T12:00"},
        WhenCase{"Midnight", "midnight", "2026-03-05T00:00"}, WhenCase{"Vague", "5ish", "2026-03-04T17:00"},
        WhenCase{"BareAfternoonHour", "at 2", "2026-03-04T14:00"},
        WhenCase{"BareMorningHour", "at 10", "2026-03-04T10:00"}, WhenCase{"BareNoon", "at 12", "2026-03-04T12:00"},
        WhenCase{"BareSevenMayBeEither", "tomorrow at 7", "2026-03-05T07:00 or 2026-03-05T19:00"},
        WhenCase{"TodayAtPassedHour", "today at 8", "2026-03-04T20:00"},
        WhenCase{"PartDecides", "tomorrow evening at 8", "2026-03-05T20:00"},
        WhenCase{"PartAfterwards", "tomorrow at 4 in the morning", "2026-03-05T04:00"},
        WhenCase{"Tonight", "tonight at 9", "2026-03-04T21:00"}, WhenCase{"NoSuchHour", "14pm", "nothing"},
        WhenCase{"NoSuchTime", "25:12", "nothing"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(
    DaysWithTimes, Points,
    testing::Values(WhenCase{"DateAtTime", "December 15th at 10am", "2026-12-15T10:00"},
                    WhenCase{"TimeOnDay", "3 pm on Friday", "2026-03-06T15:00"},
                    WhenCase{"TimeThenDay", "15:00 tomorrow", "2026-03-05T15:00"},
                    WhenCase{"BareHourBesideDay", "Friday 4", "2026-03-06T16:00"},
                    WhenCase{"Comma", "Mon, 16 March, 9:30", "2026-03-16T09:30"},
                    WhenCase{"AtSign", "friday @ 11", "2026-03-06T11:00"},
                    WhenCase{"MorningAtEleven", "tomorrow morning at 11", "2026-03-05T11:00"},
                    WhenCase{"TodaysWeekdayKeepsBoth", "Wednesday at 3pm", "2026-03-11T15:00 or 2026-03-04T15:00"},
                    WhenCase{"NextFridayKeepsBoth", "next Friday at noon", "2026-03-13T12:00 or 2026-03-06T12:00"},
                    WhenCase{"TwoDaysOffered", "Thursday or Friday at 3", "2026-03-05T15:00 or 2026-03-06T15:00"},
                    WhenCase{"TwoNumbersOfOneMonth", "the 5th and 6th of May", "2026-05-05 or 2026-05-06"},
                    WhenCase{"TwoTimesOffered", "tomorrow at 3 or 4pm", "2026-03-05T15:00 or 2026-03-05T16:00"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(Spelling, Points,
                         testing::Values(WhenCase{"Tmrw", "tmrw", "2026-03-05"},
                                         WhenCase{"TwoMoro", "2moro at 3", "2026-03-05T15:00"},
                                         WhenCase{"Thurs", "thurs", "2026-03-05"},
                                         WhenCase{"Wensday", "wensday noon", "2026-03-11T12:00 or 2026-03-04T12:00"},
                                         WhenCase{"LetterLost", "tomorrw", "2026-03-05"},
                                         WhenCase{"LettersSwapped", "firday", "2026-03-06"},
                                         WhenCase{"LetterTooMany", "saturdayy", "2026-03-07"},
                                         WhenCase{"WrongLetter", "septembar 9", "2026-09-09"},
                                         WhenCase{"Shouting", "TOMORROW AT NOON", "2026-03-05T12:00"},
                                         WhenCase{"NeighbourIsAWord", "a mourning dress", "nothing"}),
                         caseName);

TEST(WhenPoints, ReadsSlashesInTheOrderOfTheContext)
{
    WhenContext context = wednesdayMorning();
    context.order = WhenContext::DateOrder::DayMonth;
    EXPECT_EQ(meaning("12/3", context), "2026-03-12");
    EXPECT_EQ(meaning("3/25", context), "2026-03-25");
}

TEST(WhenPoints, KnowsNowOnlyAsAWholeWord)
{
    EXPECT_EQ(meaning("now"), "2026-03-04T09:00 now");
    EXPECT_EQ(meaning("right away please"), "2026-03-04T09:00 now");
    EXPECT_EQ(meaning("I know"), "nothing");
    EXPECT_EQ(meaning("snow and nowhere"), "nothing");
    EXPECT_EQ(meaning("not right now"), "nothing");
}

TEST(WhenPoints, TellsWhatWasSaidFromWhatWasAssumed)
{
    const WhenContext context = wednesdayMorning();
    const When time = parser().parse(u"at 3", context);
    EXPECT_TRUE(time.hasTime);
    EXPECT_FALSE(time.hasDate);
    EXPECT_TRUE(time.assumed.contains(QStringLiteral("pm")));
    EXPECT_TRUE(time.assumed.contains(QStringLiteral("today")));
    const When day = parser().parse(u"Friday", context);
    EXPECT_TRUE(day.hasDate);
    EXPECT_FALSE(day.hasTime);
    EXPECT_EQ(day.grain, Grain::Day);
    EXPECT_TRUE(day.assumed.contains(QStringLiteral("the coming Friday")));
    const When exact = parser().parse(u"2026-07-06 15:00", context);
    EXPECT_TRUE(exact.hasDate && exact.hasTime);
    EXPECT_TRUE(exact.assumed.isEmpty());
}

TEST(WhenPoints, TakesABareNumberForWhatWasAsked)
{
    WhenContext context = wednesdayMorning();
    EXPECT_EQ(meaning("3", context), "nothing");
    context.expected = WhenContext::Expected::Time;
    EXPECT_EQ(meaning("3", context), "2026-03-04T15:00");
    EXPECT_EQ(meaning("maybe 11.30", context), "2026-03-04T11:30");
    EXPECT_EQ(meaning("10-11", context), "2026-03-04T10:00..2026-03-04T11:00 60m");
    context.expected = WhenContext::Expected::Day;
    EXPECT_EQ(meaning("15", context), "2026-03-15");
}

} // namespace
} // namespace ChatCal
