// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/meeting.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ChatCal {

/// A kind of meeting a host offers: "Consultation", 30 or 60 minutes, by video.
struct MeetingType
{
    QString name; ///< unique among the host's, without regard to case
    QList<std::chrono::minutes> lengths; ///< at least one, the usual one first; a guest has no other choice
    std::optional<MeetingHow> how; ///< nothing: as the person likes
    QString description; ///< for guests; may be empty

    [[nodiscard]] bool allows(std::chrono::minutes length) const { return lengths.contains(length); }
    [[nodiscard]] QString lengthsInWords() const; ///< "30 or 60 minutes"
};

/// Null when there is none of that name.
[[nodiscard]] const MeetingType *findMeetingType(const QList<MeetingType> &types, const QString &name);

/// `[{"name", "durations_minutes": [30, 60], "how": "video" or null, "description"}]`, as in the settings.
[[nodiscard]] QJsonArray toJson(const QList<MeetingType> &types);
/// Back again; lengths must lie between @p shortest and @p longest. InvalidInput names each wrong field below @p field:
/// "meeting_types[0].name".
[[nodiscard]] Result<QList<MeetingType>> meetingTypesFromJson(const QJsonArray &array, const QString &field,
                                                              std::chrono::minutes shortest,
                                                              std::chrono::minutes longest);

} // namespace ChatCal
