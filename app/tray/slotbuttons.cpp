// SPDX-License-Identifier: Apache-2.0
#include "app/tray/slotbuttons.h"

#include "app/look/daywords.h"
#include "core/time/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

namespace ChatCal {

namespace {

constexpr qsizetype offered = 4;

/// "Thu 14:30" or "Thu 2:30 PM", short enough for a button.
QString shortWords(Instant instant, const Zone &zone)
{
    const LocalTime local = zone.toLocal(instant);
    const QString day = QLocale().dayName(toQDate(dayOf(local)).dayOfWeek(), QLocale::ShortFormat);
    return SlotButtons::tr("%1 %2", "a weekday and a time").arg(day, clockWords(toQTime(local)));
}

} // namespace

SlotButtons::SlotButtons(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    hide();
}

void SlotButtons::setSlots(const QList<Interval> &list, const Zone &zone)
{
    const QList<Interval> shown = list.first(std::min(list.size(), offered));
    if (shown == m_slots && zone == m_zone)
        return;
    m_slots = shown;
    m_zone = zone;
    while (m_buttons.size() < shown.size()) { // made once, and kept: there are new times with nearly every key
        auto *button = new QPushButton(this);
        button->setAutoDefault(true);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, number = m_buttons.size()] {
            if (number < m_slots.size())
                Q_EMIT chosen(m_slots[number]);
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QPushButton *button = m_buttons[i];
        button->setVisible(i < shown.size());
        if (i >= shown.size())
            continue;
        button->setText(shortWords(shown[i].start, zone));
        const QKeySequence key(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_1 + i));
        button->setShortcut(key); // after the text, which resets it
        button->setAccessibleName(tr("Book %1 instead").arg(spanInWords(shown[i], zone)));
        button->setToolTip(tr("%1 (%2)", "a time and its key")
                               .arg(spanInWords(shown[i], zone), key.toString(QKeySequence::NativeText)));
    }
    setVisible(!shown.isEmpty());
}

bool SlotButtons::enter()
{
    if (m_slots.isEmpty() || !isVisible())
        return false;
    m_buttons.first()->setFocus(Qt::TabFocusReason);
    return true;
}

bool SlotButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Up) {
        Q_EMIT upWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ChatCal
