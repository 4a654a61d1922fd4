// SPDX-License-Identifier: Apache-2.0
// The part of the contract about whole days and series.
#include "tests/contract/calendarcontract.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

// Whole days

TEST_P(CalendarContract, BlocksTheWholeLocalDay)
{
    insert(wholeDays(u"fullone"_s, u"2026-03-05"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s)), ElementsAre("03-05 00:00-03-06 00:00"));
    EXPECT_TRUE(find(u"fullone"_s)->allDay);
}

TEST_P(CalendarContract, BlocksTheDayOfTheEventsZoneNotOfTheReaders)
{
    insert(wholeDays(u"fullone"_s, u"2026-03-05"_s, 1, u"Pacific/Auckland"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s)), ElementsAre("03-04 12:00-03-05 12:00"));
}

TEST_P(CalendarContract, CountsTwentyThreeAndTwentyFiveHoursOnTheDaysTheClockChanges)
{
    insert(wholeDays(u"spring"_s, u"2026-03-29"_s));
    insert(wholeDays(u"autumn"_s, u"2026-10-25"_s));
    const auto spans = await(m_calendar->freeBusy(window(u"2026-01-01T00:00"_s, u"2027-01-01T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(2));
    EXPECT_EQ((*spans)[0].length(), 23h);
    EXPECT_EQ((*spans)[1].length(), 25h);
}

TEST_P(CalendarContract, BlocksEveryDayOfAHoliday)
{
    insert(wholeDays(u"leave"_s, u"2026-03-27"_s, 5)); // over the change of the clock
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s)), ElementsAre("03-27 00:00-04-01 00:00"));
}

TEST_P(CalendarContract, LeavesTheDayFreeWhenAWholeDayIsTransparent)
{
    Event birthday = wholeDays(u"birth"_s, u"2026-03-05"_s);
    birthday.transparency = Event::Transparency::Free;
    insert(birthday);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
    EXPECT_THAT(list(window(u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s)), SizeIs(1));
}

TEST_P(CalendarContract, RepeatsWholeDays)
{
    insert(repeating(wholeDays(u"satsun"_s, u"2026-03-21"_s, 2), u"FREQ=WEEKLY"_s));
    EXPECT_THAT(busy(window(u"2026-03-20T00:00"_s, u"2026-04-06T00:00"_s)),
                ElementsAre("03-21 00:00-03-23 00:00", "03-28 00:00-03-30 00:00", "04-04 00:00-04-06 00:00"));
}

TEST_P(CalendarContract, KnowsADayWhoseMidnightDoesNotExist)
{
    // Lebanon's clock goes from 00:00 to 01:00.
    insert(wholeDays(u"fullone"_s, u"2026-03-29"_s, 1, u"Asia/Beirut"_s));
    const auto spans =
        await(m_calendar->freeBusy(window(u"2026-03-27T00:00"_s, u"2026-03-31T00:00"_s, u"Asia/Beirut"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(1));
    EXPECT_EQ((*spans)[0].length(), 23h);
}

// Series

TEST_P(CalendarContract, ExpandsASeriesAndKeepsItsId)
{
    insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=WEEKLY;BYDAY=MO,WE"_s));
    const auto listed = list(window(u"2026-03-03T00:00"_s, u"2026-03-12T00:00"_s));
    ASSERT_THAT(listed, SizeIs(3));
    for (const Event &event : listed) {
        EXPECT_EQ(event.id, u"series"_s);
        EXPECT_EQ(event.when.length(), 30min);
    }
    EXPECT_THAT(starts(window(u"2026-03-03T00:00"_s, u"2026-03-12T00:00"_s)),
                ElementsAre("03-04 09:00", "03-09 09:00", "03-11 09:00"));
    EXPECT_EQ(find(u"series"_s)->recurrenceRule, u"FREQ=WEEKLY;BYDAY=MO,WE"_s);
}

TEST_P(CalendarContract, KeepsTheLocalHourOfASeriesInSpringAndAutumn)
{
    insert(repeating(tea(u"series"_s, u"2026-03-26T09:00"_s), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s)),
                ElementsAre("03-28 09:00-09:30", "03-29 09:00-09:30", "03-30 09:00-09:30"));
    EXPECT_THAT(busy(window(u"2026-10-24T00:00"_s, u"2026-10-27T00:00"_s)),
                ElementsAre("10-24 09:00-09:30", "10-25 09:00-09:30", "10-26 09:00-09:30"));
}

TEST_P(CalendarContract, CountsASeriesInItsOwnZone)
{
    // New York's clock changes three weeks before Berlin's: seen from Berlin the meeting moves by an hour and back.
    insert(repeating(tea(u"series"_s, u"2026-03-04T09:00"_s, 30min, u"America/New_York"_s), u"FREQ=WEEKLY"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-02T00:00"_s)),
                ElementsAre("03-04 15:00", "03-11 14:00", "03-18 14:00", "03-25 14:00", "04-01 15:00"));
}

TEST_P(CalendarContract, TakesTheDayOfTheWeekInTheSeriesZone)
{
    // Monday 23:00 in New York is Tuesday in Berlin.
    insert(repeating(tea(u"series"_s, u"2026-01-05T23:00"_s, 30min, u"America/New_York"_s),
                     u"FREQ=WEEKLY;BYDAY=MO;COUNT=2"_s));
    EXPECT_THAT(starts(window(u"2026-01-01T00:00"_s, u"2026-02-01T00:00"_s)),
                ElementsAre("01-06 05:00", "01-13 05:00"));
}

TEST_P(CalendarContract, MovesAnOccurrenceInTheHourTheClockSkips)
{
    insert(repeating(tea(u"series"_s, u"2026-03-28T02:30"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(busy(window(u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s)),
                ElementsAre("03-28 02:30-03:00", "03-29 03:30-04:00", "03-30 02:30-03:00"));
}

TEST_P(CalendarContract, KeepsAnEventInTheSecondOfTwoEqualHours)
{
    Event event = tea(u"tea01"_s, u"2026-10-25T02:30"_s);
    event.when = {event.when.start + 1h, event.when.end + 1h}; // 02:30 again, now CET
    insert(event);
    const auto spans = await(m_calendar->freeBusy(window(u"2026-10-25T00:00"_s, u"2026-10-26T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(1));
    EXPECT_EQ(spans->first(), event.when);
}

TEST_P(CalendarContract, LeavesOutTheExceptionsOfASeries)
{
    Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=5"_s);
    series.exceptions = {at(u"2026-03-02T09:00"_s), at(u"2026-03-04T09:00"_s)};
    insert(series);
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-03 09:00-09:30", "03-05 09:00-09:30", "03-06 09:00-09:30"));
    EXPECT_EQ(find(u"series"_s)->exceptions.size(), 2);
}

TEST_P(CalendarContract, AddsAnExceptionByUpdating)
{
    Event series = insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), SizeIs(3));
    series.exceptions.append(at(u"2026-03-03T09:00"_s));
    update(series);
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-02 09:00", "03-04 09:00"));
}

TEST_P(CalendarContract, LeavesOutAWholeDayException)
{
    Event series = repeating(wholeDays(u"series"_s, u"2026-03-28"_s), u"FREQ=DAILY;COUNT=3"_s);
    series.exceptions = {at(u"2026-03-29T00:00"_s)};
    insert(series);
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s)),
                ElementsAre("03-28 00:00", "03-30 00:00"));
}

TEST_P(CalendarContract, EndsASeriesAtCountAndUntil)
{
    insert(repeating(tea(u"count"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=2"_s));
    insert(repeating(tea(u"until"_s, u"2026-03-02T10:00"_s), u"FREQ=DAILY;UNTIL=20260304T090000Z"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2027-01-01T00:00"_s)),
                ElementsAre("03-02 09:00-09:30", "03-02 10:00-10:30", "03-03 09:00-09:30", "03-03 10:00-10:30",
                            "03-04 10:00-10:30"));
}

TEST_P(CalendarContract, FindsASeriesThatBeganYearsAgo)
{
    insert(repeating(tea(u"old01"_s, u"2005-03-07T09:00"_s), u"FREQ=WEEKLY"_s));
    insert(repeating(tea(u"old02"_s, u"2006-01-31T15:00"_s), u"FREQ=MONTHLY;BYMONTHDAY=-1"_s));
    EXPECT_THAT(busy(window(u"2026-02-23T00:00"_s, u"2026-03-03T00:00"_s)),
                ElementsAre("02-23 09:00-09:30", "02-28 15:00-15:30", "03-02 09:00-09:30"));
}

TEST_P(CalendarContract, FindsAnOccurrenceThatBeganBeforeTheWindow)
{
    insert(repeating(tea(u"nights"_s, u"2026-03-01T22:00"_s, 8h), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-05T01:00"_s, u"2026-03-05T12:00"_s)), ElementsAre("03-05 01:00-06:00"));
}

TEST_P(CalendarContract, TurnsAnEventIntoASeriesAndBack)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-02T09:00"_s));
    event = update(repeating(event, u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), SizeIs(3));
    update(repeating(event, {}));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), ElementsAre("03-02 09:00"));
}

TEST_P(CalendarContract, RemovesAllOfASeries)
{
    insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-02T00:00"_s, u"2026-03-04T00:00"_s)), SizeIs(2));
    remove(u"series"_s);
    EXPECT_THAT(busy(window(u"2026-03-02T00:00"_s, u"2026-03-04T00:00"_s)), IsEmpty());
}

// Rules and clocks

TEST_P(CalendarContract, KeepsAnEventAcrossTheChangeOfTheClock)
{
    const Event spring = insert(tea(u"spring"_s, u"2026-03-28T23:00"_s, 5h));
    const Event autumn = insert(tea(u"autumn"_s, u"2026-10-24T23:00"_s, 5h));
    EXPECT_EQ(find(u"spring"_s)->when, spring.when);
    EXPECT_EQ(find(u"autumn"_s)->when, autumn.when);
    EXPECT_THAT(busy(window(u"2026-03-28T00:00"_s, u"2026-03-30T00:00"_s)), ElementsAre("03-28 23:00-03-29 05:00"));
    EXPECT_THAT(busy(window(u"2026-10-24T00:00"_s, u"2026-10-26T00:00"_s)), ElementsAre("10-24 23:00-10-25 03:00"));
}

TEST_P(CalendarContract, TakesTheFirstOfTwoEqualHoursInASeries)
{
    insert(repeating(tea(u"series"_s, u"2026-10-24T02:30"_s), u"FREQ=DAILY;COUNT=3"_s));
    const auto spans = await(m_calendar->freeBusy(window(u"2026-10-25T00:00"_s, u"2026-10-26T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(1));
    EXPECT_EQ(
        spans->first().start,
        Zone::find(u"Europe/Berlin"_s)->resolve(date::local_days(date::year(2026) / 10 / 25) + 2h + 30min).instant);
    EXPECT_EQ(spans->first().length(), 30min);
}

TEST_P(CalendarContract, ShowsAWindowOfADayWithTwentyThreeHours)
{
    insert(repeating(tea(u"hours"_s, u"2026-03-28T00:00"_s), u"FREQ=HOURLY;COUNT=72"_s));
    EXPECT_THAT(list(window(u"2026-03-28T00:00"_s, u"2026-03-29T00:00"_s)), SizeIs(24));
    EXPECT_THAT(busy(window(u"2026-03-29T00:00"_s, u"2026-03-29T04:00"_s)),
                ElementsAre("03-29 00:00-00:30", "03-29 01:00-01:30", "03-29 03:00-03:30"));
}

TEST_P(CalendarContract, RepeatsOnTheLastFridayOfAMonth)
{
    insert(repeating(tea(u"series"_s, u"2026-01-30T16:00"_s), u"FREQ=MONTHLY;BYDAY=-1FR"_s));
    EXPECT_THAT(starts(window(u"2026-02-01T00:00"_s, u"2026-05-01T00:00"_s)),
                ElementsAre("02-27 16:00", "03-27 16:00", "04-24 16:00"));
}

TEST_P(CalendarContract, RepeatsOnLeapDaysOnly)
{
    insert(repeating(tea(u"series"_s, u"2024-02-29T09:00"_s), u"FREQ=YEARLY"_s));
    EXPECT_THAT(starts(window(u"2025-01-01T00:00"_s, u"2028-01-01T00:00"_s)), IsEmpty());
    EXPECT_THAT(starts(window(u"2028-01-01T00:00"_s, u"2029-01-01T00:00"_s)), ElementsAre("02-29 09:00"));
}

TEST_P(CalendarContract, RepeatsEverySecondWeekFromItsStart)
{
    insert(repeating(tea(u"series"_s, u"2026-03-03T09:00"_s), u"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-03-22T00:00"_s)),
                ElementsAre("03-03 09:00", "03-05 09:00", "03-17 09:00", "03-19 09:00"));
}

TEST_P(CalendarContract, RepeatsWholeDaysOfAnotherZone)
{
    insert(repeating(wholeDays(u"series"_s, u"2026-03-05"_s, 1, u"America/New_York"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-20T00:00"_s)), ElementsAre("03-05 06:00-03-08 06:00"));
}

TEST_P(CalendarContract, ListsWhatHasNoLengthAndBlocksNothingWithIt)
{
    insert(tea(u"point"_s, u"2026-03-05T09:00"_s, 0min));
    EXPECT_THAT(starts(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 09:00"));
    EXPECT_THAT(starts(window(u"2026-03-05T09:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 09:00"));
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, IgnoresAnExceptionThatIsNoOccurrence)
{
    Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=2"_s);
    series.exceptions = {at(u"2026-03-02T10:00"_s), at(u"2026-04-01T09:00"_s)};
    insert(series);
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s)),
                ElementsAre("03-02 09:00", "03-03 09:00"));
}

TEST_P(CalendarContract, MovesAWholeSeries)
{
    Event series = insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=2"_s));
    series.when = window(u"2026-03-03T14:00"_s, u"2026-03-03T15:00"_s);
    update(series);
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-03 14:00-15:00", "03-04 14:00-15:00"));
}

TEST_P(CalendarContract, KeepsAHundredEventsApart)
{
    for (int number = 0; number < 100; ++number) {
        Event event = tea(u"event%1"_s.arg(100 + number), u"2026-03-02T00:00"_s);
        event.when.start += 1h * number;
        event.when.end += 1h * number;
        insert(event);
    }
    const Interval all = window(u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s);
    EXPECT_THAT(busy(all), SizeIs(100));
    const auto listed = list(all);
    ASSERT_THAT(listed, SizeIs(100));
    for (qsizetype number = 0; number < 100; ++number)
        EXPECT_EQ(listed[number].id, u"event%1"_s.arg(100 + number));
    EXPECT_THAT(list(window(u"2026-03-03T00:00"_s, u"2026-03-03T10:00"_s)), SizeIs(10));
}

} // namespace ChatCal
