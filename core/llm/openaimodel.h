// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/openaiwire.h"
#include "core/llm/remotemodel.h"

namespace ChatCal {

/// Any endpoint that speaks OpenAI's chat completions: Groq, OpenAI, Ollama, llama.cpp's server …
class OpenAiModel final : public RemoteModel
{
public:
    /// @p http and @p clock outlive it.
    OpenAiModel(const OpenAiOptions &options, HttpClient &http, const Clock &clock);
};

} // namespace ChatCal
