// SPDX-License-Identifier: Apache-2.0
#include "core/llm/toolcheck.h"

#include "core/base/json.h"
#include "core/llm/calltext.h"

#include <gtest/gtest.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

QList<ToolSpec> tools()
{
    const auto schema = parseJsonObject(R"({"type":"object","properties":{
        "when":{"type":"string"},"minutes":{"type":"integer"},"loud":{"type":"boolean"},
        "how":{"type":"string","enum":["video","phone"]},
        "people":{"type":"array","items":{"type":"string"}},
        "place":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}},
        "required":["when"],"additionalProperties":false})");
    return {{u"book"_s, u"Books."_s, *schema}};
}

struct Case
{
    const char *arguments;
    const char *wrong; ///< part of the words; empty: nothing is wrong
};

std::string wrongWith(const char *arguments)
{
    return wrongIn({u"1"_s, u"book"_s, *parseJsonObject(arguments)}, tools()).toStdString();
}

class ToolCheck : public testing::TestWithParam<Case>
{
};

TEST_P(ToolCheck, FindsWhatIsWrong)
{
    const std::string wrong = wrongWith(GetParam().arguments);
    const std::string expected = GetParam().wrong;
    if (expected.empty())
        EXPECT_EQ(wrong, "") << GetParam().arguments;
    else
        EXPECT_NE(wrong.find(expected), std::string::npos) << GetParam().arguments << ": " << wrong;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ToolCheck,
    testing::Values(Case{R"({"when":"Monday"})", ""}, Case{R"({})", "`when` is missing"},
                    Case{R"({"when":null})", "`when` is missing"},
                    Case{R"({"when":["Monday"]})", "`when` must be of the type string"},
                    Case{R"({"when":{"day":"Monday"}})", "`when`"}, Case{R"({"when":9})", ""},
                    Case{R"({"when":"x","minutes":30})", ""}, Case{R"({"when":"x","minutes":30.0})", ""},
                    Case{R"({"when":"x","minutes":"30"})", ""}, Case{R"({"when":"x","minutes":null})", ""},
                    Case{R"({"when":"x","minutes":30.5})", "`minutes` must be of the type integer"},
                    Case{R"({"when":"x","minutes":"half an hour"})", "`minutes`"},
                    Case{R"({"when":"x","minutes":true})", "`minutes`"},
                    Case{R"({"when":"x","loud":"yes"})", "`loud` must be of the type boolean"},
                    Case{R"({"when":"x","how":"video"})", ""}, Case{R"({"when":"x","how":""})", ""},
                    Case{R"({"when":"x","how":"zoom"})", "`how` must be one of: video, phone"},
                    Case{R"({"when":"x","people":["Ada","Bob"]})", ""},
                    Case{R"({"when":"x","people":["Ada",[1]]})", "`people[1]`"},
                    Case{R"({"when":"x","people":"Ada"})", "`people` must be of the type array"},
                    Case{R"({"when":"x","place":{"city":"Rome"}})", ""},
                    Case{R"({"when":"x","place":{}})", "`place.city` is missing"},
                    Case{R"({"when":"x","unheard_of":1})", ""}));

TEST(ToolCheckCalls, NamesAnUnknownToolAndWhatCouldNotBeRead)
{
    EXPECT_EQ(wrongIn({u"1"_s, u"fly"_s, {}}, tools()), u"There is no such tool."_s);
    EXPECT_EQ(wrongIn({u"1"_s, u"book"_s, {}, u"cut off"_s}, tools()), u"cut off"_s);
    EXPECT_EQ(wrongIn({u"1"_s, u"book"_s, {}}, {}), u"There is no such tool."_s);
}

TEST(ToolCheckCalls, AnswersEachCallOfAWrongAnswer)
{
    ModelReply reply;
    reply.text = u"One moment."_s;
    reply.toolCalls = {{u"x"_s, u"book"_s, {{u"when"_s, u"Monday"_s}}},
                       {u"x"_s, u"book"_s, {}},
                       {{}, {}, {}, u"The tool call could not be read."_s}};
    const QList<ChatMessage> messages = corrections(reply, tools(), Instant());
    ASSERT_EQ(messages.size(), 4);
    EXPECT_EQ(messages.at(0).toolCalls.size(), 2);
    EXPECT_TRUE(messages.at(1).text.contains("not_run"_L1));
    EXPECT_EQ(messages.at(1).toolCallId, messages.at(0).toolCalls.at(0).id);
    EXPECT_TRUE(messages.at(2).text.contains("`when` is missing"_L1));
    EXPECT_EQ(messages.at(2).toolCallId, messages.at(0).toolCalls.at(1).id);
    EXPECT_NE(messages.at(0).toolCalls.at(0).id, messages.at(0).toolCalls.at(1).id);
    EXPECT_EQ(messages.at(3).role, ChatMessage::Role::User);
}

struct Text
{
    const char *words;
    const char *name; ///< null: no call
    const char *when; ///< null: it cannot be run
};

class CallText : public testing::TestWithParam<Text>
{
};

TEST_P(CallText, FindsTheCall)
{
    const auto call = callInWords(QString::fromUtf8(GetParam().words));
    ASSERT_EQ(call.has_value(), GetParam().name != nullptr) << GetParam().words;
    if (!call)
        return;
    EXPECT_EQ(call->name.toStdString(), GetParam().name);
    EXPECT_EQ(call->malformed.isEmpty(), GetParam().when != nullptr) << GetParam().words;
    if (GetParam().when) {
        EXPECT_EQ(call->arguments["when"_L1].toString().toStdString(), GetParam().when);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, CallText,
    testing::Values(
        Text{R"(<function=book>{"when": "Monday"}</function>)", "book", "Monday"},
        Text{R"(<function=book{"when": "Monday"}</function>)", "book", "Monday"},
        Text{R"(<function(book){"when": "Monday"}</function>)", "book", "Monday"},
        Text{R"(book{"when": "Monday"}</function>)", "book", "Monday"},
        Text{R"({"name": "book", "parameters": {"when": "Monday"}})", "book", "Monday"},
        Text{R"({"type":"function","function":{"name":"book"},"parameters":{"when":"Monday"}})", "book", "Monday"},
        Text{R"(<|python_tag|>{"name": "book", "arguments": "{\"when\":\"Monday\"}"})", "book", "Monday"},
        Text{"<tool_call>\n{\"name\":\"book\",\"arguments\":{\"when\":\"Monday\"}}\n</tool_call>", "book", "Monday"},
        Text{
            R"(<tool-use>{"tool_calls":[{"id":"pending","function":{"name":"book"},"parameters":{"when":"Monday"}}]}</tool-use>)",
            "book", "Monday"},
        Text{R"(<function=book>{"when": "Mon)", "book", nullptr}, Text{"<function", "", nullptr},
        Text{"<tool_call>{broken", "", nullptr}, Text{"Monday at nine is free.", nullptr, nullptr},
        Text{"", nullptr, nullptr}, Text{R"({"slots": ["nine"]})", nullptr, nullptr},
        Text{"I like {braces}", nullptr, nullptr}));

TEST(CallTextBeginnings, AreHeldBackAsLongAsNeeded)
{
    for (const char *beginning : {"<", "<fun", "<function=b", "<|py", "{", "{ \"na", " \n<tool_call>", "[tool"})
        EXPECT_TRUE(mayBeCall(QString::fromUtf8(beginning))) << beginning;
    for (const char *beginning : {"", " ", "Hello", "<3 you", "<b>", "{x", "[1] "})
        EXPECT_FALSE(mayBeCall(QString::fromUtf8(beginning))) << beginning;
}

} // namespace
