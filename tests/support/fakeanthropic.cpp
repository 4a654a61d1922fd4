// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakemodelformat.h"

#include "core/base/json.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

FakeRefusal refusal(int status, const QString &type, const QString &message)
{
    return {status,
            toJson({{"type"_L1, u"error"_s},
                    {"error"_L1, QJsonObject{{"type"_L1, type}, {"message"_L1, message}}},
                    {"request_id"_L1, u"req_011CSHoEeqs5C35K2UUqR7Fy"_s}}),
            "request-id: req_011CSHoEeqs5C35K2UUqR7Fy\r\n"};
}

FakeRefusal invalid(const QString &message)
{
    return refusal(400, u"invalid_request_error"_s, message);
}

/// The Messages API as its reference describes it.
class FakeAnthropic final : public FakeModelFormat
{
public:
    [[nodiscard]] QByteArray path() const override { return "/v1/messages"; }
    [[nodiscard]] std::optional<FakeRefusal> check(const FakeHttpServer::Request &request,
                                                   const QByteArray &key) const override;
    [[nodiscard]] ModelRequest read(const QJsonObject &body) const override;
    [[nodiscard]] QList<QByteArray> events(const ModelReply &reply) const override;
    [[nodiscard]] QByteArray json(const ModelReply &reply) const override;
    [[nodiscard]] FakeRefusal error(FakeError error) const override;
};

QString wrongInParameters(const QJsonObject &body)
{
    static const QStringList known{u"model"_s,       u"messages"_s, u"max_tokens"_s,  u"system"_s,  u"stream"_s,
                                   u"temperature"_s, u"tools"_s,    u"tool_choice"_s, u"thinking"_s};
    for (auto it = body.begin(); it != body.end(); ++it)
        if (!known.contains(it.key()))
            return it.key() + u": Extra inputs are not permitted"_s;
    if (body["model"_L1].toString().isEmpty())
        return u"model: Field required"_s;
    if (!body.contains("max_tokens"_L1))
        return u"max_tokens: Field required"_s;
    if (body["max_tokens"_L1].toInt() < 1)
        return u"max_tokens: Input should be greater than or equal to 1"_s;
    if (body.contains("system"_L1) && !body["system"_L1].isString())
        return u"system: Input should be a valid string"_s;
    const QString thinking = body["thinking"_L1]["type"_L1].toString(u"disabled"_s);
    if (thinking != "disabled"_L1 && thinking != "adaptive"_L1)
        return u"\"thinking.type.enabled\" is not supported for this model."_s;
    QSet<QString> names;
    const QJsonArray tools = body["tools"_L1].toArray();
    for (const auto &tool : tools) {
        static const QRegularExpression form(u"^[a-zA-Z0-9_-]{1,128}$"_s);
        const QString name = tool["name"_L1].toString();
        if (!form.match(name).hasMatch())
            return u"tools: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'"_s;
        if (names.contains(name))
            return u"tools: Tool names must be unique."_s;
        names.insert(name);
        if (const QString wrong = wrongInSchema(tool["input_schema"_L1]); !wrong.isEmpty())
            return u"tools: input_schema: "_s + wrong;
    }
    return {};
}

/// What one message's blocks do wrong by themselves; collects the calls they make and answer.
QString wrongInBlocks(const QJsonArray &blocks, bool isUser, QStringList *calls, QStringList *results)
{
    static const QRegularExpression idForm(u"^[a-zA-Z0-9_-]+$"_s);
    bool hasOther = false;
    for (const auto &block : blocks) {
        const QString type = block["type"_L1].toString();
        if (type == "text"_L1) {
            if (block["text"_L1].toString().trimmed().isEmpty())
                return u"messages: text content blocks must contain non-whitespace text"_s;
            hasOther = true;
        } else if (type == "tool_use"_L1 && !isUser) {
            if (!idForm.match(block["id"_L1].toString()).hasMatch())
                return u"messages: tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'"_s;
            if (block["name"_L1].toString().isEmpty() || !block["input"_L1].isObject())
                return u"messages: tool_use: name and input are required"_s;
            calls->append(block["id"_L1].toString());
        } else if (type == "tool_result"_L1 && isUser) {
            if (hasOther)
                return u"messages: tool_result blocks must come first in the content"_s;
            results->append(block["tool_use_id"_L1].toString());
        } else {
            return u"messages: Input tag '%1' found using 'type' does not match any of the expected tags"_s.arg(type);
        }
    }
    return {};
}

QString wrongInMessages(const QJsonArray &messages, bool *usesTools)
{
    if (messages.isEmpty())
        return u"messages: at least one message is required"_s;
    QSet<QString> seen;
    QStringList open; // calls of the message before
    QString before;
    for (const auto &value : messages) {
        const QJsonObject message = value.toObject();
        const QString role = message["role"_L1].toString();
        if (role != "user"_L1 && role != "assistant"_L1)
            return u"messages: Unexpected role \"%1\"."_s.arg(role);
        if (before.isEmpty() && role != "user"_L1)
            return u"messages: first message must use the \"user\" role"_s;
        if (role == before)
            return u"messages: roles must alternate between \"user\" and \"assistant\""_s;
        before = role;
        QJsonArray blocks = message["content"_L1].toArray();
        if (const QString text = message["content"_L1].toString(); !text.isEmpty())
            blocks.append(QJsonObject{{"type"_L1, u"text"_s}, {"text"_L1, text}});
        if (blocks.isEmpty())
            return u"messages: all messages must have non-empty content"_s;
        QStringList calls;
        QStringList results;
        if (const QString wrong = wrongInBlocks(blocks, role == "user"_L1, &calls, &results); !wrong.isEmpty())
            return wrong;
        *usesTools = *usesTools || !calls.isEmpty();
        for (const QString &result : std::as_const(results))
            if (!open.removeOne(result))
                return u"messages: unexpected `tool_use_id` found in `tool_result` blocks: "_s + result;
        if (!open.isEmpty())
            return u"messages: `tool_use` ids were found without `tool_result` blocks immediately after: "_s
                + open.join(u", "_s);
        for (const QString &call : std::as_const(calls)) {
            if (seen.contains(call))
                return u"messages: `tool_use` ids must be unique"_s;
            seen.insert(call);
        }
        open = calls;
    }
    if (before != "user"_L1)
        return u"This model does not support assistant message prefill. The conversation must end with a user "
               u"message."_s;
    return {};
}

std::optional<FakeRefusal> FakeAnthropic::check(const FakeHttpServer::Request &request, const QByteArray &key) const
{
    if (request.method != "POST")
        return refusal(405, u"invalid_request_error"_s, u"Method Not Allowed"_s);
    if (request.header("x-api-key") != key)
        return error(FakeError::WrongKey);
    if (request.header("anthropic-version") != "2023-06-01")
        return invalid(u"anthropic-version: header is required"_s);
    if (!request.header("content-type").startsWith("application/json"))
        return invalid(u"content-type: must be application/json"_s);
    const auto body = parseJsonObject(request.body);
    if (!body)
        return invalid(u"The request body is not valid JSON"_s);
    if (const QString wrong = wrongInParameters(*body); !wrong.isEmpty())
        return invalid(wrong);
    bool usesTools = false;
    if (const QString wrong = wrongInMessages(body->value("messages"_L1).toArray(), &usesTools); !wrong.isEmpty())
        return invalid(wrong);
    if (usesTools && body->value("tools"_L1).toArray().isEmpty())
        return invalid(u"Requests which include `tool_use` or `tool_result` blocks must define tools"_s);
    return std::nullopt;
}

ModelRequest FakeAnthropic::read(const QJsonObject &body) const
{
    ModelRequest request;
    request.context.systemPrompt = body["system"_L1].toString();
    QHash<QString, QString> names;
    const QJsonArray messages = body["messages"_L1].toArray();
    for (const auto &value : messages) {
        const bool isUser = value["role"_L1].toString() == "user"_L1;
        ChatMessage said;
        said.role = isUser ? ChatMessage::Role::User : ChatMessage::Role::Assistant;
        said.text = value["content"_L1].toString();
        const QJsonArray blocks = value["content"_L1].toArray();
        for (const auto &block : blocks) {
            const QString type = block["type"_L1].toString();
            if (type == "text"_L1) {
                said.text += block["text"_L1].toString();
            } else if (type == "tool_use"_L1) {
                said.toolCalls.append(
                    {block["id"_L1].toString(), block["name"_L1].toString(), block["input"_L1].toObject()});
                names.insert(said.toolCalls.last().id, said.toolCalls.last().name);
            } else {
                ChatMessage result;
                result.role = ChatMessage::Role::Tool;
                result.text = block["content"_L1].toString();
                result.toolCallId = block["tool_use_id"_L1].toString();
                result.toolName = names.value(result.toolCallId);
                request.messages.append(std::move(result));
            }
        }
        if (!said.text.isEmpty() || !said.toolCalls.isEmpty())
            request.messages.append(std::move(said));
    }
    const QJsonArray tools = body["tools"_L1].toArray();
    for (const auto &tool : tools)
        request.tools.append(
            {tool["name"_L1].toString(), tool["description"_L1].toString(), tool["input_schema"_L1].toObject()});
    return request;
}

QByteArray event(const QJsonObject &data)
{
    return "event: " + data["type"_L1].toString().toLatin1() + "\ndata: " + toJson(data) + "\n\n";
}

QByteArray delta(qsizetype index, const QString &type, const QString &field, const QString &piece)
{
    return event({{"type"_L1, u"content_block_delta"_s},
                  {"index"_L1, index},
                  {"delta"_L1, QJsonObject{{"type"_L1, type}, {field, piece}}}});
}

QJsonObject messageOf(const ModelReply &reply, const QJsonArray &content, const QJsonValue &stop)
{
    return {{"id"_L1, u"msg_1"_s},
            {"type"_L1, u"message"_s},
            {"role"_L1, u"assistant"_s},
            {"model"_L1, u"fake"_s},
            {"content"_L1, content},
            {"stop_reason"_L1, stop},
            {"stop_sequence"_L1, QJsonValue::Null},
            {"usage"_L1, QJsonObject{{"input_tokens"_L1, reply.usage.promptTokens}, {"output_tokens"_L1, 1}}}};
}

QString stopOf(const ModelReply &reply)
{
    return reply.toolCalls.isEmpty() ? u"end_turn"_s : u"tool_use"_s;
}

QList<QByteArray> FakeAnthropic::events(const ModelReply &reply) const
{
    QList<QByteArray> events{
        event({{"type"_L1, u"message_start"_s}, {"message"_L1, messageOf(reply, {}, QJsonValue::Null)}})};
    qsizetype index = 0;
    const auto start = [&events](qsizetype at, const QJsonObject &block) {
        events.append(event({{"type"_L1, u"content_block_start"_s}, {"index"_L1, at}, {"content_block"_L1, block}}));
    };
    const auto stop = [&events](qsizetype at) {
        events.append(event({{"type"_L1, u"content_block_stop"_s}, {"index"_L1, at}}));
    };
    if (!reply.text.isEmpty()) {
        start(index, {{"type"_L1, u"text"_s}, {"text"_L1, QString()}});
        events.append(event({{"type"_L1, u"ping"_s}}));
        const QStringList pieces = inPieces(reply.text);
        for (const QString &piece : pieces)
            events.append(delta(index, u"text_delta"_s, u"text"_s, piece));
        stop(index++);
    }
    for (const ToolCall &call : reply.toolCalls) {
        start(index,
              {{"type"_L1, u"tool_use"_s}, {"id"_L1, call.id}, {"name"_L1, call.name}, {"input"_L1, QJsonObject()}});
        const QString json = call.malformed.isEmpty() ? QString::fromUtf8(toJson(call.arguments)) : call.malformed;
        events.append(delta(index, u"input_json_delta"_s, u"partial_json"_s, {}));
        for (qsizetype at = 0; at < json.size(); at += 7)
            events.append(delta(index, u"input_json_delta"_s, u"partial_json"_s, json.mid(at, 7)));
        stop(index++);
    }
    events.append(
        event({{"type"_L1, u"message_delta"_s},
               {"delta"_L1, QJsonObject{{"stop_reason"_L1, stopOf(reply)}, {"stop_sequence"_L1, QJsonValue::Null}}},
               {"usage"_L1, QJsonObject{{"output_tokens"_L1, reply.usage.completionTokens}}}}));
    events.append(event({{"type"_L1, u"message_stop"_s}}));
    return events;
}

QByteArray FakeAnthropic::json(const ModelReply &reply) const
{
    QJsonArray content;
    if (!reply.text.isEmpty())
        content.append(QJsonObject{{"type"_L1, u"text"_s}, {"text"_L1, reply.text}});
    for (const ToolCall &call : reply.toolCalls)
        content.append(QJsonObject{
            {"type"_L1, u"tool_use"_s}, {"id"_L1, call.id}, {"name"_L1, call.name}, {"input"_L1, call.arguments}});
    QJsonObject message = messageOf(reply, content, stopOf(reply));
    message.insert(
        "usage"_L1,
        QJsonObject{{"input_tokens"_L1, reply.usage.promptTokens}, {"output_tokens"_L1, reply.usage.completionTokens}});
    return toJson(message);
}

FakeRefusal FakeAnthropic::error(FakeError error) const
{
    switch (error) {
    case FakeError::WrongKey:
        return refusal(401, u"authentication_error"_s, u"invalid x-api-key"_s);
    case FakeError::NoCredit:
        return refusal(402, u"billing_error"_s, u"Your credit balance is too low to access the API."_s);
    case FakeError::Forbidden:
        return refusal(403, u"permission_error"_s, u"Your API key does not have permission to use this resource."_s);
    case FakeError::UnknownModel:
        return refusal(404, u"not_found_error"_s, u"model: fake"_s);
    case FakeError::TooManyTokens:
        return invalid(u"prompt is too long: 210000 tokens > 200000 maximum"_s);
    case FakeError::TooLarge:
        return refusal(413, u"request_too_large"_s, u"Request exceeds the maximum allowed number of bytes."_s);
    case FakeError::RateLimited: {
        FakeRefusal limited = refusal(429, u"rate_limit_error"_s, u"This request would exceed your rate limit."_s);
        limited.headers += "retry-after: 7\r\n";
        return limited;
    }
    case FakeError::Fault:
        return refusal(500, u"api_error"_s, u"Internal server error"_s);
    case FakeError::Unavailable:
        return refusal(503, u"api_error"_s, u"Service unavailable"_s);
    case FakeError::Overloaded:
        return refusal(529, u"overloaded_error"_s, u"Overloaded"_s);
    case FakeError::CallFailed:
        break; // this vendor hands such calls on as they are
    case FakeError::BadParameter:
        return invalid(u"`temperature` is deprecated for this model."_s);
    }
    return {};
}

} // namespace

std::unique_ptr<FakeModelFormat> fakeAnthropic()
{
    return std::make_unique<FakeAnthropic>();
}

} // namespace ChatCal
