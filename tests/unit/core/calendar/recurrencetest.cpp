// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/recurrence.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

namespace {

Zone zoneOf(const QString &name)
{
    return *Zone::find(name);
}

/// An event of @p length from @p local in @p zone.
Event event(const QString &local, const QString &rule, std::chrono::minutes length = 30min,
            const QString &zone = u"Europe/Berlin"_s)
{
    Event made;
    made.zone = zoneOf(zone);
    const Instant start = made.zone.toInstant(*fromIsoLocal(local));
    made.when = {start, start + length};
    made.recurrenceRule = rule;
    return made;
}

Interval window(const Event &event, const QString &from, const QString &to)
{
    return {event.zone.toInstant(*fromIsoLocal(from)), event.zone.toInstant(*fromIsoLocal(to))};
}

/// Starts in the event's own zone.
std::vector<std::string> starts(const Event &event, const QString &from, const QString &to, int maximum = 1000)
{
    const auto found = occurrences(event, window(event, from, to), maximum);
    EXPECT_TRUE(found.has_value());
    std::vector<std::string> local;
    for (const Interval &span : found.value_or(QList<Interval>()))
        local.push_back(toIsoLocal(event.zone.toLocal(span.start)).toStdString());
    return local;
}

} // namespace

TEST(Recurrence, KeepsTheLocalHourOverBothClockChanges)
{
    const Event weekly = event(u"2026-03-22T09:00"_s, u"FREQ=WEEKLY"_s);
    EXPECT_THAT(starts(weekly, u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s),
                ElementsAre("2026-03-22T09:00", "2026-03-29T09:00", "2026-04-05T09:00"));
    const auto found = *occurrences(weekly, window(weekly, u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s), 10);
    EXPECT_EQ(found[1].start - found[0].start, 24h * 7 - 1h);
    EXPECT_THAT(starts(weekly, u"2026-10-20T00:00"_s, u"2026-11-03T00:00"_s),
                ElementsAre("2026-10-25T09:00", "2026-11-01T09:00"));
}

TEST(Recurrence, MovesATimeTheClockSkips)
{
    const Event daily = event(u"2026-03-28T02:30"_s, u"FREQ=DAILY"_s);
    EXPECT_THAT(starts(daily, u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s),
                ElementsAre("2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30"));
}

TEST(Recurrence, TakesTheFirstOfATimeShownTwice)
{
    const Event daily = event(u"2026-10-24T02:30"_s, u"FREQ=DAILY"_s);
    const auto found = *occurrences(daily, window(daily, u"2026-10-24T00:00"_s, u"2026-10-26T00:00"_s), 10);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[1].start - found[0].start, 24h);
}

TEST(Recurrence, StopsAfterCount)
{
    const Event five = event(u"2026-03-02T09:00"_s, u"FREQ=DAILY;COUNT=5"_s);
    EXPECT_THAT(starts(five, u"2026-03-05T00:00"_s, u"2026-04-01T00:00"_s),
                ElementsAre("2026-03-05T09:00", "2026-03-06T09:00"));
}

TEST(Recurrence, ReadsUntilInUtc)
{
    // 07:00Z is 09:00 in Berlin's summer: the occurrence at that very moment is the last.
    const Event last = event(u"2026-04-01T09:00"_s, u"FREQ=DAILY;UNTIL=20260403T070000Z"_s);
    EXPECT_THAT(starts(last, u"2026-04-01T00:00"_s, u"2026-05-01T00:00"_s),
                ElementsAre("2026-04-01T09:00", "2026-04-02T09:00", "2026-04-03T09:00"));
    const Event before = event(u"2026-04-01T09:00"_s, u"FREQ=DAILY;UNTIL=20260403T065959Z"_s);
    EXPECT_EQ(starts(before, u"2026-04-01T00:00"_s, u"2026-05-01T00:00"_s).size(), 2u);
}

TEST(Recurrence, ReadsUntilAsADay)
{
    const Event timed = event(u"2026-04-01T09:00"_s, u"FREQ=DAILY;UNTIL=20260403"_s);
    EXPECT_EQ(starts(timed, u"2026-04-01T00:00"_s, u"2026-05-01T00:00"_s).size(), 3u);
}

TEST(Recurrence, LeavesOutExceptions)
{
    Event weekly = event(u"2026-03-02T09:00"_s, u"FREQ=WEEKLY;BYDAY=MO,WE"_s);
    weekly.exceptions = {weekly.zone.toInstant(*fromIsoLocal(u"2026-03-04T09:00"_s)), weekly.when.start};
    EXPECT_THAT(starts(weekly, u"2026-03-01T00:00"_s, u"2026-03-12T00:00"_s),
                ElementsAre("2026-03-09T09:00", "2026-03-11T09:00"));
}

TEST(Recurrence, CountsTheEventItselfWhenItsRuleDoesNotNameIt)
{
    const Event odd = event(u"2026-03-03T09:00"_s, u"FREQ=WEEKLY;BYDAY=MO"_s); // a Tuesday
    EXPECT_THAT(starts(odd, u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s),
                ElementsAre("2026-03-03T09:00", "2026-03-09T09:00"));
}

TEST(Recurrence, FindsAnOccurrenceThatBeganBeforeTheWindow)
{
    const Event nights = event(u"2026-01-01T22:00"_s, u"FREQ=DAILY"_s, 8h);
    EXPECT_THAT(starts(nights, u"2026-03-05T01:00"_s, u"2026-03-05T02:00"_s), ElementsAre("2026-03-04T22:00"));
}

TEST(Recurrence, CoversWholeLocalDaysOverAClockChange)
{
    Event days = event(u"2026-03-27T00:00"_s, u"FREQ=DAILY"_s, 24h);
    days.allDay = true;
    const auto found = *occurrences(days, window(days, u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s), 10);
    ASSERT_EQ(found.size(), 3);
    EXPECT_EQ(found[0].end - found[0].start, 24h);
    EXPECT_EQ(found[1].end - found[1].start, 23h);
    EXPECT_EQ(found[1].end, found[2].start);
}

TEST(Recurrence, KeepsToTheMaximum)
{
    const Event daily = event(u"2026-01-01T09:00"_s, u"FREQ=DAILY"_s);
    EXPECT_EQ(starts(daily, u"2026-01-01T00:00"_s, u"2030-01-01T00:00"_s, 7).size(), 7u);
}

TEST(Recurrence, KnowsTheLastDayOfAMonth)
{
    const Event monthly = event(u"2026-01-31T09:00"_s, u"FREQ=MONTHLY;BYMONTHDAY=-1"_s);
    EXPECT_THAT(starts(monthly, u"2026-02-01T00:00"_s, u"2026-05-01T00:00"_s),
                ElementsAre("2026-02-28T09:00", "2026-03-31T09:00", "2026-04-30T09:00"));
}

TEST(Recurrence, KnowsTheLeapDay)
{
    const Event leap = event(u"2024-02-29T09:00"_s, u"FREQ=YEARLY"_s);
    EXPECT_THAT(starts(leap, u"2025-01-01T00:00"_s, u"2029-01-01T00:00"_s), ElementsAre("2028-02-29T09:00"));
}

struct FastForward : testing::TestWithParam<const char *>
{
};

TEST_P(FastForward, FindsWhatCountingFromTheStartFinds)
{
    // A COUNT forces counting from the start; the same rule without it may begin near the window.
    const QString rule = QString::fromLatin1(GetParam());
    const Event jumping = event(u"2021-03-01T09:00"_s, rule);
    const Event counting = event(u"2021-03-01T09:00"_s, rule + u";COUNT=9000"_s);
    EXPECT_EQ(starts(jumping, u"2026-02-10T00:00"_s, u"2026-06-20T00:00"_s),
              starts(counting, u"2026-02-10T00:00"_s, u"2026-06-20T00:00"_s));
    EXPECT_FALSE(starts(jumping, u"2026-02-10T00:00"_s, u"2027-06-20T00:00"_s).empty());
}

INSTANTIATE_TEST_SUITE_P(Rules, FastForward,
                         testing::Values("FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                                         "FREQ=WEEKLY;INTERVAL=5;WKST=SU;BYDAY=SU,MO", "FREQ=MONTHLY;BYDAY=2TU",
                                         "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31",
                                         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                                         "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3",
                                         "FREQ=MONTHLY;INTERVAL=7", "FREQ=DAILY;BYMONTH=3,4;BYDAY=SA"));

struct RefusedRule : testing::TestWithParam<const char *>
{
};

TEST_P(RefusedRule, IsAnErrorSoon)
{
    QElapsedTimer timer;
    timer.start();
    const auto checked = checkRecurrence(event(u"2026-03-02T09:00"_s, QString::fromLatin1(GetParam())));
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidInput);
    ASSERT_EQ(checked.error().fields.size(), 1);
    EXPECT_EQ(checked.error().fields.first().field, u"recurrence"_s);
    EXPECT_LT(timer.elapsed(), 10'000); // libical alone takes minutes for some of them
}

INSTANTIATE_TEST_SUITE_P(Rules, RefusedRule,
                         testing::Values("nonsense", "FREQ=FOO", "BYDAY=MO", "FREQ=DAILY;INTERVAL=0",
                                         "FREQ=DAILY;COUNT=-1", "FREQ=SECONDLY",
                                         "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                                         "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO",
                                         "FREQ=DAILY;COUNT=100000", "FREQ=DAILY;COUNT=3;UNTIL=20260401T000000Z"));

TEST(Recurrence, EndsNoEarlierThanItsLastOccurrence)
{
    EXPECT_FALSE(seriesEnd(event(u"2026-03-02T09:00"_s, u"FREQ=DAILY"_s))->has_value());
    for (const auto &rule : {u"FREQ=DAILY;COUNT=40"_s, u"FREQ=WEEKLY;UNTIL=20260601T000000Z"_s}) {
        const Event made = event(u"2026-03-02T09:00"_s, rule);
        const auto end = *seriesEnd(made);
        ASSERT_TRUE(end.has_value());
        const auto all = *occurrences(made, {made.when.start, made.when.start + 24h * 700}, 1000);
        EXPECT_GE(*end, all.last().end);
        EXPECT_THAT(*occurrences(made, {*end, *end + 24h * 700}, 1000), IsEmpty());
    }
}

TEST(Recurrence, LeavesAOneOffEventAlone)
{
    const Event once = event(u"2026-03-02T09:00"_s, {});
    EXPECT_THAT(starts(once, u"2026-03-02T09:15"_s, u"2026-03-02T10:00"_s), ElementsAre("2026-03-02T09:00"));
    EXPECT_THAT(starts(once, u"2026-03-02T09:30"_s, u"2026-03-02T10:00"_s), IsEmpty());
}

} // namespace ChatCal
