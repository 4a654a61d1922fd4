// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/apiclient.h"
#include "app/backend/serverclock.h"

#include <QMainWindow>

class QLabel;
class QSplitter;
class QToolButton;

namespace ChatCal {

class AgendaView;
class ChatView;

/// Agenda beside chat.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Both outlive the window.
    MainWindow(ApiClient &client, const ServerClock &clock, QWidget *parent = nullptr);

    /// The server answers, at ApiClient::url().
    void useServer();
    /// Why there is no server.
    void showOutage(const QString &text);
    /// Reads what is shown anew.
    void refresh();
    /// Closing only hides it; for desktops with a tray.
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; }

    [[nodiscard]] AgendaView &agenda() { return *m_agenda; }
    [[nodiscard]] ChatView &chat() { return *m_chat; }

Q_SIGNALS:
    void quickBookWanted();
    void zoneKnown(const ChatCal::Zone &zone);
    /// The first close that hid it: people should be told where it went.
    void hiddenToTray();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeToolBar();
    void makeActions();
    void updateTitle();
    void restoreState();
    void showAgenda(const Result<Agenda> &agenda);

    ApiClient &m_client;
    AgendaView *m_agenda;
    ChatView *m_chat;
    QSplitter *m_splitter;
    QLabel *m_title;
    QLabel *m_status;
    QToolButton *m_day = nullptr;
    QToolButton *m_week = nullptr;
    QAction *m_toggleChat = nullptr;
    quint64 m_request = 0;
    bool m_hidesOnClose = false;
};

} // namespace ChatCal
