// SPDX-License-Identifier: Apache-2.0
#include "app/window/outagebar.h"

#include "app/look/colors.h"
#include "app/look/tonelabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ChatCal {

OutageBar::OutageBar(QWidget *parent)
    : QWidget(parent),
      m_words(new ToneLabel(ToneLabel::Tone::Bad, this)),
      m_retry(new QPushButton(tr("Retry"), this)),
      m_log(new QPushButton(tr("Show log"), this))
{
    m_retry->setAccessibleName(m_retry->text());
    m_log->setAccessibleName(m_log->text());
    m_log->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_retry);
    layout->addWidget(m_log);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_retry, &QPushButton::clicked, this, &OutageBar::retryWanted);
    connect(m_log, &QPushButton::clicked, this, &OutageBar::logWanted);
    hide();
}

QString OutageBar::words(const QString &title, const QString &text)
{
    return text.isEmpty() ? title : tr("%1. %2", "what is the matter. more of it").arg(title, text);
}

void OutageBar::tell(const QString &title, const QString &text)
{
    m_words->setText(words(title, text));
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
}

void OutageBar::setHasLog(bool hasLog)
{
    m_log->setVisible(hasLog);
}

void OutageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = palette().color(QPalette::Window);
    painter.fillRect(rect(), mixed(ground, alarmColor(palette()), 0.10));
    painter.fillRect(QRect(0, height() - 1, width(), 1), lineColor(palette()));
}

} // namespace ChatCal
