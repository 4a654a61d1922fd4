// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const QString availability = u"/api/v1/availability"_s;
const QString agenda = u"/api/v1/agenda"_s;
const QString quickBook = u"/api/v1/quick-book"_s;

QStringList startsOf(const Answer &answer, const QString &member = u"slots"_s)
{
    QStringList starts;
    const QJsonArray list = answer.json[member].toArray();
    for (const auto &slot : list)
        starts.append(slot["start"_L1].toString());
    return starts;
}

QStringList kindsOf(const Answer &answer)
{
    QStringList kinds;
    const QJsonArray spans = answer.json["spans"_L1].toArray();
    for (const auto &span : spans)
        kinds.append(span["kind"_L1].toString());
    return kinds;
}

} // namespace

TEST(Availability, ShowsGuestsFreeTimesAndNothingElse)
{
    ApiWorld world;
    (void)world.book(u"Secret plans"_s, u"2026-03-10T14:00:00-04:00"_s);
    const Answer answer = world.get(availability + u"?from=2026-03-10&to=2026-03-11&duration_minutes=60"_s);
    ASSERT_EQ(answer.status, 200) << answer.http.body.toStdString();
    EXPECT_EQ(answer.text(u"time_zone"_s), u"America/New_York"_s);
    EXPECT_EQ(answer.json["duration_minutes"_L1].toInt(), 60);
    const QStringList starts = startsOf(answer);
    EXPECT_THAT(starts, Contains(u"2026-03-10T09:00:00-04:00"_s));
    EXPECT_THAT(starts, Contains(u"2026-03-10T13:00:00-04:00"_s));
    EXPECT_THAT(starts, Not(Contains(u"2026-03-10T13:30:00-04:00"_s)));
    EXPECT_THAT(starts, Contains(u"2026-03-10T14:30:00-04:00"_s));
    EXPECT_THAT(starts, Not(Contains(u"2026-03-10T16:30:00-04:00"_s)));
    EXPECT_FALSE(answer.http.body.contains("Secret"));
    EXPECT_EQ(answer.json.keys(), (QStringList{u"duration_minutes"_s, u"slots"_s, u"time_zone"_s}));
}

TEST(Availability, BeginsNowAndLooksAWeekAhead)
{
    ApiWorld world;
    const QStringList starts = startsOf(world.get(availability));
    ASSERT_FALSE(starts.isEmpty());
    EXPECT_EQ(starts.first(), u"2026-03-04T09:30:00-05:00"_s); // some milliseconds past nine
    EXPECT_EQ(starts.last(), u"2026-03-11T09:30:00-04:00"_s); // summer time began on the 8th
}

TEST(Availability, SpeaksTheZoneAskedFor)
{
    ApiWorld world;
    const Answer answer = world.get(availability + u"?time_zone=Asia/Kolkata&from=2026-03-10&to=2026-03-11"_s);
    EXPECT_EQ(answer.text(u"time_zone"_s), u"Asia/Kolkata"_s);
    EXPECT_THAT(startsOf(answer), Contains(u"2026-03-10T18:30:00+05:30"_s)); // nine in New York
}

TEST(Availability, NamesAWrongParameter)
{
    ApiWorld world;
    const QList<QPair<QString, QString>> wrong{{u"from=soon"_s, u"from"_s},
                                               {u"to=soon"_s, u"to"_s},
                                               {u"from=2026-03-11&to=2026-03-10"_s, u"to"_s},
                                               {u"from=2026-03-10&to=2026-03-10"_s, u"to"_s},
                                               {u"to=2026-03-01"_s, u"to"_s},
                                               {u"from=2026-03-01&to=2026-05-03"_s, u"to"_s},
                                               {u"duration_minutes=4"_s, u"duration_minutes"_s},
                                               {u"duration_minutes=1441"_s, u"duration_minutes"_s},
                                               {u"duration_minutes=1e3"_s, u"duration_minutes"_s},
                                               {u"duration_minutes="_s, u"duration_minutes"_s},
                                               {u"time_zone=EST5EDT7"_s, u"time_zone"_s},
                                               {u"time_zone=../etc/passwd"_s, u"time_zone"_s}};
    for (const auto &[query, field] : wrong) {
        const Answer answer = world.get(availability + u'?' + query);
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), ElementsAre(field)) << qPrintable(query);
    }
    expectProblem(world.get(availability, ApiWorld::bearer("a-token-nobody-has")), 401);
}

TEST(Availability, TakesFarDaysWithoutTrouble)
{
    ApiWorld world;
    const Answer answer = world.get(availability + u"?from=9998-12-01&to=9998-12-31"_s);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(startsOf(answer).isEmpty());
}

TEST(Agenda, ShowsHostsWhatIsInTheCalendar)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-05T14:00:00-05:00"_s);
    const Answer answer = world.hostGet(agenda);
    ASSERT_EQ(answer.status, 200) << answer.http.body.toStdString();
    const QJsonArray events = answer.json["events"_L1].toArray();
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events[0]["title"_L1].toString(), u"Review"_s);
    EXPECT_EQ(events[0]["start"_L1], booked["start"_L1]);
    EXPECT_EQ(events[0]["end"_L1], booked["end"_L1]);
    EXPECT_FALSE(events[0]["all_day"_L1].toBool(true));
    EXPECT_EQ(events[0]["meeting_id"_L1], booked["id"_L1]);
    EXPECT_FALSE(events[0]["uid"_L1].toString().isEmpty());
    EXPECT_FALSE(events[0]["calendar"_L1].toString().isEmpty());
    EXPECT_TRUE(world.hostGet(agenda + u"?from=2026-03-06"_s).json["events"_L1].toArray().isEmpty());
    expectProblem(world.get(agenda), 401);
}

TEST(Agenda, TellsOfAMeetingWhatItsChangeNeeds)
{
    ApiWorld world;
    const QJsonObject wish{
        {u"title"_s, u"Review"_s},
        {u"start"_s, u"2026-03-05T14:00:00-05:00"_s},
        {u"duration_minutes"_s, 30},
        {u"description"_s, u"Bring the draft"_s},
        {u"attendees"_s,
         QJsonArray{
             QJsonObject{{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s}, {u"phone"_s, u"+15551234567"_s}}}}};
    const Answer booked = world.hostPost(u"/api/v1/meetings"_s, wish);
    ASSERT_EQ(booked.status, 201) << booked.http.body.toStdString();
    const QString path = u"/api/v1/meetings/"_s + booked.text(u"uid"_s);
    ASSERT_EQ(world.hostSend("PATCH", path, {{u"start"_s, u"2026-03-05T15:00:00-05:00"_s}}).status, 200);

    const QJsonValue event = world.hostGet(agenda).json["events"_L1][0];
    EXPECT_EQ(event["uid"_L1], booked.json["uid"_L1]);
    EXPECT_EQ(event["sequence"_L1], 1);
    EXPECT_EQ(event["status"_L1], u"confirmed"_s);
    EXPECT_EQ(event["description"_L1], u"Bring the draft"_s);
    EXPECT_EQ(event["attendees"_L1], booked.json["attendees"_L1]) << "the phone too, which no calendar keeps";
    EXPECT_EQ(event["conference_url"_L1], booked.json["conference_url"_L1]);
    EXPECT_EQ(world.hostSend("DELETE", path, {}, {{"If-Match", "\"1\""}}).status, 200);
}

TEST(Agenda, TellsOfAPlainEventWhatTheCalendarKnows)
{
    ApiWorld world;
    Event event;
    event.id = u"0123456789abcdefghij012345"_s;
    event.uid = u"dentist@elsewhere"_s;
    event.title = UntrustedText(u"Dentist"_s);
    event.when = {*fromRfc3339(u"2026-03-05T14:00:00-05:00"_s), *fromRfc3339(u"2026-03-05T15:00:00-05:00"_s)};
    event.zone = *Zone::find(u"America/New_York"_s);
    event.status = Event::Status::Tentative;
    event.conferenceUrl = u"https://meet.example/42"_s;
    event.attendees = {{UntrustedText(u"Kim"_s), u"kim@example.com"_s, {}}};
    event.sequence = 3;
    ASSERT_TRUE(await(world.engine().calendar().insert(event, {})));

    const QJsonValue told = world.hostGet(agenda).json["events"_L1][0];
    EXPECT_EQ(told["status"_L1], u"tentative"_s);
    EXPECT_EQ(told["sequence"_L1], 3);
    EXPECT_EQ(told["conference_url"_L1], u"https://meet.example/42"_s);
    EXPECT_EQ(told["attendees"_L1][0]["email"_L1], u"kim@example.com"_s);
    EXPECT_TRUE(told["meeting_id"_L1].isUndefined());
}

TEST(Agenda, ForgetsACancelledMeeting)
{
    ApiWorld world;
    const QJsonObject booked = world.book(u"Review"_s, u"2026-03-05T14:00:00-05:00"_s);
    (void)world.hostSend("DELETE", u"/api/v1/meetings/"_s + booked["uid"_L1].toString(), {});
    EXPECT_TRUE(world.hostGet(agenda).json["events"_L1].toArray().isEmpty());
}

TEST(Agenda, NamesAWrongParameter)
{
    ApiWorld world;
    const QList<QPair<QString, QString>> wrong{{u"from=x"_s, u"from"_s},
                                               {u"to=x"_s, u"to"_s},
                                               {u"from=2026-03-10&to=2026-03-09"_s, u"to"_s},
                                               {u"from=2026-01-01&to=2027-12-31"_s, u"to"_s}};
    for (const auto &[query, field] : wrong) {
        const Answer answer = world.hostGet(agenda + u'?' + query);
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), ElementsAre(field)) << qPrintable(query);
    }
}

TEST(QuickBook, ShowsWhatItUnderstoodAndBooksNothing)
{
    ApiWorld world;
    const QString text = u"Lunch with Ada tomorrow 12:30 for 45 min"_s;
    const Answer answer = world.hostPost(quickBook, {{u"text"_s, text}});
    ASSERT_EQ(answer.status, 200) << answer.http.body.toStdString();
    const QJsonObject draft = answer.json["draft"_L1].toObject();
    EXPECT_EQ(draft["start"_L1].toString(), u"2026-03-05T12:30:00-05:00"_s);
    EXPECT_EQ(draft["end"_L1].toString(), u"2026-03-05T13:15:00-05:00"_s);
    EXPECT_EQ(draft["duration_minutes"_L1].toInt(), 45);
    EXPECT_EQ(draft["attendees"_L1][0]["name"_L1].toString(), u"Ada"_s);
    EXPECT_THAT(kindsOf(answer), testing::IsSupersetOf({u"date"_s, u"time"_s, u"duration"_s, u"attendee"_s}));
    const QJsonArray spans = answer.json["spans"_L1].toArray();
    for (const auto &span : spans) {
        EXPECT_LE(0, span["from"_L1].toInt());
        EXPECT_LT(span["from"_L1].toInt(), span["to"_L1].toInt());
        EXPECT_LE(span["to"_L1].toInt(), text.size());
    }
    const QJsonArray hours = answer.json["working_hours"_L1].toArray();
    ASSERT_EQ(hours.size(), 1);
    EXPECT_EQ(hours[0]["start"_L1].toString(), u"2026-03-05T09:00:00-05:00"_s);
    EXPECT_EQ(hours[0]["end"_L1].toString(), u"2026-03-05T17:00:00-05:00"_s);
    EXPECT_TRUE(world.hostGet(u"/api/v1/meetings"_s).json["meetings"_L1].toArray().isEmpty());
    expectProblem(world.post(quickBook, {{u"text"_s, text}}), 401);
}

TEST(QuickBook, TitlesInTheLanguageOfTheText)
{
    ApiWorld world;
    const QList<std::pair<QString, QString>> texts{
        {u"with Ada and Kim tomorrow at 14:00"_s, u"Meeting with Ada and Kim"_s},
        {u"Termin mit Ada und Kim morgen um 14 Uhr"_s, u"Termin mit Ada und Kim"_s},
        {u"Anruf mit Ada morgen um 14 Uhr"_s, u"Anruf mit Ada"_s},
        {u"Rendez-vous avec Ada demain à 14 h"_s, u"Rendez-vous avec Ada"_s},
        {u"Reunión con Ada mañana a las 14:00"_s, u"Reunión con Ada"_s}};
    for (const auto &[text, title] : texts) {
        const Answer answer = world.hostPost(quickBook, {{u"text"_s, text}});
        EXPECT_EQ(answer.json["draft"_L1]["title"_L1].toString(), title) << qPrintable(text);
    }
}

TEST(QuickBook, ShowsConflictsBeforeOneCommits)
{
    ApiWorld world;
    (void)world.book(u"Standup"_s, u"2026-03-05T12:30:00-05:00"_s);
    const Answer preview = world.hostPost(quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30"_s}});
    EXPECT_EQ(preview.json["conflicts"_L1][0]["title"_L1].toString(), u"Standup"_s);
    EXPECT_FALSE(preview.json["alternatives"_L1].toArray().isEmpty());
    const Answer refused =
        world.hostPost(quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30"_s}, {u"commit"_s, true}});
    expectProblem(refused, 409);
    EXPECT_FALSE(refused.json["alternatives"_L1].toArray().isEmpty());
}

TEST(QuickBook, BooksWhenToldTo)
{
    ApiWorld world;
    const Answer answer =
        world.hostPost(quickBook, {{u"text"_s, u"Lunch with Ada tomorrow 12:30 for 45 min"_s}, {u"commit"_s, true}});
    ASSERT_EQ(answer.status, 201) << answer.http.body.toStdString();
    EXPECT_EQ(answer.text(u"id"_s), u"0305-1230-45m"_s);
    EXPECT_EQ(answer.text(u"status"_s), u"confirmed"_s);
}

TEST(QuickBook, CountsFromWhenTheLineWasTyped)
{
    ApiWorld world;
    const auto typed = [&world](const QString &when, const QByteArray &key) {
        return world.hostPost(
            quickBook,
            {{u"text"_s, u"Lunch the day after tomorrow 12:30"_s}, {u"commit"_s, true}, {u"typed_at"_s, when}},
            {{"Idempotency-Key", key}});
    };
    const Answer late = typed(u"2026-03-03T23:50:00-05:00"_s, "one");
    ASSERT_EQ(late.status, 201) << late.http.body.toStdString();
    EXPECT_EQ(late.text(u"start"_s), u"2026-03-05T12:30:00-05:00"_s);
    EXPECT_EQ(typed(u"2026-03-04T00:10:00-05:00"_s, "one").text(u"uid"_s), late.text(u"uid"_s)) << "a repeat";
    for (const QString &when : {u"2026-02-20T12:00:00-05:00"_s, u"2026-03-05T12:00:00-05:00"_s, u"yesterday"_s})
        EXPECT_THAT(typed(when, "two").wrongFields(), ElementsAre(u"typed_at"_s)) << qPrintable(when);
}

TEST(QuickBook, TakesLiteralStretchesForTitle)
{
    ApiWorld world;
    const QJsonArray friday{QJsonObject{{u"from"_s, 6}, {u"to"_s, 12}}};
    QJsonObject body{{u"text"_s, u"Lunch Friday tomorrow 12:30"_s}, {u"literal"_s, friday}};
    EXPECT_EQ(world.hostPost(quickBook, body).json["draft"_L1]["title"_L1].toString(), u"Lunch Friday"_s);
    body.insert(u"commit"_s, true);
    const Answer booked = world.hostPost(quickBook, body);
    ASSERT_EQ(booked.status, 201) << booked.http.body.toStdString();
    EXPECT_EQ(booked.text(u"title"_s), u"Lunch Friday"_s);
    EXPECT_EQ(booked.text(u"id"_s), u"0305-1230-30m"_s);

    const QJsonArray outside{QJsonObject{{u"from"_s, 6}, {u"to"_s, 99}}};
    EXPECT_THAT(world.hostPost(quickBook, {{u"text"_s, u"Lunch at noon"_s}, {u"literal"_s, outside}}).wrongFields(),
                ElementsAre(u"literal[0].to"_s));
}

TEST(QuickBook, AsksForWhatIsMissing)
{
    ApiWorld world;
    const Answer preview = world.hostPost(quickBook, {{u"text"_s, u"Lunch with Ada tomorrow"_s}});
    EXPECT_TRUE(preview.json["draft"_L1]["start"_L1].isNull());
    EXPECT_EQ(preview.json["draft"_L1]["day"_L1].toString(), u"2026-03-05"_s);
    EXPECT_FALSE(startsOf(preview, u"alternatives"_s).isEmpty());
    const QList<QJsonObject> wrong{{},
                                   {{u"text"_s, u" "_s}},
                                   {{u"text"_s, 5}},
                                   {{u"text"_s, QString(1001, u'x')}},
                                   {{u"text"_s, u"Lunch"_s}, {u"commit"_s, true}},
                                   {{u"text"_s, u"Lunch tomorrow"_s}, {u"commit"_s, true}}};
    for (const QJsonObject &body : wrong) {
        const Answer answer = world.hostPost(quickBook, body);
        expectProblem(answer, 422);
        EXPECT_THAT(answer.wrongFields(), ElementsAre(u"text"_s));
    }
    EXPECT_THAT(world.hostPost(quickBook, {{u"text"_s, u"Lunch"_s}, {u"commit"_s, u"yes"_s}}).wrongFields(),
                ElementsAre(u"commit"_s));
    expectProblem(world.send("POST", quickBook, "[]", ApiWorld::asOwner()), 400);
}

} // namespace ChatCal
