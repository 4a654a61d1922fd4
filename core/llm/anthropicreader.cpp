// SPDX-License-Identifier: Apache-2.0
#include "core/llm/anthropicreader.h"

#include "core/base/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestWords = 32 * 1024;
constexpr qsizetype longestInput = 16 * 1024;

/// Errors in mid-stream come without a status.
int statusOf(const QString &type)
{
    static const QHash<QString, int> statuses{{u"invalid_request_error"_s, 400}, {u"authentication_error"_s, 401},
                                              {u"billing_error"_s, 402},         {u"permission_error"_s, 403},
                                              {u"not_found_error"_s, 404},       {u"request_too_large"_s, 413},
                                              {u"rate_limit_error"_s, 429},      {u"api_error"_s, 500},
                                              {u"timeout_error"_s, 504},         {u"overloaded_error"_s, 529}};
    return statuses.value(type, 500);
}

} // namespace

tl::expected<QString, ModelProblem> AnthropicReader::take(const SseEvent &event)
{
    if (m_isDone)
        return QString();
    const auto parsed = parseJsonObject(event.data.toUtf8());
    if (!parsed)
        return problem(ErrorCode::Protocol, u"an event is not JSON"_s);
    const QJsonObject &data = *parsed;
    const QString type = data["type"_L1].toString();
    if (type == "error"_L1)
        return errorIn(data, statusOf(data["error"_L1]["type"_L1].toString()));
    if (type == "content_block_start"_L1)
        return begin(data["index"_L1].toInt(), data["content_block"_L1].toObject());
    if (type == "content_block_delta"_L1)
        return add(data["index"_L1].toInt(), data["delta"_L1].toObject());
    if (type == "content_block_stop"_L1) {
        for (Call &call : m_calls)
            call.isEnded = call.isEnded || call.index == data["index"_L1].toInt();
    } else if (type == "message_start"_L1) {
        takeUsage(data["message"_L1]["usage"_L1].toObject());
    } else if (type == "message_delta"_L1) {
        m_stop = data["delta"_L1]["stop_reason"_L1].toString(m_stop);
        takeUsage(data["usage"_L1].toObject());
    } else if (type == "message_stop"_L1) {
        if (m_stop.isEmpty())
            return problem(ErrorCode::Protocol, u"the stream ended without a reason"_s);
        m_isDone = true;
    } else if (type.isEmpty()) {
        return problem(ErrorCode::Protocol, u"an event has no type"_s);
    }
    return QString();
}

tl::expected<QString, ModelProblem> AnthropicReader::begin(int index, const QJsonObject &block)
{
    m_hasBegun = true;
    const QString type = block["type"_L1].toString();
    if (type == "tool_use"_L1) {
        if (m_calls.size() == mostToolCalls)
            return problem(ErrorCode::Protocol, u"more than %1 tool calls at once"_s.arg(mostToolCalls));
        m_calls.append(
            {index, block["id"_L1].toString(), block["name"_L1].toString(), {}, block["input"_L1].toObject(), false});
    }
    if (type != "text"_L1)
        return QString();
    const QString words = block["text"_L1].toString();
    m_text += words;
    return words;
}

tl::expected<QString, ModelProblem> AnthropicReader::add(int index, const QJsonObject &delta)
{
    const QString type = delta["type"_L1].toString();
    if (type == "text_delta"_L1) {
        const QString words = delta["text"_L1].toString();
        if (m_text.size() + words.size() > longestWords)
            return problem(ErrorCode::Protocol, u"the answer does not end"_s);
        m_text += words;
        return words;
    }
    if (type == "input_json_delta"_L1) {
        for (Call &call : m_calls) {
            if (call.index != index)
                continue;
            call.input += delta["partial_json"_L1].toString();
            if (call.input.size() > longestInput)
                return problem(ErrorCode::Protocol, u"a tool call does not end"_s);
            return QString();
        }
        return problem(ErrorCode::Protocol, u"a piece belongs to no tool call"_s);
    }
    return QString(); // thinking, signatures, citations
}

void AnthropicReader::takeUsage(const QJsonObject &usage)
{
    // What came from the cache counts as read.
    const int read = usage["input_tokens"_L1].toInt() + usage["cache_read_input_tokens"_L1].toInt()
        + usage["cache_creation_input_tokens"_L1].toInt();
    m_usage.promptTokens = std::max(m_usage.promptTokens, read);
    m_usage.completionTokens = std::max(m_usage.completionTokens, usage["output_tokens"_L1].toInt());
}

ModelAnswer AnthropicReader::finish()
{
    if (m_stop.isEmpty())
        return problem(ErrorCode::Unavailable, u"the answer broke off"_s);
    if (m_stop == "refusal"_L1)
        return problem(ErrorCode::InvalidInput, u"the model's filter refused"_s);
    ModelReply reply;
    reply.usage = m_usage;
    reply.text = m_text;
    for (const Call &said : std::as_const(m_calls)) {
        ToolCall call{said.id, said.name, said.given};
        if (!said.input.isEmpty())
            setArguments(&call, said.input);
        if (!said.isEnded)
            call.malformed = u"The tool call was not finished."_s;
        else if (call.name.isEmpty())
            call.malformed = u"The tool call has no name."_s;
        reply.toolCalls.append(std::move(call));
    }
    const bool isCutOff = m_stop == "max_tokens"_L1 || m_stop == "model_context_window_exceeded"_L1;
    if (isCutOff && !reply.toolCalls.isEmpty())
        reply.toolCalls.last().malformed = u"The tool call was cut off: it was too long."_s;
    if (reply.toolCalls.isEmpty() && reply.text.trimmed().isEmpty())
        return problem(ErrorCode::Protocol, u"the answer is empty (%1)"_s.arg(m_stop.left(20)));
    return reply;
}

ModelAnswer AnthropicReader::whole(const QJsonObject &body)
{
    if (body["type"_L1].toString() == "error"_L1)
        return errorIn(body, statusOf(body["error"_L1]["type"_L1].toString()));
    if (!body["content"_L1].isArray())
        return problem(ErrorCode::Protocol, u"the response has no content"_s);
    const QJsonArray blocks = body["content"_L1].toArray();
    for (int i = 0; i < blocks.size(); ++i) {
        if (const auto begun = begin(i, blocks.at(i).toObject()); !begun)
            return tl::unexpected(begun.error());
    }
    for (Call &call : m_calls)
        call.isEnded = true;
    takeUsage(body["usage"_L1].toObject());
    m_stop = body["stop_reason"_L1].toString(u"end_turn"_s);
    return finish();
}

ModelAnswer AnthropicReader::refused(const HttpResponse &response)
{
    return errorIn(parseJsonObject(response.body).value_or(QJsonObject()), response.status);
}

tl::unexpected<ModelProblem> AnthropicReader::errorIn(const QJsonObject &body, int status)
{
    // {"type":"error","error":{"type","message"},"request_id"}
    const QString type = body["error"_L1]["type"_L1].toString();
    const QString message = body["error"_L1]["message"_L1].toString();
    ModelProblem problem{errorOfStatus(status, type), ModelProblem::Remedy::None, {}};
    const bool isTooLong = message.contains("prompt is too long"_L1) || message.contains("context limit"_L1);
    if (status == 413 || (status == 400 && isTooLong)) {
        problem = {errorOfStatus(413, type), ModelProblem::Remedy::Shorten, {}};
    } else if (status == 400 && message.contains("credit balance"_L1)) {
        problem.error = errorOfStatus(402, type);
    } else if (status == 400 && message.contains("thinking"_L1)) {
        problem.remedy = ModelProblem::Remedy::Adapt;
        problem.parameter = u"thinking"_s;
    }
    return tl::unexpected(std::move(problem));
}

} // namespace ChatCal
