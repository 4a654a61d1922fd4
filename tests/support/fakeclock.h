// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/time/words.h"

namespace ChatCal {

/// Stands still until moved.
class FakeClock final : public Clock
{
public:
    /// @p local is "2026-03-04T09:00", read in @p zone.
    explicit FakeClock(const QString &local = QStringLiteral("2026-03-04T09:00"),
                       const QString &zone = QStringLiteral("America/New_York"))
        : m_now(Zone::find(zone)->toInstant(*fromIsoLocal(local)))
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace ChatCal
