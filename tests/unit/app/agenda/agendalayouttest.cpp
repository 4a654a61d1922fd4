// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendalayout.h"
#include "tests/unit/app/agenda/sample.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace {

WallSpan between(const QString &start, const QString &end)
{
    return {wall(start), wall(end)};
}

WallSpan days(const QString &first, const QString &end)
{
    return between(first + u"T00:00"_s, end + u"T00:00"_s);
}

QList<qsizetype> all(const QList<WallSpan> &spans)
{
    QList<qsizetype> indices(spans.size());
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

QList<AgendaBlock> blocks(const QList<WallSpan> &spans, const QString &first, int days = 1)
{
    return layOut(spans, all(spans), day(first), days);
}

} // namespace

TEST(AgendaLayout, PutsOverlappingItemsSideBySide)
{
    const auto laid = blocks(
        {between(u"2026-03-04T09:00"_s, u"2026-03-04T10:00"_s), between(u"2026-03-04T09:30"_s, u"2026-03-04T10:30"_s),
         between(u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s), between(u"2026-03-04T12:00"_s, u"2026-03-04T13:00"_s)},
        u"2026-03-04"_s);
    ASSERT_EQ(laid.size(), 4);
    EXPECT_EQ(laid[0].lane, 0);
    EXPECT_EQ(laid[1].lane, 1);
    EXPECT_EQ(laid[2].lane, 0) << "touching items share a lane";
    EXPECT_EQ(laid[0].lanes, 2);
    EXPECT_EQ(laid[2].lanes, 2);
    EXPECT_EQ(laid[3].lanes, 1) << "an item by itself has the whole width";
}

TEST(AgendaLayout, CutsAtMidnight)
{
    const auto laid = blocks({between(u"2026-03-04T23:00"_s, u"2026-03-05T01:00"_s)}, u"2026-03-04"_s, 7);
    ASSERT_EQ(laid.size(), 2);
    EXPECT_EQ(laid[0].startMinute, 23 * 60);
    EXPECT_EQ(laid[0].endMinute, 24 * 60);
    EXPECT_EQ(laid[1].day, 1);
    EXPECT_EQ(laid[1].startMinute, 0);
    EXPECT_EQ(laid[1].endMinute, 60);
}

TEST(AgendaLayout, StaysVisibleWhereTheClockGoesBack)
{
    // 2026-11-01: half an hour from 01:45 ends at 01:15 by the wall clock.
    const auto laid = blocks({between(u"2026-11-01T01:45"_s, u"2026-11-01T01:15"_s)}, u"2026-11-01"_s);
    ASSERT_EQ(laid.size(), 1);
    EXPECT_GT(laid[0].endMinute, laid[0].startMinute);
}

TEST(AgendaLayout, LeavesOutOtherDays)
{
    EXPECT_TRUE(blocks({between(u"2026-03-03T22:00"_s, u"2026-03-04T00:00"_s)}, u"2026-03-04"_s).isEmpty());
}

TEST(AgendaLayout, StacksBarsTheLongestFirst)
{
    const QList<WallSpan> spans{days(u"2026-03-04"_s, u"2026-03-05"_s), days(u"2026-03-03"_s, u"2026-03-06"_s),
                                days(u"2026-03-01"_s, u"2026-03-03"_s)};
    const AgendaBars bars = layOutBars(spans, all(spans), day(u"2026-03-02"_s), 7);
    ASSERT_EQ(bars.bars.size(), 3);
    EXPECT_EQ(bars.bars[0].item, 1) << "three days";
    EXPECT_EQ(bars.bars[0].days, 3);
    EXPECT_EQ(bars.bars[1].item, 2);
    EXPECT_TRUE(bars.bars[1].isCutBefore) << "it began on the Sunday before";
    EXPECT_EQ(bars.bars[1].row, 0) << "its days are free up there";
    EXPECT_EQ(bars.bars[2].row, 1) << "under the one that lies on its day";
    EXPECT_THAT(bars.counts, ElementsAre(1, 1, 2, 1, 0, 0, 0));
}

TEST(AgendaLayout, CountsWhatDoesNotFit)
{
    const QList<WallSpan> spans(5, days(u"2026-03-04"_s, u"2026-03-05"_s));
    const AgendaBars bars = layOutBars(spans, all(spans), day(u"2026-03-02"_s), 7);
    EXPECT_THAT(hiddenCounts(bars, 3), ElementsAre(0, 0, 3, 0, 0, 0, 0)) << "the third row holds the count";
    EXPECT_THAT(hiddenCounts(bars, 5), ElementsAre(0, 0, 0, 0, 0, 0, 0));
}

TEST(AgendaLayout, BearsMoreThanAnyoneCanSee)
{
    const QList<WallSpan> spans(3000, days(u"2026-03-04"_s, u"2026-03-05"_s));
    const AgendaBars bars = layOutBars(spans, all(spans), day(u"2026-03-02"_s), 7);
    EXPECT_EQ(bars.bars.size(), agendaRowLimit);
    EXPECT_EQ(hiddenCounts(bars, 3)[2], 2998);
}
