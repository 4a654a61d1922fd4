// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/calendar/event.h"
#include "core/time/interval.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace ChatCal {

enum class MeetingHow { Video, Phone, InPerson };
enum class MeetingStatus { Pending, Confirmed, Cancelled };

/// The person meetings are booked with. One calendar, one policy, one partition of the store.
struct Host
{
    QString id; ///< "owner"; letters, digits, hyphen
    UntrustedText name;
    QString email; ///< empty: no mail to the host
    QString phone; ///< empty: not known
    Zone zone;
    Language language = Language::English; ///< of mails to the host
    [[nodiscard]] QString partition() const { return QStringLiteral("host:") + id; }
};

/// A booked meeting. The state of truth; the calendar's event and the mails follow from it.
struct Meeting
{
    QString id; ///< MeetingId: "0310-1400-30m"
    QString uid; ///< never changes
    QString hostId;
    UntrustedText title;
    UntrustedText description;
    UntrustedText location;
    Interval when;
    Zone zone; ///< the host's at booking
    Zone guestZone; ///< in which the guest reads times
    Language guestLanguage = Language::English; ///< of mails to the guest
    MeetingStatus status = MeetingStatus::Pending;
    MeetingHow how = MeetingHow::Video;
    QString meetingType; ///< empty: none
    QList<Attendee> attendees;
    QString conferenceUrl;
    UntrustedText cancelReason; ///< of who cancelled it; empty: nobody said
    QString bookedBy; ///< fingerprint of the guest's session, or "host"; who may change it
    int sequence = 0;
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 0; ///< of the stored document

    /// The calendar event's id, derived from the UID, so that a repeat is a no-op: the part before its "@" when the
    /// calendar gave a UID that begins with an id (Calendar::newUid()), else base32hex of its fingerprint.
    [[nodiscard]] QString eventId() const;
};

/// As api.md fixes it. Instants carry the host's zone's offset.
[[nodiscard]] QJsonObject toJson(const Meeting &meeting);
/// As a meeting lists them: name, email, phone.
[[nodiscard]] QJsonArray attendeesToJson(const QList<Attendee> &attendees);
/// As it is stored, with everything toJson() leaves out.
[[nodiscard]] QByteArray toStored(const Meeting &meeting);
[[nodiscard]] Result<Meeting> meetingFromStored(const QByteArray &body, qint64 version);
[[nodiscard]] QString statusName(MeetingStatus status);
[[nodiscard]] QString howName(MeetingHow how); ///< "video", "phone", "in_person"
[[nodiscard]] std::optional<MeetingHow> howFromName(const QString &name);

} // namespace ChatCal
