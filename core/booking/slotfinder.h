// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/booking/policy.h"
#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QList>
#include <QMap>

#include <chrono>

namespace ChatCal {

/// Finds the slots a guest may be offered. Pure: no I/O; "now" is given.
class SlotFinder
{
public:
    /// @param hostZone zone in which the working hours and the steps are read; every Interval here is UTC.
    SlotFinder(BookingPolicy policy, Zone hostZone, Instant now);

    /// How many meetings a day of the host's zone (its local midnight) has already; for the policy's most per day.
    void setMeetingsPerDay(QMap<Instant, int> meetings) { m_meetings = std::move(meetings); }

    /// Free slots of @p length that lie inside @p window, earliest first, at most @p limit; none when the policy does
    /// not allow the length. They start at the policy's steps and may overlap one another. @p busy may overlap and be
    /// unsorted; touching it is free.
    [[nodiscard]] QList<Interval> find(const Interval &window, const QList<Interval> &busy, std::chrono::minutes length,
                                       int limit) const;

    /// Of @p slots (by start) those to offer in place of @p wish, in time order, at most @p most: the same day first,
    /// before and after the wish, then the days around it at a like hour.
    [[nodiscard]] QList<Interval> nearest(const QList<Interval> &slots, Instant wish, int most = 6) const;

    /// The local midnight that begins the host's day of @p instant.
    [[nodiscard]] static Instant dayOf(Instant instant, const Zone &hostZone);

private:
    [[nodiscard]] bool isFull(Instant day) const;

    BookingPolicy m_policy;
    Zone m_hostZone;
    Instant m_now;
    QMap<Instant, int> m_meetings;
};

} // namespace ChatCal
