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
    if (!m_place)
        GTEST_SKIP() << "the server for it is not installed or does not start";
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

CalendarChanges CalendarContract::changes(const QString &token)
{
    const auto result = await(m_calendar->changes(token, {}));
    EXPECT_TRUE(result.has_value()) << (result ? "" : qPrintable(result.error().detail));
    return result.value_or(CalendarChanges());
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

QStringList CalendarContract::ids(const Interval &window)
{
    QStringList found;
    for (const Event &event : list(window))
        found.append(event.id);
    return found;
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

} // namespace ChatCal
