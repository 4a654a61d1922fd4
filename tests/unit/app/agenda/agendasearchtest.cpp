// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendasearch.h"
#include "app/agenda/agendapane.h"
#include "app/agenda/agendaview.h"
#include "app/agenda/datecard.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/agenda/sample.h"
#include "tests/unit/app/artifacts.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class AgendaSearchTest : public testing::Test
{
protected:
    AgendaSearchTest()
    {
        QSettings().clear();
        client.setServer(api.url(), api.token());
        AgendaItem cafe = meeting(u"Café with Ada"_s, u"2026-05-12T10:00"_s, u"2026-05-12T11:00"_s);
        cafe.attendees = {{u"Grace"_s, u"grace@navy.example"_s, {}}};
        api.agenda = toJson(agendaOf({meeting(u"Standup"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s),
                                      meeting(u"Cafe opening"_s, u"2025-11-02T10:00"_s, u"2025-11-02T11:00"_s), cafe}));
        pane.resize(900, 700);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.view().setZone(newYork());
        pane.search();
        search = pane.findChild<AgendaSearch *>();
        field = search->findChild<QLineEdit *>();
        list = search->findChild<QListWidget *>();
    }
    ~AgendaSearchTest() override { QSettings().clear(); }

    bool says(const QString &words) { return search->findChild<QLabel *>()->text().contains(words); }

    FakeClock clock;
    FakeApi api;
    ApiClient client;
    Outgoing outgoing{client};
    AgendaSource source{client, clock};
    AgendaPane pane{client, source, outgoing, clock};
    AgendaSearch *search;
    QLineEdit *field;
    QListWidget *list;
};

} // namespace

TEST_F(AgendaSearchTest, FindsByTitleGuestAndPlaceAndJumps)
{
    EXPECT_TRUE(field->hasFocus());
    QTest::keyClicks(field, u"cafe"_s);
    ASSERT_TRUE(eventually([&] { return list->count() == 2; })) << "accents do not count";
    EXPECT_EQ(list->currentRow(), 1) << "what comes next is chosen, not what is over";
    const QString folder = artifactsFolder();
    EXPECT_TRUE(pane.grab().save(folder + u"/agenda-search.png"_s));
    QTest::keyClick(field, Qt::Key_Up);
    EXPECT_EQ(list->currentRow(), 0);
    field->setText(u"grace ada"_s);
    EXPECT_EQ(list->count(), 1);
    field->setText(u"room 4"_s);
    EXPECT_EQ(list->count(), 3);
    field->setText(u"navy"_s);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_FALSE(search->isVisible());
    EXPECT_TRUE(pane.view().hasFocus());
    EXPECT_EQ(toIsoDate(pane.view().firstDay()), u"2026-05-11"_s);
}

TEST_F(AgendaSearchTest, GoesToADateByKeys)
{
    pane.askForDay();
    auto *card = pane.findChild<DateCard *>();
    ASSERT_TRUE(card->isVisible());
    const QString folder = artifactsFolder();
    EXPECT_TRUE(pane.grab().save(folder + u"/agenda-date.png"_s));
    QWidget *days = QApplication::focusWidget();
    QTest::keyClick(days, Qt::Key_Down);
    QTest::keyClick(days, Qt::Key_Down);
    QTest::keyClick(days, Qt::Key_Return);
    EXPECT_FALSE(card->isVisible());
    EXPECT_EQ(toIsoDate(pane.view().chosenDay()), u"2026-03-18"_s);
}

TEST_F(AgendaSearchTest, SaysWhatItLooksThroughAndWhenThereIsNothing)
{
    EXPECT_TRUE(eventually([&] { return says(u"A year back and a year ahead"_s); }));
    QTest::keyClicks(field, u"zebra"_s);
    EXPECT_TRUE(says(u"Nothing has \"zebra\" in it"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(search->isVisible());
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    pane.search();
    EXPECT_TRUE(eventually([&] { return says(u"The server does not answer"_s); }));
}

TEST_F(AgendaSearchTest, FindsAtOnceWhatWasReadBeforeThenWhatTheServerTells)
{
    QTest::keyClick(field, Qt::Key_Escape);
    const Interval march{at(u"2026-03-01T00:00"_s), at(u"2026-04-01T00:00"_s)};
    source.want(&pane, march);
    ASSERT_TRUE(eventually([&] { return source.view(march).isFresh; }));
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    pane.search();
    field->setText(u"standup"_s);
    EXPECT_EQ(list->count(), 1) << "before any answer";
    EXPECT_TRUE(eventually([&] { return says(u"Only what was read before"_s); }));
    EXPECT_EQ(list->count(), 1);
    const QString folder = artifactsFolder();
    EXPECT_TRUE(pane.grab().save(folder + u"/agenda-search-offline.png"_s));

    QTest::keyClick(field, Qt::Key_Escape);
    api.agenda = toJson(agendaOf({meeting(u"Standup two"_s, u"2026-03-06T10:00"_s, u"2026-03-06T11:00"_s)}));
    client.setServer(api.url(), api.token());
    pane.search();
    EXPECT_EQ(list->count(), 1);
    ASSERT_TRUE(eventually([&] { return says(u"Found: 1"_s); }));
    EXPECT_TRUE(list->item(0)->text().contains(u"Standup two"_s)) << "what is not in the calendar any more is gone";
}

TEST(AgendaIndex, KeepsWhatIsNearestWhenThereIsTooMuch)
{
    QList<AgendaItem> items;
    for (int date = 1; date <= 28; ++date) {
        const QString start = u"2026-03-%1T10:00"_s.arg(date, 2, 10, QLatin1Char('0'));
        items.prepend(meeting(u"Standup"_s, start, start.left(11) + u"11:00"_s));
    }
    AgendaIndex index;
    index.setItems(items);
    const auto found = index.find(u"stand"_s, at(u"2026-03-10T09:00"_s), 4);
    ASSERT_EQ(found.size(), 4);
    EXPECT_EQ(found.first().when.start, at(u"2026-03-08T10:00"_s));
    EXPECT_EQ(found.last().when.start, at(u"2026-03-11T10:00"_s));
    EXPECT_TRUE(index.find(u"  "_s, at(u"2026-03-10T09:00"_s), 4).isEmpty());
}
