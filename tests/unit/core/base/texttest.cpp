// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/base/untrustedtext.h"
#include "tests/support/fakeclock.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

TEST(CleanEmail, LowersTheDomainOnly)
{
    EXPECT_EQ(cleanEmail(u" Ada.L@Example.COM "_s, u"email"_s), u"Ada.L@example.com"_s);
}

TEST(CleanEmail, NamesTheField)
{
    const auto result = cleanEmail(u"ada@example"_s, u"attendees[0].email"_s);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().fields.value(0).field, u"attendees[0].email"_s);
}

TEST(Words, SpanCrossesNoon)
{
    const auto zone = *Zone::find(u"America/New_York"_s);
    const Interval span{zone.toInstant(*fromIsoLocal(u"2026-03-10T11:45"_s)),
                        zone.toInstant(*fromIsoLocal(u"2026-03-10T12:15"_s))};
    EXPECT_EQ(spanInWords(span, zone), u"Tuesday, March 10, 2026, 11:45 AM–12:15 PM EDT"_s);
    EXPECT_EQ(toRfc3339({span.start, zone}), u"2026-03-10T11:45:00-04:00"_s);
    EXPECT_EQ(fromRfc3339(u"2026-03-10T11:45:00-04:00"_s), span.start);
}
