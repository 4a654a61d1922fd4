// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/datecard.h"

#include <QCalendarWidget>
#include <QLocale>
#include <QTableView>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace ChatCal {

DateCard::DateCard(QWidget *parent) : Popover(parent), m_calendar(new QCalendarWidget(this))
{
    setAccessibleName(tr("Go to a date"));
    m_calendar->setAccessibleName(tr("Go to a date"));
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setGridVisible(false);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::ISOWeekNumbers);
    m_calendar->setMinimumSize(320, 240);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_calendar);
    const auto take = [this](const QDate &day) {
        closeNow();
        Q_EMIT dayChosen(day);
    };
    connect(m_calendar, &QCalendarWidget::activated, this, take);
    connect(m_calendar, &QCalendarWidget::clicked, this, take);
}

void DateCard::ask(const QDate &from, const QRect &place)
{
    // QCalendarWidget paints Saturdays and Sundays red in any theme.
    QTextCharFormat plain;
    plain.setForeground(palette().color(QPalette::Text));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, plain);
    m_calendar->setSelectedDate(from);
    openBeside(place);
}

QWidget *DateCard::firstFocus()
{
    auto *days = m_calendar->findChild<QTableView *>();
    return days ? static_cast<QWidget *>(days) : m_calendar;
}

} // namespace ChatCal
