// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/backend/outgoing.h"
#include "app/backend/serverclock.h"
#include "app/backend/serverlink.h"
#include "app/reminders/reminders.h"
#include "app/settingsdesk.h"
#include "app/tray/globalshortcut.h"
#include "app/tray/quickbookwindow.h"
#include "app/tray/trayicon.h"
#include "app/tray/traywatch.h"
#include "app/window/mainwindow.h"
#include "app/window/upcoming.h"

#include <QObject>

#include <memory>

namespace ChatCal {

enum class Theme;

/// What chatcal was started with.
struct DesktopOptions
{
    QUrl server; ///< a team's; invalid: our own child
    Secret token; ///< for the team's
    QString serverProgram; ///< of the child
    QString dataDir; ///< of the child; empty: its default
    bool quickOnly = false; ///< only the quick-booking window at first
    bool background = false; ///< no window at first: the tray's icon is there, or the window minimised
};

/// Ties the parts of the desktop together: which server, which windows, what happens when.
class Desktop : public QObject
{
    Q_OBJECT
public:
    explicit Desktop(DesktopOptions options, QObject *parent = nullptr);
    ~Desktop() override;
    void start();
    /// "quick" opens the quick-booking window, "background" none, all else the main one; what a second start wants.
    void open(const QString &wish);
    /// Takes on the application's palette.
    void dress();

Q_SIGNALS:
    void themeWanted(ChatCal::Theme theme);

private:
    void useServer(const ServerFacts &facts);
    void connectTray();
    void connectSettings();
    void followClosing();
    void openQuickBook();
    void openNearTray();
    void openMeeting(const AgendaItem &item);
    void followTray(bool isThere);
    void openWindow();
    void quitIfUnseen();
    void quit();
    void showOutage(const QString &title, const QString &text, bool canRetry);

    DesktopOptions m_options;
    ServerClock m_clock;
    ApiClient m_client;
    AgendaSource m_source;
    Outgoing m_outgoing;
    ServerLink m_link;
    MainWindow m_window;
    QuickBookWindow m_quick;
    Upcoming m_upcoming;
    TrayIcon m_tray;
    TrayWatch m_trayWatch;
    Reminders m_reminders;
    GlobalShortcut m_shortcut;
    SettingsDesk m_settings;
    bool m_wasClosed = false; ///< the main window, by who does not want to stay in the tray
    bool m_isParked = false; ///< minimised only because there was no tray yet
};

} // namespace ChatCal
