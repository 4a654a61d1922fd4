// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"

#include <QJsonObject>

#include <optional>

namespace ChatCal {

/// An event as an Events resource of the Calendar API v3 and back.
///
/// The API keeps no UID beside a client's id (only one of the two should be given at creation), no phone and no guest
/// without an address; these stand in the event's private extended properties, together with the meeting's id. Whole
/// days are dates there, which every reader takes in the calendar's own zone: those of another zone are kept as a
/// stretch of time and marked.
namespace GoogleEvents {

struct Read
{
    Event event; ///< of an occurrence: under its series' id
    QString ownId; ///< differs from event.id for an occurrence of a series
    std::optional<Instant> originalStart; ///< of an occurrence that was moved or cancelled
    bool isDeleted = false; ///< status "cancelled": event holds little more than ids
    bool isPlace = false; ///< eventType workingLocation: tells where somebody works, no appointment
    bool conferencePending = false; ///< a video link was asked for and is not there yet
    [[nodiscard]] bool isOccurrence() const { return ownId != event.id; }
};

/// For insert and update; without id and conference request.
[[nodiscard]] QJsonObject toGoogle(const Event &event, const Zone &calendarZone);
/// For patch: @p event over what is there as @p current, so that guests' answers and the conference stay.
[[nodiscard]] QJsonObject toPatch(const Event &event, const QJsonObject &current, const Zone &calendarZone);
/// One word per change that is written, by which a writer who lost the answer knows the own change again.
void setChangeMark(QJsonObject *body, const QString &mark);
[[nodiscard]] QString changeMark(const QJsonObject &item);
/// Asks for a Meet link; a repeat with the same event asks once.
[[nodiscard]] QJsonObject conferenceRequest(const Event &event);

/// Protocol when @p item is not an event. Declined by the host, working locations and birthdays do not block time.
[[nodiscard]] Result<Read> fromGoogle(const QJsonObject &item, const Zone &calendarZone);

/// The UID Google gives the event that is inserted under @p id.
[[nodiscard]] QString googleUid(const QString &id);

} // namespace GoogleEvents

} // namespace ChatCal
