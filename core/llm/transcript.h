// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <optional>

namespace ChatCal {

/// The talk as every vendor's rules allow it, whichever models it was held with: it begins with the person; each
/// tool call is followed at once by its result, in order (one that has none gets one that says it was not run); results
/// without a call and messages without content are left out; call ids are unique and short ("call_1" …); what was
/// chosen on the screen is told in the message's words.
[[nodiscard]] QList<ChatMessage> tidied(const QList<ChatMessage> &messages);

/// The talk without its older half or a little more, cut where the person speaks; the last turn is always kept. A last
/// turn that is all there is has its long tool results shortened. Nothing when there is nothing left to leave out.
[[nodiscard]] std::optional<QList<ChatMessage>> trimmed(const QList<ChatMessage> &messages);

} // namespace ChatCal
