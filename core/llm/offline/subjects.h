// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understanding.h"

namespace ChatCal::Dialogue {

/// Fills title, attendees and location: what the meeting is about, with whom and where. The intent is known.
void readSubject(const QString &text, const Tokens &tokens, const Words &words, const ReadContext &context,
                 Understood &understood);

} // namespace ChatCal::Dialogue
