// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendapane.h"
#include "app/agenda/agendaview.h"
#include "app/agenda/toast.h"
#include "app/backend/agendasource.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/app/agenda/sample.h"
#include "tests/unit/app/artifacts.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

namespace ChatCal {

/// The week of Wednesday, March 4, 2026, with one meeting there, edited against a server.
class AgendaPaneWorld : public testing::Test
{
protected:
    AgendaPaneWorld()
    {
        QSettings().clear();
        client.setServer(api.url(), api.token());
        api.addMeeting(QStringLiteral("uid-Standup"), QStringLiteral("Standup"),
                       QStringLiteral("2026-03-04T10:00:00-05:00"), 60);
        pane.resize(900, 700);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.view().setAgenda(agendaOf({standup,
                                        foreign(QStringLiteral("Dentist"), QStringLiteral("2026-03-05T14:00"),
                                                QStringLiteral("2026-03-05T15:00"))}));
        pane.view().verticalScrollBar()->setValue(500);
        pane.view().setFocus();
    }
    ~AgendaPaneWorld() override { QSettings().clear(); }

    QWidget *viewport() { return pane.view().viewport(); }
    /// Where a time is on the viewport, in the middle of its day.
    QPoint placeOf(const QString &local)
    {
        pane.view().hold({at(local), at(local) + std::chrono::minutes(30)});
        const QPoint place = pane.view().placeOfChosen().center();
        const int top = pane.view().placeOfChosen().top();
        pane.view().letGo();
        return {place.x(), top + 1};
    }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(viewport(), Qt::LeftButton, modifiers, from);
        for (const QPoint &point : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, viewport()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(viewport(), &move);
        }
    }
    void drop(const QPoint &at) { QTest::mouseRelease(viewport(), Qt::LeftButton, {}, at); }
    QString toldWords() { return pane.toast().words(); }
    QPushButton *offer(const QString &words)
    {
        for (auto *button : pane.toast().findChildren<QPushButton *>()) {
            if (button->text() == words && button->isVisible())
                return button;
        }
        return nullptr;
    }
    void picture(const QString &name)
    {
        const QString folder = artifactsFolder();
        EXPECT_TRUE(pane.grab().save(folder + QChar(u'/') + name));
    }
    Interval whenOf(const QString &uid)
    {
        return pane.view().scene().entries()[*pane.view().scene().find(uid)].item.when;
    }
    AgendaEntry::State stateOf(const QString &uid)
    {
        return pane.view().scene().entries()[*pane.view().scene().find(uid)].state;
    }

    FakeClock clock;
    FakeApi api;
    ApiClient client;
    Outgoing outgoing{client};
    AgendaItem standup =
        meeting(QStringLiteral("Standup"), QStringLiteral("2026-03-04T10:00"), QStringLiteral("2026-03-04T11:00"));
    AgendaSource source{client, clock};
    AgendaPane pane{client, source, outgoing, clock};
};

} // namespace ChatCal
