// SPDX-License-Identifier: Apache-2.0
#include "app/look/tonelabel.h"

#include "app/look/colors.h"

#include <QApplication>
#include <QEvent>

namespace ChatCal {

ToneLabel::ToneLabel(Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText); // servers' words come here too
    setWordWrap(true);
    dress();
}

void ToneLabel::tell(const QString &words, Tone tone)
{
    m_tone = tone;
    setText(words);
    dress();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void ToneLabel::dress()
{
    if (m_isDressing)
        return;
    m_isDressing = true; // a palette of its own is a change of palette
    QPalette colors = QApplication::palette();
    if (m_tone != Tone::Plain) {
        const QColor ink = m_tone == Tone::Bad ? alarmColor(colors)
            : m_tone == Tone::Good             ? goodColor(colors)
                                               : mutedColor(colors);
        colors.setColor(QPalette::WindowText, ink);
    }
    setPalette(colors);
    m_isDressing = false;
}

} // namespace ChatCal
