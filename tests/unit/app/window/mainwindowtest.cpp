// SPDX-License-Identifier: Apache-2.0
#include "app/window/mainwindow.h"
#include "app/agenda/agendaview.h"
#include "app/look/notice.h"
#include "app/look/theme.h"
#include "app/window/chatview.h"
#include "app/window/outagebar.h"
#include "app/window/shortcuts.h"
#include "core/time/words.h"
#include "tests/support/await.h"
#include "tests/unit/app/accessibletree.h"
#include "tests/unit/app/hostsday.h"
#include "tests/unit/app/shownwords.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// Stands in for the program that opens files.
class Opener : public QObject
{
    Q_OBJECT
public:
    Opener() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};

class MainWindowTest : public HostsDay
{
protected:
    MainWindowTest()
    {
        window = std::make_unique<MainWindow>(client, source, outgoing, clock);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    void connectNow() { window->useServer(facts()); }
    Notice &notice() { return *window->agenda().findChild<Notice *>(); }
    bool shows(const QString &words) { return showsWords(*window, words); }

    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : window->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CHATCAL_ARTIFACTS");
        const QPalette before = QApplication::palette();
        for (const bool dark : {false, true}) {
            QApplication::setPalette(paletteFor(dark));
            window->dress();
            QCoreApplication::processEvents();
            const QString file = folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s);
            EXPECT_TRUE(folder.isEmpty() || (QDir().mkpath(folder) && window->grab().save(file)));
        }
        QApplication::setPalette(before);
        window->dress();
    }

    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_F(MainWindowTest, ShowsTheHostsWeekAndZoneAtOnce)
{
    connectNow();
    EXPECT_TRUE(shows(u"March 1 – 7, 2026"_s) || shows(u"March 2 – 8, 2026"_s));
    EXPECT_TRUE(shows(u"times in America/New_York"_s));
    EXPECT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u"Entries: 1"_s); }));
    EXPECT_TRUE(notice().isHidden());
}

TEST_F(MainWindowTest, SaysWhenNothingIsPlanned)
{
    api.agenda.insert(u"events"_s, QJsonArray());
    connectNow();
    EXPECT_TRUE(eventually([&] { return notice().isVisible() && shows(u"Nothing is planned this week"_s); }));
    QTest::keyClick(&window->agenda(), Qt::Key_D);
    EXPECT_TRUE(eventually([&] { return shows(u"Nothing is planned on this day"_s); }));
}

TEST_F(MainWindowTest, OffersARetryInAnOutageAndForgetsItAfterwards)
{
    QSignalSpy retry(window.get(), &MainWindow::retryWanted);
    window->showOutage(u"The server stopped"_s, u"No idea why."_s, true);
    ASSERT_TRUE(shows(u"The server stopped"_s));
    QTest::mouseClick(notice().findChild<QPushButton *>(), Qt::LeftButton);
    EXPECT_EQ(retry.size(), 1);

    connectNow();
    EXPECT_TRUE(eventually([&] { return notice().isHidden(); }));
}

TEST_F(MainWindowTest, ShowsWhatItKnowsInAnOutageAndHowOldItIs)
{
    connectNow();
    ASSERT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u"Entries: 1"_s); }));
    QSignalSpy retry(window.get(), &MainWindow::retryWanted);
    Q_EMIT client.connectedChanged(false);
    window->showOutage(u"The server did not start"_s, u"PORT is no number."_s, true);
    EXPECT_TRUE(notice().isHidden());
    EXPECT_TRUE(window->agenda().accessibleDescription().contains(u"Entries: 1"_s));
    EXPECT_TRUE(shows(u"The server did not start. PORT is no number."_s));
    EXPECT_TRUE(shows(u"The server did not start · as of "_s));
    QTest::mouseClick(window->findChild<OutageBar *>()->findChild<QPushButton *>(), Qt::LeftButton);
    EXPECT_EQ(retry.size(), 1);

    window->refresh();
    EXPECT_TRUE(eventually([&] { return shows(u"Connected"_s); })) << "it answered";
    EXPECT_FALSE(window->findChild<OutageBar *>()->isVisible());
}

TEST_F(MainWindowTest, OpensTheLogOfItsOwnServerInAnOutage)
{
    window->showOutage(u"The server stopped"_s, u"No idea why."_s, true);
    EXPECT_EQ(button(u"Show log"_s), nullptr) << "a team's server has none here";
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"server.log"_s);
    window->setLog(file);
    window->showOutage(u"The server stopped"_s, u"No idea why."_s, true);
    picture(u"outage-notice"_s);
    QTest::mouseClick(button(u"Show log"_s), Qt::LeftButton);
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(u"There is no log"_s));

    QFile log(file);
    ASSERT_TRUE(log.open(QIODevice::WriteOnly) && log.write("PORT is no number\n") > 0 && log.flush());
    connectNow();
    ASSERT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u"Entries: 1"_s); }));
    window->showOutage(u"The server stopped"_s, u"No idea why."_s, true);
    picture(u"outage-strip"_s);
    Opener opener;
    QTest::mouseClick(button(u"Show log"_s), Qt::LeftButton);
    EXPECT_EQ(opener.opened, QUrl::fromLocalFile(file));
    EXPECT_TRUE(window->statusBar()->currentMessage().isEmpty());
}

TEST_F(MainWindowTest, ShowsTheMeetingOfARefusedMoveToMoveItElsewhere)
{
    connectNow();
    api.addMeeting(u"1"_s, u"Standup"_s, u"2026-03-04T10:00:00-05:00"_s, 15);
    client.setServer({}, {});
    Change move;
    move.kind = Change::Kind::Move;
    move.uid = u"1"_s;
    move.title = u"Standup"_s;
    move.when = Interval{*fromRfc3339(u"2026-03-05T10:00:00-05:00"_s), *fromRfc3339(u"2026-03-05T10:15:00-05:00"_s)};
    EXPECT_EQ(await(outgoing.submit(move)).state, ChangeOutcome::State::Waiting);
    api.before = [](const ServerRequest &request) {
        return request.method == "PATCH" ? std::optional(ServerResponse::json({{u"detail"_s, u"Taken."_s}}, 409))
                                         : std::nullopt;
    };
    client.setServer(api.url(), api.token());
    outgoing.sendWaiting();
    ASSERT_TRUE(eventually([&] { return outgoing.waiting().first().refusal.has_value(); }));
    window->refresh();
    ASSERT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u"Entries: 1"_s); }));
    QTest::mouseClick(button(u"Show"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"Choose another time"_s), Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return outgoing.waiting().isEmpty(); })) << "it was read";
    ASSERT_TRUE(eventually([&] { return window->agenda().chosen().has_value(); }));
    EXPECT_EQ(window->agenda().chosen()->title, u"Standup"_s);
    EXPECT_TRUE(window->agenda().hasFocus());
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(u"Drag “Standup”"_s));
}

TEST_F(MainWindowTest, ShowsNothingOfAServerThatIsNoLongerInUse)
{
    connectNow();
    ASSERT_TRUE(eventually([&] { return window->agenda().accessibleDescription().contains(u"Entries: 1"_s); }));
    const QTemporaryDir folder;
    source.keepIn(folder.filePath(u"team.json"_s));
    EXPECT_FALSE(window->agenda().accessibleDescription().contains(u"Entries: 1"_s));
}

TEST_F(MainWindowTest, SaysSoWhenTheTokenIsRefused)
{
    client.setServer(api.url(), Secret("wrong"));
    connectNow();
    EXPECT_TRUE(eventually([&] { return shows(u"The server refused"_s); }));
}

TEST_F(MainWindowTest, MakesNoWebViewWhileTheChatIsHidden)
{
    connectNow();
    EXPECT_FALSE(window->chat().hasWebView());
}

TEST_F(MainWindowTest, KeysDoWhatTheirListSays)
{
    connectNow();
    QSignalSpy quick(window.get(), &MainWindow::quickBookWanted);
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(quick.size(), 1);

    QString title;
    QTimer::singleShot(0, window.get(), [&] {
        auto *dialog = window->findChild<ShortcutsDialog *>();
        ASSERT_NE(dialog, nullptr);
        title = dialog->windowTitle();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    window->agenda().setFocus();
    QTest::keyClick(&window->agenda(), Qt::Key_Question);
    EXPECT_EQ(title, u"Keyboard shortcuts"_s);
}

TEST_F(MainWindowTest, KeepsItsStateOverAStart)
{
    connectNow();
    QTest::keyClick(&window->agenda(), Qt::Key_D);
    window->resize(911, 655);
    window->close();
    MainWindow next(client, source, outgoing, clock);
    EXPECT_EQ(next.agenda().mode(), AgendaView::Mode::Day);
    EXPECT_EQ(next.size(), QSize(911, 655));
    EXPECT_TRUE(next.chat().isHidden());
}

TEST_F(MainWindowTest, ClosesForGoodWithoutATrayAndHidesWithOne)
{
    QSignalSpy hidden(window.get(), &MainWindow::hiddenToTray);
    window->setHidesOnClose(true);
    EXPECT_FALSE(window->close());
    EXPECT_FALSE(window->isVisible());
    EXPECT_EQ(hidden.size(), 1);
    window->show();
    EXPECT_FALSE(window->close());
    EXPECT_EQ(hidden.size(), 1) << "told once is enough";
    window->show();
    window->setHidesOnClose(false);
    EXPECT_TRUE(window->close());
}

TEST_F(MainWindowTest, FollowsAnotherPaletteWhileItRuns)
{
    const QPalette before = QApplication::palette();
    for (const bool dark : {true, false}) {
        QApplication::setPalette(paletteFor(dark));
        window->dress();
        const QImage picture = window->grab().toImage();
        // The bar wears a style sheet, which would stay behind.
        const int lightness = picture.pixelColor(2, 2).lightness();
        EXPECT_TRUE(dark ? lightness < 60 : lightness > 200) << dark << ' ' << lightness;
    }
    QApplication::setPalette(before);
}

TEST_F(MainWindowTest, EveryControlHasAName)
{
    window->showOutage(u"Out"_s, u"Gone"_s, true);
    AccessibleTree tree = accessibleTree(*window);
    EXPECT_THAT(tree.nameless, testing::IsEmpty());
    EXPECT_GE(tree.controls, 8);

    connectNow();
    ASSERT_TRUE(eventually([&] { return window->agenda().scene().count() == 1; }));
    for (const auto key : {Qt::Key_D, Qt::Key_M, Qt::Key_G}) {
        QTest::keyClick(&window->agenda(), key);
        EXPECT_THAT(accessibleTree(*window).nameless, testing::IsEmpty());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
    tree = accessibleTree(*window);
    EXPECT_THAT(tree.nameless, testing::IsEmpty());
    EXPECT_GE(tree.controls, 12) << "with the search open";
}

TEST_F(MainWindowTest, EveryListedKeyDoesSomething)
{
    connectNow();
    ASSERT_TRUE(eventually([&] { return window->agenda().scene().count() == 1; }));
    QSet<QString> actions;
    for (const QAction *action : window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts())
            actions.insert(keys.toString());
    }
    for (const Shortcut &shortcut : shortcuts()) {
        for (const QKeySequence &keys : shortcut.keys) {
            if (shortcut.command != WindowCommand::None) {
                EXPECT_TRUE(actions.contains(keys.toString())) << qPrintable(keys.toString());
                continue;
            }
            window->agenda().select(u"1"_s, clock.now());
            QKeyEvent event(QEvent::KeyPress, keys[0].key(), keys[0].keyboardModifiers());
            QApplication::sendEvent(&window->agenda(), &event);
            EXPECT_TRUE(event.isAccepted()) << "the agenda leaves alone " << qPrintable(keys.toString());
            window->agenda().letGo();
        }
    }
}

TEST_F(MainWindowTest, KeepsTheMonthOverAStart)
{
    connectNow();
    QTest::keyClick(&window->agenda(), Qt::Key_M);
    EXPECT_EQ(window->agenda().mode(), AgendaView::Mode::Month);
    EXPECT_TRUE(shows(u"March 2026"_s));
    window->close();
    MainWindow next(client, source, outgoing, clock);
    EXPECT_EQ(next.agenda().mode(), AgendaView::Mode::Month);
}

TEST_F(MainWindowTest, ShowsTheMeetingOfACardThatWasClicked)
{
    api.addMeeting(u"later"_s, u"Budget"_s, u"2026-03-18T10:00:00-04:00"_s);
    connectNow();
    Q_EMIT window->chat().meetingChosen(u"later"_s);
    EXPECT_TRUE(eventually(
        [&] { return window->agenda().chosenDay() == LocalDate(date::local_days(date::year(2026) / 3 / 18)); }));
    Q_EMIT window->chat().meetingChosen(u"gone"_s);
    EXPECT_TRUE(eventually([&] { return window->statusBar()->currentMessage().contains(u"not in the calendar"_s); }));
    api.before = [](const ServerRequest &) { return std::optional(ServerResponse::json({}, 503)); };
    Q_EMIT window->chat().meetingChosen(u"later"_s);
    EXPECT_TRUE(eventually([&] { return window->statusBar()->currentMessage().contains(u"does not answer"_s); }));
}

#include "mainwindowtest.moc"

TEST_F(MainWindowTest, OpensTheSettingsFromItsBar)
{
    QSignalSpy wanted(window.get(), &MainWindow::settingsWanted);
    QToolButton *gear = nullptr;
    for (QToolButton *button : window->findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Settings"_s)
            gear = button;
    }
    ASSERT_NE(gear, nullptr);
    EXPECT_TRUE(gear->isVisible());
    EXPECT_FALSE(gear->icon().isNull());
    gear->setFocus(Qt::TabFocusReason);
    QTest::keyClick(gear, Qt::Key_Space);
    EXPECT_EQ(wanted.size(), 1);
}

TEST_F(MainWindowTest, SaysWhetherItWasClosedOrHidden)
{
    QSignalSpy closed(window.get(), &MainWindow::closed);
    window->setHidesOnClose(true);
    window->close();
    EXPECT_FALSE(window->isVisible());
    EXPECT_EQ(closed.size(), 0);
    window->show();
    window->setHidesOnClose(false);
    window->close();
    EXPECT_FALSE(window->isVisible());
    EXPECT_EQ(closed.size(), 1);
}
