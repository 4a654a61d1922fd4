// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendalook.h"
#include "app/agenda/agendascene.h"

#include <QPainter>
#include <QStaticText>
#include <QVarLengthArray>

namespace ChatCal {

/// The words in a block, fitted to its size once and then only drawn: measuring and shortening text is what costs in a
/// crowded week.
class BlockText
{
public:
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// @p size is that of the block as it is painted.
    void fit(const AgendaLook &look, const AgendaEntry &entry, const AgendaBlock &block, const QSize &size);
    void draw(QPainter &painter, const AgendaLook &look, const QRect &block, const QColor &ink, const QColor &soft,
              bool isMirrored) const;

private:
    enum class Face : qint8 {
        Bold,
        Small, ///< and soft
        Narrow, ///< small too
        Tiny,
    };
    struct Line
    {
        QStaticText text;
        int y = 0;
        int width = 0;
        Face face = Face::Bold;
    };
    void add(const AgendaLook &look, const QString &words, Face face, int y, int room);

    QVarLengthArray<Line, 4> m_lines;
    bool m_isReady = false;
};

} // namespace ChatCal
