// SPDX-License-Identifier: Apache-2.0
#include "core/time/interval.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace std::chrono_literals;

namespace {

Interval minutes(int from, int to)
{
    return {Instant(std::chrono::minutes(from)), Instant(std::chrono::minutes(to))};
}

TEST(Interval, TouchingDoesNotOverlap)
{
    EXPECT_FALSE(minutes(0, 30).overlaps(minutes(30, 60)));
    EXPECT_FALSE(minutes(30, 60).overlaps(minutes(0, 30)));
    EXPECT_TRUE(minutes(0, 31).overlaps(minutes(30, 60)));
    EXPECT_TRUE(minutes(0, 60).overlaps(minutes(10, 20)));
}

TEST(Interval, ContainsItselfAndWhatLiesInside)
{
    EXPECT_TRUE(minutes(0, 60).contains(minutes(0, 60)));
    EXPECT_TRUE(minutes(0, 60).contains(minutes(10, 60)));
    EXPECT_FALSE(minutes(0, 60).contains(minutes(10, 61)));
}

TEST(Interval, IsEmptyWhenItDoesNotGoForward)
{
    EXPECT_TRUE(minutes(5, 5).isEmpty());
    EXPECT_TRUE(minutes(6, 5).isEmpty());
    EXPECT_FALSE(minutes(5, 6).isEmpty());
}

TEST(Interval, MeasuresWholeMinutes)
{
    EXPECT_EQ(minutes(0, 90).length(), 90min);
    EXPECT_EQ((Interval{Instant(0ms), Instant(119s)}).length(), 1min);
}

} // namespace
