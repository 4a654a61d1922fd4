// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/net/circuitbreaker.h"

#include <memory>
#include <vector>

namespace ChatCal {

/// Asks its models in order: the first that answers speaks, one that fails or is known not to answer is passed over
/// within the same turn. Each has a circuit breaker. Lives in one thread.
class ModelChain final : public ChatModel
{
public:
    struct Options
    {
        CircuitPolicy circuit{.failures = 3, .rest = std::chrono::seconds(30)};
        /// Kept of the deadline for the last model, so that a hanging first one cannot use up the turn.
        std::chrono::milliseconds reserve{1000};
    };

    /// @p models in the order asked, at least one. @p clock outlives the chain and drives only the breakers.
    ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock);
    ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock, Options options);
    ~ModelChain() override;

    /// The names of its models, joined by commas.
    [[nodiscard]] QString name() const override;
    /// ModelReply::model names who spoke. The error is the last model's; Unavailable when none could be asked.
    /// No model is waited for beyond its share of the deadline, whatever it does; Cancelled is never passed over.
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override;
    /// True while one of them is.
    [[nodiscard]] bool isAvailable() const override;

    struct Status
    {
        QString name;
        bool available = false;
    };
    [[nodiscard]] QList<Status> status() const;

private:
    struct Link;
    std::vector<std::unique_ptr<Link>> m_links;
    Options m_options;
};

} // namespace ChatCal
