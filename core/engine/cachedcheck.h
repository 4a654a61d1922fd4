// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QDeadlineTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace ChatCal {

/// A look at an outside service, for health: taken at most once in a while however often it is asked for, so that
/// probes cost the service little, and never waited for by two at once.
class CachedCheck
{
public:
    using Check = std::function<QCoro::Task<Result<void>>(std::stop_token)>;
    CachedCheck(Check check, std::chrono::milliseconds freshFor);
    ~CachedCheck();

    /// What the last look saw; the first one waits for it.
    [[nodiscard]] QCoro::Task<Result<void>> result();

private:
    struct State;
    std::shared_ptr<State> d; ///< a look under way keeps it
};

} // namespace ChatCal
