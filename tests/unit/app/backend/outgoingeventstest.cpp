// SPDX-License-Identifier: Apache-2.0
// Changes of events that are no meetings, on their way to the server.
#include "app/backend/agendasource.h"
#include "app/backend/outgoing.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/cuttingproxy.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using State = ChangeOutcome::State;
using Cut = CuttingProxy::Cut;

namespace {

Change change(Change::Kind kind, const QString &etag = {})
{
    Change made;
    made.kind = kind;
    made.uid = u"uid-Dentist"_s;
    made.title = u"Dentist"_s;
    made.eventId = u"id-Dentist"_s;
    made.etag = etag;
    const Instant start = *fromRfc3339(u"2026-03-05T14:00:00Z"_s);
    made.when = Interval{start, start + 1h};
    return made;
}

Change moveTo(const QString &start, const QString &etag)
{
    Change made = change(Change::Kind::Move, etag);
    made.when = Interval{*fromRfc3339(start), *fromRfc3339(start) + 1h};
    return made;
}

const auto deletion = [] { return change(Change::Kind::Cancel, u"1"_s); };
const auto restoring = [] { return change(Change::Kind::Restore); };
const QString later = u"2026-03-06T14:00:00Z"_s;

class OutgoingEventsTest : public testing::Test
{
protected:
    OutgoingEventsTest()
    {
        api.addEvent(u"Dentist"_s, u"2026-03-05T14:00:00Z"_s, u"2026-03-05T15:00:00Z"_s);
        goOnline();
        outgoing = start();
    }
    std::unique_ptr<Outgoing> start()
    {
        auto begun = std::make_unique<Outgoing>(client, clock);
        begun->keepIn(folder.filePath(u"own.json"_s));
        return begun;
    }
    void goOffline() { client.setServer(QUrl(u"http://127.0.0.1:9"_s), api.token()); }
    void goOnline() { client.setServer(proxy.url(), api.token()); }
    ChangeOutcome submit(const Change &wish) { return await(outgoing->submit(wish)); }
    bool drain()
    {
        outgoing->sendWaiting();
        return eventually([this] { return outgoing->waiting().isEmpty(); });
    }

    QTemporaryDir folder;
    FakeApi api;
    CuttingProxy proxy{api.url()};
    FakeClock clock{u"2026-03-04T09:00"_s, u"UTC"_s};
    ApiClient client;
    std::unique_ptr<Outgoing> outgoing;
};

} // namespace

TEST_F(OutgoingEventsTest, SendsThemOnceInOrderWhenTheServerIsBack)
{
    goOffline();
    for (const Change &wish : {moveTo(later, u"1"_s), moveTo(u"2026-03-07T14:00:00Z"_s, u"1"_s),
                               change(Change::Kind::Cancel, u"1"_s), restoring()})
        EXPECT_EQ(submit(wish).state, State::Waiting);
    outgoing = start(); // the desktop ended meanwhile
    EXPECT_EQ(outgoing->waiting().size(), 4);
    goOnline();
    EXPECT_TRUE(drain());
    EXPECT_THAT(
        api.done,
        ElementsAre(u"move id-Dentist"_s, u"move id-Dentist"_s, u"delete id-Dentist"_s, u"restore id-Dentist"_s))
        << "each was asked for on top of the one before";
    EXPECT_THAT(api.meetings, IsEmpty());
}

TEST_F(OutgoingEventsTest, AreHarmlessToRepeatWhenAnAnswerIsLost)
{
    for (const auto &[wish, done] : {std::pair(moveTo(later, u"1"_s), u"move id-Dentist"_s),
                                     std::pair(change(Change::Kind::Cancel, u"2"_s), u"delete id-Dentist"_s),
                                     std::pair(restoring(), u"restore id-Dentist"_s)}) {
        api.done.clear();
        proxy.setScript({Cut::After});
        (void)submit(wish);
        EXPECT_TRUE(drain());
        EXPECT_THAT(api.done, ElementsAre(done));
    }
}

TEST_F(OutgoingEventsTest, CountsADeletionOfWhatIsGoneAsDone)
{
    api.events.clear();
    EXPECT_EQ(submit(deletion()).state, State::Done);
    const auto moved = submit(moveTo(later, u"1"_s));
    EXPECT_EQ(moved.state, State::Refused);
    EXPECT_TRUE(moved.message.contains(u"not in the calendar any more"_s)) << qPrintable(moved.message);
    const auto restored = submit(restoring());
    EXPECT_EQ(restored.state, State::Refused);
    EXPECT_TRUE(restored.message.contains(u"no longer be brought back"_s)) << qPrintable(restored.message);
}

TEST_F(OutgoingEventsTest, LeaveAloneWhatBecameAnotherKindOfEvent)
{
    api.before = [](const ServerRequest &) {
        return std::optional(ServerResponse::json({{u"detail"_s, u"This event recurs."_s}}, 409));
    };
    for (const Change &wish : {moveTo(later, u"1"_s), deletion()}) {
        const auto outcome = submit(wish);
        EXPECT_EQ(outcome.state, State::Refused);
        EXPECT_TRUE(outcome.message.contains(u"changed meanwhile"_s)) << qPrintable(outcome.message);
    }
}

TEST_F(OutgoingEventsTest, AreShownAsIfTheyWereDone)
{
    AgendaItem dentist;
    dentist.uid = u"uid-Dentist"_s;
    dentist.title = u"Dentist"_s;
    dentist.eventId = u"id-Dentist"_s;
    dentist.etag = u"1"_s;
    dentist.isEditable = true;
    dentist.when = *deletion().when;
    AgendaItem series = dentist;
    series.uid = u"uid-series"_s;
    series.isEditable = false;
    series.fixed = u"series"_s;
    const Interval week{*fromRfc3339(u"2026-03-02T00:00:00Z"_s), *fromRfc3339(u"2026-03-09T00:00:00Z"_s)};
    api.agenda = toJson(Agenda{{dentist, series}, Zone()});
    const QString file = folder.filePath(u"agenda.json"_s);
    QObject owner;
    {
        AgendaSource source(client, clock);
        source.keepIn(file);
        source.want(&owner, week);
        EXPECT_TRUE(eventually([&] { return source.view(week).isFresh; }));
    }
    AgendaSource source(client, clock); // without having read anything again
    source.keepIn(file);
    EXPECT_THAT(source.view(week).agenda.items, ElementsAre(dentist, series));

    source.setWaiting({{moveTo(later, u"1"_s), clock.now()}});
    EXPECT_EQ(source.view(week).agenda.items.last().when, *moveTo(later, {}).when);
    source.setWaiting({{deletion(), clock.now()}});
    EXPECT_EQ(source.view(week).agenda.items.first().status, AgendaItem::Status::Cancelled);
    source.setWaiting({{restoring(), clock.now()}});
    const auto items = source.view(week).agenda.items;
    ASSERT_EQ(items.size(), 2) << "it was not read again since it was deleted";
    EXPECT_TRUE(items.first().waits);
    EXPECT_EQ(items.first().status, AgendaItem::Status::Confirmed);
    Change other = restoring();
    other.uid = u"uid-gone"_s;
    source.setWaiting({{other, clock.now()}});
    EXPECT_EQ(source.view(week).agenda.items.size(), 3);
}

TEST_F(OutgoingEventsTest, AreNotEditableAtAServerThatDoesNotSaySo)
{
    const Agenda agenda = agendaFromJson(
        {{u"time_zone"_s, u"UTC"_s},
         {u"events"_s,
          QJsonArray{QJsonObject{
              {u"uid"_s, u"a"_s}, {u"start"_s, u"2026-03-05T14:00:00Z"_s}, {u"end"_s, u"2026-03-05T15:00:00Z"_s}}}}});
    ASSERT_EQ(agenda.items.size(), 1);
    EXPECT_FALSE(agenda.items.first().isEditable);
}
