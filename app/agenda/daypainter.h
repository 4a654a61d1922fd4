// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendageometry.h"
#include "app/agenda/agendalook.h"
#include "app/agenda/agendascene.h"
#include "app/agenda/agendastate.h"
#include "app/agenda/blocktext.h"

#include <QCoreApplication>
#include <QPainter>

namespace ChatCal {

/// Draws days as columns: the grid, blocks, bars, now, and what is held.
class DayPainter
{
    Q_DECLARE_TR_FUNCTIONS(AgendaView)
public:
    /// All outlive it. @p texts has one per block of the scene and is filled as blocks come into view; @p crowds has
    /// 24 counts a day, of what is too narrow to be shown.
    DayPainter(const AgendaScene &scene, const DayGeometry &geometry, const AgendaLook &look, const AgendaState &state,
               QList<BlockText> &texts, const QList<int> &crowds);

    /// Draws what is inside @p part.
    void paint(QPainter &painter, const QRect &part);

    /// Rows of bars shown; the last one holds counts where a day has more.
    static constexpr int foldedRows = 3;

private:
    void paintGrid(QPainter &painter, const QRect &part) const;
    void paintBlocks(QPainter &painter, const QRect &part);
    void paintBlock(QPainter &painter, qsizetype index, const QRect &rect);
    void paintCrowds(QPainter &painter, const QRect &part) const;
    void paintNow(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void paintHeld(QPainter &painter) const;
    void paintHeldPart(QPainter &painter, int day, int from, int to) const;
    void paintHead(QPainter &painter) const;
    void paintDayName(QPainter &painter, int day) const;
    void paintBars(QPainter &painter) const;

    const AgendaScene &m_scene;
    const DayGeometry &m_geometry;
    const AgendaLook &m_look;
    const AgendaState &m_state;
    QList<BlockText> &m_texts;
    const QList<int> &m_crowds;
};

} // namespace ChatCal
