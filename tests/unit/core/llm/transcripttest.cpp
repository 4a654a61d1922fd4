// SPDX-License-Identifier: Apache-2.0
#include "core/llm/transcript.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

ChatMessage user(const QString &words)
{
    return {ChatMessage::Role::User, words, {}, {}, {}, Instant()};
}

ChatMessage assistant(const QString &words, const QStringList &calls = {})
{
    ChatMessage message{ChatMessage::Role::Assistant, words, {}, {}, {}, Instant()};
    for (const QString &id : calls)
        message.toolCalls.append({id, u"book"_s, {}});
    return message;
}

ChatMessage result(const QString &id, const QString &json = u"{}"_s)
{
    return {ChatMessage::Role::Tool, json, {}, id, u"book"_s, Instant()};
}

/// "U hello | A call_1 | T call_1={}"
std::string inWords(const QList<ChatMessage> &messages)
{
    QStringList parts;
    for (const ChatMessage &message : messages) {
        QString part = message.role == ChatMessage::Role::User ? u"U "_s + message.text
            : message.role == ChatMessage::Role::Tool          ? u"T "_s + message.toolCallId + u'=' + message.text
                                                               : u"A "_s + message.text;
        for (const ToolCall &call : message.toolCalls)
            part += u'<' + call.id + u'>';
        parts.append(part.trimmed());
    }
    return parts.join(u" | "_s).toStdString();
}

TEST(Transcript, LeavesATidyTalkAsItIs)
{
    EXPECT_EQ(inWords(tidied({user(u"hi"_s), assistant(u"hello"_s), user(u"book"_s)})), "U hi | A hello | U book");
}

TEST(Transcript, BeginsWithThePerson)
{
    EXPECT_EQ(inWords(tidied({assistant(u"hello"_s), result(u"a"_s), user(u"hi"_s)})), "U hi");
}

TEST(Transcript, NumbersTheCallsAnew)
{
    EXPECT_EQ(
        inWords(tidied({user(u"hi"_s), assistant({}, {u"a"_s, u"b"_s}), result(u"b"_s, u"2"_s), result(u"a"_s, u"1"_s),
                        assistant(u"so"_s), user(u"again"_s), assistant({}, {u"a"_s}), result(u"a"_s, u"3"_s)})),
        "U hi | A <call_1><call_2> | T call_1=1 | T call_2=2 | A so | U again | A <call_3> | T call_3=3");
}

TEST(Transcript, AnswersCallsThatNobodyAnsweredAndDropsOrphans)
{
    EXPECT_EQ(
        inWords(tidied({user(u"hi"_s), result(u"x"_s), assistant({}, {u"a"_s}), assistant(u" "_s), user(u"so?"_s)})),
        "U hi | A <call_1> | T call_1={\"ok\":false,\"reason\":\"not_run\"} | U so?");
}

TEST(Transcript, IsTrimmedWhereThePersonSpeaks)
{
    QList<ChatMessage> talk;
    for (int i = 1; i <= 5; ++i)
        talk << user(QString::number(i)) << assistant({}, {u"a"_s}) << result(u"a"_s) << assistant(u"ok"_s);
    talk << user(u"6"_s);
    const auto shorter = trimmed(talk);
    ASSERT_TRUE(shorter);
    EXPECT_EQ(shorter->first().text, u"4"_s);
    EXPECT_EQ(shorter->size(), 9);
    EXPECT_EQ(trimmed({user(u"1"_s), assistant(u"a"_s), user(u"2"_s)})->size(), 1);
}

TEST(Transcript, ShortensTheResultsOfALastTurn)
{
    const QList<ChatMessage> talk{user(u"hi"_s), assistant({}, {u"a"_s}), result(u"a"_s, QString(5000, u'x'))};
    const auto shorter = trimmed(talk);
    ASSERT_TRUE(shorter);
    EXPECT_EQ(shorter->size(), 3);
    EXPECT_LT(shorter->last().text.size(), 1100);
    EXPECT_FALSE(trimmed(*shorter)) << "there is nothing left to leave out";
    EXPECT_FALSE(trimmed({user(u"hi"_s)}));
}

} // namespace
