// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/booking/bookingservice.h"
#include "core/calendar/calendar.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace ChatCal {

/// Keeps the meetings in step with what the host does to their events in another calendar program: one that is moved
/// there is moved here, one that is deleted there is cancelled here, and the guests are told. Asks Calendar::changes()
/// again and again, one process of a store at a time; how far it got lies in the host's partition as "calendar-sync".
/// A deletion counts when find(), in two looks one after the other, does not know the event: what a server says is
/// gone, or leaves out, is but a hint. Errors touch nothing.
/// Left alone and logged: events that became whole days, longer than two days or without length, and such as were moved
/// to where they are over already. What happened before the first look is not made up for.
class CalendarFollower : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString source; ///< tells one calendar from another; when it changes the first look begins anew
        std::chrono::milliseconds interval{60'000}; ///< between looks, give or take a tenth
        std::chrono::milliseconds longestPause{1'800'000}; ///< to which failures stretch the interval
        int mostLooks = 50; ///< events asked for in one look; the others wait for the next
    };
    /// Everything referred to outlives the follower.
    CalendarFollower(Options options, Store &store, Calendar &calendar, BookingService &booking, const Clock &clock,
                     QObject *parent = nullptr);
    ~CalendarFollower() override;

    /// Looks from now on, until destroyed.
    void start();

    enum class Outcome {
        Looked,
        NotNow, ///< another process looks, or did a moment ago
        Failed ///< the store, or the calendar in part or in whole; what is left is done in a later look
    };
    /// One look, at once.
    [[nodiscard]] QCoro::Task<Outcome> look();

private:
    void startAgainIn(std::chrono::milliseconds pause);

    struct Private;
    std::shared_ptr<Private> d; ///< shared with the look under way
    QTimer m_timer;
};

} // namespace ChatCal
