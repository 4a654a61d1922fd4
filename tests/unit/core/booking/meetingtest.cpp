// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meeting.h"

#include "core/booking/intent.h"
#include "core/time/words.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {
namespace {

Meeting example()
{
    Meeting meeting;
    meeting.id = u"0310-1400-30m"_s;
    meeting.uid = u"1b4e28ba-2fa1-41d2-883f-0016d3cca427@chatcal"_s;
    meeting.hostId = u"owner"_s;
    meeting.title = UntrustedText(u"Über <b>uns</b>"_s);
    meeting.description = UntrustedText(u"two\nlines"_s);
    meeting.location = UntrustedText(u"Room 4"_s);
    const Instant start = *fromRfc3339(u"2026-03-10T18:00:00Z"_s);
    meeting.when = {start, start + 30min};
    meeting.zone = *Zone::find(u"America/New_York"_s);
    meeting.guestZone = *Zone::find(u"Europe/Paris"_s);
    meeting.status = MeetingStatus::Confirmed;
    meeting.how = MeetingHow::Phone;
    meeting.meetingType = u"intro"_s;
    meeting.attendees = {{UntrustedText(u"Ada"_s), u"ada@example.com"_s, u"+1 555 0100"_s}};
    meeting.conferenceUrl = u"https://meet.example/x"_s;
    meeting.bookedBy = u"abc"_s;
    meeting.sequence = 3;
    meeting.createdAt = start - 24h;
    meeting.updatedAt = start - 1h;
    return meeting;
}

TEST(Meeting, IsWrittenAsTheApiFixesIt)
{
    const QJsonObject json = toJson(example());
    EXPECT_EQ(json["start"_L1].toString(), u"2026-03-10T14:00:00-04:00"_s);
    EXPECT_EQ(json["end"_L1].toString(), u"2026-03-10T14:30:00-04:00"_s);
    EXPECT_EQ(json["duration_minutes"_L1].toInt(), 30);
    EXPECT_EQ(json["time_zone"_L1].toString(), u"America/New_York"_s);
    EXPECT_EQ(json["status"_L1].toString(), u"confirmed"_s);
    EXPECT_EQ(json["host"_L1].toString(), u"owner"_s);
    EXPECT_EQ(json["sequence"_L1].toInt(), 3);
    EXPECT_EQ(json["attendees"_L1].toArray().first().toObject()["email"_L1].toString(), u"ada@example.com"_s);
    for (const auto *name : {"id", "uid", "title", "description", "meeting_type", "location", "conference_url",
                             "created_at", "updated_at"})
        EXPECT_TRUE(json.contains(QLatin1StringView(name))) << name;
    EXPECT_FALSE(json.contains("booked_by"_L1)) << "the session's fingerprint stays inside";
}

TEST(Meeting, ComesBackFromTheStoreAsItWas)
{
    const Meeting meeting = example();
    const auto back = meetingFromStored(toStored(meeting), 7);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->version, 7);
    EXPECT_EQ(toStored(*back), toStored(meeting));
    EXPECT_EQ(back->when, meeting.when);
    EXPECT_EQ(back->attendees, meeting.attendees);
    EXPECT_EQ(back->guestZone.name(), u"Europe/Paris"_s);
}

TEST(Meeting, IsNotReadFromADocumentThatIsNone)
{
    EXPECT_FALSE(meetingFromStored("", 1));
    EXPECT_FALSE(meetingFromStored("{}", 1));
    QByteArray body = toStored(example());
    body.replace("America/New_York", "America/Nowhere");
    EXPECT_FALSE(meetingFromStored(body, 1));
}

TEST(Meeting, HasAnEventIdACalendarTakes)
{
    const Meeting meeting = example();
    static const QRegularExpression pattern(u"\\A[a-v0-9]{5,100}\\z"_s);
    EXPECT_TRUE(pattern.match(meeting.eventId()).hasMatch()) << meeting.eventId().toStdString();
    EXPECT_EQ(meeting.eventId(), example().eventId());
    Meeting other = example();
    other.uid += u'x';
    EXPECT_NE(other.eventId(), meeting.eventId());
}

TEST(Intent, ComesBackFromTheStoreAsItWas)
{
    for (const auto kind : {Intent::Kind::Book, Intent::Kind::Change, Intent::Kind::Cancel}) {
        const Intent intent{kind, example(), u"once:1"_s, true, kind == Intent::Kind::Change};
        const auto back = intentFromStored(toStored(intent));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->kind, kind);
        EXPECT_EQ(toStored(back->target), toStored(intent.target));
        EXPECT_EQ(back->onceKey, intent.onceKey);
        EXPECT_EQ(back->reservedId, intent.reservedId);
        EXPECT_EQ(back->abandoned, intent.abandoned);
    }
    EXPECT_FALSE(intentFromStored("{\"kind\":\"book\"}"));
}

} // namespace
} // namespace ChatCal
