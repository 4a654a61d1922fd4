// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agenda/agendashades.h"

#include <QFont>
#include <QFontMetrics>
#include <QPalette>

#include <array>

namespace ChatCal {

/// Fonts and colours of the agenda, worked out once for a font and a palette.
struct AgendaLook
{
    AgendaLook(const QFont &font, const QPalette &palette);

    [[nodiscard]] const AgendaShade &shade(int number) const
    {
        return shades[static_cast<size_t>(number % agendaShadeCount)];
    }

    QPalette palette;
    QFont font;
    QFont bold;
    QFont small;
    QFont tiny;
    QFontMetrics metrics;
    QFontMetrics boldMetrics;
    QFontMetrics smallMetrics;
    QFontMetrics tinyMetrics;
    std::array<AgendaShade, agendaShadeCount> shades;
    QColor base;
    QColor text;
    QColor muted;
    QColor line;
    QColor halfLine; ///< between the lines of the hours
    QColor accent;
    QColor alarm;
};

/// Words for a time of the clock, minutes after midnight; kept, since writing one by the locale is slow.
[[nodiscard]] const QString &clockWordsAt(int minute);
/// "14:00 – 15:00".
[[nodiscard]] QString spanWords(int startMinute, int endMinute);

} // namespace ChatCal
