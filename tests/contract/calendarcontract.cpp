// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/calendarcontract.h"

#include "core/time/words.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CalendarContract);

void PrintTo(const CalendarKind &kind, std::ostream *out)
{
    *out << kind.name;
}

std::string calendarKindName(const testing::TestParamInfo<CalendarKind> &info)
{
    return info.param.name;
}

void CalendarContract::SetUp()
{
    m_place = GetParam().makePlace();
    m_calendar = m_place->open();
}

Instant CalendarContract::at(const QString &local, const QString &zone)
{
    return Zone::find(zone)->toInstant(*fromIsoLocal(local));
}

Interval CalendarContract::window(const QString &from, const QString &to, const QString &zone)
{
    return {at(from, zone), at(to, zone)};
}

Event CalendarContract::tea(const QString &id, const QString &start, std::chrono::minutes length, const QString &zone)
{
    Event event;
    event.id = id;
    event.uid = id + u"@example.com"_s;
    event.title = UntrustedText(u"Tea"_s);
    event.zone = *Zone::find(zone);
    event.when = {at(start, zone), at(start, zone) + length};
    return event;
}

Event CalendarContract::wholeDays(const QString &id, const QString &first, int days, const QString &zone)
{
    Event event = tea(id, first + u"T00:00"_s, 0min, zone);
    event.allDay = true;
    event.when.end = event.zone.toInstant(*fromIsoLocal(first + u"T00:00"_s) + date::days(days));
    return event;
}

Event CalendarContract::repeating(Event event, const QString &rule)
{
    event.recurrenceRule = rule;
    return event;
}

Event CalendarContract::insert(const Event &event)
{
    const auto result = await(m_calendar->insert(event, {}));
    EXPECT_TRUE(result.has_value()) << (result ? "" : qPrintable(result.error().detail));
    return result.value_or(Event());
}

Event CalendarContract::update(const Event &event)
{
    const auto result = await(m_calendar->update(event, {}));
    EXPECT_TRUE(result.has_value()) << (result ? "" : qPrintable(result.error().detail));
    return result.value_or(Event());
}

void CalendarContract::remove(const QString &id)
{
    EXPECT_TRUE(await(m_calendar->remove(id, {})).has_value());
}

std::optional<Event> CalendarContract::find(const QString &id)
{
    const auto result = await(m_calendar->find(id, {}));
    EXPECT_TRUE(result.has_value());
    return result.value_or(std::nullopt);
}

QList<Event> CalendarContract::list(const Interval &window)
{
    const auto result = await(m_calendar->list(window, {}));
    EXPECT_TRUE(result.has_value()) << (result ? "" : qPrintable(result.error().detail));
    return result.value_or(QList<Event>());
}

std::vector<std::string> CalendarContract::busy(const Interval &window, const QString &zone)
{
    const auto result = await(m_calendar->freeBusy(window, {}));
    EXPECT_TRUE(result.has_value()) << (result ? "" : qPrintable(result.error().detail));
    std::vector<std::string> words;
    const Zone in = *Zone::find(zone);
    for (const Interval &span : result.value_or(QList<Interval>())) {
        const QString start = toIsoLocal(in.toLocal(span.start)).mid(5).replace(u'T', u' ');
        const QString end = toIsoLocal(in.toLocal(span.end)).mid(5).replace(u'T', u' ');
        const bool sameDay = start.left(5) == end.left(5);
        words.push_back((start + u'-' + (sameDay ? end.mid(6) : end)).toStdString());
    }
    return words;
}

std::vector<std::string> CalendarContract::starts(const Interval &window, const QString &zone)
{
    std::vector<std::string> words;
    for (const Event &event : list(window))
        words.push_back(
            toIsoLocal(Zone::find(zone)->toLocal(event.when.start)).mid(5).replace(u'T', u' ').toStdString());
    return words;
}

// What is kept

TEST_P(CalendarContract, KeepsEveryWordOfAnEvent)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.title = UntrustedText(u"Café ☕ – 日本語 🎉; \"quoted\", <b>\\n</b>"_s);
    event.description = UntrustedText(u"Two\nlines"_s);
    event.location = UntrustedText(u"Straße 5, Büro; 2"_s);
    event.attendees = {{UntrustedText(u"Ada Lovelace"_s), u"ada@example.com"_s, {}}};
    event.sequence = 3;
    insert(event);
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->uid, event.uid);
    EXPECT_EQ(found->title, event.title);
    EXPECT_EQ(found->description, event.description);
    EXPECT_EQ(found->location, event.location);
    EXPECT_EQ(found->when, event.when);
    EXPECT_EQ(found->zone, event.zone);
    EXPECT_EQ(found->sequence, 3);
    EXPECT_FALSE(found->allDay);
    ASSERT_THAT(found->attendees, SizeIs(1));
    EXPECT_EQ(found->attendees[0].email, u"ada@example.com"_s);
    EXPECT_EQ(found->attendees[0].name, UntrustedText(u"Ada Lovelace"_s));
}

TEST_P(CalendarContract, KeepsWhichMeetingAnEventBelongsTo)
{
    Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    event.meetingId = u"0305-0900-30m"_s;
    event.conferenceUrl = u"https://meet.example.com/a"_s;
    insert(event);
    EXPECT_EQ(find(u"tea01"_s)->meetingId, event.meetingId);
    EXPECT_EQ(find(u"tea01"_s)->conferenceUrl, event.conferenceUrl);
}

TEST_P(CalendarContract, FindsNothingWhereThereIsNothing)
{
    EXPECT_FALSE(find(u"absent"_s).has_value());
    EXPECT_THAT(list(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), IsEmpty());
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, ShowsAnotherProcessWhatOneKept)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    const auto other = m_place->open();
    EXPECT_TRUE(await(other->find(u"tea01"_s, {}))->has_value());
    ASSERT_TRUE(await(other->remove(u"tea01"_s, {})));
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, Answers)
{
    EXPECT_TRUE(await(m_calendar->check({})).has_value());
    EXPECT_FALSE(m_calendar->name().isEmpty());
}

// Insert, update, remove

TEST_P(CalendarContract, InsertsTheSameIdOnceAndAnswersWithWhatIsThere)
{
    const Event first = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    Event again = tea(u"tea01"_s, u"2026-03-05T11:00"_s);
    again.title = UntrustedText(u"Coffee"_s);
    const Event there = insert(again);
    EXPECT_EQ(there.title, UntrustedText(u"Tea"_s));
    EXPECT_EQ(there.when, first.when);
    EXPECT_EQ(there.etag, first.etag);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 09:00-09:30"));
}

TEST_P(CalendarContract, InsertsOnceWhenAskedTwiceAtOnce)
{
    auto first = m_calendar->insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s), {});
    auto second = m_calendar->insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s), {});
    EXPECT_TRUE(await(std::move(first)).has_value());
    EXPECT_TRUE(await(std::move(second)).has_value());
    EXPECT_THAT(starts(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 09:00"));
}

TEST_P(CalendarContract, InsertsAgainWhatWasRemoved)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    remove(u"tea01"_s);
    insert(tea(u"tea01"_s, u"2026-03-06T09:00"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), ElementsAre("03-06 09:00"));
}

TEST_P(CalendarContract, GivesAnEtagThatChangesWithEachChange)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    QStringList etags{event.etag};
    EXPECT_FALSE(event.etag.isEmpty());
    for (const auto &title : {u"Coffee"_s, u"Tea"_s, u"Coffee"_s}) {
        event.title = UntrustedText(title);
        event = update(event);
        etags.append(event.etag);
    }
    EXPECT_EQ(etags.removeDuplicates(), 0);
    EXPECT_EQ(find(u"tea01"_s)->etag, etags.last());
    EXPECT_EQ(list(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)).value(0).etag, etags.last());
}

TEST_P(CalendarContract, RefusesAnUpdateOfWhatMovedOn)
{
    const Event seen = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    Event mine = seen;
    mine.title = UntrustedText(u"Mine"_s);
    update(mine);
    Event late = seen;
    late.title = UntrustedText(u"Late"_s);
    const auto refused = await(m_calendar->update(late, {}));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_EQ(find(u"tea01"_s)->title, UntrustedText(u"Mine"_s));
}

TEST_P(CalendarContract, UpdatesWhateverIsThereWithoutAnEtag)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    event.title = UntrustedText(u"One"_s);
    update(event);
    event.title = UntrustedText(u"Two"_s);
    event.etag.clear();
    update(event);
    EXPECT_EQ(find(u"tea01"_s)->title, UntrustedText(u"Two"_s));
}

TEST_P(CalendarContract, DoesNotUpdateWhatIsNotThere)
{
    const auto refused = await(m_calendar->update(tea(u"absent"_s, u"2026-03-05T09:00"_s), {}));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
    EXPECT_THAT(list(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, MovesAnEventFromOneTimeToAnother)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    event.when = window(u"2026-03-06T15:00"_s, u"2026-03-06T16:00"_s);
    update(event);
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-31T00:00"_s)), ElementsAre("03-06 15:00-16:00"));
}

TEST_P(CalendarContract, MakesAnEventLongerAndShorterAgain)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    for (const auto hours : {24 * 3, 24 * 60, 2}) {
        event.when.end = event.when.start + std::chrono::hours(hours);
        event = update(event);
        const auto spans = await(m_calendar->freeBusy(window(u"2026-01-01T00:00"_s, u"2027-01-01T00:00"_s), {}));
        ASSERT_TRUE(spans.has_value());
        ASSERT_THAT(*spans, SizeIs(1));
        EXPECT_EQ(spans->first(), event.when);
    }
}

TEST_P(CalendarContract, RemovesAndRemovesAgain)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    insert(tea(u"tea02"_s, u"2026-03-05T10:00"_s));
    remove(u"tea01"_s);
    remove(u"tea01"_s);
    EXPECT_FALSE(find(u"tea01"_s).has_value());
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 10:00-10:30"));
}

TEST_P(CalendarContract, RefusesAnEventThatCannotBe)
{
    Event backwards = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    std::swap(backwards.when.start, backwards.when.end);
    for (const Event &event : {backwards, tea(u"x"_s, u"2026-03-05T09:00"_s), tea(u"UPPER"_s, u"2026-03-05T09:00"_s),
                               tea(u"with space"_s, u"2026-03-05T09:00"_s),
                               repeating(tea(u"tea01"_s, u"2026-03-05T09:00"_s), u"FREQ=NEVER"_s)}) {
        const auto refused = await(m_calendar->insert(event, {}));
        ASSERT_FALSE(refused.has_value()) << qPrintable(event.id);
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidInput);
    }
    EXPECT_THAT(list(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, DoesNothingForACallerWhoIsGone)
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = await(m_calendar->insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s), stop.get_token()));
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(find(u"tea01"_s).has_value());
}

// Windows

TEST_P(CalendarContract, ClipsBusyTimeToTheWindow)
{
    insert(tea(u"tea01"_s, u"2026-03-05T08:00"_s, 4h));
    EXPECT_THAT(busy(window(u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s)), ElementsAre("03-05 09:00-10:00"));
    EXPECT_THAT(busy(window(u"2026-03-05T07:00"_s, u"2026-03-05T09:00"_s)), ElementsAre("03-05 08:00-09:00"));
    EXPECT_THAT(busy(window(u"2026-03-05T11:00"_s, u"2026-03-05T13:00"_s)), ElementsAre("03-05 11:00-12:00"));
}

TEST_P(CalendarContract, ListsWholeEventsThatOnlyReachIntoTheWindow)
{
    const Event event = insert(tea(u"tea01"_s, u"2026-03-05T08:00"_s, 4h));
    const auto listed = list(window(u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s));
    ASSERT_THAT(listed, SizeIs(1));
    EXPECT_EQ(listed[0].when, event.when);
    EXPECT_EQ(listed[0].id, u"tea01"_s);
}

TEST_P(CalendarContract, LeavesOutWhatOnlyTouchesTheWindow)
{
    insert(tea(u"before"_s, u"2026-03-05T09:00"_s, 60min));
    insert(tea(u"after"_s, u"2026-03-05T11:00"_s, 60min));
    EXPECT_THAT(busy(window(u"2026-03-05T10:00"_s, u"2026-03-05T11:00"_s)), IsEmpty());
    EXPECT_THAT(list(window(u"2026-03-05T10:00"_s, u"2026-03-05T11:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, JoinsTouchingAndOverlappingBusyTime)
{
    insert(tea(u"first"_s, u"2026-03-05T09:00"_s, 60min));
    insert(tea(u"second"_s, u"2026-03-05T10:00"_s, 60min));
    insert(tea(u"third"_s, u"2026-03-05T10:30"_s, 90min));
    insert(tea(u"inside"_s, u"2026-03-05T10:45"_s, 5min));
    insert(tea(u"later"_s, u"2026-03-05T13:00"_s, 30min));
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)),
                ElementsAre("03-05 09:00-12:00", "03-05 13:00-13:30"));
}

TEST_P(CalendarContract, ListsByStart)
{
    insert(tea(u"third"_s, u"2026-03-07T09:00"_s));
    insert(tea(u"first"_s, u"2026-03-05T09:00"_s));
    insert(repeating(tea(u"second"_s, u"2026-03-06T08:00"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-05 09:00", "03-06 08:00", "03-07 08:00", "03-07 09:00", "03-08 08:00"));
}

TEST_P(CalendarContract, FindsEventsThatBeganLongBeforeTheWindow)
{
    insert(tea(u"night"_s, u"2026-03-04T22:00"_s, 12h));
    insert(tea(u"seven"_s, u"2026-02-28T12:00"_s, 24h * 7));
    insert(tea(u"season"_s, u"2025-11-01T00:00"_s, 24h * 150));
    EXPECT_THAT(list(window(u"2026-03-05T09:00"_s, u"2026-03-05T09:30"_s)), SizeIs(3));
    EXPECT_THAT(busy(window(u"2026-03-05T09:00"_s, u"2026-03-05T09:30"_s)), ElementsAre("03-05 09:00-09:30"));
}

TEST_P(CalendarContract, FindsAnEventThatCoversTheWholeWindow)
{
    insert(tea(u"epoch"_s, u"2020-01-01T00:00"_s, 24h * 365 * 10));
    EXPECT_THAT(busy(window(u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s)), ElementsAre("03-05 09:00-10:00"));
}

TEST_P(CalendarContract, FindsNothingInAnEmptyWindow)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    EXPECT_THAT(busy(window(u"2026-03-05T09:10"_s, u"2026-03-05T09:10"_s)), IsEmpty());
}

TEST_P(CalendarContract, ListsAtMostTwoThousand)
{
    insert(repeating(tea(u"dail1"_s, u"2020-01-01T09:00"_s), u"FREQ=DAILY"_s));
    const auto listed = list(window(u"2020-01-01T00:00"_s, u"2026-06-01T00:00"_s));
    ASSERT_EQ(listed.size(), 2000);
    EXPECT_EQ(listed.first().when.start, at(u"2020-01-01T09:00"_s)); // the first ones
}

TEST_P(CalendarContract, KnowsBusyTimeBeyondTwoThousandOccurrences)
{
    insert(repeating(tea(u"dail1"_s, u"2020-01-01T09:00"_s), u"FREQ=DAILY"_s));
    const auto spans = await(m_calendar->freeBusy(window(u"2020-01-01T00:00"_s, u"2026-06-01T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    EXPECT_EQ(spans->size(), 2343);
}

// What blocks

TEST_P(CalendarContract, DoesNotCountTransparentAndCancelledEvents)
{
    Event transparent = tea(u"clear"_s, u"2026-03-05T09:00"_s);
    transparent.transparency = Event::Transparency::Free;
    insert(transparent);
    Event cancelled = tea(u"cancelled"_s, u"2026-03-05T10:00"_s);
    cancelled.status = Event::Status::Cancelled;
    insert(cancelled);
    Event tentative = tea(u"tentative"_s, u"2026-03-05T11:00"_s);
    tentative.status = Event::Status::Tentative;
    insert(tentative);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), ElementsAre("03-05 11:00-11:30"));
}

TEST_P(CalendarContract, FreesTheTimeOfAnEventThatBecomesCancelledOrTransparent)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    event.status = Event::Status::Cancelled;
    event = update(event);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
    event.status = Event::Status::Confirmed;
    event = update(event);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), SizeIs(1));
    event.transparency = Event::Transparency::Free;
    update(event);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
}

TEST_P(CalendarContract, DoesNotCountATransparentSeries)
{
    Event series = repeating(tea(u"clear"_s, u"2026-03-05T09:00"_s), u"FREQ=DAILY"_s);
    series.transparency = Event::Transparency::Free;
    insert(series);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-08T00:00"_s)), IsEmpty());
    EXPECT_THAT(list(window(u"2026-03-05T00:00"_s, u"2026-03-08T00:00"_s)), SizeIs(3));
}

// Whole days

TEST_P(CalendarContract, BlocksTheWholeLocalDay)
{
    insert(wholeDays(u"fullone"_s, u"2026-03-05"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s)), ElementsAre("03-05 00:00-03-06 00:00"));
    EXPECT_TRUE(find(u"fullone"_s)->allDay);
}

TEST_P(CalendarContract, BlocksTheDayOfTheEventsZoneNotOfTheReaders)
{
    insert(wholeDays(u"fullone"_s, u"2026-03-05"_s, 1, u"Pacific/Auckland"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-03-10T00:00"_s)), ElementsAre("03-04 12:00-03-05 12:00"));
}

TEST_P(CalendarContract, CountsTwentyThreeAndTwentyFiveHoursOnTheDaysTheClockChanges)
{
    insert(wholeDays(u"spring"_s, u"2026-03-29"_s));
    insert(wholeDays(u"autumn"_s, u"2026-10-25"_s));
    const auto spans = await(m_calendar->freeBusy(window(u"2026-01-01T00:00"_s, u"2027-01-01T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(2));
    EXPECT_EQ((*spans)[0].length(), 23h);
    EXPECT_EQ((*spans)[1].length(), 25h);
}

TEST_P(CalendarContract, BlocksEveryDayOfAHoliday)
{
    insert(wholeDays(u"leave"_s, u"2026-03-27"_s, 5)); // over the change of the clock
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s)), ElementsAre("03-27 00:00-04-01 00:00"));
}

TEST_P(CalendarContract, LeavesTheDayFreeWhenAWholeDayIsTransparent)
{
    Event birthday = wholeDays(u"birth"_s, u"2026-03-05"_s);
    birthday.transparency = Event::Transparency::Free;
    insert(birthday);
    EXPECT_THAT(busy(window(u"2026-03-05T00:00"_s, u"2026-03-06T00:00"_s)), IsEmpty());
    EXPECT_THAT(list(window(u"2026-03-05T09:00"_s, u"2026-03-05T10:00"_s)), SizeIs(1));
}

TEST_P(CalendarContract, RepeatsWholeDays)
{
    insert(repeating(wholeDays(u"satsun"_s, u"2026-03-21"_s, 2), u"FREQ=WEEKLY"_s));
    EXPECT_THAT(busy(window(u"2026-03-20T00:00"_s, u"2026-04-06T00:00"_s)),
                ElementsAre("03-21 00:00-03-23 00:00", "03-28 00:00-03-30 00:00", "04-04 00:00-04-06 00:00"));
}

TEST_P(CalendarContract, KnowsADayWhoseMidnightDoesNotExist)
{
    // Lebanon's clock goes from 00:00 to 01:00.
    insert(wholeDays(u"fullone"_s, u"2026-03-29"_s, 1, u"Asia/Beirut"_s));
    const auto spans =
        await(m_calendar->freeBusy(window(u"2026-03-27T00:00"_s, u"2026-03-31T00:00"_s, u"Asia/Beirut"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(1));
    EXPECT_EQ((*spans)[0].length(), 23h);
}

// Series

TEST_P(CalendarContract, ExpandsASeriesAndKeepsItsId)
{
    insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=WEEKLY;BYDAY=MO,WE"_s));
    const auto listed = list(window(u"2026-03-03T00:00"_s, u"2026-03-12T00:00"_s));
    ASSERT_THAT(listed, SizeIs(3));
    for (const Event &event : listed) {
        EXPECT_EQ(event.id, u"series"_s);
        EXPECT_EQ(event.when.length(), 30min);
    }
    EXPECT_THAT(starts(window(u"2026-03-03T00:00"_s, u"2026-03-12T00:00"_s)),
                ElementsAre("03-04 09:00", "03-09 09:00", "03-11 09:00"));
    EXPECT_EQ(find(u"series"_s)->recurrenceRule, u"FREQ=WEEKLY;BYDAY=MO,WE"_s);
}

TEST_P(CalendarContract, KeepsTheLocalHourOfASeriesInSpringAndAutumn)
{
    insert(repeating(tea(u"series"_s, u"2026-03-26T09:00"_s), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s)),
                ElementsAre("03-28 09:00-09:30", "03-29 09:00-09:30", "03-30 09:00-09:30"));
    EXPECT_THAT(busy(window(u"2026-10-24T00:00"_s, u"2026-10-27T00:00"_s)),
                ElementsAre("10-24 09:00-09:30", "10-25 09:00-09:30", "10-26 09:00-09:30"));
}

TEST_P(CalendarContract, CountsASeriesInItsOwnZone)
{
    // New York's clock changes three weeks before Berlin's: seen from Berlin the meeting moves by an hour and back.
    insert(repeating(tea(u"series"_s, u"2026-03-04T09:00"_s, 30min, u"America/New_York"_s), u"FREQ=WEEKLY"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-02T00:00"_s)),
                ElementsAre("03-04 15:00", "03-11 14:00", "03-18 14:00", "03-25 14:00", "04-01 15:00"));
}

TEST_P(CalendarContract, TakesTheDayOfTheWeekInTheSeriesZone)
{
    // Monday 23:00 in New York is Tuesday in Berlin.
    insert(repeating(tea(u"series"_s, u"2026-01-05T23:00"_s, 30min, u"America/New_York"_s),
                     u"FREQ=WEEKLY;BYDAY=MO;COUNT=2"_s));
    EXPECT_THAT(starts(window(u"2026-01-01T00:00"_s, u"2026-02-01T00:00"_s)),
                ElementsAre("01-06 05:00", "01-13 05:00"));
}

TEST_P(CalendarContract, MovesAnOccurrenceInTheHourTheClockSkips)
{
    insert(repeating(tea(u"series"_s, u"2026-03-28T02:30"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(busy(window(u"2026-03-28T00:00"_s, u"2026-03-31T00:00"_s)),
                ElementsAre("03-28 02:30-03:00", "03-29 03:30-04:00", "03-30 02:30-03:00"));
}

TEST_P(CalendarContract, KeepsAnEventInTheSecondOfTwoEqualHours)
{
    Event event = tea(u"tea01"_s, u"2026-10-25T02:30"_s);
    event.when = {event.when.start + 1h, event.when.end + 1h}; // 02:30 again, now CET
    insert(event);
    const auto spans = await(m_calendar->freeBusy(window(u"2026-10-25T00:00"_s, u"2026-10-26T00:00"_s), {}));
    ASSERT_TRUE(spans.has_value());
    ASSERT_THAT(*spans, SizeIs(1));
    EXPECT_EQ(spans->first(), event.when);
}

TEST_P(CalendarContract, LeavesOutTheExceptionsOfASeries)
{
    Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=5"_s);
    series.exceptions = {at(u"2026-03-02T09:00"_s), at(u"2026-03-04T09:00"_s)};
    insert(series);
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-03 09:00-09:30", "03-05 09:00-09:30", "03-06 09:00-09:30"));
    EXPECT_EQ(find(u"series"_s)->exceptions.size(), 2);
}

TEST_P(CalendarContract, AddsAnExceptionByUpdating)
{
    Event series = insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), SizeIs(3));
    series.exceptions.append(at(u"2026-03-03T09:00"_s));
    update(series);
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)),
                ElementsAre("03-02 09:00", "03-04 09:00"));
}

TEST_P(CalendarContract, LeavesOutAWholeDayException)
{
    Event series = repeating(wholeDays(u"series"_s, u"2026-03-28"_s), u"FREQ=DAILY;COUNT=3"_s);
    series.exceptions = {at(u"2026-03-29T00:00"_s)};
    insert(series);
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-10T00:00"_s)),
                ElementsAre("03-28 00:00", "03-30 00:00"));
}

TEST_P(CalendarContract, EndsASeriesAtCountAndUntil)
{
    insert(repeating(tea(u"count"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=2"_s));
    insert(repeating(tea(u"until"_s, u"2026-03-02T10:00"_s), u"FREQ=DAILY;UNTIL=20260304T090000Z"_s));
    EXPECT_THAT(busy(window(u"2026-03-01T00:00"_s, u"2027-01-01T00:00"_s)),
                ElementsAre("03-02 09:00-09:30", "03-02 10:00-10:30", "03-03 09:00-09:30", "03-03 10:00-10:30",
                            "03-04 10:00-10:30"));
}

TEST_P(CalendarContract, FindsASeriesThatBeganYearsAgo)
{
    insert(repeating(tea(u"old01"_s, u"2005-03-07T09:00"_s), u"FREQ=WEEKLY"_s));
    insert(repeating(tea(u"old02"_s, u"2006-01-31T15:00"_s), u"FREQ=MONTHLY;BYMONTHDAY=-1"_s));
    EXPECT_THAT(busy(window(u"2026-02-23T00:00"_s, u"2026-03-03T00:00"_s)),
                ElementsAre("02-23 09:00-09:30", "02-28 15:00-15:30", "03-02 09:00-09:30"));
}

TEST_P(CalendarContract, FindsAnOccurrenceThatBeganBeforeTheWindow)
{
    insert(repeating(tea(u"nights"_s, u"2026-03-01T22:00"_s, 8h), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-05T01:00"_s, u"2026-03-05T12:00"_s)), ElementsAre("03-05 01:00-06:00"));
}

TEST_P(CalendarContract, TurnsAnEventIntoASeriesAndBack)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-02T09:00"_s));
    event = update(repeating(event, u"FREQ=DAILY;COUNT=3"_s));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), SizeIs(3));
    update(repeating(event, {}));
    EXPECT_THAT(starts(window(u"2026-03-01T00:00"_s, u"2026-04-01T00:00"_s)), ElementsAre("03-02 09:00"));
}

TEST_P(CalendarContract, RemovesAllOfASeries)
{
    insert(repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY"_s));
    EXPECT_THAT(busy(window(u"2026-03-02T00:00"_s, u"2026-03-04T00:00"_s)), SizeIs(2));
    remove(u"series"_s);
    EXPECT_THAT(busy(window(u"2026-03-02T00:00"_s, u"2026-03-04T00:00"_s)), IsEmpty());
}

} // namespace ChatCal
