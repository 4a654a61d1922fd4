// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/agendashades.h"

#include "app/look/colors.h"

#include <array>

namespace ChatCal {

namespace {

struct Hue
{
    QRgb light; ///< a mark on a light ground
    QRgb dark; ///< a mark on a dark ground
    QRgb deep; ///< mixed into a dark ground; a pale colour would give grey
};

// Near Okabe and Ito's set, darkened and lightened to be read on either ground.
constexpr std::array<Hue, agendaShadeCount> hues{{
    {0x3b50d3, 0xa9b6ff, 0x4558dc}, // indigo
    {0x0d7490, 0x7dc4d6, 0x0d8a9c}, // teal
    {0xb5500b, 0xffa266, 0xb8560f}, // vermilion
    {0xa53d7b, 0xf0a3cd, 0xa9427f}, // reddish purple
    {0x7a6400, 0xe3c74f, 0x84700c}, // gold
    {0x10764f, 0x6ad6a8, 0x0e8058}, // bluish green
    {0x535c69, 0xbac2cf, 0x616b7a}, // slate
    {0x1f78bd, 0x86c6f7, 0x2473b3}, // sky
}};

} // namespace

AgendaShade agendaShade(int number, const QPalette &palette)
{
    const Hue &hue = hues[static_cast<size_t>(number % agendaShadeCount)];
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    AgendaShade shade;
    shade.mark = QColor(isDark(palette) ? hue.dark : hue.light);
    shade.ground = isDark(palette) ? mixed(base, QColor(hue.deep), 0.44) : mixed(base, shade.mark, 0.14);
    shade.ink = text;
    shade.soft = mixed(shade.ground, text, 0.82);
    shade.pastMark = mixed(base, shade.mark, 0.6);
    shade.pastGround = mixed(base, shade.ground, 0.5);
    shade.pastInk = mixed(shade.pastGround, text, 0.7);
    return shade;
}

} // namespace ChatCal
