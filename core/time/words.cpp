// SPDX-License-Identifier: Apache-2.0
#include "core/time/words.h"

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<const char16_t *, 7> weekdayNames{u"Sunday",   u"Monday", u"Tuesday", u"Wednesday",
                                                       u"Thursday", u"Friday", u"Saturday"};
constexpr std::array<const char16_t *, 12> monthNames{u"January",   u"February", u"March",    u"April",
                                                      u"May",       u"June",     u"July",     u"August",
                                                      u"September", u"October",  u"November", u"December"};

/// Two digits, and what stands before them.
void append(QString &text, char16_t before, unsigned number)
{
    const std::array added{before, char16_t(u'0' + number / 10 % 10), char16_t(u'0' + number % 10)};
    text.append(QStringView(added.data(), added.size()));
}

struct Parts
{
    date::year_month_day day;
    unsigned hour, minute, second;
};

Parts partsOf(LocalTime local)
{
    const auto days = std::chrono::floor<date::days>(local);
    const auto clock = static_cast<unsigned>((local - days).count());
    return {date::year_month_day(days), clock / 3600, clock / 60 % 60, clock % 60};
}

QString clockOnly(const Parts &parts)
{
    QString text = QString::number((parts.hour + 11) % 12 + 1);
    append(text, u':', parts.minute);
    return text;
}

QString half(const Parts &parts)
{
    return parts.hour < 12 ? u"AM"_s : u"PM"_s;
}

std::optional<int> number(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? std::nullopt : std::optional(value);
}

/// Reads "YYYY-MM-DDTHH:MM[:SS[.fff]]"; @p used tells where it ends.
std::optional<LocalTime> readLocal(QStringView text, qsizetype &used)
{
    if (text.size() < 16 || text[4] != u'-' || text[7] != u'-'
        || (text[10] != u'T' && text[10] != u' ' && text[10] != u't') || text[13] != u':')
        return std::nullopt;
    const auto year = number(text.mid(0, 4)), month = number(text.mid(5, 2)), day = number(text.mid(8, 2));
    const auto hour = number(text.mid(11, 2)), minute = number(text.mid(14, 2));
    if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    const date::year_month_day ymd{date::year(*year), date::month(static_cast<unsigned>(*month)),
                                   date::day(static_cast<unsigned>(*day))};
    if (!ymd.ok())
        return std::nullopt;
    used = 16;
    int second = 0;
    if (text.size() >= 19 && text[16] == u':') {
        const auto read = number(text.mid(17, 2));
        if (!read || *read > 60)
            return std::nullopt;
        second = std::min(*read, 59);
        used = 19;
        if (used < text.size() && text[used] == u'.') {
            ++used;
            while (used < text.size() && text[used].isDigit())
                ++used;
        }
    }
    return date::local_days(ymd) + std::chrono::hours(*hour) + minutes(*minute) + seconds(second);
}

} // namespace

QString toIsoDate(LocalDate day)
{
    const date::year_month_day ymd(day);
    QString text = QString::number(static_cast<int>(ymd.year())).rightJustified(4, u'0');
    append(text, u'-', static_cast<unsigned>(ymd.month()));
    append(text, u'-', static_cast<unsigned>(ymd.day()));
    return text;
}

QString toIsoLocal(LocalTime local)
{
    const Parts parts = partsOf(local);
    QString text = toIsoDate(date::local_days(parts.day));
    append(text, u'T', parts.hour);
    append(text, u':', parts.minute);
    return text;
}

QString toRfc3339(const ZonedInstant &when)
{
    const seconds offset = when.zone.offset(when.instant);
    const LocalTime local(std::chrono::floor<seconds>(when.instant).time_since_epoch() + offset);
    const auto size = static_cast<unsigned>(std::abs(std::chrono::floor<minutes>(offset).count()));
    QString text = toIsoLocal(local);
    append(text, u':', partsOf(local).second);
    append(text, offset < seconds(0) ? u'-' : u'+', size / 60);
    append(text, u':', size % 60);
    return text;
}

std::optional<Instant> fromRfc3339(const QString &text)
{
    qsizetype used = 0;
    const auto local = readLocal(text, used);
    if (!local)
        return std::nullopt;
    const QStringView rest = QStringView(text).mid(used);
    minutes offset{0};
    if (rest.size() == 6 && (rest[0] == u'+' || rest[0] == u'-') && rest[3] == u':') {
        const auto hour = number(rest.mid(1, 2)), minute = number(rest.mid(4, 2));
        if (!hour || !minute || *hour > 23 || *minute > 59)
            return std::nullopt;
        offset = minutes(*hour * 60 + *minute) * (rest[0] == u'-' ? -1 : 1);
    } else if (rest != u"Z" && rest != u"z") {
        return std::nullopt;
    }
    return Instant(std::chrono::duration_cast<std::chrono::milliseconds>(local->time_since_epoch() - offset));
}

std::optional<LocalTime> fromIsoLocal(const QString &text)
{
    qsizetype used = 0;
    const auto local = readLocal(text, used);
    return local && used == text.size() ? local : std::nullopt;
}

QString dateInWords(LocalDate day)
{
    const date::year_month_day ymd(day);
    return QString::fromUtf16(weekdayNames[date::weekday(day).c_encoding()]) + u", "_s
        + QString::fromUtf16(monthNames[static_cast<unsigned>(ymd.month()) - 1]) + u' '
        + QString::number(static_cast<unsigned>(ymd.day())) + u", "_s + QString::number(static_cast<int>(ymd.year()));
}

QString timeInWords(LocalTime local)
{
    const Parts parts = partsOf(local);
    return clockOnly(parts) + u' ' + half(parts);
}

QString momentInWords(const ZonedInstant &when)
{
    const LocalTime local = when.zone.toLocal(when.instant);
    return dateInWords(std::chrono::floor<date::days>(local)) + u" at "_s + timeInWords(local) + u' '
        + when.zone.abbreviation(when.instant);
}

QString spanInWords(const Interval &span, const Zone &zone)
{
    const LocalTime start = zone.toLocal(span.start);
    const LocalTime end = zone.toLocal(span.end);
    const Parts first = partsOf(start), last = partsOf(end);
    const QString startZone = zone.abbreviation(span.start), endZone = zone.abbreviation(span.end);
    QString text = dateInWords(date::local_days(first.day)) + u", "_s + clockOnly(first);
    if (half(first) != half(last) || first.day != last.day || startZone != endZone)
        text += u' ' + half(first);
    if (startZone != endZone)
        text += u' ' + startZone;
    text += u'–';
    if (first.day != last.day)
        text += dateInWords(date::local_days(last.day)) + u", "_s;
    return text + clockOnly(last) + u' ' + half(last) + u' ' + endZone;
}

QString durationInWords(minutes length)
{
    const auto total = length.count();
    const auto hours = total / 60, rest = total % 60;
    QString text;
    if (hours > 0)
        text = hours == 1 ? u"1 hour"_s : u"%1 hours"_s.arg(hours);
    if (rest > 0 || hours == 0)
        text += (text.isEmpty() ? QString() : u" "_s) + (rest == 1 ? u"1 minute"_s : u"%1 minutes"_s.arg(rest));
    return text;
}

} // namespace ChatCal
