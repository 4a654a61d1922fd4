// SPDX-License-Identifier: Apache-2.0
#include "app/look/daywords.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// How this locale writes weekday, day and month, "dddd, MMMM d" or "dddd, d 'de' MMMM".
QString dayFormat(bool withYear)
{
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    if (withYear)
        return format;
    static const QRegularExpression yearLast(u"[\\s,.]*('[^']*')?\\s*y+('[^']*'|[年년.])?$"_s);
    static const QRegularExpression year(u"y+('[^']*'|[年년.])?[\\s,.]*('[^']*')?\\s*"_s);
    return format.remove(yearLast).remove(year);
}

} // namespace

QDate toQDate(LocalDate day)
{
    const date::year_month_day ymd(day);
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

QTime toQTime(LocalTime local)
{
    const auto sinceMidnight = local - LocalTime(std::chrono::floor<date::days>(local));
    const auto minutes = std::chrono::floor<std::chrono::minutes>(sinceMidnight).count();
    return {static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)};
}

QString dayWords(QDate day)
{
    return QLocale().toString(day, dayFormat(false));
}

QString shortDayWords(QDate day, bool withYear)
{
    return QLocale().toString(day, dayFormat(withYear).replace("dddd"_L1, "ddd"_L1).replace("MMMM"_L1, "MMM"_L1));
}

QString clockFormat()
{
    return QLocale().timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
}

QString clockWords(QTime time)
{
    return QLocale().toString(time, clockFormat());
}

QString hourWords(int hour)
{
    const QLocale locale;
    const bool isTwelve = locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    return isTwelve ? locale.toString(QTime(hour, 0), u"h AP"_s) : clockWords(QTime(hour, 0));
}

} // namespace ChatCal
