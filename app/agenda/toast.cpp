// SPDX-License-Identifier: Apache-2.0
#include "app/agenda/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace std::chrono_literals;

namespace ChatCal {

Toast::Toast(QWidget *parent) : QFrame(parent), m_words(new QLabel(this)), m_offers(new QHBoxLayout)
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 9, 10, 9);
    layout->setSpacing(14);
    layout->addWidget(m_words, 1);
    layout->addLayout(m_offers);
    parent->installEventFilter(this);
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &Toast::goIfAlone);
    hide();
}

QString Toast::words() const
{
    return isHidden() ? QString() : m_words->text();
}

void Toast::tell(const QString &words, const QList<Offer> &offers)
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
    // The card is the palette turned around; a style sheet would stay behind when light turns dark.
    QPalette colors = QApplication::palette();
    const QColor ground = colors.color(QPalette::Text);
    const QColor ink = colors.color(QPalette::Base);
    colors.setColor(QPalette::WindowText, ink);
    colors.setColor(QPalette::Window, ground);
    colors.setColor(QPalette::Button, ground);
    colors.setColor(QPalette::ButtonText, ink);
    setPalette(colors);
    m_words->setText(words);
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(offer.words, this);
        button->setAccessibleDescription(words);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action = offer.action] {
            hide();
            action();
        });
        m_offers->addWidget(button);
        button->show(); // the layout would do so later, and not count it until then
    }
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close this message"));
    close->setFlat(true);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &Toast::hide);
    m_offers->addWidget(close);
    close->show();
    show();
    raise();
    place();
    m_time.start(offers.size() > 1 ? 20s : offers.isEmpty() ? 6s : 9s);
    setAccessibleName(words);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::takeFocus()
{
    if (auto *item = isHidden() ? nullptr : m_offers->itemAt(0))
        item->widget()->setFocus(Qt::ShortcutFocusReason);
}

void Toast::goIfAlone()
{
    if (underMouse() || isAncestorOf(QApplication::focusWidget()))
        m_time.start(3s);
    else
        hide();
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    setMaximumWidth(std::max(120, room.width() - 32));
    m_words->setFixedWidth(std::min(room.width() / 2, m_words->fontMetrics().horizontalAdvance(m_words->text()) + 4));
    layout()->invalidate();
    adjustSize();
    if (layout()->hasHeightForWidth())
        resize(width(), layout()->heightForWidth(width()));
    move((room.width() - width()) / 2, room.height() - height() - 18);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        parentWidget()->setFocus(Qt::ShortcutFocusReason);
    } else {
        QFrame::keyPressEvent(event);
    }
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(rect(), 12, 12);
}

} // namespace ChatCal
