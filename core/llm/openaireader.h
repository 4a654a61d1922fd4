// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/modelwire.h"

namespace ChatCal {

/// Reads chat completions, streamed (`chat.completion.chunk`, ended by `[DONE]`) or whole. Takes what compatible
/// servers are known to do: calls without an index or an id, with arguments as an object, an error in mid-stream, no
/// `[DONE]`. Nothing is taken for an answer before `finish_reason` was heard.
class OpenAiReader final : public AnswerReader
{
public:
    [[nodiscard]] tl::expected<QString, ModelProblem> take(const SseEvent &event) override;
    [[nodiscard]] bool isComplete() const override { return m_isDone; }
    [[nodiscard]] bool hasBegun() const override { return m_hasBegun; }
    [[nodiscard]] ModelAnswer finish() override;
    [[nodiscard]] ModelAnswer whole(const QJsonObject &body) override;
    [[nodiscard]] ModelAnswer refused(const HttpResponse &response) override;

private:
    struct Call
    {
        int index = -1; ///< -1: the endpoint gave none
        QString id;
        QString name;
        QString arguments;
    };

    [[nodiscard]] tl::expected<void, ModelProblem> takeCalls(const QJsonArray &deltas);
    [[nodiscard]] Call &callFor(const QJsonObject &delta);
    [[nodiscard]] QString takeWords(const QString &words);
    void takeUsage(const QJsonObject &chunk);
    [[nodiscard]] ModelAnswer errorIn(const QJsonObject &body, int status);

    QString m_text;
    qsizetype m_shown = 0; ///< of m_text; the rest may be a call
    QList<Call> m_calls;
    QString m_finish;
    ModelUsage m_usage;
    std::optional<ModelReply> m_given; ///< made from an error that holds what the model said
    bool m_hasBegun = false;
    bool m_isDone = false;
};

} // namespace ChatCal
