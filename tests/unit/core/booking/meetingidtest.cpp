// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meetingid.h"

#include "core/time/words.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

Interval at(const QString &rfc3339, std::chrono::minutes length)
{
    const Instant start = *fromRfc3339(rfc3339);
    return {start, start + length};
}

TEST(MeetingId, IsMadeOfTheHostsWallClockAndTheLength)
{
    const Zone newYork = *Zone::find(u"America/New_York"_s);
    EXPECT_EQ(MeetingId::make(at(u"2026-03-10T18:00:00Z"_s, 30min), newYork), u"0310-1400-30m"_s);
    EXPECT_EQ(MeetingId::make(at(u"2026-03-10T18:00:00Z"_s, 30min), newYork, 2), u"0310-1400-30m-2"_s);
    EXPECT_EQ(MeetingId::make(at(u"2027-01-01T03:05:00Z"_s, 480min), newYork), u"1231-2205-480m"_s);
}

TEST(MeetingId, KnowsWhatIsOne)
{
    EXPECT_TRUE(MeetingId::isValid(u"0310-1400-30m"));
    EXPECT_TRUE(MeetingId::isValid(u"0229-0000-5m"));
    EXPECT_TRUE(MeetingId::isValid(u"1231-2359-480m-12"));
    for (const auto *wrong :
         {u"", u"0230-1400-30m", u"1301-1400-30m", u"0310-2400-30m", u"0310-1460-30m", u"0310-1400-0m", u"0310-1400-30",
          u"0310-1400-30m-1", u" 0310-1400-30m", u"0310-1400-30m-", u"310-1400-30m", u"0310-1400-30m\n"})
        EXPECT_FALSE(MeetingId::isValid(wrong)) << QStringView(wrong).toString().toStdString();
}

TEST(MeetingId, IsFoundInsideASentence)
{
    EXPECT_EQ(MeetingId::findIn(u"please cancel #0310-1400-30m, thanks"), u"0310-1400-30m"_s);
    EXPECT_EQ(MeetingId::findIn(u"0310-1400-30M-2"), u"0310-1400-30m-2"_s);
    EXPECT_EQ(MeetingId::findIn(u"9999-1400-30m or 0311-0900-60m"), u"0311-0900-60m"_s);
    EXPECT_EQ(MeetingId::findIn(u"0310-1400-30m-2nd floor"), u"0310-1400-30m"_s);
    EXPECT_EQ(MeetingId::findIn(u"call 555-0310-1400-30minutes"), std::nullopt);
    EXPECT_EQ(MeetingId::findIn(u"1201-1400"), std::nullopt);
}

} // namespace
} // namespace ChatCal
