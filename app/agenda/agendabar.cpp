// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendabar.h"

namespace ChatCal {

void paintBar(QPainter &painter, const AgendaLook &look, const AgendaEntry &entry, const AgendaBar &bar,
              const QRect &rect, bool isChosen, bool isPast, bool isMirrored)
{
    const AgendaShade &shade = look.shade(entry.shade);
    const QColor ground = isChosen ? look.palette.color(QPalette::Highlight) : isPast ? shade.pastGround : shade.ground;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(entry.state == AgendaEntry::State::Settled && !entry.isTentative
                       ? QPen(Qt::NoPen)
                       : QPen(shade.mark, 1, Qt::DashLine));
    painter.setBrush(ground);
    // What goes on beyond the edge has no round end there.
    const bool isLeftCut = isMirrored ? bar.isCutAfter : bar.isCutBefore;
    const bool isRightCut = isMirrored ? bar.isCutBefore : bar.isCutAfter;
    painter.drawRoundedRect(rect.adjusted(isLeftCut ? -8 : 0, 0, isRightCut ? 8 : 0, 0), 5, 5);
    painter.restore();
    painter.setFont(look.small);
    painter.setPen(isChosen ? look.palette.color(QPalette::HighlightedText) : isPast ? shade.pastInk : shade.ink);
    const QRect inner = rect.adjusted(7, 0, -5, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     look.smallMetrics.elidedText(entry.item.title, Qt::ElideRight, inner.width()));
}

} // namespace ChatCal
