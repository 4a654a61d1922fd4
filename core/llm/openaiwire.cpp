// SPDX-License-Identifier: Apache-2.0
#include "core/llm/openaiwire.h"

#include "core/base/json.h"
#include "core/llm/openaireader.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QJsonObject toWire(const ToolSpec &tool)
{
    return {{"type"_L1, u"function"_s},
            {"function"_L1,
             QJsonObject{
                 {"name"_L1, tool.name}, {"description"_L1, tool.description}, {"parameters"_L1, tool.parameters}}}};
}

QJsonObject toWire(const ToolCall &call)
{
    return {{"id"_L1, call.id},
            {"type"_L1, u"function"_s},
            {"function"_L1,
             QJsonObject{{"name"_L1, call.name}, {"arguments"_L1, QString::fromUtf8(toJson(call.arguments))}}}};
}

QJsonObject toWire(const ChatMessage &message)
{
    switch (message.role) {
    case ChatMessage::Role::User:
        return {{"role"_L1, u"user"_s}, {"content"_L1, message.text}};
    case ChatMessage::Role::Tool:
        return {{"role"_L1, u"tool"_s}, {"tool_call_id"_L1, message.toolCallId}, {"content"_L1, message.text}};
    case ChatMessage::Role::Assistant:
        break;
    }
    QJsonObject said{{"role"_L1, u"assistant"_s}, {"content"_L1, message.text}};
    if (!message.toolCalls.isEmpty()) {
        QJsonArray calls;
        for (const ToolCall &call : message.toolCalls)
            calls.append(toWire(call));
        said.insert("tool_calls"_L1, calls);
    }
    return said;
}

} // namespace

OpenAiWire::OpenAiWire(OpenAiOptions options) : m_options(std::move(options))
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
    http.body = toJson(body(request));
    return http;
}

QJsonObject OpenAiWire::body(const ModelRequest &request) const
{
    QJsonArray messages;
    if (!request.context.systemPrompt.isEmpty())
        messages.append(QJsonObject{{"role"_L1, u"system"_s}, {"content"_L1, request.context.systemPrompt}});
    const QList<ChatMessage> &talk = request.messages;
    for (const ChatMessage &message : talk)
        messages.append(toWire(message));
    QJsonObject body{{"model"_L1, m_options.model},
                     {"messages"_L1, messages},
                     {"temperature"_L1, m_options.temperature},
                     {m_saysCompletionTokens ? "max_completion_tokens"_L1 : "max_tokens"_L1, m_options.maxTokens},
                     {"stream"_L1, true},
                     {"stream_options"_L1, QJsonObject{{"include_usage"_L1, true}}}};
    if (!request.tools.isEmpty()) {
        QJsonArray tools;
        for (const ToolSpec &tool : request.tools)
            tools.append(toWire(tool));
        body.insert("tools"_L1, tools);
    }
    if (!m_options.reasoningEffort.isEmpty())
        body.insert("reasoning_effort"_L1, m_options.reasoningEffort);
    for (const QString &parameter : m_leftOut)
        body.remove(parameter);
    return body;
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
