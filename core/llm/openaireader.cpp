// SPDX-License-Identifier: Apache-2.0
#include "core/llm/openaireader.h"

#include "core/base/json.h"
#include "core/llm/calltext.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestWords = 32 * 1024;
constexpr qsizetype longestArguments = 16 * 1024;

/// A code is a string here, a number there.
QString codeIn(const QJsonObject &error)
{
    const QJsonValue code = error["code"_L1];
    return code.isString() && !code.toString().isEmpty() ? code.toString() : error["type"_L1].toString();
}

bool saysTooLong(const QString &code, const QString &message)
{
    // OpenAI; llama.cpp; vLLM and others in words.
    if (code == "context_length_exceeded"_L1 || code == "exceed_context_size_error"_L1)
        return true;
    return message.contains("maximum context length"_L1) || message.contains("available context size"_L1)
        || message.contains("reduce the length of the messages"_L1) || message.contains("prompt is too long"_L1);
}

/// Groq's "tool_use_failed": the model's text in `failed_generation`, or what its schema check found in the message.
ModelReply failedCall(const QJsonObject &error)
{
    const QString text = error["failed_generation"_L1].toString();
    ModelReply reply;
    if (const auto call = callInWords(text); call && !call->name.isEmpty() && call->malformed.isEmpty()) {
        reply.toolCalls.append(*call);
        return reply;
    }
    static const QRegularExpression named(u"for tool ([A-Za-z0-9_]{1,64}) "_s);
    const auto match = named.match(error["message"_L1].toString());
    reply.toolCalls.append({{}, match.captured(1), {}, u"The tool call did not fit the tool's schema."_s});
    return reply;
}

} // namespace

tl::expected<QString, ModelProblem> OpenAiReader::take(const SseEvent &event)
{
    if (m_isDone)
        return QString();
    if (event.data.trimmed() == "[DONE]"_L1) {
        if (m_finish.isEmpty())
            return problem(ErrorCode::Protocol, u"the stream ended without a reason"_s);
        m_isDone = true;
        return QString();
    }
    const auto parsed = parseJsonObject(event.data.toUtf8());
    if (!parsed)
        return problem(ErrorCode::Protocol, u"an event is not JSON"_s);
    const QJsonObject &chunk = *parsed;
    if (chunk["error"_L1].isObject()) {
        auto answer = errorIn(chunk, chunk["error"_L1]["status_code"_L1].toInt(500));
        if (!answer)
            return tl::unexpected(answer.error());
        m_given = std::move(*answer);
        m_given->text = m_text.left(m_shown);
        m_isDone = true;
        return QString();
    }
    takeUsage(chunk);
    if (!chunk["choices"_L1].isArray())
        return problem(ErrorCode::Protocol, u"an event has no choices"_s);
    const QJsonObject choice = chunk["choices"_L1][0].toObject(); // absent in the last event, which tells the usage
    const QJsonObject delta = choice["delta"_L1].toObject();
    if (auto taken = takeCalls(delta["tool_calls"_L1].toArray()); !taken)
        return tl::unexpected(taken.error());
    for (const auto thought : {"reasoning"_L1, "reasoning_content"_L1})
        m_hasBegun = m_hasBegun || !delta[thought].toString().isEmpty();
    if (const QString reason = choice["finish_reason"_L1].toString(); !reason.isEmpty())
        m_finish = reason;
    const QString words = delta["content"_L1].toString();
    m_hasBegun = m_hasBegun || !words.isEmpty();
    if (m_text.size() + words.size() > longestWords)
        return problem(ErrorCode::Protocol, u"the answer does not end"_s);
    return takeWords(words);
}

QString OpenAiReader::takeWords(const QString &words)
{
    m_text += words;
    if (m_shown == 0 && mayBeCall(m_text))
        return {};
    return m_text.mid(std::exchange(m_shown, m_text.size()));
}

OpenAiReader::Call &OpenAiReader::callFor(const QJsonObject &delta)
{
    const int index = delta["index"_L1].toInt(-1);
    const QString id = delta["id"_L1].toString();
    for (qsizetype i = m_calls.size() - 1; i >= 0; --i) {
        Call &call = m_calls[i];
        if (index >= 0 && call.index != index)
            continue;
        // Some number every call 0, or none at all: another id, or a name that comes again, begins another call.
        const bool isAnother = (!id.isEmpty() && !call.id.isEmpty() && id != call.id)
            || (id.isEmpty() && index < 0 && !delta["function"_L1]["name"_L1].toString().isEmpty());
        if (!isAnother)
            return call;
        break;
    }
    m_calls.append({index, id, {}, {}});
    return m_calls.last();
}

tl::expected<void, ModelProblem> OpenAiReader::takeCalls(const QJsonArray &deltas)
{
    for (const auto &value : deltas) {
        m_hasBegun = true;
        const QJsonObject delta = value.toObject();
        Call &call = callFor(delta);
        if (m_calls.size() > mostToolCalls)
            return problem(ErrorCode::Protocol, u"more than %1 tool calls at once"_s.arg(mostToolCalls));
        if (call.id.isEmpty())
            call.id = delta["id"_L1].toString();
        const QJsonObject function = delta["function"_L1].toObject();
        call.name += function["name"_L1].toString();
        const QJsonValue arguments = function["arguments"_L1];
        call.arguments += arguments.isObject() ? QString::fromUtf8(toJson(arguments.toObject())) : arguments.toString();
        if (call.arguments.size() > longestArguments || call.name.size() > 200)
            return problem(ErrorCode::Protocol, u"a tool call does not end"_s);
    }
    return {};
}

void OpenAiReader::takeUsage(const QJsonObject &chunk)
{
    // Groq gives the streamed usage under x_groq as well.
    for (const QJsonValue &usage : {chunk["usage"_L1], chunk["x_groq"_L1]["usage"_L1]}) {
        if (!usage.isObject())
            continue;
        m_usage.promptTokens = usage["prompt_tokens"_L1].toInt();
        m_usage.completionTokens = usage["completion_tokens"_L1].toInt();
    }
}

ModelAnswer OpenAiReader::finish()
{
    if (m_given) {
        m_given->usage = m_usage;
        return std::move(*m_given);
    }
    if (m_finish.isEmpty())
        return problem(ErrorCode::Unavailable, u"the answer broke off"_s);
    if (m_finish == "content_filter"_L1)
        return problem(ErrorCode::InvalidInput, u"the model's filter refused"_s);
    ModelReply reply;
    reply.usage = m_usage;
    reply.text = m_text;
    for (const Call &said : std::as_const(m_calls)) {
        ToolCall call{said.id, said.name, {}};
        setArguments(&call, said.arguments);
        if (call.name.isEmpty())
            call.malformed = u"The tool call has no name."_s;
        reply.toolCalls.append(std::move(call));
    }
    if (m_finish == "length"_L1 && !reply.toolCalls.isEmpty())
        reply.toolCalls.last().malformed = u"The tool call was cut off: it was too long."_s;
    if (reply.toolCalls.isEmpty() && m_shown == 0 && mayBeCall(m_text)) {
        if (const auto call = callInWords(m_text)) {
            reply.toolCalls.append(*call);
            reply.text.clear();
        }
    }
    if (reply.toolCalls.isEmpty() && reply.text.trimmed().isEmpty())
        return problem(ErrorCode::Protocol, u"the answer is empty (%1)"_s.arg(m_finish.left(20)));
    return reply;
}

ModelAnswer OpenAiReader::whole(const QJsonObject &body)
{
    if (body["error"_L1].isObject())
        return errorIn(body, 500);
    const QJsonObject choice = body["choices"_L1][0].toObject();
    const QJsonObject message = choice["message"_L1].toObject();
    if (message.isEmpty())
        return problem(ErrorCode::Protocol, u"the response has no message"_s);
    takeUsage(body);
    m_text = message["content"_L1].toString();
    if (auto taken = takeCalls(message["tool_calls"_L1].toArray()); !taken)
        return tl::unexpected(taken.error());
    m_finish = choice["finish_reason"_L1].toString(u"stop"_s);
    return finish();
}

ModelAnswer OpenAiReader::refused(const HttpResponse &response)
{
    return errorIn(parseJsonObject(response.body).value_or(QJsonObject()), response.status);
}

ModelAnswer OpenAiReader::errorIn(const QJsonObject &body, int status)
{
    // {"error":{"message","type","param","code"}}; Ollama and some proxies: {"error":"…"}
    const QJsonObject said = body["error"_L1].toObject();
    const QString code = codeIn(said);
    const QString message = said["message"_L1].toString(body["error"_L1].toString());
    if (code == "tool_use_failed"_L1)
        return failedCall(said);
    ModelProblem problem{errorOfStatus(status, code), ModelProblem::Remedy::None, {}};
    if (code == "insufficient_quota"_L1)
        problem.error = errorOfStatus(402, code);
    else if (code == "model_not_found"_L1 || code == "model_decommissioned"_L1)
        problem.error = errorOfStatus(404, code);
    else if (status == 413 || saysTooLong(code, message))
        problem = {errorOfStatus(413, code), ModelProblem::Remedy::Shorten, {}};
    else if (status == 400 || status == 422) {
        problem.remedy = ModelProblem::Remedy::Adapt;
        problem.parameter = said["param"_L1].toString();
        if (code != "unsupported_parameter"_L1 && code != "unsupported_value"_L1)
            problem.remedy = ModelProblem::Remedy::None;
    }
    return tl::unexpected(std::move(problem));
}

} // namespace ChatCal
