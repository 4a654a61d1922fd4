// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverlog.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QTemporaryDir>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST(ServerLog, KeepsWhatIsSaidForItsOwnerAlone)
{
    const QTemporaryDir folder;
    ServerLog log(folder.filePath(u"logs"_s));
    log.write("one\n");
    log.write("two\n");
    EXPECT_EQ(contentOf(log.filePath()), "one\ntwo\n");
    ServerLog later(folder.filePath(u"logs"_s));
    later.write("three\n");
    EXPECT_EQ(contentOf(log.filePath()), "one\ntwo\nthree\n");
    EXPECT_EQ(QFileInfo(log.filePath()).permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
}

TEST(ServerLog, HoldsTwoMegabytesAtMost)
{
    const QTemporaryDir folder;
    ServerLog log(folder.path());
    const QByteArray kilobyte = QByteArray(1023, 'x') + '\n';
    for (int count = 0; count < 3000; ++count)
        log.write(kilobyte);
    log.write("the end\n");
    EXPECT_TRUE(contentOf(log.filePath()).endsWith("the end\n"));
    EXPECT_LE(QFileInfo(log.filePath()).size(), 1024 * 1024);
    EXPECT_GT(QFileInfo(log.filePath() + u".1"_s).size(), 1000 * 1024);
    EXPECT_LE(QFileInfo(log.filePath() + u".1"_s).size(), 1024 * 1024);
}

TEST(ServerLog, LivesWithoutADisk)
{
    ServerLog log(u"/proc/no/such/folder"_s);
    log.write("one\n");
    EXPECT_FALSE(QFile::exists(log.filePath()));
}
