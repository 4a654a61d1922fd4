// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/agendasource.h"
#include "app/backend/apiclient.h"
#include "app/backend/outgoing.h"
#include "app/backend/serverclock.h"
#include "app/backend/serverprocess.h"
#include "app/backend/servers.h"

#include <QObject>
#include <QTimer>

namespace ChatCal {

/// Sees to it that the desktop has a server: its own child, or a team's. When it changes, what waits for the old one
/// and what was known of its calendar stay with it.
class ServerLink : public QObject
{
    Q_OBJECT
public:
    /// What it connects; all of it outlives the link.
    struct Parts
    {
        ApiClient &client;
        ServerClock &clock;
        AgendaSource &source;
        Outgoing &outgoing;
    };
    /// @p program and @p dataDir are the child's.
    ServerLink(QString program, const QString &dataDir, Parts parts, QObject *parent = nullptr);

    /// Uses the server at @p url with @p token, whatever is set up, until the program ends.
    void useOnly(const QUrl &url, const Secret &token);
    /// What was known of the calendar is there when this returns; the server answers later.
    void start();
    /// Tries again now.
    void retry();

    [[nodiscard]] Servers &servers() { return m_servers; }
    /// Our own; it runs while it is in use.
    [[nodiscard]] ServerProcess &child() { return m_child; }
    [[nodiscard]] bool isOwn() const { return !m_only.isValid() && m_servers.current().isEmpty(); }
    /// What the person calls the server in use; empty for our own.
    [[nodiscard]] QString name() const;

Q_SIGNALS:
    /// The server answers; also after a restart.
    void answered(const ChatCal::ServerFacts &facts);
    /// It does not, in words. @p canRetry: retry() may help before it is tried again by itself.
    void outage(const QString &title, const QString &text, bool canRetry);

private:
    void turnTo(const QString &team);
    void connectTo(const QUrl &url, const Secret &token);
    void greet();
    void explain(const Error &error);
    void tell(const QString &title, const QString &text, bool canRetry);

    Parts m_parts;
    Servers m_servers;
    ServerProcess m_child;
    QUrl m_only;
    Secret m_onlyToken;
    quint64 m_turn = 0; ///< counts the connections; an answer of an earlier one comes too late
    QTimer m_retry;
    std::chrono::seconds m_pause{2};
};

} // namespace ChatCal
