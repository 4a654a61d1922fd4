// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendacalendars.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace ChatCal {

/// The calendars with their colours, each to be hidden by its box. It is there only when there is more than one.
class CalendarLegend : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarLegend(QWidget *parent = nullptr);

    void setCalendars(const AgendaCalendars &calendars);

Q_SIGNALS:
    void hiddenChanged(const QString &calendar, bool hidden);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void color();

    AgendaCalendars m_calendars;
    QGridLayout *m_grid;
    QList<QCheckBox *> m_boxes;
};

} // namespace ChatCal
