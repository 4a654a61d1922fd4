// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QStringList>

namespace ChatCal {

/// A D-Bus session of a test's own, by the system's dbus-daemon.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    /// False where there is no dbus-daemon.
    [[nodiscard]] bool isRunning() const { return !m_address.isEmpty(); }
    /// Another connection to it each time, gone with the bus.
    [[nodiscard]] QDBusConnection connect();

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

} // namespace ChatCal
