// SPDX-License-Identifier: Apache-2.0
#include "app/settings/firststart.h"

#include "app/look/colors.h"
#include "app/look/theme.h"
#include "app/settings/secretfield.h"
#include "tests/unit/app/artifacts.h"
#include "tests/unit/app/settings/ownserver.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class FirstStartTest : public testing::Test
{
protected:
    FirstStartTest()
    {
        QSettings().clear();
        window.resize(1200, 780);
    }
    ~FirstStartTest() override { QSettings().clear(); }

    QWidget window;
};

QLineEdit *line(const FirstStart &start, const QString &name)
{
    for (auto *edit : start.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

} // namespace

TEST_F(FirstStartTest, TellsTheServerWhoIsThere)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    FirstStart start(server.context(), &window);
    window.show();
    QTest::keyClicks(line(start, u"Name"_s), u"Ada Lovelace"_s);
    QTest::keyClicks(line(start, u"Mail address"_s), u"ada@example.org"_s);
    QTest::keyClick(line(start, u"Mail address"_s), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return start.step() == 1; }));
    const auto settings = await(server.client().ask("GET", u"/api/v1/settings"_s));
    ASSERT_TRUE(settings);
    const QJsonObject identity = settings->value("identity"_L1).toObject();
    EXPECT_EQ(identity.value("name"_L1).toString(), u"Ada Lovelace"_s);
    EXPECT_EQ(identity.value("email"_L1).toString(), u"ada@example.org"_s);
}

TEST_F(FirstStartTest, StaysWhereTheServerObjects)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    FirstStart start(server.context(), &window);
    window.show();
    QTest::keyClicks(line(start, u"Mail address"_s), u"nobody"_s);
    start.nextButton()->click();
    ASSERT_TRUE(eventually([&] { return start.nextButton()->isEnabled(); }));
    EXPECT_EQ(start.step(), 0);
}

TEST_F(FirstStartTest, CanBeSkippedWithoutAServer)
{
    OwnServer server; // which never starts
    FirstStart start(server.context(), &window);
    QSignalSpy finished(&start, &FirstStart::finished);
    window.show();
    EXPECT_TRUE(FirstStart::isWanted());
    start.skipButton()->click();
    start.skipButton()->click();
    EXPECT_EQ(start.step(), 2);
    start.backButton()->click();
    EXPECT_EQ(start.step(), 1);
    start.skipButton()->click();
    start.nextButton()->click();
    ASSERT_TRUE(eventually([&] { return finished.size() == 1; }));
    EXPECT_FALSE(FirstStart::isWanted());
    EXPECT_TRUE(start.isHidden());
    EXPECT_EQ(server.configuration(), QByteArray());
}

TEST_F(FirstStartTest, KeepsAKeyForTheAssistant)
{
    OwnServer server;
    ASSERT_TRUE(server.start());
    FirstStart start(server.context(), &window);
    QSignalSpy finished(&start, &FirstStart::finished);
    window.show();
    start.skipButton()->click();
    start.skipButton()->click();
    QTest::keyClicks(line(start, u"Groq key"_s), u"gsk-a-key"_s);
    start.nextButton()->click();
    ASSERT_TRUE(eventually([&] { return finished.size() == 1; }));
    EXPECT_EQ(await(server.process().vault().read())->value(u"GROQ_API_KEY"_s).reveal(), "gsk-a-key");
}

TEST_F(FirstStartTest, LooksRightInLightAndDark)
{
    OwnServer server;
    const QString folder = artifactsFolder();
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(paletteFor(dark));
        FirstStart start(server.context(), &window);
        window.show();
        ASSERT_TRUE(eventually([&] { return isDark(start.palette()) == dark; }));
        for (int step = 0; step < 3; ++step) {
            if (step == 1)
                start.findChildren<QComboBox *>().last()->setCurrentIndex(2);
            QCoreApplication::processEvents(); // lays out
            const QImage picture = window.grab().toImage();
            EXPECT_TRUE(
                picture.save(u"%1/first-start-%2-%3.png"_s.arg(folder).arg(step).arg(dark ? u"dark"_s : u"light"_s)));
            EXPECT_TRUE(dark ? picture.pixelColor(3, 3).lightness() < 70 : picture.pixelColor(3, 3).lightness() > 200);
            start.skipButton()->click();
        }
    }
    QApplication::setPalette(before);
}
