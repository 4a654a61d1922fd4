// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/bookingcard.h"
#include "tests/unit/app/agenda/agendapaneworld.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using testing::ElementsAre;

using AgendaPaneTest = AgendaPaneWorld;

TEST_F(AgendaPaneTest, DrawsAMeetingNamesItAndBooksIt)
{
    const QPoint from = placeOf(u"2026-03-06T10:00"_s);
    const QPoint to = placeOf(u"2026-03-06T11:30"_s);
    drag(from, to);
    EXPECT_TRUE(pane.view().accessibleDescription().contains(u"10:00"_s)) << "the times are told while it is drawn";
    drop(to);
    auto *card = pane.findChild<BookingCard *>();
    ASSERT_TRUE(card->isVisible());
    auto *title = card->findChild<QLineEdit *>();
    EXPECT_TRUE(title->hasFocus());
    QTest::keyClicks(title, u"Lunch with Ada"_s);
    picture(u"agenda-new.png"_s);
    QTest::keyClick(title, Qt::Key_Return);
    EXPECT_FALSE(card->isVisible());
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"Booked: \"Lunch with Ada\""_s); }));
    EXPECT_THAT(api.done, ElementsAre(u"book Lunch with Ada"_s));
    picture(u"agenda-toast.png"_s);
    EXPECT_EQ(pane.view().scene().count(), 3);
    EXPECT_FALSE(pane.view().state().isDragging);
    ASSERT_TRUE(pane.view().chosen()) << "it can be moved on at once";
    EXPECT_EQ(pane.view().chosen()->title, u"Lunch with Ada"_s);
}

TEST_F(AgendaPaneTest, DropsANewMeetingOnEscape)
{
    const QPoint to = placeOf(u"2026-03-06T11:30"_s);
    drag(placeOf(u"2026-03-06T10:00"_s), to);
    QTest::keyClick(&pane.view(), Qt::Key_Escape);
    EXPECT_FALSE(pane.view().state().isDragging);
    drop(to);
    EXPECT_FALSE(pane.findChild<BookingCard *>()->isVisible()) << "taken back while the hand was at it";
    drag(placeOf(u"2026-03-06T10:00"_s), to);
    drop(to);
    QTest::keyClick(pane.findChild<BookingCard *>()->findChild<QLineEdit *>(), Qt::Key_Escape);
    EXPECT_FALSE(pane.view().state().isDragging);
    EXPECT_TRUE(pane.view().hasFocus());
    EXPECT_TRUE(api.calls.isEmpty());
}

TEST_F(AgendaPaneTest, MovesAMeetingToAnotherDayAtOnceAndTakesItBack)
{
    const QPoint to = placeOf(u"2026-03-06T13:00"_s);
    drag(placeOf(u"2026-03-04T10:00"_s) + QPoint(0, 15), to + QPoint(0, 15));
    drop(to);
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-06T13:00"_s)) << "shown before the server answers";
    EXPECT_EQ(stateOf(standup.uid), AgendaEntry::State::OnItsWay);
    picture(u"agenda-on-its-way.png"_s);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"moved to Fri"_s); }));
    EXPECT_EQ(stateOf(standup.uid), AgendaEntry::State::Settled);
    EXPECT_EQ(whenOf(standup.uid).end, at(u"2026-03-06T14:00"_s));

    QTest::mouseClick(offer(u"Undo"_s), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"is back at Wed"_s); }));
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-04T10:00"_s));
    pane.editor().redo();
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"moved to Fri"_s); }));
    EXPECT_THAT(api.done, ElementsAre(u"move uid-Standup"_s, u"move uid-Standup"_s, u"move uid-Standup"_s));
}

TEST_F(AgendaPaneTest, StretchesAtTheLowerEdgeInFineSteps)
{
    const QPoint from = placeOf(u"2026-03-04T11:00"_s) - QPoint(0, 4);
    const QPoint to = placeOf(u"2026-03-04T11:20"_s) - QPoint(0, 4);
    drag(from, to, Qt::ShiftModifier);
    drop(to);
    EXPECT_EQ(whenOf(standup.uid).start, standup.when.start);
    EXPECT_EQ(whenOf(standup.uid).end, at(u"2026-03-04T11:20"_s));
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"now lasts until"_s); }));
}

TEST_F(AgendaPaneTest, SaysWhyAnotherProgramsEventStays)
{
    const QPoint to = placeOf(u"2026-03-06T13:00"_s);
    drag(placeOf(u"2026-03-05T14:00"_s) + QPoint(0, 15), to);
    drop(to);
    EXPECT_TRUE(toldWords().contains(u"was not booked with ChatCal"_s));
    EXPECT_EQ(whenOf(u"uid-Dentist"_s).start, at(u"2026-03-05T14:00"_s));
    EXPECT_TRUE(api.calls.isEmpty());
}

TEST_F(AgendaPaneTest, ShowsAConflictWhileDragging)
{
    drag(placeOf(u"2026-03-04T10:00"_s) + QPoint(0, 15), placeOf(u"2026-03-05T14:15"_s) + QPoint(0, 15));
    EXPECT_TRUE(pane.view().state().clashes);
    EXPECT_EQ(pane.view().state().clash, u"Dentist"_s);
    picture(u"agenda-conflict.png"_s);
    EXPECT_TRUE(pane.view().accessibleDescription().contains(u"Busy: Dentist"_s));
    QTest::keyClick(&pane.view(), Qt::Key_Escape);
}

TEST_F(AgendaPaneTest, GoesBackWhenRefusedAndOffersWhatCanBeHad)
{
    api.before = [](const ServerRequest &request) -> std::optional<ServerResponse> {
        if (request.method != "PATCH")
            return std::nullopt;
        ServerResponse response =
            ServerResponse::json({{u"detail"_s, u"You are busy then."_s},
                                  {u"alternatives"_s,
                                   QJsonArray{QJsonObject{{u"start"_s, u"2026-03-06T15:00:00-05:00"_s},
                                                          {u"end"_s, u"2026-03-06T16:00:00-05:00"_s}}}}},
                                 409);
        return response;
    };
    const QPoint to = placeOf(u"2026-03-06T13:00"_s);
    drag(placeOf(u"2026-03-04T10:00"_s) + QPoint(0, 15), to + QPoint(0, 15));
    drop(to);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"You are busy then."_s); }));
    EXPECT_EQ(whenOf(standup.uid), standup.when);
    EXPECT_FALSE(pane.editor().undoStack().canUndo());
    api.before = {};
    QPushButton *other = offer(u"Fri 15:00"_s);
    if (!other)
        other = offer(u"Fri 3:00 PM"_s);
    ASSERT_NE(other, nullptr);
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"moved to"_s); }));
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-06T15:00"_s));
}

TEST_F(AgendaPaneTest, CancelsAndBooksAgainTheSameMeeting)
{
    pane.view().select(standup.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"\"Standup\" is cancelled"_s); }));
    EXPECT_EQ(pane.view().scene().count(), 1);
    pane.editor().undo();
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"Booked again: \"Standup\""_s); }));
    EXPECT_EQ(pane.view().scene().count(), 2);
    pane.editor().redo(); // by its new name
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"is cancelled"_s); }));
    ASSERT_EQ(api.done.size(), 3);
    EXPECT_EQ(api.done[0], u"cancel uid-Standup"_s);
    EXPECT_EQ(api.done[1], u"book Standup"_s);
    EXPECT_TRUE(api.done[2].startsWith(u"cancel "_s) && api.done[2] != api.done[0]) << qPrintable(api.done[2]);
}

TEST_F(AgendaPaneTest, AsksOnceBeforeACancelThatGuestsHearOf)
{
    standup.attendees = {{u"Ada"_s, u"ada@example.com"_s, {}}};
    pane.view().setAgenda(agendaOf({standup}));
    pane.view().select(standup.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    auto *box = pane.findChild<QMessageBox *>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().contains(u"Ada"_s));
    EXPECT_TRUE(api.done.isEmpty());
    for (QAbstractButton *button : box->buttons()) {
        if (button->text() == u"Cancel the meeting"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"cancel uid-Standup"_s}; }));
}

TEST_F(AgendaPaneTest, PromisesNoMailToWhoLeftAPhoneNumberAlone)
{
    standup.attendees = {{u"Sam"_s, {}, u"+15550109999"_s}};
    pane.view().setAgenda(agendaOf({standup}));
    pane.view().select(standup.uid);
    QTest::keyClick(&pane.view(), Qt::Key_Delete);
    auto *box = pane.findChild<QMessageBox *>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().isEmpty()) << qPrintable(box->informativeText());
}

TEST_F(AgendaPaneTest, UndoThatIsRefusedCanBeTriedAgain)
{
    pane.editor().move(standup, {at(u"2026-03-06T13:00"_s), at(u"2026-03-06T14:00"_s)});
    EXPECT_TRUE(eventually([&] { return pane.editor().undoStack().canUndo(); }));
    api.before = [](const ServerRequest &request) -> std::optional<ServerResponse> {
        return request.method == "PATCH" ? std::optional(ServerResponse::json({{u"detail"_s, u"Taken."_s}}, 409))
                                         : std::nullopt;
    };
    pane.editor().undo();
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"Taken."_s); }));
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-06T13:00"_s));
    EXPECT_TRUE(pane.editor().undoStack().canUndo());
    api.before = {};
    pane.editor().undo();
    EXPECT_TRUE(eventually([&] { return whenOf(standup.uid) == standup.when && toldWords().contains(u"back"_s); }));
}

TEST_F(AgendaPaneTest, MovesByKeysAndSendsOnce)
{
    pane.view().select(standup.uid);
    QTest::keyPress(&pane.view(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyPress(&pane.view(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyPress(&pane.view(), Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(api.calls.isEmpty()) << "guests would get three mails";
    QTest::keyRelease(&pane.view(), Qt::Key_Alt);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"moved to"_s); }));
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-05T10:30"_s));
    EXPECT_EQ(api.done.size(), 1);

    QTest::keyClick(&pane.view(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier); // lets go of Alt too
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"lasts until"_s); }));
    EXPECT_EQ(whenOf(standup.uid).end, at(u"2026-03-05T11:15"_s));
}

TEST_F(AgendaPaneTest, MakesAMeetingWhereTheKeysStand)
{
    QTest::keyClick(&pane.view(), Qt::Key_Right); // the cursor appears: now, on the chosen day
    QTest::keyClick(&pane.view(), Qt::Key_Right);
    ASSERT_TRUE(pane.view().state().cursor);
    QTest::keyClick(&pane.view(), Qt::Key_Return);
    auto *title = pane.findChild<BookingCard *>()->findChild<QLineEdit *>();
    ASSERT_TRUE(title->hasFocus());
    QTest::keyClicks(title, u"Call"_s);
    QTest::keyClick(title, Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"book Call"_s}; }));
    EXPECT_TRUE(pane.view().hasFocus());
}

TEST_F(AgendaPaneTest, ScrollsOnWhileTheHandIsAtTheEdge)
{
    const int before = pane.view().verticalScrollBar()->value();
    const QPoint edge(placeOf(u"2026-03-06T10:00"_s).x(), viewport()->height() - 4);
    drag(placeOf(u"2026-03-06T10:00"_s), edge);
    EXPECT_TRUE(eventually([&] { return pane.view().verticalScrollBar()->value() > before + 60; }));
    QTest::keyClick(&pane.view(), Qt::Key_Escape);
    drop(edge);
    EXPECT_TRUE(api.calls.isEmpty());
}

TEST_F(AgendaPaneTest, MovesADayFurtherInTheMonth)
{
    pane.view().setMode(AgendaView::Mode::Month);
    pane.view().select(standup.uid);
    const QPoint from = pane.view().placeOfChosen().center();
    drag(from, from + QPoint(0, viewport()->height() / 6));
    drop(from);
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-11T10:00"_s)) << "a week on, at the same time";
    EXPECT_TRUE(eventually([&] { return api.done == QStringList{u"move uid-Standup"_s}; }));
}

TEST_F(AgendaPaneTest, KeepsHoldWhileTheAgendaIsReadAnew)
{
    drag(placeOf(u"2026-03-04T10:00"_s) + QPoint(0, 15), placeOf(u"2026-03-06T13:00"_s) + QPoint(0, 15));
    pane.view().setAgenda(agendaOf({foreign(u"Dentist"_s, u"2026-03-05T14:00"_s, u"2026-03-05T15:00"_s), standup}));
    drop({});
    EXPECT_EQ(whenOf(standup.uid).start, at(u"2026-03-06T13:00"_s)) << "it is another index by now";
    drag(placeOf(u"2026-03-05T14:00"_s) + QPoint(0, 15), placeOf(u"2026-03-06T13:00"_s));
    pane.view().setAgenda(agendaOf({}));
    EXPECT_FALSE(pane.view().state().isDragging) << "what was held is gone";
}

TEST_F(AgendaPaneTest, TellsOneThingAfterAnotherWithoutOverlap)
{
    pane.toast().tell(u"Short"_s);
    pane.toast().tell(u"\"Lunch with Ada\" moved to Fri 6 Mar, 13:15."_s, {{u"Undo"_s, [] {}}});
    QCoreApplication::processEvents();
    const QLabel *words = pane.toast().findChild<QLabel *>();
    EXPECT_GE(words->width(), words->fontMetrics().horizontalAdvance(words->text()));
    int buttons = 0;
    for (const auto *button : pane.toast().findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        ++buttons;
        EXPECT_FALSE(button->geometry().intersects(words->geometry())) << qPrintable(button->text());
    }
    EXPECT_EQ(buttons, 2);
    pane.resize(360, 700);
    QCoreApplication::processEvents();
    EXPECT_TRUE(pane.rect().contains(pane.toast().geometry())) << "also in a narrow window";
}

TEST_F(AgendaPaneTest, SaysThatAChangeWaitsWhenNobodyAnswers)
{
    client.setServer(QUrl(u"http://127.0.0.1:1"_s), api.token());
    pane.editor().move(standup, {at(u"2026-03-06T13:00"_s), at(u"2026-03-06T14:00"_s)});
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"kept and sent when the server is back"_s); }));
    EXPECT_FALSE(pane.editor().undoStack().canUndo()) << "nothing is done yet";
    ASSERT_EQ(outgoing.waiting().size(), 1);
    EXPECT_EQ(outgoing.waiting().first().change.uid, standup.uid);
}

TEST_F(AgendaPaneTest, ShowsACancelOnItsWayBeforeTheMeetingIsRead)
{
    pane.editor().cancel(standup);
    EXPECT_EQ(stateOf(standup.uid), AgendaEntry::State::Leaving);
    EXPECT_TRUE(eventually([&] { return pane.editor().undoStack().canUndo(); }));
}

TEST_F(AgendaPaneTest, DoesNotSayCancelledWhenItWasRefused)
{
    api.before = [](const ServerRequest &request) -> std::optional<ServerResponse> {
        if (request.method == "GET")
            return problemResponse(404, u"no such meeting"_s);
        return ServerResponse::json({{u"detail"_s, u"It began already."_s}}, 409);
    };
    pane.editor().cancel(standup);
    EXPECT_TRUE(eventually([&] { return toldWords().contains(u"It began already."_s); }));
    EXPECT_EQ(stateOf(standup.uid), AgendaEntry::State::Settled);
}
