// SPDX-License-Identifier: Apache-2.0
#include "app/window/waitinglist.h"
#include "app/look/theme.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/fakeapi.h"
#include "tests/unit/app/shownwords.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(const QString &text)
{
    return *fromRfc3339(text);
}

class WaitingListTest : public testing::Test
{
protected:
    WaitingListTest()
    {
        list.setZone(*Zone::find(u"America/New_York"_s));
        list.resize(620, 40);
    }

    void wait(Change change) { (void)await(outgoing.submit(std::move(change))); }
    static Change booking(const QString &title, const QString &start)
    {
        Change change;
        change.kind = Change::Kind::Book;
        change.title = title;
        change.when = Interval{at(start), at(start) + 30min};
        change.meeting = {{u"title"_s, title}, {u"start"_s, start}, {u"duration_minutes"_s, 30}};
        return change;
    }
    static Change quickBooking(const QString &text)
    {
        Change change;
        change.text = text;
        return change;
    }
    void refuseAll()
    {
        api.before = [](const ServerRequest &request) {
            if (request.method == "GET")
                return std::optional<ServerResponse>();
            QJsonArray free;
            for (const auto &start : {u"2026-03-10T15:00:00-04:00"_s, u"2026-03-10T16:30:00-04:00"_s})
                free.append(QJsonObject{{u"start"_s, start}, {u"end"_s, toRfc3339({at(start) + 30min, Zone()})}});
            return std::optional(
                ServerResponse::json({{u"detail"_s, u"That time is taken."_s}, {u"alternatives"_s, free}}, 409));
        };
        client.setServer(api.url(), api.token());
        outgoing.sendWaiting();
        ASSERT_TRUE(eventually([&] { return outgoing.waiting().first().refusal.has_value(); }));
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : list.findChildren<QPushButton *>()) {
            if (one->isVisibleTo(&list) && one->text().contains(text))
                return one;
        }
        return nullptr;
    }
    /// The first of the times offered instead.
    QPushButton *alternative()
    {
        for (QPushButton *one : list.findChildren<QPushButton *>()) {
            if (one->isVisibleTo(&list) && one->accessibleName().contains(u"instead"_s))
                return one;
        }
        return nullptr;
    }
    bool shows(const QString &words) { return showsWords(list, words); }
    void open() { QTest::mouseClick(button(u"Show"_s), Qt::LeftButton); }

    FakeApi api;
    ApiClient client;
    FakeClock clock{u"2026-03-04T09:00"_s, u"America/New_York"_s};
    Outgoing outgoing{client, clock};
    WaitingList list{client, outgoing, clock};
};

} // namespace

TEST(ChangeWords, TellAnEventFromAMeeting)
{
    Change change;
    change.kind = Change::Kind::Cancel;
    change.title = u"Dentist"_s;
    EXPECT_EQ(changeWords(change, Zone()), u"Cancel “Dentist”"_s);
    change.eventId = u"id"_s;
    EXPECT_EQ(changeWords(change, Zone()), u"Delete “Dentist”"_s);
    change.kind = Change::Kind::Restore;
    EXPECT_EQ(changeWords(change, Zone()), u"Bring back “Dentist”"_s);
}

TEST_F(WaitingListTest, IsHiddenWhileNothingWaits)
{
    EXPECT_TRUE(list.isHidden());
    wait(quickBooking(u"Lunch tomorrow"_s));
    EXPECT_FALSE(list.isHidden());
    EXPECT_TRUE(shows(u"1 change"_s));
    EXPECT_FALSE(shows(u"Book: Lunch tomorrow"_s)) << "the list is closed";
}

TEST_F(WaitingListTest, ListsWhatWaitsAndWithdrawsIt)
{
    wait(quickBooking(u"Lunch tomorrow"_s));
    wait(booking(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s));
    EXPECT_TRUE(shows(u"2 change"_s));
    open();
    EXPECT_TRUE(shows(u"Book: Lunch tomorrow"_s));
    EXPECT_TRUE(shows(u"Book “Review” on "_s));
    EXPECT_TRUE(shows(u"Asked for today at "_s));
    QTest::mouseClick(button(u"Withdraw"_s), Qt::LeftButton);
    ASSERT_EQ(outgoing.waiting().size(), 1);
    EXPECT_EQ(outgoing.waiting().first().change.title, u"Review"_s);
    EXPECT_FALSE(shows(u"Book: Lunch tomorrow"_s));
}

TEST_F(WaitingListTest, TriesAtOnceWhenAsked)
{
    wait(booking(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s));
    client.setServer(api.url(), api.token());
    QTest::mouseClick(button(u"Try now"_s), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return list.isHidden(); }));
    EXPECT_EQ(api.done.size(), 1);
}

TEST_F(WaitingListTest, OffersOtherTimesForWhatWasRefusedLater)
{
    wait(booking(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s));
    refuseAll();
    EXPECT_TRUE(shows(u"could not be made"_s));
    EXPECT_EQ(button(u"Try now"_s), nullptr);
    open();
    EXPECT_TRUE(shows(u"That time is taken."_s));
    ASSERT_NE(button(u"Dismiss"_s), nullptr);
    api.before = {};
    QTest::mouseClick(alternative(), Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return api.meetings.size() == 1; }));
    EXPECT_TRUE(eventually([&] { return list.isHidden(); }));
    EXPECT_EQ(at(api.meetings.first().value("start"_L1).toString()), at(u"2026-03-10T15:00:00-04:00"_s));
}

TEST_F(WaitingListTest, BooksALineAtATimeOfferedInstead)
{
    const QString line = u"Lunch with Kim tomorrow at noon at Luigi's"_s;
    wait(quickBooking(line));
    refuseAll();
    open();
    api.outcome = api.addMeeting(u"1"_s, u"Lunch"_s, u"2026-03-10T15:00:00-04:00"_s);
    api.before = [this, line](const ServerRequest &request) { // reads it like the server
        const bool isFirst = QJsonDocument::fromJson(request.body).object().value("text"_L1) == line;
        const QJsonArray spans{QJsonObject{{u"from"_s, 15}, {u"to"_s, 23}, {u"kind"_s, u"date"_s}},
                               QJsonObject{{u"from"_s, 24}, {u"to"_s, 31}, {u"kind"_s, u"time"_s}}};
        const QString start = isFirst ? u"2026-03-05T12:00:00-05:00"_s : u"2026-03-10T15:00:00-04:00"_s;
        const QJsonObject draft{
            {u"title"_s, u"Lunch"_s}, {u"start"_s, start}, {u"end"_s, toRfc3339({at(start) + 30min, Zone()})}};
        api.preview = {{u"draft"_s, draft}, {u"spans"_s, isFirst ? spans : QJsonArray()}};
        return std::optional<ServerResponse>();
    };
    QTest::mouseClick(alternative(), Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return !api.booked.isEmpty(); }));
    EXPECT_TRUE(eventually([&] { return list.isHidden(); }));
    EXPECT_EQ(api.booked, QStringList{u"Lunch with Kim at Luigi's 2026-03-10 15:00"_s});
}

TEST_F(WaitingListTest, GivesALineBackThatIsReadOtherwise)
{
    wait(quickBooking(u"Lunch tomorrow"_s));
    refuseAll();
    open();
    api.before = {};
    QSignalSpy edits(&list, &WaitingList::editWanted);
    QTest::mouseClick(alternative(), Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return edits.size() == 1; }));
    EXPECT_EQ(edits.first().first().value<Change>().text, u"Lunch tomorrow 2026-03-10 15:00"_s);
    EXPECT_TRUE(api.booked.isEmpty());
}

TEST_F(WaitingListTest, EditsALineAndChoosesAnotherTimeForAMove)
{
    wait(quickBooking(u"Lunch tomorrow"_s));
    Change move = booking(u"Standup"_s, u"2026-03-11T09:30:00-04:00"_s);
    move.kind = Change::Kind::Move;
    move.uid = u"7"_s;
    api.addMeeting(u"7"_s, u"Standup"_s, u"2026-03-11T09:00:00-04:00"_s);
    wait(move);
    refuseAll();
    ASSERT_TRUE(eventually([&] { return outgoing.waiting().last().refusal.has_value(); }));
    open();
    QSignalSpy edits(&list, &WaitingList::editWanted);
    QSignalSpy others(&list, &WaitingList::otherTimeWanted);
    QTest::mouseClick(button(u"Choose another time"_s), Qt::LeftButton);
    ASSERT_EQ(others.size(), 1);
    EXPECT_EQ(others.first().first().value<Change>().uid, u"7"_s);
    QTest::mouseClick(button(u"Edit"_s), Qt::LeftButton);
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits.first().first().value<Change>().text, u"Lunch tomorrow"_s);
    ASSERT_EQ(outgoing.waiting().size(), 1) << "the line is where it is edited now";
    EXPECT_EQ(button(u"Edit"_s), nullptr);
}

TEST_F(WaitingListTest, TriesAgainWhatTheServerFailedAt)
{
    wait(booking(u"Review"_s, u"2026-03-10T14:00:00-04:00"_s));
    api.before = [](const ServerRequest &) { return std::optional(problemResponse(500, u"broken"_s)); };
    client.setServer(api.url(), api.token());
    ASSERT_TRUE(eventually([&] {
        outgoing.sendWaiting();
        return outgoing.waiting().first().refusal.has_value();
    }));
    open();
    EXPECT_TRUE(shows(u"not accepted"_s));
    EXPECT_NE(button(u"Withdraw"_s), nullptr);
    api.before = {};
    QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return list.isHidden(); }));
    EXPECT_EQ(api.done, QStringList{u"book Review"_s});
}

TEST_F(WaitingListTest, GoesOnByKeyboardWhereARowWas)
{
    wait(quickBooking(u"One"_s));
    wait(quickBooking(u"Two"_s));
    list.show();
    QApplication::setActiveWindow(&list);
    open();
    button(u"Withdraw"_s)->setFocus();
    QTest::keyClick(button(u"Withdraw"_s), Qt::Key_Space);
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    EXPECT_EQ(QApplication::focusWidget(), button(u"Withdraw"_s));
}

TEST_F(WaitingListTest, EveryControlHasANameOfItsOwn)
{
    wait(quickBooking(u"One"_s));
    wait(quickBooking(u"Two"_s));
    open();
    QStringList names;
    for (const QPushButton *one : list.findChildren<QPushButton *>())
        names.append(one->accessibleName());
    EXPECT_FALSE(names.contains(QString()));
    EXPECT_EQ(names.removeDuplicates(), 0);
}

TEST_F(WaitingListTest, Picture)
{
    const QString folder = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    if (folder.isEmpty())
        GTEST_SKIP() << "CHATCAL_ARTIFACTS names no folder";
    QDir().mkpath(folder);
    wait(quickBooking(u"Lunch with Kim tomorrow at noon at Luigi's"_s));
    Change move = booking(u"Standup"_s, u"2026-03-11T09:30:00-04:00"_s);
    move.kind = Change::Kind::Move;
    move.uid = u"1"_s;
    api.addMeeting(u"1"_s, u"Standup"_s, u"2026-03-11T09:00:00-04:00"_s);
    wait(move);
    refuseAll();
    ASSERT_TRUE(eventually([&] { return outgoing.waiting().last().refusal.has_value(); }));
    client.setServer({}, {});
    wait(booking(u"Quarterly review with Ada and Kim"_s, u"2026-03-10T14:00:00-04:00"_s));
    QWidget column;
    auto *layout = new QVBoxLayout(&column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&list);
    layout->addStretch();
    column.resize(660, 340);
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(paletteFor(dark));
        column.show();
        if (!dark)
            open();
        QCoreApplication::processEvents(); // the palette reaches them, and the layout settles
        EXPECT_TRUE(column.grab().save(folder + (dark ? u"/waiting-dark.png"_s : u"/waiting-light.png"_s)));
    }
    QApplication::setPalette(before);
    list.setParent(nullptr);
}
