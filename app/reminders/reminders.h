// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reminders/notifier.h"
#include "app/reminders/reminderkeeper.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace ChatCal {

class ReminderCard;
class SnoozedDialog;

/// Opens the meeting's conference in the browser; false where it has no link that is safe to open (http or https).
bool joinMeeting(const AgendaItem &item);

/// Reminders from the agenda to the person and back: what is due is told by the desktop's notifications, else by
/// the tray, else in a window of our own; Join, Snooze and Open do what they say.
class Reminders : public QObject
{
    Q_OBJECT
public:
    /// Shows it as a message of the tray's; false where there is no tray.
    using TrayMessage = std::function<bool(const QString &title, const QString &text)>;

    /// @p source, @p client and @p clock outlive it; @p file keeps what was told.
    Reminders(AgendaSource &source, ApiClient &client, const Clock &clock, const QString &file, TrayMessage tray,
              QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);
    ~Reminders() override;

    [[nodiscard]] ReminderKeeper &keeper() { return m_keeper; }
    /// Reads QSettings anew; for who changed them.
    void applySettings();
    void showSnoozed();
    /// Says something that is about no meeting; never by QSystemTrayIcon where notifications are there, for Qt 6.4
    /// sends the urgency as an int32 where the specification has a byte.
    void inform(const QString &title, const QString &text);

Q_SIGNALS:
    void windowWanted();
    void openWanted(const ChatCal::AgendaItem &item);

private:
    void tell(const QList<AgendaItem> &items);
    void announce(const Announcement &announcement, const QList<ReminderKey> &keys);
    void tellOtherwise(const Announcement &announcement);
    void act(const QString &id, AnnouncementAction action);
    void dismiss(const QString &id);
    void open(const ReminderKey &key);

    ReminderKeeper m_keeper;
    Notifier m_notifier;
    TrayMessage m_tray;
    QHash<QString, QList<ReminderKey>> m_told; ///< what an announcement is about; nothing: inform()
    QList<QPointer<ReminderCard>> m_cards;
    std::unique_ptr<SnoozedDialog> m_snoozed; ///< made when first asked for
    quint64 m_number = 0;
};

} // namespace ChatCal
