// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reminders/reminderkeeper.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace ChatCal {

/// What is snoozed and when it comes back.
class SnoozedDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p keeper outlives it.
    explicit SnoozedDialog(ReminderKeeper &keeper, QWidget *parent = nullptr);

Q_SIGNALS:
    void openWanted(const ChatCal::AgendaItem &item);

private:
    void fill();
    void choose();
    [[nodiscard]] std::optional<AgendaItem> chosen() const;

    ReminderKeeper &m_keeper;
    QListWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_open;
    QPushButton *m_dismiss;
    QList<ReminderKeeper::Snoozed> m_shown;
};

} // namespace ChatCal
