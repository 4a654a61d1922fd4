// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/llm/modelwire.h"

#include <QUrl>

namespace ChatCal {

struct AnthropicOptions
{
    QString name = QStringLiteral("anthropic"); ///< for logs, health and ModelReply::model
    QUrl baseUrl{QStringLiteral("https://api.anthropic.com")}; ///< `/v1/messages` is added
    Secret key;
    QString model = QStringLiteral("claude-haiku-5-5");
    int maxTokens = 500; ///< of one answer
    /// Thinking makes an answer better and its first word later: a chat that books wants the word. Models that cannot
    /// do without ignore this.
    bool thinks = false;
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(3);
    std::chrono::milliseconds firstTokenTimeout = std::chrono::seconds(6);
    std::chrono::milliseconds silenceTimeout = std::chrono::seconds(5); ///< between two pieces of an answer
};

/// The format of Anthropic's Messages API, version 2023-06-01 (platform.claude.com/docs: api/messages, errors,
/// build-with-claude/streaming, handling-stop-reasons, agents-and-tools/tool-use; read 2026-11). No temperature is
/// sent: the current models refuse it.
class AnthropicWire final : public ModelWire
{
public:
    explicit AnthropicWire(AnthropicOptions options);

    [[nodiscard]] HttpRequest request(const ModelRequest &request) const override;
    [[nodiscard]] std::unique_ptr<AnswerReader> reader() const override;
    void adapt(const QString &parameter) override;

private:
    [[nodiscard]] QByteArray body(const ModelRequest &request) const;

    AnthropicOptions m_options;
    bool m_saysThinking = true; ///< false once the model refused the parameter
    mutable ToolTexts m_tools;
};

} // namespace ChatCal
