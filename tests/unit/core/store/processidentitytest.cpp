// SPDX-License-Identifier: Apache-2.0
#include "core/store/processidentity.h"

#include <gtest/gtest.h>

#include <QStringList>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QString withPart(qsizetype index, const QString &value)
{
    QStringList parts = processIdentity().split(u'/');
    parts[index] = value;
    return parts.join(u'/');
}

} // namespace

TEST(ProcessIdentity, TakesThisProcessForAlive)
{
    EXPECT_EQ(processIdentity().split(u'/').size(), 4);
    EXPECT_FALSE(hasEnded(processIdentity()));
}

TEST(ProcessIdentity, TakesAReusedPidForEnded)
{
    EXPECT_TRUE(hasEnded(withPart(3, u"1"_s)));
}

TEST(ProcessIdentity, TakesAnEarlierBootForEnded)
{
    EXPECT_TRUE(hasEnded(withPart(0, u"00000000-0000-0000-0000-000000000000"_s)));
}

TEST(ProcessIdentity, CannotTellAboutAnotherNamespaceOrWithoutAnIdentity)
{
    EXPECT_FALSE(hasEnded(withPart(1, u"pid:[1]"_s)));
    EXPECT_FALSE(hasEnded(QString()));
}

TEST(ProcessIdentity, TakesAChildForEndedOnceItHas)
{
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        pause();
        _exit(0);
    }
    const QString identity = processIdentity(child);
    EXPECT_FALSE(identity.isEmpty());
    EXPECT_FALSE(hasEnded(identity));
    ASSERT_EQ(kill(child, SIGKILL), 0);
    siginfo_t info{};
    ASSERT_EQ(waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0);
    EXPECT_TRUE(hasEnded(identity)) << "not yet reaped by its parent";
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    EXPECT_TRUE(hasEnded(identity));
    EXPECT_TRUE(processIdentity(child).isEmpty());
}

} // namespace ChatCal
