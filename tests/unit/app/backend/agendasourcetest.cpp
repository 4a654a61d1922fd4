// SPDX-License-Identifier: Apache-2.0
#include "app/backend/agendasource.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Instant at(const QString &text)
{
    return *fromRfc3339(text);
}

AgendaItem item(const QString &uid, const QString &start, const QString &meetingId = {})
{
    AgendaItem made;
    made.uid = uid;
    made.title = u"Title of "_s + uid;
    made.meetingId = meetingId;
    made.when = {at(start), at(start) + 30min};
    return made;
}

QStringList uids(const QList<AgendaItem> &items)
{
    QStringList list;
    for (const AgendaItem &one : items)
        list.append(one.uid);
    return list;
}

const Interval week{at(u"2026-03-02T00:00:00Z"_s), at(u"2026-03-09T00:00:00Z"_s)};
const Interval nextWeek{week.end, week.end + 24h * 7};

class AgendaSourceTest : public testing::Test
{
protected:
    AgendaSourceTest()
    {
        tell({item(u"a"_s, u"2026-03-04T10:00:00Z"_s)});
        client.setServer(api.url(), api.token());
        source = start();
    }
    std::unique_ptr<AgendaSource> start()
    {
        auto begun = std::make_unique<AgendaSource>(client, clock);
        begun->keepIn(folder.filePath(u"agenda.json"_s));
        return begun;
    }
    void tell(const QList<AgendaItem> &items) { api.agenda = toJson(Agenda{items, *Zone::find(u"Europe/Paris"_s)}); }
    bool isFresh(const Interval &range)
    {
        return eventually([&] { return source->view(range).isFresh; });
    }
    int reads() const { return static_cast<int>(api.calls.count(u"GET /api/v1/agenda"_s)); }

    QTemporaryDir folder;
    FakeApi api;
    FakeClock clock{u"2026-03-04T09:00"_s, u"UTC"_s};
    ApiClient client;
    QObject owner;
    std::unique_ptr<AgendaSource> source;
};

} // namespace

TEST_F(AgendaSourceTest, ReadsWhatIsWantedOnce)
{
    EXPECT_FALSE(source->view(week).asOf);
    source->want(&owner, week);
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"a"_s));
    EXPECT_EQ(source->view(week).agenda.zone.name(), u"Europe/Paris"_s);
    EXPECT_EQ(source->view(week).asOf, clock.now());
    EXPECT_EQ(reads(), 1);
}

TEST_F(AgendaSourceTest, ReadsOverlappingWishesInOneCall)
{
    QObject other;
    client.setServer({}, {});
    source->want(&owner, week);
    source->want(&other, {week.start + 48h, nextWeek.end});
    client.setServer(api.url(), api.token());
    source->refresh();
    ASSERT_TRUE(isFresh({week.start, nextWeek.end}));
    EXPECT_EQ(reads(), 1);
}

TEST_F(AgendaSourceTest, ReadsTheMonthsAroundTodayBeforehand)
{
    source->want(&owner, week);
    EXPECT_TRUE(isFresh({week.start - 24h * 20, week.end + 24h * 60}));
    source->want(&owner, nextWeek);
    EXPECT_TRUE(source->view(nextWeek).isFresh) << "turning the page asks nobody";
    EXPECT_EQ(reads(), 2);
}

TEST_F(AgendaSourceTest, ReadsAnewWhenTheCalendarChanges)
{
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    tell({item(u"b"_s, u"2026-03-05T10:00:00Z"_s)});
    Q_EMIT client.calendarChanged();
    EXPECT_FALSE(source->view(week).isFresh);
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"a"_s)) << "shown until the answer is there";
    ASSERT_TRUE(isFresh(week));
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"b"_s));
}

TEST_F(AgendaSourceTest, ReadsNothingForOwnersThatAreGone)
{
    auto gone = std::make_unique<QObject>();
    source->want(gone.get(), week);
    ASSERT_TRUE(isFresh(week));
    gone.reset();
    const int before = reads();
    source->refresh();
    source->want(&owner, nextWeek);
    ASSERT_TRUE(isFresh(nextWeek));
    EXPECT_EQ(reads(), before + 1);
}

TEST_F(AgendaSourceTest, IsThereWithoutAServerAtTheNextStart)
{
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    source.reset();
    const auto forOthers = QFile::ReadGroup | QFile::ReadOther;
    EXPECT_EQ(QFileInfo(folder.filePath(u"agenda.json"_s)).permissions() & forOthers, 0);

    client.setServer({}, {});
    clock.advance(1h);
    source = start();
    const auto view = source->view(week);
    EXPECT_THAT(uids(view.agenda.items), ElementsAre(u"a"_s));
    EXPECT_EQ(view.asOf, clock.now() - 1h);
    EXPECT_FALSE(view.isFresh);
    EXPECT_FALSE(source->view({week.start - 24h * 300, week.end}).asOf) << "a part was never read";
}

TEST_F(AgendaSourceTest, KeepsWhatIsKnownWhenAReadFails)
{
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    api.before = [](const ServerRequest &) { return std::optional(problemResponse(503, u"not now"_s)); };
    QSignalSpy failed(source.get(), &AgendaSource::failed);
    source->refresh();
    ASSERT_TRUE(eventually([&] { return !failed.isEmpty(); }));
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"a"_s));
    EXPECT_FALSE(source->view(week).isFresh);
    api.before = {};
    EXPECT_TRUE(isFresh(week)) << "it tries again by itself";
}

TEST_F(AgendaSourceTest, MixesNoServersCalendars)
{
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    source->refresh(); // its answer comes too late
    source->keepIn(folder.filePath(u"team.json"_s));
    tell({item(u"team"_s, u"2026-03-04T10:00:00Z"_s)});
    EXPECT_THAT(source->view(week).agenda.items, IsEmpty());
    source->refresh();
    ASSERT_TRUE(isFresh(week));
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"team"_s));
    client.setServer({}, {});
    source->keepIn(folder.filePath(u"agenda.json"_s));
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"a"_s));
}

TEST_F(AgendaSourceTest, ShowsChangesThatWait)
{
    tell({item(u"a"_s, u"2026-03-04T10:00:00Z"_s, u"m1"_s), item(u"b"_s, u"2026-03-04T12:00:00Z"_s, u"m2"_s)});
    source->want(&owner, week);
    ASSERT_TRUE(isFresh(week));
    Change booking;
    booking.kind = Change::Kind::Book;
    booking.key = u"k"_s;
    booking.title = u"Lunch"_s;
    booking.when = Interval{at(u"2026-03-04T11:00:00Z"_s), at(u"2026-03-04T11:30:00Z"_s)};
    Change move;
    move.kind = Change::Kind::Move;
    move.uid = u"a"_s;
    move.when = Interval{at(u"2026-03-05T10:00:00Z"_s), at(u"2026-03-05T10:30:00Z"_s)};
    Change cancel;
    cancel.kind = Change::Kind::Cancel;
    cancel.uid = u"b"_s;
    source->setWaiting({{booking, clock.now()}, {move, clock.now()}, {cancel, clock.now()}});

    const auto items = source->view(week).agenda.items;
    ASSERT_THAT(uids(items), ElementsAre(u"waiting:k"_s, u"b"_s, u"a"_s));
    EXPECT_EQ(items.at(0).title, u"Lunch"_s);
    EXPECT_EQ(items.at(0).status, AgendaItem::Status::Pending);
    EXPECT_EQ(items.at(1).status, AgendaItem::Status::Cancelled);
    EXPECT_EQ(items.at(2).when, *move.when);
    EXPECT_TRUE(items.at(0).waits && items.at(1).waits && items.at(2).waits);

    ChangeOutcome refusal;
    source->setWaiting({{move, clock.now(), refusal}});
    EXPECT_THAT(uids(source->view(week).agenda.items), ElementsAre(u"a"_s, u"b"_s)) << "it did not happen";
}

TEST(AgendaCache, KeepsAMeetingInOnePlace)
{
    AgendaCache cache;
    const Zone zone;
    cache.put({week, week.start, 1}, {{item(u"a"_s, u"2026-03-04T10:00:00Z"_s, u"m1"_s)}, zone});
    cache.put({nextWeek, week.start, 2}, {{item(u"a"_s, u"2026-03-11T10:00:00Z"_s, u"m1"_s)}, zone});
    ASSERT_EQ(cache.items().size(), 1);
    EXPECT_EQ(cache.items().first().when.start, at(u"2026-03-11T10:00:00Z"_s));
    ASSERT_TRUE(cache.covering({week.start, nextWeek.end}));
    EXPECT_EQ(cache.covering({week.start, nextWeek.end})->size(), 2);
}

TEST(AgendaCache, IsBounded)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"agenda.json"_s);
    const Instant now = at(u"2026-03-04T09:00:00Z"_s);
    Agenda agenda;
    for (int count = 0; count < 12'000; ++count) {
        AgendaItem made = item(QString::number(count), u"2026-03-04T09:00:00Z"_s);
        made.when = {now + 1h * count / 2, now + 1h * count / 2 + 30min};
        agenda.items.append(made);
    }
    AgendaCache cache;
    cache.open(file);
    cache.put({{now - 24h * 300, now + 24h * 300}, now, 1}, agenda);
    ASSERT_TRUE(cache.save(now));
    AgendaCache next;
    next.open(file);
    EXPECT_LE(next.items().size(), 10'000);
    EXPECT_GT(next.items().size(), 8'000);
    EXPECT_TRUE(next.covering({now - 24h * 100, now + 24h * 100}));
    EXPECT_FALSE(next.covering({now, now + 24h * 290}));
}
