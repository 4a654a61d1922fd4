// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/freebusy.h"
#include "core/calendar/icalendarreading.h"
#include "core/calendar/icalendarwriting.h"
#include "core/time/words.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

namespace {

Zone berlin()
{
    return *Zone::find(u"Europe/Berlin"_s);
}

Instant at(const QString &local)
{
    return berlin().toInstant(*fromIsoLocal(local));
}

QByteArray calendarOf(const QByteArray &lines, const QByteArray &before = {})
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + before
        + "BEGIN:VEVENT\r\nUID:one@example.com\r\nDTSTAMP:20260101T000000Z\r\n" + lines
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

class ICalendarTest : public testing::Test
{
protected:
    ICalendarObject read(const QByteArray &text)
    {
        const auto object = m_reader.read(text);
        EXPECT_TRUE(object) << (object ? "" : qPrintable(object.error().detail));
        return object.value_or(ICalendarObject());
    }
    Event event(const QByteArray &lines, const QByteArray &before = {})
    {
        const auto object = read(calendarOf(lines, before));
        EXPECT_THAT(object.series, SizeIs(1));
        return object.series.isEmpty() || !object.series[0].main ? Event() : *object.series[0].main;
    }
    /// Busy starts of March 2026 in Berlin.
    std::vector<std::string> starts(const QByteArray &text)
    {
        std::vector<std::string> words;
        for (const ICalendarSeries &series : read(text).series) {
            for (const Event &one : occurrencesOf(series, {at(u"2026-03-01T00:00"_s), at(u"2026-04-01T00:00"_s)}, 100))
                if (blocksTime(one))
                    words.push_back(toIsoLocal(berlin().toLocal(one.when.start)).mid(5).toStdString());
        }
        return words;
    }

    ICalendarReader m_reader{berlin(), {u"ada@example.com"_s, u"/principals/ada/"_s}};
};

const QByteArray outlookZone = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\n"
                               "DTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                               "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
                               "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                               "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

} // namespace

// Times

TEST_F(ICalendarTest, ReadsEachKindOfTime)
{
    EXPECT_EQ(event("DTSTART:20260305T080000Z\r\n").when.start, at(u"2026-03-05T09:00"_s));
    EXPECT_EQ(event("DTSTART:20260305T090000\r\n").when.start, at(u"2026-03-05T09:00"_s)) << "floating: the host's";
    EXPECT_EQ(event("DTSTART;TZID=America/New_York:20260305T030000\r\n").when.start, at(u"2026-03-05T09:00"_s));
    const Event day = event("DTSTART;VALUE=DATE:20260329\r\n");
    EXPECT_TRUE(day.allDay);
    EXPECT_EQ(day.when, (Interval{at(u"2026-03-29T00:00"_s), at(u"2026-03-30T00:00"_s)}));
}

TEST_F(ICalendarTest, ReadsEndsAndDurations)
{
    EXPECT_EQ(event("DTSTART:20260305T080000Z\r\nDURATION:PT1H30M\r\n").when.length(), 90min);
    EXPECT_EQ(event("DTSTART;TZID=Europe/Berlin:20260328T120000\r\nDURATION:P1D\r\n").when.length(), 23h)
        << "a day of the calendar, not of 24 hours";
    EXPECT_EQ(event("DTSTART:20260305T080000Z\r\nDURATION:P1W\r\n").when.length(), 24h * 7);
    EXPECT_EQ(event("DTSTART:20260305T080000Z\r\n").when.length(), 0min);
    EXPECT_EQ(event("DTSTART:20260305T080000Z\r\nDTEND:20260305T070000Z\r\n").when.length(), 0min);
    EXPECT_EQ(event("DTSTART;TZID=Europe/Berlin:20260305T090000\r\nDTEND;TZID=Europe/London:20260305T090000\r\n")
                  .when.length(),
              60min);
}

TEST_F(ICalendarTest, KnowsZonesByVendorsNames)
{
    for (const QByteArray &tzid :
         {"/mozilla.org/20050126_1/Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin",
          "W. Europe Standard Time", "\"Europe/Berlin\""})
        EXPECT_EQ(event("DTSTART;TZID=" + tzid + ":20260705T090000\r\n").when.start, at(u"2026-07-05T09:00"_s))
            << tzid.constData();
    EXPECT_EQ(event("DTSTART;TZID=/x/1/America/Argentina/Buenos_Aires:20260705T090000\r\n").zone.name(),
              u"America/Argentina/Buenos_Aires"_s);
}

TEST_F(ICalendarTest, FindsTheZoneWhoseClockAVtimezoneDescribes)
{
    const Event summer = event("DTSTART;TZID=Customized Time Zone:20260705T090000\r\n", outlookZone);
    EXPECT_EQ(summer.when.start, at(u"2026-07-05T09:00"_s));
    EXPECT_EQ(summer.zone, berlin());
    EXPECT_EQ(event("DTSTART;TZID=Customized Time Zone:20260105T090000\r\n", outlookZone).when.start,
              at(u"2026-01-05T09:00"_s));
    EXPECT_EQ(read(calendarOf("DTSTART;TZID=Customized Time Zone:20260705T090000\r\n", outlookZone)).unreadable, 0);
}

TEST_F(ICalendarTest, TakesAZoneNobodyKnowsForTheHostsAndCountsIt)
{
    const auto object = read(calendarOf("DTSTART;TZID=Middle-earth/Shire:20260305T090000\r\n"));
    ASSERT_THAT(object.series, SizeIs(1));
    EXPECT_EQ(object.series[0].main->when.start, at(u"2026-03-05T09:00"_s));
    EXPECT_EQ(object.unreadable, 1);
}

TEST_F(ICalendarTest, TellsAliasesOfAZone)
{
    const Instant now = at(u"2026-03-05T09:00"_s);
    EXPECT_TRUE(showSameTime(*Zone::find(u"Asia/Calcutta"_s), *Zone::find(u"Asia/Kolkata"_s), now));
    EXPECT_TRUE(showSameTime(*Zone::find(u"Europe/Paris"_s), berlin(), now));
    EXPECT_FALSE(showSameTime(*Zone::find(u"Europe/London"_s), berlin(), now));
    EXPECT_FALSE(showSameTime(*Zone::find(u"Africa/Algiers"_s), berlin(), now)) << "the same in winter only";
}

// Series

TEST_F(ICalendarTest, AddsRdatesAndLeavesOutExdates)
{
    EXPECT_THAT(starts(calendarOf("DTSTART;TZID=Europe/Berlin:20260302T090000\r\nDURATION:PT1H\r\n"
                                  "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20260303T080000Z\r\n"
                                  "EXDATE;VALUE=DATE:20260304\r\n"
                                  "RDATE;TZID=Europe/Berlin:20260310T090000,20260311T090000\r\n"
                                  "RDATE;VALUE=PERIOD:20260312T080000Z/PT2H\r\n")),
                ElementsAre("03-02T09:00", "03-05T09:00", "03-10T09:00", "03-11T09:00", "03-12T09:00"));
}

TEST_F(ICalendarTest, MovesThisAndFutureOccurrences)
{
    EXPECT_THAT(starts(calendarOf("DTSTART;TZID=Europe/Berlin:20260302T090000\r\nDURATION:PT1H\r\n"
                                  "RRULE:FREQ=DAILY;COUNT=4\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:one@example.com\r\n"
                                  "RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T080000Z\r\n"
                                  "DTSTART:20260304T130000Z\r\nDURATION:PT1H\r\n")),
                ElementsAre("03-02T09:00", "03-03T09:00", "03-04T14:00", "03-05T14:00"));
}

TEST_F(ICalendarTest, ReadsASingleOccurrenceTheHostIsInvitedTo)
{
    EXPECT_THAT(starts(calendarOf("RECURRENCE-ID:20260304T080000Z\r\nDTSTART:20260304T130000Z\r\nDURATION:PT1H\r\n")),
                ElementsAre("03-04T14:00"));
}

TEST_F(ICalendarTest, DeclinesOneOccurrence)
{
    EXPECT_THAT(starts(calendarOf("DTSTART:20260302T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
                                  "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:one@example.com\r\n"
                                  "RECURRENCE-ID:20260303T080000Z\r\nDTSTART:20260303T080000Z\r\nDURATION:PT1H\r\n"
                                  "ATTENDEE;PARTSTAT=DECLINED;EMAIL=ada@example.com:urn:uuid:1\r\n")),
                ElementsAre("03-02T09:00"));
}

TEST_F(ICalendarTest, CountsABrokenRuleAndKeepsTheFirstTime)
{
    const QByteArray text = calendarOf("DTSTART:20260302T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=SOMETIMES\r\n");
    EXPECT_EQ(read(text).unreadable, 1);
    EXPECT_THAT(starts(text), ElementsAre("03-02T09:00"));
}

TEST_F(ICalendarTest, CountsAnEventWithoutATimeAndReadsItsNeighbour)
{
    const auto object = read(calendarOf("SUMMARY:When?\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:two\r\n"
                                        "DTSTART:20260302T080000Z\r\n"));
    EXPECT_EQ(object.unreadable, 1);
    EXPECT_THAT(object.series, SizeIs(1));
}

TEST_F(ICalendarTest, RefusesWhatIsNoCalendar)
{
    for (const QByteArray &text :
         {QByteArray(), QByteArray("<html>"), QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"),
          QByteArray("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
          "BEGIN:VCALENDAR\r\n" + QByteArray("BEGIN:X\r\n").repeated(1000)}) {
        const auto object = m_reader.read(text);
        ASSERT_FALSE(object) << text.left(60).constData();
        EXPECT_EQ(object.error().code, ErrorCode::Protocol);
    }
}

// Words and people

TEST_F(ICalendarTest, UnfoldsInTheMiddleOfACharacter)
{
    QByteArray line = "SUMMARY:Café";
    line.insert(line.size() - 1, "\r\n ");
    EXPECT_EQ(event("DTSTART:20260302T080000Z\r\n" + line + "\r\n").title, UntrustedText(u"Café"_s));
}

TEST_F(ICalendarTest, TellsWhatCannotBeChangedByItself)
{
    const QByteArray tea = "DTSTART:20260305T080000Z\r\nDTEND:20260305T090000Z\r\n";
    EXPECT_FALSE(event(tea).isOneOfMany);
    EXPECT_TRUE(event(tea + "RRULE:FREQ=DAILY;COUNT=2\r\n").isOneOfMany);
    EXPECT_TRUE(event(tea + "RDATE:20260306T080000Z\r\n").isOneOfMany);
    const QByteArray two = calendarOf(tea + "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:two@example.com\r\n" + tea);
    for (const ICalendarSeries &series : read(two).series)
        EXPECT_TRUE(series.main->isOneOfMany) << "whoever removes one removes the other";
    const auto single = read(calendarOf(tea + "RECURRENCE-ID:20260305T080000Z\r\n"));
    EXPECT_TRUE(single.series[0].overrides[0].event.isOneOfMany) << "the rest of the series is elsewhere";
}

TEST_F(ICalendarTest, KnowsTheOrganizer)
{
    const QByteArray tea = "DTSTART:20260305T080000Z\r\nDTEND:20260305T090000Z\r\n";
    EXPECT_FALSE(event(tea).isOthers);
    EXPECT_FALSE(event(tea + "ORGANIZER:MAILTO:Ada@Example.com\r\n").isOthers);
    EXPECT_FALSE(event(tea + "ORGANIZER;EMAIL=ada@example.com:urn:uuid:1\r\n").isOthers);
    EXPECT_TRUE(event(tea + "ORGANIZER:mailto:boss@example.com\r\n").isOthers);
}

TEST_F(ICalendarTest, FindsTheHostAmongTheAttendees)
{
    const QByteArray start = "DTSTART:20260302T080000Z\r\n";
    EXPECT_FALSE(blocksTime(event(start + "ATTENDEE;PARTSTAT=DECLINED:mailto:Ada@Example.com\r\n")));
    EXPECT_FALSE(blocksTime(event(start + "ATTENDEE;PARTSTAT=DECLINED;EMAIL=\"ada@example.com\":/9/principal/\r\n")));
    EXPECT_FALSE(blocksTime(event(start + "ATTENDEE;PARTSTAT=DECLINED:/principals/ada/\r\n")));
    EXPECT_TRUE(blocksTime(event(start + "ATTENDEE;PARTSTAT=DECLINED:mailto:grace@example.com\r\n")));
    const Event invited = event(start
                                + "ATTENDEE;CN=\"Hopper: G;race\":mailto:grace@example.com\r\n"
                                  "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com\r\n");
    EXPECT_TRUE(blocksTime(invited));
    ASSERT_THAT(invited.attendees, SizeIs(1)) << "the host is not among them";
    EXPECT_EQ(invited.attendees[0].name, UntrustedText(u"Hopper: G;race"_s));
}

// Writing

class ICalendarWritingTest : public ICalendarTest
{
protected:
    QByteArray changed(const QByteArray &text, const std::function<void(Event *)> &how)
    {
        const auto calendar = parseICalendar(text);
        const Event before = *m_reader.read(*calendar).series[0].main;
        Event after = before;
        how(&after);
        return toICalendarText(
            m_writer.change(*calendar, before, after, m_reader, {at(u"2026-03-01T00:00"_s), u"c"_s}));
    }
    ICalendarWriter m_writer{berlin(), u"ada@example.com"_s};
};

TEST_F(ICalendarWritingTest, KeepsWhatItDoesNotUnderstandByteForByte)
{
    const QByteArray foreign = "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"a;b:c\":geo:1,2\r\n"
                               "CATEGORIES:Büro\\,rot,Z\r\nCLASS:PRIVATE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                               "TRIGGER:-PT15M\r\nEND:VALARM\r\n";
    const QByteArray text = changed(
        calendarOf("DTSTART:20260302T080000Z\r\nDTEND:20260302T090000Z\r\nSUMMARY:Tea\r\n" + foreign, outlookZone),
        [](Event *event) { event->title = UntrustedText(u"Coffee"_s); });
    for (const QByteArray &line : foreign.split('\n'))
        EXPECT_TRUE(text.contains(line)) << line.constData();
    EXPECT_TRUE(text.contains(outlookZone));
    EXPECT_TRUE(text.contains("\r\nDTSTART:20260302T080000Z\r\n"));
    EXPECT_TRUE(text.contains("\r\nSUMMARY:Coffee\r\n"));
    EXPECT_FALSE(text.contains("Tea"));
}

TEST_F(ICalendarWritingTest, KeepsMovedOccurrencesUnlessTheSeriesMoves)
{
    const QByteArray series = calendarOf("DTSTART:20260302T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
                                         "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:one@example.com\r\n"
                                         "RECURRENCE-ID:20260303T080000Z\r\nDTSTART:20260303T130000Z\r\n"
                                         "DURATION:PT1H\r\n");
    EXPECT_THAT(starts(changed(series, [](Event *event) { event->location = UntrustedText(u"Room"_s); })),
                ElementsAre("03-02T09:00", "03-03T14:00", "03-04T09:00"));
    EXPECT_THAT(starts(changed(series,
                               [](Event *event) {
                                   event->when = {event->when.start + 1h, event->when.end + 1h};
                               })),
                ElementsAre("03-02T10:00", "03-03T10:00", "03-04T10:00"));
}

TEST_F(ICalendarWritingTest, KeepsTheAnswersOfGuestsWhoStay)
{
    const QByteArray line = "ATTENDEE;CN=Grace;PARTSTAT=ACCEPTED;X-NUM-GUESTS=1:mailto:grace@example.com\r\n";
    QByteArray text = changed(calendarOf("DTSTART:20260302T080000Z\r\nORGANIZER:mailto:ada@example.com\r\n" + line
                                         + "ATTENDEE:mailto:old@example.com\r\n"),
                              [](Event *event) {
                                  event->attendees.removeLast();
                                  event->attendees.append({UntrustedText(u"New"_s), u"new@example.com"_s, {}});
                              });
    EXPECT_TRUE(text.contains(line));
    EXPECT_FALSE(text.contains("old@example.com"));
    text.replace("\r\n ", "");
    EXPECT_TRUE(text.contains("SCHEDULE-AGENT=CLIENT;CN=New:mailto:new@example.com")) << text.constData();
}

TEST_F(ICalendarWritingTest, LeavesTheServerNoReasonToInvite)
{
    Event event;
    event.uid = u"u@example.com"_s;
    event.zone = berlin();
    event.when = {at(u"2026-03-05T09:00"_s), at(u"2026-03-05T10:00"_s)};
    event.attendees = {{UntrustedText(u"Grace"_s), u"grace@example.com"_s, {}}};
    QByteArray text = toICalendarText(m_writer.write(event, {at(u"2026-03-01T00:00"_s), u"c"_s}));
    text.replace("\r\n ", "");
    EXPECT_FALSE(text.contains("METHOD"));
    EXPECT_TRUE(text.contains("SCHEDULE-AGENT=CLIENT"));
    EXPECT_TRUE(text.contains("\r\nORGANIZER:mailto:ada@example.com\r\n"));
    EXPECT_TRUE(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"));
    EXPECT_TRUE(text.contains("DTSTART;TZID=Europe/Berlin:20260305T090000\r\n"));
    EXPECT_TRUE(text.contains("DTSTAMP:20260228T230000Z\r\n"));
}

} // namespace ChatCal
