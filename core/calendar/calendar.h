// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"

#include <QCoroTask>

#include <QList>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace ChatCal {

/// What became different since a sync token was given out.
struct CalendarChanges
{
    QList<Event> changed; ///< new or different, series as one event; those of ChatCal's own meetings at least
    QStringList removed; ///< ids said to be gone: a hint only, servers err (see find())
    QString token; ///< for the next call; empty: this calendar tells no changes
    bool isComplete = false; ///< the token was unknown or too old: changed is all there is, removed is empty
};

/// One host's calendar. Error codes: NotFound, Conflict (etag moved on), Unauthorized (the grant is gone), RateLimited,
/// Unavailable, Timeout, Protocol, Cancelled. A calendar that cannot be read answers with an error, never with "free".
class Calendar
{
public:
    virtual ~Calendar() = default;

    /// What it is called in settings, health and the agenda: "local", "google", "caldav".
    [[nodiscard]] virtual QString name() const = 0;

    /// Busy time inside @p window, merged, in order, clipped to the window. Transparent and cancelled events do not
    /// count.
    [[nodiscard]] virtual QCoro::Task<Result<QList<Interval>>> freeBusy(Interval window, std::stop_token stop) = 0;
    /// Occurrences that overlap @p window, by start, recurrences expanded; each keeps its series' id. At most 2,000.
    [[nodiscard]] virtual QCoro::Task<Result<QList<Event>>> list(Interval window, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<std::optional<Event>>> find(QString id, std::stop_token stop) = 0;

    /// Inserting the same id again changes nothing and answers with what is there.
    [[nodiscard]] virtual QCoro::Task<Result<Event>> insert(Event event, std::stop_token stop) = 0;
    /// Replaces the event of @p event.id. Conflict when @p event.etag is set and no longer the current one.
    [[nodiscard]] virtual QCoro::Task<Result<Event>> update(Event event, std::stop_token stop) = 0;
    /// Removing what is not there is no error.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(QString id, std::stop_token stop) = 0;

    /// Since @p token; with an empty one all there is from a day ago on. Changes that others made to the same calendar
    /// are told too. A calendar nobody else writes to tells nothing and gives no token.
    [[nodiscard]] virtual QCoro::Task<Result<CalendarChanges>> changes(QString token, std::stop_token stop);
    /// A UID for a new event. A calendar that names its events itself gives one under which it will know the event, so
    /// that its own copy and an invitation by mail are the same event to whoever gets both.
    [[nodiscard]] virtual QString newUid() const;
    /// Whether insert() answers an event that wantsConference with its conferenceUrl.
    [[nodiscard]] virtual bool makesConferences() const { return false; }

    /// A cheap call that tells whether it answers, for health.
    [[nodiscard]] virtual QCoro::Task<Result<void>> check(std::stop_token stop) = 0;
};

} // namespace ChatCal
