// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/offline/understanding.h"

#include <optional>

namespace ChatCal::Dialogue {

/// What the trained model holds to be meant, where it is sure of something else than the rules; nothing else. Only of
/// a message that answers nothing and points at nothing said before: those the rules know more about.
[[nodiscard]] std::optional<Intent> secondOpinion(const Understood &said, const ReadContext &context);

} // namespace ChatCal::Dialogue
