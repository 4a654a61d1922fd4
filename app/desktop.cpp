// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/window/agendaview.h"

#include <QCoroTask>

#include <QApplication>

using namespace Qt::StringLiterals;

namespace ChatCal {

Desktop::Desktop(DesktopOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_window(m_client, m_clock), m_quick(m_client)
{
    connect(&m_window, &MainWindow::quickBookWanted, this, &Desktop::openQuickBook);
    connect(&m_window, &MainWindow::zoneKnown, &m_quick, &QuickBookWindow::setZone);
    connect(&m_window, &MainWindow::hiddenToTray, this, [this] {
        m_tray.tell(tr("ChatCal is still here"), tr("Click its icon to book, or choose Quit in its menu."));
    });
    connect(&m_tray, &TrayIcon::quickBookWanted, this, &Desktop::openQuickBook);
    connect(&m_tray, &TrayIcon::windowWanted, this, &Desktop::openWindow);
    connect(&m_tray, &TrayIcon::quitWanted, qApp, &QApplication::quit);
    connect(&m_client, &ApiClient::reminder, this, [this](const QString &title, const QString &, int minutes) {
        m_tray.tell(title, tr("Begins in %n minute(s).", nullptr, minutes));
    });
}

void Desktop::start()
{
    const bool hasTray = TrayIcon::isAvailable();
    QApplication::setQuitOnLastWindowClosed(!hasTray);
    m_window.setHidesOnClose(hasTray);
    if (hasTray)
        m_tray.show();
    if (m_options.quickOnly)
        openQuickBook();
    else
        openWindow();

    if (m_options.server.isValid()) {
        connectTo(m_options.server, m_options.token);
        return;
    }
    m_child = std::make_unique<ServerProcess>(m_options.serverProgram, m_options.dataDir);
    connect(m_child.get(), &ServerProcess::ready, this, [this](const QUrl &url) { connectTo(url, m_child->token()); });
    connect(m_child.get(), &ServerProcess::failed, &m_window, [this](const QString &reason) {
        m_window.showOutage(tr("ChatCal's server did not start.\n%1").arg(reason));
    });
    connect(m_child.get(), &ServerProcess::restarting, &m_window,
            [this] { m_window.showOutage(tr("The server stopped and is started again.")); });
    m_child->start();
}

void Desktop::connectTo(const QUrl &url, const Secret &token)
{
    m_client.setServer(url, token);
    QCoro::connect(m_client.serverNow(), this, [this](const Result<Instant> &now) {
        if (now)
            m_clock.setServerNow(*now);
        m_window.useServer();
        m_window.agenda().showToday();
        m_client.follow();
    });
}

void Desktop::openQuickBook()
{
    m_quick.open(TrayIcon::isAvailable() ? m_tray.geometry() : QRect());
}

void Desktop::openWindow()
{
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace ChatCal
