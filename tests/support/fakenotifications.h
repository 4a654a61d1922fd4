// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace ChatCal {

/// A notification service that takes the Desktop Notifications Specification 1.2 at its word: what breaks it is noted.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint number = 0;
        QString title;
        QString body;
        QStringList actions; ///< key, label, key, label …
        QVariantMap hints;
        [[nodiscard]] QStringList actionKeys() const;
    };

    explicit FakeNotifications(QDBusConnection bus);
    /// Takes the well-known name, or gives it back.
    bool appear();
    void vanish();

    /// What a person does, signals as GNOME Shell sends them: what was acted upon is closed as by the person.
    void press(uint number, const QString &key);
    void close(uint number, uint reason);

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
    QList<Shown> shown;
    QStringList violations;

    /// Called with each; no signals, for those would go out on the bus.
    std::function<void(const Shown &notification)> told = [](const Shown &) {};
    std::function<void(const QString &rule)> violated = [](const QString &) {};

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint number, const QString &key);
    Q_SCRIPTABLE void NotificationClosed(uint number, uint reason);

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() const { return capabilities; }
    // The specification's order of arguments.
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                             const QString &body, const QStringList &actions, const QVariantMap &hints, int expires);
    Q_SCRIPTABLE void CloseNotification(uint number) { close(number, 3); }
    Q_SCRIPTABLE QString GetServerInformation(QString &vendor, QString &version, QString &specification) const;

private:
    void check(bool isKept, const QString &rule);

    QDBusConnection m_bus;
    uint m_last = 0;
};

} // namespace ChatCal
