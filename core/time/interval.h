// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <chrono>

namespace ChatCal {

/// Half-open [start, end), UTC.
struct Interval
{
    Instant start;
    Instant end;

    [[nodiscard]] bool isEmpty() const { return end <= start; }
    [[nodiscard]] std::chrono::minutes length() const { return std::chrono::floor<std::chrono::minutes>(end - start); }
    /// Touching intervals do not overlap.
    [[nodiscard]] bool overlaps(const Interval &other) const { return start < other.end && other.start < end; }
    [[nodiscard]] bool contains(const Interval &other) const { return start <= other.start && other.end <= end; }
    bool operator==(const Interval &) const = default;
};

} // namespace ChatCal
