// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTime>

#include <chrono>
#include <optional>

class QSettings;

namespace ChatCal {

// Where QSettings keeps them:
inline constexpr auto reminderEnabledKey = "reminders/enabled"; ///< bool, true
inline constexpr auto reminderMinutesKey = "reminders/minutes"; ///< whole minutes before the start, 0 to 120; 10
inline constexpr auto reminderQuietFromKey = "reminders/quietFrom"; ///< "22:00"; either empty: no quiet hours
inline constexpr auto reminderQuietToKey = "reminders/quietTo"; ///< "07:00"; before quietFrom: of the next day

/// How a person wants to be reminded.
struct ReminderSettings
{
    bool enabled = true;
    std::chrono::minutes lead{10};
    std::optional<QTime> quietFrom; ///< by the wall clock of the host's zone; both or neither
    std::optional<QTime> quietTo;

    /// What cannot be read is as it is by default.
    [[nodiscard]] static ReminderSettings read(const QSettings &settings);
};

} // namespace ChatCal
