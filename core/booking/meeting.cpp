// SPDX-License-Identifier: Apache-2.0
#include "core/booking/meeting.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/time/words.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {
namespace {

constexpr std::array statusNames{std::pair{MeetingStatus::Pending, "pending"_L1},
                                 std::pair{MeetingStatus::Confirmed, "confirmed"_L1},
                                 std::pair{MeetingStatus::Cancelled, "cancelled"_L1}};
constexpr std::array howNames{std::pair{MeetingHow::Video, "video"_L1}, std::pair{MeetingHow::Phone, "phone"_L1},
                              std::pair{MeetingHow::InPerson, "in_person"_L1}};

template<typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return QString(name);
    }
    Q_UNREACHABLE();
    return {};
}

template<typename Value, typename Names>
std::optional<Value> valueOf(const Names &names, const QString &name)
{
    for (const auto &[value, candidate] : names) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

/// Lower-case base32hex without padding (RFC 4648 §7): the letters a–v and digits a calendar takes as an event id.
QString base32hex(const QByteArray &bytes)
{
    static constexpr char alphabet[] = "0123456789abcdefghijklmnopqrstuv";
    QString text;
    unsigned int buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8 | static_cast<unsigned char>(byte)) & 0xffffU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += QLatin1Char(alphabet[(buffer >> bits) & 31U]);
        }
    }
    if (bits > 0)
        text += QLatin1Char(alphabet[(buffer << (5 - bits)) & 31U]);
    return text;
}

QList<Attendee> attendeesFromJson(const QJsonArray &array)
{
    QList<Attendee> attendees;
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        attendees.append({UntrustedText(object["name"_L1].toString()), object["email"_L1].toString(),
                          object["phone"_L1].toString()});
    }
    return attendees;
}

double toMilliseconds(Instant instant)
{
    // Exact: 2^53 milliseconds are 285,000 years.
    return static_cast<double>(instant.time_since_epoch().count());
}

std::optional<Instant> instantFrom(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    return Instant(std::chrono::milliseconds(static_cast<qint64>(value.toDouble())));
}

} // namespace

QJsonArray attendeesToJson(const QList<Attendee> &attendees)
{
    QJsonArray array;
    for (const Attendee &attendee : attendees) {
        array.append(QJsonObject{
            {u"name"_s, attendee.name.stored()}, {u"email"_s, attendee.email}, {u"phone"_s, attendee.phone}});
    }
    return array;
}

QString Meeting::eventId() const
{
    static const QRegularExpression beginsWithId(u"\\A([a-v0-9]{26,100})@"_s);
    if (const auto match = beginsWithId.match(uid); match.hasMatch())
        return match.captured(1);
    return base32hex(QByteArray::fromHex(fingerprint(uid.toUtf8()).toLatin1()));
}

QJsonObject toJson(const Meeting &meeting)
{
    const auto moment = [&meeting](Instant instant) { return toRfc3339({instant, meeting.zone}); };
    return {{u"id"_s, meeting.id},
            {u"uid"_s, meeting.uid},
            {u"title"_s, meeting.title.stored()},
            {u"description"_s, meeting.description.stored()},
            {u"start"_s, moment(meeting.when.start)},
            {u"end"_s, moment(meeting.when.end)},
            {u"duration_minutes"_s, static_cast<int>(meeting.when.length().count())},
            {u"time_zone"_s, meeting.zone.name()},
            {u"status"_s, statusName(meeting.status)},
            {u"host"_s, meeting.hostId},
            {u"how"_s, howName(meeting.how)},
            {u"meeting_type"_s, meeting.meetingType},
            {u"attendees"_s, attendeesToJson(meeting.attendees)},
            {u"location"_s, meeting.location.stored()},
            {u"conference_url"_s, meeting.conferenceUrl},
            {u"sequence"_s, meeting.sequence},
            {u"created_at"_s, moment(meeting.createdAt)},
            {u"updated_at"_s, moment(meeting.updatedAt)}};
}

QByteArray toStored(const Meeting &meeting)
{
    return toJson(QJsonObject{{u"id"_s, meeting.id},
                              {u"uid"_s, meeting.uid},
                              {u"host"_s, meeting.hostId},
                              {u"title"_s, meeting.title.stored()},
                              {u"description"_s, meeting.description.stored()},
                              {u"location"_s, meeting.location.stored()},
                              {u"start"_s, toMilliseconds(meeting.when.start)},
                              {u"end"_s, toMilliseconds(meeting.when.end)},
                              {u"zone"_s, meeting.zone.name()},
                              {u"guest_zone"_s, meeting.guestZone.name()},
                              {u"guest_language"_s, languageCode(meeting.guestLanguage)},
                              {u"status"_s, statusName(meeting.status)},
                              {u"how"_s, howName(meeting.how)},
                              {u"type"_s, meeting.meetingType},
                              {u"attendees"_s, attendeesToJson(meeting.attendees)},
                              {u"conference_url"_s, meeting.conferenceUrl},
                              {u"cancel_reason"_s, meeting.cancelReason.stored()},
                              {u"booked_by"_s, meeting.bookedBy},
                              {u"sequence"_s, meeting.sequence},
                              {u"created"_s, toMilliseconds(meeting.createdAt)},
                              {u"updated"_s, toMilliseconds(meeting.updatedAt)}});
}

Result<Meeting> meetingFromStored(const QByteArray &body, qint64 version)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(ErrorCode::Internal, u"a stored meeting is not JSON: "_s + object.error().detail);
    const auto text = [&object](QLatin1StringView name) { return object->value(name).toString(); };
    const auto status = valueOf<MeetingStatus>(statusNames, text("status"_L1));
    const auto how = howFromName(text("how"_L1));
    const auto zone = Zone::find(text("zone"_L1));
    const auto guestZone = Zone::find(text("guest_zone"_L1));
    const auto start = instantFrom(object->value("start"_L1));
    const auto end = instantFrom(object->value("end"_L1));
    const auto created = instantFrom(object->value("created"_L1));
    const auto updated = instantFrom(object->value("updated"_L1));
    if (!status || !how || !zone || !guestZone || !start || !end || !created || !updated || text("uid"_L1).isEmpty())
        return failure(ErrorCode::Internal, u"a stored meeting lacks a field or holds a wrong one"_s);

    Meeting meeting;
    meeting.id = text("id"_L1);
    meeting.uid = text("uid"_L1);
    meeting.hostId = text("host"_L1);
    meeting.title = UntrustedText(text("title"_L1));
    meeting.description = UntrustedText(text("description"_L1));
    meeting.location = UntrustedText(text("location"_L1));
    meeting.when = {*start, *end};
    meeting.zone = *zone;
    meeting.guestZone = *guestZone;
    meeting.guestLanguage = languageFromCode(text("guest_language"_L1)).value_or(Language::English);
    meeting.status = *status;
    meeting.how = *how;
    meeting.meetingType = text("type"_L1);
    meeting.attendees = attendeesFromJson(object->value("attendees"_L1).toArray());
    meeting.conferenceUrl = text("conference_url"_L1);
    meeting.cancelReason = UntrustedText(text("cancel_reason"_L1));
    meeting.bookedBy = text("booked_by"_L1);
    meeting.sequence = object->value("sequence"_L1).toInt();
    meeting.createdAt = *created;
    meeting.updatedAt = *updated;
    meeting.version = version;
    return meeting;
}

QString statusName(MeetingStatus status)
{
    return nameOf(statusNames, status);
}

QString howName(MeetingHow how)
{
    return nameOf(howNames, how);
}

std::optional<MeetingHow> howFromName(const QString &name)
{
    return valueOf<MeetingHow>(howNames, name);
}

} // namespace ChatCal
