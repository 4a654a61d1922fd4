// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understanding.h"
#include "core/llm/offline/words.h"

namespace ChatCal::Dialogue {

/// What a message says beside or in place of a wish: "same time", "anything earlier?", "undo that", "who is it with?",
/// "is that Berlin time?". Comes after readIntent(), whose intent it may put right.
/// @p plain are the same words with no time marked in them.
void readAsides(const Tokens &tokens, const Tokens &plain, const Words &words, const ReadContext &context,
                Understood &understood);

/// "the hiring one", "the call with Kim": what one of several is called; empty when it is not said so.
[[nodiscard]] QString namedOne(const QString &text);

} // namespace ChatCal::Dialogue
