// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QJsonObject>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace ChatCal {

/// Minutes after local midnight, half-open; 24:00 is 1440.
struct DayHours
{
    std::chrono::minutes start{};
    std::chrono::minutes end{};
    bool operator==(const DayHours &) const = default;
};

/// Per weekday, Sunday first, in the host's zone; a day may have several stretches (lunch) or none.
class WorkingHours
{
public:
    /// Monday to Friday 09:00–17:00.
    WorkingHours();
    /// The setting WORKING_HOURS: "Mon-Fri 09:00-17:00; Sat 10:00-12:00,13:00-14:00". InvalidInput names what is wrong.
    [[nodiscard]] static Result<WorkingHours> parse(const QString &text);
    [[nodiscard]] QString toString() const;
    /// "Monday to Friday, 9:00 AM–5:00 PM".
    [[nodiscard]] const QString &inWords() const { return m_words; }
    [[nodiscard]] const QList<DayHours> &on(date::weekday day) const { return m_days[day.c_encoding()]; }
    /// The working stretches that overlap @p window, UTC, in order, not clipped.
    [[nodiscard]] QList<Interval> within(const Interval &window, const Zone &hostZone) const;

private:
    void describe();
    std::array<QList<DayHours>, 7> m_days;
    QString m_words;
};

/// When a host can be booked. The host's own bookings are bound only by conflicts, the past and the lengths.
struct BookingPolicy
{
    WorkingHours hours;
    std::chrono::minutes bufferBefore{0};
    std::chrono::minutes bufferAfter{0};
    std::chrono::minutes minimumNotice{0};
    std::chrono::days horizon{365};
    std::chrono::minutes shortest{5};
    std::chrono::minutes longest{480};
    std::optional<int> mostPerDay;
    std::chrono::minutes step{30}; ///< starts offered: multiples of it after local midnight
    std::chrono::minutes pastTolerance{15};
};

} // namespace ChatCal
