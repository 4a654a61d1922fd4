// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/agent.h"
#include "core/agent/spokenwords.h"
#include "core/agent/tool.h"
#include "core/agent/turnledger.h"
#include "core/time/language.h"

#include <QDeadlineTimer>
#include <QHash>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace ChatCal {

/// Everything one turn carries from its lock to its reply.
struct TurnState
{
    TurnState(Turn asked, Conversation talk, const Agent::Options &options, QDeadlineTimer until,
              std::stop_token caller, std::stop_token agent, TurnObserver *watcher);

    Turn turn;
    Conversation conversation;
    TurnLedger ledger;
    QDeadlineTimer deadline;
    std::stop_source stopSource; ///< stopped with the caller and with the agent
    std::stop_token stop;
    TurnObserver *observer = nullptr;
    std::shared_ptr<SpokenWords> spoken; ///< null when nobody hears words
    Actor actor;
    Zone speakerZone;
    Instant now;

    struct Done
    {
        ToolCall call;
        ToolResult result;
    };
    QList<Done> done; ///< writing calls that succeeded: the same call again in this turn changes nothing
    QHash<QString, int> calls; ///< how often each writing tool ran, for idempotency keys
    /// Tool messages by their place, and what of them later turns may read.
    QList<std::pair<qsizetype, QJsonObject>> toForget;
    QStringList offered; ///< suggestions that a refusal calls for

    /// What this call is known by when the whole turn is repeated; empty without an Idempotency-Key.
    [[nodiscard]] QString callKey(const QString &tool);
    [[nodiscard]] const ToolResult *earlierResult(const ToolCall &call) const;
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    /// The language the person speaks, by all they said.
    [[nodiscard]] Language language() const;
    void append(ChatMessage message);
    /// Takes what others wrote out of this turn's tool messages before they are kept.
    void forgetOthersWords();

private:
    std::stop_callback<std::function<void()>> m_fromCaller;
    std::stop_callback<std::function<void()>> m_fromAgent;
};

/// Whether the conversation is open to who sent this turn; takes over what the turn tells of the person if so.
[[nodiscard]] bool admit(Conversation &conversation, const Turn &turn);

/// A tool's result without what others wrote, as it is kept for later turns.
[[nodiscard]] QJsonObject withoutOthersWords(QJsonObject forModel);

} // namespace ChatCal
