// SPDX-License-Identifier: Apache-2.0
// The part of the contract about what goes on elsewhere: lost answers, other processes, other programs, changes().
#include "tests/contract/calendarcontract.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace ChatCal {

namespace {

const auto wholeMarch = [] {
    const Zone berlin = *Zone::find(u"Europe/Berlin"_s);
    const LocalDate first(date::year(2026) / date::March / 1);
    return Interval{berlin.toInstant(LocalTime(first)), berlin.toInstant(LocalTime(first + date::days(31)))};
};

QStringList idsOf(const CalendarChanges &changes)
{
    QStringList ids;
    for (const Event &event : changes.changed)
        ids.append(event.id);
    ids.sort();
    return ids;
}

} // namespace

#define SKIP_UNLESS(condition, reason)                                                                                 \
    if (!(condition))                                                                                                  \
    GTEST_SKIP() << (reason)

// Lost answers

TEST_P(CalendarContract, MakesOneEventWhenTheAnswerToAnInsertIsLost)
{
    SKIP_UNLESS(m_place->loseNextAnswer(), "no answer can be lost here");
    const Event event = tea(u"tea01"_s, u"2026-03-05T09:00"_s);
    const auto first = await(m_calendar->insert(event, {})); // it may have asked again by itself
    const Event again = insert(event);
    EXPECT_EQ(again.uid, event.uid);
    if (first.has_value()) {
        EXPECT_EQ(first->etag, again.etag);
    }
    EXPECT_THAT(ids(wholeMarch()), ElementsAre(u"tea01"_s));
}

TEST_P(CalendarContract, HasDoneTheUpdateWhoseAnswerIsLost)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    SKIP_UNLESS(m_place->loseNextAnswer(), "no answer can be lost here");
    event.title = UntrustedText(u"Coffee"_s);
    const auto lost = await(m_calendar->update(event, {}));
    const auto found = find(u"tea01"_s);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->title, UntrustedText(u"Coffee"_s));
    if (!lost.has_value()) {
        event.etag = found->etag;
        EXPECT_EQ(update(event).title, UntrustedText(u"Coffee"_s));
    }
    EXPECT_THAT(ids(wholeMarch()), ElementsAre(u"tea01"_s));
}

TEST_P(CalendarContract, RemovesOnceMoreWhenTheAnswerIsLost)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    SKIP_UNLESS(m_place->loseNextAnswer(), "no answer can be lost here");
    static_cast<void>(await(m_calendar->remove(u"tea01"_s, {})));
    remove(u"tea01"_s);
    EXPECT_FALSE(find(u"tea01"_s).has_value());
}

// Other processes

TEST_P(CalendarContract, InsertsOnceFromTwoProcesses)
{
    const auto other = m_place->open();
    auto first = m_calendar->insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s), {});
    auto second = other->insert(tea(u"tea01"_s, u"2026-03-05T11:00"_s), {});
    const auto here = await(std::move(first));
    const auto there = await(std::move(second));
    ASSERT_TRUE(here.has_value());
    ASSERT_TRUE(there.has_value());
    EXPECT_EQ(here->when, there->when);
    EXPECT_EQ(here->etag, there->etag);
    EXPECT_THAT(list(wholeMarch()), SizeIs(1));
}

TEST_P(CalendarContract, LetsOneOfTwoUpdatesOfTheSameVersionWin)
{
    const Event seen = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    const auto other = m_place->open();
    Event mine = seen;
    mine.title = UntrustedText(u"Mine"_s);
    Event yours = seen;
    yours.title = UntrustedText(u"Yours"_s);
    auto first = m_calendar->update(mine, {});
    auto second = other->update(yours, {});
    const auto here = await(std::move(first));
    const auto there = await(std::move(second));
    EXPECT_NE(here.has_value(), there.has_value());
    EXPECT_EQ((here ? there : here).error().code, ErrorCode::Conflict);
    EXPECT_EQ(find(u"tea01"_s)->title, (here ? mine : yours).title);
}

TEST_P(CalendarContract, AnswersAnInsertWithWhatWasUpdatedMeanwhile)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    event.when = window(u"2026-03-06T09:00"_s, u"2026-03-06T10:00"_s);
    event = update(event);
    const Event again = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    EXPECT_EQ(again.when, event.when);
    EXPECT_EQ(again.etag, event.etag);
}

TEST_P(CalendarContract, DoesNotUpdateWhatWasRemoved)
{
    Event event = insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    ASSERT_TRUE(await(m_place->open()->remove(u"tea01"_s, {})));
    event.title = UntrustedText(u"Late"_s);
    const auto refused = await(m_calendar->update(event, {}));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(find(u"tea01"_s).has_value());
}

TEST_P(CalendarContract, ReadsNothingForACallerWhoIsGone)
{
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    std::stop_source stop;
    stop.request_stop();
    const auto found = await(m_calendar->find(u"tea01"_s, stop.get_token()));
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
    const auto removed = await(m_calendar->remove(u"tea01"_s, stop.get_token()));
    ASSERT_FALSE(removed.has_value());
    EXPECT_EQ(removed.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(find(u"tea01"_s).has_value());
}

// Other programs

TEST_P(CalendarContract, CountsWhatAnotherProgramWrote)
{
    SKIP_UNLESS(m_place->putForeign({tea(u"other"_s, u"2026-03-05T09:00"_s), {}, {}, {}}), "nobody else writes here");
    EXPECT_THAT(busy(wholeMarch()), ElementsAre("03-05 09:00-09:30"));
    const auto listed = list(wholeMarch());
    ASSERT_THAT(listed, SizeIs(1));
    EXPECT_EQ(listed[0].title, UntrustedText(u"Tea"_s));
    EXPECT_EQ(listed[0].uid, u"other@example.com"_s);
}

TEST_P(CalendarContract, FindsChangesAndRemovesWhatAnotherProgramWroteByItsListedId)
{
    SKIP_UNLESS(m_place->putForeign({tea(u"other"_s, u"2026-03-05T09:00"_s), {}, {}, {}}), "nobody else writes here");
    const auto listed = ids(wholeMarch());
    ASSERT_THAT(listed, SizeIs(1));
    auto found = find(listed[0]);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id, listed[0]);
    found->when = window(u"2026-03-06T15:00"_s, u"2026-03-06T16:00"_s);
    const Event moved = update(*found);
    EXPECT_EQ(moved.id, listed[0]);
    EXPECT_THAT(busy(wholeMarch()), ElementsAre("03-06 15:00-16:00"));
    remove(listed[0]);
    EXPECT_THAT(list(wholeMarch()), IsEmpty());
}

TEST_P(CalendarContract, TellsWhichEventsTheHostMayChangeByThemselves)
{
    using Answer = ForeignEvent::Answer;
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    insert(repeating(tea(u"series"_s, u"2026-03-10T09:00"_s), u"FREQ=DAILY;COUNT=2"_s));
    for (const Event &event : list(wholeMarch())) {
        EXPECT_EQ(event.isOneOfMany, event.id == u"series"_s) << qPrintable(event.id);
        EXPECT_FALSE(event.isOthers || event.isReadOnly) << qPrintable(event.id);
        const auto found = find(event.id);
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->isOneOfMany, event.isOneOfMany) << qPrintable(event.id);
    }
    remove(u"tea01"_s);
    remove(u"series"_s);

    SKIP_UNLESS(m_place->putForeign({tea(u"other"_s, u"2026-03-05T09:00"_s), {}, {}, {}}), "nobody else writes here");
    ASSERT_TRUE(m_place->putForeign({tea(u"invited"_s, u"2026-03-06T09:00"_s), Answer::Accepted, {}, {}}));
    const Event twice = repeating(tea(u"twice"_s, u"2026-03-10T09:00"_s), u"FREQ=DAILY;COUNT=2"_s);
    ASSERT_TRUE(m_place->putForeign(
        {twice, {}, {{at(u"2026-03-11T09:00"_s), window(u"2026-03-12T15:00"_s, u"2026-03-12T16:00"_s)}}, {}}));
    const auto listed = list(wholeMarch());
    ASSERT_THAT(listed, SizeIs(4));
    for (const Event &event : listed) {
        EXPECT_EQ(event.isOthers, event.uid.startsWith(u"invited"_s)) << qPrintable(event.uid);
        EXPECT_EQ(event.isOneOfMany, event.uid.startsWith(u"twice"_s)) << qPrintable(event.uid);
        const auto found = find(event.id);
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->isOthers, event.isOthers) << qPrintable(event.uid);
        EXPECT_EQ(found->isOneOfMany, event.isOneOfMany) << qPrintable(event.uid);
    }
}

TEST_P(CalendarContract, TakesBackWhatAnotherProgramWroteAfterItWasRemoved)
{
    SKIP_UNLESS(m_place->putForeign({tea(u"other"_s, u"2026-03-05T09:00"_s), {}, {}, {}}), "nobody else writes here");
    const auto listed = list(wholeMarch());
    ASSERT_THAT(listed, SizeIs(1));
    Event removed = listed[0];
    remove(removed.id);
    removed.etag.clear();
    insert(removed);
    insert(removed); // once more, as when the first answer was lost
    const auto again = list(wholeMarch());
    ASSERT_THAT(again, SizeIs(1));
    EXPECT_EQ(again[0].id, removed.id);
    EXPECT_EQ(again[0].uid, removed.uid);
    EXPECT_EQ(again[0].title, removed.title);
    EXPECT_EQ(again[0].when, removed.when);
    EXPECT_EQ(again[0].zone, removed.zone);
    EXPECT_EQ(again[0].transparency, removed.transparency);
    EXPECT_FALSE(again[0].isOthers);
}

TEST_P(CalendarContract, FreesTheTimeOfADeclinedInvitationOnly)
{
    using Answer = ForeignEvent::Answer;
    SKIP_UNLESS(m_place->putForeign({tea(u"accepted"_s, u"2026-03-05T09:00"_s), Answer::Accepted, {}, {}}),
                "nobody else writes here");
    ASSERT_TRUE(m_place->putForeign({tea(u"tentative"_s, u"2026-03-05T10:00"_s), Answer::Tentative, {}, {}}));
    ASSERT_TRUE(m_place->putForeign({tea(u"unanswered"_s, u"2026-03-05T11:00"_s), Answer::Unanswered, {}, {}}));
    ASSERT_TRUE(m_place->putForeign({tea(u"declined"_s, u"2026-03-05T12:00"_s), Answer::Declined, {}, {}}));
    EXPECT_THAT(busy(wholeMarch()), ElementsAre("03-05 09:00-09:30", "03-05 10:00-10:30", "03-05 11:00-11:30"));
}

TEST_P(CalendarContract, PutsAMovedOccurrenceWhereItWasMoved)
{
    const Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=4"_s);
    SKIP_UNLESS(
        m_place->putForeign(
            {series, {}, {{at(u"2026-03-03T09:00"_s), window(u"2026-03-03T15:00"_s, u"2026-03-03T16:00"_s)}}, {}}),
        "nobody else writes here");
    EXPECT_THAT(busy(wholeMarch()),
                ElementsAre("03-02 09:00-09:30", "03-03 15:00-16:00", "03-04 09:00-09:30", "03-05 09:00-09:30"));
    EXPECT_THAT(starts(window(u"2026-03-03T00:00"_s, u"2026-03-04T00:00"_s)), ElementsAre("03-03 15:00"));
    const auto moved = list(window(u"2026-03-03T00:00"_s, u"2026-03-04T00:00"_s));
    const auto plain = list(window(u"2026-03-04T00:00"_s, u"2026-03-05T00:00"_s));
    ASSERT_THAT(moved, SizeIs(1));
    ASSERT_THAT(plain, SizeIs(1));
    EXPECT_EQ(moved[0].id, plain[0].id) << "an occurrence keeps its series' id";
}

TEST_P(CalendarContract, FindsAnOccurrenceThatWasMovedIntoTheWindowAndNotOneMovedOut)
{
    const Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=WEEKLY;COUNT=3"_s);
    SKIP_UNLESS(
        m_place->putForeign(
            {series, {}, {{at(u"2026-03-16T09:00"_s), window(u"2026-04-20T09:00"_s, u"2026-04-20T10:00"_s)}}, {}}),
        "nobody else writes here");
    EXPECT_THAT(busy(window(u"2026-03-16T00:00"_s, u"2026-03-17T00:00"_s)), IsEmpty());
    EXPECT_THAT(busy(window(u"2026-04-20T00:00"_s, u"2026-04-21T00:00"_s)), ElementsAre("04-20 09:00-10:00"));
}

TEST_P(CalendarContract, FreesAnOccurrenceThatWasCalledOff)
{
    const Event series = repeating(tea(u"series"_s, u"2026-03-02T09:00"_s), u"FREQ=DAILY;COUNT=3"_s);
    SKIP_UNLESS(m_place->putForeign({series, {}, {}, {at(u"2026-03-03T09:00"_s)}}), "nobody else writes here");
    EXPECT_THAT(busy(wholeMarch()), ElementsAre("03-02 09:00-09:30", "03-04 09:00-09:30"));
}

// Changes

TEST_P(CalendarContract, TellsNoChangesWhereNobodyElseWrites)
{
    SKIP_UNLESS(!m_place->tellsChanges(), "this calendar tells changes");
    insert(tea(u"tea01"_s, u"2026-03-05T09:00"_s));
    const auto told = changes({});
    EXPECT_TRUE(told.token.isEmpty());
    EXPECT_THAT(told.changed, IsEmpty());
    EXPECT_THAT(told.removed, IsEmpty());
}

TEST_P(CalendarContract, TellsWhatIsThereWhenAskedForTheFirstTime)
{
    SKIP_UNLESS(m_place->tellsChanges(), "this calendar tells no changes");
    insert(tea(u"tea01"_s, u"2036-03-05T09:00"_s));
    insert(repeating(tea(u"series"_s, u"2036-03-02T09:00"_s), u"FREQ=DAILY;COUNT=3"_s));
    const auto told = changes({});
    EXPECT_EQ(idsOf(told), QStringList({u"series"_s, u"tea01"_s}));
    EXPECT_TRUE(told.isComplete);
    EXPECT_FALSE(told.token.isEmpty());
}

TEST_P(CalendarContract, TellsOnlyWhatBecameDifferent)
{
    SKIP_UNLESS(m_place->tellsChanges(), "this calendar tells no changes");
    insert(tea(u"same1"_s, u"2036-03-04T09:00"_s));
    insert(tea(u"gone1"_s, u"2036-03-04T11:00"_s));
    Event event = insert(tea(u"tea01"_s, u"2036-03-05T09:00"_s));
    const QString token = changes({}).token;

    const auto other = m_place->open();
    event.title = UntrustedText(u"Coffee"_s);
    ASSERT_TRUE(await(other->update(event, {})));
    ASSERT_TRUE(await(other->insert(tea(u"fresh"_s, u"2036-03-06T09:00"_s), {})));
    ASSERT_TRUE(await(other->remove(u"gone1"_s, {})));
    const auto told = changes(token);
    EXPECT_EQ(idsOf(told), QStringList({u"fresh"_s, u"tea01"_s}));
    EXPECT_THAT(told.removed, ElementsAre(u"gone1"_s));
    EXPECT_FALSE(told.isComplete);
    const auto changed =
        std::find_if(told.changed.begin(), told.changed.end(), [](const Event &one) { return one.id == u"tea01"_s; });
    ASSERT_NE(changed, told.changed.end());
    EXPECT_EQ(changed->title, UntrustedText(u"Coffee"_s));
}

TEST_P(CalendarContract, TellsNothingTwice)
{
    SKIP_UNLESS(m_place->tellsChanges(), "this calendar tells no changes");
    insert(tea(u"tea01"_s, u"2036-03-05T09:00"_s));
    const QString token = changes({}).token;
    insert(tea(u"tea02"_s, u"2036-03-05T10:00"_s));
    const auto told = changes(token);
    EXPECT_EQ(idsOf(told), QStringList{u"tea02"_s});
    const auto quiet = changes(told.token);
    EXPECT_THAT(quiet.changed, IsEmpty());
    EXPECT_THAT(quiet.removed, IsEmpty());
    EXPECT_FALSE(quiet.token.isEmpty());
}

TEST_P(CalendarContract, TellsEverythingAgainForATokenItDoesNotKnow)
{
    SKIP_UNLESS(m_place->tellsChanges(), "this calendar tells no changes");
    insert(tea(u"tea01"_s, u"2036-03-05T09:00"_s));
    const auto told = changes(u"a token of long ago"_s);
    EXPECT_TRUE(told.isComplete);
    EXPECT_EQ(idsOf(told), QStringList{u"tea01"_s});
    EXPECT_THAT(told.removed, IsEmpty());
    EXPECT_THAT(changes(told.token).changed, IsEmpty());
}

TEST_P(CalendarContract, TellsChangesAcrossProcesses)
{
    SKIP_UNLESS(m_place->tellsChanges(), "this calendar tells no changes");
    const QString token = changes({}).token;
    insert(tea(u"tea01"_s, u"2036-03-05T09:00"_s));
    const auto told = await(m_place->open()->changes(token, {}));
    ASSERT_TRUE(told.has_value());
    EXPECT_EQ(idsOf(*told), QStringList{u"tea01"_s});
}

} // namespace ChatCal
