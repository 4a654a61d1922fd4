// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/anthropicwire.h"
#include "core/llm/remotemodel.h"

namespace ChatCal {

/// Claude by Anthropic's Messages API.
class AnthropicModel final : public RemoteModel
{
public:
    /// @p http and @p clock outlive it.
    AnthropicModel(const AnthropicOptions &options, HttpClient &http, const Clock &clock);
};

} // namespace ChatCal
