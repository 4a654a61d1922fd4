// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitation.h"
#include "core/time/words.h"

#include <libical/ical.h>

#include <gmock/gmock.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace ChatCal {

namespace {

struct ComponentDeleter
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

Invitation invitation(const QString &zone, const QString &start, std::chrono::minutes length = 30min)
{
    Invitation made;
    made.uid = u"5b7c0a9e@chatcal"_s;
    made.title = UntrustedText(u"Tea"_s);
    made.when.start = Zone::find(zone)->toInstant(*fromIsoLocal(start));
    made.when.end = made.when.start + length;
    made.organizer = {UntrustedText(u"Grace Hopper"_s), u"grace@example.com"_s};
    made.attendees = {{UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s}};
    made.stamp = made.when.start - 24h;
    return made;
}

/// Libical's understanding of the text.
struct Read
{
    Component calendar;
    icalcomponent *event = nullptr;
    Interval when;
    int errors = 0;
};

Instant toInstant(icaltimetype time, icalcomponent *calendar, icalproperty *property)
{
    const icaltimezone *zone = icaltimezone_get_utc_timezone();
    if (icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER))
        zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter));
    EXPECT_NE(zone, nullptr);
    return Instant(std::chrono::seconds(icaltime_as_timet_with_zone(time, zone)));
}

Read read(const QByteArray &text)
{
    Read result;
    result.calendar.reset(icalparser_parse_string(text.constData()));
    if (!result.calendar)
        return result;
    result.event = icalcomponent_get_first_component(result.calendar.get(), ICAL_VEVENT_COMPONENT);
    result.errors = icalcomponent_count_errors(result.calendar.get());
    icalproperty *start = icalcomponent_get_first_property(result.event, ICAL_DTSTART_PROPERTY);
    icalproperty *end = icalcomponent_get_first_property(result.event, ICAL_DTEND_PROPERTY);
    result.when = {toInstant(icalproperty_get_dtstart(start), result.calendar.get(), start),
                   toInstant(icalproperty_get_dtend(end), result.calendar.get(), end)};
    return result;
}

QString valueOf(icalcomponent *event, icalproperty_kind kind)
{
    return QString::fromUtf8(icalproperty_get_value_as_string(icalcomponent_get_first_property(event, kind)));
}

} // namespace

struct InZone : testing::TestWithParam<std::tuple<const char *, const char *>>
{
};

TEST_P(InZone, IsReadAsTheSameInstants)
{
    const QString zone = QString::fromLatin1(std::get<0>(GetParam()));
    const Invitation made = invitation(zone, QString::fromLatin1(std::get<1>(GetParam())), 45min);
    const Read event = read(toICalendar(made, *Zone::find(zone)));
    ASSERT_NE(event.event, nullptr);
    EXPECT_EQ(event.errors, 0);
    EXPECT_EQ(event.when, made.when);
    EXPECT_EQ(icalrestriction_check(event.calendar.get()), 1); // RFC 5546's rules as libical knows them
}

INSTANTIATE_TEST_SUITE_P(
    Zones, InZone,
    testing::Combine(testing::Values("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe",
                                     "Africa/Casablanca", "Europe/Dublin", "America/St_Johns", "Pacific/Apia",
                                     "Pacific/Chatham", "Asia/Tokyo", "America/Sao_Paulo", "UTC"),
                     testing::Values("2026-01-15T09:00", "2026-03-08T01:45", "2026-03-08T03:00", "2026-03-29T01:30",
                                     "2026-07-15T23:45", "2026-10-25T01:30", "2026-11-01T00:30", "2026-12-31T23:45")));

TEST(ToICalendar, NamesTheSecondOfTwoEqualHours)
{
    const Zone berlin = *Zone::find(u"Europe/Berlin"_s);
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-10-25T02:30"_s);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(read(toICalendar(made, berlin)).when, made.when) << i;
        made.when = {made.when.start + 30min, made.when.end + 30min};
    }
}

TEST(ToICalendar, SaysWhatTheRfcAsksFor)
{
    Invitation made = invitation(u"America/New_York"_s, u"2026-03-10T14:00"_s);
    made.sequence = 3;
    made.description = UntrustedText(u"Bring cake; milk, too\nand \\ sugar"_s);
    made.conferenceUrl = u"https://meet.example.com/abc"_s;
    const QByteArray text = toICalendar(made, *Zone::find(u"America/New_York"_s));
    for (const char *line :
         {"BEGIN:VCALENDAR\r\n", "PRODID:", "VERSION:2.0\r\n", "METHOD:REQUEST\r\n", "BEGIN:VTIMEZONE\r\n",
          "TZID:America/New_York\r\n", "UID:5b7c0a9e@chatcal\r\n", "SEQUENCE:3\r\n", "DTSTAMP:20260309T180000Z\r\n",
          "DTSTART;TZID=America/New_York:20260310T140000\r\n", "DTEND;TZID=America/New_York:20260310T143000\r\n",
          "SUMMARY:Tea\r\n", "ORGANIZER;CN=\"Grace Hopper\":mailto:grace@example.com\r\n", "STATUS:CONFIRMED\r\n",
          "TRANSP:OPAQUE\r\n", "URL:https://meet.example.com/abc\r\n", "LOCATION:https://meet.example.com/abc\r\n"})
        EXPECT_THAT(text.toStdString(), HasSubstr(line));
    const Read event = read(text);
    EXPECT_EQ(valueOf(event.event, ICAL_ATTENDEE_PROPERTY), u"mailto:ada@example.com"_s);
    const std::string description = icalcomponent_get_description(event.event);
    EXPECT_THAT(description, HasSubstr("Bring cake; milk, too\nand \\ sugar"));
}

TEST(ToICalendar, CancelsWithTheSameUid)
{
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
    made.method = Invitation::Method::Cancel;
    made.sequence = 4;
    const QByteArray text = toICalendar(made, *Zone::find(u"Europe/Berlin"_s));
    EXPECT_THAT(text.toStdString(), HasSubstr("METHOD:CANCEL\r\n"));
    EXPECT_THAT(text.toStdString(), HasSubstr("STATUS:CANCELLED\r\n"));
    EXPECT_THAT(text.toStdString(), HasSubstr("UID:5b7c0a9e@chatcal\r\n"));
    EXPECT_THAT(text.toStdString(), Not(HasSubstr("RSVP")));
    EXPECT_EQ(icalrestriction_check(read(text).calendar.get()), 1);
}

TEST(ToICalendar, TakesSomebodyOffWithoutCancellingForTheRest)
{
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
    made.method = Invitation::Method::Cancel;
    made.occasion = Invitation::Occasion::Cancelled;
    made.uninvites = true;
    const QByteArray text = toICalendar(made, *Zone::find(u"Europe/Berlin"_s));
    EXPECT_THAT(text.toStdString(), HasSubstr("METHOD:CANCEL\r\n"));
    EXPECT_THAT(text.toStdString(), HasSubstr("mailto:ada@example.com"));
    EXPECT_THAT(text.toStdString(), Not(HasSubstr("STATUS:"))); // RFC 5546 §3.2.5
}

TEST(ToICalendar, TellsWhyItWasCancelled)
{
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
    made.method = Invitation::Method::Cancel;
    made.occasion = Invitation::Occasion::Cancelled;
    made.reason = UntrustedText(u"A cold; sorry\nATTENDEE:mailto:eve@example.com"_s);
    const Read event = read(toICalendar(made, *Zone::find(u"Europe/Berlin"_s)));
    EXPECT_EQ(std::string(icalcomponent_get_comment(event.event)), "A cold; sorry\nATTENDEE:mailto:eve@example.com");
    EXPECT_EQ(icalcomponent_count_properties(event.event, ICAL_ATTENDEE_PROPERTY), 1);
}

TEST(ToICalendar, PublishesWithoutAttendees)
{
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
    made.method = Invitation::Method::Publish;
    const QByteArray text = toICalendar(made, *Zone::find(u"Europe/Berlin"_s));
    EXPECT_THAT(text.toStdString(), HasSubstr("METHOD:PUBLISH\r\n"));
    EXPECT_THAT(text.toStdString(), HasSubstr("STATUS:CONFIRMED\r\n"));
    EXPECT_THAT(text.toStdString(), Not(HasSubstr("ATTENDEE")));
    EXPECT_EQ(icalrestriction_check(read(text).calendar.get()), 1);
    made.occasion = Invitation::Occasion::Cancelled;
    EXPECT_THAT(toICalendar(made, *Zone::find(u"Europe/Berlin"_s)).toStdString(), HasSubstr("STATUS:CANCELLED\r\n"));
}

TEST(ToICalendar, InvitesTheHostWhenTheGuestLeftNoAddress)
{
    Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
    made.attendees.clear();
    const Read event = read(toICalendar(made, *Zone::find(u"Europe/Berlin"_s)));
    EXPECT_EQ(valueOf(event.event, ICAL_ATTENDEE_PROPERTY), u"mailto:grace@example.com"_s);
}

TEST(ToICalendar, FoldsAtSeventyFiveOctetsAndNeverInsideACharacter)
{
    for (int length = 1; length < 90; ++length) {
        Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
        const QString title = QString(length, u'x') + u"日本語🎉é"_s.repeated(20);
        made.title = UntrustedText(title);
        const QByteArray text = toICalendar(made, *Zone::find(u"Europe/Berlin"_s));
        for (const QByteArray &line : text.split('\n')) {
            EXPECT_LE(line.size(), 76); // with the CR
            EXPECT_TRUE(QUtf8StringView(line).isValidUtf8());
        }
        EXPECT_EQ(QString::fromUtf8(icalcomponent_get_summary(read(text).event)), title);
    }
}

TEST(ToICalendar, KeepsNamesInTheirParameter)
{
    for (const QString &name : {u"Eve\r\nATTENDEE:mailto:x@y.z"_s, u"Eve\";X=\"1"_s, u"Eve:mailto:x@y.z"_s,
                                u"a;ROLE=CHAIR"_s, u"a,b"_s, u"\\n"_s, u"O'Neil"_s, u"^'"_s}) {
        Invitation made = invitation(u"Europe/Berlin"_s, u"2026-05-05T10:00"_s);
        made.attendees[0].name = UntrustedText(name);
        const Read event = read(toICalendar(made, *Zone::find(u"Europe/Berlin"_s)));
        ASSERT_NE(event.event, nullptr);
        EXPECT_EQ(event.errors, 0) << name.toStdString();
        EXPECT_EQ(icalcomponent_count_properties(event.event, ICAL_ATTENDEE_PROPERTY), 1);
        icalproperty *attendee = icalcomponent_get_first_property(event.event, ICAL_ATTENDEE_PROPERTY);
        EXPECT_STREQ(icalproperty_get_attendee(attendee), "mailto:ada@example.com");
        EXPECT_EQ(icalparameter_get_role(icalproperty_get_first_parameter(attendee, ICAL_ROLE_PARAMETER)),
                  ICAL_ROLE_REQPARTICIPANT);
        EXPECT_EQ(icalproperty_count_parameters(attendee), 5);
    }
}

} // namespace ChatCal
