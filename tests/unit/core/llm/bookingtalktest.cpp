// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using testing::AnyOf;
using testing::Contains;
using testing::ElementsAre;

namespace {

std::string plain(const QString &text)
{
    return text.toStdString();
}

} // namespace

TEST(BookingTalk, BooksFromOneMessage)
{
    Talk talk;
    const QString answer = talk.say(u"Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"_s);
    ASSERT_EQ(talk.ids(), QStringList{u"0310-1400-30m"_s}) << plain(answer);
    EXPECT_EQ(talk.booked().at(0).name, u"Ada Lovelace"_s);
    EXPECT_EQ(talk.booked().at(0).email, u"ada@example.com"_s);
    EXPECT_TRUE(answer.contains(u"0310-1400-30m"_s)) << plain(answer);
    EXPECT_TRUE(answer.contains(u"March 10"_s));
    EXPECT_TRUE(talk.toolsUsed().contains(u"create_appointment"_s));
    EXPECT_EQ(talk.tools().contactName, u"Ada Lovelace"_s);
}

TEST(BookingTalk, BooksOverFiveTurns)
{
    Talk talk;
    QString answer = talk.say(u"Hi"_s);
    EXPECT_TRUE(answer.contains(u"Grace Hopper"_s)) << plain(answer);
    answer = talk.say(u"I'd like to book a call"_s);
    EXPECT_TRUE(talk.calls().isEmpty());
    answer = talk.say(u"March 10 at 2pm, 30 minutes"_s);
    EXPECT_TRUE(answer.contains(u"name"_s)) << plain(answer);
    answer = talk.say(u"Ada"_s);
    EXPECT_TRUE(talk.ids().isEmpty());
    answer = talk.say(u"ada@example.com"_s);
    EXPECT_EQ(talk.ids(), QStringList{u"0310-1400-30m"_s}) << plain(answer);
}
