// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "tests/support/fakehttpserver.h"

#include <memory>
#include <optional>

namespace ChatCal {

enum class ModelFormat { OpenAi, Anthropic };

/// An answer that is none.
struct FakeRefusal
{
    int status = 400;
    QByteArray body;
    QByteArray headers; ///< lines, each ended by CR LF
};

/// Every error of the vendors' references that a client may meet.
enum class FakeError {
    WrongKey,
    NoCredit,
    Forbidden,
    UnknownModel,
    TooManyTokens, ///< 400: the context is too long
    TooLarge, ///< 413
    RateLimited, ///< 429 with Retry-After: 7
    Fault, ///< 500
    Unavailable, ///< 503
    Overloaded, ///< 529; Groq: 498
    CallFailed, ///< Groq's tool_use_failed; Anthropic has none
    BadParameter ///< `temperature` is not allowed
};

/// One vendor's public rules, seen from the server's side: what it refuses, how it writes an answer.
class FakeModelFormat
{
public:
    virtual ~FakeModelFormat() = default;
    [[nodiscard]] virtual QByteArray path() const = 0;
    /// What the vendor would refuse the request for; nothing when it is right.
    [[nodiscard]] virtual std::optional<FakeRefusal> check(const FakeHttpServer::Request &request,
                                                           const QByteArray &key) const = 0;
    /// The request in our words; without what no format carries (times, the context).
    [[nodiscard]] virtual ModelRequest read(const QJsonObject &body) const = 0;
    /// The answer as a stream, event by event.
    [[nodiscard]] virtual QList<QByteArray> events(const ModelReply &reply) const = 0;
    /// The answer as one JSON object.
    [[nodiscard]] virtual QByteArray json(const ModelReply &reply) const = 0;
    [[nodiscard]] virtual FakeRefusal error(FakeError error) const = 0;
};

[[nodiscard]] std::unique_ptr<FakeModelFormat> fakeFormat(ModelFormat format);
[[nodiscard]] std::unique_ptr<FakeModelFormat> fakeOpenAi();
[[nodiscard]] std::unique_ptr<FakeModelFormat> fakeAnthropic();

/// The words cut as a model's tokens would be.
[[nodiscard]] QStringList inPieces(const QString &text);
/// What is wrong with the declared arguments of a tool; both vendors want a JSON Schema with an object on top.
[[nodiscard]] QString wrongInSchema(const QJsonValue &schema);

} // namespace ChatCal
