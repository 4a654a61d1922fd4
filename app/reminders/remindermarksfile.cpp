// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/remindermarksfile.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Kind = ReminderMark::Kind;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Snoozed:
        return u"snoozed"_s;
    case Kind::Dismissed:
        return u"dismissed"_s;
    case Kind::Told:
        break;
    }
    return u"told"_s;
}

} // namespace

ReminderMarksFile::ReminderMarksFile(QString path) : m_path(std::move(path))
{
}

ReminderMarks ReminderMarksFile::load() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const auto json = parseJsonObject(file.readAll());
    if (!json)
        return {};
    ReminderMarks marks;
    for (const auto &value : json->value("reminders"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        const auto start = fromRfc3339(entry.value("start"_L1).toString());
        const auto until = fromRfc3339(entry.value("until"_L1).toString());
        const QString kind = entry.value("is"_L1).toString();
        if (!start || (kind == nameOf(Kind::Snoozed) && !until))
            continue;
        const Kind which = kind == nameOf(Kind::Snoozed) ? Kind::Snoozed
            : kind == nameOf(Kind::Dismissed)            ? Kind::Dismissed
                                                         : Kind::Told;
        marks.insert({entry.value("uid"_L1).toString(), *start}, {which, until.value_or(Instant())});
    }
    return marks;
}

Result<void> ReminderMarksFile::save(const ReminderMarks &marks) const
{
    if (m_path.isEmpty())
        return {};
    QJsonArray list;
    for (auto entry = marks.constBegin(); entry != marks.constEnd(); ++entry) {
        QJsonObject json{{u"uid"_s, entry.key().uid},
                         {u"start"_s, toRfc3339({entry.key().start, Zone()})},
                         {u"is"_s, nameOf(entry->kind)}};
        if (entry->kind == Kind::Snoozed)
            json.insert(u"until"_s, toRfc3339({entry->until, Zone()}));
        list.append(json);
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Internal, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // uids tell of meetings
    file.write(toJson(QJsonObject{{u"reminders"_s, list}}));
    if (!file.commit())
        return failure(ErrorCode::Internal, file.errorString());
    return {};
}

} // namespace ChatCal
