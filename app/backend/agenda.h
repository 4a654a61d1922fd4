// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace ChatCal {

/// One entry of the agenda.
struct AgendaItem
{
    struct Attendee
    {
        QString name;
        QString email;
        QString phone;
        bool operator==(const Attendee &) const = default;
    };
    enum class Status {
        Confirmed,
        Pending, ///< a booking under way
        Tentative,
        Cancelled, ///< of a meeting asked for by itself; the agenda leaves them out
    };

    QString uid;
    QString title;
    QString location;
    QString meetingId; ///< empty: not booked through ChatCal
    Interval when;
    bool allDay = false;
    QString calendar = {}; ///< "local", "google", …, or which of several
    QString conferenceUrl = {};
    QList<Attendee> attendees = {}; ///< without the host
    QString description = {};
    Status status = Status::Confirmed;
    int sequence = 0; ///< grows with each change; a change names the one it was made from
    QString eventId = {}; ///< names it in its calendar; an old server does not tell it
    QString etag = {}; ///< of an event that is no meeting; a change names the one it was made from
    bool isEditable = false; ///< no meeting, and may be moved and deleted by eventId
    QString fixed = {}; ///< why it is not: "series", "organizer", "read_only"
    bool waits = false; ///< shown as it will be once a change that waits for the server is done
    bool operator==(const AgendaItem &) const = default;
};

struct Agenda
{
    QList<AgendaItem> items; ///< by start
    Zone zone; ///< the host's
};

/// A meeting booked through ChatCal, with all that is known of it.
struct MeetingDetails
{
    AgendaItem item; ///< its calendar is not told
    Zone zone; ///< the host's when it was booked
    QString how; ///< "video", "phone", "in_person"
    QString meetingType; ///< its name; empty: none
    std::optional<Instant> createdAt;
    std::optional<Instant> updatedAt;
};

/// A link one can follow: http or https, with a host; else an invalid one. For links that are other people's words.
[[nodiscard]] QUrl safeLink(const QString &text);
/// The span of @p object's "start" and "end".
[[nodiscard]] std::optional<Interval> intervalFromJson(const QJsonObject &object);
/// As GET /api/v1/agenda answers it. Entries without a readable time are left out.
[[nodiscard]] Agenda agendaFromJson(const QJsonObject &json);
/// In the same shape, for keeping.
[[nodiscard]] QJsonObject toJson(const Agenda &agenda);
/// As GET /api/v1/meetings/{uid} answers it; nothing when it lacks a readable time or a UID.
[[nodiscard]] std::optional<MeetingDetails> meetingFromJson(const QJsonObject &json);

} // namespace ChatCal

Q_DECLARE_METATYPE(ChatCal::AgendaItem)
