// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/linearmodel.h"
#include "core/llm/offline/turnfeatures.h"

#include <array>

namespace ChatCal::Dialogue {

/// Stretches of a message that are found word by word.
enum class Slot { Subject, Attendee, Location };
constexpr std::array slots{Slot::Subject, Slot::Attendee, Slot::Location};

/// Where a word stands in what a message says of a slot.
enum class Tag { Outside, Begin, Inside };
[[nodiscard]] QString tagName(Tag tag);

/// A message word by word, for finding slots in it.
class SlotWords
{
public:
    /// @p turn and what it points to must outlive it.
    SlotWords(const QString &text, const TurnView &turn, QStringView intent, Language language);
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    /// What tells the tag of word @p at for @p slot, when the word before it had @p before.
    void addFeatures(Slot slot, qsizetype at, Tag before, Features &features) const;
    /// The stretches @p model finds for @p slot, as they are written.
    [[nodiscard]] QStringList find(Slot slot, const LinearModel &model) const;
    /// Where the words of @p value stand: the first of them, and one behind the last; -1 when they do not.
    [[nodiscard]] std::pair<qsizetype, qsizetype> place(const QString &value) const;

private:
    [[nodiscard]] QStringView word(qsizetype at) const;
    [[nodiscard]] QStringView kind(qsizetype at) const;
    void markRuled(const QString &value, std::vector<bool> &ruled) const;

    const QString &m_text;
    const TurnView &m_turn;
    QString m_intent;
    Tokens m_tokens;
    std::vector<QStringView> m_kinds;
    std::vector<QStringView> m_whens; ///< of each token; empty for one that says no time
    std::vector<bool> m_quoted;
    std::vector<bool> m_announced; ///< "call it …" stands before it in the sentence
    std::vector<qsizetype> m_cues; ///< of each token the last word before it that announces something; -1 none
    std::array<std::vector<bool>, slots.size()> m_ruled; ///< what the rules found
};

} // namespace ChatCal::Dialogue
