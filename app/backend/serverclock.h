// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

namespace ChatCal {

/// The server's "now": this machine's clock, shifted by what the server said when it was asked.
class ServerClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_system.now() + m_shift; }
    void setServerNow(Instant now) { m_shift = now - m_system.now(); }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_shift{0};
};

} // namespace ChatCal
