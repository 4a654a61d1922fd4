// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <gtest/gtest.h>

#include <QCoroTimer>

#include <QTimer>

#include <functional>

namespace ChatCal {

/// A ChatModel that plays a queue of steps. A call without a step and a step left over at the end fail the test.
class ScriptedModel final : public ChatModel
{
public:
    struct Step
    {
        Result<ModelReply> reply;
        /// Looks at the request, if given.
        std::function<void(const ModelRequest &)> check;
        /// Waited for before answering; of a hanging model longer than any deadline. Ends early when stopped.
        std::chrono::milliseconds delay{0};
        /// What the listener hears before the answer, one piece per turn of the event loop; a null piece is a restart.
        QStringList pieces{};
    };

    explicit ScriptedModel(QString name = QStringLiteral("scripted")) : m_name(std::move(name)) { }
    ~ScriptedModel() override
    {
        if (!m_steps.isEmpty())
            ADD_FAILURE() << qPrintable(m_name) << ": " << m_steps.size() << " steps were never asked for";
    }

    ScriptedModel &say(const QString &text)
    {
        m_steps << Step{ModelReply{text, {}, {}, {}}, {}, {}, {}};
        return *this;
    }
    /// Speaks in pieces; a null QString among them is a restart.
    ScriptedModel &stream(const QStringList &pieces, const QList<ToolCall> &calls = {})
    {
        Step step;
        ModelReply reply;
        for (const QString &piece : pieces)
            reply.text = piece.isNull() ? QString() : reply.text + piece;
        reply.toolCalls = calls;
        step.reply = reply;
        step.pieces = pieces;
        m_steps << step;
        return *this;
    }
    ScriptedModel &callTool(const QString &tool, const QJsonObject &arguments)
    {
        const ToolCall call{QStringLiteral("%1-%2").arg(m_name).arg(m_steps.size()), tool, arguments};
        m_steps << Step{ModelReply{{}, {call}, {}, {}}, {}, {}, {}};
        return *this;
    }
    ScriptedModel &fail(ErrorCode code)
    {
        m_steps << Step{failure(code, QStringLiteral("scripted")), {}, {}, {}};
        return *this;
    }
    ScriptedModel &hang(std::chrono::milliseconds delay)
    {
        m_steps << Step{failure(ErrorCode::Timeout, QStringLiteral("scripted")), {}, delay, {}};
        return *this;
    }
    ScriptedModel &then(Step step)
    {
        m_steps << std::move(step);
        return *this;
    }
    void setAvailable(bool available) { m_available = available; }
    [[nodiscard]] qsizetype callCount() const { return m_requests.size(); }
    [[nodiscard]] const QList<ModelRequest> &requests() const { return m_requests; }

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] bool isAvailable() const override { return m_available; }
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override
    {
        m_requests << request;
        if (m_steps.isEmpty()) {
            ADD_FAILURE() << qPrintable(m_name) << " was asked and had no step left";
            co_return failure(ErrorCode::Internal, QStringLiteral("no step left"));
        }
        const Step step = m_steps.takeFirst();
        if (step.check)
            step.check(request);
        if (step.delay.count() > 0) {
            // Local copies only: the model may be gone when this resumes.
            QTimer timer;
            timer.setSingleShot(true);
            timer.start(step.delay);
            const std::stop_callback early(stop, [&timer] { timer.start(0); });
            co_await timer;
        }
        for (const QString &piece : step.pieces) {
            if (request.listener && piece.isNull())
                request.listener->restarted();
            else if (request.listener)
                request.listener->words(piece);
            co_await QCoro::sleepFor(std::chrono::milliseconds(0));
            if (stop.stop_requested())
                co_return failure(ErrorCode::Cancelled, QStringLiteral("scripted"));
        }
        co_return step.reply;
    }

private:
    QString m_name;
    QList<Step> m_steps;
    QList<ModelRequest> m_requests;
    bool m_available = true;
};

} // namespace ChatCal
