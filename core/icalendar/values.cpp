// SPDX-License-Identifier: Apache-2.0
#include "core/icalendar/values.h"

#include "core/icalendar/vtimezone.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// @p count digits from @p at on; -1 when they are none.
int number(QStringView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    return value;
}

std::optional<LocalDate> readDate(QStringView text)
{
    const date::year_month_day day(date::year(number(text, 0, 4)),
                                   date::month(static_cast<unsigned>(number(text, 4, 2))),
                                   date::day(static_cast<unsigned>(number(text, 6, 2))));
    if (number(text, 0, 8) < 0 || !day.ok())
        return std::nullopt;
    return LocalDate(day);
}

} // namespace

std::optional<ICalTime> readICalTime(QStringView value, const QString &tzid)
{
    const QStringView text = value.trimmed();
    const auto day = readDate(text);
    if (!day)
        return std::nullopt;
    if (text.size() == 8)
        return ICalTime{ICalTime::Kind::Date, LocalTime(*day), {}};
    const int hour = number(text, 9, 2);
    const int minute = number(text, 11, 2);
    const int second = number(text, 13, 2);
    const bool isUtc = text.size() == 16 && (text[15] == u'Z' || text[15] == u'z');
    if ((text.size() != 15 && !isUtc) || (text[8] != u'T' && text[8] != u't') || hour < 0 || hour > 23 || minute < 0
        || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    const LocalTime local = LocalTime(*day) + std::chrono::hours(hour) + std::chrono::minutes(minute)
        + std::chrono::seconds(std::min(second, 59));
    if (isUtc)
        return ICalTime{ICalTime::Kind::Utc, local, {}};
    return ICalTime{tzid.isEmpty() ? ICalTime::Kind::Floating : ICalTime::Kind::Zoned, local, tzid};
}

std::optional<ICalDuration> readICalDuration(QStringView value)
{
    QStringView text = value.trimmed();
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.sliced(1);
    if (!text.startsWith(u'P') || text.size() < 3)
        return std::nullopt;
    ICalDuration duration;
    int count = -1;
    bool inTime = false;
    for (const QChar c : text.sliced(1)) {
        if (c >= u'0' && c <= u'9') {
            count = std::max(count, 0) * 10 + (c.unicode() - u'0');
            if (count > 10'000'000)
                return std::nullopt;
            continue;
        }
        if (c == u'T' && count < 0 && !inTime) {
            inTime = true;
            continue;
        }
        if (count < 0)
            return std::nullopt;
        if (c == u'W' && !inTime)
            duration.days += date::weeks(count);
        else if (c == u'D' && !inTime)
            duration.days += date::days(count);
        else if (c == u'H' && inTime)
            duration.time += std::chrono::hours(count);
        else if (c == u'M' && inTime)
            duration.time += std::chrono::minutes(count);
        else if (c == u'S' && inTime)
            duration.time += std::chrono::seconds(count);
        else
            return std::nullopt;
        count = -1;
    }
    if (count >= 0)
        return std::nullopt;
    if (isNegative)
        return ICalDuration{-duration.days, -duration.time};
    return duration;
}

std::optional<std::chrono::seconds> readUtcOffset(QStringView value)
{
    const QStringView text = value.trimmed();
    const int hours = number(text, 1, 2);
    const int minutes = number(text, 3, 2);
    const int seconds = text.size() >= 7 ? number(text, 5, 2) : 0;
    if (text.isEmpty() || (text[0] != u'+' && text[0] != u'-') || hours < 0 || minutes < 0 || seconds < 0)
        return std::nullopt;
    const std::chrono::seconds size =
        std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
    return text[0] == u'-' ? -size : size;
}

QString readICalText(QStringView value)
{
    QString text;
    text.reserve(value.size());
    for (qsizetype at = 0; at < value.size(); ++at) {
        if (value[at] != u'\\' || at + 1 == value.size()) {
            text += value[at];
            continue;
        }
        const QChar next = value[++at];
        if (next == u'n' || next == u'N')
            text += u'\n';
        else if (next == u'\\' || next == u';' || next == u',' || next == u':' || next == u'"')
            text += next;
        else
            text += QString(u'\\') + next; // no escape: a Windows path, say
    }
    return text;
}

std::optional<QString> readMailto(const QString &value)
{
    const QString uri = value.trimmed();
    if (!uri.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return QString::fromUtf8(QByteArray::fromPercentEncoding(uri.sliced(7).toUtf8())).trimmed();
}

QString iCalendarDate(LocalDate day)
{
    return iCalendarLocal(LocalTime(day)).left(8);
}

} // namespace ChatCal
