// SPDX-License-Identifier: Apache-2.0
// Turns of everyday English, said at nine on Wednesday, March 4, 2026.
#include "whentable.h"

using namespace ChatCal;

namespace {

class Everyday : public testing::TestWithParam<WhenCase>
{
};

TEST_P(Everyday, MeansWhatPeopleMean)
{
    EXPECT_EQ(meaning(GetParam().said), GetParam().means) << GetParam().said;
}

const WhenCase cases[] = {
    WhenCase{"AWeekToday", "a week today", "2026-03-11"},
    WhenCase{"TwoWeeksTomorrow", "two weeks tomorrow", "2026-03-19"},
    WhenCase{"TomorrowWeek", "tomorrow week", "2026-03-12"},
    WhenCase{"FridayWeek", "Friday week", "2026-03-13"},
    WhenCase{"LaterNextWeek", "later next week", "2026-03-12..2026-03-16 window"},
    WhenCase{"TheSecondHalfOfNextWeek", "the second half of next week", "2026-03-12..2026-03-16 window"},
    WhenCase{"EarlyFridayAfternoon", "early Friday afternoon", "2026-03-06T12:00..2026-03-06T14:00 window"},
    WhenCase{"LateThursdayAfternoon", "late Thursday afternoon", "2026-03-05T15:00..2026-03-05T18:00 window"},
    WhenCase{"TheMondayAfterEaster", "the Monday after Easter", "2026-04-06"},
    WhenCase{"TheFridayBeforeThe15th", "the Friday before the 15th", "2026-03-13"},
    WhenCase{"TheEveningBeforeThe10th", "the evening before the 10th", "2026-03-09T17:00..2026-03-09T22:00 window"},
    WhenCase{"AtTheEndOfTheDayTomorrow", "at the end of the day tomorrow", "2026-03-05T16:00..2026-03-05T17:00 window"},
    WhenCase{"3pmOnwards", "3pm onwards", "2026-03-04T15:00 window"},
    WhenCase{"From3OnwardsOnTuesday", "from 3 onwards on Tuesday", "2026-03-10T15:00 window"},
    WhenCase{"FridayAtTheLatest", "Friday at the latest", "..2026-03-07 window"},
    WhenCase{"Tues9Standup", "tues 9 standup", "2026-03-10T09:00"},
    WhenCase{"TomorrowAt9Gym", "tomorrow at 9 gym", "2026-03-05T09:00"},
    WhenCase{"FridayFlightMonday", "flight Monday 6:15 am", "2026-03-09T06:15"},
    WhenCase{"TenToFive", "ten to five", "2026-03-04T16:50"},
    WhenCase{"NineToFive", "nine to five", "2026-03-04T09:00..2026-03-04T17:00 480m"},
    WhenCase{"Threeish", "threeish", "2026-03-04T15:00"},
    WhenCase{"HourAndAHalf", "hour and a half", "90m"},
    WhenCase{"AFullHour", "a full hour", "60m"},
    WhenCase{"WithinTheHour", "within the hour", "2026-03-04T09:00..2026-03-04T10:00 window"},
    WhenCase{"AnyDayNextWeekExceptFriday", "any day next week except Friday", "2026-03-09..2026-03-16 window"},
    WhenCase{"Week12", "week 12", "2026-03-16..2026-03-23 window"},
    WhenCase{"WC16March", "w/c 16 March", "2026-03-16..2026-03-23 window"},
    WhenCase{"FromMondayOn", "from Monday onwards", "2026-03-09 window"},
    WhenCase{"NotBeforeADay", "not before Monday", "2026-03-09 window"},
    WhenCase{"OrInTheSameWeek", "next week Wed or Thu at 3", "2026-03-11T15:00 or 2026-03-12T15:00"},
    WhenCase{"FridayPM", "Friday PM", "2026-03-06T12:00..2026-03-06T18:00 window"},
    WhenCase{"InTheAm", "in the am", "2026-03-04T08:00..2026-03-04T12:00 window"},
    WhenCase{"PmKeepsItsNumber", "Friday 3 pm", "2026-03-06T15:00"},
    WhenCase{"FridayEve", "fri eve", "2026-03-06T17:00..2026-03-06T22:00 window"},
    WhenCase{"MondayBehindAClock", "11:30am - 1pm Mon", "2026-03-09T11:30..2026-03-09T13:00 90m"},
    WhenCase{"OneDayIsNoLength", "one day next week", "2026-03-09..2026-03-16 window"},
    WhenCase{"OrTheDayAfter", "tomorrow or the day after", "2026-03-05 or 2026-03-06"},
    WhenCase{"HoursOfAnyDay", "between 8am and noon any day next week",
             "2026-03-09T08:00..2026-03-15T12:00 window daily 480-720"},
    WhenCase{"BeforeOrAfter", "before 10 or after 4", "..2026-03-04T10:00 window"},
    WhenCase{"FortnightToday", "a fortnight today", "2026-03-18"},
    WhenCase{"DinnerIsInTheEvening", "dinner Saturday at 8", "2026-03-07T20:00"},
    WhenCase{"BreakfastIsInTheMorning", "breakfast on Friday at 6", "2026-03-06T06:00"},
    WhenCase{"LunchOnADay", "lunch on the 11th", "2026-03-11T12:00..2026-03-11T14:00 window"},
    WhenCase{"NoLaterThanHoldsTheDay", "no later than the 20th", "..2026-03-21 window"},
    WhenCase{"UpUntilADay", "up until Friday", "..2026-03-07 window"},
    WhenCase{"HourAndMinutesInWords", "five thirty", "2026-03-04T17:30"},
    WhenCase{"OrAnotherHour", "tomorrow at 3 or 4", "2026-03-05T15:00 or 2026-03-05T16:00"},
    WhenCase{"HourBeforeAWord", "at 9 dentist", "2026-03-04T09:00"},
    WhenCase{"HourInWordsBeforeAWord", "at nine dentist", "2026-03-04T09:00"},
    WhenCase{"HouseNumber", "at 5 Main Street", "nothing"},
    WhenCase{"Counted", "at 3 locations", "nothing"},
    WhenCase{"CountedPeople", "dinner around 5 people", "nothing"},
    WhenCase{"AtOneGlance", "at one glance", "nothing"},
    WhenCase{"HourAndLength", "at 10 30 min", "2026-03-04T10:00 30m"},
    WhenCase{"HourAndMinutes", "at 10 30", "2026-03-04T10:30"},
    WhenCase{"BothNextWeek", "thurs or fri next week", "2026-03-12 or 2026-03-13"},
    WhenCase{"ThisThursdayOrTomorrow", "Friday or tomorrow", "2026-03-06 or 2026-03-05"},
    WhenCase{"B4Noon", "b4 noon", "..2026-03-04T12:00 window"},
    WhenCase{"FridayB4Three", "fri b4 3", "..2026-03-06T15:00 window"},
    WhenCase{"RoomB4", "in B4 at 3", "2026-03-04T15:00"},
    WhenCase{"SameTimeIsAskedOfAMeeting", "same time Friday", "2026-03-06"},
    WhenCase{"ThisTimeTomorrow", "this time tomorrow", "2026-03-05T09:00"},
    WhenCase{"ThisTimeNextWeek", "this time next week", "2026-03-11T09:00"},
    WhenCase{"ThisTimeWithAnHour", "this time Friday at 3", "2026-03-06T15:00"},
    WhenCase{"ByThisTime", "where will I be by this time tomorrow", "2026-03-05"},
    WhenCase{"ThisTimeAlone", "I can make it this time", "nothing"},
    WhenCase{"InTen", "in 10", "2026-03-04T09:10"},
    WhenCase{"InTenAndOn", "call me in 10, please", "2026-03-04T09:10"},
    WhenCase{"InTenPlaces", "in 10 places", "nothing"},
    WhenCase{"InTwo", "cut it in two", "nothing"},
    WhenCase{"CountedPlaces", "at 5 different places", "nothing"},
    WhenCase{"SlashIsOr", "thurs/fri next week", "2026-03-12 or 2026-03-13"},
};
INSTANTIATE_TEST_SUITE_P(Phrases, Everyday, testing::ValuesIn(cases), caseName);

} // namespace
