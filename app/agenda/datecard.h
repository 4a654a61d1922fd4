// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/popover.h"

class QCalendarWidget;
class QDate;

namespace ChatCal {

/// Asks for a day: arrows and Enter, a click, or the date typed.
class DateCard : public Popover
{
    Q_OBJECT
public:
    explicit DateCard(QWidget *parent);

    void ask(const QDate &from, const QRect &place);

Q_SIGNALS:
    void dayChosen(const QDate &day);

protected:
    [[nodiscard]] QWidget *firstFocus() override;

private:
    QCalendarWidget *m_calendar;
};

} // namespace ChatCal
