// SPDX-License-Identifier: Apache-2.0
// What only a screen of X11 can show; run under xvfb-run.
#include "app/tray/globalshortcut.h"
#include "app/tray/traywatch.h"
#include "tests/support/await.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

using State = GlobalShortcut::State;

std::unique_ptr<GlobalShortcut> makeShortcut()
{
    std::vector<std::unique_ptr<ShortcutBackend>> ways;
    if (auto way = makeX11Shortcut())
        ways.push_back(std::move(way));
    return std::make_unique<GlobalShortcut>(std::move(ways));
}

class X11Test : public testing::Test
{
protected:
    void SetUp() override
    {
        if (QGuiApplication::platformName() != "xcb"_L1)
            GTEST_SKIP() << "not on X11";
        for (const QString &tool : {u"xdotool"_s, u"trayer"_s}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                GTEST_SKIP() << qPrintable(tool) << " is missing; ./dev test installs it";
        }
    }
    static void press(const QString &keys) { QProcess::execute(u"xdotool"_s, {u"key"_s, keys}); }
};

const QKeySequence key(Qt::CTRL | Qt::ALT | Qt::Key_Q);

} // namespace

TEST_F(X11Test, TheKeyIsHeardWithoutAWindow)
{
    const auto shortcut = makeShortcut();
    QSignalSpy activated(shortcut.get(), &GlobalShortcut::activated);
    shortcut->hold(key);
    ASSERT_EQ(shortcut->state(), State::Held);
    press(u"ctrl+alt+q"_s);
    EXPECT_TRUE(eventually([&] { return activated.size() == 1; }));
    press(u"Num_Lock"_s);
    press(u"ctrl+alt+q"_s);
    EXPECT_TRUE(eventually([&] { return activated.size() == 2; })) << "Num Lock does not matter";
    press(u"Num_Lock"_s);
    press(u"ctrl+q"_s);
    shortcut->hold(QKeySequence(Qt::META | Qt::SHIFT | Qt::Key_F5));
    press(u"ctrl+alt+q"_s); // no longer ours
    press(u"super+shift+F5"_s);
    EXPECT_TRUE(eventually([&] { return activated.size() == 3; }));
    shortcut->hold({});
    EXPECT_EQ(shortcut->state(), State::Off);
}

TEST_F(X11Test, AKeyOfAnotherProgramIsTold)
{
    // A grab of the same connection would not collide: the other program has one of its own.
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s});
    ASSERT_TRUE(other.waitForReadyRead(10'000));
    const auto shortcut = makeShortcut();
    shortcut->hold(key);
    EXPECT_EQ(shortcut->state(), State::Taken);
    other.kill();
    other.waitForFinished();
    EXPECT_TRUE(eventually([&] {
        shortcut->hold(key);
        return shortcut->state() == State::Held;
    }));
}

TEST_F(X11Test, ATrayThatComesLaterIsNoticed)
{
    TrayWatch watch(QDBusConnection(u"none"_s));
    QSignalSpy changed(&watch, &TrayWatch::changed);
    EXPECT_FALSE(watch.isThere());
    QProcess tray;
    tray.start(u"trayer"_s, {});
    EXPECT_TRUE(eventually([&] {
        watch.look();
        return watch.isThere();
    }));
    EXPECT_EQ(changed.size(), 1);
    tray.kill();
    tray.waitForFinished();
    EXPECT_TRUE(eventually([&] {
        watch.look();
        return !watch.isThere();
    }));
}

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"--hold"_s)) {
        const auto shortcut = makeShortcut();
        shortcut->hold(key);
        if (shortcut->state() != State::Held)
            return 1;
        std::puts("held");
        std::fflush(stdout);
        return QApplication::exec();
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
