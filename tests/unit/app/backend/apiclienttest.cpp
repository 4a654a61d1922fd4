// SPDX-License-Identifier: Apache-2.0
#include "app/backend/apiclient.h"
#include "app/look/language.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(const QString &text)
{
    return *fromRfc3339(text);
}

class ApiClientTest : public testing::Test
{
protected:
    ApiClientTest() { client.setServer(api.url(), api.token()); }

    FakeApi api;
    ApiClient client;
    const Interval day{at(u"2026-03-10T00:00:00Z"_s), at(u"2026-03-11T00:00:00Z"_s)};
};

} // namespace

TEST_F(ApiClientTest, AsksInTheInterfacesLanguage)
{
    QByteArray asked;
    api.before = [&asked](const ServerRequest &request) {
        asked = request.headers.value("Accept-Language");
        return ServerResponse::json(
            {{u"title"_s, u"Einige Felder sind nicht gültig"_s},
             {u"errors"_s,
              QJsonArray{QJsonObject{{u"field"_s, u"working_hours"_s}, {u"message"_s, u"darf nicht leer sein"_s}}}}},
            422);
    };
    applyLanguage(u"de"_s);
    const auto refused = await(client.changeSettings({}));
    applyLanguage(u"en"_s);
    EXPECT_TRUE(asked.startsWith("de")) << asked.toStdString();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.value(0).message.text(), u"darf nicht leer sein"_s);
    const auto again = await(client.changeSettings({}));
    EXPECT_TRUE(asked.startsWith("en")) << asked.toStdString();
}

TEST_F(ApiClientTest, ReadsAllAnEntryOfTheAgendaTells)
{
    const QJsonObject attendee{
        {u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s}, {u"phone"_s, u"+15551234567"_s}};
    api.agenda = {{u"time_zone"_s, u"Europe/Paris"_s},
                  {u"events"_s,
                   QJsonArray{QJsonObject{{u"uid"_s, u"1@x"_s},
                                          {u"title"_s, u"Review"_s},
                                          {u"start"_s, u"2026-03-10T14:00:00+01:00"_s},
                                          {u"end"_s, u"2026-03-10T14:30:00+01:00"_s},
                                          {u"all_day"_s, false},
                                          {u"location"_s, u"Room 4"_s},
                                          {u"description"_s, u"The draft"_s},
                                          {u"calendar"_s, u"local"_s},
                                          {u"meeting_id"_s, u"0310-1400-30m"_s},
                                          {u"conference_url"_s, u"https://meet.example/1"_s},
                                          {u"attendees"_s, QJsonArray{attendee}},
                                          {u"status"_s, u"tentative"_s},
                                          {u"sequence"_s, 4}},
                              QJsonObject{{u"uid"_s, u"broken"_s}, {u"start"_s, u"soon"_s}}}}};
    const auto agenda = await(client.agenda(day));
    ASSERT_TRUE(agenda) << qPrintable(agenda.error().detail);
    EXPECT_EQ(agenda->zone.name(), u"Europe/Paris"_s);
    ASSERT_EQ(agenda->items.size(), 1);
    const AgendaItem &item = agenda->items.first();
    EXPECT_EQ(item.title, u"Review"_s);
    EXPECT_EQ(item.conferenceUrl, u"https://meet.example/1"_s);
    EXPECT_EQ(item.description, u"The draft"_s);
    EXPECT_EQ(item.status, AgendaItem::Status::Tentative);
    EXPECT_EQ(item.sequence, 4);
    ASSERT_EQ(item.attendees.size(), 1);
    EXPECT_EQ(item.attendees.first(), (AgendaItem::Attendee{u"Ada"_s, u"ada@example.com"_s, u"+15551234567"_s}));
    // What is kept for offline reading is the same again.
    EXPECT_EQ(agendaFromJson(toJson(*agenda)).items, agenda->items);
}

TEST_F(ApiClientTest, ReadsOneMeeting)
{
    QJsonObject meeting = api.addMeeting(u"a b@x"_s, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
    meeting.insert(u"how"_s, u"phone"_s);
    meeting.insert(u"created_at"_s, u"2026-03-01T09:00:00Z"_s);
    meeting.insert(u"status"_s, u"cancelled"_s);
    api.meetings.insert(u"a b@x"_s, meeting);
    const auto found = await(client.meeting(u"a b@x"_s));
    ASSERT_TRUE(found) << qPrintable(found.error().detail);
    EXPECT_EQ(found->item.uid, u"a b@x"_s);
    EXPECT_EQ(found->item.meetingId, u"id-a b@x"_s);
    EXPECT_EQ(found->item.status, AgendaItem::Status::Cancelled);
    EXPECT_EQ(found->how, u"phone"_s);
    EXPECT_EQ(found->createdAt, at(u"2026-03-01T09:00:00Z"_s));
    const auto missing = await(client.meeting(u"other"_s));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

TEST_F(ApiClientTest, ChangesOnlyTheMeetingItNames)
{
    api.addMeeting(u"1"_s, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
    const Interval later{at(u"2026-03-10T15:00:00Z"_s), at(u"2026-03-10T16:00:00Z"_s)};
    const auto moved = await(client.moveMeeting(u"1"_s, later, 0));
    ASSERT_TRUE(moved) << qPrintable(moved.error().detail);
    EXPECT_EQ(moved->when, later);
    const auto stale = await(client.cancelMeeting(u"1"_s, 0));
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(await(client.cancelMeeting(u"1"_s, 1)));
    EXPECT_THAT(api.done, testing::ElementsAre(u"move 1"_s, u"cancel 1"_s));
}

TEST_F(ApiClientTest, AsksForFreeTimes)
{
    api.availability = {
        {u"slots"_s,
         QJsonArray{QJsonObject{{u"start"_s, u"2026-03-10T09:00:00Z"_s}, {u"end"_s, u"2026-03-10T09:45:00Z"_s}}}}};
    QString asked;
    api.before = [&asked](const ServerRequest &request) {
        asked = request.query.value(u"duration_minutes").value_or(QString());
        return std::optional<ServerResponse>();
    };
    const auto free = await(client.availability(day, 45min));
    ASSERT_TRUE(free) << qPrintable(free.error().detail);
    EXPECT_EQ(asked, u"45"_s);
    EXPECT_THAT(*free, testing::ElementsAre(Interval{at(u"2026-03-10T09:00:00Z"_s), at(u"2026-03-10T09:45:00Z"_s)}));
}

TEST_F(ApiClientTest, ReadsAndChangesTheSettings)
{
    api.settings = {{u"host_name"_s, u"Grace"_s}};
    const auto before = await(client.settings());
    ASSERT_TRUE(before);
    EXPECT_EQ(before->value("host_name"_L1).toString(), u"Grace"_s);
    const auto after = await(client.changeSettings({{u"host_name"_s, u"Ada"_s}}));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->value("host_name"_L1).toString(), u"Ada"_s);
}
