// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString exportPath = u"/api/v1/export"_s;
const QString importPath = u"/api/v1/import"_s;

QString calendarWith(const QString &events)
{
    return u"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n"_s + events + u"END:VCALENDAR\r\n"_s;
}

QString event(const QString &uid, const QString &lines)
{
    return u"BEGIN:VEVENT\r\nUID:%1\r\nDTSTAMP:20260301T000000Z\r\n%2END:VEVENT\r\n"_s.arg(uid, lines);
}

QString weekly()
{
    return event(u"weekly@x"_s,
                 u"DTSTART:20260309T140000Z\r\nDTEND:20260309T150000Z\r\nRRULE:FREQ=WEEKLY\r\n"
                 "SUMMARY:Team\r\n"_s)
        + event(u"weekly@x"_s,
                u"RECURRENCE-ID:20260316T140000Z\r\nDTSTART:20260317T140000Z\r\nDTEND:20260317T150000Z\r\n"
                "SUMMARY:Team\\, moved\r\n"_s);
}

QString once()
{
    return event(u"once@x"_s, u"DTSTART:20260310T140000Z\r\nDTEND:20260310T150000Z\r\nSUMMARY:Dentist\r\n"_s);
}

} // namespace

TEST(OwnData, ComesOutWhole)
{
    ApiWorld world;
    const QJsonObject meeting = world.book(u"Tea"_s, u"2026-03-10T15:00:00-04:00"_s);
    const Answer answer = world.hostGet(exportPath);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.text(u"format"_s), u"chatcal-export"_s);
    ASSERT_EQ(answer.json["meetings"_L1].toArray().size(), 1);
    EXPECT_EQ(answer.json["meetings"_L1][0]["uid"_L1], meeting["uid"_L1]);
    EXPECT_TRUE(answer.json["settings"_L1].isObject());
    const QString ics = answer.json["calendar"_L1]["ics"_L1].toString();
    EXPECT_TRUE(ics.contains(u"SUMMARY:Tea"_s)) << ics.toStdString();
    EXPECT_FALSE(answer.http.body.contains(ApiWorld::ownerToken));
}

TEST(OwnData, ComesInOnceAndGoesOutAgain)
{
    ApiWorld world;
    const QString ics = calendarWith(weekly() + once());
    const Answer preview = world.hostPost(importPath, {{u"ics"_s, ics}});
    EXPECT_EQ(preview.status, 200);
    EXPECT_EQ(preview.json["new"_L1].toInt(), 3) << preview.http.body.toStdString();
    EXPECT_TRUE(preview.json["added"_L1].toArray().isEmpty());
    const QString week = u"/api/v1/agenda?from=2026-03-09&to=2026-03-24"_s;
    EXPECT_TRUE(world.hostGet(week).json["events"_L1].toArray().isEmpty()) << "a preview changes nothing";

    const Answer first = world.hostPost(importPath, {{u"ics"_s, ics}, {u"commit"_s, true}});
    EXPECT_EQ(first.json["added"_L1].toArray().size(), 3);
    // The 9th, the moved one on the 17th, the 23rd, and the dentist.
    EXPECT_EQ(world.hostGet(week).json["events"_L1].toArray().size(), 4);
    const Answer again = world.hostPost(importPath, {{u"ics"_s, ics}, {u"commit"_s, true}});
    EXPECT_EQ(again.json["known"_L1].toInt(), 3);
    EXPECT_TRUE(again.json["added"_L1].toArray().isEmpty());

    const Answer undone = world.hostPost(importPath + u"/undo"_s, {{u"ids"_s, first.json["added"_L1]}});
    EXPECT_EQ(undone.json["removed"_L1].toInt(), 3);
    EXPECT_TRUE(world.hostGet(week).json["events"_L1].toArray().isEmpty());
}

TEST(OwnData, LeavesOwnMeetingsAlone)
{
    ApiWorld world;
    (void)world.book(u"Tea"_s, u"2026-03-10T15:00:00-04:00"_s);
    const QString ics = world.hostGet(exportPath).json["calendar"_L1]["ics"_L1].toString();
    const Answer again = world.hostPost(importPath, {{u"ics"_s, ics}, {u"commit"_s, true}});
    EXPECT_EQ(again.json["known"_L1].toInt(), 1);
    const auto event = world.hostGet(u"/api/v1/agenda?from=2026-03-10&to=2026-03-11"_s).json["events"_L1][0].toObject();
    const Answer undone = world.hostPost(importPath + u"/undo"_s, {{u"ids"_s, QJsonArray{event["uid"_L1]}}});
    EXPECT_EQ(undone.json["removed"_L1].toInt(), 0) << "undo takes out what came in, and nothing else";
}

TEST(OwnData, LetsTheHostChangeWhatCameInUnlessItIsSomebodyElses)
{
    const QString times = u"DTSTART:20260310T140000Z\r\nDTEND:20260310T150000Z\r\nORGANIZER:mailto:"_s;
    const auto fixed = [&times](const QString &host, const QString &organizer) {
        ApiWorld world([&host](Settings &settings) { settings.hostEmail = host; });
        const QString ics = calendarWith(event(u"once@x"_s, times + organizer + u"\r\n"_s));
        EXPECT_EQ(world.hostPost(importPath, {{u"ics"_s, ics}, {u"commit"_s, true}}).json["new"_L1].toInt(), 1);
        const auto event = world.hostGet(u"/api/v1/agenda?from=2026-03-10&to=2026-03-11"_s).json["events"_L1][0];
        EXPECT_EQ(event["editable"_L1].toBool(), event["fixed"_L1].isUndefined());
        return event["fixed"_L1].toString();
    };
    EXPECT_EQ(fixed(u"grace@example.org"_s, u"grace@example.org"_s), QString());
    EXPECT_EQ(fixed(u"grace@example.org"_s, u"boss@example.org"_s), u"organizer"_s);
    EXPECT_EQ(fixed({}, u"boss@example.org"_s), QString()) << "nobody knows who the host is";
}

TEST(OwnData, RefusesWhatIsNoCalendar)
{
    ApiWorld world;
    expectProblem(world.hostPost(importPath, {{u"ics"_s, u"hello"_s}}), 422);
}

TEST(OwnData, IsForAdmins)
{
    ApiWorld world;
    const HttpHeaders teammate = world.asTeammate();
    expectProblem(world.get(exportPath), 401);
    expectProblem(world.get(exportPath, teammate), 403);
    expectProblem(world.post(importPath, {}, teammate), 403);
    expectProblem(world.post(importPath + u"/undo"_s, {}, teammate), 403);
}

} // namespace ChatCal
