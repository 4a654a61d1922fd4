// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/freebusy.h"

#include <gmock/gmock.h>

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

namespace {

Interval minutes(int from, int to)
{
    return {Instant(std::chrono::minutes(from)), Instant(std::chrono::minutes(to))};
}

const Interval hour = minutes(0, 60);

} // namespace

TEST(FreeBusy, JoinsWhatTouchesAndLeavesOutWhatIsEmpty)
{
    EXPECT_THAT(mergeBusy({minutes(30, 40), minutes(10, 20), minutes(20, 25), minutes(12, 15), minutes(50, 50)}, hour),
                ElementsAre(minutes(10, 25), minutes(30, 40)));
    EXPECT_THAT(mergeBusy({}, hour), IsEmpty());
}

TEST(FreeBusy, ClipsToTheWindow)
{
    EXPECT_THAT(mergeBusy({minutes(-20, 5), minutes(55, 90), minutes(-9, 0), minutes(60, 70)}, hour),
                ElementsAre(minutes(0, 5), minutes(55, 60)));
    EXPECT_THAT(mergeBusy({minutes(-20, 90)}, hour), ElementsAre(hour));
}

TEST(FreeBusy, LeavesTheGapsFree)
{
    EXPECT_THAT(freeWithin({minutes(10, 20), minutes(20, 30), minutes(50, 60)}, hour),
                ElementsAre(minutes(0, 10), minutes(30, 50)));
    EXPECT_THAT(freeWithin({}, hour), ElementsAre(hour));
    EXPECT_THAT(freeWithin({minutes(-5, 90)}, hour), IsEmpty());
    EXPECT_THAT(freeWithin({minutes(-5, 10)}, hour), ElementsAre(minutes(10, 60)));
}

TEST(FreeBusy, BusyAndFreeTogetherAreTheWindow)
{
    for (int seed = 0; seed < 200; ++seed) {
        QList<Interval> spans;
        for (int i = 0; i < seed % 7; ++i) {
            const int start = (seed * 37 + i * 53) % 80 - 10;
            spans.append(minutes(start, start + (seed * 13 + i * 7) % 25));
        }
        const auto busy = mergeBusy(spans, hour);
        QList<Interval> all = busy + freeWithin(busy, hour);
        EXPECT_THAT(mergeBusy(all, hour), ElementsAre(hour));
        std::chrono::minutes total{0};
        for (const Interval &span : all)
            total += span.length();
        EXPECT_EQ(total, 60min) << seed; // nothing twice
    }
}

TEST(FreeBusy, CountsASpanWithoutLengthWhereItBegins)
{
    EXPECT_TRUE(isWithin(minutes(0, 0), hour));
    EXPECT_FALSE(isWithin(minutes(60, 60), hour));
    EXPECT_FALSE(isWithin(minutes(60, 70), hour));
    EXPECT_FALSE(isWithin(minutes(-10, 0), hour));
}

} // namespace ChatCal
