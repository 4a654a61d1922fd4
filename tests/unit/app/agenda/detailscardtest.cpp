// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/detailscard.h"
#include "app/agenda/agendapane.h"
#include "app/agenda/agendaview.h"
#include "app/agenda/toast.h"
#include "app/backend/agendasource.h"
#include "app/look/theme.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/agenda/sample.h"
#include "tests/unit/app/artifacts.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class DetailsCardTest : public testing::Test
{
protected:
    DetailsCardTest()
    {
        QSettings().clear();
        client.setServer(api.url(), api.token());
        api.addMeeting(u"uid-Review"_s, u"Review"_s, u"2026-03-04T10:00:00-05:00"_s, 60);
        review.attendees = {{u"Ada Lovelace"_s, u"ada@example.com"_s, {}}, {{}, u"kim@example.com"_s, {}}};
        review.conferenceUrl = u"https://meet.example.com/abc"_s;
        review.description = u"Slides: see <b>the drive</b>."_s;
        review.calendar = u"local"_s;
        dentist.calendar = u"google"_s;
        dentist.conferenceUrl = u"javascript:alert(1)"_s;
        pane.resize(1000, 700);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.view().setAgenda(agendaOf({review, dentist}));
        pane.view().verticalScrollBar()->setValue(400);
        pane.view().setFocus();
    }
    ~DetailsCardTest() override { QSettings().clear(); }

    DetailsCard *open(const AgendaItem &item)
    {
        pane.view().select(item.uid);
        QTest::keyClick(&pane.view(), Qt::Key_Return);
        return pane.findChild<DetailsCard *>();
    }
    static QPushButton *button(QWidget *card, const QString &words)
    {
        for (auto *candidate : card->findChildren<QPushButton *>()) {
            if (candidate->text() == words)
                return candidate;
        }
        return nullptr;
    }
    static bool says(QWidget *card, const QString &words)
    {
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    void picture(const QString &name)
    {
        const QString folder = artifactsFolder();
        const QPalette before = QApplication::palette();
        for (const bool dark : {false, true}) {
            QApplication::setPalette(paletteFor(dark));
            pane.setPalette(paletteFor(dark));
            EXPECT_TRUE(pane.grab().save(folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s)));
        }
        QApplication::setPalette(before);
    }

    FakeClock clock;
    FakeApi api;
    ApiClient client;
    Outgoing outgoing{client};
    AgendaItem review = meeting(u"Review"_s, u"2026-03-04T10:00"_s, u"2026-03-04T11:00"_s);
    AgendaItem dentist = foreign(u"Dentist"_s, u"2026-03-05T14:00"_s, u"2026-03-05T15:00"_s);
    AgendaSource source{client, clock};
    AgendaPane pane{client, source, outgoing, clock};
};

} // namespace

TEST_F(DetailsCardTest, TellsWhatWhenWhereAndWho)
{
    DetailsCard *card = open(review);
    ASSERT_NE(card, nullptr);
    EXPECT_TRUE(card->isVisible());
    EXPECT_TRUE(says(card, u"Review"_s));
    EXPECT_TRUE(says(card, u"10:00 – 11:00"_s));
    EXPECT_TRUE(says(card, u"Room 4"_s));
    EXPECT_TRUE(says(card, u"Ada Lovelace · ada@example.com"_s));
    EXPECT_TRUE(says(card, u"<b>the drive</b>"_s)) << "other people's words are text";
    picture(u"agenda-details"_s);
    QTest::keyClick(card, Qt::Key_Escape);
    EXPECT_FALSE(card->isVisible());
    EXPECT_TRUE(pane.view().hasFocus());
}

TEST_F(DetailsCardTest, MovesToAFreeTimeByKeys)
{
    api.availability = {
        {u"slots"_s,
         QJsonArray{
             QJsonObject{{u"start"_s, u"2026-03-05T11:00:00-05:00"_s}, {u"end"_s, u"2026-03-05T12:00:00-05:00"_s}},
             QJsonObject{{u"start"_s, u"2026-03-06T09:00:00-05:00"_s}, {u"end"_s, u"2026-03-06T10:00:00-05:00"_s}}}}};
    DetailsCard *card = open(review);
    button(card, u"Move…"_s)->setFocus();
    QTest::keyClick(button(card, u"Move…"_s), Qt::Key_Space);
    auto *list = card->findChild<QListWidget *>();
    ASSERT_TRUE(eventually([&] { return list->isVisible() && list->count() == 2; }));
    EXPECT_TRUE(list->hasFocus());
    picture(u"agenda-details-move"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_FALSE(card->isVisible());
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"move uid-Review"_s}; }));
    EXPECT_EQ(pane.view().chosen()->when.start, at(u"2026-03-06T09:00"_s));
}

TEST_F(DetailsCardTest, SaysWhenNothingIsFreeOrNobodyAnswers)
{
    DetailsCard *card = open(review);
    button(card, u"Move…"_s)->click();
    EXPECT_TRUE(eventually([&] { return says(card, u"Nothing is free within two weeks."_s); }));
    QTest::keyClick(card, Qt::Key_Escape);
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    card = open(review);
    button(card, u"Move…"_s)->click();
    EXPECT_TRUE(eventually([&] { return says(card, u"The server does not answer"_s); }));
}

TEST_F(DetailsCardTest, FollowsOnlyLinksOfTheWeb)
{
    EXPECT_FALSE(safeLink(u"javascript:alert(1)"_s).isValid());
    EXPECT_FALSE(safeLink(u"file:///etc/passwd"_s).isValid());
    EXPECT_FALSE(safeLink(u"https://"_s).isValid());
    EXPECT_TRUE(safeLink(u"https://meet.example.com/abc"_s).isValid());
    DetailsCard *card = open(review);
    button(card, u"Copy link"_s)->click();
    EXPECT_EQ(QApplication::clipboard()->text(), u"https://meet.example.com/abc"_s);
    card = open(dentist);
    EXPECT_FALSE(button(card, u"Join"_s)->isVisible());
    EXPECT_FALSE(button(card, u"Move…"_s)->isEnabled());
    EXPECT_TRUE(says(card, u"was not booked with ChatCal"_s));
}

TEST_F(DetailsCardTest, HandsTheMeetingToTheChat)
{
    QSignalSpy speak(&pane, &AgendaPane::speakWanted);
    button(open(review), u"Speak of it in the chat"_s)->click();
    ASSERT_EQ(speak.size(), 1);
    EXPECT_EQ(speak.first().first().value<AgendaItem>().uid, review.uid);
}

TEST_F(DetailsCardTest, ClosesWhenTheKeysGoElsewhere)
{
    DetailsCard *card = open(review);
    QTest::mouseClick(pane.view().viewport(), Qt::LeftButton, {}, {100, 400});
    EXPECT_FALSE(card->isVisible());
}

TEST_F(DetailsCardTest, HidesACalendarByItsBox)
{
    const auto boxes = pane.findChildren<QCheckBox *>();
    ASSERT_EQ(boxes.size(), 2);
    EXPECT_EQ(boxes[1]->text(), u"Google"_s);
    EXPECT_TRUE(boxes[1]->isVisible());
    boxes[1]->click();
    EXPECT_EQ(pane.view().scene().count(), 1);
    boxes[1]->click();
    EXPECT_EQ(pane.view().scene().count(), 2);
}
