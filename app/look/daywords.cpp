// SPDX-License-Identifier: Apache-2.0
#include "app/look/daywords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace ChatCal {

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
