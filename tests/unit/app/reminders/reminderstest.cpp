// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminders.h"
#include "app/look/theme.h"
#include "app/reminders/remindercard.h"
#include "app/reminders/snoozeddialog.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenotifications.h"
#include "tests/support/privatebus.h"
#include "tests/unit/app/fakeapi.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Takes the place of the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QStringList opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened << url.toString(); }
};

/// Wednesday, March 4, 2026, 9:00 in New York; the agenda is what a test says.
class RemindersTest : public testing::Test
{
protected:
    RemindersTest()
    {
        client.setServer(api.url(), api.token());
        api.agenda = {{u"time_zone"_s, u"America/New_York"_s}, {u"events"_s, QJsonArray()}};
        QSettings().remove(u"reminders"_s);
    }
    ~RemindersTest() override { QSettings().remove(u"reminders"_s); }

    void SetUp() override
    {
        if (!bus.isRunning())
            GTEST_SKIP() << "dbus-daemon is missing; ./dev test installs it";
        service = std::make_unique<FakeNotifications>(bus.connect());
        ASSERT_TRUE(service->appear());
        start();
    }
    /// As when the desktop is started again on the same files.
    void start()
    {
        reminders.reset();
        source = std::make_unique<AgendaSource>(client, clock);
        reminders = std::make_unique<Reminders>(
            *source, client, clock, folder.filePath(u"reminders.json"_s),
            [this](const QString &title, const QString &text) {
                if (hasTray)
                    trayMessages << title + u'|' + text;
                return hasTray;
            },
            bus.connect());
        reminders->keeper().setSteady([this] { return steady; });
    }
    void plan(const QString &uid, const QString &time, const QString &title = u"Design review"_s,
              const QString &link = {})
    {
        const Instant start =
            clock.now() - 9h + std::chrono::minutes(QTime::fromString(time).msecsSinceStartOfDay() / 60000);
        QJsonArray events = api.agenda.value("events"_L1).toArray();
        events.append(QJsonObject{{u"uid"_s, uid},
                                  {u"title"_s, title},
                                  {u"location"_s, u"Room 4"_s},
                                  {u"conference_url"_s, link},
                                  {u"start"_s, toRfc3339({start, Zone()})},
                                  {u"end"_s, toRfc3339({start + 30min, Zone()})}});
        api.agenda.insert(u"events"_s, events);
    }
    void read()
    {
        QSignalSpy looked(&reminders->keeper(), &ReminderKeeper::looked);
        source->refresh();
        ASSERT_TRUE(eventually([&] {
            return reminders->keeper().agenda().items.size() == api.agenda.value("events"_L1).toArray().size();
        }));
    }
    /// Time goes by, for both clocks.
    void wait(std::chrono::milliseconds length)
    {
        clock.advance(length);
        steady += length;
        reminders->keeper().look();
    }
    /// The machine sleeps: only the wall clock goes on.
    void sleep(std::chrono::milliseconds length)
    {
        clock.advance(length);
        reminders->keeper().look();
    }
    bool isTold(qsizetype count)
    {
        return eventually([&] { return service->shown.size() >= count; }) && service->shown.size() == count;
    }
    /// Whatever is on its way over the bus has arrived.
    void settle()
    {
        QDBusMessage ping = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                                           u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        for (int i = 0; i < 3; ++i) {
            QDBusPendingCallWatcher watcher(bus.connect().asyncCall(ping));
            eventually([&] { return watcher.isFinished(); });
        }
        QCoreApplication::processEvents();
    }
    void TearDown() override
    {
        if (service)
            EXPECT_THAT(service->violations, testing::IsEmpty()) << qPrintable(service->violations.join(u", "_s));
    }

    QTemporaryDir folder;
    FakeApi api;
    ApiClient client;
    FakeClock clock;
    std::chrono::milliseconds steady{0};
    PrivateBus bus;
    std::unique_ptr<FakeNotifications> service;
    bool hasTray = false;
    QStringList trayMessages;
    std::unique_ptr<AgendaSource> source;
    std::unique_ptr<Reminders> reminders;
};

} // namespace

TEST_F(RemindersTest, TellsOnceAndNotAgainAfterARestart)
{
    plan(u"review"_s, u"10:00"_s, u"R&D <review>"_s, u"https://meet.example.org/1"_s);
    read();
    EXPECT_TRUE(service->shown.isEmpty());
    wait(50min);
    ASSERT_TRUE(isTold(1));
    const auto shown = service->shown.first();
    EXPECT_EQ(shown.title, u"R&D <review>"_s) << "the summary has no markup";
    EXPECT_TRUE(shown.body.contains(u"in 10"_s) && shown.body.contains(u"Room 4"_s)) << qPrintable(shown.body);
    EXPECT_EQ(shown.actionKeys(), (QStringList{u"default"_s, u"join"_s, u"snooze"_s, u"open"_s}));
    EXPECT_EQ(shown.hints.value(u"desktop-entry"_s).toString(), u"chatcal"_s);

    wait(1min);
    Q_EMIT client.reminder(u"R&D <review>"_s, u"id"_s, 10); // the server says it too
    start();
    read();
    wait(1min);
    settle();
    EXPECT_EQ(service->shown.size(), 1);
}

TEST_F(RemindersTest, JoinOpensThePageAndNothingElse)
{
    Browser browser;
    plan(u"a"_s, u"10:00"_s, u"Safe"_s, u"https://meet.example.org/1"_s);
    plan(u"b"_s, u"10:00"_s, u"Unsafe"_s, u"file:///etc/passwd"_s);
    read();
    wait(50min);
    ASSERT_TRUE(isTold(2));
    EXPECT_FALSE(service->shown.last().actionKeys().contains(u"join"_s));
    service->press(service->shown.first().number, u"join"_s);
    EXPECT_TRUE(eventually([&] { return browser.opened == QStringList{u"https://meet.example.org/1"_s}; }));
    EXPECT_FALSE(joinMeeting(*reminders->keeper().find(keyOf(reminders->keeper().agenda().items.last()))));
}

TEST_F(RemindersTest, OpenSaysWhichMeeting)
{
    plan(u"a"_s, u"10:00"_s);
    read();
    wait(50min);
    ASSERT_TRUE(isTold(1));
    QSignalSpy opened(reminders.get(), &Reminders::openWanted);
    service->press(service->shown.first().number, u"default"_s);
    ASSERT_TRUE(eventually([&] { return opened.size() == 1; }));
    EXPECT_EQ(opened.first().first().value<AgendaItem>().uid, u"a"_s);
}

TEST_F(RemindersTest, SnoozedComesBackAlsoAfterARestart)
{
    plan(u"a"_s, u"10:00"_s);
    read();
    wait(50min);
    ASSERT_TRUE(isTold(1));
    service->press(service->shown.first().number, u"snooze"_s); // which closes it, as services do
    ASSERT_TRUE(eventually([&] { return reminders->keeper().snoozed().size() == 1; }));
    settle();
    EXPECT_EQ(reminders->keeper().snoozed().size(), 1) << "closing after an action is no dismissal";
    start();
    read();
    EXPECT_EQ(reminders->keeper().snoozed().size(), 1);
    wait(4min);
    settle();
    EXPECT_EQ(service->shown.size(), 1);
    wait(1min);
    EXPECT_TRUE(isTold(2));
    EXPECT_TRUE(service->shown.last().body.contains(u"in 5"_s)) << qPrintable(service->shown.last().body);
    EXPECT_TRUE(reminders->keeper().snoozed().isEmpty());
}

TEST_F(RemindersTest, ClosedByThePersonIsDismissedAndExpiredIsNot)
{
    plan(u"a"_s, u"10:00"_s);
    plan(u"b"_s, u"10:00"_s);
    read();
    wait(50min);
    ASSERT_TRUE(isTold(2));
    service->close(service->shown[0].number, 1); // it expired
    service->close(service->shown[1].number, 2);
    settle();
    const ReminderMarks marks = ReminderMarksFile(folder.filePath(u"reminders.json"_s)).load();
    ASSERT_EQ(marks.size(), 2);
    EXPECT_EQ(marks.first().kind, ReminderMark::Kind::Told);
    EXPECT_EQ(marks.last().kind, ReminderMark::Kind::Dismissed);
}

TEST_F(RemindersTest, AfterASuspendOverTheStartItSaysSoOnce)
{
    plan(u"a"_s, u"10:00"_s);
    read();
    const auto calls = api.calls.size();
    sleep(65min);
    ASSERT_TRUE(isTold(1));
    EXPECT_TRUE(service->shown.first().body.startsWith(u"Began 5"_s)) << qPrintable(service->shown.first().body);
    EXPECT_TRUE(eventually([&] { return api.calls.size() > calls; })) << "the calendar may have changed meanwhile";
}

TEST_F(RemindersTest, ManyAtOnceAreToldInOne)
{
    for (const QString &uid : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        plan(uid, u"10:00"_s);
    read();
    sleep(65min);
    ASSERT_TRUE(isTold(1));
    EXPECT_TRUE(service->shown.first().title.contains(u"4"_s));
    EXPECT_EQ(service->shown.first().body.count(u"Design review"_s), 4);
    service->press(service->shown.first().number, u"snooze"_s);
    EXPECT_TRUE(eventually([&] { return reminders->keeper().snoozed().size() == 4; }));
}

TEST_F(RemindersTest, WithoutActionsTheBodySaysWhatToDo)
{
    service->capabilities = {u"body"_s};
    plan(u"a"_s, u"10:00"_s, u"R&D"_s, u"https://meet.example.org/1"_s);
    read();
    wait(50min);
    ASSERT_TRUE(isTold(1));
    EXPECT_TRUE(service->shown.first().actions.isEmpty());
    EXPECT_TRUE(service->shown.first().body.contains(u"Join it"_s));
}

TEST_F(RemindersTest, SaysWhatIsAboutNoMeetingAndOpensTheWindowFromIt)
{
    QSignalSpy window(reminders.get(), &Reminders::windowWanted);
    reminders->inform(u"ChatCal is still here"_s, u"Click its icon."_s);
    ASSERT_TRUE(isTold(1));
    EXPECT_EQ(service->shown.first().title, u"ChatCal is still here"_s);
    EXPECT_THAT(service->shown.first().actionKeys(), testing::ElementsAre(u"default"_s, u"open"_s));
    EXPECT_THAT(service->violations, testing::IsEmpty());
    service->press(service->shown.first().number, u"default"_s);
    EXPECT_TRUE(eventually([&] { return window.size() == 1; }));
}

TEST_F(RemindersTest, WithoutAServiceTheTrayTellsElseAWindowOfItsOwn)
{
    service->vanish();
    plan(u"a"_s, u"10:00"_s);
    plan(u"b"_s, u"10:20"_s, u"Standup"_s, u"https://meet.example.org/1"_s);
    read();
    hasTray = true;
    wait(50min);
    ASSERT_TRUE(eventually([&] { return trayMessages.size() == 1; }));
    EXPECT_TRUE(trayMessages.first().startsWith(u"Design review|Begins in 10"_s));

    hasTray = false;
    wait(20min);
    ReminderCard *card = nullptr;
    ASSERT_TRUE(eventually([&] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<ReminderCard *>(widget); found && found->isVisible())
                card = found;
        }
        return card != nullptr;
    }));
    const QString artifacts = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    for (const bool isDark : {false, true}) {
        QApplication::setPalette(paletteFor(isDark));
        QCoreApplication::processEvents();
        if (!artifacts.isEmpty())
            card->grab().save(artifacts + (isDark ? u"/reminder-dark.png"_s : u"/reminder-light.png"_s));
    }
    QApplication::setPalette(QPalette());
    QStringList texts;
    for (const QPushButton *button : card->findChildren<QPushButton *>()) {
        texts << button->text();
        EXPECT_FALSE(button->accessibleName().isEmpty());
    }
    EXPECT_EQ(texts, (QStringList{u"Join"_s, u"Snooze"_s, u"Open"_s, u"Dismiss"_s}));
    QTest::mouseClick(card->findChildren<QPushButton *>()[1], Qt::LeftButton);
    EXPECT_EQ(reminders->keeper().snoozed().size(), 1);
}

TEST_F(RemindersTest, QuietHoursAndSwitchedOffAreReadFromTheSettings)
{
    QSettings().setValue(QLatin1StringView(reminderQuietFromKey), u"09:30"_s);
    QSettings().setValue(QLatin1StringView(reminderQuietToKey), u"09:55"_s);
    reminders->applySettings();
    plan(u"a"_s, u"10:00"_s);
    read();
    wait(50min);
    settle();
    EXPECT_TRUE(service->shown.isEmpty());
    wait(5min);
    EXPECT_TRUE(isTold(1));
    QSettings().setValue(QLatin1StringView(reminderEnabledKey), false);
    reminders->applySettings();
    plan(u"b"_s, u"10:30"_s);
    source->refresh();
    wait(40min);
    settle();
    EXPECT_EQ(service->shown.size(), 1);
}

TEST_F(RemindersTest, TheListOfTheSnoozedOpensAndDismisses)
{
    plan(u"a"_s, u"10:00"_s, u"Design review"_s);
    plan(u"b"_s, u"10:30"_s, u"Standup"_s);
    read();
    reminders->showSnoozed();
    SnoozedDialog *dialog = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<SnoozedDialog *>(widget))
            dialog = found;
    }
    ASSERT_TRUE(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    EXPECT_FALSE(list->isVisible()) << "it says in words that there is nothing";
    QPushButton *open = nullptr, *dismiss = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        open = button->text() == "Open"_L1 ? button : open;
        dismiss = button->text() == "Dismiss"_L1 ? button : dismiss;
    }
    ASSERT_TRUE(open && dismiss);
    EXPECT_FALSE(open->isEnabled());

    for (const AgendaItem &item : reminders->keeper().agenda().items)
        reminders->keeper().snooze(keyOf(item));
    ASSERT_EQ(list->count(), 2);
    EXPECT_TRUE(list->isVisible());
    const QString artifacts = qEnvironmentVariable("CHATCAL_ARTIFACTS");
    for (const bool isDark : {false, true}) {
        QApplication::setPalette(paletteFor(isDark));
        QCoreApplication::processEvents();
        if (!artifacts.isEmpty())
            dialog->grab().save(artifacts + (isDark ? u"/snoozed-dark.png"_s : u"/snoozed-light.png"_s));
    }
    QApplication::setPalette(QPalette());
    QSignalSpy opened(reminders.get(), &Reminders::openWanted);
    list->setCurrentRow(1);
    QTest::mouseClick(open, Qt::LeftButton);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first().first().value<AgendaItem>().title, u"Standup"_s);
    QTest::mouseClick(dismiss, Qt::LeftButton);
    ASSERT_EQ(list->count(), 1);
    EXPECT_TRUE(list->item(0)->text().startsWith(u"Design review"_s));
}

#include "reminderstest.moc"
