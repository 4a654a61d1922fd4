// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendapage.h"

#include "app/look/daywords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

QString nameOf(AgendaMode mode)
{
    return mode == AgendaMode::Day ? u"day"_s : mode == AgendaMode::Month ? u"month"_s : u"week"_s;
}

AgendaMode agendaModeFrom(const QString &name)
{
    for (const AgendaMode mode : {AgendaMode::Day, AgendaMode::Month}) {
        if (name == nameOf(mode))
            return mode;
    }
    return AgendaMode::Week;
}

LocalDate startOfWeek(LocalDate day)
{
    const int first = QLocale().firstDayOfWeek() % 7; // Sunday is 0
    const auto weekday = static_cast<int>(date::weekday(day).c_encoding());
    return day - date::days((weekday - first + 7) % 7);
}

int weekNumber(LocalDate first)
{
    const auto weekday = static_cast<int>(date::weekday(first).iso_encoding());
    return toQDate(first + date::days((4 - weekday + 7) % 7)).weekNumber();
}

LocalDate AgendaPage::first() const
{
    switch (m_mode) {
    case AgendaMode::Day:
        return m_chosen;
    case AgendaMode::Week:
        return startOfWeek(m_chosen);
    case AgendaMode::Month: {
        const date::year_month_day ymd(m_chosen);
        return startOfWeek(LocalDate(ymd.year() / ymd.month() / 1));
    }
    }
    Q_UNREACHABLE();
}

int AgendaPage::days() const
{
    return m_mode == AgendaMode::Day ? 1 : m_mode == AgendaMode::Week ? 7 : 42;
}

AgendaPage AgendaPage::turned(int pages) const
{
    if (m_mode != AgendaMode::Month)
        return {m_mode, m_chosen + date::days(days() * pages)};
    const date::year_month_day ymd(m_chosen);
    const date::year_month month = ymd.year() / ymd.month() + date::months(pages);
    const date::day last = (month / date::last).day();
    return {m_mode, LocalDate(month / std::min(ymd.day(), last))};
}

QString AgendaPage::title() const
{
    const QLocale locale;
    if (m_mode == AgendaMode::Day)
        return locale.toString(toQDate(m_chosen), QLocale::LongFormat);
    if (m_mode == AgendaMode::Month) {
        const QDate chosen = toQDate(m_chosen);
        return QCoreApplication::translate("AgendaPage", "%1 %2")
            .arg(locale.standaloneMonthName(chosen.month()))
            .arg(chosen.year());
    }
    const QDate from = toQDate(first());
    const QDate to = from.addDays(6);
    if (from.month() == to.month())
        return QCoreApplication::translate("AgendaPage", "%1 %2 – %3, %4")
            .arg(locale.monthName(from.month()))
            .arg(from.day())
            .arg(to.day())
            .arg(to.year());
    return QCoreApplication::translate("AgendaPage", "%1 %2 – %3 %4, %5")
        .arg(locale.monthName(from.month(), QLocale::ShortFormat))
        .arg(from.day())
        .arg(locale.monthName(to.month(), QLocale::ShortFormat))
        .arg(to.day())
        .arg(to.year());
}

} // namespace ChatCal
