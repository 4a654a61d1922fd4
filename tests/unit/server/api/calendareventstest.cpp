// SPDX-License-Identifier: Apache-2.0
// Events that are no meetings, changed through the API in each kind of calendar.
#include "core/time/words.h"
#include "tests/support/fakegoogle.h"
#include "tests/support/radicale.h"
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString agenda = u"/api/v1/agenda?from=2026-03-01&to=2026-04-01"_s;
const QString events = u"/api/v1/calendar-events/"_s;

Zone newYork()
{
    return *Zone::find(u"America/New_York"_s);
}

Instant at(const QString &local)
{
    return newYork().toInstant(*fromIsoLocal(local));
}

Event dentist()
{
    Event event;
    event.id = u"dentist01"_s;
    event.uid = u"dentist01@elsewhere.example"_s;
    event.title = UntrustedText(u"Dentist"_s);
    event.zone = newYork();
    event.when = {at(u"2026-03-05T14:00"_s), at(u"2026-03-05T15:00"_s)};
    return event;
}

QJsonObject time(const QString &start, const QString &end)
{
    return {{u"start"_s, start}, {u"end"_s, end}};
}

Radicale *radicale()
{
    static Radicale server;
    static const bool isUp = hasRadicale() && server.start();
    return isUp ? &server : nullptr;
}

class CalendarEvents : public testing::TestWithParam<std::string>
{
protected:
    void SetUp() override
    {
        if (isRadicale() && !radicale())
            GTEST_SKIP() << "radicale is not installed";
        if (isRadicale()) {
            static int number = 0;
            m_path = u"/ada/events%1/"_s.arg(++number);
            ASSERT_TRUE(radicale()->makeCalendar(m_path));
        }
        m_world = std::make_unique<ApiWorld>([this](Settings &settings) { adjust(settings); });
        if (!isGoogle())
            return;
        m_google.oauth().registerRedirect(m_world->url(u"/auth/callback"_s).toString());
        m_google.events().setZone(newYork());
        HttpRequest request;
        request.url = QUrl(m_world->hostPost(u"/auth/login"_s, {}).text(u"url"_s));
        const auto answer = await(m_world->client().send(request, {}));
        ASSERT_TRUE(answer && answer->status == 302);
        const QUrl back = QUrl::fromEncoded(answer->header("location"));
        ASSERT_EQ(m_world->get(back.path() + u'?' + back.query(QUrl::FullyEncoded)).status, 200);
    }
    [[nodiscard]] static bool isGoogle() { return GetParam() == "Google"; }
    [[nodiscard]] static bool isRadicale() { return GetParam() == "Radicale"; }
    void adjust(Settings &settings)
    {
        if (isGoogle()) {
            settings.calendar = u"google"_s;
            settings.secretKey = Secret("a secret key of thirty-two bytes or so");
            settings.google.clientId = FakeGoogleOAuth::clientId;
            settings.google.clientSecret = Secret(FakeGoogleOAuth::clientSecret);
            settings.google.apiBase = m_google.apiBase().toString();
            settings.google.oauthBase = m_google.oauthBase().toString();
        } else if (isRadicale()) {
            settings.calendar = u"caldav"_s;
            settings.calDav.url = radicale()->url(m_path);
            settings.calDav.username = radicale()->username();
            settings.calDav.password = Secret(radicale()->password());
            settings.allowedPrivateHosts = {u"127.0.0.1"_s};
        }
    }

    void put(const Event &event)
    {
        const auto put = await(m_world->engine().calendar().insert(event, {}));
        ASSERT_TRUE(put.has_value()) << qPrintable(put.error().detail);
    }
    /// As another program writes it, from nine to ten on the tenth of March in New York. False: none can.
    [[nodiscard]] bool putForeign(const QString &organizer)
    {
        if (isGoogle()) {
            QJsonObject event{{u"id"_s, u"_60q30c1g60o30e1i"_s},
                              {u"summary"_s, u"Foreign"_s},
                              {u"start"_s, QJsonObject{{u"dateTime"_s, u"2026-03-10T09:00:00-04:00"_s}}},
                              {u"end"_s, QJsonObject{{u"dateTime"_s, u"2026-03-10T10:00:00-04:00"_s}}}};
            if (!organizer.isEmpty())
                event.insert(u"organizer"_s, QJsonObject{{u"email"_s, organizer}});
            m_google.events().put(event);
            return true;
        }
        if (!isRadicale())
            return false;
        const QByteArray line =
            organizer.isEmpty() ? QByteArray() : "ORGANIZER:mailto:" + organizer.toLatin1() + "\r\n";
        return radicale()
                   ->ask(
                       "PUT", m_path + u"Foreign%20one.ics"_s,
                       "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nBEGIN:VEVENT\r\nUID:f@example.com\r\n"
                       "DTSTAMP:20260101T000000Z\r\nSUMMARY:Foreign\r\nDTSTART:20260310T130000Z\r\n"
                       "DTEND:20260310T140000Z\r\n"
                           + line + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                   .status
            == 201;
    }
    [[nodiscard]] QJsonArray listed() { return m_world->hostGet(agenda).json["events"_L1].toArray(); }
    [[nodiscard]] QJsonObject only()
    {
        const QJsonArray all = listed();
        EXPECT_EQ(all.size(), 1);
        return all.isEmpty() ? QJsonObject() : all.first().toObject();
    }
    [[nodiscard]] static HttpHeaders matching(const QJsonObject &event)
    {
        return {{"If-Match", '"' + event["etag"_L1].toString().toLatin1() + '"'}};
    }
    Answer move(const QString &id, const QJsonObject &to, const HttpHeaders &headers = {})
    {
        return m_world->hostSend("PATCH", events + id, to, headers);
    }
    Answer remove(const QString &id, const HttpHeaders &headers = {})
    {
        return m_world->hostSend("DELETE", events + id, {}, headers);
    }
    Answer restore(const QString &id) { return m_world->hostPost(events + id + u"/restore"_s, {}); }
    /// Neither moved nor deleted, because of @p reason.
    void expectFixed(const QJsonObject &event, const QString &reason)
    {
        EXPECT_FALSE(event["editable"_L1].toBool(true));
        const QString id = event["id"_L1].toString();
        for (const Answer &answer :
             {move(id, time(u"2026-03-12T09:00:00-04:00"_s, u"2026-03-12T10:00:00-04:00"_s)), remove(id)}) {
            expectProblem(answer, 409);
            EXPECT_EQ(answer.text(u"reason"_s), reason);
        }
    }

    FakeGoogle m_google;
    QString m_path;
    std::unique_ptr<ApiWorld> m_world;
};

} // namespace

TEST_P(CalendarEvents, MovesAndStretches)
{
    put(dentist());
    const QJsonObject before = only();
    EXPECT_TRUE(before["editable"_L1].toBool());
    EXPECT_FALSE(before.contains("fixed"_L1));
    const QString id = before["id"_L1].toString();
    const QJsonObject later = time(u"2026-03-06T09:00:00-05:00"_s, u"2026-03-06T11:30:00-05:00"_s);
    const Answer moved = move(id, later, matching(before));
    ASSERT_EQ(moved.status, 200) << moved.http.body.toStdString();
    const QJsonObject after = only();
    EXPECT_EQ(after["start"_L1], later["start"_L1]);
    EXPECT_EQ(after["end"_L1], later["end"_L1]);
    EXPECT_EQ(after["title"_L1], u"Dentist"_s);
    EXPECT_EQ(after["uid"_L1], before["uid"_L1]);
    EXPECT_NE(after["etag"_L1], before["etag"_L1]);
    EXPECT_EQ(moved.json["etag"_L1], after["etag"_L1]) << "what is named next";

    EXPECT_EQ(move(id, later, matching(before)).status, 200) << "the first answer may have been lost";
    const QJsonObject other = time(u"2026-03-07T09:00:00-05:00"_s, u"2026-03-07T10:00:00-05:00"_s);
    expectProblem(move(id, other, matching(before)), 412);
    expectProblem(remove(id, matching(before)), 412);
    EXPECT_EQ(only()["start"_L1], later["start"_L1]);
    EXPECT_EQ(move(id, other, matching(after)).status, 200);
}

TEST_P(CalendarEvents, KeepsWholeDaysWhole)
{
    Event day = dentist();
    day.allDay = true;
    day.when = {at(u"2026-03-05T00:00"_s), at(u"2026-03-06T00:00"_s)};
    put(day);
    // The 8th has 23 hours, and the one who moves it says 24.
    const Answer moved =
        move(only()["id"_L1].toString(), time(u"2026-03-08T00:00:00-05:00"_s, u"2026-03-09T01:00:00-04:00"_s));
    ASSERT_EQ(moved.status, 200) << moved.http.body.toStdString();
    const QJsonObject event = only();
    EXPECT_TRUE(event["all_day"_L1].toBool());
    EXPECT_EQ(event["start"_L1], u"2026-03-08T00:00:00-05:00"_s);
    EXPECT_EQ(event["end"_L1], u"2026-03-09T00:00:00-04:00"_s);
}

TEST_P(CalendarEvents, BringsBackTheSameEvent)
{
    Event event = dentist();
    event.description = UntrustedText(u"Take the X-ray along.\nSecond floor"_s);
    event.location = UntrustedText(u"12 High Street"_s);
    event.attendees = {{UntrustedText(u"Ada"_s), u"ada@example.com"_s, {}}};
    event.transparency = Event::Transparency::Free;
    event.status = Event::Status::Tentative;
    event.zone = *Zone::find(u"Europe/Berlin"_s);
    event.sequence = 4;
    put(event);
    const QJsonObject before = only();
    const QString id = before["id"_L1].toString();
    const auto kept = await(m_world->engine().calendar().find(id, {})).value();
    ASSERT_TRUE(kept.has_value());
    expectProblem(restore(id), 404);
    const Answer removed = remove(id, matching(before));
    ASSERT_EQ(removed.status, 200) << removed.http.body.toStdString();
    EXPECT_EQ(removed.json["uid"_L1], before["uid"_L1]);
    EXPECT_TRUE(listed().isEmpty());
    expectProblem(remove(id), 404);
    expectProblem(move(id, time(u"2026-03-12T09:00:00-04:00"_s, u"2026-03-12T10:00:00-04:00"_s)), 404);

    for (int time = 0; time < 2; ++time) { // a repeat changes nothing
        const Answer restored = restore(id);
        ASSERT_EQ(restored.status, 200) << restored.http.body.toStdString();
        EXPECT_TRUE(restored.json["editable"_L1].toBool());
    }
    EXPECT_EQ(only()["id"_L1], id);
    const auto back = await(m_world->engine().calendar().find(id, {})).value();
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->uid, kept->uid);
    EXPECT_EQ(back->title, kept->title);
    EXPECT_EQ(back->description, kept->description);
    EXPECT_EQ(back->location, kept->location);
    EXPECT_EQ(back->attendees, kept->attendees);
    EXPECT_EQ(back->when, kept->when);
    EXPECT_EQ(back->zone, kept->zone);
    EXPECT_EQ(back->transparency, kept->transparency);
    EXPECT_EQ(back->status, kept->status);
    EXPECT_EQ(back->sequence, kept->sequence);
}

TEST_P(CalendarEvents, ChangesWhatAnotherProgramWrote)
{
    if (!putForeign({}))
        GTEST_SKIP() << "nobody else writes here";
    const QJsonObject before = only();
    EXPECT_TRUE(before["editable"_L1].toBool());
    const QString id = before["id"_L1].toString();
    const QJsonObject later = time(u"2026-03-11T09:00:00-04:00"_s, u"2026-03-11T10:00:00-04:00"_s);
    ASSERT_EQ(move(id, later, matching(before)).status, 200);
    ASSERT_EQ(remove(id).status, 200);
    EXPECT_TRUE(listed().isEmpty());
    ASSERT_EQ(restore(id).status, 200);
    const QJsonObject after = only();
    for (const QString &member : {u"uid"_s, u"id"_s, u"title"_s})
        EXPECT_EQ(after[member], before[member]);
    EXPECT_EQ(after["start"_L1], later["start"_L1]);
}

TEST_P(CalendarEvents, LeavesAloneWhatIsNotTheHosts)
{
    Event series = dentist();
    series.recurrenceRule = u"FREQ=DAILY;COUNT=1"_s;
    put(series);
    EXPECT_EQ(only()["fixed"_L1], u"series"_s);
    expectFixed(only(), u"series"_s);
    ASSERT_TRUE(await(m_world->engine().calendar().remove(series.id, {})));
    if (!putForeign(u"boss@example.com"_s))
        return;
    EXPECT_EQ(only()["fixed"_L1], u"organizer"_s);
    expectFixed(only(), u"organizer"_s);
}

TEST_P(CalendarEvents, LeavesMeetingsToTheirOwnCalls)
{
    const QJsonObject booked = m_world->book(u"Review"_s, u"2026-03-05T14:00:00-05:00"_s);
    const QJsonObject meeting = only();
    EXPECT_FALSE(meeting.contains("fixed"_L1));
    expectFixed(meeting, u"meeting"_s);
    EXPECT_EQ(only()["start"_L1], booked["start"_L1]);
}

INSTANTIATE_TEST_SUITE_P(Calendar, CalendarEvents, testing::Values("Local", "Radicale", "Google"),
                         [](const auto &info) { return info.param; });

TEST(CalendarEventsOnce, AreForHostsAndSayWhatIsWrong)
{
    ApiWorld world;
    ASSERT_TRUE(await(world.engine().calendar().insert(dentist(), {})));
    const QJsonObject good = time(u"2026-03-06T09:00:00-05:00"_s, u"2026-03-06T10:00:00-05:00"_s);
    expectProblem(world.send("PATCH", events + u"dentist01"_s, "{}"), 401);
    expectProblem(world.send("DELETE", events + u"dentist01"_s), 401);
    expectProblem(world.send("POST", events + u"dentist01/restore"_s, "{}"), 401);
    for (const QString &id : {u"nobody"_s, u"..%2Fdentist01"_s, QString(600, u'a'), u"%F0%9F%8D%B5"_s}) {
        expectProblem(world.hostSend("PATCH", events + id, good), 404);
        expectProblem(world.hostSend("DELETE", events + id, {}), 404);
        expectProblem(world.hostPost(events + id + u"/restore"_s, {}), 404);
    }
    const QList<QPair<QJsonObject, QString>> wrong{
        {{{u"start"_s, good["start"_L1]}}, u"end"_s},
        {time(u"soon"_s, u"2026-03-06T10:00:00-05:00"_s), u"start"_s},
        {time(u"2026-03-06T10:00:00-05:00"_s, u"2026-03-06T09:00:00-05:00"_s), u"end"_s},
        {time(u"2026-03-06T10:00:00-05:00"_s, u"2027-04-06T09:00:00-05:00"_s), u"end"_s}};
    for (const auto &[body, field] : wrong) {
        const Answer answer = world.hostSend("PATCH", events + u"dentist01"_s, body);
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), testing::ElementsAre(field));
    }
}

TEST(CalendarEventsOnce, AreKnownByTheirUidToBeAMeetings)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-05T14:00:00-05:00"_s);
    Event copy = dentist(); // another program has taken away what says so
    copy.uid = booked["uid"_L1].toString();
    ASSERT_TRUE(await(world.engine().calendar().insert(copy, {})));
    const Answer answer = world.hostSend("DELETE", events + copy.id, {});
    expectProblem(answer, 409);
    EXPECT_EQ(answer.text(u"reason"_s), u"meeting"_s);
}

TEST(CalendarEventsOnce, AreToldToWhoFollows)
{
    ApiWorld world;
    ASSERT_TRUE(await(world.engine().calendar().insert(dentist(), {})));
    EventFeed feed(world.engine());
    QList<QByteArray> told;
    QObject::connect(&feed, &EventFeed::happened, &feed,
                     [&told](const EventFeed::Item &item) { told.append(item.event + ' ' + item.data); });
    const QString path = events + u"dentist01"_s;
    ASSERT_EQ(
        world.hostSend("PATCH", path, time(u"2026-03-06T09:00:00-05:00"_s, u"2026-03-06T10:00:00-05:00"_s)).status,
        200);
    ASSERT_EQ(world.hostSend("DELETE", path, {}).status, 200);
    ASSERT_EQ(world.hostPost(path + u"/restore"_s, {}).status, 200);
    const QByteArray line = R"(calendar_changed {"id":"dentist01"})";
    EXPECT_TRUE(eventually([&] { return told == QList<QByteArray>{line, line, line}; }));
}

} // namespace ChatCal
