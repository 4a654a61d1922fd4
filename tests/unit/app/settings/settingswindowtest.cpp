// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settingswindow.h"

#include "app/backend/servers.h"
#include "app/look/fontscale.h"
#include "app/look/theme.h"
#include "app/reminders/remindersettings.h"
#include "app/settings/applybar.h"
#include "app/settings/form.h"
#include "app/settings/hourspage.h"
#include "app/settings/mailpage.h"
#include "app/settings/secretfield.h"
#include "app/settings/settingspage.h"
#include "app/settings/weekgrid.h"
#include "app/tray/autostart.h"
#include "app/tray/globalshortcut.h"
#include "app/tray/traywatch.h"
#include "tests/unit/app/artifacts.h"
#include "tests/unit/app/settings/ownserver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// The field whose name is read out as @p name.
template<typename T>
T *named(QWidget &parent, const QString &name)
{
    for (T *widget : parent.findChildren<T *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    ADD_FAILURE() << "nothing is called " << qPrintable(name);
    return nullptr;
}

template<typename PageType>
PageType *page(SettingsWindow &window, SettingsWindow::Page which)
{
    window.open(which);
    return qobject_cast<PageType *>(window.current());
}

void type(QLineEdit *edit, const QString &text)
{
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

class SettingsWindowTest : public testing::Test
{
protected:
    SettingsWindowTest() { QSettings().clear(); }
    ~SettingsWindowTest() override
    {
        FontScale::set(100);
        QSettings().clear();
    }
};

} // namespace

TEST_F(SettingsWindowTest, AppliesAWeekThroughTheServer)
{
    OwnServer server("WORKING_HOURS = Mon-Fri 09:00-17:00\n");
    ASSERT_TRUE(server.start());
    SettingsWindow window(server.context());
    auto *hours = page<HoursPage>(window, SettingsWindow::Page::Hours);
    ASSERT_TRUE(eventually([&] { return hours->isLoaded(); }));
    EXPECT_EQ(hours->week().text().section(u';', 0, 0), u"Mon 09:00-17:00"_s);
    EXPECT_FALSE(hours->bar().applyButton()->isEnabled());
    hours->week().setText(u"Mon-Tue 08:00-12:00,13:00-17:00"_s);
    Q_EMIT hours->week().changed();
    ASSERT_TRUE(hours->bar().applyButton()->isEnabled());
    hours->bar().applyButton()->click();
    ASSERT_TRUE(eventually([&] { return hours->bar().words().startsWith(u"Applied"_s); }))
        << qPrintable(hours->bar().words());
    const auto now = await(server.client().ask("GET", u"/api/v1/settings"_s));
    ASSERT_TRUE(now);
    EXPECT_EQ(now->value("working_hours"_L1).toString(), u"Mon-Tue 08:00-12:00,13:00-17:00"_s);
}

TEST_F(SettingsWindowTest, ShowsTheServersComplaintAtItsField)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    SettingsWindow window(server.context());
    auto *hours = page<HoursPage>(window, SettingsWindow::Page::Hours);
    auto *email = named<QLineEdit>(*hours, u"Mail address"_s);
    ASSERT_TRUE(eventually([&] { return hours->isLoaded(); }));
    type(email, u"nobody"_s);
    hours->bar().applyButton()->click();
    ASSERT_TRUE(eventually([&] { return !hours->form().errorOf(u"identity.email"_s).isEmpty(); }));
    EXPECT_EQ(email->text(), u"nobody"_s) << "what was typed stays";
}

TEST_F(SettingsWindowTest, KeepsASecretWithoutShowingItAgain)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    SettingsWindow window(server.context());
    auto *mail = page<MailPage>(window, SettingsWindow::Page::Mail);
    ASSERT_TRUE(eventually([&] { return mail->isLoaded(); }));
    type(named<QLineEdit>(*mail, u"Mail server"_s), u"mail.example.org"_s);
    type(named<QLineEdit>(*mail, u"Sender"_s), u"ada@example.org"_s);
    auto *secret = named<SecretField>(*mail, u"Password"_s);
    type(secret->findChild<QLineEdit *>(), u"a-mail-password"_s);
    mail->bar().applyButton()->click();
    ASSERT_TRUE(eventually([&] { return mail->bar().words().startsWith(u"Applied"_s); }))
        << qPrintable(mail->bar().words());
    EXPECT_TRUE(secret->isKept());
    EXPECT_TRUE(secret->findChild<QLineEdit *>()->text().isEmpty());
    EXPECT_FALSE(server.configuration().contains("a-mail-password"));
    EXPECT_TRUE(server.configuration().contains("SMTP_SERVER = mail.example.org"));
    const auto kept = await(server.process().vault().read());
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->value(u"SMTP_PASSWORD"_s).reveal(), "a-mail-password");
}

TEST_F(SettingsWindowTest, ScalesTextAtOnce)
{
    OwnServer server;
    SettingsWindow window(server.context());
    window.open(SettingsWindow::Page::Appearance);
    const double before = window.font().pointSizeF();
    QLabel *heading = nullptr;
    for (QLabel *label : window.findChildren<QLabel *>()) {
        if (label->font().pointSizeF() > before)
            heading = label;
    }
    ASSERT_NE(heading, nullptr);
    const double large = heading->font().pointSizeF();
    named<QSpinBox>(window, u"Text size"_s)->setValue(150);
    EXPECT_NEAR(QApplication::font().pointSizeF(), before * 1.5, 0.1);
    EXPECT_TRUE(eventually([&] { return std::abs(window.font().pointSizeF() - before * 1.5) < 0.1; }));
    EXPECT_NEAR(heading->font().pointSizeF(), large * 1.5, 0.1);
    EXPECT_EQ(FontScale::kept(), 150);
}

TEST_F(SettingsWindowTest, NamesEveryControl)
{
    OwnServer server;
    SettingsWindow window(server.context());
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isInner = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QComboBoxListView");
        if (widget->focusPolicy() == Qt::NoFocus || isInner
            || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        ASSERT_NE(interface, nullptr);
        if (widget->focusProxy() == nullptr && interface->role() != QAccessible::Client)
            EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
                << widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className();
    }
}

TEST_F(SettingsWindowTest, ShowsTheLogOfTheServerOnThisMachine)
{
    OwnServer server;
    Servers servers(server.folder());
    SettingsContext context = server.context();
    context.servers = &servers;
    context.ownLog = server.folder() + u"/nothing.log"_s;
    SettingsWindow window(context);
    window.open(SettingsWindow::Page::Servers);
    auto *log = named<QPushButton>(*window.current(), u"Show log"_s);
    ASSERT_NE(log, nullptr);
    EXPECT_TRUE(log->isEnabled());
    log->click();
    QStringList words;
    for (const QLabel *label : window.current()->findChildren<QLabel *>())
        words.append(label->text());
    EXPECT_TRUE(words.join(u' ').contains(u"There is no log"_s)) << qPrintable(words.join(u'\n'));
}

TEST_F(SettingsWindowTest, LooksRightInLightAndDark)
{
    OwnServer server("MY_NAME = Ada Lovelace\nMY_EMAIL_ADDRESS = ada@example.org\nCALENDAR = caldav\n"
                     "CALDAV_URL = https://cloud.example.org/remote.php/dav\nCALDAV_USERNAME = ada\n");
    ASSERT_TRUE(server.start());
    const auto kinds = QJsonArray{QJsonObject{
        {u"name"_s, u"Consultation"_s}, {u"durations_minutes"_s, QJsonArray{30, 60}}, {u"how"_s, u"video"_s}}};
    ASSERT_TRUE(await(server.client().ask("PUT", u"/api/v1/settings"_s, {{u"meeting_types"_s, kinds}})));
    const QString folder = artifactsFolder();
    Servers servers(server.folder());
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(paletteFor(dark));
        SettingsContext context = server.context();
        context.servers = &servers;
        context.deleteAll = [&] { return server.setup().deleteAll(); };
        context.startsAtLogin = [] { return true; };
        context.setStartsAtLogin = [](bool) { return Result<void>(); };
        context.hasTray = [] { return true; };
        SettingsWindow window(context);
        for (int row = 0; row < window.list().count(); ++row) {
            window.open(static_cast<SettingsWindow::Page>(row));
            ASSERT_TRUE(eventually([&] { return window.current()->isLoaded(); })) << row;
            const QImage picture = window.grab().toImage();
            EXPECT_TRUE(
                picture.save(u"%1/settings-%2-%3.png"_s.arg(folder).arg(row).arg(dark ? u"dark"_s : u"light"_s)));
            const int lightness = picture.pixelColor(picture.width() - 3, 3).lightness();
            EXPECT_TRUE(dark ? lightness < 70 : lightness > 200) << dark << ' ' << lightness;
        }
    }
    QApplication::setPalette(before);
}

TEST_F(SettingsWindowTest, KeepsRemindersWhereTheyAreReadFrom)
{
    OwnServer server;
    SettingsContext context = server.context();
    int times = 0;
    context.remindersChanged = [&times] { ++times; };
    SettingsWindow window(context);
    window.open(SettingsWindow::Page::Reminders);
    named<QSpinBox>(*window.current(), u"When"_s)->setValue(25);
    named<QCheckBox>(*window.current(), u"Quiet hours"_s)->click();
    const ReminderSettings kept = ReminderSettings::read(QSettings());
    EXPECT_TRUE(kept.enabled);
    EXPECT_EQ(kept.lead, std::chrono::minutes(25));
    EXPECT_EQ(kept.quietFrom, QTime(22, 0));
    EXPECT_EQ(kept.quietTo, QTime(7, 0));
    EXPECT_EQ(times, 2);
}

TEST_F(SettingsWindowTest, HandsTheKeyToTheDesktopAndSaysWhatBecameOfIt)
{
    OwnServer server;
    GlobalShortcut shortcut(std::vector<std::unique_ptr<ShortcutBackend>>{});
    SettingsContext context = server.context();
    context.shortcut = &shortcut;
    SettingsWindow window(context);
    window.open(SettingsWindow::Page::Shortcuts);
    auto *key = window.current()->findChild<QKeySequenceEdit *>();
    const auto press = [key](Qt::Key pressed, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(key, pressed, modifiers);
        Q_EMIT key->editingFinished(); // a second after the last key
    };
    const auto kept = [] { return QSettings().value(QLatin1StringView(quickShortcutKey)).toString(); };
    EXPECT_EQ(key->keySequence(), QKeySequence(u"Ctrl+Alt+Q"_s));
    press(Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(kept(), u"Ctrl+Alt+B"_s);
    EXPECT_EQ(shortcut.state(), GlobalShortcut::State::Impossible);
    const auto isSaid = [&window](const QString &words) {
        const auto labels = window.current()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == words; });
    };
    EXPECT_TRUE(isSaid(shortcut.words()));
    key->clear();
    press(Qt::Key_E, Qt::NoModifier);
    EXPECT_EQ(kept(), u"Ctrl+Alt+B"_s) << "a letter alone could be typed nowhere any more";
    EXPECT_EQ(key->keySequence(), QKeySequence(u"Ctrl+Alt+B"_s));
    key->clear();
    press(Qt::Key_Backspace, Qt::NoModifier);
    EXPECT_EQ(kept(), QString());
    EXPECT_EQ(shortcut.state(), GlobalShortcut::State::Off);
    EXPECT_TRUE(key->keySequence().isEmpty());
    EXPECT_TRUE(isSaid(shortcut.words()));
}

TEST_F(SettingsWindowTest, SwitchesTheStartAtLoginAndTheStayInTheTray)
{
    OwnServer server;
    const QTemporaryDir folder;
    const Autostart autostart(folder.path(), u"/usr/bin/chatcal"_s);
    SettingsContext context = server.context();
    context.startsAtLogin = [&] { return autostart.isOn(); };
    context.setStartsAtLogin = [&](bool on) { return autostart.setOn(on); };
    bool hasTray = true;
    int closings = 0;
    context.hasTray = [&hasTray] { return hasTray; };
    context.closingChanged = [&closings] { ++closings; };
    SettingsWindow window(context);
    window.open(SettingsWindow::Page::Appearance);
    auto *login = named<QCheckBox>(window, u"Start ChatCal when I log in"_s);
    auto *tray = named<QCheckBox>(window, u"Keep ChatCal in the tray when its window is closed"_s);
    EXPECT_FALSE(login->isChecked());
    login->click();
    EXPECT_TRUE(autostart.isOn());
    login->click();
    EXPECT_FALSE(autostart.isOn());
    EXPECT_TRUE(tray->isChecked());
    tray->click();
    EXPECT_FALSE(QSettings().value(QLatin1StringView(closesToTrayKey), true).toBool());
    EXPECT_EQ(closings, 1);
    hasTray = false;
    window.open(SettingsWindow::Page::Appearance);
    EXPECT_FALSE(tray->isVisible());
}

TEST_F(SettingsWindowTest, SaysThatTheStartAtLoginWasNotKept)
{
    OwnServer server;
    SettingsContext context = server.context();
    context.startsAtLogin = [] { return false; };
    context.setStartsAtLogin = [](bool) -> Result<void> { return failure(ErrorCode::Internal, u"full"_s); };
    SettingsWindow window(context);
    window.open(SettingsWindow::Page::Appearance);
    auto *login = named<QCheckBox>(window, u"Start ChatCal when I log in"_s);
    login->click();
    EXPECT_FALSE(login->isChecked()) << "it shows what is";
    const auto labels = window.current()->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"This could not be kept"_s);
    }));
}
