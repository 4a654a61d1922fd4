// SPDX-License-Identifier: Apache-2.0
#include "app/singleinstance.h"
#include "app/webchat/origin.h"
#include "tests/support/await.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

class SingleInstanceTest : public testing::Test
{
protected:
    SingleInstanceTest()
    {
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
    }
    ~SingleInstanceTest() override
    {
        if (had.isNull())
            qunsetenv("XDG_RUNTIME_DIR");
        else
            qputenv("XDG_RUNTIME_DIR", had);
    }

    QByteArray had = qgetenv("XDG_RUNTIME_DIR");
    QTemporaryDir folder;
};

} // namespace

TEST_F(SingleInstanceTest, HandsTheSecondsWishToTheFirst)
{
    SingleInstance first(u"/some/folder"_s);
    ASSERT_TRUE(first.claim(u"window"_s));
    QSignalSpy asked(&first, &SingleInstance::asked);
    bool isSecondFirst = true;
    // The first must be free to answer, as it is in a process of its own.
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance second(u"/some/folder"_s);
        isSecondFirst = second.claim(u"quick"_s);
    }));
    thread->start();
    EXPECT_TRUE(eventually([&] { return thread->isFinished(); }));
    EXPECT_FALSE(isSecondFirst);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().first().toString(), u"quick"_s);
}

TEST_F(SingleInstanceTest, KeepsCalendarsApart)
{
    SingleInstance one(u"/one"_s);
    SingleInstance other(u"/other"_s);
    EXPECT_TRUE(one.claim({}));
    EXPECT_TRUE(other.claim({}));
}

TEST_F(SingleInstanceTest, TakesThePlaceOfOneThatIsGone)
{
    {
        SingleInstance first(u"/some/folder"_s);
        ASSERT_TRUE(first.claim({}));
    }
    SingleInstance next(u"/some/folder"_s);
    EXPECT_TRUE(next.claim({}));
}

TEST(ChatPage, TellsOriginsApart)
{
    const QUrl own(u"http://127.0.0.1:8000/"_s);
    EXPECT_TRUE(isSameOrigin(QUrl(u"http://127.0.0.1:8000/chat-widget?theme=dark"_s), own));
    EXPECT_FALSE(isSameOrigin(QUrl(u"http://127.0.0.1:8001/"_s), own));
    EXPECT_FALSE(isSameOrigin(QUrl(u"https://127.0.0.1:8000/"_s), own));
    EXPECT_FALSE(isSameOrigin(QUrl(u"http://127.0.0.1.example.org:8000/"_s), own));
    EXPECT_FALSE(isSameOrigin(QUrl(u"file:///etc/passwd"_s), own));
    EXPECT_TRUE(isSameOrigin(QUrl(u"https://team.example.org:443/x"_s), QUrl(u"https://team.example.org"_s)));
}
