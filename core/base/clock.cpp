// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

namespace ChatCal {

using std::chrono::milliseconds;

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

ShiftedClock::ShiftedClock(Instant start) : m_start(start), m_origin(std::chrono::steady_clock::now())
{
}

Instant ShiftedClock::now() const
{
    return m_start + std::chrono::floor<milliseconds>(std::chrono::steady_clock::now() - m_origin);
}

} // namespace ChatCal
