// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/interval.h"
#include "core/time/zone.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ChatCal {

/// The nearest free times as a row of buttons: reached by Tab or Down, chosen by Enter, or by Alt and their number.
class SlotButtons : public QWidget
{
    Q_OBJECT
public:
    explicit SlotButtons(QWidget *parent = nullptr);

    /// Shows the first four; hides itself when there is none.
    void setSlots(const QList<Interval> &list, const Zone &zone);
    /// Gives the keyboard to the first; false when there is none.
    bool enter();

Q_SIGNALS:
    void chosen(const ChatCal::Interval &slot);
    /// Up: back to where one came from.
    void upWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
    QList<Interval> m_slots;
    Zone m_zone;
};

} // namespace ChatCal
