// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/backend/outgoing.h"
#include "app/backend/serverclock.h"
#include "app/window/shortcuts.h"

#include <QMainWindow>

class QLabel;
class QSplitter;

namespace ChatCal {

class AgendaPane;
class AgendaView;
class ChatView;
class NavigationBar;
class OutageBar;
class ToneLabel;
class WaitingList;

/// Agenda beside chat.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All outlive the window.
    MainWindow(ApiClient &client, AgendaSource &source, Outgoing &outgoing, const ServerClock &clock,
               QWidget *parent = nullptr);

    /// The server answers, at ApiClient::url().
    void useServer(const ServerFacts &facts);
    /// Why there is no server. @p canRetry offers a button for retryWanted.
    void showOutage(const QString &title, const QString &text, bool canRetry);
    /// The log of the server in use; empty: it is not ours.
    void setLog(const QString &file);
    /// Turns the agenda to the day of a meeting.
    void showMeeting(Instant start);
    /// What comes next, for the status bar.
    void setUpcoming(const QString &words);
    /// Takes on the application's palette.
    void dress();
    /// Reads what is shown anew.
    void refresh();
    /// Closing only hides it; for desktops with a tray.
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; }
    /// Size, place, splitter and view, for the next start.
    void keepState() const;

    [[nodiscard]] AgendaPane &pane() { return *m_pane; }
    [[nodiscard]] AgendaView &agenda() { return *m_agenda; }
    [[nodiscard]] ChatView &chat() { return *m_chat; }

Q_SIGNALS:
    void quickBookWanted();
    /// The line is to be typed on in the quick-booking window.
    void lineEditWanted(const ChatCal::Change &change);
    void retryWanted();
    void settingsWanted();
    void quitWanted();
    /// It was closed, not hidden.
    void closed();
    /// The first close that hid it: people should be told where it went.
    void hiddenToTray();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectBar();
    void makeActions();
    void makeStatusBar();
    void setConnection(bool connected, const QString &words);
    [[nodiscard]] QString connectedWords() const;
    void chooseMeeting(const QString &uid);
    void tellMissing(const Error &error);
    void openLog();
    void chooseOtherTime(const Change &change);
    void switchFocus();
    void run(WindowCommand command);
    void restoreState();
    void useZone(const Zone &zone);
    void wantAgenda();
    void showAgenda();
    void showFailure(const Error &error);
    [[nodiscard]] QString asOfWords(Instant asOf) const;

    ApiClient &m_client;
    AgendaSource &m_source;
    Outgoing &m_outgoing;
    const ServerClock &m_clock;
    AgendaPane *m_pane;
    AgendaView *m_agenda; ///< of the pane
    OutageBar *m_outage;
    WaitingList *m_waiting;
    ChatView *m_chat;
    QSplitter *m_splitter;
    NavigationBar *m_bar;
    QLabel *m_upcoming;
    ToneLabel *m_dot;
    QLabel *m_connection;
    Zone m_zone;
    bool m_hasZone = false;
    bool m_isConnected = false;
    QString m_log;
    QString m_state; ///< of the connection, in words
    bool m_hidesOnClose = false;
};

} // namespace ChatCal
