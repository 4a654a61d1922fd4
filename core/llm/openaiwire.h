// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/llm/modelwire.h"

#include <QUrl>

namespace ChatCal {

struct OpenAiOptions
{
    QString name = QStringLiteral("groq"); ///< "groq", "openai", "local": for logs, health and ModelReply::model
    QUrl baseUrl{QStringLiteral("https://api.groq.com/openai/v1")}; ///< `/chat/completions` is added
    Secret key; ///< may be empty: servers of one's own want none
    QString model = QStringLiteral("llama-3.1-8b-instant");
    double temperature = 0.1;
    int maxTokens = 500; ///< of one answer, its thinking included
    QString reasoningEffort; ///< "low" … for models that think; empty: not sent, but "low" to gpt-oss
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(3);
    std::chrono::milliseconds firstTokenTimeout = std::chrono::seconds(6);
    std::chrono::milliseconds silenceTimeout = std::chrono::seconds(5); ///< between two pieces of an answer
};

/// The format of OpenAI's chat completions, as Groq, Ollama, llama.cpp's server, vLLM and others speak it
/// (platform.openai.com/docs/api-reference/chat, console.groq.com/docs/api-reference and /docs/errors, read 2026-11).
class OpenAiWire final : public ModelWire
{
public:
    explicit OpenAiWire(OpenAiOptions options);

    [[nodiscard]] HttpRequest request(const ModelRequest &request) const override;
    [[nodiscard]] std::unique_ptr<AnswerReader> reader() const override;
    void adapt(const QString &parameter) override;

private:
    [[nodiscard]] QByteArray body(const ModelRequest &request) const;

    OpenAiOptions m_options;
    bool m_saysCompletionTokens = false; ///< `max_completion_tokens` in place of `max_tokens`
    QStringList m_leftOut;
    mutable ToolTexts m_tools;
};

} // namespace ChatCal
