// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

namespace ChatCal {

/// What is wrong with @p call, in words for the model that made it; empty when nothing is. It must name one of
/// @p tools, be readable, and keep to the tool's JSON Schema as far as that says `type`, `enum`, `required`, `items`
/// and `properties`. As lenient as the tools themselves (core/agent/arguments.h): null is absent, a number may be
/// written in digits, a text may be a number, and what is not declared is passed over.
[[nodiscard]] QString wrongIn(const ToolCall &call, const QList<ToolSpec> &tools);

/// The messages that tell a model what is wrong with its calls, to be added to those it was asked with: the calls, and
/// a result for each; none of them was run. A call without a name is answered as the person would.
[[nodiscard]] QList<ChatMessage> corrections(const ModelReply &reply, const QList<ToolSpec> &tools, Instant at);

} // namespace ChatCal
