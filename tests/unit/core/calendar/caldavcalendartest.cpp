// SPDX-License-Identifier: Apache-2.0
// What CalDavCalendar makes of servers that refuse, err, or answer nonsense.
#include "tests/unit/core/calendar/caldavworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

using CalDavCalendarTest = CalDavWorld;

namespace {

Event tea()
{
    Event event;
    event.id = u"tea01"_s;
    event.uid = u"tea01@example.com"_s;
    event.title = UntrustedText(u"Tea"_s);
    event.zone = *Zone::find(u"Europe/Berlin"_s);
    event.when = {event.zone.toInstant(*fromIsoLocal(u"2026-03-05T09:00"_s)),
                  event.zone.toInstant(*fromIsoLocal(u"2026-03-05T10:00"_s))};
    return event;
}

} // namespace

// Reading

TEST_F(CalDavCalendarTest, AsksOnceForBusyTime)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    ASSERT_TRUE(busy());
    const int before = static_cast<int>(m_server.requests().size());
    const auto spans = busy();
    ASSERT_TRUE(spans);
    EXPECT_THAT(*spans, SizeIs(1));
    EXPECT_EQ(m_server.requests().size(), before + 1);
    EXPECT_EQ(count("OPTIONS"), 0);
}

TEST_F(CalDavCalendarTest, SkipsAndCountsWhatCannotBeRead)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    m_resources["/cal/b.ics"] = vevent("b", "20260306T080000Z", "RRULE:FREQ=NEVER\r\n");
    m_resources["/cal/c.ics"] = "no calendar at all";
    m_resources["/cal/d.ics"] = vevent("d", "when it rains");
    const auto spans = busy();
    ASSERT_TRUE(spans);
    EXPECT_THAT(*spans, SizeIs(2));
    EXPECT_EQ(calendar().unreadable(), 3);
    m_resources.remove("/cal/c.ics");
    ASSERT_TRUE(busy());
    EXPECT_EQ(calendar().unreadable(), 2);
}

TEST_F(CalDavCalendarTest, CountsTwoCopiesOfOneUidAsTwoEvents)
{
    m_resources["/cal/mine.ics"] = vevent("same", "20260305T080000Z");
    m_resources["/cal/yours.ics"] = vevent("same", "20260306T080000Z");
    const auto listed = await(calendar().list(march(), {}));
    ASSERT_TRUE(listed);
    ASSERT_THAT(*listed, SizeIs(2));
    EXPECT_NE(listed->at(0).id, listed->at(1).id);
}

TEST_F(CalDavCalendarTest, FetchesAllWhereATimeRangeIsRefused)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "time-range"))
            return Answer{400, "no ranges here", {}};
        return std::nullopt;
    };
    EXPECT_THAT(busy().value_or(QList<Interval>()), SizeIs(1));
    EXPECT_THAT(busy().value_or(QList<Interval>()), SizeIs(1));
    EXPECT_EQ(count("REPORT", "time-range"), 1) << "it is not asked again what it does not know";
}

TEST_F(CalDavCalendarTest, FetchesOneByOneWhereQueriesAreRefused)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "calendar-query"))
            return Answer{
                403,
                R"(<D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><C:supported-filter/></D:error>)",
                {}};
        return std::nullopt;
    };
    EXPECT_THAT(busy().value_or(QList<Interval>()), SizeIs(1));
    EXPECT_EQ(count("REPORT", "calendar-multiget"), 1);
}

TEST_F(CalDavCalendarTest, AsksForTheDataAServerLeavesOut)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "calendar-query"))
            return Answer{207, multistatus(found("/cal/a.ics", "<D:getetag>\"1\"</D:getetag>")), {}};
        return std::nullopt;
    };
    EXPECT_THAT(busy().value_or(QList<Interval>()), SizeIs(1));
    m_handler = [handler = m_handler](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "calendar-multiget"))
            return Answer{207, multistatus(failed("/cal/a.ics", 403)), {}};
        return handler(request);
    };
    EXPECT_EQ(busyError(), ErrorCode::Protocol);
}

TEST_F(CalDavCalendarTest, HalvesAWindowWhoseAnswerIsCutShort)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    int full = 0;
    m_handler = [&full](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "time-range") && ++full <= 3)
            return full == 3 ? Answer{507, {}, {}} : Answer{207, multistatus(failed("/cal/", 507)), {}};
        return std::nullopt;
    };
    EXPECT_THAT(busy().value_or(QList<Interval>()), SizeIs(1));
    EXPECT_GT(count("REPORT", "time-range"), 3);
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT"))
            return Answer{207, multistatus(failed("/cal", 507)), {}};
        return std::nullopt;
    };
    EXPECT_EQ(busyError(), ErrorCode::Protocol);
}

TEST_F(CalDavCalendarTest, IsNeverFreeWhenTheServerErrs)
{
    ASSERT_TRUE(busy());
    const QByteArray good = multistatus(withData("/cal/a.ics", vevent("a", "20260305T080000Z")));
    const QList<std::pair<Answer, ErrorCode>> cases{{{500, {}, {}}, ErrorCode::Unavailable},
                                                    {{503, {}, {}}, ErrorCode::Unavailable},
                                                    {{401, {}, {}}, ErrorCode::Unauthorized},
                                                    {{403, {}, {}}, ErrorCode::Unauthorized},
                                                    {{429, {}, {}}, ErrorCode::RateLimited},
                                                    {{200, "<html>Please log in</html>", {}}, ErrorCode::Protocol},
                                                    {{207, "<html>Please log in</html>", {}}, ErrorCode::Protocol},
                                                    {{207, good.first(good.size() - 30), {}}, ErrorCode::Protocol},
                                                    {{207, {}, {}}, ErrorCode::Protocol}};
    for (const auto &[answer, code] : cases) {
        m_handler = [answer](const Request &request) -> std::optional<Answer> {
            return asks(request, "REPORT") ? std::optional(answer) : std::nullopt;
        };
        EXPECT_EQ(busyError(), code) << answer.status << ' ' << answer.body.left(40).constData();
    }
}

TEST_F(CalDavCalendarTest, IsNeverFreeWhenTheAnswerIsCutOffOrTooLong)
{
    ASSERT_TRUE(busy());
    m_server.on("/cal/", [](const Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 207 M\r\nContent-Length: 5000\r\n\r\n<D:multistatus xmlns:D=\"DAV:\">");
        socket.disconnectFromHost();
    });
    EXPECT_EQ(busyError(), ErrorCode::Unavailable);
    m_server.on("/cal/", [](const Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 207 M\r\nContent-Length: 50000000\r\n\r\n<D:multistatus xmlns:D=\"DAV:\">");
    });
    EXPECT_EQ(busyError(), ErrorCode::Protocol);
    m_server.on("/cal/", [](const Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 301 M\r\nContent-Length: 0\r\nLocation: /cal/\r\n\r\n");
    });
    EXPECT_EQ(busyError(), ErrorCode::Protocol) << "redirects without an end";
}

TEST_F(CalDavCalendarTest, GivesUpOnAServerThatSaysNothing)
{
    ASSERT_TRUE(busy());
    m_server.on("/cal/", [](const Request &, QTcpSocket &) {});
    CalDavCalendar::Options brief = m_options;
    brief.patience = 100ms;
    CalDavCalendar hasty(brief, m_client, m_clock);
    const auto result = await(hasty.freeBusy(march(), {}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Timeout);
}

TEST_F(CalDavCalendarTest, ReadsThousandsOfEvents)
{
    for (int number = 0; number < 4000; ++number) {
        const QByteArray uid = QByteArray::number(10000 + number);
        const QString start = toIsoLocal(Zone().toLocal(at(u"2025-12-01T00:00"_s) + 2h * number));
        m_resources["/cal/" + uid + ".ics"] = vevent(uid, start.left(16).remove(u'-').remove(u':').toLatin1() + "00Z");
    }
    const auto spans = busy();
    ASSERT_TRUE(spans);
    EXPECT_EQ(spans->size(), (31 * 24 - 1) / 2 + 1) << "every second hour of a month with one hour less";
}

// Writing

TEST_F(CalDavCalendarTest, AsksForTheETagAPutDoesNotAnswerWith)
{
    m_handler = [this](const Request &request) -> std::optional<Answer> {
        if (request.method != "PUT")
            return std::nullopt;
        EXPECT_EQ(request.header("if-none-match"), "*");
        m_resources[request.target] = request.body;
        return Answer{201, {}, {}};
    };
    const auto made = await(calendar().insert(tea(), {}));
    ASSERT_TRUE(made);
    EXPECT_FALSE(made->etag.isEmpty());
    EXPECT_EQ(made->etag, await(calendar().find(u"tea01"_s, {})).value()->etag);
}

TEST_F(CalDavCalendarTest, ComparesWeakETagsAsStrongOnes)
{
    m_resources["/cal/tea01.ics"] = vevent("tea01@example.com", "20260305T080000Z");
    m_handler = [this](const Request &request) -> std::optional<Answer> {
        if (request.method == "GET") // as a proxy that packs the body has it
            return Answer{200, m_resources.first(), "ETag: W/\"abc\"\r\n"};
        if (request.method == "PUT") {
            EXPECT_EQ(request.header("if-match"), "\"abc\"");
            return Answer{204, {}, "ETag: \"def\"\r\n"};
        }
        return std::nullopt;
    };
    auto found = await(calendar().find(u"tea01"_s, {})).value();
    EXPECT_EQ(found->etag, u"\"abc\""_s);
    found->title = UntrustedText(u"Coffee"_s);
    const auto changed = await(calendar().update(*found, {}));
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->etag, u"\"def\""_s);
}

TEST_F(CalDavCalendarTest, LeavesOtherProgramsPropertiesInPlace)
{
    m_resources["/cal/tea01.ics"] =
        vevent("tea01@example.com", "20260305T080000Z", "X-THING;X-P=\"a:b\":kept\r\nCATEGORIES:RED\r\n");
    QByteArray body;
    m_handler = [&body](const Request &request) -> std::optional<Answer> {
        if (request.method != "PUT")
            return std::nullopt;
        body = request.body;
        return Answer{204, {}, "ETag: \"2\"\r\n"};
    };
    Event event = tea();
    event.title = UntrustedText(u"Coffee"_s);
    ASSERT_TRUE(await(calendar().update(event, {})));
    EXPECT_TRUE(body.contains("X-THING;X-P=\"a:b\":kept\r\nCATEGORIES:RED\r\n"));
    EXPECT_TRUE(body.contains("SUMMARY:Coffee"));
}

TEST_F(CalDavCalendarTest, FindsByUidWhatTheServerKeepsUnderAnotherName)
{
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (request.method == "PUT")
            return Answer{
                409,
                R"(<D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><C:no-uid-conflict/></D:error>)",
                {}};
        if (asks(request, "REPORT", "tea01@example.com"))
            return Answer{
                207, multistatus(withData("/cal/Renamed.ics", vevent("tea01@example.com", "20260305T080000Z"))), {}};
        return std::nullopt;
    };
    const auto there = await(calendar().insert(tea(), {}));
    ASSERT_TRUE(there);
    EXPECT_EQ(there->uid, u"tea01@example.com"_s);
}

TEST_F(CalDavCalendarTest, TellsWhyAWriteFailed)
{
    m_resources["/cal/tea01.ics"] = vevent("tea01@example.com", "20260305T080000Z");
    for (const auto &[status, code] : QList<std::pair<int, ErrorCode>>{{401, ErrorCode::Unauthorized},
                                                                       {403, ErrorCode::Unauthorized},
                                                                       {412, ErrorCode::Conflict},
                                                                       {500, ErrorCode::Unavailable},
                                                                       {507, ErrorCode::Unavailable}}) {
        m_handler = [status](const Request &request) -> std::optional<Answer> {
            return request.method == "PUT" ? std::optional(Answer{status, {}, {}}) : std::nullopt;
        };
        const auto result = await(calendar().update(tea(), {}));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, code) << status;
    }
}

// Addresses

TEST_F(CalDavCalendarTest, DoesNotGoWhereAServerSendsItInsideTheNetwork)
{
    FakeHttpServer inner;
    m_options.client.addresses = {AddressPolicy::Reach::Public, {u"127.0.0.1:%1"_s.arg(m_server.url("/").port())}};
    ASSERT_TRUE(busy()) << "the server itself is listed";
    m_options.url = m_server.url("/principal/");
    CalDavCalendar other(m_options, m_client, m_clock);
    m_handler = [&inner](const Request &request) -> std::optional<Answer> {
        if (request.target != "/principal/")
            return std::nullopt;
        return Answer{207,
                      multistatus(found("/principal/",
                                        "<C:calendar-home-set>" + href(inner.url("/home/").toEncoded())
                                            + "</C:calendar-home-set>")),
                      {}};
    };
    const auto result = await(other.freeBusy(march(), {}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(inner.connections(), 0);
}

TEST_F(CalDavCalendarTest, DoesNotFollowARedirectToAnotherServerWithoutHttps)
{
    FakeHttpServer other;
    m_handler = [&other](const Request &) -> std::optional<Answer> {
        return Answer{302, {}, "Location: " + other.url("/cal/").toEncoded() + "\r\n"};
    };
    EXPECT_EQ(busyError(), ErrorCode::Protocol);
    EXPECT_EQ(other.connections(), 0);
}

} // namespace ChatCal
