// SPDX-License-Identifier: Apache-2.0
#include "app/look/style.h"

#include "app/look/colors.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qreal radius = 7;
constexpr int controlHeight = 32;
constexpr int scrollBarWidth = 12;
constexpr int shortestSlider = 32;
constexpr int textMargin = 5;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isEnabled(const QStyleOption *option)
{
    return has(option, QStyle::State_Enabled);
}

QColor borderColor(const QStyleOption *option)
{
    const QPalette &colors = option->palette;
    if (isEnabled(option) && has(option, QStyle::State_MouseOver))
        return mixed(lineColor(colors), accentColor(colors), 0.7);
    return mixed(colors.color(QPalette::Base), colors.color(QPalette::Text), isEnabled(option) ? 0.28 : 0.16);
}

/// A rounded box; with the focus of the keyboard in it, in a ring of the accent.
void drawBox(QPainter *painter, const QRect &place, const QBrush &ground, const QColor &border, bool hasFocus,
             const QPalette &colors)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(ground);
    painter->setPen(hasFocus ? QPen(accentColor(colors), 2) : QPen(border, 1));
    const qreal inset = hasFocus ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawChevron(QPainter *painter, const QRect &place, bool down, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(place).center();
    const qreal step = down ? 2 : -2;
    QPainterPath path(middle + QPointF(-4, -step));
    path.lineTo(middle + QPointF(0, step));
    path.lineTo(middle + QPointF(4, -step));
    painter->drawPath(path);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &colors = option->palette;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isDown = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    QColor ground = mixed(colors.color(QPalette::Base), colors.color(QPalette::Text), isDown ? 0.12 : 0.02);
    if (isFlat && !isDown)
        ground = has(option, QStyle::State_MouseOver) ? mixed(colors.color(QPalette::Base), accentColor(colors), 0.1)
                                                      : QColor(Qt::transparent);
    const bool isRinged = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    QColor border = isDefault && isEnabled(option) ? accentColor(colors) : borderColor(option);
    if (isFlat)
        border = Qt::transparent;
    drawBox(painter, option->rect, ground, border, isRinged, colors);
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const QPalette &colors = option->palette;
    const bool isOn = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor accent = isEnabled(option) ? colors.color(QPalette::Highlight) : lineColor(colors);
    QRectF place = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(isOn ? accent : colors.color(QPalette::Base));
    painter->setPen(isOn ? accent : borderColor(option));
    painter->drawRoundedRect(place, round ? place.width() / 2 : 4, round ? place.height() / 2 : 4);
    painter->setPen(QPen(colors.color(QPalette::HighlightedText), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = place.center();
    if (round && isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.color(QPalette::HighlightedText));
        painter->drawEllipse(middle, 3, 3);
    } else if (has(option, QStyle::State_NoChange)) {
        painter->drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0));
    } else if (isOn) {
        QPainterPath tick(middle + QPointF(-3.2, 0.2));
        tick.lineTo(middle + QPointF(-1, 2.6));
        tick.lineTo(middle + QPointF(3.4, -2.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(tick);
    }
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const QPalette &colors = option->palette;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawBox(painter, option->rect, colors.brush(QPalette::Base), borderColor(option),
                    has(option, State_HasFocus), colors);
        else
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), colors.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit:
        return; // with its panel
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return;
    case PE_PanelItemViewItem:
        if (!has(option, State_Selected))
            break;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(has(option, State_Active) ? colors.brush(QPalette::Highlight)
                                                    : colors.brush(QPalette::Inactive, QPalette::Highlight));
        painter->drawRoundedRect(option->rect, 6, 6);
        painter->restore();
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_FrameFocusRect:
        // A field wears its own ring, and the chosen row of a list is the one with the keyboard.
        if (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget))
            return;
        drawBox(painter, option->rect, Qt::NoBrush, Qt::transparent, true, colors);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonBevel) { // Fusion draws a shade below it
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const QPalette &colors = option->palette;
    const QColor ink = isEnabled(option) ? mutedColor(colors) : lineColor(colors);
    if (control == CC_ComboBox) {
        drawBox(painter, option->rect, colors.brush(QPalette::Base), borderColor(option), has(option, State_HasFocus),
                colors);
        drawChevron(painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), true, ink);
    } else if (control == CC_SpinBox) {
        drawBox(painter, option->rect, colors.brush(QPalette::Base), borderColor(option), has(option, State_HasFocus),
                colors);
        if (!option->subControls.testFlag(SC_SpinBoxUp))
            return;
        drawChevron(painter, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget), false, ink);
        drawChevron(painter, proxy()->subControlRect(control, option, SC_SpinBoxDown, widget), true, ink);
    } else if (control == CC_ScrollBar) {
        const QRect slider =
            proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget).adjusted(3, 3, -3, -3);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(colors.color(QPalette::Base), colors.color(QPalette::Text),
                                has(option, State_MouseOver) ? 0.42 : 0.28));
        if (slider.isValid())
            painter->drawRoundedRect(slider, 3, 3);
        painter->restore();
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // A slider in a groove, no buttons at the ends.
    const QRect &whole = bar->rect;
    const bool isUpright = bar->orientation == Qt::Vertical;
    const int length = isUpright ? whole.height() : whole.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int slider = range > 0
        ? std::clamp(static_cast<int>(length * qint64(bar->pageStep) / (range + bar->pageStep)),
                     std::min(shortestSlider, length), length)
        : length;
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto stretch = [&](int from, int size) {
        const QRect piece = isUpright ? QRect(whole.x(), whole.y() + from, whole.width(), size)
                                      : QRect(whole.x() + from, whole.y(), size, whole.height());
        return visualRect(bar->direction, whole, piece);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return whole;
    case SC_ScrollBarSlider:
        return stretch(at, slider);
    case SC_ScrollBarSubPage:
        return stretch(0, at);
    case SC_ScrollBarAddPage:
        return stretch(at + slider, length - at - slider);
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect place = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        place.adjust(textMargin, 0, -textMargin, 0); // off the rounded ends
    return place;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize fit = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        fit.setHeight(std::max(fit.height(), std::max(controlHeight, option->fontMetrics.height() + 14)));
    if (type == CT_PushButton)
        fit.rwidth() += 12;
    if (type == CT_ItemViewItem)
        fit.setHeight(std::max(fit.height(), option->fontMetrics.height() + 10));
    return fit;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 17;
    case PM_FocusFrameHMargin: // beside an item's text
        return textMargin;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_ScrollView_FrameOnlyAroundContents || hint == SH_ComboBox_Popup
        || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace ChatCal
