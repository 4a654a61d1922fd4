// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/chatmodel.h"
#include "core/net/circuitbreaker.h"

#include <functional>
#include <memory>
#include <vector>

namespace ChatCal {

/// Asks its models in order: the first that answers speaks, one that fails or is known not to answer is passed over
/// within the same turn, with the same messages. What may be repeated is: an answer that could not be had (once,
/// quickly), and one whose tool calls cannot be run (once, the model being told what is wrong). Calls that cannot be
/// run never leave the chain. Each model has a circuit breaker. Lives in one thread.
class ModelChain final : public ChatModel
{
public:
    /// How one question to one model went.
    struct Outcome
    {
        QString model;
        QString outcome; ///< "ok", "malformed" (its tool calls), or an error's name
        std::chrono::milliseconds latency{0};
        ModelUsage usage;
    };
    struct Options
    {
        CircuitPolicy circuit{.failures = 3, .rest = std::chrono::seconds(30)};
        /// Kept of the deadline for the last model, so that a hanging first one cannot use up the turn.
        std::chrono::milliseconds reserve{1000};
        std::chrono::milliseconds retryPause{200}; ///< at most, before the repeat
        std::chrono::milliseconds retryNeeds{2000}; ///< a repeat is made only with that much time left
        std::chrono::milliseconds limitedRest{20000}; ///< of a model whose rate limit does not say how long
        std::chrono::milliseconds longestRest = std::chrono::hours(1);
        std::chrono::milliseconds refusedRest = std::chrono::minutes(5); ///< after a wrong key or an unknown model
        std::function<void(const Outcome &)> onOutcome; ///< for metrics; may be empty
    };

    /// @p models in the order asked, at least one. @p clock outlives the chain and drives only the breakers.
    ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock);
    ModelChain(std::vector<std::unique_ptr<ChatModel>> models, const Clock &clock, Options options);
    /// Questions under way end as if they had failed; they keep their models until then.
    ~ModelChain() override;

    /// The names of its models, joined by commas.
    [[nodiscard]] QString name() const override;
    /// ModelReply::model names who spoke. The error is the last model's; Unavailable when none could be asked.
    /// No model is waited for beyond its share of the deadline, whatever it does; Cancelled is never passed over.
    /// The listener hears one model at a time, and restarted() when words it has heard do not count.
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override;
    /// True while one of them is.
    [[nodiscard]] bool isAvailable() const override;

    struct Status
    {
        QString name;
        bool available = false;
        QString reason; ///< what went wrong last, in words for an operator; empty when it answered last
        std::optional<std::chrono::milliseconds> latency; ///< of its last answer
    };
    /// In the order asked.
    [[nodiscard]] QList<Status> status() const;

private:
    struct Private;
    std::shared_ptr<Private> d; ///< shared with the questions under way
};

} // namespace ChatCal
