// SPDX-License-Identifier: Apache-2.0
#include "core/icalendar/vtimezone.h"

#include "core/icalendar/contentline.h"

#include <date/tz.h>

#include <QStringView>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

QString digits(qint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// UTC-OFFSET (RFC 5545 §3.3.14).
QString offsetText(std::chrono::seconds offset)
{
    const qint64 size = std::abs(offset.count());
    QString text = (offset.count() < 0 ? u"-"_s : u"+"_s) + digits(size / 3600, 2) + digits(size / 60 % 60, 2);
    if (size % 60 != 0)
        text += digits(size % 60, 2);
    return text;
}

QByteArray observance(const date::time_zone &zone, const date::sys_info &info)
{
    // A zone that never changed begins before every year a reader could write.
    const date::sys_seconds epoch{};
    const bool isFirst = info.begin < epoch;
    const std::chrono::seconds before = isFirst ? info.offset : zone.get_info(info.begin - 1s).offset;
    const LocalTime start((isFirst ? epoch : info.begin).time_since_epoch() + (isFirst ? 0s : before));
    const QString kind = info.save == 0min ? u"STANDARD"_s : u"DAYLIGHT"_s;
    QByteArray text = contentLine(u"BEGIN"_s, kind);
    text += contentLine(u"DTSTART"_s, iCalendarLocal(start));
    text += contentLine(u"TZOFFSETFROM"_s, offsetText(before));
    text += contentLine(u"TZOFFSETTO"_s, offsetText(info.offset));
    text += contentLine(u"TZNAME"_s, QString::fromStdString(info.abbrev));
    return text + contentLine(u"END"_s, kind);
}

} // namespace

QString iCalendarLocal(LocalTime local)
{
    const auto day = std::chrono::floor<date::days>(local);
    const date::year_month_day ymd(day);
    const auto clock = (local - day).count();
    return digits(static_cast<int>(ymd.year()), 4) + digits(static_cast<unsigned>(ymd.month()), 2)
        + digits(static_cast<unsigned>(ymd.day()), 2) + u'T' + digits(clock / 3600, 2) + digits(clock / 60 % 60, 2)
        + digits(clock % 60, 2);
}

QString iCalendarUtc(Instant instant)
{
    return iCalendarLocal(Zone().toLocal(instant)) + u'Z';
}

QByteArray vtimezone(const Zone &zone, const Interval &around)
{
    constexpr auto year = 24h * 366;
    const date::time_zone *const database = date::locate_zone(zone.name().toStdString()); // a Zone's name is in it
    QByteArray text = contentLine(u"BEGIN"_s, u"VTIMEZONE"_s) + contentLine(u"TZID"_s, zone.name());
    const auto last = std::chrono::floor<std::chrono::seconds>(around.end + year);
    auto at = std::chrono::floor<std::chrono::seconds>(around.start - year);
    while (at < last) {
        const date::sys_info info = database->get_info(at);
        text += observance(*database, info);
        if (info.end <= at)
            break;
        at = info.end;
    }
    return text + contentLine(u"END"_s, u"VTIMEZONE"_s);
}

} // namespace ChatCal
