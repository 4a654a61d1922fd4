// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/net/httpmessage.h"
#include "core/net/ssereader.h"

#include <memory>

namespace ChatCal {

/// What an endpoint said instead of an answer, and what the caller may do about it.
struct ModelProblem
{
    enum class Remedy {
        None,
        Shorten, ///< the request is too long: the same with fewer messages may do
        Adapt ///< it does not allow what @ref parameter names: the same without it may do
    };
    Error error;
    Remedy remedy = Remedy::None;
    QString parameter; ///< of the request, with Remedy::Adapt
};

using ModelAnswer = tl::expected<ModelReply, ModelProblem>;

[[nodiscard]] inline tl::unexpected<ModelProblem> problem(ErrorCode code, const QString &detail)
{
    return tl::unexpected(ModelProblem{Error{code, detail, {}, {}}, ModelProblem::Remedy::None, {}});
}

/// Puts one answer together from what arrives. Pure; one per exchange.
class AnswerReader
{
public:
    virtual ~AnswerReader() = default;
    /// The words this event adds, perhaps none. An error ends the answer.
    [[nodiscard]] virtual tl::expected<QString, ModelProblem> take(const SseEvent &event) = 0;
    /// Whether all that matters has been heard: what follows, and how the connection ends, does not count.
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// Whether the model has begun to answer: words, a call, or a sign that it thinks.
    [[nodiscard]] virtual bool hasBegun() const = 0;
    /// The answer of a stream that has ended; Unavailable when it broke off before its end.
    [[nodiscard]] virtual ModelAnswer finish() = 0;
    /// The answer of an endpoint that gave JSON although asked to stream.
    [[nodiscard]] virtual ModelAnswer whole(const QJsonObject &body) = 0;
    /// What a status other than 2xx means. Retry-After is the caller's to add.
    [[nodiscard]] virtual ModelAnswer refused(const HttpResponse &response) = 0;
};

/// How one vendor wants to be asked. Pure but for what adapt() has learned.
class ModelWire
{
public:
    virtual ~ModelWire() = default;
    /// Method, address, headers and body; the times are the caller's. The messages are tidied() ones.
    [[nodiscard]] virtual HttpRequest request(const ModelRequest &request) const = 0;
    [[nodiscard]] virtual std::unique_ptr<AnswerReader> reader() const = 0;
    /// Leaves @p parameter out, or says it in its other way, from now on, where that can be.
    virtual void adapt(const QString &parameter) = 0;
};

/// The tools of a request as a wire writes them. They are the same turn after turn: written once, then copied.
class ToolTexts
{
public:
    using Write = QByteArray (*)(const QList<ToolSpec> &tools);
    explicit ToolTexts(Write write) : m_write(write) { }
    [[nodiscard]] QByteArray of(const QList<ToolSpec> &tools);

private:
    struct Known
    {
        QList<ToolSpec> tools; ///< shares its data with whoever asked, and so is known again by its place
        QByteArray text;
    };
    Write m_write;
    QList<Known> m_known;
};

/// Most calls one answer may hold: a model that asks for more has lost its way, and running a part would be worse
/// than none.
constexpr qsizetype mostToolCalls = 8;

/// The Error of a status, in words for an operator. @p said is the vendor's own short code ("invalid_api_key");
/// anything else in it is left out.
[[nodiscard]] Error errorOfStatus(int status, const QString &said);

/// How long the endpoint wants to be left alone: `retry-after-ms`, Retry-After, else with a 429 the longest
/// `x-ratelimit-reset-…` of a limit that is used up.
[[nodiscard]] std::optional<std::chrono::seconds> restAsked(const HttpResponse &response, const Clock &clock);

/// The arguments of a call as a vendor's text holds them: an object; `malformed` is set when it is none.
void setArguments(ToolCall *call, const QString &json);

} // namespace ChatCal
