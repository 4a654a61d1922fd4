// SPDX-License-Identifier: Apache-2.0
// Ranges, windows, deadlines and lengths.
#include "whentable.h"

namespace ChatCal {
namespace {

class Spans : public testing::TestWithParam<WhenCase>
{
};

TEST_P(Spans, MeanWhatPeopleMean)
{
    EXPECT_EQ(meaning(GetParam().said), GetParam().means);
}

INSTANTIATE_TEST_SUITE_P(
    Ranges, Spans,
    testing::Values(WhenCase{"Dash", "3-4pm", "2026-03-04T15:00..2026-03-04T16:00 60m"},
                    WhenCase{"FromTo", "from 1 to 2:30 pm", "2026-03-04T13:00..2026-03-04T14:30 90m"},
                    WhenCase{"OverNoon", "11 to 3pm tomorrow", "2026-03-05T11:00..2026-03-05T15:00 240m"},
                    WhenCase{"OverNoonUnsaid", "tomorrow 11-1", "2026-03-05T11:00..2026-03-05T13:00 120m"},
                    WhenCase{"OverMidnight", "Friday 10pm to 2am", "2026-03-06T22:00..2026-03-07T02:00 240m"},
                    WhenCase{"BetweenIsAWindow", "between 2 and 4", "2026-03-04T14:00..2026-03-04T16:00 window"},
                    WhenCase{"BetweenOnADay", "Friday between 9:30 and 11",
                             "2026-03-06T09:30..2026-03-06T11:00 window"},
                    WhenCase{"DayComesLast", "2 to 3 pm on the 12th", "2026-03-12T14:00..2026-03-12T15:00 60m"},
                    WhenCase{"TwoDays", "from 4pm tomorrow to 11am Friday", "2026-03-05T16:00..2026-03-06T11:00 1140m"},
                    WhenCase{"DaysOfAMonth", "March 10-12", "2026-03-10..2026-03-13"},
                    WhenCase{"DaysBeforeTheMonth", "10 - 12 April", "2026-04-10..2026-04-13"},
                    WhenCase{"Weekdays", "from Monday to Thursday", "2026-03-09..2026-03-13"},
                    WhenCase{"OverNewYear", "December 28 to January 3", "2026-12-28..2027-01-04"},
                    WhenCase{"YearIsShared", "from June 2 to June 5, 2027", "2027-06-02..2027-06-06"},
                    WhenCase{"AfterAndBefore", "after 2pm but before 4pm", "2026-03-04T14:00..2026-03-04T16:00 window"},
                    WhenCase{"NowUntil", "from now until 11", "2026-03-04T09:00..2026-03-04T11:00 120m now"},
                    WhenCase{"EndBeforeStart", "from Friday to tomorrow", "2026-03-06"},
                    WhenCase{"NineToFive", "9-5", "2026-03-04T09:00..2026-03-04T17:00 480m"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(
    Windows, Spans,
    testing::Values(WhenCase{"Morning", "tomorrow morning", "2026-03-05T08:00..2026-03-05T12:00 window"},
                    WhenCase{"Afternoon", "Friday afternoon", "2026-03-06T12:00..2026-03-06T18:00 window"},
                    WhenCase{"PartOfToday", "this evening", "2026-03-04T17:00..2026-03-04T22:00 window"},
                    WhenCase{"LunchOnADay", "lunch on Monday", "2026-03-09T12:00..2026-03-09T14:00 window"},
                    WhenCase{"LunchIsAMeal", "a nice lunch with friends", "nothing"},
                    WhenCase{"FirstThing", "first thing Monday", "2026-03-09T08:00..2026-03-09T10:00 window"},
                    WhenCase{"NextWeek", "next week", "2026-03-09..2026-03-16 window"},
                    WhenCase{"ThisWeekend", "this weekend", "2026-03-07..2026-03-09 window"},
                    WhenCase{"NextMonth", "next month", "2026-04-01..2026-05-01 window"},
                    WhenCase{"Month", "in June", "2026-06-01..2026-07-01 window"},
                    WhenCase{"EndOfNextMonth", "end of next month", "2026-04-24..2026-05-01 window"},
                    WhenCase{"EarlyNextWeek", "early next week", "2026-03-09..2026-03-11 window"},
                    WhenCase{"RestOfWeek", "later this week", "2026-03-04..2026-03-09 window"},
                    WhenCase{"WeekOf", "the week of March 18", "2026-03-16..2026-03-23 window"},
                    WhenCase{"AnyAfternoon", "any afternoon next week",
                             "2026-03-09T12:00..2026-03-15T18:00 window daily 720-1080"},
                    WhenCase{"WeekOfMonth", "second week of May", "2026-05-11..2026-05-18 window"},
                    WhenCase{"LastWeekend", "the last weekend of July", "2026-07-25..2026-07-27 window"},
                    WhenCase{"Quarter", "next quarter", "2026-04-01..2026-07-01 window"},
                    WhenCase{"NextHours", "in the next 3 hours", "2026-03-04T09:00..2026-03-04T12:00 window"},
                    WhenCase{"NextDays", "in the next two days", "2026-03-05..2026-03-07 window"},
                    WhenCase{"Within", "within two hours", "2026-03-04T09:00..2026-03-04T11:00 window"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(
    Deadlines, Spans,
    testing::Values(WhenCase{"ByTime", "by 5pm", "..2026-03-04T17:00 window"},
                    WhenCase{"ByDayIsInclusive", "by Friday", "..2026-03-07 window"},
                    WhenCase{"BeforeDayIsExclusive", "before Friday", "..2026-03-06 window"},
                    WhenCase{"BeforeTimeOnDay", "on Friday before 11am", "..2026-03-06T11:00 window"},
                    WhenCase{"NoLaterThan", "no later than noon tomorrow", "..2026-03-05T12:00 window"},
                    WhenCase{"AfterTime", "tomorrow after 3pm", "2026-03-05T15:00 window"},
                    WhenCase{"AfterDay", "after Friday", "2026-03-07 window"},
                    WhenCase{"AfterLunch", "tomorrow after lunch", "2026-03-05T14:00 window"},
                    WhenCase{"EndOfDay", "by end of day", "..2026-03-04T17:00 window"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(
    Lengths, Spans,
    testing::Values(WhenCase{"Minutes", "90 min", "90m"}, WhenCase{"Hyphen", "a 45-minute call", "45m"},
                    WhenCase{"HalfAnHour", "half an hour", "30m"},
                    WhenCase{"HourAndAHalf", "an hour and a half", "90m"}, WhenCase{"Decimal", "1.5 hours", "90m"},
                    WhenCase{"DecimalQuarter", "1.25 hours", "75m"}, WhenCase{"AndAHalf", "2 and a half hours", "150m"},
                    WhenCase{"Glued", "1h30", "90m"}, WhenCase{"Short", "2h", "120m"},
                    WhenCase{"TwoUnits", "1 hour and 20 minutes", "80m"}, WhenCase{"Colon", "for 1:30 hours", "90m"},
                    WhenCase{"QuarterOfAnHour", "a quarter of an hour", "15m"},
                    WhenCase{"ThreeQuarters", "three quarters of an hour", "45m"}, WhenCase{"Sign", "1½ hours", "90m"},
                    WhenCase{"CoupleOf", "a couple of hours", "120m"},
                    WhenCase{"RangeTakesTheLonger", "30 to 45 minutes", "45m"},
                    WhenCase{"ForADay", "for a day", "1440m"}, WhenCase{"ADayInPassing", "what a day", "nothing"},
                    WhenCase{"BareMinutesBehindATime", "tomorrow at noon for 45", "2026-03-05T12:00 45m"},
                    WhenCase{"WithStart", "tomorrow at 3 for 20 minutes", "2026-03-05T15:00 20m"},
                    WhenCase{"DaysFromADate", "for a week from June 1", "2026-06-01..2026-06-08 10080m"}),
    caseName);

INSTANTIATE_TEST_SUITE_P(Relative, Spans,
                         testing::Values(WhenCase{"InDays", "in 3 days", "2026-03-07"},
                                         WhenCase{"AfterALength", "after 5 days", "2026-03-09"},
                                         WhenCase{"Plus", "+20 minutes", "2026-03-04T09:20"},
                                         WhenCase{"InHours", "in 2 hours", "2026-03-04T11:00"},
                                         WhenCase{"InHalfAnHour", "in half an hour", "2026-03-04T09:30"},
                                         WhenCase{"InAWeek", "in a week", "2026-03-11"},
                                         WhenCase{"InMonthsKeepsTheDay", "in two months", "2026-05-04"},
                                         WhenCase{"WeeksTime", "in two weeks' time", "2026-03-18"},
                                         WhenCase{"FromNow", "20 minutes from now", "2026-03-04T09:20"},
                                         WhenCase{"AfterADay", "two weeks after Friday", "2026-03-20"},
                                         WhenCase{"FromTomorrow", "a week from tomorrow", "2026-03-12"},
                                         WhenCase{"BeforeADate", "3 days before March 20", "2026-03-17"},
                                         WhenCase{"BeforeATime", "half an hour before 3pm", "2026-03-04T14:30"},
                                         WhenCase{"AnchoredWithTime", "a week from Monday at 10", "2026-03-16T10:00"},
                                         WhenCase{"DayAfterHoliday", "the day after Christmas", "2026-12-26"},
                                         WhenCase{"Ago", "two days ago", "2026-03-02"},
                                         WhenCase{"CountedWeekdays", "two Fridays from now", "2026-03-13"},
                                         WhenCase{"WeekAfterNext", "the week after next",
                                                  "2026-03-16..2026-03-23 window"},
                                         WhenCase{"BusinessDays", "in 3 business days", "2026-03-09"}),
                         caseName);

TEST(WhenSpans, RollsAPassedRangeToTomorrow)
{
    WhenContext context = wednesdayMorning();
    context.now = *fromIsoLocal(QStringLiteral("2026-03-04T20:00"));
    EXPECT_EQ(meaning("from 1 to 2 pm", context), "2026-03-05T13:00..2026-03-05T14:00 60m");
    EXPECT_EQ(meaning("in the afternoon", context), "2026-03-05T12:00..2026-03-05T18:00 window");
}

TEST(WhenSpans, AddsMonthsWithoutLeavingTheMonth)
{
    WhenContext context = wednesdayMorning();
    context.now = *fromIsoLocal(QStringLiteral("2026-01-31T09:00"));
    EXPECT_EQ(meaning("in a month", context), "2026-02-28");
}

} // namespace
} // namespace ChatCal
