// SPDX-License-Identifier: Apache-2.0
// CalDavCalendar and a real Radicale that dies, hangs, and is full. The rest is in the contract.
#include "core/calendar/caldav/caldavcalendar.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/radicale.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::SizeIs;

namespace ChatCal {

namespace {

class CalDavIntegration : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!hasRadicale())
            GTEST_SKIP() << "radicale is not installed";
        ASSERT_TRUE(m_server.start());
        ASSERT_TRUE(m_server.makeCalendar(u"/ada/work/"_s));
        m_options.url = m_server.url(u"/ada/work/"_s);
        m_options.zone = *Zone::find(u"Europe/Berlin"_s);
        m_options.client.username = m_server.username();
        m_options.client.password = Secret(m_server.password());
        m_options.client.retry.firstPause = 5ms;
    }
    [[nodiscard]] std::unique_ptr<CalDavCalendar> open() const
    {
        return std::make_unique<CalDavCalendar>(m_options, *m_client, m_clock);
    }
    static Event tea(int number = 0)
    {
        Event event;
        event.id = u"tea%1"_s.arg(10000 + number);
        event.uid = event.id + u"@example.com"_s;
        event.title = UntrustedText(u"Tea"_s);
        event.zone = *Zone::find(u"Europe/Berlin"_s);
        event.when.start = event.zone.toInstant(*fromIsoLocal(u"2026-03-05T09:00"_s)) + 1h * number;
        event.when.end = event.when.start + 30min;
        return event;
    }
    static Interval year()
    {
        const Zone zone = *Zone::find(u"Europe/Berlin"_s);
        return {zone.toInstant(*fromIsoLocal(u"2026-01-01T00:00"_s)),
                zone.toInstant(*fromIsoLocal(u"2027-01-01T00:00"_s))};
    }

    Radicale m_server;
    FakeClock m_clock;
    std::unique_ptr<HttpClient> m_client = std::make_unique<HttpClient>();
    CalDavCalendar::Options m_options;
};

} // namespace

TEST_F(CalDavIntegration, FindsTheCalendarFromTheServersAddress)
{
    ASSERT_TRUE(await(open()->insert(tea(), {})));
    for (const QString &path : {u""_s, u"/"_s, u"/ada/"_s, u"/ada/work"_s}) {
        m_options.url = m_server.url(path);
        const auto busy = await(open()->freeBusy(year(), {}));
        ASSERT_TRUE(busy) << qPrintable(path) << ": " << qPrintable(busy.error().detail);
        EXPECT_THAT(*busy, SizeIs(1)) << qPrintable(path);
    }
}

TEST_F(CalDavIntegration, SaysThatThePasswordIsWrong)
{
    m_options.client.password = Secret("wrong");
    const auto busy = await(open()->freeBusy(year(), {}));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::Unauthorized);
    EXPECT_EQ(await(open()->check({})).error().code, ErrorCode::Unauthorized);
}

TEST_F(CalDavIntegration, IsUnavailableWhileTheServerIsDownAndGoesOnAfterwards)
{
    const auto calendar = open();
    ASSERT_TRUE(await(calendar->insert(tea(), {})));
    m_server.kill();
    const auto busy = await(calendar->freeBusy(year(), {}));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::Unavailable);
    ASSERT_TRUE(m_server.start()); // on another port
    m_options.url = m_server.url(u"/ada/work/"_s);
    EXPECT_THAT(await(open()->freeBusy(year(), {})).value_or(QList<Interval>()), SizeIs(1));
}

TEST_F(CalDavIntegration, WaitsForAHangingServerNoLongerThanItMay)
{
    m_options.patience = 300ms;
    const auto calendar = open();
    ASSERT_TRUE(await(calendar->check({})));
    m_server.freeze();
    QElapsedTimer clock;
    clock.start();
    const auto busy = await(calendar->freeBusy(year(), {}));
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::Timeout);
    EXPECT_LT(clock.elapsed(), 5000);
    m_server.thaw();
    EXPECT_TRUE(eventually([&calendar] { return await(calendar->check({})).has_value(); }));
}

TEST_F(CalDavIntegration, EndsWithItsCalendarAndClientInTheMiddleOfACall)
{
    auto calendar = open();
    auto busy = calendar->freeBusy(year(), {});
    calendar.reset();
    m_client.reset();
    const auto result = await(std::move(busy));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

TEST_F(CalDavIntegration, ReadsManyEvents)
{
    // One PUT for all: Radicale takes a whole collection.
    QByteArray all = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
    constexpr int number = 100; // it takes seconds to take them
    for (int i = 0; i < number; ++i) {
        const Event event = tea(i);
        const QString start = toIsoLocal(Zone().toLocal(event.when.start)).remove(u'-').remove(u':');
        all += "BEGIN:VEVENT\r\nUID:" + event.uid.toUtf8() + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:"
            + start.left(13).toUtf8() + "00Z\r\nDURATION:PT30M\r\nSUMMARY:Tea\r\nEND:VEVENT\r\n";
    }
    all += "END:VCALENDAR\r\n";
    ASSERT_EQ(m_server.ask("PUT", u"/ada/many/"_s, all).status, 201);
    m_options.url = m_server.url(u"/ada/many/"_s);
    m_options.patience = 60s;
    m_options.client.requestTimeout = 60s;
    const auto busy = await(open()->freeBusy(year(), {}));
    ASSERT_TRUE(busy) << qPrintable(busy.error().detail);
    EXPECT_EQ(busy->size(), number);
}

} // namespace ChatCal
