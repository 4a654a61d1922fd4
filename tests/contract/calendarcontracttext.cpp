// SPDX-License-Identifier: Apache-2.0
// The part of the contract about words: those of strangers, long ones, and all of them surviving an update.
#include "tests/contract/calendarcontract.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

namespace {

Attendee person(const QString &name, const QString &email)
{
    return {UntrustedText(name), email, {}};
}

QStringList namesOf(const Event &event)
{
    QStringList names;
    for (const Attendee &attendee : event.attendees)
        names.append(attendee.name.stored());
    return names;
}

} // namespace

TEST_P(CalendarContract, KeepsWordsThatMeanSomethingToICalendar)
{
    int number = 0;
    for (const QString &words :
         {u"one, two; three"_s, u"back\\slash"_s, u"ends with one \\"_s, u"not a line feed: \\n"_s, u"\\, \\; \\\\"_s,
          u"BEGIN:VEVENT"_s, u"END:VCALENDAR"_s, u"DTSTART;TZID=\"x\":20260305T090000"_s, u"100 % & <more>"_s}) {
        Event event = tea(u"tale%1"_s.arg(number), u"2026-03-05T09:00"_s);
        event.title = UntrustedText(words);
        event.description = UntrustedText(words);
        event.location = UntrustedText(words);
        insert(event);
        const auto found = find(event.id);
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->title, event.title) << qPrintable(words);
        EXPECT_EQ(found->description, event.description) << qPrintable(words);
        EXPECT_EQ(found->location, event.location) << qPrintable(words);
        ++number;
    }
    EXPECT_THAT(list(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), SizeIs(number));
}

TEST_P(CalendarContract, KeepsHostileLinesInsideTheirText)
{
    const QString hostile = u"Tea\r\nATTENDEE:mailto:eve@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:forged\r\nDTSTART:20260306T090000Z"_s;
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.title = UntrustedText(hostile);
    event.description = UntrustedText(hostile);
    event.location = UntrustedText(hostile);
    event.attendees = {person(u"Ada\r\nATTENDEE:mailto:eve@example.com"_s, u"ada@example.com"_s)};
    insert(event);
    EXPECT_THAT(ids(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), ElementsAre(u"tea01"_s));
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    ASSERT_THAT(found->attendees, SizeIs(1));
    EXPECT_EQ(found->attendees[0].email, u"ada@example.com"_s);
    EXPECT_EQ(found->when, event.when);
    EXPECT_EQ(found->uid, event.uid);
    EXPECT_TRUE(found->description.stored().contains(u"UID:forged"_s));
}

TEST_P(CalendarContract, KeepsEmptyLinesAndTabs)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.description = UntrustedText(u"First\n\nthird\twith a tab\n  indented"_s);
    insert(event);
    EXPECT_EQ(find(u"tea01"_s)->description, event.description);
}

TEST_P(CalendarContract, KeepsLongTexts)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.title = UntrustedText(u"Ein Tee für zwei "_s.repeated(20).trimmed());
    // No two of its lines of 75 octets end in the same place of a character.
    event.description = UntrustedText(u"äöü日本語🎉 "_s.repeated(600).trimmed());
    insert(event);
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->title, event.title);
    EXPECT_EQ(found->description, event.description);
}

TEST_P(CalendarContract, KeepsAnEventWithoutATitle)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.title = {};
    insert(event);
    EXPECT_TRUE(find(u"tea01"_s)->title.isEmpty());
    EXPECT_THAT(list(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), SizeIs(1));
}

TEST_P(CalendarContract, KeepsNamesOfAllKinds)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.attendees = {person(u"Lovelace, Ada; Countess: 1st"_s, u"ada@example.com"_s),
                       person(u"Žofie Müller-Öztürk"_s, u"zofie@example.com"_s),
                       person(u"山田 太郎"_s, u"taro@example.com"_s), person({}, u"nameless@example.com"_s)};
    insert(event);
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(namesOf(*found), namesOf(event));
}

TEST_P(CalendarContract, KeepsManyAttendees)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    for (int number = 0; number < 60; ++number)
        event.attendees.append(person(u"Guest number %1"_s.arg(number), u"guest%1@example.com"_s.arg(number)));
    insert(event);
    EXPECT_EQ(namesOf(*find(u"tea01"_s)), namesOf(event));
}

TEST_P(CalendarContract, KeepsAGuestWhoLeftOnlyAPhoneNumber)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.attendees = {{UntrustedText(u"Grace Hopper"_s), {}, u"+1 202-555-0100"_s},
                       {UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s, u"+44 20 7946 0000"_s}};
    insert(event);
    auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    std::sort(found->attendees.begin(), found->attendees.end(),
              [](const Attendee &a, const Attendee &b) { return a.email < b.email; });
    EXPECT_EQ(found->attendees, event.attendees);
}

TEST_P(CalendarContract, LosesNothingWhenWhatWasFoundIsWrittenBack)
{
    Event event = repeating(tea(u"tea01"_s, u"2026-03-02T09:00"_s), u"FREQ=WEEKLY;BYDAY=MO"_s);
    event.description = UntrustedText(u"Two\nlines"_s);
    event.location = UntrustedText(u"Room 1, left"_s);
    event.attendees = {person(u"Ada Lovelace"_s, u"ada@example.com"_s)};
    event.exceptions = {at(u"2026-03-09T09:00"_s)};
    event.meetingId = u"0302-0900-30m"_s;
    event.conferenceUrl = u"https://meet.example.com/a"_s;
    event.sequence = 2;
    event.status = Event::Status::Tentative;
    insert(event);
    auto before = find(u"tea01"_s);
    ASSERT_TRUE(before.has_value());
    update(*before);
    const auto after = find(u"tea01"_s);
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->title, before->title);
    EXPECT_EQ(after->description, before->description);
    EXPECT_EQ(after->location, before->location);
    EXPECT_EQ(after->when, before->when);
    EXPECT_EQ(after->zone, before->zone);
    EXPECT_EQ(after->recurrenceRule, before->recurrenceRule);
    EXPECT_EQ(after->exceptions, before->exceptions);
    EXPECT_EQ(after->attendees, before->attendees);
    EXPECT_EQ(after->meetingId, before->meetingId);
    EXPECT_EQ(after->conferenceUrl, before->conferenceUrl);
    EXPECT_EQ(after->sequence, before->sequence);
    EXPECT_EQ(after->status, Event::Status::Tentative);
}

TEST_P(CalendarContract, TakesAwayWhatAnUpdateLeavesOut)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.description = UntrustedText(u"Bring cups"_s);
    event.location = UntrustedText(u"Room 1"_s);
    event.attendees = {person(u"Ada Lovelace"_s, u"ada@example.com"_s),
                       person(u"Mary Somerville"_s, u"mary@example.com"_s)};
    event = insert(event);
    event.description = {};
    event.location = {};
    event.attendees.removeFirst();
    update(event);
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->description.isEmpty());
    EXPECT_TRUE(found->location.isEmpty());
    EXPECT_EQ(namesOf(*found), QStringList{u"Mary Somerville"_s});
}

TEST_P(CalendarContract, NeverChangesAUid)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    const QString uid = event.uid;
    event.uid = u"another@example.com"_s;
    EXPECT_EQ(update(event).uid, uid);
    EXPECT_EQ(find(u"tea01"_s)->uid, uid);
}

TEST_P(CalendarContract, GivesAUidWhereNoneIs)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.uid.clear();
    const QString uid = insert(event).uid;
    EXPECT_FALSE(uid.isEmpty());
    EXPECT_EQ(find(u"tea01"_s)->uid, uid);
}

} // namespace ChatCal
