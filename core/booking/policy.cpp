// SPDX-License-Identifier: Apache-2.0
#include "core/booking/policy.h"

#include "core/time/words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace ChatCal {
namespace {

const std::array<QString, 7> dayNames{u"Sunday"_s,   u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s,
                                      u"Thursday"_s, u"Friday"_s, u"Saturday"_s};

Sentence dayInWords(size_t day)
{
    static const std::array<Sentence, 7> names{
        Sentence::en("Sunday"),   Sentence::en("Monday"), Sentence::en("Tuesday"), Sentence::en("Wednesday"),
        Sentence::en("Thursday"), Sentence::en("Friday"), Sentence::en("Saturday")};
    return names[day];
}

tl::unexpected<Error> wrong(const Sentence &what)
{
    return invalidField(u"WORKING_HOURS"_s,
                        Sentence::en("%1; it looks like \"Mon-Fri 09:00-17:00; Sat 10:00-12:00\"").arg(what));
}

/// "Mon", "monday", "Tues"; Sunday is 0.
std::optional<int> dayFrom(const QString &text)
{
    if (text.size() < 3)
        return std::nullopt;
    for (int day = 0; day < 7; ++day) {
        if (dayNames[static_cast<size_t>(day)].startsWith(text, Qt::CaseInsensitive))
            return day;
    }
    return std::nullopt;
}

/// "9", "09:00", "24:00".
std::optional<minutes> timeFrom(const QString &text)
{
    static const QRegularExpression pattern(u"\\A([0-9]{1,2})(?::([0-9]{2}))?\\z"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const minutes time(match.capturedView(1).toInt() * 60 + match.capturedView(2).toInt());
    if (match.capturedView(2).toInt() > 59 || time > minutes(1440))
        return std::nullopt;
    return time;
}

Result<QList<int>> daysFrom(const QString &text)
{
    QList<int> days;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        const auto first = dayFrom(ends.first().trimmed());
        const auto last = dayFrom(ends.last().trimmed());
        if (ends.size() > 2 || !first || !last)
            return wrong(Sentence::en("\"%1\" is no day or range of days").arg(part.trimmed()));
        // Round the week's end: Fri-Mon are four days.
        for (int day = *first;; day = (day + 1) % 7) {
            days.append(day);
            if (day == *last)
                break;
        }
    }
    if (days.isEmpty())
        return wrong(Sentence::en("a day is missing"));
    return days;
}

Result<QList<DayHours>> stretchesFrom(const QString &text)
{
    QList<DayHours> stretches;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        const auto start = timeFrom(ends.first().trimmed());
        const auto end = timeFrom(ends.last().trimmed());
        if (ends.size() != 2 || !start || !end)
            return wrong(Sentence::en("\"%1\" is no range of times").arg(part.trimmed()));
        if (*end <= *start)
            return wrong(Sentence::en("\"%1\" ends before it starts (split it at midnight)").arg(part.trimmed()));
        stretches.append({*start, *end});
    }
    if (stretches.isEmpty())
        return wrong(Sentence::en("a time is missing"));
    return stretches;
}

QString clock(minutes time)
{
    return u"%1:%2"_s.arg(time.count() / 60, 2, 10, '0'_L1).arg(time.count() % 60, 2, 10, '0'_L1);
}

QString clockInWords(minutes time)
{
    return timeInWords(LocalTime(LocalDate(date::days(0)) + time % minutes(1440)));
}

/// Neighbouring days with the same hours, from Monday on; days without hours are left out.
struct DayGroup
{
    int first = 0;
    int last = 0;
    int size = 1;
};
QList<DayGroup> groupsOf(const std::array<QList<DayHours>, 7> &days)
{
    QList<DayGroup> groups;
    const QList<DayHours> *previous = nullptr;
    for (const int day : {1, 2, 3, 4, 5, 6, 0}) {
        const QList<DayHours> &hours = days[static_cast<size_t>(day)];
        if (previous && hours == *previous && !hours.isEmpty()) {
            groups.last().last = day;
            ++groups.last().size;
        } else if (!hours.isEmpty()) {
            groups.append({day, day, 1});
        }
        previous = &hours;
    }
    return groups;
}

} // namespace

WorkingHours::WorkingHours()
{
    for (size_t day = 1; day <= 5; ++day)
        m_days[day] = {{minutes(9 * 60), minutes(17 * 60)}};
    describe();
}

Result<WorkingHours> WorkingHours::parse(const QString &text)
{
    WorkingHours hours;
    hours.m_days = {};
    static const QRegularExpression entryPattern(u"\\A([A-Za-z ,\\-]+?)\\s+([0-9][0-9: ,\\-]*)\\z"_s);
    // A dash as a word processor writes it means the same.
    const QString plain = QString(text).replace(u'–', u'-');
    for (const QString &entry : plain.split(u';', Qt::SkipEmptyParts)) {
        if (entry.trimmed().isEmpty())
            continue;
        const auto match = entryPattern.match(entry.trimmed());
        if (!match.hasMatch())
            return wrong(Sentence::en("\"%1\" is not days and times").arg(entry.trimmed()));
        const auto days = daysFrom(match.captured(1));
        if (!days)
            return tl::unexpected(days.error());
        const auto stretches = stretchesFrom(match.captured(2));
        if (!stretches)
            return tl::unexpected(stretches.error());
        for (const int day : *days)
            hours.m_days[static_cast<size_t>(day)] += *stretches;
    }
    bool empty = true;
    for (size_t day = 0; day < 7; ++day) {
        QList<DayHours> &stretches = hours.m_days[day];
        std::ranges::sort(stretches, {}, &DayHours::start);
        const auto overlap = std::ranges::adjacent_find(
            stretches, [](const DayHours &left, const DayHours &right) { return right.start < left.end; });
        if (overlap != stretches.end())
            return wrong(Sentence::en("%1 has times that overlap").arg(dayInWords(day)));
        empty = empty && stretches.isEmpty();
    }
    if (empty)
        return wrong(Sentence::en("there are no hours in it"));
    hours.describe();
    return hours;
}

QString WorkingHours::toString() const
{
    QStringList entries;
    for (const DayGroup &group : groupsOf(m_days)) {
        QString entry = dayNames[static_cast<size_t>(group.first)].left(3);
        if (group.size > 1)
            entry += u'-' + dayNames[static_cast<size_t>(group.last)].left(3);
        QStringList stretches;
        for (const DayHours &hours : m_days[static_cast<size_t>(group.first)])
            stretches.append(clock(hours.start) + u'-' + clock(hours.end));
        entries.append(entry + u' ' + stretches.join(u','));
    }
    return entries.join(u"; "_s);
}

void WorkingHours::describe()
{
    QStringList entries;
    for (const DayGroup &group : groupsOf(m_days)) {
        QString entry = dayNames[static_cast<size_t>(group.first)];
        if (group.size > 1)
            entry += (group.size == 2 ? u" and "_s : u" to "_s) + dayNames[static_cast<size_t>(group.last)];
        QStringList stretches;
        for (const DayHours &hours : m_days[static_cast<size_t>(group.first)]) {
            const bool wholeDay = hours.start == minutes(0) && hours.end == minutes(1440);
            stretches.append(wholeDay ? u"all day"_s
                                      : clockInWords(hours.start) + u"–"_s
                                     + (hours.end == minutes(1440) ? u"midnight"_s : clockInWords(hours.end)));
        }
        entries.append(entry + u", "_s + stretches.join(u" and "_s));
    }
    m_words = entries.join(u"; "_s);
}

QList<Interval> WorkingHours::within(const Interval &window, const Zone &hostZone) const
{
    QList<Interval> stretches;
    if (window.isEmpty())
        return stretches;
    const LocalDate last = hostZone.toLocalDate(window.end);
    for (LocalDate day = hostZone.toLocalDate(window.start); day <= last; day += date::days(1)) {
        for (const DayHours &hours : on(date::weekday(day))) {
            const Interval stretch{hostZone.toInstant(day + hours.start), hostZone.toInstant(day + hours.end)};
            if (!stretch.isEmpty() && stretch.overlaps(window))
                stretches.append(stretch);
        }
    }
    return stretches;
}

} // namespace ChatCal
