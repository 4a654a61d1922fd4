// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace ChatCal {

struct CircuitPolicy
{
    int failures = 5; ///< in a row that open it
    std::chrono::milliseconds rest = std::chrono::seconds(30); ///< open before one call may try again
};

/// Keeps callers away from a service that fails: closed while it works, open for a rest after some failures in a row,
/// then half open: one call may try, and closes or opens it again. Pure; the caller reports how its calls went.
class CircuitBreaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    /// @p clock must outlive it.
    CircuitBreaker(CircuitPolicy policy, const Clock &clock);

    [[nodiscard]] State state() const;
    /// Whether a call may be made now. When half open the first who asks may; the others may not until it reports, or
    /// has not for another rest. Each call that may be made must be followed by succeeded(), failed() or restFor().
    [[nodiscard]] bool allow();
    void succeeded();
    void failed();
    /// Opens at once, for @p time: the service asked to be left alone, or cannot answer before somebody mends it.
    void restFor(std::chrono::milliseconds time);
    /// How long a caller should stay away, rounded up; nothing when it need not.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter() const;

private:
    CircuitPolicy m_policy;
    const Clock *m_clock;
    int m_failures = 0;
    std::optional<Instant> m_openUntil;
    std::optional<Instant> m_trialUntil; ///< a call is trying
};

} // namespace ChatCal
