// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/agent.h"
#include "core/agent/sentencegate.h"

#include <optional>

namespace ChatCal {

/// Tells a turn's observer the model's words as it speaks, checked. Words said before a tool call stay until the next
/// round's begin. Shared with the models, which may hold it longer than the turn: close() ends the telling.
class SpokenWords final : public ReplyListener
{
public:
    static constexpr qsizetype longestReply = 8000; ///< UTF-16 units; what comes behind is cut off

    explicit SpokenWords(TurnObserver &observer) : m_observer(&observer) { }

    /// The model is asked; @p facts are what tools did so far.
    void beginRound(const TurnFacts &facts);
    void words(const QString &piece) override;
    void restarted() override;
    /// The model has said @p text: tells what was held back, or all of it when the model does not stream.
    void finishRound(const QString &text);
    void close() { m_observer = nullptr; }

private:
    void tell(const SentenceGate::Change &change);
    void takeBack();

    TurnObserver *m_observer;
    TurnFacts m_facts;
    std::optional<SentenceGate> m_gate;
    qsizetype m_heard = 0; ///< characters of this round
    bool m_isOld = false; ///< what was told belongs to an earlier round
    bool m_hasTold = false; ///< something is told that was not taken back
};

} // namespace ChatCal
