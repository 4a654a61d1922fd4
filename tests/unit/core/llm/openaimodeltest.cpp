// SPDX-License-Identifier: Apache-2.0
// What is peculiar to chat completions and to those who speak them.
#include "remoteworld.h"

#include <QJsonArray>

using namespace ChatCal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class OpenAiModelTest : public testing::Test
{
protected:
    RemoteWorld world{ModelFormat::OpenAi};

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
    static QByteArray delta(const QByteArray &json, const QByteArray &finish = "null")
    {
        return R"({"choices":[{"index":0,"delta":)" + json + R"(,"finish_reason":)" + finish + "}]}";
    }
    Result<ModelReply> refusedWith(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        FakeAnswer answer;
        answer.refusal = FakeRefusal{status, body, headers};
        world.server.then(answer);
        return world.ask();
    }
    std::unique_ptr<OpenAiModel> modelWith(const std::function<void(OpenAiOptions &)> &change)
    {
        OpenAiOptions options;
        options.baseUrl = world.server.baseUrl();
        options.key = Secret(FakeModelServer::key());
        change(options);
        return std::make_unique<OpenAiModel>(options, world.http, world.clock);
    }
};

TEST_F(OpenAiModelTest, AsksAsTheReferenceSays)
{
    world.server.say(u"Hello"_s);
    ModelRequest request = RemoteWorld::request(u"Book Monday"_s);
    request.messages << ChatMessage{ChatMessage::Role::Assistant,
                                    {},
                                    {{u"zz"_s, u"book"_s, {{"when"_L1, u"Monday"_s}}}},
                                    {},
                                    {},
                                    Instant()}
                     << ChatMessage{ChatMessage::Role::Tool, u"{\"ok\":true}"_s, {}, u"zz"_s, u"book"_s, Instant()};
    EXPECT_EQ(world.outcome(request), "Hello");
    const FakeHttpServer::Request sent = world.server.http().requests().last();
    EXPECT_EQ(sent.target, "/openai/v1/chat/completions");
    EXPECT_EQ(sent.header("authorization"), "Bearer test-key");
    const QJsonObject body = *parseJsonObject(sent.body);
    EXPECT_EQ(body["model"_L1].toString(), u"llama-3.1-8b-instant"_s);
    EXPECT_EQ(body["temperature"_L1].toDouble(), 0.1);
    EXPECT_EQ(body["max_tokens"_L1].toInt(), 500);
    EXPECT_TRUE(body["stream"_L1].toBool());
    const auto expected = parseJsonObject(R"({"messages":[
        {"role":"system","content":"You are the scheduling assistant of «Grace»."},
        {"role":"user","content":"Book Monday"},
        {"role":"assistant","content":"","tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"book","arguments":"{\"when\":\"Monday\"}"}}]},
        {"role":"tool","tool_call_id":"call_1","content":"{\"ok\":true}"}]})");
    EXPECT_EQ(body["messages"_L1], expected->value("messages"_L1));
    EXPECT_EQ(body["tools"_L1][0]["function"_L1]["name"_L1].toString(), u"book"_s);
    EXPECT_FALSE(body.contains("reasoning_effort"_L1));
}

TEST_F(OpenAiModelTest, SendsNoEmptyToolsAndNoEmptyKey)
{
    const auto model = modelWith([](OpenAiOptions &options) {
        options.key = Secret();
        options.baseUrl.setPath(options.baseUrl.path() + u'/');
        options.model = u"openai/gpt-oss-20b"_s;
    });
    ModelRequest request = RemoteWorld::request();
    request.tools.clear();
    EXPECT_EQ(await(model->complete(request, {})).error().code, ErrorCode::Unauthorized);
    const FakeHttpServer::Request sent = world.server.http().requests().last();
    EXPECT_TRUE(sent.header("authorization").isEmpty());
    EXPECT_FALSE(parseJsonObject(sent.body)->contains("tools"_L1));
    EXPECT_EQ(parseJsonObject(sent.body)->value("reasoning_effort"_L1).toString(), u"low"_s);
}

TEST_F(OpenAiModelTest, LearnsWhichParametersAModelKnows)
{
    const auto unsupported = [](const QByteArray &code, const QByteArray &parameter) {
        FakeAnswer answer;
        answer.refusal = FakeRefusal{400,
                                     R"({"error":{"message":"no","type":"invalid_request_error","code":")" + code
                                         + R"(","param":")" + parameter + R"("}})",
                                     {}};
        return answer;
    };
    world.server.then(unsupported("unsupported_parameter", "max_tokens"))
        .then(unsupported("unsupported_value", "temperature"))
        .say(u"Hello"_s)
        .say(u"Again"_s)
        .then(unsupported("unsupported_parameter", "model"));
    EXPECT_EQ(world.outcome(), "Hello");
    EXPECT_EQ(world.outcome(), "Again");
    const QJsonObject body = world.server.bodies().last();
    EXPECT_EQ(body["max_completion_tokens"_L1].toInt(), 500);
    EXPECT_FALSE(body.contains("max_tokens"_L1));
    EXPECT_FALSE(body.contains("temperature"_L1));
    EXPECT_EQ(world.server.bodies().size(), 4) << "it learns once";
    EXPECT_THAT(world.outcome(), StartsWith("invalid_input"));
}

TEST_F(OpenAiModelTest, TakesAFailedCallForACall)
{
    const auto failed = [this](const QByteArray &generation) {
        QJsonObject error{{"message"_L1, u"Failed to call a function."_s}, {"type"_L1, u"invalid_request_error"_s}};
        error.insert("code"_L1, u"tool_use_failed"_s);
        error.insert("failed_generation"_L1, QString::fromUtf8(generation));
        return refusedWith(400, toJson({{"error"_L1, error}}));
    };
    auto reply = failed(R"(<function=book>{"when": "Monday"}</function>)");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.first().name, u"book"_s);
    EXPECT_EQ(reply->toolCalls.first().arguments["when"_L1].toString(), u"Monday"_s);
    EXPECT_TRUE(reply->toolCalls.first().malformed.isEmpty());
    reply = failed("<function=book>{\"when\": \"Mon");
    ASSERT_TRUE(reply);
    EXPECT_FALSE(reply->toolCalls.first().malformed.isEmpty());
    reply = refusedWith(
        400,
        R"({"error":{"message":"tool call validation failed: parameters for tool book did not match schema: errors: [`/when`: expected string, but got array]","type":"invalid_request_error","code":"tool_use_failed"}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.first().name, u"book"_s);
    EXPECT_FALSE(reply->toolCalls.first().malformed.isEmpty());
    reply = read(
        {delta(R"({"content":"Let me"})"),
         R"({"error":{"message":"Failed to call a function.","code":"tool_use_failed","failed_generation":"book{\"when\":\"Monday\"}","status_code":400}})"});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->toolCalls.first().arguments["when"_L1].toString(), u"Monday"_s);
    EXPECT_EQ(reply->text, u"Let me"_s);
}

TEST_F(OpenAiModelTest, TakesCallsWrittenAsWordsForCalls)
{
    const auto notes = std::make_shared<Notes>();
    const auto ask = [&](const QString &words) {
        notes->pieces.clear();
        world.server.say(words);
        ModelRequest request = RemoteWorld::request();
        request.listener = notes;
        return world.ask(request);
    };
    auto reply = ask(u"<function=book>{\"when\": \"Monday\"}</function>"_s);
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->toolCalls.size(), 1);
    EXPECT_EQ(reply->toolCalls.first().arguments["when"_L1].toString(), u"Monday"_s);
    EXPECT_FALSE(reply->toolCalls.first().id.isEmpty());
    EXPECT_TRUE(notes->pieces.isEmpty()) << "nobody wants to read that";
    reply = ask(u"{\"so\": \"it goes\"}"_s);
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->toolCalls.isEmpty());
    EXPECT_EQ(notes->heard(), reply->text);
}

TEST_F(OpenAiModelTest, BearsTheWaysOfCompatibleServers)
{
    // No [DONE]; no index; arguments as an object; all at once.
    auto reply = read(
        {delta(
             R"({"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"book","arguments":{"when":"Monday"}}}]})"),
         delta(R"({"content":""})", "\"tool_calls\"")});
    ASSERT_TRUE(reply) << reply.error().detail.toStdString();
    EXPECT_EQ(reply->toolCalls.first().arguments["when"_L1].toString(), u"Monday"_s);
    // Every call has the index 0, each with an id of its own.
    reply = read(
        {delta(R"({"tool_calls":[{"index":0,"id":"a","function":{"name":"book","arguments":"{\"when\":\"1\"}"}}]})"),
         delta(R"({"tool_calls":[{"index":0,"id":"b","function":{"name":"book","arguments":"{\"when\":\"2\"}"}}]})",
               "\"stop\""),
         "[DONE]"});
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->toolCalls.size(), 2);
    EXPECT_EQ(reply->toolCalls.at(1).arguments["when"_L1].toString(), u"2"_s);
    // No index and no ids.
    reply = read(
        {delta(R"({"tool_calls":[{"function":{"name":"book","arguments":"{\"when\":"}}]})"),
         delta(R"({"tool_calls":[{"function":{"arguments":"\"1\"}"}}]})"),
         delta(R"({"tool_calls":[{"function":{"name":"book","arguments":"{\"when\":\"2\"}"}}]})", "\"tool_calls\"")});
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->toolCalls.size(), 2);
    EXPECT_EQ(reply->toolCalls.at(0).arguments["when"_L1].toString(), u"1"_s);
    EXPECT_NE(reply->toolCalls.at(0).id, reply->toolCalls.at(1).id);
    // A null content, thoughts beside it, usage under x_groq, no arguments.
    reply = read(
        {delta(R"({"role":"assistant","content":null,"reasoning":"hm"})"),
         delta(R"({"tool_calls":[{"index":0,"id":"a","function":{"name":"book","arguments":""}}]})"),
         R"({"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"x_groq":{"usage":{"prompt_tokens":7,"completion_tokens":3}}})",
         "[DONE]"});
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->toolCalls.first().arguments.isEmpty());
    EXPECT_TRUE(reply->toolCalls.first().malformed.isEmpty());
    EXPECT_TRUE(reply->text.isEmpty());
    EXPECT_EQ(reply->usage.promptTokens, 7);
}

TEST_F(OpenAiModelTest, KnowsWhatAnEndMeans)
{
    auto reply = read({delta(R"({"content":"Half a sen"})", "\"length\""), "[DONE]"});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"Half a sen"_s);
    reply = read(
        {delta(R"({"tool_calls":[{"index":0,"id":"a","function":{"name":"book","arguments":"{}"}}]})", "\"length\""),
         "[DONE]"});
    ASSERT_TRUE(reply);
    EXPECT_FALSE(reply->toolCalls.first().malformed.isEmpty()) << "a call that was cut off";
    reply = read({delta(R"({"content":""})", "\"content_filter\""), "[DONE]"});
    EXPECT_EQ(reply.error().code, ErrorCode::InvalidInput);
    reply = read({delta(R"({"content":"Hello"})"), "[DONE]"});
    EXPECT_EQ(reply.error().code, ErrorCode::Protocol) << "no reason was given";
    reply = read({delta(R"({"content":"Hello"})"), R"({"error":{"message":"x","type":"server_error","code":null}})"});
    EXPECT_EQ(reply.error().code, ErrorCode::Unavailable);
}

TEST_F(OpenAiModelTest, KnowsHowLongToRest)
{
    const auto rest = [this](int status, const QByteArray &headers) {
        const auto reply = refusedWith(status, "{}", headers);
        return reply ? std::nullopt : reply.error().retryAfter;
    };
    EXPECT_EQ(rest(429, "retry-after: 3\r\n"), 3s);
    EXPECT_EQ(rest(429, "retry-after-ms: 1200\r\nretry-after: 9\r\n"), 2s);
    EXPECT_EQ(rest(503, "retry-after: 4\r\n"), 4s);
    EXPECT_EQ(rest(429,
                   "x-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 2m59.56s\r\n"
                   "x-ratelimit-remaining-tokens: 0\r\nx-ratelimit-reset-tokens: 7.66s\r\n"),
              180s);
    EXPECT_EQ(rest(429,
                   "x-ratelimit-remaining-requests: 12\r\nx-ratelimit-reset-requests: 1h\r\n"
                   "x-ratelimit-remaining-tokens: 0\r\nx-ratelimit-reset-tokens: 7.66ms\r\n"),
              1s);
    EXPECT_EQ(rest(429, "x-ratelimit-remaining-tokens: 0\r\nx-ratelimit-reset-tokens: soon\r\n"), std::nullopt);
    EXPECT_EQ(rest(429, ""), std::nullopt);
    EXPECT_EQ(rest(500, "x-ratelimit-remaining-tokens: 0\r\nx-ratelimit-reset-tokens: 5s\r\n"), std::nullopt);
    EXPECT_EQ(rest(429, "retry-after: 9999999\r\n"), 24h);
}

TEST_F(OpenAiModelTest, KnowsErrorsInOtherWords)
{
    const QByteArray llama =
        R"j({"error":{"code":400,"message":"request (9412 tokens) exceeds the available context size (8192 tokens)","type":"exceed_context_size_error"}})j";
    EXPECT_EQ(refusedWith(400, llama).error().detail,
              u"groq: the request is too long (HTTP 413, exceed_context_size_error)"_s);
    EXPECT_THAT(refusedWith(400, R"({"error":{"code":"model_decommissioned"}})").error().detail.toStdString(),
                HasSubstr("there is no such model"));
    EXPECT_EQ(refusedWith(404, R"({"error":"model 'x' not found"})").error().code, ErrorCode::NotFound);
    EXPECT_EQ(refusedWith(502, "<html>bad gateway</html>").error().code, ErrorCode::Unavailable);
    EXPECT_EQ(refusedWith(504, "").error().code, ErrorCode::Unavailable);
    EXPECT_EQ(refusedWith(302, "", "location: http://elsewhere/\r\n").error().code, ErrorCode::Protocol);
    EXPECT_EQ(refusedWith(418, "").error().code, ErrorCode::Protocol);
    EXPECT_EQ(refusedWith(401, R"({"error":{"code":"ada@example.com wrote this"}})").error().detail,
              u"groq: the key is wrong (HTTP 401)"_s);
}

} // namespace
