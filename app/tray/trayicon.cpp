// SPDX-License-Identifier: Apache-2.0
#include "app/tray/trayicon.h"

#include <QIcon>

using namespace Qt::StringLiterals;

namespace ChatCal {

TrayIcon::TrayIcon(QObject *parent) : QObject(parent), m_icon(QIcon(u":/icons/chatcal.svg"_s))
{
    m_icon.setToolTip(tr("ChatCal: click to book in one line"));
    m_menu.addAction(tr("Quick book…"), this, &TrayIcon::quickBookWanted);
    m_menu.addAction(tr("Open ChatCal"), this, &TrayIcon::windowWanted);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitWanted);
    m_icon.setContextMenu(&m_menu);
    // Queued: over D-Bus the click is a call that waits for its answer, and windows may ask the bus while they open.
    connect(
        &m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                Q_EMIT quickBookWanted();
            else if (reason == QSystemTrayIcon::DoubleClick || reason == QSystemTrayIcon::MiddleClick)
                Q_EMIT windowWanted();
        },
        Qt::QueuedConnection);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::windowWanted);
}

void TrayIcon::setUpcoming(const QString &words)
{
    m_icon.setToolTip(u"ChatCal\n"_s + words);
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, m_icon.icon());
}

} // namespace ChatCal
