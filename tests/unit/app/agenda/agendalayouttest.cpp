// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendalayout.h"
#include "core/time/words.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

Zone zone()
{
    return *Zone::find(u"America/New_York"_s);
}

Interval between(const QString &start, const QString &end)
{
    return {zone().toInstant(*fromIsoLocal(start)), zone().toInstant(*fromIsoLocal(end))};
}

LocalDate day(const QString &iso)
{
    return std::chrono::floor<date::days>(*fromIsoLocal(iso + u"T00:00"_s));
}

} // namespace

TEST(AgendaLayout, PutsOverlappingItemsSideBySide)
{
    const auto blocks = layOut(
        {between(u"2026-03-04T09:00"_s, u"2026-03-04T10:00"_s), between(u"2026-03-04T09:30"_s, u"2026-03-04T10:30"_s),
         between(u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s), between(u"2026-03-04T12:00"_s, u"2026-03-04T13:00"_s)},
        day(u"2026-03-04"_s), 1, zone());
    ASSERT_EQ(blocks.size(), 4);
    EXPECT_EQ(blocks[0].lane, 0);
    EXPECT_EQ(blocks[1].lane, 1);
    EXPECT_EQ(blocks[2].lane, 0) << "touching items share a lane";
    EXPECT_EQ(blocks[0].lanes, 2);
    EXPECT_EQ(blocks[2].lanes, 2);
    EXPECT_EQ(blocks[3].lanes, 1) << "an item by itself has the whole width";
}

TEST(AgendaLayout, CutsAtMidnight)
{
    const auto blocks =
        layOut({between(u"2026-03-04T23:00"_s, u"2026-03-05T01:00"_s)}, day(u"2026-03-04"_s), 7, zone());
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].startMinute, 23 * 60);
    EXPECT_EQ(blocks[0].endMinute, 24 * 60);
    EXPECT_EQ(blocks[1].day, 1);
    EXPECT_EQ(blocks[1].startMinute, 0);
    EXPECT_EQ(blocks[1].endMinute, 60);
}

TEST(AgendaLayout, FollowsTheWallClockOverTheSpringGap)
{
    // 2026-03-08, 02:00 becomes 03:00: an hour from 01:30 ends at 03:30 by the wall clock.
    const Instant start = zone().toInstant(*fromIsoLocal(u"2026-03-08T01:30"_s));
    const auto blocks = layOut({{start, start + std::chrono::hours(1)}}, day(u"2026-03-08"_s), 1, zone());
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_EQ(blocks[0].endMinute, 3 * 60 + 30);
}

TEST(AgendaLayout, StaysVisibleWhereTheClockGoesBack)
{
    const Instant start = zone().toInstant(*fromIsoLocal(u"2026-11-01T01:45"_s));
    const auto blocks = layOut({{start, start + std::chrono::minutes(30)}}, day(u"2026-11-01"_s), 1, zone());
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_GT(blocks[0].endMinute, blocks[0].startMinute);
}

TEST(AgendaLayout, LeavesOutOtherDays)
{
    EXPECT_TRUE(
        layOut({between(u"2026-03-03T22:00"_s, u"2026-03-04T00:00"_s)}, day(u"2026-03-04"_s), 1, zone()).isEmpty());
}
