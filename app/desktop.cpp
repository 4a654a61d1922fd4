// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/look/theme.h"

#include <QApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

Desktop::Desktop(DesktopOptions options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_source(m_client, m_clock),
      m_outgoing(m_client, m_clock),
      m_link(m_options.serverProgram, m_options.dataDir, {m_client, m_clock, m_source, m_outgoing}),
      m_window(m_client, m_source, m_outgoing, m_clock),
      m_quick(m_client),
      m_upcoming(m_source, m_clock),
      m_settings(m_options.serverProgram, {m_client, m_link, m_window})
{
    if (m_options.server.isValid())
        m_link.useOnly(m_options.server, m_options.token);
    connect(&m_link, &ServerLink::answered, this, &Desktop::useServer);
    connect(&m_link, &ServerLink::outage, this, &Desktop::showOutage);
    connect(&m_window, &MainWindow::quickBookWanted, this, &Desktop::openQuickBook);
    connect(&m_window, &MainWindow::lineEditWanted, this, [this](const QString &line) {
        openQuickBook();
        m_quick.take(line);
    });
    connect(&m_window, &MainWindow::retryWanted, &m_link, &ServerLink::retry);
    connect(&m_window, &MainWindow::settingsWanted, &m_settings, &SettingsDesk::open);
    connect(&m_settings, &SettingsDesk::themeWanted, this, &Desktop::themeWanted);
    connect(&m_window, &MainWindow::quitWanted, qApp, &QApplication::quit);
    connect(&m_window, &MainWindow::hiddenToTray, this, [this] {
        m_tray.tell(tr("ChatCal is still here"), tr("Click its icon to book, or choose Quit in its menu."));
    });
    connect(&m_quick, &QuickBookWindow::closed, this, &Desktop::quitIfUnseen);
    connect(&m_quick, &QuickBookWindow::booked, &m_window,
            [this](const QString &, Instant start) { m_window.showMeeting(start); });
    connect(&m_upcoming, &Upcoming::changed, &m_window, &MainWindow::setUpcoming);
    connect(&m_upcoming, &Upcoming::changed, &m_tray, &TrayIcon::setUpcoming);
    connect(&m_tray, &TrayIcon::quickBookWanted, this, &Desktop::openQuickBook);
    connect(&m_tray, &TrayIcon::windowWanted, this, &Desktop::openWindow);
    connect(&m_tray, &TrayIcon::quitWanted, qApp, &QApplication::quit);
    connect(&m_client, &ApiClient::reminder, this, [this](const QString &title, const QString &, int minutes) {
        m_tray.tell(title, tr("Begins in %1 min.").arg(minutes));
    });
    connect(qApp, &QApplication::aboutToQuit, &m_window, &MainWindow::keepState);
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    const bool hasTray = TrayIcon::isAvailable();
    QApplication::setQuitOnLastWindowClosed(false); // quitIfUnseen decides
    m_window.setHidesOnClose(hasTray);
    connect(qApp, &QApplication::lastWindowClosed, this, &Desktop::quitIfUnseen);
    if (hasTray)
        m_tray.show();
    open(m_options.quickOnly ? u"quick"_s : QString());

    m_link.start();
    m_upcoming.refresh();
}

void Desktop::useServer(const ServerFacts &facts)
{
    m_window.useServer(facts);
    m_quick.useServer(facts.zone);
    m_upcoming.refresh();
    m_settings.welcome();
}

void Desktop::showOutage(const QString &title, const QString &text, bool canRetry)
{
    m_window.showOutage(title, text, canRetry);
    m_quick.setOutage(title + u". "_s + text);
}

void Desktop::open(const QString &wish)
{
    if (wish == "quick"_L1)
        openQuickBook();
    else
        openWindow();
}

void Desktop::dress()
{
    m_window.dress();
    m_quick.dress();
}

void Desktop::openQuickBook()
{
    m_quick.open(m_tray.geometry());
}

void Desktop::openWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

/// Where there is no tray, a program without a window would be lost to its person.
void Desktop::quitIfUnseen()
{
    if (!TrayIcon::isAvailable() && !m_window.isVisible() && !m_quick.isVisible())
        QApplication::quit();
}

} // namespace ChatCal
