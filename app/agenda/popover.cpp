// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/popover.h"

#include "app/look/colors.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace ChatCal {

namespace {

constexpr int shadow = 10;

} // namespace

Popover::Popover(QWidget *parent) : QFrame(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setContentsMargins(shadow, shadow, shadow, shadow);
    hide();
    connect(qApp, &QApplication::focusChanged, this, &Popover::focusMoved);
}

void Popover::openBeside(const QRect &place)
{
    if (!m_isOpen)
        m_before = QApplication::focusWidget();
    m_isOpen = true;
    m_beside = place;
    this->place();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Popover::place()
{
    if (layout())
        layout()->activate();
    const QRect room = parentWidget()->rect();
    adjustSize();
    resize(std::min(width(), room.width()), std::min(height(), room.height()));
    // Beside it, on the side with more room; the shadow may overlap.
    const bool fitsAfter = m_beside.right() + width() - shadow <= room.right();
    const bool fitsBefore = m_beside.left() - width() + shadow >= room.left();
    int x = m_beside.center().x() - width() / 2;
    int y = m_beside.top() - shadow;
    const bool prefersAfter = layoutDirection() == Qt::LeftToRight;
    if (fitsAfter && (prefersAfter || !fitsBefore))
        x = m_beside.right() - shadow + 6;
    else if (fitsBefore)
        x = m_beside.left() - width() + shadow - 6;
    else
        y = m_beside.bottom() - shadow + 4;
    move(std::clamp(x, 0, std::max(0, room.width() - width())),
         std::clamp(y, 0, std::max(0, room.height() - height())));
}

void Popover::closeNow()
{
    if (!std::exchange(m_isOpen, false))
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void Popover::focusMoved(QWidget *, QWidget *now)
{
    // Nothing has the focus while another window is in front: that closes nothing.
    if (m_isOpen && now && now != this && !isAncestorOf(now) && now->window() == window())
        closeNow();
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeNow();
    else
        event->accept(); // what is typed here is not for the agenda below
}

void Popover::paintEvent(QPaintEvent *)
{
    // Drawn, not a style sheet: those replace the palette, and with it light and dark.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    for (int i = shadow - 1; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, isDark(palette()) ? 12 : 4));
        painter.drawRoundedRect(card.adjusted(-i, -i + 2, i, i), 12 + i, 12 + i);
    }
    painter.setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.2));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace ChatCal
