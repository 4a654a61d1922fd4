// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/look/theme.h"
#include "app/settings/settingswindow.h"
#include "app/tray/autostart.h"
#include "app/window/outagebar.h"

#include <QApplication>
#include <QCursor>
#include <QSettings>
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
      m_quick(m_client, m_source, m_outgoing),
      m_upcoming(m_source, m_clock),
      m_reminders(m_source, m_client, m_clock, m_link.servers().folder({}) + u"/reminders.json"_s,
                  [this](const QString &title, const QString &text) {
                      // An icon on the bus shows its messages by the very service that is missing.
                      return !m_trayWatch.isOnBus() && m_tray.tell(title, text);
                  }),
      m_settings(m_options.serverProgram, {m_client, m_link, m_window})
{
    if (m_options.server.isValid())
        m_link.useOnly(m_options.server, m_options.token);
    connect(&m_link, &ServerLink::answered, this, &Desktop::useServer);
    connect(&m_link, &ServerLink::outage, this, &Desktop::showOutage);
    connect(&m_window, &MainWindow::quickBookWanted, this, &Desktop::openQuickBook);
    connect(&m_window, &MainWindow::lineEditWanted, this, [this](const Change &change) {
        openQuickBook();
        m_quick.take(change.text, change.literal);
    });
    connect(&m_window, &MainWindow::retryWanted, &m_link, &ServerLink::retry);
    connect(&m_window, &MainWindow::settingsWanted, &m_settings, &SettingsDesk::open);
    connect(&m_window, &MainWindow::quitWanted, this, &Desktop::quit);
    connect(&m_window, &MainWindow::closed, this, [this] { m_wasClosed = true; });
    connect(&m_window, &MainWindow::hiddenToTray, this, [this] {
        m_reminders.inform(tr("ChatCal is still here"), tr("Click its icon to book, or choose Quit in its menu."));
    });
    connect(&m_quick, &QuickBookWindow::closed, this, &Desktop::quitIfUnseen);
    connect(&m_quick, &QuickBookWindow::booked, &m_window,
            [this](const QString &, Instant start) { m_window.showMeeting(start); });
    connect(&m_upcoming, &Upcoming::changed, &m_window, &MainWindow::setUpcoming);
    connect(&m_upcoming, &Upcoming::changed, &m_tray, &TrayIcon::setUpcoming);
    connect(qApp, &QApplication::aboutToQuit, &m_window, &MainWindow::keepState);
    connectTray();
    connectSettings();
}

void Desktop::connectSettings()
{
    SettingsContext &context = m_settings.context();
    context.remindersChanged = [this] { m_reminders.applySettings(); };
    context.shortcut = &m_shortcut;
    context.startsAtLogin = [] { return Autostart().isOn(); };
    context.setStartsAtLogin = [](bool on) { return Autostart().setOn(on); };
    context.hasTray = [this] { return m_trayWatch.isThere(); };
    context.closingChanged = [this] { followClosing(); };
    connect(&m_settings, &SettingsDesk::themeWanted, this, &Desktop::themeWanted);
}

void Desktop::connectTray()
{
    connect(&m_tray, &TrayIcon::quickBookWanted, this, &Desktop::openNearTray);
    connect(&m_tray, &TrayIcon::windowWanted, this, &Desktop::openWindow);
    connect(&m_tray, &TrayIcon::joinWanted, this, [this](const AgendaItem &item) {
        if (!joinMeeting(item))
            openMeeting(item);
    });
    connect(&m_tray, &TrayIcon::meetingWanted, this, &Desktop::openMeeting);
    connect(&m_tray, &TrayIcon::snoozedWanted, &m_reminders, &Reminders::showSnoozed);
    connect(&m_tray, &TrayIcon::settingsWanted, &m_settings, &SettingsDesk::open);
    connect(&m_tray, &TrayIcon::quitWanted, this, &Desktop::quit);
    connect(&m_trayWatch, &TrayWatch::changed, this, &Desktop::followTray);
    connect(&m_reminders, &Reminders::openWanted, this, &Desktop::openMeeting);
    connect(&m_reminders, &Reminders::windowWanted, this, &Desktop::openWindow);
    connect(&m_reminders.keeper(), &ReminderKeeper::looked, this, [this](const Agenda &agenda, Instant now) {
        m_tray.setAgenda(agenda, now);
        m_trayWatch.look();
    });
    connect(&m_shortcut, &GlobalShortcut::activated, this, &Desktop::openQuickBook);
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    const bool hasTray = m_trayWatch.isThere();
    QApplication::setQuitOnLastWindowClosed(false); // quitIfUnseen decides
    followClosing();
    connect(qApp, &QApplication::lastWindowClosed, this, &Desktop::quitIfUnseen);
    if (hasTray)
        m_tray.show();
    if (!m_options.background) {
        open(m_options.quickOnly ? u"quick"_s : QString());
    } else if (!hasTray) {
        m_isParked = true; // a session's tray may start after us
        m_window.showMinimized();
    }
    QTimer::singleShot(0, &m_shortcut, &GlobalShortcut::applySettings); // the first window does not wait for it

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
    m_window.setLog(m_link.isOwn() ? m_link.child().logPath() : QString());
    m_window.showOutage(title, text, canRetry);
    m_quick.setOutage(OutageBar::words(title, text));
}

void Desktop::open(const QString &wish)
{
    if (wish == "quick"_L1)
        openQuickBook();
    else if (wish != "background"_L1)
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

/// A tray on the bus does not say where its icon is; the pointer that clicked it does.
void Desktop::openNearTray()
{
    const QRect icon = m_tray.geometry();
    m_quick.open(icon.isEmpty() ? QRect(QCursor::pos(), QSize(1, 1)) : icon);
}

void Desktop::openMeeting(const AgendaItem &item)
{
    openWindow();
    m_window.showMeeting(item.when.start);
}

void Desktop::followTray(bool isThere)
{
    followClosing();
    if (!isThere) {
        m_tray.hide();
        if (!m_window.isVisible() && !m_quick.isVisible())
            m_window.showMinimized(); // else nothing of it could be reached any more
        return;
    }
    m_tray.show();
    if (std::exchange(m_isParked, false) && m_window.isMinimized())
        m_window.hide();
}

void Desktop::openWindow()
{
    m_wasClosed = false;
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Desktop::followClosing()
{
    const bool isWanted = QSettings().value(QLatin1StringView(closesToTrayKey), true).toBool();
    m_window.setHidesOnClose(isWanted && m_trayWatch.isThere());
    if (isWanted)
        m_wasClosed = false;
}

/// Where there is no tray, a program without a window would be lost to its person; where there is one, it stays unless
/// the person closed the window and wants it so. One that began in the background stays after a quick booking.
void Desktop::quitIfUnseen()
{
    const bool isKept = m_trayWatch.isThere() && !m_wasClosed;
    const bool isSetUp = m_settings.window() && m_settings.window()->isVisible();
    if (!isKept && !isSetUp && !m_window.isVisible() && !m_quick.isVisible())
        quit();
}

void Desktop::quit()
{
    m_window.setHidesOnClose(false); // Qt closes each window first, and "still here" would be said on the way out
    QApplication::quit();
}

} // namespace ChatCal
