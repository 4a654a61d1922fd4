// SPDX-License-Identifier: Apache-2.0
// Finding a calendar on servers of several makes, and what they say became different. The shapes are those of the
// vendors' documentation and of RFC 4791, 6578 and 6764.
#include "tests/unit/core/calendar/caldavworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

class CalDavDiscoveryTest : public CalDavWorld
{
protected:
    static QByteArray calendarAt(const QByteArray &path, const QByteArray &component = "VEVENT",
                                 const QByteArray &more = {})
    {
        return found(path,
                     "<D:resourcetype><D:collection/><C:calendar /></D:resourcetype>"
                     "<C:supported-calendar-component-set><C:comp name=\""
                         + component + "\"/></C:supported-calendar-component-set>" + more);
    }
    /// Answers PROPFIND of these paths; all else is missing.
    void serve(const QMap<QByteArray, QByteArray> &paths)
    {
        m_handler = [paths](const Request &request) -> std::optional<Answer> {
            if (request.method == "REPORT")
                return Answer{207, multistatus({}), {}};
            const auto known = paths.constFind(request.target);
            if (known == paths.constEnd())
                return Answer{404, {}, {}};
            return Answer{207, multistatus(*known), {}};
        };
    }
    QByteArray queried()
    {
        const auto result = busy();
        EXPECT_TRUE(result) << (result ? "" : qPrintable(result.error().detail));
        return m_server.requests().constLast().target;
    }
};

TEST_F(CalDavDiscoveryTest, AsksNextcloudAtTheWellKnownPlace)
{
    m_options.url = m_server.url("");
    serve({{"/remote.php/dav/",
            found("/remote.php/dav/",
                  "<D:resourcetype><D:collection/></D:resourcetype><D:current-user-principal>"
                      + href("/remote.php/dav/principals/users/ada/") + "</D:current-user-principal>")},
           {"/remote.php/dav/principals/users/ada/",
            found("/remote.php/dav/principals/users/ada/",
                  "<C:calendar-home-set>" + href("/remote.php/dav/calendars/ada/")
                      + "</C:calendar-home-set><C:calendar-user-address-set>" + href("mailto:ada@cloud.example")
                      + href("/remote.php/dav/principals/users/ada/") + "</C:calendar-user-address-set>")},
           {"/remote.php/dav/calendars/ada/",
            found("/remote.php/dav/calendars/ada/", "<D:resourcetype><D:collection/></D:resourcetype>")
                + found("/remote.php/dav/calendars/ada/inbox/",
                        "<D:resourcetype><D:collection/><C:schedule-inbox/></D:resourcetype>")
                + calendarAt("/remote.php/dav/calendars/ada/tasks/", "VTODO")
                + calendarAt("/remote.php/dav/calendars/ada/contact_birthdays/", "VEVENT",
                             "<D:current-user-privilege-set><D:privilege><D:read/></D:privilege>"
                             "</D:current-user-privilege-set>")
                + calendarAt("/remote.php/dav/calendars/ada/personal/", "VEVENT",
                             "<D:current-user-privilege-set><D:privilege><D:write/></D:privilege>"
                             "</D:current-user-privilege-set>")}});
    m_handler = [handler = m_handler](const Request &request) -> std::optional<Answer> {
        if (request.target == "/.well-known/caldav")
            return Answer{301, {}, "Location: /remote.php/dav/\r\n"};
        return handler(request);
    };
    EXPECT_EQ(queried(), "/remote.php/dav/calendars/ada/personal/");
}

TEST_F(CalDavDiscoveryTest, FollowsICloudToTheServerOfTheAccount)
{
    // The home lies on another host, named with its port: p34-caldav.icloud.com:443.
    FakeHttpServer partition;
    partition.onOther([](const Request &request, QTcpSocket &socket) {
        const QByteArray body = multistatus(request.method == "REPORT" ? QByteArray()
                                                                       : calendarAt("/17/calendars/home/")
                                                    + calendarAt("/17/calendars/work/"));
        socket.write("HTTP/1.1 207 M\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    m_options.url = m_server.url("/");
    const QByteArray home = partition.url("/17/calendars/").toEncoded();
    serve({{"/", found("/", "<D:current-user-principal>" + href("/17/principal/") + "</D:current-user-principal>")},
           {"/17/principal/",
            found("/17/principal/",
                  "<C:calendar-home-set>" + href(home)
                      + "</C:calendar-home-set>"
                        "<C:calendar-user-address-set><D:href preferred=\"1\">mailto:ada@icloud.example</D:href>"
                        "</C:calendar-user-address-set>")}});
    const auto result = busy();
    ASSERT_TRUE(result) << qPrintable(result.error().detail);
    EXPECT_EQ(partition.requests().constLast().target, "/17/calendars/home/");
    EXPECT_FALSE(partition.requests().constLast().header("authorization").isEmpty());
}

TEST_F(CalDavDiscoveryTest, TakesTheServersDefaultCalendar)
{
    m_options.url = m_server.url("/home/");
    serve({{"/home/",
            found("/home/", "<D:current-user-principal>" + href("/me/") + "</D:current-user-principal>")
                + calendarAt("/home/first/") + calendarAt("/home/a%40b/")},
           {"/me/",
            found("/me/",
                  "<C:calendar-home-set>" + href("/home/") + "</C:calendar-home-set><C:schedule-inbox-URL>"
                      + href("/inbox/") + "</C:schedule-inbox-URL>")},
           {"/inbox/",
            found("/inbox/",
                  "<C:schedule-default-calendar-URL>" + href("/home/a@b") + "</C:schedule-default-calendar-URL>")}});
    EXPECT_EQ(queried(), "/home/a%40b/");
}

TEST_F(CalDavDiscoveryTest, TakesACalendarThatIsNamedItself)
{
    // Google's collection at /caldav/v2/ADDRESS/events names a principal that needs no asking for a home.
    m_options.url = m_server.url("/caldav/v2/ada%40example.com/events");
    serve({{"/caldav/v2/ada%40example.com/events", calendarAt("/caldav/v2/ada%40example.com/events/")}});
    EXPECT_EQ(queried(), "/caldav/v2/ada%40example.com/events/");
}

TEST_F(CalDavDiscoveryTest, KnowsThatItMayOnlyReadACalendar)
{
    m_resources["/cal/a.ics"] = vevent("a", "20260305T080000Z");
    const auto isReadOnly = [this] {
        const auto listed = await(CalDavCalendar(m_options, m_client, m_clock).list(march(), {}));
        EXPECT_TRUE(listed && listed->size() == 1);
        return listed && listed->first().isReadOnly;
    };
    EXPECT_FALSE(isReadOnly()) << "a server that says nothing of it";
    const auto privilege = [](const QByteArray &name) {
        return "<D:current-user-privilege-set><D:privilege><D:" + name
            + "/></D:privilege></D:current-user-privilege-set>";
    };
    const QByteArray properties = m_collectionProperties;
    m_collectionProperties = properties + privilege("read");
    EXPECT_TRUE(isReadOnly());
    m_collectionProperties = properties + privilege("write-content");
    EXPECT_FALSE(isReadOnly());
}

TEST_F(CalDavDiscoveryTest, KnowsTheOwnersAddressesFromTheServer)
{
    m_collectionProperties += "<D:current-user-principal>" + href("/me/") + "</D:current-user-principal>";
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (request.target != "/me/")
            return std::nullopt;
        return Answer{207,
                      multistatus(found("/me/",
                                        "<C:calendar-user-address-set>" + href("mailto:Lovelace@uni.example")
                                            + "</C:calendar-user-address-set>")),
                      {}};
    };
    m_resources["/cal/a.ics"] =
        vevent("a", "20260305T080000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:lovelace@uni.example\r\n");
    EXPECT_THAT(busy().value_or(QList<Interval>{{}}), IsEmpty());
}

TEST_F(CalDavDiscoveryTest, SaysWhatIsWrong)
{
    m_options.url = m_server.url("/nothing/");
    serve({});
    EXPECT_EQ(busyError(), ErrorCode::NotFound);
    m_handler = [](const Request &) { return Answer{401, {}, "WWW-Authenticate: Basic realm=\"x\"\r\n"}; };
    EXPECT_EQ(busyError(), ErrorCode::Unauthorized);
    serve({{"/nothing/", calendarAt("/nothing/tasks/", "VTODO").replace("<C:calendar />", "")}});
    EXPECT_EQ(busyError(), ErrorCode::NotFound);
}

TEST_F(CalDavDiscoveryTest, SendsNoPasswordInTheClearToAServerThatWantsADigest)
{
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (request.header("authorization").startsWith("Digest "))
            return std::nullopt;
        return Answer{401, {}, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5\r\n"};
    };
    EXPECT_TRUE(busy());
    EXPECT_TRUE(busy());
    for (const Request &request : m_server.requests())
        EXPECT_FALSE(request.header("authorization").startsWith("Basic"));
}

// Changes

class CalDavChangesTest : public CalDavWorld
{
protected:
    CalDavChangesTest()
    {
        m_resources["/cal/tea01.ics"] = vevent("tea01", "20360305T080000Z");
        m_resources["/cal/tea02.ics"] = vevent("tea02", "20360306T080000Z");
    }
    CalendarChanges changes(const QString &token = {})
    {
        const auto told = await(calendar().changes(token, {}));
        EXPECT_TRUE(told) << (told ? "" : qPrintable(told.error().detail));
        return told.value_or(CalendarChanges());
    }
    /// The collection has moved on, and this is the delta the server tells.
    void moveOn(const Answer &delta)
    {
        m_collectionProperties = "<CS:getctag>c2</CS:getctag><D:sync-token>s2</D:sync-token>";
        m_handler = [delta](const Request &request) -> std::optional<Answer> {
            return asks(request, "REPORT", "sync-collection") ? std::optional(delta) : std::nullopt;
        };
    }
    static QStringList idsOf(const CalendarChanges &told)
    {
        QStringList ids;
        for (const Event &event : told.changed)
            ids.append(event.id);
        ids.sort();
        return ids;
    }
    static QByteArray token(const QByteArray &word) { return "<D:sync-token>" + word + "</D:sync-token>"; }
};

TEST_F(CalDavChangesTest, DoesNotBelieveInAPhantomDeletion)
{
    const QString before = changes().token;
    moveOn({207, multistatus(failed("/cal/tea01.ics", 404) + failed("/cal/gone1.ics", 404) + token("s2")), {}});
    const auto told = changes(before);
    EXPECT_THAT(told.removed, ElementsAre(u"gone1"_s));
    EXPECT_EQ(idsOf(told), QStringList{u"tea01"_s});
    EXPECT_FALSE(told.isComplete);
}

TEST_F(CalDavChangesTest, DoesNotTakeAPropertyThatIsNotFoundForADeletion)
{
    const QString before = changes().token;
    moveOn({207,
            multistatus("<D:response><D:href>/cal/tea01.ics</D:href><D:propstat><D:prop><D:getetag/></D:prop>"
                        "<D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>"
                        + token("s2")),
            {}});
    const auto told = changes(before);
    EXPECT_THAT(told.removed, IsEmpty());
    EXPECT_EQ(idsOf(told), QStringList{u"tea01"_s});
}

TEST_F(CalDavChangesTest, TellsAllWhenTheTokenIsRefused)
{
    const QByteArray invalid = R"(<D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>)";
    for (const int status : {403, 409, 410, 507}) {
        m_collectionProperties = "<CS:getctag>c1</CS:getctag><D:sync-token>s1</D:sync-token>";
        const QString before = changes().token;
        moveOn({status, invalid, {}});
        const auto told = changes(before);
        EXPECT_TRUE(told.isComplete) << status;
        EXPECT_EQ(idsOf(told), QStringList({u"tea01"_s, u"tea02"_s}));
        EXPECT_NE(told.token, before);
    }
}

TEST_F(CalDavChangesTest, TellsAllWhenTheServerSaysThatSomethingChangedAndNotWhat)
{
    const QString before = changes().token;
    moveOn({207, multistatus(token("s2")), {}});
    EXPECT_TRUE(changes(before).isComplete);
}

TEST_F(CalDavChangesTest, TakesALongDeltaInSeveralParts)
{
    const QString before = changes().token;
    moveOn({});
    m_handler = [](const Request &request) -> std::optional<Answer> {
        const QByteArray etag = "<D:getetag>\"9\"</D:getetag>";
        if (asks(request, "REPORT", "<d:sync-token>s1<"))
            return Answer{207, multistatus(found("/cal/tea01.ics", etag) + failed("/cal/", 507) + token("half")), {}};
        if (asks(request, "REPORT", "<d:sync-token>half<"))
            return Answer{207, multistatus(found("/cal/tea02.ics", etag) + token("s2")), {}};
        return std::nullopt;
    };
    const auto told = changes(before);
    EXPECT_EQ(idsOf(told), QStringList({u"tea01"_s, u"tea02"_s}));
    EXPECT_FALSE(told.isComplete);
}

TEST_F(CalDavChangesTest, ComparesTheCtagWhereThereAreNoTokens)
{
    m_collectionProperties = "<CS:getctag>c1</CS:getctag>";
    const QString before = changes().token;
    const auto quiet = changes(before);
    EXPECT_THAT(quiet.changed, IsEmpty());
    EXPECT_FALSE(quiet.isComplete);
    EXPECT_EQ(count("REPORT", "sync-collection"), 0);
    m_collectionProperties = "<CS:getctag>c2</CS:getctag>";
    EXPECT_TRUE(changes(before).isComplete);
}

TEST_F(CalDavChangesTest, TellsAllOnceADay)
{
    const QString before = changes().token;
    EXPECT_FALSE(changes(before).isComplete);
    m_clock.advance(25h);
    EXPECT_TRUE(changes(before).isComplete);
}

TEST_F(CalDavChangesTest, EndsARangeWhereAServerWantsAnEnd)
{
    m_handler = [](const Request &request) -> std::optional<Answer> {
        if (asks(request, "REPORT", "time-range") && !request.body.contains("end="))
            return Answer{400, "both, please", {}};
        return std::nullopt;
    };
    EXPECT_THAT(changes().changed, SizeIs(2));
    EXPECT_EQ(count("REPORT", "end="), 1);
    ASSERT_TRUE(busy());
    EXPECT_EQ(count("REPORT", "end="), 2) << "busy time is still asked for by its range";
}

TEST_F(CalDavChangesTest, TellsNothingWhenTheServerErrs)
{
    const QString before = changes().token;
    moveOn({500, {}, {}});
    const auto told = await(calendar().changes(before, {}));
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, ErrorCode::Unavailable);
}

} // namespace ChatCal
