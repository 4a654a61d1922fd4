// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace ChatCal {

/// The id people see: MMDD-HHMM-DURm by the host's wall clock at the start, "-2", "-3" where the host already has it.
struct MeetingId
{
    /// @p copy 1 has no suffix.
    [[nodiscard]] static QString make(const Interval &when, const Zone &zone, int copy = 1);
    /// True for a whole text of that form with a real month, day, hour and minute.
    [[nodiscard]] static bool isValid(QStringView text);
    /// The first id inside @p text ("cancel #0310-1400-30m please"); nothing when there is none.
    [[nodiscard]] static std::optional<QString> findIn(QStringView text);
};

} // namespace ChatCal
