// SPDX-License-Identifier: Apache-2.0
// What can be done in the agenda with events that were not booked with ChatCal.
#include "app/agenda/detailscard.h"
#include "tests/unit/app/agenda/agendapaneworld.h"

#include <QAccessible>
#include <QMessageBox>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using testing::ElementsAre;

namespace {

/// The same week with a dentist on Thursday, March 5 and a fair all Thursday, both of another calendar program.
class AgendaEventsTest : public AgendaPaneWorld
{
protected:
    AgendaEventsTest()
    {
        api.addEvent(u"Dentist"_s, u"2026-03-05T14:00:00-05:00"_s, u"2026-03-05T15:00:00-05:00"_s);
        api.addEvent(u"Fair"_s, u"2026-03-05T00:00:00-05:00"_s, u"2026-03-06T00:00:00-05:00"_s);
        tell({standup, dentist, fair});
    }
    void tell(const QList<AgendaItem> &items) { pane.view().setAgenda(agendaOf(items)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyPress(&pane.view(), key, modifiers); }
    void letGoOfAlt() { QTest::keyRelease(&pane.view(), Qt::Key_Alt); }
    bool isTold(const QString &words)
    {
        return eventually([&] { return toldWords().contains(words); });
    }
    bool isShown(const AgendaItem &item) { return pane.view().scene().find(item.uid).has_value(); }
    static QAbstractButton *button(QWidget *in, const QString &words)
    {
        for (auto *candidate : in->findChildren<QAbstractButton *>()) {
            if (candidate->text() == words)
                return candidate;
        }
        return nullptr;
    }

    AgendaItem dentist = editable(foreign(u"Dentist"_s, u"2026-03-05T14:00"_s, u"2026-03-05T15:00"_s));
    AgendaItem fair = editable(allDay(u"Fair"_s, u"2026-03-05"_s, u"2026-03-06"_s));
};

} // namespace

TEST_F(AgendaEventsTest, MovesByHandAndTakesItBack)
{
    const QPoint inside(0, 15);
    const QPoint to = placeOf(u"2026-03-06T13:00"_s) + inside;
    drag(placeOf(u"2026-03-05T14:00"_s) + inside, to);
    drop(to);
    EXPECT_EQ(whenOf(dentist.uid).start, at(u"2026-03-06T13:00"_s));
    EXPECT_EQ(stateOf(dentist.uid), AgendaEntry::State::OnItsWay);
    EXPECT_TRUE(isTold(u"\"Dentist\" moved to Fri"_s));
    EXPECT_EQ(fromRfc3339(api.events[u"id-Dentist"_s].value("start"_L1).toString()), at(u"2026-03-06T13:00"_s));
    ASSERT_NE(offer(u"Undo"_s), nullptr);
    QTest::mouseClick(offer(u"Undo"_s), Qt::LeftButton);
    EXPECT_TRUE(isTold(u"is back at Thu"_s));
    EXPECT_EQ(whenOf(dentist.uid), dentist.when);
    pane.editor().redo();
    EXPECT_TRUE(isTold(u"moved to Fri"_s));
    EXPECT_THAT(api.done, ElementsAre(u"move id-Dentist"_s, u"move id-Dentist"_s, u"move id-Dentist"_s));
}

TEST_F(AgendaEventsTest, StretchesByHandAndByKeys)
{
    const QPoint from = placeOf(u"2026-03-05T15:00"_s) - QPoint(0, 4);
    const QPoint to = placeOf(u"2026-03-05T16:00"_s) - QPoint(0, 4);
    drag(from, to);
    drop(to);
    EXPECT_TRUE(isTold(u"\"Dentist\" now lasts until"_s));
    EXPECT_EQ(whenOf(dentist.uid).end, at(u"2026-03-05T16:00"_s));
    pane.view().select(dentist.uid);
    press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier); // before the agenda was read again
    letGoOfAlt();
    EXPECT_TRUE(eventually([&] { return api.done.size() == 2; }));
    EXPECT_EQ(whenOf(dentist.uid).end, at(u"2026-03-05T15:45"_s));
}

TEST_F(AgendaEventsTest, MovesAndStretchesWholeDaysByDays)
{
    pane.view().select(fair.uid);
    press(Qt::Key_Down, Qt::AltModifier);
    letGoOfAlt();
    EXPECT_EQ(whenOf(fair.uid), fair.when) << "it has no hours to move by";
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    letGoOfAlt();
    EXPECT_EQ(whenOf(fair.uid), fair.when) << "it is one day already";
    press(Qt::Key_Right, Qt::AltModifier);
    press(Qt::Key_Right, Qt::AltModifier);
    letGoOfAlt();
    EXPECT_EQ(whenOf(fair.uid).start, at(u"2026-03-07T00:00"_s));
    EXPECT_TRUE(isTold(u"\"Fair\" moved to Sat, 7 Mar."_s)) << qPrintable(toldWords());
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    letGoOfAlt();
    // The 8th has 23 hours.
    EXPECT_EQ(whenOf(fair.uid), (Interval{at(u"2026-03-07T00:00"_s), at(u"2026-03-09T00:00"_s)}));
    EXPECT_TRUE(isTold(u"\"Fair\" now lasts until Sun, 8 Mar."_s)) << qPrintable(toldWords());
    EXPECT_EQ(api.done.size(), 2);
}

TEST_F(AgendaEventsTest, DragsAWholeDayOverAChangeOfTheClocks)
{
    pane.view().select(fair.uid);
    const QPoint from = pane.view().placeOfChosen().center();
    const QPoint to(placeOf(u"2026-03-08T10:00"_s).x(), from.y());
    drag(from, to);
    drop(to);
    ASSERT_NE(whenOf(fair.uid), fair.when);
    EXPECT_EQ(whenOf(fair.uid), (Interval{at(u"2026-03-08T00:00"_s), at(u"2026-03-09T00:00"_s)}));
}

TEST_F(AgendaEventsTest, DeletesAndBringsBack)
{
    pane.view().select(dentist.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    EXPECT_TRUE(isTold(u"\"Dentist\" is deleted. ChatCal sends no mail"_s));
    EXPECT_FALSE(isShown(dentist));
    pane.editor().undo();
    EXPECT_TRUE(isTold(u"\"Dentist\" is back in the calendar"_s));
    EXPECT_TRUE(isShown(dentist)) << "also before the agenda is read again";
    EXPECT_EQ(whenOf(dentist.uid), dentist.when);
    pane.editor().redo();
    EXPECT_TRUE(isTold(u"is deleted"_s));
    EXPECT_FALSE(isShown(dentist));
    EXPECT_THAT(api.done, ElementsAre(u"delete id-Dentist"_s, u"restore id-Dentist"_s, u"delete id-Dentist"_s));
}

TEST_F(AgendaEventsTest, ShowsWhatCameBackOnceTheAgendaTellsIt)
{
    pane.view().select(fair.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    EXPECT_TRUE(isTold(u"is deleted"_s));
    tell({standup, dentist});
    pane.editor().undo();
    EXPECT_TRUE(isTold(u"is back in the calendar"_s));
    const auto entry = [this] { return pane.view().scene().entries()[*pane.view().scene().find(fair.uid)]; };
    EXPECT_TRUE(entry().isBar) << "a day, not a block of 24 hours";
    fair.etag = u"11"_s;
    tell({standup, dentist, fair});
    EXPECT_EQ(entry().item, fair);
    EXPECT_EQ(pane.view().whyFixed(entry().item), QString());
}

TEST_F(AgendaEventsTest, AsksBeforeItDeletesWhatOthersTakePartIn)
{
    dentist.attendees = {{u"Ada"_s, u"ada@example.com"_s, {}}};
    tell({dentist});
    pane.view().select(dentist.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    auto *box = pane.findChild<QMessageBox *>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().contains(u"no mail"_s));
    EXPECT_TRUE(api.calls.isEmpty());
    ASSERT_NE(button(box, u"Delete"_s), nullptr);
    QTest::mouseClick(button(box, u"Delete"_s), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"delete id-Dentist"_s}; }));
}

TEST_F(AgendaEventsTest, SaysInOneSentenceWhyOneStays)
{
    const QList<QPair<QString, QString>> reasons{{u"series"_s, u"repeats"_s},
                                                 {u"organizer"_s, u"Somebody else"_s},
                                                 {u"read_only"_s, u"only reads"_s},
                                                 {u"of a later server"_s, u"not booked with ChatCal"_s},
                                                 {{}, u"not booked with ChatCal"_s}};
    for (const auto &[fixed, words] : reasons) {
        dentist.isEditable = false;
        dentist.fixed = fixed;
        tell({dentist});
        pane.view().select(dentist.uid);
        QTest::keyClick(&pane.view(), Qt::Key_Delete);
        EXPECT_TRUE(toldWords().contains(words)) << qPrintable(toldWords());
        press(Qt::Key_Down, Qt::AltModifier);
        letGoOfAlt();
        const QPoint to = placeOf(u"2026-03-06T13:00"_s);
        drag(placeOf(u"2026-03-05T14:00"_s) + QPoint(0, 15), to);
        drop(to);
        EXPECT_EQ(whenOf(dentist.uid), dentist.when);
    }
    EXPECT_TRUE(api.calls.isEmpty());
}

TEST_F(AgendaEventsTest, LeavesAloneWhatOthersMovedMeanwhile)
{
    api.events[u"id-Dentist"_s].insert(u"etag"_s, u"2"_s);
    pane.editor().move(dentist, {at(u"2026-03-06T13:00"_s), at(u"2026-03-06T14:00"_s)});
    EXPECT_TRUE(isTold(u"was changed meanwhile"_s));
    EXPECT_EQ(whenOf(dentist.uid), dentist.when);
    pane.editor().cancel(dentist);
    EXPECT_TRUE(isTold(u"was changed meanwhile"_s));
    EXPECT_TRUE(isShown(dentist));
    EXPECT_TRUE(api.done.isEmpty());
    EXPECT_FALSE(pane.editor().undoStack().canUndo());
}

TEST_F(AgendaEventsTest, KeepsADeletionForAServerThatIsAwayAndCanUndoItThen)
{
    client.setServer(QUrl(u"http://127.0.0.1:9"_s), api.token());
    pane.editor().cancel(dentist);
    EXPECT_TRUE(isTold(u"is kept and sent when the server is back"_s));
    client.setServer(api.url(), api.token());
    outgoing.sendWaiting();
    EXPECT_TRUE(isTold(u"\"Dentist\" is deleted"_s));
    pane.editor().undo();
    EXPECT_TRUE(isTold(u"is back in the calendar"_s));
    EXPECT_THAT(api.done, ElementsAre(u"delete id-Dentist"_s, u"restore id-Dentist"_s));
}

TEST_F(AgendaEventsTest, OffersTheSameOnTheCard)
{
    pane.showDetails(dentist);
    auto *card = pane.findChild<DetailsCard *>();
    ASSERT_NE(card, nullptr);
    QAbstractButton *move = button(card, u"Move…"_s);
    QAbstractButton *remove = button(card, u"Delete"_s);
    ASSERT_NE(remove, nullptr);
    EXPECT_EQ(button(card, u"Cancel meeting"_s), nullptr);
    EXPECT_TRUE(remove->isEnabled());
    EXPECT_TRUE(remove->toolTip().contains(u"no mail"_s));
    EXPECT_TRUE(move->isVisible() && move->isEnabled());
    picture(u"agenda-event.png"_s);
    QTest::mouseClick(remove, Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"delete id-Dentist"_s}; }));

    pane.showDetails(fair);
    EXPECT_FALSE(move->isVisible()) << "free times are none for a whole day";
    EXPECT_TRUE(remove->isEnabled());
    pane.showDetails(standup);
    EXPECT_EQ(remove->text(), u"Cancel meeting"_s);
    EXPECT_TRUE(remove->toolTip().isEmpty());
    EXPECT_TRUE(move->isVisible());
    fair.isEditable = false;
    fair.fixed = u"series"_s;
    pane.showDetails(fair);
    EXPECT_EQ(remove->text(), u"Delete"_s);
    EXPECT_FALSE(remove->isEnabled());
    EXPECT_TRUE(remove->toolTip().contains(u"repeats"_s));
}
