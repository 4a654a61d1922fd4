// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"

#include <memory>

namespace ChatCal {

/// The dialogue engine: a ChatModel that needs no network. It replays the messages, decides, and asks for the tools a
/// language model would ask for (docs/tools.md). Deterministic, immutable and thread-safe.
class OfflineModel final : public ChatModel
{
public:
    OfflineModel();
    ~OfflineModel() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override;
    [[nodiscard]] bool isAvailable() const override { return true; }

    /// As complete, at once.
    [[nodiscard]] ModelReply reply(const ModelRequest &request) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
