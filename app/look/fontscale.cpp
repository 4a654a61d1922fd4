// SPDX-License-Identifier: Apache-2.0
#include "app/look/fontscale.h"

#include <QApplication>
#include <QFont>
#include <QSettings>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal::FontScale {

namespace {

int inForce = 100;

/// It has a size of its own, which follows no change of the application's.
bool hasOwnSize(const QWidget *widget)
{
    if (!widget->testAttribute(Qt::WA_SetFont) || !(widget->font().resolveMask() & QFont::SizeResolved))
        return false;
    const QWidget *parent = widget->isWindow() ? nullptr : widget->parentWidget();
    const double around = parent == nullptr ? QApplication::font().pointSizeF() : parent->font().pointSizeF();
    return !qFuzzyCompare(widget->font().pointSizeF(), around);
}

} // namespace

int kept()
{
    return std::clamp(QSettings().value("fontScale"_L1, 100).toInt(), least, most);
}

void restore()
{
    set(kept());
}

void set(int percent)
{
    const int wanted = std::clamp(percent, least, most);
    QSettings settings;
    if (settings.value("fontScale"_L1, 100).toInt() != wanted)
        settings.setValue("fontScale"_L1, wanted);
    if (wanted == inForce)
        return;
    const double ratio = static_cast<double>(wanted) / inForce;
    inForce = wanted;
    QList<QPair<QWidget *, double>> own;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (hasOwnSize(widget))
            own.append({widget, widget->font().pointSizeF() * ratio});
    }
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * ratio);
    QApplication::setFont(font);
    for (const auto &[widget, size] : std::as_const(own)) {
        QFont scaled = widget->font();
        scaled.setPointSizeF(size);
        widget->setFont(scaled);
    }
}

} // namespace ChatCal::FontScale
