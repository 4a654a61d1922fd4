// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendageometry.h"
#include "app/agenda/agendalook.h"
#include "app/agenda/agendascene.h"
#include "app/agenda/agendastate.h"

#include <QPainter>

namespace ChatCal {

/// Draws a month: six weeks of cells with as many entries as fit, and counts of the rest.
class MonthPainter
{
public:
    /// All outlive it.
    MonthPainter(const AgendaScene &scene, const MonthGeometry &geometry, const AgendaLook &look,
                 const AgendaState &state);

    void paint(QPainter &painter);

private:
    void paintNames(QPainter &painter) const;
    void paintCell(QPainter &painter, int day) const;
    void paintWeek(QPainter &painter, int week) const;
    void paintLine(QPainter &painter, const AgendaEntry &entry, const QRect &rect, bool isChosen) const;

    const AgendaScene &m_scene;
    const MonthGeometry &m_geometry;
    const AgendaLook &m_look;
    const AgendaState &m_state;
};

} // namespace ChatCal
