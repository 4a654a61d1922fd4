// SPDX-License-Identifier: Apache-2.0
#include "app/tray/autostart.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

TEST(Autostart, WritesAndRemovesItsFile)
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.filePath(u"autostart"_s), u"/opt/Chat \"Cal\"/100%/chatcal"_s);
    EXPECT_FALSE(autostart.isOn());
    ASSERT_TRUE(autostart.setOn(true));
    EXPECT_TRUE(autostart.isOn());
    const QByteArray text = contentOf(autostart.path());
    EXPECT_TRUE(text.startsWith("[Desktop Entry]\nType=Application\n"));
    EXPECT_TRUE(text.contains("\nExec=\"/opt/Chat \\\\\"Cal\\\\\"/100%%/chatcal\" --background\n")) << text.constData();
    ASSERT_TRUE(autostart.setOn(false));
    EXPECT_FALSE(QFile::exists(autostart.path()));
    EXPECT_TRUE(autostart.setOn(false)) << "nothing to do is no failure";
}

TEST(Autostart, RespectsOneThatTheDesktopSwitchedOff)
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.path(), u"/usr/bin/chatcal"_s);
    for (const char *off : {"Hidden=true", "X-GNOME-Autostart-enabled = false"}) {
        write(autostart.path(), QByteArray("[Desktop Entry]\nExec=chatcal\n") + off + "\n");
        EXPECT_FALSE(autostart.isOn()) << off;
    }
    write(autostart.path(), "[Desktop Entry]\nExec=mine\n[Desktop Action x]\nHidden=true\n");
    EXPECT_TRUE(autostart.isOn()) << "only its own group counts";
    ASSERT_TRUE(autostart.setOn(true));
    EXPECT_TRUE(contentOf(autostart.path()).contains("Exec=mine")) << "what the person wrote stays";
}

TEST(Autostart, SaysWhenItCannotWrite)
{
    EXPECT_FALSE(Autostart(u"/proc/nowhere"_s, u"/usr/bin/chatcal"_s).setOn(true));
}
