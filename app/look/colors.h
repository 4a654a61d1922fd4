// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace ChatCal {

// The colours beside a palette's own, so that what we draw follows light, dark and the desktop's own theme.

[[nodiscard]] bool isDark(const QPalette &palette);
/// @p share of @p b in @p a, 0 to 1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, qreal share);
/// For meetings, chosen things and the one button that matters.
[[nodiscard]] QColor accentColor(const QPalette &palette);
/// For conflicts and the line of now.
[[nodiscard]] QColor alarmColor(const QPalette &palette);
/// For what went well.
[[nodiscard]] QColor goodColor(const QPalette &palette);
/// For what matters less; 4.5:1 on the palette's grounds.
[[nodiscard]] QColor mutedColor(const QPalette &palette);
/// For lines between things.
[[nodiscard]] QColor lineColor(const QPalette &palette);

} // namespace ChatCal
