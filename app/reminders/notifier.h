// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace ChatCal {

/// Something a person is to be told, and what can be done about it. Plain text.
struct Announcement
{
    QString id; ///< ours; one told again under the same id takes the place of the old one
    QString title;
    QString body;
    bool canJoin = false;
    bool canSnooze = false;
};

enum class AnnouncementAction { Open, Join, Snooze };

/// Notifications of the desktop (Desktop Notifications Specification 1.2) over D-Bus.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    /// Shows it, or says undeliverable() soon.
    void tell(const Announcement &announcement);

Q_SIGNALS:
    void chosen(const QString &id, ChatCal::AnnouncementAction action);
    /// The person closed it; not that it went away by itself.
    void dismissed(const QString &id);
    /// There is no notification service, or it does not answer.
    void undeliverable(const ChatCal::Announcement &announcement);

private Q_SLOTS:
    void actionInvoked(uint number, const QString &key);
    void notificationClosed(uint number, uint reason);

private:
    void show(const Announcement &announcement, const QStringList &capabilities);
    [[nodiscard]] static QStringList actionsFor(const Announcement &announcement);
    [[nodiscard]] static QString bodyFor(const Announcement &announcement, const QStringList &capabilities);

    QDBusConnection m_bus;
    QHash<uint, QString> m_shown; ///< by the service's number
};

} // namespace ChatCal
