// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakemodelformat.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

FakeRefusal refusal(int status, const QString &message, const QString &type, const QString &code,
                    const QString &param = {})
{
    QJsonObject error{{"message"_L1, message}, {"type"_L1, type}, {"code"_L1, code}};
    if (!param.isEmpty())
        error.insert("param"_L1, param);
    return {status, toJson({{"error"_L1, error}}), {}};
}

FakeRefusal invalid(const QString &message, const QString &param = {})
{
    return refusal(400, message, u"invalid_request_error"_s, u"invalid_value"_s, param);
}

/// Chat completions as OpenAI's reference and Groq's describe them.
class FakeOpenAi final : public FakeModelFormat
{
public:
    [[nodiscard]] QByteArray path() const override { return "/openai/v1/chat/completions"; }
    [[nodiscard]] std::optional<FakeRefusal> check(const FakeHttpServer::Request &request,
                                                   const QByteArray &key) const override;
    [[nodiscard]] ModelRequest read(const QJsonObject &body) const override;
    [[nodiscard]] QList<QByteArray> events(const ModelReply &reply) const override;
    [[nodiscard]] QByteArray json(const ModelReply &reply) const override;
    [[nodiscard]] FakeRefusal error(FakeError error) const override;
};

QString wrongInParameters(const QJsonObject &body)
{
    static const QStringList known{
        u"model"_s,  u"messages"_s,       u"temperature"_s, u"max_tokens"_s,  u"max_completion_tokens"_s,
        u"stream"_s, u"stream_options"_s, u"tools"_s,       u"tool_choice"_s, u"reasoning_effort"_s};
    for (auto it = body.begin(); it != body.end(); ++it)
        if (!known.contains(it.key()))
            return u"Unrecognized request argument supplied: "_s + it.key();
    if (body["model"_L1].toString().isEmpty())
        return u"you must provide a model parameter"_s;
    const double temperature = body["temperature"_L1].toDouble(1);
    if (temperature < 0 || temperature > 2)
        return u"temperature must be between 0 and 2"_s;
    for (const auto limit : {"max_tokens"_L1, "max_completion_tokens"_L1})
        if (body.contains(limit) && body[limit].toInt() < 1)
            return u"max_tokens must be at least 1"_s;
    if (body.contains("stream_options"_L1) && !body["stream"_L1].toBool())
        return u"The 'stream_options' parameter is only allowed when 'stream' is enabled."_s;
    if (!body.contains("tools"_L1))
        return {};
    const QJsonArray tools = body["tools"_L1].toArray();
    if (tools.isEmpty())
        return u"[] is too short - 'tools'"_s;
    for (const auto &tool : tools) {
        static const QRegularExpression name(u"^[a-zA-Z0-9_-]{1,64}$"_s);
        if (tool["type"_L1].toString() != "function"_L1)
            return u"tools must be of the type function"_s;
        if (!name.match(tool["function"_L1]["name"_L1].toString()).hasMatch())
            return u"a function's name must match '^[a-zA-Z0-9_-]{1,64}$'"_s;
        if (const QString wrong = wrongInSchema(tool["function"_L1]["parameters"_L1]); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString wrongInCalls(const QJsonArray &calls, QSet<QString> *open)
{
    for (const auto &call : calls) {
        const QString id = call["id"_L1].toString();
        if (id.isEmpty() || id.size() > 40)
            return u"tool_calls: 'id' must have 1 to 40 characters"_s;
        if (open->contains(id))
            return u"tool_calls: an 'id' comes twice"_s;
        open->insert(id);
        const QJsonValue function = call["function"_L1];
        if (call["type"_L1].toString() != "function"_L1 || function["name"_L1].toString().isEmpty())
            return u"tool_calls: a call must be a function with a name"_s;
        if (!function["arguments"_L1].isString() || !parseJsonObject(function["arguments"_L1].toString().toUtf8()))
            return u"tool_calls: 'arguments' must be a string that holds a JSON object"_s;
    }
    return {};
}

QString wrongInMessages(const QJsonArray &messages)
{
    if (messages.isEmpty())
        return u"[] is too short - 'messages'"_s;
    QSet<QString> open; // calls that wait for their result
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QJsonObject message = messages.at(i).toObject();
        const QString role = message["role"_L1].toString();
        const bool hasCalls = message.contains("tool_calls"_L1);
        if (!message["content"_L1].isString() && !(role == "assistant"_L1 && hasCalls))
            return u"messages: 'content' must be a string"_s;
        if (role == "tool"_L1) {
            if (!open.remove(message["tool_call_id"_L1].toString()))
                return u"messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."_s;
            continue;
        }
        if (!open.isEmpty())
            return u"An assistant message with 'tool_calls' must be followed by tool messages responding to each "
                   u"'tool_call_id'."_s;
        if (role == "system"_L1 && i == 0)
            continue;
        if (role == "assistant"_L1) {
            if (hasCalls && message["tool_calls"_L1].toArray().isEmpty())
                return u"[] is too short - 'tool_calls'"_s;
            if (const QString wrong = wrongInCalls(message["tool_calls"_L1].toArray(), &open); !wrong.isEmpty())
                return wrong;
        } else if (role != "user"_L1) {
            return u"messages: '%1' is not one of ['system', 'assistant', 'user', 'tool']"_s.arg(role);
        }
    }
    return open.isEmpty() ? QString() : u"An assistant message with 'tool_calls' must be followed by tool messages"_s;
}

std::optional<FakeRefusal> FakeOpenAi::check(const FakeHttpServer::Request &request, const QByteArray &key) const
{
    if (request.method != "POST")
        return refusal(405, u"Method not allowed"_s, u"invalid_request_error"_s, u"method_not_allowed"_s);
    if (request.header("authorization") != "Bearer " + key)
        return error(FakeError::WrongKey);
    if (!request.header("content-type").startsWith("application/json"))
        return refusal(415, u"Unsupported content type"_s, u"invalid_request_error"_s, u"unsupported"_s);
    const auto body = parseJsonObject(request.body);
    if (!body)
        return invalid(u"We could not parse the JSON body of your request."_s);
    if (const QString wrong = wrongInParameters(*body); !wrong.isEmpty())
        return invalid(wrong);
    if (const QString wrong = wrongInMessages(body->value("messages"_L1).toArray()); !wrong.isEmpty())
        return invalid(wrong);
    return std::nullopt;
}

ModelRequest FakeOpenAi::read(const QJsonObject &body) const
{
    ModelRequest request;
    QHash<QString, QString> names;
    const QJsonArray messages = body["messages"_L1].toArray();
    for (const auto &value : messages) {
        const QJsonObject message = value.toObject();
        const QString role = message["role"_L1].toString();
        ChatMessage said;
        said.text = message["content"_L1].toString();
        if (role == "system"_L1) {
            request.context.systemPrompt = said.text;
            continue;
        }
        if (role == "tool"_L1) {
            said.role = ChatMessage::Role::Tool;
            said.toolCallId = message["tool_call_id"_L1].toString();
            said.toolName = names.value(said.toolCallId);
        } else if (role == "assistant"_L1) {
            said.role = ChatMessage::Role::Assistant;
            const QJsonArray calls = message["tool_calls"_L1].toArray();
            for (const auto &call : calls) {
                const QJsonValue function = call["function"_L1];
                said.toolCalls.append({call["id"_L1].toString(), function["name"_L1].toString(),
                                       *parseJsonObject(function["arguments"_L1].toString().toUtf8())});
                names.insert(said.toolCalls.last().id, said.toolCalls.last().name);
            }
        }
        request.messages.append(std::move(said));
    }
    const QJsonArray tools = body["tools"_L1].toArray();
    for (const auto &tool : tools) {
        const QJsonValue function = tool["function"_L1];
        request.tools.append({function["name"_L1].toString(), function["description"_L1].toString(),
                              function["parameters"_L1].toObject()});
    }
    return request;
}

QJsonArray callsOf(const ModelReply &reply)
{
    QJsonArray calls;
    for (const ToolCall &call : reply.toolCalls)
        calls.append(QJsonObject{
            {"id"_L1, call.id},
            {"type"_L1, u"function"_s},
            {"function"_L1,
             QJsonObject{{"name"_L1, call.name},
                         {"arguments"_L1,
                          call.malformed.isEmpty() ? QString::fromUtf8(toJson(call.arguments)) : call.malformed}}}});
    return calls;
}

QJsonObject usageOf(const ModelReply &reply)
{
    return {{"prompt_tokens"_L1, reply.usage.promptTokens},
            {"completion_tokens"_L1, reply.usage.completionTokens},
            {"total_tokens"_L1, reply.usage.promptTokens + reply.usage.completionTokens}};
}

QByteArray event(const QJsonArray &choices, const QJsonValue &usage = QJsonValue::Undefined)
{
    QJsonObject chunk{{"id"_L1, u"chatcmpl-1"_s},
                      {"object"_L1, u"chat.completion.chunk"_s},
                      {"created"_L1, 1780000000},
                      {"model"_L1, u"fake"_s},
                      {"choices"_L1, choices}};
    if (!usage.isUndefined())
        chunk.insert("usage"_L1, usage);
    return "data: " + toJson(chunk) + "\n\n";
}

QByteArray event(const QJsonObject &delta, const QJsonValue &finish = QJsonValue::Null)
{
    return event(QJsonArray{QJsonObject{{"index"_L1, 0}, {"delta"_L1, delta}, {"finish_reason"_L1, finish}}});
}

QList<QByteArray> FakeOpenAi::events(const ModelReply &reply) const
{
    QList<QByteArray> events{event(QJsonObject{{"role"_L1, u"assistant"_s}, {"content"_L1, QString()}})};
    const QStringList pieces = inPieces(reply.text);
    for (const QString &piece : pieces)
        events.append(event(QJsonObject{{"content"_L1, piece}}));
    const QJsonArray calls = callsOf(reply);
    for (qsizetype i = 0; i < calls.size(); ++i) {
        QJsonObject call = calls.at(i).toObject();
        const QString arguments = call["function"_L1]["arguments"_L1].toString();
        call.insert("index"_L1, i);
        call.insert("function"_L1,
                    QJsonObject{{"name"_L1, call["function"_L1]["name"_L1]}, {"arguments"_L1, QString()}});
        events.append(event(QJsonObject{{"tool_calls"_L1, QJsonArray{call}}}));
        for (qsizetype at = 0; at < arguments.size(); at += 7)
            events.append(event(QJsonObject{
                {"tool_calls"_L1,
                 QJsonArray{QJsonObject{{"index"_L1, i},
                                        {"function"_L1, QJsonObject{{"arguments"_L1, arguments.mid(at, 7)}}}}}}}));
    }
    events.append(event(QJsonObject(), calls.isEmpty() ? u"stop"_s : u"tool_calls"_s));
    events.append(event(QJsonArray(), usageOf(reply)));
    events.append("data: [DONE]\n\n");
    return events;
}

QByteArray FakeOpenAi::json(const ModelReply &reply) const
{
    QJsonObject message{{"role"_L1, u"assistant"_s}, {"content"_L1, reply.text}};
    if (!reply.toolCalls.isEmpty())
        message.insert("tool_calls"_L1, callsOf(reply));
    const QString finish = reply.toolCalls.isEmpty() ? u"stop"_s : u"tool_calls"_s;
    return toJson({{"id"_L1, u"chatcmpl-1"_s},
                   {"object"_L1, u"chat.completion"_s},
                   {"choices"_L1,
                    QJsonArray{QJsonObject{{"index"_L1, 0}, {"message"_L1, message}, {"finish_reason"_L1, finish}}}},
                   {"usage"_L1, usageOf(reply)}});
}

FakeRefusal FakeOpenAi::error(FakeError error) const
{
    const QString request = u"invalid_request_error"_s;
    switch (error) {
    case FakeError::WrongKey:
        return refusal(401, u"Invalid API Key"_s, request, u"invalid_api_key"_s);
    case FakeError::NoCredit:
        return refusal(429, u"You exceeded your current quota."_s, u"insufficient_quota"_s, u"insufficient_quota"_s);
    case FakeError::Forbidden:
        return refusal(403, u"Access denied"_s, request, u"permission_denied"_s);
    case FakeError::UnknownModel:
        return refusal(404, u"The model `fake` does not exist or you do not have access to it."_s, request,
                       u"model_not_found"_s);
    case FakeError::TooManyTokens:
        return refusal(400,
                       u"This model's maximum context length is 8192 tokens. However, your messages resulted in "
                       u"9000 tokens. Please reduce the length of the messages."_s,
                       request, u"context_length_exceeded"_s, u"messages"_s);
    case FakeError::TooLarge:
        return refusal(413,
                       u"Request too large for model `fake` on tokens per minute (TPM): Limit 6000, Requested "
                       u"7000."_s,
                       u"tokens"_s, u"rate_limit_exceeded"_s);
    case FakeError::RateLimited: {
        FakeRefusal limited = refusal(429, u"Rate limit reached for model `fake` on tokens per minute (TPM)."_s,
                                      u"tokens"_s, u"rate_limit_exceeded"_s);
        limited.headers = "retry-after: 7\r\n";
        return limited;
    }
    case FakeError::Fault:
        return refusal(500, u"The server had an error processing your request."_s, u"server_error"_s, {});
    case FakeError::Unavailable:
        return refusal(503, u"Service unavailable"_s, u"service_unavailable"_s, {});
    case FakeError::Overloaded:
        return refusal(498, u"Flex tier capacity exceeded"_s, u"capacity"_s, u"capacity_exceeded"_s);
    case FakeError::CallFailed: {
        const QJsonObject said{
            {"message"_L1,
             u"Failed to call a function. Please adjust your prompt. See 'failed_generation' for more "
             u"details."_s},
            {"type"_L1, request},
            {"code"_L1, u"tool_use_failed"_s},
            {"failed_generation"_L1, u"<function=check_availability>{\"when\": \"Monday\""_s}};
        return {400, toJson({{"error"_L1, said}}), {}};
    }
    case FakeError::BadParameter:
        return refusal(400, u"Unsupported value: 'temperature' does not support 0.1 with this model."_s, request,
                       u"unsupported_value"_s, u"temperature"_s);
    }
    return {};
}

} // namespace

std::unique_ptr<FakeModelFormat> fakeOpenAi()
{
    return std::make_unique<FakeOpenAi>();
}

QStringList inPieces(const QString &text)
{
    static const QRegularExpression token(u"\\s*\\S{1,6}|\\s+$"_s);
    QStringList pieces;
    auto matches = token.globalMatch(text);
    while (matches.hasNext())
        pieces.append(matches.next().captured());
    return pieces;
}

QString wrongInSchema(const QJsonValue &schema)
{
    static const QStringList types{u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"array"_s, u"object"_s};
    if (schema["type"_L1].toString() != "object"_L1 || !schema["properties"_L1].isObject())
        return u"a tool's schema must be of the type object and have properties"_s;
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        if (!types.contains(it.value()["type"_L1].toString()))
            return u"a property's type is none of JSON Schema: "_s + it.key();
    const QJsonArray required = schema["required"_L1].toArray();
    for (const auto &name : required)
        if (!properties.contains(name.toString()))
            return u"a required property is not declared: "_s + name.toString();
    return {};
}

} // namespace ChatCal
