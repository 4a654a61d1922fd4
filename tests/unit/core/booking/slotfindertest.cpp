// SPDX-License-Identifier: Apache-2.0
#include "core/booking/slotfinder.h"

#include "core/time/words.h"

#include <QStringList>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {
namespace {

const QString newYork = u"America/New_York"_s;

Zone hostZone()
{
    return *Zone::find(newYork);
}

Instant local(const QString &text)
{
    return hostZone().toInstant(*fromIsoLocal(text));
}

Interval span(const QString &start, const QString &end)
{
    return {local(start), local(end)};
}

Interval day(const QString &date)
{
    return {local(date + u"T00:00"_s), hostZone().toInstant(*fromIsoLocal(date + u"T00:00"_s) + date::days(1))};
}

SlotFinder finder(const BookingPolicy &policy = {}, const QString &now = u"2026-03-04T09:00"_s)
{
    return SlotFinder(policy, hostZone(), local(now));
}

/// Starts on the host's wall clock.
std::vector<std::string> starts(const QList<Interval> &slots)
{
    std::vector<std::string> texts;
    for (const Interval &slot : slots)
        texts.push_back(toIsoLocal(hostZone().toLocal(slot.start)).toStdString());
    return texts;
}

BookingPolicy hours(const QString &text)
{
    BookingPolicy policy;
    policy.hours = *WorkingHours::parse(text);
    return policy;
}

TEST(SlotFinder, FillsTheHoursInStepsAndTreatsTouchingMeetingsAsFree)
{
    const auto slots =
        finder(hours(u"Tue 09:00-12:00"_s))
            .find(day(u"2026-03-10"_s), {span(u"2026-03-10T10:00"_s, u"2026-03-10T11:00"_s)}, 60min, 100);
    EXPECT_THAT(starts(slots), ElementsAre("2026-03-10T09:00", "2026-03-10T11:00"));
    EXPECT_EQ(slots.first().length(), 60min);
}

TEST(SlotFinder, TakesBusyTimesThatOverlapAndAreUnsorted)
{
    const auto slots = finder(hours(u"Tue 09:00-12:00"_s))
                           .find(day(u"2026-03-10"_s),
                                 {span(u"2026-03-10T11:00"_s, u"2026-03-10T11:20"_s),
                                  span(u"2026-03-10T09:00"_s, u"2026-03-10T10:10"_s),
                                  span(u"2026-03-10T09:10"_s, u"2026-03-10T09:20"_s)},
                                 30min, 100);
    EXPECT_THAT(starts(slots), ElementsAre("2026-03-10T10:30", "2026-03-10T11:30"));
}

TEST(SlotFinder, KeepsTheBuffersAroundAMeetingFree)
{
    BookingPolicy policy = hours(u"Tue 09:00-13:00"_s);
    policy.bufferBefore = 10min;
    policy.bufferAfter = 30min;
    const auto slots =
        finder(policy).find(day(u"2026-03-10"_s), {span(u"2026-03-10T10:30"_s, u"2026-03-10T11:00"_s)}, 30min, 100);
    EXPECT_THAT(starts(slots),
                ElementsAre("2026-03-10T09:00", "2026-03-10T09:30", "2026-03-10T11:30", "2026-03-10T12:00",
                            "2026-03-10T12:30"));
}

TEST(SlotFinder, OffersNothingPastNothingWithoutNoticeAndNothingBeyondTheHorizon)
{
    BookingPolicy policy = hours(u"Mon-Sun 09:00-10:00"_s);
    policy.horizon = std::chrono::days(2);
    const Interval week = span(u"2026-03-01T00:00"_s, u"2026-03-08T00:00"_s);
    EXPECT_THAT(starts(finder(policy, u"2026-03-04T09:10"_s).find(week, {}, 30min, 100)),
                ElementsAre("2026-03-04T09:30", "2026-03-05T09:00", "2026-03-05T09:30", "2026-03-06T09:00"));
    policy.minimumNotice = 24h;
    EXPECT_THAT(starts(finder(policy, u"2026-03-04T09:10"_s).find(week, {}, 30min, 100)),
                ElementsAre("2026-03-05T09:30", "2026-03-06T09:00"));
}

TEST(SlotFinder, LeavesOutDaysThatAreFull)
{
    BookingPolicy policy = hours(u"Mon-Sun 09:00-09:30"_s);
    policy.mostPerDay = 2;
    SlotFinder limited = finder(policy);
    limited.setMeetingsPerDay({{local(u"2026-03-05T00:00"_s), 2}, {local(u"2026-03-06T00:00"_s), 1}});
    EXPECT_THAT(starts(limited.find(span(u"2026-03-05T00:00"_s, u"2026-03-07T00:00"_s), {}, 30min, 100)),
                ElementsAre("2026-03-06T09:00"));
}

TEST(SlotFinder, StaysInsideTheWindowAndTheLimit)
{
    const SlotFinder plain = finder();
    EXPECT_THAT(starts(plain.find(span(u"2026-03-10T13:00"_s, u"2026-03-10T14:30"_s), {}, 60min, 100)),
                ElementsAre("2026-03-10T13:00", "2026-03-10T13:30"));
    EXPECT_EQ(plain.find(span(u"2026-03-10T00:00"_s, u"2026-04-10T00:00"_s), {}, 60min, 7).size(), 7);
    EXPECT_THAT(plain.find(span(u"2026-03-10T14:00"_s, u"2026-03-10T13:00"_s), {}, 60min, 100), IsEmpty());
    EXPECT_THAT(plain.find(day(u"2026-03-10"_s), {}, 4min, 100), IsEmpty());
    EXPECT_THAT(plain.find(day(u"2026-03-10"_s), {}, 481min, 100), IsEmpty());
}

TEST(SlotFinder, SkipsTheHourThatTheClocksSkip)
{
    const auto slots = finder(hours(u"Sun 01:00-04:00"_s)).find(day(u"2026-03-08"_s), {}, 30min, 100);
    EXPECT_THAT(starts(slots),
                ElementsAre("2026-03-08T01:00", "2026-03-08T01:30", "2026-03-08T03:00", "2026-03-08T03:30"));
}

TEST(SlotFinder, ReadsItsStepsOnTheWallClockWhenTheClocksGoBack)
{
    const auto slots = finder(hours(u"Sun 00:00-24:00"_s)).find(day(u"2026-11-01"_s), {}, 30min, 100);
    const auto texts = starts(slots);
    ASSERT_EQ(texts.size(), 48U);
    EXPECT_EQ(texts[4], "2026-11-01T02:00");
    for (qsizetype i = 1; i < slots.size(); ++i)
        EXPECT_LT(slots[i - 1].start, slots[i].start);
}

TEST(SlotFinder, FindsSlotsOverMidnightForAHostWhoWorksAroundTheClock)
{
    const auto slots = finder(hours(u"Mon-Sun 00:00-24:00"_s))
                           .find(span(u"2026-03-10T23:00"_s, u"2026-03-11T01:00"_s), {}, 60min, 100);
    EXPECT_THAT(starts(slots), ElementsAre("2026-03-10T23:00", "2026-03-10T23:30", "2026-03-11T00:00"));
}

TEST(NearestSlots, AreOfTheSameDayBeforeAndAfterThenOfTheDaysAround)
{
    const SlotFinder plain = finder();
    const auto slots = plain.find(span(u"2026-03-04T00:00"_s, u"2026-03-20T00:00"_s),
                                  {span(u"2026-03-10T14:00"_s, u"2026-03-10T14:30"_s)}, 30min, 1000);
    EXPECT_THAT(starts(plain.nearest(slots, local(u"2026-03-10T14:00"_s))),
                ElementsAre("2026-03-09T14:00", "2026-03-10T13:00", "2026-03-10T13:30", "2026-03-10T14:30",
                            "2026-03-10T15:00", "2026-03-11T14:00"));
}

TEST(NearestSlots, TakeMoreOfOneSideWhereTheOtherHasNone)
{
    const SlotFinder plain = finder(hours(u"Tue 14:00-17:00"_s));
    const auto slots = plain.find(day(u"2026-03-10"_s), {}, 30min, 100);
    EXPECT_THAT(starts(plain.nearest(slots, local(u"2026-03-10T12:00"_s))),
                ElementsAre("2026-03-10T14:00", "2026-03-10T14:30", "2026-03-10T15:00", "2026-03-10T15:30",
                            "2026-03-10T16:00", "2026-03-10T16:30"));
    EXPECT_THAT(starts(plain.nearest(slots, local(u"2026-03-10T12:00"_s), 2)),
                ElementsAre("2026-03-10T14:00", "2026-03-10T14:30"));
    EXPECT_THAT(plain.nearest({}, local(u"2026-03-10T12:00"_s)), IsEmpty());
}

TEST(NearestSlots, OfADayWithoutHoursAreOnTheDaysBesideIt)
{
    const SlotFinder plain = finder();
    const auto slots = plain.find(span(u"2026-03-04T00:00"_s, u"2026-03-20T00:00"_s), {}, 30min, 1000);
    EXPECT_THAT(starts(plain.nearest(slots, local(u"2026-03-08T10:00"_s))), // a Sunday
                ElementsAre("2026-03-05T10:00", "2026-03-06T10:00", "2026-03-09T10:00", "2026-03-10T10:00",
                            "2026-03-11T10:00", "2026-03-12T10:00"));
}

} // namespace
} // namespace ChatCal
