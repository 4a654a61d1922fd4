// SPDX-License-Identifier: Apache-2.0
#include "core/llm/openaimodel.h"

namespace ChatCal {

OpenAiModel::OpenAiModel(const OpenAiOptions &options, HttpClient &http, const Clock &clock)
    : RemoteModel(options.name, std::make_unique<OpenAiWire>(options),
                  {options.connectTimeout, options.firstTokenTimeout, options.silenceTimeout, {}}, http, clock)
{
}

} // namespace ChatCal
