// SPDX-License-Identifier: Apache-2.0
#include "core/llm/anthropicwire.h"

#include "core/base/jsonwriter.h"
#include "core/llm/anthropicreader.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int roomToThink = 1024; ///< tokens, beside those of the answer

bool isSilent(const ChatMessage &message)
{
    return message.role != ChatMessage::Role::Tool && message.text.trimmed().isEmpty() && message.toolCalls.isEmpty();
}

void writeBlocks(JsonWriter &json, const ChatMessage &message)
{
    if (message.role == ChatMessage::Role::Tool) {
        json.beginObject().key("type"_L1).string("tool_result"_L1);
        json.key("tool_use_id"_L1).string(message.toolCallId).key("content"_L1).string(message.text).endObject();
        return;
    }
    if (!message.text.trimmed().isEmpty())
        json.beginObject().key("type"_L1).string("text"_L1).key("text"_L1).string(message.text).endObject();
    for (const ToolCall &call : message.toolCalls) {
        json.beginObject().key("type"_L1).string("tool_use"_L1).key("id"_L1).string(call.id);
        json.key("name"_L1).string(call.name).key("input"_L1).object(call.arguments).endObject();
    }
}

/// The sides alternate: what one says in several messages becomes one. Results come before words, since the talk is
/// tidied: they follow their call.
void writeAlternating(JsonWriter &json, const QList<ChatMessage> &talk)
{
    QLatin1StringView side;
    json.beginArray();
    for (const ChatMessage &message : talk) {
        if (isSilent(message))
            continue;
        const auto speaks = message.role == ChatMessage::Role::Assistant ? "assistant"_L1 : "user"_L1;
        if (speaks != side) {
            if (!side.isEmpty())
                json.endArray().endObject();
            json.beginObject().key("role"_L1).string(speaks).key("content"_L1).beginArray();
        }
        side = speaks;
        writeBlocks(json, message);
    }
    if (!side.isEmpty())
        json.endArray().endObject();
    json.endArray();
}

QByteArray toWire(const QList<ToolSpec> &tools)
{
    JsonWriter json;
    json.beginArray();
    for (const ToolSpec &tool : tools) {
        json.beginObject().key("name"_L1).string(tool.name).key("description"_L1).string(tool.description);
        json.key("input_schema"_L1).object(tool.parameters).endObject();
    }
    return json.endArray().take();
}

QStringList calledIn(const QList<ChatMessage> &talk)
{
    QStringList names;
    for (const ChatMessage &message : talk)
        for (const ToolCall &call : message.toolCalls)
            if (!names.contains(call.name))
                names.append(call.name);
    return names;
}

/// A talk that holds calls must declare tools even when none may be called now.
void writeForbidden(JsonWriter &json, const QStringList &names)
{
    json.key("tools"_L1).beginArray();
    for (const QString &name : names) {
        json.beginObject().key("name"_L1).string(name).key("input_schema"_L1).beginObject();
        json.key("type"_L1).string("object"_L1).key("properties"_L1).beginObject().endObject().endObject().endObject();
    }
    json.endArray().key("tool_choice"_L1).beginObject().key("type"_L1).string("none"_L1).endObject();
}

} // namespace

AnthropicWire::AnthropicWire(AnthropicOptions options) : m_options(std::move(options)), m_tools(&toWire)
{
}

HttpRequest AnthropicWire::request(const ModelRequest &request) const
{
    HttpRequest http;
    http.method = "POST";
    http.url = m_options.baseUrl;
    QString path = http.url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    http.url.setPath(path + u"/v1/messages"_s);
    http.headers = {{"content-type", "application/json"},
                    {"accept", "text/event-stream"},
                    {"anthropic-version", "2023-06-01"},
                    {"x-api-key", m_options.key.reveal()}};
    http.body = body(request);
    return http;
}

QByteArray AnthropicWire::body(const ModelRequest &request) const
{
    const bool thinks = m_options.thinks || !m_saysThinking;
    JsonWriter json;
    json.beginObject().key("model"_L1).string(m_options.model);
    json.key("max_tokens"_L1).number(m_options.maxTokens + (thinks ? roomToThink : 0));
    json.key("stream"_L1).boolean(true);
    if (m_saysThinking) {
        json.key("thinking"_L1).beginObject().key("type"_L1);
        json.string(m_options.thinks ? "adaptive"_L1 : "disabled"_L1).endObject();
    }
    if (!request.context.systemPrompt.isEmpty())
        json.key("system"_L1).string(request.context.systemPrompt);
    json.key("messages"_L1);
    writeAlternating(json, request.messages);
    if (!request.tools.isEmpty())
        json.key("tools"_L1).raw(m_tools.of(request.tools));
    else if (const QStringList called = calledIn(request.messages); !called.isEmpty())
        writeForbidden(json, called);
    return json.endObject().take();
}

std::unique_ptr<AnswerReader> AnthropicWire::reader() const
{
    return std::make_unique<AnthropicReader>();
}

void AnthropicWire::adapt(const QString &parameter)
{
    if (parameter == "thinking"_L1)
        m_saysThinking = false;
}

} // namespace ChatCal
