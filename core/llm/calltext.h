// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <optional>

namespace ChatCal {

/// Smaller models now and then write a tool call into their words instead of calling: `<function=name>{…}</function>`,
/// `{"name":"…","parameters":{…}}`, `<tool_call>…`, `name{…}`; Groq hands such a text back as `failed_generation`.

/// Whether words that begin so are, or may become, a call: they must not be shown yet.
[[nodiscard]] bool mayBeCall(const QString &beginning);

/// The call in @p text. Its name is empty when none can be made out; `malformed` is set when it cannot be run. Nothing
/// when @p text is words.
[[nodiscard]] std::optional<ToolCall> callInWords(const QString &text);

} // namespace ChatCal
