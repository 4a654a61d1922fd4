// SPDX-License-Identifier: Apache-2.0
// What is peculiar to the Messages API.
#include "remoteworld.h"

#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class AnthropicModelTest : public testing::Test
{
protected:
    RemoteWorld world{ModelFormat::Anthropic};

    /// What comes of these events.
    Result<ModelReply> read(const QList<QByteArray> &events)
    {
        FakeAnswer answer;
        answer.raw = QByteArray();
        for (const QByteArray &event : events)
            *answer.raw += "data: " + event + "\n\n";
        world.server.then(answer);
        return world.ask();
    }
    std::unique_ptr<AnthropicModel> modelWith(const std::function<void(AnthropicOptions &)> &change)
    {
        AnthropicOptions options;
        options.baseUrl = world.server.baseUrl();
        options.key = Secret(FakeModelServer::key());
        change(options);
        return std::make_unique<AnthropicModel>(options, world.http, world.clock);
    }
    static QByteArray end(const QByteArray &reason)
    {
        return R"({"type":"message_delta","delta":{"stop_reason":")" + reason + R"("},"usage":{"output_tokens":5}})";
    }
    const QByteArray stop = R"({"type":"message_stop"})";
};

TEST_F(AnthropicModelTest, AsksAsTheReferenceSays)
{
    world.server.say(u"Hello"_s);
    const auto said = [](ChatMessage::Role role, const QString &words) {
        return ChatMessage{role, words, {}, {}, {}, Instant()};
    };
    ModelRequest request = RemoteWorld::request(u"Book Monday"_s);
    ChatMessage calling = said(ChatMessage::Role::Assistant, u"One moment."_s);
    calling.toolCalls = {{u"offline:1"_s, u"book"_s, {{"when"_L1, u"Monday"_s}}}, {u"b"_s, u"book"_s, {}}};
    request.messages << said(ChatMessage::Role::User, u"at 9"_s) << calling
                     << ChatMessage{ChatMessage::Role::Tool, u"{\"ok\":true}"_s, {},
                                    u"offline:1"_s,          u"book"_s,          Instant()}
                     << ChatMessage{ChatMessage::Role::Tool, u"{\"ok\":false}"_s, {}, u"b"_s, u"book"_s, Instant()}
                     << said(ChatMessage::Role::User, u"And?"_s);
    EXPECT_EQ(world.outcome(request), "Hello");
    const FakeHttpServer::Request sent = world.server.http().requests().last();
    EXPECT_EQ(sent.target, "/v1/messages");
    EXPECT_EQ(sent.header("x-api-key"), "test-key");
    EXPECT_EQ(sent.header("anthropic-version"), "2023-06-01");
    const QJsonObject body = *parseJsonObject(sent.body);
    EXPECT_EQ(body["model"_L1].toString(), u"claude-haiku-5-5"_s);
    EXPECT_EQ(body["max_tokens"_L1].toInt(), 500);
    EXPECT_EQ(body["system"_L1].toString(), u"You are the scheduling assistant of «Grace»."_s);
    EXPECT_EQ(body["thinking"_L1]["type"_L1].toString(), u"disabled"_s);
    EXPECT_FALSE(body.contains("temperature"_L1));
    const auto expected = parseJsonObject(R"({"messages":[
        {"role":"user","content":[{"type":"text","text":"Book Monday"},{"type":"text","text":"at 9"}]},
        {"role":"assistant","content":[{"type":"text","text":"One moment."},
            {"type":"tool_use","id":"call_1","name":"book","input":{"when":"Monday"}},
            {"type":"tool_use","id":"call_2","name":"book","input":{}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":"{\"ok\":true}"},
            {"type":"tool_result","tool_use_id":"call_2","content":"{\"ok\":false}"},
            {"type":"text","text":"And?"}]}]})");
    EXPECT_EQ(body["messages"_L1], expected->value("messages"_L1));
    EXPECT_EQ(body["tools"_L1][0]["input_schema"_L1]["type"_L1].toString(), u"object"_s);
}

TEST_F(AnthropicModelTest, DeclaresTheToolsOfATalkThatMayCallNone)
{
    world.server.say(u"Hello"_s);
    ModelRequest request = RemoteWorld::request();
    request.tools.clear();
    request.messages << ChatMessage{ChatMessage::Role::Assistant, {}, {{u"a"_s, u"book"_s, {}}}, {}, {}, Instant()}
                     << ChatMessage{ChatMessage::Role::Tool, u"{}"_s, {}, u"a"_s, u"book"_s, Instant()};
    EXPECT_EQ(world.outcome(request), "Hello");
    EXPECT_EQ(world.server.bodies().last()["tool_choice"_L1]["type"_L1].toString(), u"none"_s);
    EXPECT_EQ(world.server.refusals(), 0);
}

TEST_F(AnthropicModelTest, LetsAModelThinkThatCannotDoWithout)
{
    FakeAnswer refusal;
    refusal.refusal = FakeRefusal{
        400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"\"thinking.type.disabled\" is not supported for this model."}})",
        {}};
    world.server.then(refusal).say(u"Hello"_s).say(u"Again"_s);
    EXPECT_EQ(world.outcome(), "Hello");
    EXPECT_EQ(world.outcome(), "Again");
    EXPECT_EQ(world.server.bodies().size(), 3);
    const QJsonObject body = world.server.bodies().last();
    EXPECT_FALSE(body.contains("thinking"_L1));
    EXPECT_GT(body["max_tokens"_L1].toInt(), 1000) << "thoughts need room";
    const auto thinker = modelWith([](AnthropicOptions &options) { options.thinks = true; });
    world.server.say(u"Hm"_s);
    EXPECT_TRUE(await(thinker->complete(RemoteWorld::request(), {})));
    EXPECT_EQ(world.server.bodies().last()["thinking"_L1]["type"_L1].toString(), u"adaptive"_s);
}

TEST_F(AnthropicModelTest, PassesOverWhatItDoesNotKnow)
{
    const auto reply = read(
        {R"({"type":"message_start","message":{"usage":{"input_tokens":10,"cache_read_input_tokens":90,"output_tokens":1}}})",
         R"({"type":"something_new"})",
         R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}})",
         R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})",
         R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"x"}})",
         R"({"type":"content_block_stop","index":0})",
         R"({"type":"content_block_start","index":1,"content_block":{"type":"text","text":"Hel"}})",
         R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"lo"}})",
         R"({"type":"content_block_stop","index":1})", end("end_turn"), stop});
    ASSERT_TRUE(reply) << reply.error().detail.toStdString();
    EXPECT_EQ(reply->text, u"Hello"_s);
    EXPECT_EQ(reply->usage.promptTokens, 100);
    EXPECT_EQ(reply->usage.completionTokens, 5);
}

TEST_F(AnthropicModelTest, KnowsWhatAnEndMeans)
{
    const QByteArray text = R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Half"}})";
    const QByteArray call =
        R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"a","name":"book","input":{}}})";
    const QByteArray piece =
        R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"when\":\"9\"}"}})";
    const QByteArray ended = R"({"type":"content_block_stop","index":1})";
    EXPECT_EQ(read({text, end("max_tokens"), stop})->text, u"Half"_s);
    EXPECT_EQ(read({text, end("refusal"), stop}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(read({text, end("end_turn")})->text, u"Half"_s) << "only the goodbye is missing";
    EXPECT_EQ(read({text, stop}).error().code, ErrorCode::Protocol);
    EXPECT_EQ(read({text}).error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(read({call, piece, ended, end("tool_use"), stop})->toolCalls.first().malformed.isEmpty());
    EXPECT_FALSE(read({call, piece, ended, end("max_tokens"), stop})->toolCalls.first().malformed.isEmpty());
    EXPECT_FALSE(read({call, piece, end("tool_use"), stop})->toolCalls.first().malformed.isEmpty());
    EXPECT_EQ(read({piece}).error().code, ErrorCode::Protocol) << "a piece of no call";
}

TEST_F(AnthropicModelTest, KnowsErrorsInMidStream)
{
    const QByteArray text = R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Half"}})";
    const auto error = [&](const QByteArray &type) {
        return read({text, R"({"type":"error","error":{"type":")" + type + R"(","message":"m"}})"}).error();
    };
    EXPECT_EQ(error("overloaded_error").code, ErrorCode::Unavailable);
    EXPECT_EQ(error("overloaded_error").detail, u"anthropic: it is overloaded (HTTP 529, overloaded_error)"_s);
    EXPECT_EQ(error("api_error").code, ErrorCode::Unavailable);
    EXPECT_EQ(error("rate_limit_error").code, ErrorCode::RateLimited);
    EXPECT_EQ(error("new_error").code, ErrorCode::Unavailable);
}

TEST_F(AnthropicModelTest, KnowsALackOfCredit)
{
    FakeAnswer answer;
    answer.refusal = FakeRefusal{
        400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}})",
        {}};
    world.server.then(answer);
    EXPECT_THAT(world.outcome(), HasSubstr("unauthorized anthropic: the account has no credit"));
}

} // namespace
