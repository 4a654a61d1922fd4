// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understanding.h"

namespace ChatCal::Dialogue {

/// Fills intent and the flags around it. @p understood holds the entities already.
void readIntent(const Tokens &tokens, const Words &words, const ReadContext &context, Understood &understood);

} // namespace ChatCal::Dialogue
