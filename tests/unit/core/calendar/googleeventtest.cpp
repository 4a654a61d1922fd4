// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googleevent.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

namespace {

Zone berlin()
{
    return *Zone::find(u"Europe/Berlin"_s);
}

Result<GoogleEvents::Read> read(const QByteArray &json)
{
    return GoogleEvents::fromGoogle(*parseJsonObject(json), berlin());
}

} // namespace

TEST(GoogleEvent, ReadsAnEventAsTheReferenceShowsIt)
{
    const auto event = read(R"({"kind":"calendar#event","etag":"\"3181161784712000\"","id":"4eahs9ghkhrvkld72hogu9ph3e",
        "status":"confirmed","summary":"Review","location":"Room 1","iCalUID":"4eahs9ghkhrvkld72hogu9ph3e@google.com",
        "start":{"dateTime":"2026-03-05T09:00:00-05:00","timeZone":"America/New_York"},
        "end":{"dateTime":"2026-03-05T10:00:00-05:00","timeZone":"America/New_York"},"sequence":2,
        "attendees":[{"email":"ada@example.com","displayName":"Ada","responseStatus":"accepted"},
                     {"email":"grace@example.com","self":true,"organizer":true,"responseStatus":"accepted"}],
        "hangoutLink":"https://meet.google.com/abc","reminders":{"useDefault":true},"eventType":"default"})");
    ASSERT_TRUE(event.has_value());
    EXPECT_EQ(event->event.etag, u"\"3181161784712000\""_s);
    EXPECT_EQ(event->event.zone.name(), u"America/New_York"_s);
    EXPECT_EQ(event->event.when.length(), 60min);
    EXPECT_EQ(event->event.sequence, 2);
    EXPECT_EQ(event->event.uid, u"4eahs9ghkhrvkld72hogu9ph3e@google.com"_s);
    EXPECT_EQ(event->event.conferenceUrl, u"https://meet.google.com/abc"_s);
    ASSERT_EQ(event->event.attendees.size(), 1); // the host is not among them
    EXPECT_EQ(event->event.transparency, Event::Transparency::Busy);
    EXPECT_FALSE(event->isOccurrence());
}

TEST(GoogleEvent, TellsWhoseItIsAndWhetherItRecurs)
{
    const auto with = [](const QByteArray &members) {
        return read(R"({"id":"tea01","start":{"dateTime":"2026-03-05T09:00:00Z"},"end":{"dateTime":)"
                    R"("2026-03-05T10:00:00Z"})"
                    + members + '}')
            ->event;
    };
    EXPECT_FALSE(with({}).isOthers);
    EXPECT_FALSE(with(R"(,"organizer":{"email":"grace@example.com","self":true})").isOthers);
    EXPECT_TRUE(with(R"(,"organizer":{"email":"ada@example.com"})").isOthers);
    EXPECT_TRUE(with(R"(,"organizer":{"email":"grace@example.com","self":true},"locked":true)").isOthers);
    EXPECT_FALSE(with({}).isOneOfMany);
    EXPECT_TRUE(with(R"(,"recurringEventId":"series")").isOneOfMany);
    EXPECT_TRUE(with(R"(,"recurrence":["RDATE:20260306T090000Z"])").isOneOfMany);
}

TEST(GoogleEvent, ReadsTheExceptionsOfASeriesInEveryForm)
{
    const auto event =
        read(R"({"id":"series","start":{"dateTime":"2026-03-02T09:00:00+01:00","timeZone":"Europe/Berlin"},
        "end":{"dateTime":"2026-03-02T09:30:00+01:00","timeZone":"Europe/Berlin"},
        "recurrence":["EXDATE;TZID=America/New_York:20260303T030000,20260304T030000","RRULE:FREQ=DAILY",
                      "EXDATE:20260305T080000Z","EXDATE;VALUE=DATE:20260306","EXDATE:nonsense"]})");
    ASSERT_TRUE(event.has_value());
    EXPECT_EQ(event->event.recurrenceRule, u"FREQ=DAILY"_s);
    const auto at = [](const QString &local) { return berlin().toInstant(*fromIsoLocal(local)); };
    EXPECT_THAT(event->event.exceptions,
                ElementsAre(at(u"2026-03-03T09:00"_s), at(u"2026-03-04T09:00"_s), at(u"2026-03-05T09:00"_s),
                            at(u"2026-03-06T00:00"_s)));
}

TEST(GoogleEvent, ReadsADeletedOccurrenceThatIsLittleMoreThanIds)
{
    const auto event = read(R"({"id":"series_20260303T080000Z","status":"cancelled","recurringEventId":"series",
        "originalStartTime":{"dateTime":"2026-03-03T09:00:00+01:00"}})");
    ASSERT_TRUE(event.has_value());
    EXPECT_TRUE(event->isDeleted);
    EXPECT_TRUE(event->isOccurrence());
    EXPECT_EQ(event->event.id, u"series"_s);
    ASSERT_TRUE(event->originalStart.has_value());
}

TEST(GoogleEvent, RefusesWhatIsNoEvent)
{
    for (const QByteArray &json :
         {QByteArray(R"({})"), QByteArray(R"({"id":7})"), QByteArray(R"({"id":"abcde"})"),
          QByteArray(R"({"id":"abcde","start":{"dateTime":"soon"},"end":{"date":"2026-03-05"}})"),
          QByteArray(R"({"id":"abcde","start":{"date":"2026-03-06"},"end":{"date":"2026-03-05"}})"),
          QByteArray(R"({"id":"abcde","start":[],"end":"x"})")})
        EXPECT_FALSE(read(json).has_value()) << json.toStdString();
}

TEST(GoogleEvent, TakesAZoneItDoesNotKnowForTheCalendars)
{
    const auto event = read(R"({"id":"abcde","start":{"dateTime":"2026-03-02T09:00:00+01:00","timeZone":"Mars/Phobos"},
        "end":{"dateTime":"2026-03-02T09:30:00+01:00","timeZone":"Mars/Phobos"}})");
    ASSERT_TRUE(event.has_value());
    EXPECT_EQ(event->event.zone, berlin());
}

TEST(GoogleEvent, NamesWhatAPatchTakesAway)
{
    Event event;
    event.id = u"tea01"_s;
    event.uid = u"tea01@google.com"_s;
    event.zone = berlin();
    event.when.end = event.when.start + 30min;
    const QJsonObject current{{u"recurrence"_s, QJsonArray{u"RRULE:FREQ=DAILY"_s}}};
    const QJsonObject patch = GoogleEvents::toPatch(event, current, berlin());
    EXPECT_TRUE(patch["recurrence"_L1].isNull());
    EXPECT_TRUE(patch["start"_L1]["date"_L1].isNull());
    EXPECT_TRUE(patch["extendedProperties"_L1]["private"_L1]["chatcalMeeting"_L1].isNull());
    EXPECT_THAT(patch["attendees"_L1].toArray(), IsEmpty());
    EXPECT_FALSE(patch.contains("conferenceData"_L1)); // left as it is
}

TEST(GoogleEvent, LeavesOutAPropertyThatIsTooLong)
{
    Event event;
    event.id = u"tea01"_s;
    event.uid = QString(3000, u'u');
    event.zone = berlin();
    for (int i = 0; i < 60; ++i)
        event.attendees.append({UntrustedText(u"Guest number %1"_s.arg(i)), {}, u"+1 555 0100"_s});
    const QJsonObject own = GoogleEvents::toGoogle(event, berlin())["extendedProperties"_L1]["private"_L1].toObject();
    for (const QJsonValue value : own)
        EXPECT_LE(value.toString().size(), 1024);
    EXPECT_TRUE(own.contains("chatcalSequence"_L1));
}

TEST(GoogleEvent, AsksForTheSameConferenceWithTheSameWord)
{
    Event event;
    event.uid = u"one@chatcal"_s;
    const QJsonObject first = GoogleEvents::conferenceRequest(event);
    EXPECT_EQ(GoogleEvents::conferenceRequest(event), first);
    event.uid = u"two@chatcal"_s;
    EXPECT_NE(GoogleEvents::conferenceRequest(event), first);
}

} // namespace ChatCal
