// SPDX-License-Identifier: Apache-2.0
#include "core/agent/cards.h"

#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isKind(const QJsonValue &card, QLatin1StringView kind)
{
    return card["kind"_L1].toString() == kind;
}

} // namespace

namespace Cards {

QJsonObject meeting(const Meeting &meeting, const Zone &speakerZone, Language language)
{
    const QString words = spanInWords(meeting.when, speakerZone, language);
    QJsonObject object = toJson(meeting);
    object.insert("words"_L1, words);
    return {
        {"kind"_L1, u"meeting"_s}, {"meeting"_L1, object}, {"words"_L1, words}, {"time_zone"_L1, speakerZone.name()}};
}

QJsonObject slotList(const QList<Interval> &slotTimes, std::chrono::minutes length, const Zone &speakerZone,
                     Language language)
{
    return {{"kind"_L1, u"slots"_s},
            {"slots"_L1, slotsForModel(slotTimes, speakerZone, language)},
            {"time_zone"_L1, speakerZone.name()},
            {"duration_minutes"_L1, static_cast<qint64>(length.count())}};
}

QJsonObject agenda(const QList<Event> &events, const QString &calendar, const QString &windowWords,
                   const Zone &speakerZone)
{
    QJsonArray list;
    for (const Event &event : events) {
        QJsonObject object{{"uid"_L1, event.uid},
                           {"title"_L1, event.title.stored()},
                           {"start"_L1, toRfc3339({event.when.start, speakerZone})},
                           {"end"_L1, toRfc3339({event.when.end, speakerZone})},
                           {"all_day"_L1, event.allDay},
                           {"location"_L1, event.location.stored()},
                           {"calendar"_L1, calendar}};
        if (event.allDay) { // a date, the same in every zone
            object["start"_L1] = toIsoDate(event.zone.toLocalDate(event.when.start));
            object["end"_L1] = toIsoDate(event.zone.toLocalDate(event.when.end));
        }
        if (!event.meetingId.isEmpty())
            object.insert("meeting_id"_L1, event.meetingId);
        list.append(object);
    }
    return {
        {"kind"_L1, u"agenda"_s}, {"events"_L1, list}, {"words"_L1, windowWords}, {"time_zone"_L1, speakerZone.name()}};
}

QJsonObject notice(const QString &code, const QString &title, const QString &detail)
{
    return {{"kind"_L1, u"notice"_s}, {"code"_L1, code}, {"title"_L1, title}, {"detail"_L1, detail}};
}

void append(QJsonArray &cards, const QJsonArray &fresh)
{
    for (const auto &card : fresh) {
        if (isKind(card, "meeting"_L1)) {
            const QJsonValue uid = card["meeting"_L1]["uid"_L1];
            for (qsizetype i = cards.size() - 1; i >= 0; --i) {
                const QJsonValue earlier = cards.at(i);
                if (isKind(earlier, "notice"_L1) || isKind(earlier, "slots"_L1)
                    || (isKind(earlier, "meeting"_L1) && earlier["meeting"_L1]["uid"_L1] == uid))
                    cards.removeAt(i);
            }
        }
        cards.append(card);
    }
}

} // namespace Cards

QJsonArray slotsForModel(const QList<Interval> &slotTimes, const Zone &speakerZone, Language language)
{
    QJsonArray list;
    for (const Interval &slot : slotTimes)
        list.append(QJsonObject{{"start"_L1, toRfc3339({slot.start, speakerZone})},
                                {"end"_L1, toRfc3339({slot.end, speakerZone})},
                                {"words"_L1, spanInWords(slot, speakerZone, language)}});
    return list;
}

QJsonObject meetingForModel(const Meeting &meeting, const QString &with, const Zone &speakerZone, OthersWords words)
{
    QJsonObject object{{"id"_L1, meeting.id},
                       {"uid"_L1, meeting.uid},
                       {"start"_L1, toRfc3339({meeting.when.start, speakerZone})},
                       {"end"_L1, toRfc3339({meeting.when.end, speakerZone})},
                       {"words"_L1, spanInWords(meeting.when, speakerZone)},
                       {"duration_minutes"_L1, static_cast<qint64>(meeting.when.length().count())},
                       {"how"_L1, howName(meeting.how)},
                       {"status"_L1, statusName(meeting.status)}};
    if (!meeting.conferenceUrl.isEmpty())
        object.insert("conference_url"_L1, meeting.conferenceUrl);
    if (words == OthersWords::Tell) {
        object.insert("title"_L1, meeting.title.toPlainLine());
        object.insert("with"_L1, with);
    }
    return object;
}

QString counterpart(const Meeting &meeting, const Actor &actor, const Host &host)
{
    if (!actor.isHost())
        return host.name.toPlainLine();
    QStringList names;
    for (const Attendee &attendee : meeting.attendees)
        names.append(attendee.name.isEmpty() ? (attendee.email.isEmpty() ? attendee.phone : attendee.email)
                                             : attendee.name.toPlainLine());
    return names.join(u", "_s);
}

} // namespace ChatCal
