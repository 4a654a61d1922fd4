// SPDX-License-Identifier: Apache-2.0
#include "core/llm/anthropicmodel.h"

namespace ChatCal {

AnthropicModel::AnthropicModel(const AnthropicOptions &options, HttpClient &http, const Clock &clock)
    : RemoteModel(options.name, std::make_unique<AnthropicWire>(options),
                  {options.connectTimeout, options.firstTokenTimeout, options.silenceTimeout, {}}, http, clock)
{
}

} // namespace ChatCal
