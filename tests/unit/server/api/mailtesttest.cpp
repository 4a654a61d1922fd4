// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/apiworld.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString path = u"/api/v1/mail/test"_s;

} // namespace

TEST(MailTest, WritesToTheHostAndSaysThatItIsAFile)
{
    ApiWorld world;
    const Answer answer = world.hostPost(path, {});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.text(u"outcome"_s), u"kept"_s);
    EXPECT_EQ(answer.text(u"to"_s), world.engine().booking().host().email);
    const QDir outbox(world.folder() + u"/outbox"_s);
    const QStringList mails = outbox.entryList({u"test.*"_s}, QDir::Files);
    ASSERT_EQ(mails.size(), 1);
    QFile mail(outbox.filePath(mails.first()));
    ASSERT_TRUE(mail.open(QIODevice::ReadOnly));
    const QByteArray text = mail.readAll();
    EXPECT_TRUE(text.contains("Subject: ChatCal can send mail\r\n")) << text.toStdString();
    EXPECT_TRUE(text.contains("\r\n\r\n")) << text.toStdString();
}

TEST(MailTest, SaysWhenThereIsNoAddress)
{
    ApiWorld world([](Settings &settings) { settings.hostEmail.clear(); });
    EXPECT_EQ(world.hostPost(path, {}).text(u"outcome"_s), u"no_address"_s);
}

TEST(MailTest, SaysWhyItDidNotLeave)
{
    ApiWorld world([](Settings &settings) {
        settings.smtp.server = u"127.0.0.1"_s;
        settings.smtp.port = 1; // nobody listens there
        settings.smtp.security = u"none"_s;
    });
    const Answer answer = world.hostPost(path, {});
    EXPECT_EQ(answer.text(u"outcome"_s), u"failed"_s);
    EXPECT_FALSE(answer.text(u"detail"_s).isEmpty());
}

TEST(MailTest, IsForAdmins)
{
    ApiWorld world;
    expectProblem(world.post(path, {}), 401);
    expectProblem(world.post(path, {}, world.asTeammate()), 403);
}

} // namespace ChatCal
