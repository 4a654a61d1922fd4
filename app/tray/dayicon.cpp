// SPDX-License-Identifier: Apache-2.0
#include "app/tray/dayicon.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

QPixmap sheet(int day, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = size / 16.0;
    const QRectF outer = QRectF(0, 0, size, size).adjusted(unit * 0.5, unit * 0.5, -unit * 0.5, -unit * 0.5);
    QPainterPath shape;
    shape.addRoundedRect(outer, unit * 3, unit * 3);
    painter.fillPath(shape, QColor(0x4a, 0x5f, 0xe6));
    painter.setClipPath(shape);
    // The head of the sheet, where a wall calendar is bound.
    painter.fillRect(QRectF(0, 0, size, outer.top() + unit * 3), QColor(0x2b, 0x3c, 0xb0));
    painter.setClipping(false);
    // A hair of light around it: on a dark panel the sheet does not sink in, on a light one it does not show.
    painter.setPen(QPen(QColor(255, 255, 255, 110), std::max(1.0, unit * 0.5)));
    painter.drawPath(shape);

    QFont font(u"DejaVu Sans"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setBold(true);
    font.setPixelSize(static_cast<int>(unit * 9));
    const QString text = QString::number(day);
    const QRectF ink = QFontMetricsF(font).tightBoundingRect(text);
    const QPointF center(outer.center().x(), (outer.top() + unit * 3 + outer.bottom()) / 2);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(center - ink.center(), text);
    return pixmap;
}

} // namespace

QIcon dayIcon(int day)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64}) // of panels, at scales of 100 and 200 %
        icon.addPixmap(sheet(day, size));
    return icon;
}

} // namespace ChatCal
