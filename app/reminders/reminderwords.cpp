// SPDX-License-Identifier: Apache-2.0
#include "app/reminders/reminderwords.h"

#include "app/look/daywords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype mostLines = 5;

/// For lupdate and tr() outside of a QObject.
struct Reminder
{
    Q_DECLARE_TR_FUNCTIONS(ChatCal::Reminder)
};

} // namespace

QString waitWords(const Interval &when, Instant now)
{
    using std::chrono::minutes;
    if (when.end <= now)
        return Reminder::tr("Over");
    if (when.start > now)
        return Reminder::tr("Begins in %n min", nullptr,
                            static_cast<int>(std::chrono::ceil<minutes>(when.start - now).count()));
    const auto since = std::chrono::floor<minutes>(now - when.start).count();
    return since == 0 ? Reminder::tr("Begins now") : Reminder::tr("Began %n min ago", nullptr, static_cast<int>(since));
}

QString timesInWords(const Interval &when, const Zone &zone)
{
    return Reminder::tr("%1–%2", "a span of time")
        .arg(clockWords(toQTime(zone.toLocal(when.start))), clockWords(toQTime(zone.toLocal(when.end))));
}

ReminderWords reminderWords(const AgendaItem &item, const Zone &zone, Instant now)
{
    QStringList parts{waitWords(item.when, now), timesInWords(item.when, zone)};
    if (!item.location.isEmpty())
        parts << item.location;
    return {item.title.isEmpty() ? Reminder::tr("Untitled") : item.title, parts.join(u" · "_s)};
}

ReminderWords summaryWords(const QList<AgendaItem> &items, const Zone &zone, Instant now)
{
    const auto count = items.size();
    QStringList lines;
    for (const AgendaItem &item : items.first(std::min(count, mostLines))) {
        const ReminderWords words = reminderWords(item, zone, now);
        lines << Reminder::tr("%1: %2 (%3)", "times, title, when it begins")
                     .arg(timesInWords(item.when, zone), words.title, waitWords(item.when, now));
    }
    if (count > mostLines)
        lines << Reminder::tr("and %n more", nullptr, static_cast<int>(count - mostLines));
    return {Reminder::tr("%n meetings", nullptr, static_cast<int>(count)), lines.join(u'\n')};
}

} // namespace ChatCal
