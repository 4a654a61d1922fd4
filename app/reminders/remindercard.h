// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reminders/notifier.h"

#include <QWidget>

namespace ChatCal {

/// A reminder in a small window of our own, for desktops without notifications. It does not take the keyboard from
/// what the person is at.
class ReminderCard : public QWidget
{
    Q_OBJECT
public:
    /// @p row: how many of them are on the screen already.
    ReminderCard(const Announcement &announcement, int row, QWidget *parent = nullptr);

    [[nodiscard]] const Announcement &announcement() const { return m_announcement; }

Q_SIGNALS:
    void chosen(const QString &id, ChatCal::AnnouncementAction action);
    void dismissed(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place(int row);

    Announcement m_announcement;
};

} // namespace ChatCal
