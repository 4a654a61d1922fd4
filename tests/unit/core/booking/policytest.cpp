// SPDX-License-Identifier: Apache-2.0
#include "core/booking/policy.h"

#include "core/booking/rules.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;

namespace ChatCal {
namespace {

Zone zone(const QString &name)
{
    return *Zone::find(name);
}

Interval span(const QString &start, const QString &end)
{
    return {*fromRfc3339(start), *fromRfc3339(end)};
}

TEST(WorkingHours, AreMondayToFridayNineToFiveUntilSet)
{
    EXPECT_EQ(WorkingHours().toString(), u"Mon-Fri 09:00-17:00"_s);
    EXPECT_EQ(WorkingHours().inWords(), u"Monday to Friday, 9:00 AM–5:00 PM"_s);
}

TEST(WorkingHours, ReadWhatTheyWrite)
{
    for (const auto &text : {u"Mon-Fri 09:00-17:00; Sat 10:00-12:00,13:00-14:00"_s, u"Sun 00:00-24:00"_s,
                             u"Mon 09:00-10:00; Wed 09:00-10:00; Fri-Sun 08:30-09:00"_s}) {
        const auto hours = WorkingHours::parse(text);
        ASSERT_TRUE(hours) << text.toStdString();
        EXPECT_EQ(hours->toString(), text);
    }
}

TEST(WorkingHours, TakeTheWaysPeopleWriteThem)
{
    const auto same = [](const QString &text) { return WorkingHours::parse(text)->toString(); };
    EXPECT_EQ(same(u"monday–friday 9-17"_s), u"Mon-Fri 09:00-17:00"_s);
    EXPECT_EQ(same(u"Mon, Wed 13:00-15:00, 9:00-12:00;"_s),
              u"Mon 09:00-12:00,13:00-15:00; Wed 09:00-12:00,13:00-15:00"_s);
    EXPECT_EQ(same(u"Sat-Mon 10-11"_s), u"Mon 10:00-11:00; Sat-Sun 10:00-11:00"_s);
}

TEST(WorkingHours, SayWhatIsWrongWithASetting)
{
    for (const auto &text :
         {u""_s, u";"_s, u"Mon-Fri"_s, u"09:00-17:00"_s, u"Mon-Fry 09:00-17:00"_s, u"Mon 17:00-09:00"_s,
          u"Mon 09:00-25:00"_s, u"Mon 09:60-10:00"_s, u"Mon 09:00"_s, u"Mon 09:00-11:00,10:00-12:00"_s,
          u"Mon 09:00-11:00; Mon 10:00-12:00"_s, u"Mo 09:00-11:00"_s, u"Mon-Tue-Wed 09:00-10:00"_s}) {
        const auto hours = WorkingHours::parse(text);
        ASSERT_FALSE(hours) << text.toStdString();
        EXPECT_EQ(hours.error().code, ErrorCode::InvalidInput);
        ASSERT_EQ(hours.error().fields.size(), 1);
        EXPECT_EQ(hours.error().fields.first().field, u"WORKING_HOURS"_s);
    }
}

TEST(WorkingHours, AreSaidInWords)
{
    EXPECT_EQ(WorkingHours::parse(u"Mon-Tue 09:00-12:00,13:00-17:00; Sun 00:00-24:00; Fri 20-24"_s)->inWords(),
              u"Monday and Tuesday, 9:00 AM–12:00 PM and 1:00 PM–5:00 PM; Friday, 8:00 PM–midnight; Sunday, all day"_s);
}

TEST(WorkingHours, FollowTheWallClockOverAChangeOfTheClocks)
{
    // New York's clocks go forward on Sunday, March 8, 2026 and back on Sunday, November 1.
    const auto hours = *WorkingHours::parse(u"Mon-Sun 09:00-17:00"_s);
    EXPECT_THAT(
        hours.within(span(u"2026-03-07T12:00:00-05:00"_s, u"2026-03-08T12:00:00-04:00"_s), zone(u"America/New_York"_s)),
        ElementsAre(span(u"2026-03-07T09:00:00-05:00"_s, u"2026-03-07T17:00:00-05:00"_s),
                    span(u"2026-03-08T09:00:00-04:00"_s, u"2026-03-08T17:00:00-04:00"_s)));
    const auto allDay = *WorkingHours::parse(u"Sun 00:00-24:00"_s);
    EXPECT_THAT(allDay.within(span(u"2026-03-08T12:00:00Z"_s, u"2026-03-08T13:00:00Z"_s), zone(u"America/New_York"_s)),
                ElementsAre(span(u"2026-03-08T00:00:00-05:00"_s, u"2026-03-09T00:00:00-04:00"_s))); // 23 hours
    EXPECT_THAT(allDay.within(span(u"2026-11-01T12:00:00Z"_s, u"2026-11-01T13:00:00Z"_s), zone(u"America/New_York"_s)),
                ElementsAre(span(u"2026-11-01T00:00:00-04:00"_s, u"2026-11-02T00:00:00-05:00"_s))); // 25 hours
}

TEST(WorkingHours, TouchingAWindowAreNotInside)
{
    const WorkingHours hours;
    EXPECT_TRUE(hours.within(span(u"2026-03-10T17:00:00Z"_s, u"2026-03-11T09:00:00Z"_s), Zone()).isEmpty());
    EXPECT_TRUE(hours.within(span(u"2026-03-10T12:00:00Z"_s, u"2026-03-10T12:00:00Z"_s), Zone()).isEmpty());
}

struct RuleCase
{
    const char *name;
    QString start;
    std::chrono::minutes length;
    Bound bound;
    std::optional<Refusal::Reason> broken;
};

class BrokenRule : public testing::TestWithParam<RuleCase>
{
};

TEST_P(BrokenRule, IsTheFirstOne)
{
    const RuleCase &given = GetParam();
    BookingPolicy policy;
    policy.horizon = std::chrono::days(30);
    const Zone newYork = zone(u"America/New_York"_s);
    const Instant now = *fromRfc3339(u"2026-03-04T09:00:00-05:00"_s);
    const Instant start = newYork.toInstant(*fromIsoLocal(given.start));
    EXPECT_EQ(brokenRule(policy, {start, start + given.length}, given.bound, now, newYork), given.broken);
}

using enum Refusal::Reason;
INSTANTIATE_TEST_SUITE_P(
    Rules, BrokenRule,
    testing::Values(RuleCase{"Kept", u"2026-03-10T14:00"_s, 30min, Bound::Guest, std::nullopt},
                    RuleCase{"UpToTheLastMinute", u"2026-03-10T16:30"_s, 30min, Bound::Guest, std::nullopt},
                    RuleCase{"OverTheEnd", u"2026-03-10T16:45"_s, 30min, Bound::Guest, OutsideHours},
                    RuleCase{"BeforeTheStart", u"2026-03-10T08:59"_s, 30min, Bound::Guest, OutsideHours},
                    RuleCase{"OnSunday", u"2026-03-08T10:00"_s, 30min, Bound::Guest, OutsideHours},
                    RuleCase{"OnSundayByTheHost", u"2026-03-08T10:00"_s, 30min, Bound::Host, std::nullopt},
                    RuleCase{"JustWithinTheTolerance", u"2026-03-04T09:00"_s, 30min, Bound::Guest, std::nullopt},
                    RuleCase{"AQuarterAgo", u"2026-03-04T08:45"_s, 30min, Bound::Host, std::nullopt},
                    RuleCase{"MoreThanAQuarterAgo", u"2026-03-04T08:44"_s, 30min, Bound::Host, Past},
                    RuleCase{"PastComesBeforeHours", u"2026-03-01T03:00"_s, 30min, Bound::Guest, Past},
                    RuleCase{"TooShortForAHostToo", u"2026-03-10T14:00"_s, 4min, Bound::Host, TooShort},
                    RuleCase{"NoLength", u"2026-03-10T14:00"_s, 0min, Bound::Guest, TooShort},
                    RuleCase{"TooLongForAHostToo", u"2026-03-10T09:00"_s, 481min, Bound::Host, TooLong},
                    RuleCase{"TheLongest", u"2026-03-10T09:00"_s, 480min, Bound::Guest, std::nullopt},
                    RuleCase{"BeyondTheHorizon", u"2026-04-06T10:00"_s, 30min, Bound::Guest, TooFar},
                    RuleCase{"BeyondTheHorizonByTheHost", u"2026-04-06T10:00"_s, 30min, Bound::Host, std::nullopt}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(BrokenRule, ANoticeIsKeptToTheMinute)
{
    BookingPolicy policy;
    policy.minimumNotice = 120min;
    const Instant now = *fromRfc3339(u"2026-03-04T09:00:00Z"_s);
    EXPECT_EQ(brokenRule(policy, {now + 119min, now + 149min}, Bound::Guest, now, Zone()), TooSoon);
    EXPECT_EQ(brokenRule(policy, {now + 120min, now + 150min}, Bound::Guest, now, Zone()), std::nullopt);
    EXPECT_EQ(brokenRule(policy, {now + 1min, now + 31min}, Bound::Host, now, Zone()), std::nullopt);
}

TEST(BrokenRule, AMeetingOverMidnightFitsAHostWhoWorksAroundTheClock)
{
    BookingPolicy policy;
    policy.hours = *WorkingHours::parse(u"Mon-Sun 00:00-24:00"_s);
    const Instant now = *fromRfc3339(u"2026-03-04T09:00:00Z"_s);
    const Instant late = *fromRfc3339(u"2026-03-04T23:45:00Z"_s);
    EXPECT_EQ(brokenRule(policy, {late, late + 30min}, Bound::Guest, now, Zone()), std::nullopt);
}

TEST(Intervals, MergeWhatTouchesAndCutWhatIsHidden)
{
    const Instant t = *fromRfc3339(u"2026-03-04T09:00:00Z"_s);
    EXPECT_THAT(merged({{t + 60min, t + 90min}, {t, t + 30min}, {t + 30min, t + 40min}, {t + 5min, t + 5min}}),
                ElementsAre(Interval{t, t + 40min}, Interval{t + 60min, t + 90min}));
    EXPECT_THAT(without({{t, t + 60min}, {t + 90min, t + 100min}}, {t + 20min, t + 30min}),
                ElementsAre(Interval{t, t + 20min}, Interval{t + 30min, t + 60min}, Interval{t + 90min, t + 100min}));
    EXPECT_TRUE(without({{t, t + 60min}}, {t, t + 60min}).isEmpty());
    EXPECT_TRUE(overlapping({{t, t + 30min}}, {t + 30min, t + 60min}).isEmpty());
}

} // namespace
} // namespace ChatCal
