// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/time/words.h"

#include <gtest/gtest.h>

#include <QDebug>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::minutes;

const QHash<QString, QSet<QString>> &argumentNames()
{
    static const QHash<QString, QSet<QString>> names{
        {u"check_availability"_s, {u"when"_s, u"duration_minutes"_s}},
        {u"create_appointment"_s,
         {u"when"_s, u"duration_minutes"_s, u"name"_s, u"email"_s, u"phone"_s, u"title"_s, u"how"_s, u"location"_s,
          u"description"_s, u"attendees"_s, u"meeting_type"_s}},
        {u"reschedule_appointment"_s,
         {u"meeting"_s, u"when"_s, u"duration_minutes"_s, u"email"_s, u"title"_s, u"attendees"_s}},
        {u"cancel_appointment"_s, {u"meeting"_s}},
        {u"find_meeting"_s, {u"meeting"_s, u"when"_s, u"query"_s}},
        {u"list_meetings"_s, {u"when"_s}},
        {u"remember_contact"_s, {u"name"_s, u"email"_s, u"phone"_s, u"time_zone"_s}},
    };
    return names;
}

QJsonObject refused(const QString &reason)
{
    return {{u"ok"_s, false}, {u"reason"_s, reason}, {u"message"_s, reason}};
}

QJsonObject invalid(const QString &field)
{
    QJsonObject object = refused(u"invalid"_s);
    object.insert(u"field"_s, field);
    return object;
}

QString text(const QJsonObject &object, const char16_t *key)
{
    return object.value(QStringView(key)).toString();
}

} // namespace

ScriptedTools::ScriptedTools(ModelContext::Role role, Zone hostZone, Zone speakerZone)
    : m_role(role), m_hostZone(std::move(hostZone)), m_speakerZone(std::move(speakerZone))
{
}

QList<ToolSpec> ScriptedTools::specs() const
{
    QList<ToolSpec> list;
    for (auto it = argumentNames().begin(); it != argumentNames().end(); ++it) {
        QJsonObject properties;
        for (const QString &name : it.value()) {
            const QString type = name == u"attendees"_s ? u"array"_s
                : name == u"duration_minutes"_s         ? u"integer"_s
                                                        : u"string"_s;
            properties.insert(name, QJsonObject{{u"type"_s, type}});
        }
        list << ToolSpec{it.key(), u"A tool of the test."_s, {{u"type"_s, u"object"_s}, {u"properties"_s, properties}}};
    }
    return list;
}

QString ScriptedTools::makeId(const Interval &when) const
{
    const QString start = toIsoLocal(std::chrono::floor<std::chrono::seconds>(m_hostZone.toLocal(when.start)));
    const QString base = start.mid(5, 2) + start.mid(8, 2) + u'-' + start.mid(11, 2) + start.mid(14, 2) + u'-'
        + QString::number(when.length().count()) + u'm';
    int copy = 1;
    for (const Meeting &meeting : m_meetings)
        copy += meeting.id == base || meeting.id.startsWith(base + u'-');
    return copy > 1 ? base + u'-' + QString::number(copy) : base;
}

void ScriptedTools::addMeeting(const QString &start, int length, const QString &title, const QStringList &attendees,
                               bool own)
{
    const Instant begin = m_hostZone.toInstant(*fromIsoLocal(start));
    Meeting meeting;
    meeting.when = {begin, begin + minutes(length)};
    meeting.id = makeId(meeting.when);
    meeting.uid = u"uid-"_s + QString::number(m_meetings.size() + 1);
    meeting.title = title;
    meeting.attendees = attendees;
    meeting.own = own;
    m_meetings << meeting;
}

QList<ScriptedTools::Meeting> ScriptedTools::confirmed() const
{
    QList<Meeting> list;
    for (const Meeting &meeting : m_meetings) {
        if (meeting.status == u"confirmed"_s && meeting.own)
            list << meeting;
    }
    return list;
}

std::optional<ScriptedTools::Asked> ScriptedTools::resolve(const QString &words, Instant now) const
{
    const LocalTime local = std::chrono::floor<std::chrono::seconds>(m_speakerZone.toLocal(now));
    Asked asked;
    asked.when = m_parser.parse(words, {local, m_speakerZone});
    if (asked.when.isNow) {
        const auto since = std::chrono::floor<minutes>(now.time_since_epoch());
        asked.start = Instant(minutes((since.count() + 14) / 15 * 15));
        return asked;
    }
    if (!asked.when.start && !asked.when.end)
        return std::nullopt;
    if (asked.when.start)
        asked.start = m_speakerZone.toInstant(*asked.when.start);
    if (asked.when.end)
        asked.end = m_speakerZone.toInstant(*asked.when.end);
    return asked;
}

QString ScriptedTools::refusal(const Interval &wish, Instant now, const QString &except) const
{
    if (wish.start < now - minutes(15))
        return u"past"_s;
    if (m_role == ModelContext::Role::Guest) {
        const LocalTime start = m_hostZone.toLocal(wish.start);
        const auto day = std::chrono::floor<date::days>(start);
        const date::weekday weekday{day};
        const auto from = start - day;
        const auto to = from + wish.length();
        if (weekday == date::Saturday || weekday == date::Sunday || from < std::chrono::hours(9)
            || to > std::chrono::hours(17))
            return u"outside_hours"_s;
    }
    for (const Meeting &meeting : m_meetings) {
        if (meeting.status == u"confirmed"_s && meeting.uid != except && meeting.when.overlaps(wish))
            return u"taken"_s;
    }
    return {};
}

QJsonArray ScriptedTools::freeSlots(Instant from, Instant to, minutes length, Instant now, int most) const
{
    QJsonArray found;
    const auto step = minutes(30);
    Instant at = Instant(std::chrono::ceil<minutes>(from.time_since_epoch() / step * step));
    for (; at < to && found.size() < most; at += step) {
        const Interval slot{at, at + length};
        if (at < from || at < now || !refusal(slot, now).isEmpty())
            continue;
        found << QJsonObject{{u"start"_s, toRfc3339({slot.start, m_speakerZone})},
                             {u"end"_s, toRfc3339({slot.end, m_speakerZone})},
                             {u"words"_s, spanInWords(slot, m_speakerZone)}};
    }
    return found;
}

QJsonArray ScriptedTools::nearest(Instant wish, minutes length, Instant now) const
{
    return freeSlots(std::max(now, wish - std::chrono::hours(1)), wish + std::chrono::hours(24 * 10), length, now, 3);
}

QJsonObject ScriptedTools::meetingJson(const Meeting &meeting) const
{
    QJsonObject json{{u"id"_s, meeting.id},
                     {u"uid"_s, meeting.uid},
                     {u"title"_s, meeting.title},
                     {u"start"_s, toRfc3339({meeting.when.start, m_speakerZone})},
                     {u"end"_s, toRfc3339({meeting.when.end, m_speakerZone})},
                     {u"words"_s, spanInWords(meeting.when, m_speakerZone)},
                     {u"duration_minutes"_s, static_cast<int>(meeting.when.length().count())},
                     {u"how"_s, meeting.how},
                     {u"status"_s, meeting.status}};
    if (conferenceUrl && meeting.how == u"video"_s)
        json.insert(u"conference_url"_s, u"https://meet.example.com/"_s + meeting.uid);
    return json;
}

ScriptedTools::Meeting *ScriptedTools::findMeeting(const QString &idOrUid)
{
    for (Meeting &meeting : m_meetings) {
        if (meeting.own && (meeting.uid == idOrUid || meeting.id == idOrUid))
            return &meeting;
    }
    return nullptr;
}

QJsonObject ScriptedTools::run(const QString &tool, const QJsonObject &arguments, Instant now)
{
    const auto names = argumentNames().constFind(tool);
    if (names == argumentNames().constEnd()) {
        ADD_FAILURE() << "there is no tool " << qPrintable(tool);
        return refused(u"unknown"_s);
    }
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!names->contains(it.key()))
            ADD_FAILURE() << qPrintable(tool) << " takes no " << qPrintable(it.key());
        const bool rightType = it.key() == "duration_minutes"_L1 ? it->isDouble()
            : it.key() == "attendees"_L1                         ? it->isArray()
                                                                 : it->isString() && !it->toString().isEmpty();
        if (!rightType)
            ADD_FAILURE() << qPrintable(tool) << ": wrong type or empty " << qPrintable(it.key());
    }
    if (tool == "check_availability"_L1)
        return check(arguments, now);
    if (tool == "create_appointment"_L1)
        return create(arguments, now);
    if (tool == "reschedule_appointment"_L1)
        return reschedule(arguments, now);
    if (tool == "cancel_appointment"_L1)
        return cancel(arguments);
    if (tool == "find_meeting"_L1)
        return find(arguments, now);
    if (tool == "list_meetings"_L1)
        return list(arguments, now);
    return remember(arguments);
}

QJsonObject ScriptedTools::check(const QJsonObject &arguments, Instant now) const
{
    const minutes length(arguments.value(u"duration_minutes"_s).toInt(30));
    QJsonObject result{{u"ok"_s, true}, {u"duration_minutes"_s, static_cast<int>(length.count())}};
    const QString words = text(arguments, u"when");
    if (words.isEmpty()) {
        result.insert(u"slots"_s, freeSlots(now, now + std::chrono::hours(24 * 14), length, now, 4));
        return result;
    }
    const auto asked = resolve(words, now);
    if (!asked) {
        ADD_FAILURE() << "says no time: " << qPrintable(words);
        return invalid(u"when"_s);
    }
    if (asked->start && asked->when.hasTime && !asked->when.isWindow) {
        const QString why = refusal({*asked->start, *asked->start + length}, now);
        result.insert(u"free"_s, why.isEmpty());
        if (!why.isEmpty())
            result.insert(u"reason"_s, why);
        result.insert(u"slots"_s, nearest(*asked->start, length, now));
        return result;
    }
    const Instant from = asked->start.value_or(now);
    const Instant to = asked->end.value_or(from + std::chrono::hours(24));
    const QJsonArray found = freeSlots(from, to, length, now, 4);
    result.insert(u"slots"_s, found);
    if (found.isEmpty())
        result.insert(u"nearest"_s, freeSlots(to, to + std::chrono::hours(24 * 14), length, now, 4));
    return result;
}

QJsonObject ScriptedTools::create(const QJsonObject &arguments, Instant now)
{
    Meeting meeting;
    meeting.name = text(arguments, u"name");
    meeting.email = text(arguments, u"email");
    meeting.phone = text(arguments, u"phone");
    meeting.how = text(arguments, u"how");
    meeting.title = text(arguments, u"title");
    if (m_role == ModelContext::Role::Guest) {
        if (meeting.name.isEmpty())
            return invalid(u"name"_s);
        if (meeting.email.isEmpty() && meeting.phone.isEmpty())
            return invalid(u"email"_s);
        if (arguments.contains(u"attendees"_s))
            ADD_FAILURE() << "a guest invites nobody";
    }
    if (!meeting.email.isEmpty() && !cleanEmail(meeting.email, u"email"_s))
        return invalid(u"email"_s);
    if (!meeting.phone.isEmpty() && !cleanPhone(meeting.phone, u"phone"_s))
        return invalid(u"phone"_s);
    for (const auto &person : arguments.value(u"attendees"_s).toArray())
        meeting.attendees << person.toString();
    const minutes length(arguments.value(u"duration_minutes"_s).toInt());
    if (length.count() <= 0)
        return invalid(u"duration_minutes"_s);
    if (length > minutes(480))
        return refused(u"too_long"_s);
    if (length < minutes(5))
        return refused(u"too_short"_s);
    const auto asked = resolve(text(arguments, u"when"), now);
    if (!asked || !asked->start)
        return invalid(u"when"_s);
    meeting.when = {*asked->start, *asked->start + length};
    const QString why = refusal(meeting.when, now);
    if (!why.isEmpty()) {
        QJsonObject result = refused(why);
        result.insert(u"slots"_s, nearest(meeting.when.start, length, now));
        return result;
    }
    if (meeting.title.isEmpty())
        meeting.title = u"Meeting"_s;
    meeting.id = makeId(meeting.when);
    meeting.uid = u"uid-"_s + QString::number(m_meetings.size() + 1);
    m_meetings << meeting;
    const QJsonObject json = meetingJson(meeting);
    QJsonObject result{{u"ok"_s, true},
                       {u"meeting"_s, json},
                       {u"words"_s, json.value(u"words"_s)},
                       {u"mail"_s, meeting.email.isEmpty() ? u"none"_s : mail}};
    if (json.contains(u"conference_url"_s))
        result.insert(u"conference_url"_s, json.value(u"conference_url"_s));
    return result;
}

QJsonObject ScriptedTools::reschedule(const QJsonObject &arguments, Instant now)
{
    Meeting *meeting = findMeeting(text(arguments, u"meeting"));
    if (!meeting || meeting->status != u"confirmed"_s)
        return refused(u"not_found"_s);
    if (arguments.size() < 2)
        ADD_FAILURE() << "reschedule_appointment changes nothing";
    Interval wish = meeting->when;
    const minutes length(
        arguments.value(u"duration_minutes"_s).toInt(static_cast<int>(meeting->when.length().count())));
    const QString words = text(arguments, u"when");
    if (!words.isEmpty()) {
        const auto asked = resolve(words, now);
        if (!asked || !asked->start)
            return invalid(u"when"_s);
        wish.start = *asked->start;
    }
    wish.end = wish.start + length;
    const QString why = refusal(wish, now, meeting->uid);
    if (!why.isEmpty()) {
        QJsonObject result = refused(why);
        result.insert(u"slots"_s, nearest(wish.start, length, now));
        return result;
    }
    if (arguments.contains(u"email"_s)) {
        if (!cleanEmail(text(arguments, u"email"), u"email"_s))
            return invalid(u"email"_s);
        meeting->email = text(arguments, u"email");
    }
    for (const auto &person : arguments.value(u"attendees"_s).toArray())
        meeting->attendees << person.toString();
    if (arguments.contains(u"title"_s))
        meeting->title = text(arguments, u"title");
    if (wish != meeting->when) {
        meeting->when = wish;
        meeting->id = makeId(wish);
    }
    const QJsonObject json = meetingJson(*meeting);
    return {{u"ok"_s, true},
            {u"meeting"_s, json},
            {u"words"_s, json.value(u"words"_s)},
            {u"mail"_s, meeting->email.isEmpty() ? u"none"_s : mail}};
}

QJsonObject ScriptedTools::cancel(const QJsonObject &arguments)
{
    Meeting *meeting = findMeeting(text(arguments, u"meeting"));
    if (!meeting)
        return refused(u"not_found"_s);
    if (meeting->status == u"cancelled"_s)
        return refused(u"already_cancelled"_s);
    meeting->status = u"cancelled"_s;
    const QJsonObject json = meetingJson(*meeting);
    return {{u"ok"_s, true},
            {u"meeting"_s, json},
            {u"words"_s, json.value(u"words"_s)},
            {u"mail"_s, meeting->email.isEmpty() ? u"none"_s : mail}};
}

QJsonObject ScriptedTools::find(const QJsonObject &arguments, Instant now) const
{
    QJsonArray found;
    const QString id = text(arguments, u"meeting");
    QString query = text(arguments, u"query").toLower();
    query.remove(u" meeting"_s); // the tool leaves out words that say nothing
    const QString words = text(arguments, u"when");
    std::optional<Asked> asked;
    if (!words.isEmpty()) {
        asked = resolve(words, now);
        if (!asked)
            ADD_FAILURE() << "says no time: " << qPrintable(words);
    }
    for (const Meeting &meeting : m_meetings) {
        // By id also a cancelled one.
        if (!meeting.own || (meeting.status != u"confirmed"_s && id.isEmpty()) || meeting.when.end < now)
            continue;
        if (!id.isEmpty() && meeting.id != id && meeting.uid != id)
            continue;
        if (!query.isEmpty() && !meeting.title.toLower().contains(query)
            && !meeting.attendees.join(u' ').toLower().contains(query) && !meeting.name.toLower().contains(query))
            continue;
        if (asked && asked->start) {
            const LocalTime start = m_speakerZone.toLocal(meeting.when.start);
            const bool exact = asked->when.hasTime && !asked->when.isWindow;
            const Instant to = asked->end.value_or(*asked->start + std::chrono::hours(24));
            const bool sameClock =
                std::chrono::floor<date::days>(start) + date::days(0) + (start - std::chrono::floor<date::days>(start))
                == *asked->when.start;
            if (exact ? !sameClock : meeting.when.start < *asked->start || meeting.when.start >= to)
                continue;
        }
        found << meetingJson(meeting);
    }
    return {{u"ok"_s, true}, {u"meetings"_s, found}};
}

QJsonObject ScriptedTools::list(const QJsonObject &arguments, Instant now) const
{
    QString words = text(arguments, u"when");
    if (words.isEmpty() && m_role == ModelContext::Role::Host)
        words = u"today"_s;
    QJsonObject forFind;
    if (!words.isEmpty())
        forFind.insert(u"when"_s, words);
    QJsonObject result = find(forFind, now);
    result.insert(u"window_words"_s, words);
    return result;
}

QJsonObject ScriptedTools::remember(const QJsonObject &arguments)
{
    if (arguments.isEmpty())
        ADD_FAILURE() << "remember_contact with nothing to remember";
    const QString email = text(arguments, u"email");
    const QString phone = text(arguments, u"phone");
    if (!email.isEmpty() && !cleanEmail(email, u"email"_s))
        return invalid(u"email"_s);
    if (!phone.isEmpty() && !cleanPhone(phone, u"phone"_s))
        return invalid(u"phone"_s);
    if (arguments.contains(u"time_zone"_s)) {
        const auto zone = Zone::find(text(arguments, u"time_zone"));
        if (!zone)
            return invalid(u"time_zone"_s);
        m_speakerZone = *zone;
    }
    if (arguments.contains(u"name"_s))
        contactName = text(arguments, u"name");
    if (!email.isEmpty())
        contactEmail = email;
    if (!phone.isEmpty())
        contactPhone = phone;
    return {{u"ok"_s, true},
            {u"name"_s, contactName},
            {u"email"_s, contactEmail},
            {u"phone"_s, contactPhone},
            {u"time_zone"_s, m_speakerZone.name()}};
}

} // namespace ChatCal
