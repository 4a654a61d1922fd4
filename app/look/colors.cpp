// SPDX-License-Identifier: Apache-2.0
#include "app/look/colors.h"

namespace ChatCal {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5F;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

QColor accentColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xa9, 0xb6, 0xff) : QColor(0x3b, 0x50, 0xd3);
}

QColor alarmColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xff, 0x9a, 0x90) : QColor(0xb3, 0x26, 0x1e);
}

QColor goodColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x7d, 0xdc, 0xb4) : QColor(0x0b, 0x6b, 0x4b);
}

QColor mutedColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.68);
}

QColor lineColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.13);
}

} // namespace ChatCal
