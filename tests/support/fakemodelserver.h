// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/fakemodelformat.h"

#include <QQueue>

#include <chrono>
#include <functional>

namespace ChatCal {

/// What a fake model answers once, and how it comes over the wire.
struct FakeAnswer
{
    enum class Ending {
        Complete,
        Cut, ///< the connection is closed at `cutAt`
        Stall, ///< nothing more comes after `cutAt`, the connection stays open
        Garbage, ///< the byte at `cutAt` is one that no UTF-8 text holds
        Endless ///< after the events the same words come again and again
    };

    ModelReply reply; ///< a call's `malformed` is sent as its arguments, as it is
    std::optional<FakeRefusal> refusal; ///< sent in place of the reply
    std::optional<QByteArray> raw; ///< sent in place of the events, as it is
    bool asJson = false; ///< one JSON object although a stream was asked for
    std::chrono::milliseconds delay{0}; ///< before anything is sent
    std::chrono::milliseconds pause{0}; ///< between two pieces
    qsizetype piece = 0; ///< bytes of a piece; 0: an event
    bool isChunked = true; ///< else the end of the connection is the end of the body
    Ending ending = Ending::Complete;
    qsizetype cutAt = 0; ///< in bytes of the body
};

/// A language model behind HTTP that keeps to its vendor's public rules: what breaks them is refused with the error
/// the vendor documents, and fails no test by itself. It plays the answers it was given, then speaks as its brain does.
class FakeModelServer
{
public:
    using Brain = std::function<ModelReply(const ModelRequest &)>;
    using Manner = std::function<FakeAnswer(const ModelRequest &, const ModelReply &)>;

    explicit FakeModelServer(ModelFormat format);
    ~FakeModelServer();

    /// What a model's options take as their base address.
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] static QByteArray key() { return "test-key"; }

    FakeModelServer &then(FakeAnswer answer);
    FakeModelServer &say(const QString &words);
    FakeModelServer &call(const QString &tool, const QJsonObject &arguments);
    FakeModelServer &refuse(FakeError error);
    /// Who answers when no answer is left; it gets the request as it was on the wire. By default the offline model, in
    /// the context that the system prompt tells of.
    void setBrain(Brain brain) { m_brain = std::move(brain); }
    /// How the brain's answers come over the wire: the template's reply is not used.
    void setManner(const FakeAnswer &manner)
    {
        m_manner = [manner](const ModelRequest &, const ModelReply &) { return manner; };
    }
    /// The same, for each of its own.
    void setManner(Manner manner) { m_manner = std::move(manner); }
    /// Without checks and memory, for benches.
    void setChecked(bool isChecked);

    [[nodiscard]] qsizetype unasked() const { return m_answers.size(); } ///< answers nobody has asked for yet
    [[nodiscard]] QList<QJsonObject> bodies() const;
    [[nodiscard]] int refusals() const { return m_refusals; } ///< requests that broke a rule
    [[nodiscard]] FakeHttpServer &http() { return m_http; }
    [[nodiscard]] const FakeModelFormat &format() const { return *m_format; }
    /// All of a streamed answer's bytes.
    [[nodiscard]] QByteArray streamOf(const ModelReply &reply) const;

private:
    void answer(const FakeHttpServer::Request &request, QTcpSocket &socket);
    [[nodiscard]] FakeAnswer answerTo(const FakeHttpServer::Request &request);

    std::unique_ptr<FakeModelFormat> m_format;
    FakeHttpServer m_http;
    QQueue<FakeAnswer> m_answers;
    Brain m_brain;
    Manner m_manner;
    bool m_isChecked = true;
    int m_refusals = 0;
    int m_given = 0;
};

/// The context in which a prompt of core/llm/prompt.h was written: role, zones, names, the moment, as far as it
/// tells.
[[nodiscard]] ModelContext contextFromPrompt(const QString &prompt, Instant otherwise);

} // namespace ChatCal
