// SPDX-License-Identifier: Apache-2.0
#include "app/backend/outgoing.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/cuttingproxy.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using State = ChangeOutcome::State;
using Cut = CuttingProxy::Cut;

namespace {

Instant at(const QString &text)
{
    return *fromRfc3339(text);
}

Change booking(const QString &title, const QString &key = {})
{
    Change change;
    change.kind = Change::Kind::Book;
    change.key = key;
    change.title = title;
    change.meeting = {{u"title"_s, title}, {u"start"_s, u"2026-03-10T14:00:00Z"_s}, {u"duration_minutes"_s, 30}};
    return change;
}

Change quickBooking(const QString &text)
{
    Change change;
    change.kind = Change::Kind::QuickBook;
    change.text = text;
    return change;
}

Change move(const QString &uid, const QString &start, int sequence)
{
    Change change;
    change.kind = Change::Kind::Move;
    change.uid = uid;
    change.when = Interval{at(start), at(start) + 30min};
    change.sequence = sequence;
    return change;
}

Change cancellation(const QString &uid, int sequence)
{
    Change change;
    change.kind = Change::Kind::Cancel;
    change.uid = uid;
    change.sequence = sequence;
    return change;
}

class OutgoingTest : public testing::Test
{
protected:
    OutgoingTest()
    {
        client.setServer(proxy.url(), api.token());
        outgoing = start();
    }

    /// A desktop that begins with what is on the disk.
    std::unique_ptr<Outgoing> start()
    {
        auto begun = std::make_unique<Outgoing>(client, clock);
        begun->keepIn(file());
        QObject::connect(begun.get(), &Outgoing::settled, begun.get(),
                         [this](const Change &, const ChangeOutcome &outcome) { settled.append(outcome); });
        return begun;
    }
    QString file() const { return folder.filePath(u"outgoing/own.json"_s); }
    State submit(const Change &change) { return await(outgoing->submit(change)).state; }
    /// Sends what waits until nothing does.
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
    QList<ChangeOutcome> settled;
    std::unique_ptr<Outgoing> outgoing;
};

} // namespace

TEST_F(OutgoingTest, SendsAWishAndForgetsIt)
{
    const auto outcome = await(outgoing->submit(booking(u"Review"_s)));
    EXPECT_EQ(outcome.state, State::Done);
    EXPECT_EQ(outcome.uid, u"1"_s);
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s));
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
    EXPECT_EQ(settled.size(), 1);
    outgoing = start();
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
}

TEST_F(OutgoingTest, KeepsWhatCannotBeSentAndSendsItOnce)
{
    client.setServer(QUrl(u"http://127.0.0.1:9"_s), api.token());
    QSignalSpy changed(outgoing.get(), &Outgoing::changed);
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Waiting);
    EXPECT_EQ(submit(booking(u"Lunch"_s)), State::Waiting);
    ASSERT_EQ(outgoing->waiting().size(), 2);
    EXPECT_EQ(outgoing->waiting().first().change.title, u"Review"_s);
    EXPECT_EQ(outgoing->waiting().first().askedAt, clock.now());
    EXPECT_GE(changed.size(), 2);
    EXPECT_THAT(settled, IsEmpty());

    client.setServer(proxy.url(), api.token());
    EXPECT_TRUE(drain());
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s, u"book Lunch"_s));
    EXPECT_EQ(settled.size(), 2);
}

TEST_F(OutgoingTest, TriesAgainByItself)
{
    proxy.setScript({Cut::Before, Cut::Before});
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Waiting);
    EXPECT_TRUE(eventually([this] { return outgoing->waiting().isEmpty(); }));
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s));
}

TEST_F(OutgoingTest, OutlivesTheEndOfTheDesktop)
{
    client.setServer({}, {});
    EXPECT_EQ(submit(quickBooking(u"Lunch tomorrow at noon"_s)), State::Waiting);
    EXPECT_EQ(submit(move(u"7"_s, u"2026-03-10T15:00:00Z"_s, 3)), State::Waiting);
    QFile kept(file());
    EXPECT_EQ(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), 0);

    outgoing = start();
    ASSERT_EQ(outgoing->waiting().size(), 2);
    EXPECT_EQ(outgoing->waiting().first().change.text, u"Lunch tomorrow at noon"_s);
    EXPECT_EQ(outgoing->waiting().last().change.when,
              (Interval{at(u"2026-03-10T15:00:00Z"_s), at(u"2026-03-10T15:30:00Z"_s)}));
    EXPECT_EQ(outgoing->waiting().last().change.sequence, 3);
}

TEST_F(OutgoingTest, IsOnTheDiskBeforeItIsSent)
{
    QByteArray seen;
    api.before = [this, &seen](const ServerRequest &) {
        QFile kept(file());
        if (kept.open(QIODevice::ReadOnly))
            seen = kept.readAll();
        return std::optional<ServerResponse>();
    };
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Done);
    EXPECT_TRUE(seen.contains("Review"));
}

TEST_F(OutgoingTest, CountsTomorrowFromWhenItWasTyped)
{
    api.outcome = api.addMeeting(u"1"_s, u"Lunch"_s, u"2026-03-05T12:00:00Z"_s);
    QJsonObject sent;
    api.before = [&sent](const ServerRequest &request) {
        sent = QJsonDocument::fromJson(request.body).object();
        return std::optional<ServerResponse>();
    };
    client.setServer({}, {});
    EXPECT_EQ(submit(quickBooking(u"Lunch tomorrow at noon"_s)), State::Waiting);
    clock.advance(48h);
    client.setServer(proxy.url(), api.token());
    EXPECT_TRUE(drain());
    EXPECT_EQ(fromRfc3339(sent.value("typed_at"_L1).toString()), at(u"2026-03-04T09:00:00Z"_s));
}

/// Each kind of change, cut before it reaches the server and after; the desktop killed meanwhile or not.
struct Cutting
{
    const char *name;
    Change::Kind kind;
    Cut cut;
    bool dies;
};
void PrintTo(const Cutting &cutting, std::ostream *out)
{
    *out << cutting.name;
}

class OutgoingCut : public OutgoingTest, public testing::WithParamInterface<Cutting>
{
};

TEST_P(OutgoingCut, IsCarriedOutOnce)
{
    api.addMeeting(u"a"_s, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
    api.outcome = api.meetings.value(u"a"_s);
    const QHash<Change::Kind, QPair<Change, QString>> wishes{
        {Change::Kind::Book, {booking(u"Lunch"_s), u"book Lunch"_s}},
        {Change::Kind::QuickBook, {quickBooking(u"Tea at 5"_s), u"book Tea at 5"_s}},
        {Change::Kind::Move, {move(u"a"_s, u"2026-03-10T16:00:00Z"_s, 0), u"move a"_s}},
        {Change::Kind::Cancel, {cancellation(u"a"_s, 0), u"cancel a"_s}}};
    const auto [wish, done] = wishes.value(GetParam().kind);
    proxy.setScript({GetParam().cut});
    EXPECT_EQ(submit(wish), State::Waiting);
    EXPECT_EQ(outgoing->waiting().size(), 1);
    if (GetParam().dies)
        outgoing = start();
    EXPECT_TRUE(drain());
    EXPECT_THAT(api.done, ElementsAre(done));
    ASSERT_EQ(settled.size(), 1);
    EXPECT_EQ(settled.first().state, State::Done);
}

INSTANTIATE_TEST_SUITE_P(All, OutgoingCut,
                         testing::Values(Cutting{"BookBefore", Change::Kind::Book, Cut::Before, false},
                                         Cutting{"BookAfter", Change::Kind::Book, Cut::After, false},
                                         Cutting{"BookAfterAndDeath", Change::Kind::Book, Cut::After, true},
                                         Cutting{"QuickBookAfter", Change::Kind::QuickBook, Cut::After, false},
                                         Cutting{"QuickBookAfterAndDeath", Change::Kind::QuickBook, Cut::After, true},
                                         Cutting{"MoveBefore", Change::Kind::Move, Cut::Before, false},
                                         Cutting{"MoveAfter", Change::Kind::Move, Cut::After, false},
                                         Cutting{"MoveAfterAndDeath", Change::Kind::Move, Cut::After, true},
                                         Cutting{"CancelBefore", Change::Kind::Cancel, Cut::Before, false},
                                         Cutting{"CancelAfter", Change::Kind::Cancel, Cut::After, false},
                                         Cutting{"CancelAfterAndDeath", Change::Kind::Cancel, Cut::After, true}),
                         [](const auto &info) { return std::string(info.param.name); });

TEST_F(OutgoingTest, WhicheverCallFailsNothingIsLostOrDoneTwice)
{
    for (int failing = 0; failing < 8; ++failing) {
        const QString uid = QString(u'm') + QString::number(failing);
        api.addMeeting(uid, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
        api.done.clear();
        int call = 0;
        api.before = [&call, failing](const ServerRequest &) {
            return call++ == failing ? std::optional(problemResponse(503, u"not now"_s)) : std::nullopt;
        };
        const QString title = u"Lunch "_s + uid;
        (void)submit(booking(title));
        (void)submit(move(uid, u"2026-03-10T16:00:00Z"_s, 0));
        (void)submit(cancellation(uid, 1));
        EXPECT_TRUE(drain());
        EXPECT_THAT(api.done, ElementsAre(u"book "_s + title, u"move "_s + uid, u"cancel "_s + uid)) << failing;
    }
}

TEST_F(OutgoingTest, ChangesThatWaitForOneMeetingFollowOneAnother)
{
    api.addMeeting(u"a"_s, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
    client.setServer({}, {});
    EXPECT_EQ(submit(move(u"a"_s, u"2026-03-10T16:00:00Z"_s, 0)), State::Waiting);
    EXPECT_EQ(submit(move(u"a"_s, u"2026-03-10T17:00:00Z"_s, 0)), State::Waiting); // made from what was shown
    client.setServer(proxy.url(), api.token());
    EXPECT_TRUE(drain());
    EXPECT_THAT(api.done, ElementsAre(u"move a"_s, u"move a"_s));
    EXPECT_EQ(at(api.meetings.value(u"a"_s).value("start"_L1).toString()), at(u"2026-03-10T17:00:00Z"_s));
}

TEST_F(OutgoingTest, LeavesAMeetingAloneThatOthersChanged)
{
    QJsonObject meeting = api.addMeeting(u"a"_s, u"Review"_s, u"2026-03-11T10:00:00Z"_s);
    meeting.insert(u"sequence"_s, 4);
    api.meetings.insert(u"a"_s, meeting);
    const auto outcome = await(outgoing->submit(move(u"a"_s, u"2026-03-10T16:00:00Z"_s, 3)));
    EXPECT_EQ(outcome.state, State::Refused);
    EXPECT_TRUE(outcome.message.contains(u"Review"_s)) << qPrintable(outcome.message);
    EXPECT_THAT(api.done, IsEmpty());
    EXPECT_THAT(outgoing->waiting(), IsEmpty()) << "it was told at once";
}

TEST_F(OutgoingTest, KeepsALateRefusalUntilItWasSeen)
{
    client.setServer({}, {});
    EXPECT_EQ(submit(booking(u"Review"_s, u"key"_s)), State::Waiting);
    api.before = [](const ServerRequest &) {
        const QJsonObject slot{{u"start"_s, u"2026-03-10T15:00:00Z"_s}, {u"end"_s, u"2026-03-10T15:30:00Z"_s}};
        return std::optional(ServerResponse::json(
            {{u"detail"_s, u"That time is taken."_s}, {u"alternatives"_s, QJsonArray{slot}}}, 409));
    };
    client.setServer(proxy.url(), api.token());
    outgoing->sendWaiting();
    ASSERT_TRUE(eventually([this] { return settled.size() == 1; }));
    EXPECT_EQ(settled.first().state, State::Refused);
    outgoing = start();
    ASSERT_EQ(outgoing->waiting().size(), 1);
    const auto refusal = outgoing->waiting().first().refusal;
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->message, u"That time is taken."_s);
    EXPECT_THAT(refusal->alternatives,
                ElementsAre(Interval{at(u"2026-03-10T15:00:00Z"_s), at(u"2026-03-10T15:30:00Z"_s)}));

    EXPECT_EQ(submit(booking(u"Lunch"_s)), State::Refused) << "it stands in nobody's way";
    EXPECT_TRUE(outgoing->withdraw(u"key"_s));
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
}

TEST_F(OutgoingTest, SetsAsideWhatTheServerFailsAtAgainAndAgain)
{
    api.addMeeting(u"a"_s, u"Review"_s, u"2026-03-10T14:00:00Z"_s);
    const auto failing = [](const ServerRequest &request) {
        const bool isLunch = request.body.contains("Lunch");
        return isLunch ? std::optional(problemResponse(500, u"broken"_s)) : std::nullopt;
    };
    api.before = failing;
    EXPECT_EQ(submit(booking(u"Lunch"_s, u"lunch"_s)), State::Waiting);
    EXPECT_EQ(submit(move(u"a"_s, u"2026-03-10T16:00:00Z"_s, 0)), State::Waiting);
    for (int tries = 2; tries < 5; ++tries) {
        outgoing->sendWaiting();
        ASSERT_TRUE(eventually([&] { return outgoing->waiting().first().failures >= tries; }));
        EXPECT_FALSE(outgoing->waiting().first().refusal) << tries;
        EXPECT_THAT(api.done, IsEmpty());
    }
    outgoing = start(); // it counts on after an end of the program
    outgoing->sendWaiting();
    ASSERT_TRUE(eventually([this] { return outgoing->waiting().size() == 1; }));
    EXPECT_THAT(api.done, ElementsAre(u"move a"_s));
    outgoing = start();
    ASSERT_TRUE(outgoing->waiting().first().refusal);
    EXPECT_TRUE(outgoing->waiting().first().refusal->mayRepeat);

    api.before = {};
    const Instant asked = outgoing->waiting().first().askedAt;
    clock.advance(1h);
    outgoing->tryAgain(u"lunch"_s);
    EXPECT_EQ(outgoing->waiting().first().askedAt, asked);
    ASSERT_TRUE(eventually([this] { return outgoing->waiting().isEmpty(); }));
    EXPECT_THAT(api.done, ElementsAre(u"move a"_s, u"book Lunch"_s));
}

TEST_F(OutgoingTest, WaitsForAServerThatIsAwayHoweverLong)
{
    int calls = 0;
    api.before = [&calls](const ServerRequest &) {
        return ++calls <= 8 ? std::optional(problemResponse(503, u"not now"_s)) : std::nullopt;
    };
    EXPECT_EQ(submit(booking(u"Lunch"_s)), State::Waiting);
    EXPECT_TRUE(eventually([&] {
        outgoing->sendWaiting();
        return outgoing->waiting().isEmpty();
    }));
    EXPECT_THAT(api.done, ElementsAre(u"book Lunch"_s));
}

TEST_F(OutgoingTest, TellsARefusalAtOnce)
{
    api.before = [](const ServerRequest &) { return std::optional(problemResponse(404, u"gone"_s)); };
    const auto outcome = await(outgoing->submit(cancellation(u"a"_s, 0)));
    EXPECT_EQ(outcome.state, State::Refused);
    EXPECT_FALSE(outcome.message.isEmpty());
    client.setServer(proxy.url(), Secret("wrong"));
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Refused);
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
}

TEST_F(OutgoingTest, SendsNothingThatWasWithdrawn)
{
    client.setServer({}, {});
    EXPECT_EQ(submit(booking(u"Review"_s, u"key"_s)), State::Waiting);
    EXPECT_TRUE(outgoing->withdraw(u"key"_s));
    EXPECT_FALSE(outgoing->withdraw(u"key"_s));
    client.setServer(proxy.url(), api.token());
    EXPECT_EQ(submit(booking(u"Lunch"_s)), State::Done);
    EXPECT_THAT(api.done, ElementsAre(u"book Lunch"_s));
}

TEST_F(OutgoingTest, OneKeyIsOneWish)
{
    auto first = outgoing->submit(booking(u"Review"_s, u"key"_s));
    auto second = outgoing->submit(booking(u"Review"_s, u"key"_s));
    EXPECT_EQ(await(std::move(first)).state, State::Done);
    EXPECT_EQ(await(std::move(second)).state, State::Done);
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s));
}

TEST_F(OutgoingTest, RepeatsNoBookingWhoseKeyTheServerForgot)
{
    proxy.setScript({Cut::After});
    EXPECT_EQ(submit(booking(u"Review"_s, u"key"_s)), State::Waiting);
    clock.advance(24h * 7);
    outgoing->sendWaiting();
    ASSERT_TRUE(eventually([this] { return settled.size() == 1; }));
    EXPECT_EQ(settled.first().state, State::Refused);
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s));
}

TEST_F(OutgoingTest, KeepsTheWishesOfEachServerApart)
{
    client.setServer({}, {});
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Waiting);
    outgoing->keepIn(folder.filePath(u"outgoing/team.json"_s));
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
    client.setServer(proxy.url(), api.token());
    EXPECT_EQ(submit(booking(u"Lunch"_s)), State::Done);
    EXPECT_THAT(api.done, ElementsAre(u"book Lunch"_s));
    outgoing->keepIn(file());
    ASSERT_EQ(outgoing->waiting().size(), 1);
    EXPECT_EQ(outgoing->waiting().first().change.title, u"Review"_s);
}

TEST_F(OutgoingTest, LosesNothingWhenItTurnsBackWhileAWishIsOnItsWay)
{
    auto first = outgoing->submit(booking(u"Review"_s)); // on its way to the first server
    outgoing->keepIn(folder.filePath(u"outgoing/team.json"_s));
    outgoing->keepIn(file());
    auto second = outgoing->submit(booking(u"Lunch"_s));
    EXPECT_EQ(await(std::move(first)).state, State::Done);
    EXPECT_EQ(await(std::move(second)).state, State::Done);
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s, u"book Lunch"_s));
    outgoing = start();
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
}

TEST_F(OutgoingTest, AnswersForAWishThatIsWithdrawnBeforeItsTurn)
{
    auto first = outgoing->submit(booking(u"Review"_s));
    auto second = outgoing->submit(booking(u"Lunch"_s, u"lunch"_s));
    EXPECT_TRUE(outgoing->withdraw(u"lunch"_s));
    EXPECT_EQ(await(std::move(second)).state, State::Refused);
    EXPECT_EQ(await(std::move(first)).state, State::Done);
    EXPECT_THAT(api.done, ElementsAre(u"book Review"_s));
}

TEST_F(OutgoingTest, PutsAFileAsideThatItCannotRead)
{
    ASSERT_TRUE(QDir().mkpath(folder.filePath(u"outgoing"_s)));
    const QString other = folder.filePath(u"outgoing/other.json"_s);
    QFile broken(other);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("{\"waiting\": [{");
    broken.close();
    outgoing->keepIn(other);
    EXPECT_THAT(outgoing->waiting(), IsEmpty());
    EXPECT_TRUE(QFile::exists(other + u".unread"_s));
    EXPECT_EQ(submit(booking(u"Review"_s)), State::Done);
}
