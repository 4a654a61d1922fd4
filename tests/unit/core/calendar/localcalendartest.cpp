// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/localcalendar.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorystore.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace ChatCal {

namespace {

struct LocalCalendarTest : testing::Test
{
    FakeClock clock;
    MemoryStore store{clock};
    LocalCalendar calendar{store, u"owner"_s, clock};
    Zone zone = *Zone::find(u"America/New_York"_s);

    Instant at(const QString &local) const { return zone.toInstant(*fromIsoLocal(local)); }
    Event event(const QString &id, const QString &start, std::chrono::minutes length = 30min) const
    {
        Event made;
        made.id = id;
        made.uid = id + u"@chatcal"_s;
        made.title = UntrustedText(u"Tea"_s);
        made.zone = zone;
        made.when = {at(start), at(start) + length};
        return made;
    }
    Interval day(const QString &date) const { return {at(date + u"T00:00"_s), at(date + u"T00:00"_s) + 24h}; }
};

} // namespace

TEST_F(LocalCalendarTest, SeesWhatAnotherProcessChangedInASeries)
{
    const auto otherStore = store.another();
    LocalCalendar other(*otherStore, u"owner"_s, clock);
    Event series = event(u"series"_s, u"2026-03-02T09:00"_s);
    series.recurrenceRule = u"FREQ=DAILY"_s;
    ASSERT_TRUE(await(calendar.insert(series, {})));
    ASSERT_EQ(await(calendar.freeBusy(day(u"2026-03-05"_s), {}))->size(), 1);
    series.exceptions = {at(u"2026-03-05T09:00"_s)};
    ASSERT_TRUE(await(other.update(series, {})));
    EXPECT_THAT(*await(calendar.freeBusy(day(u"2026-03-05"_s), {})), IsEmpty());
    // Removed and made anew it has version 1 again, and is another series all the same.
    ASSERT_TRUE(await(other.remove(u"series"_s, {})));
    series.exceptions.clear();
    ASSERT_TRUE(await(other.insert(series, {})));
    EXPECT_EQ(await(calendar.freeBusy(day(u"2026-03-05"_s), {}))->size(), 1);
}

TEST_F(LocalCalendarTest, KeepsHostsApart)
{
    LocalCalendar other(store, u"somebody"_s, clock);
    ASSERT_TRUE(await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {})));
    EXPECT_THAT(*await(other.list(day(u"2026-03-05"_s), {})), IsEmpty());
    EXPECT_FALSE(await(other.find(u"tea01"_s, {}))->has_value());
}

TEST_F(LocalCalendarTest, LeavesNothingBehindWhenAnEventMovesOrGoes)
{
    Event moving = event(u"moving"_s, u"2026-03-05T09:00"_s);
    ASSERT_TRUE(await(calendar.insert(moving, {})));
    moving.when.end = moving.when.start + 24h * 5; // to the index of longer events
    ASSERT_TRUE(await(calendar.update(moving, {})));
    moving.when.end = moving.when.start + 24h * 90;
    ASSERT_TRUE(await(calendar.update(moving, {})));
    moving.recurrenceRule = u"FREQ=YEARLY"_s;
    ASSERT_TRUE(await(calendar.update(moving, {})));
    moving.recurrenceRule.clear();
    moving.when = {at(u"2026-03-06T09:00"_s), at(u"2026-03-06T09:30"_s)};
    ASSERT_TRUE(await(calendar.update(moving, {})));
    moving.title = UntrustedText(u"Only the words change"_s);
    ASSERT_TRUE(await(calendar.update(moving, {})));
    EXPECT_THAT(*await(calendar.freeBusy(day(u"2026-03-05"_s), {})), IsEmpty());
    EXPECT_EQ(await(calendar.freeBusy(day(u"2026-03-06"_s), {}))->size(), 1);
    ASSERT_TRUE(await(calendar.remove(u"moving"_s, {})));
    EXPECT_THAT(*await(calendar.freeBusy({at(u"2026-01-01T00:00"_s), at(u"2030-01-01T00:00"_s)}, {})), IsEmpty());
    EXPECT_THAT(store.keys(u"calendar:owner"_s), IsEmpty());
}

TEST_F(LocalCalendarTest, AnswersWithAnErrorWhenTheStoreIsGoneNeverWithFree)
{
    ASSERT_TRUE(await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {})));
    for (int nth = 1; nth <= 4; ++nth) {
        store.failCall(nth);
        const auto busy = await(calendar.freeBusy(day(u"2026-03-05"_s), {}));
        ASSERT_FALSE(busy.has_value()) << nth;
        EXPECT_EQ(busy.error().code, ErrorCode::Unavailable);
    }
    EXPECT_EQ(await(calendar.freeBusy(day(u"2026-03-05"_s), {}))->size(), 1);
}

TEST_F(LocalCalendarTest, MayBeInsertedAgainWhenTheAnswerWasLost)
{
    store.failCall(1, ErrorCode::Timeout, MemoryStore::Applied::Yes);
    const auto lost = await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {}));
    ASSERT_FALSE(lost.has_value());
    const auto again = await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {}));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(await(calendar.list(day(u"2026-03-05"_s), {}))->size(), 1);
}

TEST_F(LocalCalendarTest, TellsOthersWhatChanged)
{
    const auto otherStore = store.another();
    QSignalSpy notices(otherStore.get(), &Store::noticed);
    ASSERT_TRUE(await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {})));
    ASSERT_TRUE(eventually([&] { return !notices.isEmpty(); }));
    EXPECT_EQ(notices.first()[0].toString(), u"calendar:owner"_s);
    EXPECT_EQ(notices.first()[1].toByteArray(), "tea01");
}

TEST_F(LocalCalendarTest, OneOfTwoUpdatesAtOnceWithTheSameEtagWins)
{
    const Event made = *await(calendar.insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {}));
    Event left = made, right = made;
    left.title = UntrustedText(u"Left"_s);
    right.title = UntrustedText(u"Right"_s);
    auto first = calendar.update(left, {});
    auto second = calendar.update(right, {});
    const auto a = await(std::move(first));
    const auto b = await(std::move(second));
    EXPECT_NE(a.has_value(), b.has_value());
    EXPECT_EQ((a ? b : a).error().code, ErrorCode::Conflict);
}

TEST_F(LocalCalendarTest, MayGoWhileItIsAsked)
{
    auto mine = std::make_unique<LocalCalendar>(store, u"owner"_s, clock);
    auto task = mine->insert(event(u"tea01"_s, u"2026-03-05T09:00"_s), {});
    mine.reset();
    EXPECT_TRUE(await(std::move(task)).has_value());
}

TEST_F(LocalCalendarTest, ReadsFourWeeksAmongTwoThousandEventsWithoutTheirDocuments)
{
    for (int i = 0; i < 2000; ++i) {
        Event made = event(u"e%1"_s.arg(i, 6, 10, QChar(u'0')), u"2026-03-01T08:00"_s);
        made.when = {made.when.start + i * 20min, made.when.start + i * 20min + 10min};
        ASSERT_TRUE(await(calendar.insert(made, {})));
    }
    const Interval window{at(u"2026-03-01T00:00"_s), at(u"2026-03-29T00:00"_s)};
    const int before = store.calls();
    const auto busy = await(calendar.freeBusy(window, {}));
    ASSERT_TRUE(busy.has_value());
    EXPECT_EQ(busy->size(), (window.end - at(u"2026-03-01T08:00"_s)) / 20min);
    EXPECT_LE(store.calls() - before, 5); // index pages only
}

} // namespace ChatCal
