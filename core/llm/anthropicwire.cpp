// SPDX-License-Identifier: Apache-2.0
#include "core/llm/anthropicwire.h"

#include "core/base/json.h"
#include "core/llm/anthropicreader.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int roomToThink = 1024; ///< tokens, beside those of the answer

QJsonObject textBlock(const QString &text)
{
    return {{"type"_L1, u"text"_s}, {"text"_L1, text}};
}

/// What @p message adds to a message of its side.
QJsonArray blocksOf(const ChatMessage &message)
{
    if (message.role == ChatMessage::Role::Tool) {
        return {QJsonObject{
            {"type"_L1, u"tool_result"_s}, {"tool_use_id"_L1, message.toolCallId}, {"content"_L1, message.text}}};
    }
    QJsonArray blocks;
    if (!message.text.trimmed().isEmpty())
        blocks.append(textBlock(message.text));
    for (const ToolCall &call : message.toolCalls)
        blocks.append(QJsonObject{
            {"type"_L1, u"tool_use"_s}, {"id"_L1, call.id}, {"name"_L1, call.name}, {"input"_L1, call.arguments}});
    return blocks;
}

/// The sides alternate: what one says in several messages becomes one. Results come before words, since the talk is
/// tidied: they follow their call.
QJsonArray alternating(const QList<ChatMessage> &talk)
{
    QJsonArray messages;
    QString side;
    QJsonArray blocks;
    const auto close = [&] {
        if (!blocks.isEmpty())
            messages.append(QJsonObject{{"role"_L1, side}, {"content"_L1, blocks}});
        blocks = {};
    };
    for (const ChatMessage &message : talk) {
        const QString speaks = message.role == ChatMessage::Role::Assistant ? u"assistant"_s : u"user"_s;
        if (speaks != side)
            close();
        side = speaks;
        const QJsonArray more = blocksOf(message);
        for (const auto &block : more)
            blocks.append(block);
    }
    close();
    return messages;
}

QJsonArray toolsOf(const ModelRequest &request, const QList<ChatMessage> &talk)
{
    QJsonArray tools;
    for (const ToolSpec &tool : request.tools)
        tools.append(QJsonObject{
            {"name"_L1, tool.name}, {"description"_L1, tool.description}, {"input_schema"_L1, tool.parameters}});
    if (!tools.isEmpty())
        return tools;
    // A talk that holds calls must declare tools even when none may be called now.
    QSet<QString> names;
    for (const ChatMessage &message : talk)
        for (const ToolCall &call : message.toolCalls)
            names.insert(call.name);
    for (const QString &name : std::as_const(names))
        tools.append(
            QJsonObject{{"name"_L1, name},
                        {"input_schema"_L1, QJsonObject{{"type"_L1, u"object"_s}, {"properties"_L1, QJsonObject()}}}});
    return tools;
}

} // namespace

AnthropicWire::AnthropicWire(AnthropicOptions options) : m_options(std::move(options))
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
    http.body = toJson(body(request));
    return http;
}

QJsonObject AnthropicWire::body(const ModelRequest &request) const
{
    const QList<ChatMessage> &talk = request.messages;
    const bool thinks = m_options.thinks || !m_saysThinking;
    QJsonObject body{{"model"_L1, m_options.model},
                     {"max_tokens"_L1, m_options.maxTokens + (thinks ? roomToThink : 0)},
                     {"messages"_L1, alternating(talk)},
                     {"stream"_L1, true}};
    if (m_saysThinking)
        body.insert("thinking"_L1, QJsonObject{{"type"_L1, m_options.thinks ? u"adaptive"_s : u"disabled"_s}});
    if (!request.context.systemPrompt.isEmpty())
        body.insert("system"_L1, request.context.systemPrompt);
    if (const QJsonArray tools = toolsOf(request, talk); !tools.isEmpty()) {
        body.insert("tools"_L1, tools);
        if (request.tools.isEmpty())
            body.insert("tool_choice"_L1, QJsonObject{{"type"_L1, u"none"_s}});
    }
    return body;
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
