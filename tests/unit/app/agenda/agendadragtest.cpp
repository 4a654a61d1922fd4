// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendadrag.h"
#include "tests/unit/app/agenda/sample.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using Kind = AgendaDrag::Kind;

namespace {

QString words(const AgendaDrag &drag)
{
    return toIsoLocal(drag.span().start).mid(5) + u" "_s + toIsoLocal(drag.span().end).mid(5);
}

WallSpan ten()
{
    return {wall(u"2026-03-04T10:00"_s), wall(u"2026-03-04T11:00"_s)};
}

} // namespace

TEST(AgendaDrag, DrawsANewBlockDownwardsAndUpwards)
{
    AgendaDrag drag;
    drag.begin(Kind::Create, wall(u"2026-03-04T10:07"_s));
    EXPECT_FALSE(drag.hasChanged());
    drag.moveTo(wall(u"2026-03-04T11:20"_s));
    EXPECT_EQ(words(drag), u"03-04T10:00 03-04T11:15"_s);
    drag.moveTo(wall(u"2026-03-04T10:08"_s));
    EXPECT_EQ(words(drag), u"03-04T10:00 03-04T10:15"_s) << "never shorter than a step";
    drag.moveTo(wall(u"2026-03-04T09:10"_s));
    EXPECT_EQ(words(drag), u"03-04T09:00 03-04T10:15"_s);
}

TEST(AgendaDrag, KeepsANewBlockWithinItsDay)
{
    AgendaDrag drag;
    drag.begin(Kind::Create, wall(u"2026-03-04T23:50"_s));
    drag.moveTo(wall(u"2026-03-06T11:00"_s));
    EXPECT_EQ(words(drag), u"03-04T23:45 03-05T00:00"_s);
}

TEST(AgendaDrag, MovesAlsoToAnotherDayAndKeepsTheLength)
{
    AgendaDrag drag;
    drag.begin(Kind::Move, wall(u"2026-03-04T10:20"_s), ten());
    drag.moveTo(wall(u"2026-03-06T13:38"_s));
    EXPECT_EQ(words(drag), u"03-06T13:15 03-06T14:15"_s);
    EXPECT_TRUE(drag.hasChanged());
    drag.moveTo(wall(u"2026-03-04T10:22"_s));
    EXPECT_FALSE(drag.hasChanged()) << "back where it was";
}

TEST(AgendaDrag, KeepsOddMinutesFromDayToDay)
{
    AgendaDrag drag;
    drag.begin(Kind::Move, wall(u"2026-03-04T10:20"_s), {wall(u"2026-03-04T10:10"_s), wall(u"2026-03-04T10:50"_s)});
    drag.moveTo(wall(u"2026-03-05T10:23"_s));
    EXPECT_EQ(words(drag), u"03-05T10:10 03-05T10:50"_s);
    drag.moveTo(wall(u"2026-03-05T10:40"_s));
    EXPECT_EQ(words(drag), u"03-05T10:30 03-05T11:10"_s) << "to the grid as soon as the time changes";
}

TEST(AgendaDrag, SnapsFinerWhenAsked)
{
    AgendaDrag drag;
    drag.begin(Kind::Move, wall(u"2026-03-04T10:00"_s), ten());
    drag.moveTo(wall(u"2026-03-04T10:21"_s), AgendaDrag::fineStep);
    EXPECT_EQ(words(drag), u"03-04T10:20 03-04T11:20"_s);
}

TEST(AgendaDrag, PullsAtEitherEdge)
{
    AgendaDrag drag;
    drag.begin(Kind::StretchEnd, wall(u"2026-03-04T10:58"_s), ten());
    drag.moveTo(wall(u"2026-03-04T12:02"_s));
    EXPECT_EQ(words(drag), u"03-04T10:00 03-04T12:00"_s);
    drag.moveTo(wall(u"2026-03-04T08:00"_s));
    EXPECT_EQ(words(drag), u"03-04T10:00 03-04T10:15"_s) << "never through the other edge";
    drag.begin(Kind::StretchStart, wall(u"2026-03-04T10:02"_s), ten());
    drag.moveTo(wall(u"2026-03-04T09:16"_s));
    EXPECT_EQ(words(drag), u"03-04T09:15 03-04T11:00"_s);
}

TEST(AgendaDrag, GoesByKeysInSteps)
{
    AgendaDrag drag;
    drag.begin(Kind::Move, wall(u"2026-03-04T10:00"_s), ten());
    drag.nudge(std::chrono::minutes(15));
    drag.nudge(std::chrono::hours(24));
    EXPECT_EQ(words(drag), u"03-05T10:15 03-05T11:15"_s);
    drag.begin(Kind::StretchEnd, wall(u"2026-03-04T10:00"_s), ten());
    for (int i = 0; i < 9; ++i)
        drag.nudge(std::chrono::minutes(-15));
    EXPECT_EQ(words(drag), u"03-04T10:00 03-04T10:05"_s);
}
