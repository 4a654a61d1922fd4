// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/modelexchange.h"

namespace ChatCal {

/// A language model behind HTTP, whatever its wire format: asks, and mends what can be mended by asking once more (a
/// request that is too long, a parameter this model does not know). It keeps no state of a talk.
class RemoteModel : public ChatModel
{
public:
    ~RemoteModel() override;

    [[nodiscard]] QString name() const override;
    /// Requests under way end by themselves when the model goes, and with Cancelled when the HttpClient goes. Each call
    /// to the outside is logged as "model_call" with ModelRequest::requestId.
    [[nodiscard]] QCoro::Task<Result<ModelReply>> complete(ModelRequest request, std::stop_token stop) override;
    [[nodiscard]] bool isAvailable() const override { return true; }

    /// Asks one short question without tools, to see whether address, key and model are right.
    [[nodiscard]] QCoro::Task<Result<void>> check(std::stop_token stop);

protected:
    /// @p http and @p clock outlive it.
    RemoteModel(QString name, std::unique_ptr<ModelWire> wire, ExchangeTimes times, HttpClient &http,
                const Clock &clock);

private:
    struct State;
    std::shared_ptr<State> d; ///< shared with the requests under way
};

} // namespace ChatCal
