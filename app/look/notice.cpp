// SPDX-License-Identifier: Apache-2.0
#include "app/look/notice.h"

#include "app/look/colors.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ChatCal {

Notice::Notice(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_more(new QPushButton(this))
{
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
    }
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 22, 28, 22);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton *button : {m_action, m_more}) {
        button->setMinimumSize(110, 32);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    setFixedWidth(340);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionWanted);
    connect(m_more, &QPushButton::clicked, this, &Notice::moreWanted);
}

void Notice::tell(const QString &title, const QString &text, const QString &action, const QString &more)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const auto offer = [](QPushButton *button, const QString &words) {
        button->setText(words);
        button->setAccessibleName(words);
        button->setVisible(!words.isEmpty());
    };
    offer(m_action, action);
    offer(m_more, more);
    setAccessibleName(title);
    setAccessibleDescription(text);
    fit();
}

void Notice::fit()
{
    layout()->activate();
    const int wrapped = layout()->totalHeightForWidth(width()); // -1: nothing in it wraps
    setFixedHeight(wrapped >= 0 ? wrapped : layout()->totalSizeHint().height());
}

void Notice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit(); // words wrap anew
}

QString Notice::title() const
{
    return m_title->text();
}

void Notice::paintEvent(QPaintEvent *)
{
    // Drawn, not a style sheet: those replace the palette, and with it light and dark.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14);
}

} // namespace ChatCal
