// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace ChatCal {

/// A point in time, UTC, to the millisecond. Wall-clock times are core/time's LocalTime.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// Where "now" comes from, so that tests and demonstrations can set it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// Starts at a given instant and then runs on with the steady clock (the setting CHATCAL_NOW).
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(Instant start);
    [[nodiscard]] Instant now() const override;

private:
    Instant m_start;
    std::chrono::steady_clock::time_point m_origin;
};

} // namespace ChatCal
