// SPDX-License-Identifier: Apache-2.0
#include "core/llm/openaiwire.h"

#include "core/base/json.h"
#include "core/base/jsonwriter.h"
#include "core/llm/openaireader.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QByteArray toWire(const QList<ToolSpec> &tools)
{
    JsonWriter json;
    json.beginArray();
    for (const ToolSpec &tool : tools) {
        json.beginObject().key("type"_L1).string("function"_L1).key("function"_L1).beginObject();
        json.key("name"_L1).string(tool.name).key("description"_L1).string(tool.description);
        json.key("parameters"_L1).object(tool.parameters).endObject().endObject();
    }
    return json.endArray().take();
}

void write(JsonWriter &json, const ToolCall &call)
{
    json.beginObject().key("id"_L1).string(call.id).key("type"_L1).string("function"_L1);
    json.key("function"_L1).beginObject().key("name"_L1).string(call.name);
    json.key("arguments"_L1).string(QString::fromUtf8(toJson(call.arguments))).endObject().endObject();
}

void write(JsonWriter &json, const ChatMessage &message)
{
    json.beginObject().key("role"_L1);
    switch (message.role) {
    case ChatMessage::Role::User:
        json.string("user"_L1);
        break;
    case ChatMessage::Role::Tool:
        json.string("tool"_L1).key("tool_call_id"_L1).string(message.toolCallId);
        break;
    case ChatMessage::Role::Assistant:
        json.string("assistant"_L1);
        break;
    }
    json.key("content"_L1).string(message.text);
    if (message.role == ChatMessage::Role::Assistant && !message.toolCalls.isEmpty()) {
        json.key("tool_calls"_L1).beginArray();
        for (const ToolCall &call : message.toolCalls)
            write(json, call);
        json.endArray();
    }
    json.endObject();
}

} // namespace

OpenAiWire::OpenAiWire(OpenAiOptions options) : m_options(std::move(options)), m_tools(&toWire)
{
    if (m_options.reasoningEffort.isEmpty() && m_options.model.contains("gpt-oss"_L1))
        m_options.reasoningEffort = u"low"_s;
}

HttpRequest OpenAiWire::request(const ModelRequest &request) const
{
    HttpRequest http;
    http.method = "POST";
    http.url = m_options.baseUrl;
    QString path = http.url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    http.url.setPath(path + u"/chat/completions"_s);
    http.headers = {{"content-type", "application/json"}, {"accept", "text/event-stream"}};
    if (!m_options.key.isEmpty())
        http.headers.append({"authorization", "Bearer " + m_options.key.reveal()});
    http.body = body(request);
    return http;
}

QByteArray OpenAiWire::body(const ModelRequest &request) const
{
    const auto says = [this](const QString &parameter) { return !m_leftOut.contains(parameter); };
    JsonWriter json;
    json.beginObject().key("model"_L1).string(m_options.model).key("messages"_L1).beginArray();
    if (!request.context.systemPrompt.isEmpty()) {
        json.beginObject().key("role"_L1).string("system"_L1);
        json.key("content"_L1).string(request.context.systemPrompt).endObject();
    }
    for (const ChatMessage &message : request.messages)
        write(json, message);
    json.endArray();
    if (says(u"temperature"_s))
        json.key("temperature"_L1).number(m_options.temperature);
    json.key(m_saysCompletionTokens ? "max_completion_tokens"_L1 : "max_tokens"_L1).number(m_options.maxTokens);
    json.key("stream"_L1).boolean(true);
    if (says(u"stream_options"_s))
        json.key("stream_options"_L1).beginObject().key("include_usage"_L1).boolean(true).endObject();
    if (!request.tools.isEmpty())
        json.key("tools"_L1).raw(m_tools.of(request.tools));
    if (!m_options.reasoningEffort.isEmpty() && says(u"reasoning_effort"_s))
        json.key("reasoning_effort"_L1).string(m_options.reasoningEffort);
    return json.endObject().take();
}

std::unique_ptr<AnswerReader> OpenAiWire::reader() const
{
    return std::make_unique<OpenAiReader>();
}

void OpenAiWire::adapt(const QString &parameter)
{
    static const QStringList optional{u"temperature"_s, u"stream_options"_s, u"reasoning_effort"_s};
    if (parameter == "max_tokens"_L1)
        m_saysCompletionTokens = true;
    else if (optional.contains(parameter) && !m_leftOut.contains(parameter))
        m_leftOut.append(parameter);
}

} // namespace ChatCal
