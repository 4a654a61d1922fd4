// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace ChatCal {

constexpr int agendaShadeCount = 8;

/// The colours of one calendar's entries. The hues are told apart by people who see red and green alike (they differ in
/// lightness or along blue and yellow); words on a ground have 4.5:1 and more in light and dark.
struct AgendaShade
{
    QColor mark; ///< the line at the side, outlines
    QColor ground;
    QColor ink; ///< words on the ground
    QColor soft; ///< lesser words on the ground
    QColor pastMark;
    QColor pastGround;
    QColor pastInk;
};

/// @p number is taken modulo agendaShadeCount.
[[nodiscard]] AgendaShade agendaShade(int number, const QPalette &palette);

} // namespace ChatCal
