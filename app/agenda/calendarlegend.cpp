// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/calendarlegend.h"

#include "app/agenda/agendashades.h"
#include "app/look/colors.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace ChatCal {

namespace {

QIcon dot(const QColor &color)
{
    constexpr int size = 32; // twice what is shown, for dense screens
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(6, 6, size - 12, size - 12);
    return pixmap;
}

} // namespace

CalendarLegend::CalendarLegend(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Calendars"));
    m_grid->setContentsMargins(14, 5, 14, 5);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(2);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    hide();
}

void CalendarLegend::setCalendars(const AgendaCalendars &calendars)
{
    const bool hasOthers = calendars.names() != m_calendars.names();
    m_calendars = calendars;
    if (!hasOthers)
        return;
    qDeleteAll(std::exchange(m_boxes, {}));
    for (const QString &name : calendars.names()) {
        auto *box = new QCheckBox(AgendaCalendars::words(name), this);
        box->setToolTip(tr("Show or hide this calendar"));
        box->setChecked(!calendars.isHidden(name));
        connect(box, &QCheckBox::toggled, this, [this, name](bool shown) { Q_EMIT hiddenChanged(name, !shown); });
        m_boxes.append(box);
    }
    color();
    arrange();
    setVisible(m_boxes.size() > 1);
}

void CalendarLegend::arrange()
{
    int widest = 1;
    for (const QCheckBox *box : m_boxes)
        widest = std::max(widest, box->sizeHint().width() + m_grid->horizontalSpacing());
    const int columns = std::max(1, (parentWidget()->width() - 28) / widest);
    for (int i = 0; i < m_boxes.size(); ++i)
        m_grid->addWidget(m_boxes[i], i / columns, i % columns);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, 0);
    m_grid->setColumnStretch(columns, 1); // they stand at the beginning of the line
}

void CalendarLegend::color()
{
    for (int i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setIcon(dot(agendaShade(m_calendars.shadeOf(m_calendars.names()[i]), palette()).mark));
}

void CalendarLegend::resizeEvent(QResizeEvent *)
{
    arrange();
}

void CalendarLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        color();
    QWidget::changeEvent(event);
}

void CalendarLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, lineColor(palette()));
}

} // namespace ChatCal
