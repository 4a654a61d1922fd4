// SPDX-License-Identifier: Apache-2.0
// The contract on a real Radicale, behind a proxy that loses answers.
#include "core/calendar/caldav/caldavcalendar.h"
#include "tests/contract/calendarcontract.h"
#include "tests/contract/foreignicalendar.h"
#include "tests/support/fakeclock.h"
#include "tests/support/radicale.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// One server for all cases: each has a calendar of its own.
Radicale *server()
{
    static Radicale radicale;
    static const bool isUp = hasRadicale() && radicale.start();
    return isUp ? &radicale : nullptr;
}

class RadicalePlace final : public CalendarPlace
{
public:
    RadicalePlace() : m_proxy(server()->port())
    {
        static int number = 0;
        m_path = u"/ada/contract%1/"_s.arg(++number);
        EXPECT_TRUE(server()->makeCalendar(m_path));
        m_options.url = QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_proxy.port()).arg(m_path));
        m_options.zone = *Zone::find(u"Europe/Berlin"_s);
        m_options.addresses = {u"ada@example.net"_s};
        m_options.client.username = server()->username();
        m_options.client.password = Secret(server()->password());
        m_options.patience = std::chrono::seconds(30);
    }

    [[nodiscard]] std::unique_ptr<Calendar> open() override
    {
        return std::make_unique<CalDavCalendar>(m_options, m_client, m_clock);
    }
    [[nodiscard]] bool loseNextAnswer() override
    {
        m_proxy.loseNextWrite();
        return true;
    }
    [[nodiscard]] bool putForeign(const ForeignEvent &foreign) override
    {
        const QString path = m_path + u"Foreign%20"_s + foreign.event.id + u".ics"_s;
        return server()->ask("PUT", path, foreignICalendar(foreign, "Ada@example.net")).status == 201;
    }
    [[nodiscard]] bool tellsChanges() const override { return true; }

private:
    LossyProxy m_proxy;
    FakeClock m_clock;
    HttpClient m_client;
    QString m_path;
    CalDavCalendar::Options m_options;
};

CalendarKind radicale()
{
    return {"Radicale",
            []() -> std::unique_ptr<CalendarPlace> { return server() ? std::make_unique<RadicalePlace>() : nullptr; }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(CalDavCalendar, CalendarContract, testing::Values(radicale()), calendarKindName);

} // namespace ChatCal
