// SPDX-License-Identifier: Apache-2.0
#include "core/time/zone.h"
#include "core/time/words.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

LocalTime at(const char *local)
{
    return *fromIsoLocal(QString::fromLatin1(local));
}

Instant instant(const char *rfc3339)
{
    return *fromRfc3339(QString::fromLatin1(rfc3339));
}

TEST(Zone, HasADatabaseWithSummerTime)
{
    EXPECT_TRUE(Zone::checkDatabase());
}

TEST(Zone, IsUtcUnlessNamed)
{
    EXPECT_EQ(Zone().name(), u"UTC"_s);
    EXPECT_EQ(Zone().toInstant(at("2026-03-04T09:00")), instant("2026-03-04T09:00:00Z"));
}

TEST(Zone, RefusesUnknownNames)
{
    EXPECT_FALSE(Zone::find(u"Mars/Olympus"_s));
    EXPECT_FALSE(Zone::find(QString()));
    EXPECT_FALSE(Zone::find(u"../etc/passwd"_s));
}

TEST(Zone, FindsAliasesWithTheSameRules)
{
    const auto calcutta = Zone::find(u"Asia/Calcutta"_s);
    const auto kolkata = Zone::find(u"Asia/Kolkata"_s);
    ASSERT_TRUE(calcutta && kolkata);
    EXPECT_EQ(calcutta->name(), u"Asia/Calcutta"_s);
    EXPECT_EQ(*calcutta, *Zone::find(u"Asia/Calcutta"_s));
    EXPECT_EQ(calcutta->toInstant(at("2026-03-04T09:00")), kolkata->toInstant(at("2026-03-04T09:00")));
}

TEST(Zone, MovesATimeTheClockSkips)
{
    const Zone berlin = *Zone::find(u"Europe/Berlin"_s);
    const LocalResolution gap = berlin.resolve(at("2026-03-29T02:30"));
    EXPECT_EQ(gap.kind, LocalResolution::Kind::Gap);
    EXPECT_EQ(gap.instant, instant("2026-03-29T01:30:00Z"));
    EXPECT_EQ(berlin.toLocal(gap.instant), at("2026-03-29T03:30"));
}

TEST(Zone, GivesBothInstantsOfATimeShownTwice)
{
    const Zone newYork = *Zone::find(u"America/New_York"_s);
    const LocalResolution twice = newYork.resolve(at("2026-11-01T01:30"));
    EXPECT_EQ(twice.kind, LocalResolution::Kind::Overlap);
    EXPECT_EQ(twice.instant, instant("2026-11-01T05:30:00Z"));
    ASSERT_TRUE(twice.second);
    EXPECT_EQ(*twice.second, instant("2026-11-01T06:30:00Z"));
    EXPECT_EQ(newYork.toInstant(at("2026-11-01T01:30")), twice.instant);
}

TEST(Zone, ResolvesOrdinaryTimesOnce)
{
    const Zone berlin = *Zone::find(u"Europe/Berlin"_s);
    const LocalResolution once = berlin.resolve(at("2026-07-01T12:00"));
    EXPECT_EQ(once.kind, LocalResolution::Kind::Unique);
    EXPECT_FALSE(once.second);
    EXPECT_EQ(once.instant, instant("2026-07-01T10:00:00Z"));
}

TEST(Zone, KnowsItsDayAndOffset)
{
    const Zone auckland = *Zone::find(u"Pacific/Auckland"_s);
    const Instant evening = instant("2026-03-04T20:00:00Z");
    EXPECT_EQ(toIsoDate(auckland.toLocalDate(evening)), u"2026-03-05"_s);
    EXPECT_EQ(auckland.offset(evening), std::chrono::hours(13));
    EXPECT_EQ(Zone::find(u"Asia/Kathmandu"_s)->offset(evening), std::chrono::minutes(345));
}

TEST(Zone, NamesItselfForPeople)
{
    const Zone newYork = *Zone::find(u"America/New_York"_s);
    EXPECT_EQ(newYork.abbreviation(instant("2026-01-15T12:00:00Z")), u"EST"_s);
    EXPECT_EQ(newYork.abbreviation(instant("2026-07-15T12:00:00Z")), u"EDT"_s);
    EXPECT_EQ(Zone::find(u"America/Sao_Paulo"_s)->abbreviation(instant("2026-01-15T12:00:00Z")), u"UTC-03"_s);
}

} // namespace
