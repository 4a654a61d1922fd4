// SPDX-License-Identifier: Apache-2.0
#include "core/mail/filemailer.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using testing::IsEmpty;

namespace ChatCal {

namespace {

MailMessage message(const QString &id)
{
    return {id, u"host@example.com"_s, u"ada@example.com"_s, "Subject: Tea\r\n\r\nSee you\r\n"};
}

QStringList files(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

TEST(FileMailer, WritesOneFileForTheOwnerAlone)
{
    const QTemporaryDir place;
    const QString folder = place.filePath(u"deep/outbox"_s); // made when it is missing
    FileMailer mailer(folder);
    ASSERT_TRUE(await(mailer.send(message(u"a1-0@example.com"_s), {})));
    ASSERT_EQ(files(folder), QStringList{u"a1-0@example.com.eml"_s});
    QFile file(folder + u"/a1-0@example.com.eml"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), message({}).data);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(file.permissions() & others);
    EXPECT_FALSE(QFile::permissions(folder) & others);
    EXPECT_FALSE(mailer.reachesPeople());
}

TEST(FileMailer, WritesTheSameMessageToTheSameFile)
{
    const QTemporaryDir place;
    FileMailer mailer(place.path());
    ASSERT_TRUE(await(mailer.send(message(u"a@x"_s), {})));
    ASSERT_TRUE(await(mailer.send(message(u"a@x"_s), {})));
    EXPECT_EQ(files(place.path()).size(), 1);
}

TEST(FileMailer, NeverLeavesItsFolder)
{
    for (const QString &id : {u"../../etc/passwd"_s, u"/etc/passwd"_s, u".hidden"_s, u"a\nb"_s, u"a%1b"_s.arg(QChar(0)),
                              QString(4000, u'x'), u"ä@x"_s}) {
        const QString name = FileMailer::fileName(id);
        EXPECT_FALSE(name.contains(u'/')) << id.toStdString();
        EXPECT_FALSE(name.startsWith(u'.'));
        EXPECT_LT(name.size(), 256);
        EXPECT_TRUE(name.endsWith(u".eml"_s));
        for (const QChar c : name)
            EXPECT_TRUE(c.unicode() > 0x20 && c.unicode() < 0x7f);
    }
    EXPECT_NE(FileMailer::fileName(u"a/b"_s), FileMailer::fileName(u"a_b"_s));
    EXPECT_NE(FileMailer::fileName(u"a/b"_s), FileMailer::fileName(u"a?b"_s));
}

TEST(FileMailer, IsUnavailableWhereNothingCanBeWritten)
{
    const QTemporaryDir place;
    QFile file(place.filePath(u"file"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    FileMailer mailer(place.filePath(u"file/outbox"_s)); // below a file there is no folder, not even for root
    const auto checked = await(mailer.check({}));
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().code, ErrorCode::Unavailable);
    const auto sent = await(mailer.send(message(u"a@x"_s), {}));
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, ErrorCode::Unavailable);
}

TEST(FileMailer, ChecksWithoutLeavingAnything)
{
    const QTemporaryDir place;
    FileMailer mailer(place.path());
    EXPECT_TRUE(await(mailer.check({})).has_value());
    EXPECT_THAT(files(place.path()), IsEmpty());
}

TEST(FileMailer, RefusesAMailWithoutIdForEver)
{
    const QTemporaryDir place;
    FileMailer mailer(place.path());
    const auto sent = await(mailer.send(message({}), {}));
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, ErrorCode::InvalidInput);
}

TEST(FileMailer, WritesNothingOnceStopped)
{
    const QTemporaryDir place;
    FileMailer mailer(place.path());
    std::stop_source stop;
    stop.request_stop();
    const auto sent = await(mailer.send(message(u"a@x"_s), stop.get_token()));
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(files(place.path()), IsEmpty());
}

} // namespace ChatCal
