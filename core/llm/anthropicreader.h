// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/modelwire.h"

namespace ChatCal {

/// Reads messages of the Messages API, streamed (`message_start` … `message_stop`) or whole. Unknown events, blocks and
/// deltas are passed over, as the reference asks. Nothing is taken for an answer before a `stop_reason` was heard.
class AnthropicReader final : public AnswerReader
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
        int index = 0;
        QString id;
        QString name;
        QString input; ///< JSON, piece by piece
        QJsonObject given; ///< input that came in the block's beginning, or whole
        bool isEnded = false;
    };

    [[nodiscard]] tl::expected<QString, ModelProblem> begin(int index, const QJsonObject &block);
    [[nodiscard]] tl::expected<QString, ModelProblem> add(int index, const QJsonObject &delta);
    void takeUsage(const QJsonObject &usage);
    [[nodiscard]] static tl::unexpected<ModelProblem> errorIn(const QJsonObject &body, int status);

    QString m_text;
    QList<Call> m_calls;
    QString m_stop;
    ModelUsage m_usage;
    bool m_hasBegun = false;
    bool m_isDone = false;
};

} // namespace ChatCal
