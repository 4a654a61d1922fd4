// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace ChatCal {

/// The icon in the system tray, where the desktop has one. A click opens quick booking.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);

    /// Asked at run time: GNOME has none, and then closing a window must not hide it to nowhere.
    /// It may ask over D-Bus and wait for the answer: not for a click's handler.
    [[nodiscard]] static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void show() { m_icon.show(); }
    /// Where the icon is; null where there is none, or where the desktop does not say.
    [[nodiscard]] QRect geometry() const { return m_icon.isVisible() ? m_icon.geometry() : QRect(); }
    /// What comes next, for the tool tip.
    void setUpcoming(const QString &words);
    void tell(const QString &title, const QString &text);

Q_SIGNALS:
    void quickBookWanted();
    void windowWanted();
    void quitWanted();

private:
    QSystemTrayIcon m_icon;
    QMenu m_menu;
};

} // namespace ChatCal
