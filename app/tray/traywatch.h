// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

class QDBusPendingCallWatcher;

namespace ChatCal {

/// Where QSettings keeps whether closing the window leaves ChatCal in the tray; bool, true.
inline constexpr auto closesToTrayKey = "window/closesToTray";

/// Whether the desktop has a tray, asked anew when that may have changed. Qt answers the question once and keeps the
/// answer for the life of the process (6.4), so a tray that starts after us would never be used: it is asked here, and
/// Qt's icon made only when there is one.
class TrayWatch : public QObject
{
    Q_OBJECT
public:
    explicit TrayWatch(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    /// There is a host for StatusNotifierItems on the bus or a system tray on the X11 screen. The first time it may
    /// ask the bus and wait, at most a tenth of a second.
    [[nodiscard]] bool isThere();
    /// The tray that is there takes icons over the bus.
    [[nodiscard]] bool isOnBus() const { return m_onBus; }
    /// A tray of X11 does not say that it came: for a beat of once a minute.
    void look();

Q_SIGNALS:
    void changed(bool isThere);

private Q_SLOTS:
    void askBus();

private:
    [[nodiscard]] bool isOnScreen() const;
    void settle(bool onBus);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_services;
    bool m_wasAsked = false;
    bool m_onBus = false;
    bool m_isThere = false;
};

} // namespace ChatCal
