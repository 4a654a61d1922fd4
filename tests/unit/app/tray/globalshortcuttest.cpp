// SPDX-License-Identifier: Apache-2.0
#include "app/tray/globalshortcut.h"
#include "tests/support/await.h"
#include "tests/support/privatebus.h"
#include "tests/unit/app/tray/fakeportal.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

using State = GlobalShortcut::State;

/// Answers as a test says.
class ScriptedWay : public ShortcutBackend
{
public:
    void hold(const QKeySequence &key) override { asked << key; }
    void release() override { ++released; }
    QList<QKeySequence> asked;
    int released = 0;
};

std::unique_ptr<GlobalShortcut> over(std::unique_ptr<ShortcutBackend> first,
                                     std::unique_ptr<ShortcutBackend> second = nullptr)
{
    std::vector<std::unique_ptr<ShortcutBackend>> ways;
    ways.push_back(std::move(first));
    if (second)
        ways.push_back(std::move(second));
    return std::make_unique<GlobalShortcut>(std::move(ways));
}

const QKeySequence key(Qt::CTRL | Qt::ALT | Qt::Key_Q);

} // namespace

TEST(GlobalShortcut, TriesOneWayAfterTheOtherAndSaysWhatToDoWhereNoneIs)
{
    auto first = std::make_unique<ScriptedWay>(), second = std::make_unique<ScriptedWay>();
    ScriptedWay *portal = first.get(), *x11 = second.get();
    const auto shortcut = over(std::move(first), std::move(second));
    shortcut->hold(key);
    EXPECT_EQ(shortcut->state(), State::Asking);
    EXPECT_TRUE(x11->asked.isEmpty());
    Q_EMIT portal->refused(false);
    EXPECT_EQ(x11->asked, QList<QKeySequence>{key});
    Q_EMIT portal->held({}); // too late: nobody waits for it any more
    EXPECT_EQ(shortcut->state(), State::Asking);
    Q_EMIT x11->refused(false);
    EXPECT_EQ(shortcut->state(), State::Impossible);
    EXPECT_TRUE(shortcut->words().contains(u"chatcal --quick"_s));
}

TEST(GlobalShortcut, SaysThatAnotherProgramHoldsIt)
{
    auto way = std::make_unique<ScriptedWay>();
    ScriptedWay *only = way.get();
    const auto shortcut = over(std::move(way));
    shortcut->hold(key);
    Q_EMIT only->refused(true);
    EXPECT_EQ(shortcut->state(), State::Taken);
    EXPECT_TRUE(shortcut->words().contains(u"Ctrl+Alt+Q"_s));
    shortcut->hold(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B));
    Q_EMIT only->held({});
    EXPECT_EQ(shortcut->state(), State::Held);
    EXPECT_TRUE(shortcut->words().contains(u"Ctrl+Alt+B"_s));
    shortcut->hold({});
    EXPECT_EQ(shortcut->state(), State::Off);
    EXPECT_EQ(only->released, 3);
}

TEST(GlobalShortcut, IsBoundThroughThePortal)
{
    PrivateBus bus;
    if (!bus.isRunning())
        GTEST_SKIP() << "dbus-daemon is missing; ./dev test installs it";
    FakePortal portal(bus.connect());
    const auto shortcut = over(makePortalShortcut(bus.connect()));
    QSignalSpy activated(shortcut.get(), &GlobalShortcut::activated);
    shortcut->hold(key);
    ASSERT_TRUE(eventually([&] { return shortcut->state() == State::Held; }));
    EXPECT_EQ(portal.preferredTrigger, u"CTRL+ALT+q"_s);
    portal.press();
    EXPECT_TRUE(eventually([&] { return activated.size() == 1; }));

    portal.bindResponse = 1;
    shortcut->hold(QKeySequence(Qt::META | Qt::Key_Space));
    ASSERT_TRUE(eventually([&] { return shortcut->state() == State::Taken; }));
    EXPECT_EQ(portal.preferredTrigger, u"LOGO+space"_s);
}

TEST(GlobalShortcut, IsImpossibleOnABusWithoutAPortal)
{
    PrivateBus bus;
    if (!bus.isRunning())
        GTEST_SKIP() << "dbus-daemon is missing; ./dev test installs it";
    const auto shortcut = over(makePortalShortcut(bus.connect()));
    shortcut->hold(key);
    EXPECT_TRUE(eventually([&] { return shortcut->state() == State::Impossible; }));
}
