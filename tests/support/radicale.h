// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

namespace ChatCal {

/// Whether radicale is installed.
[[nodiscard]] bool hasRadicale();

/// A real Radicale of one's own, on the loopback, with its calendars in a temporary folder and one user with a
/// password. Killed at the end.
class Radicale
{
public:
    ~Radicale();

    /// Starts it and waits until it answers. Once more after kill(): with the calendars it has.
    [[nodiscard]] bool start();
    void kill();
    void freeze(); ///< SIGSTOP: it accepts and says nothing
    void thaw();

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString username() const { return QStringLiteral("ada"); }
    [[nodiscard]] QByteArray password() const { return "p:ä& ss"; }

    struct Answer
    {
        int status = 0; ///< 0: none
        QByteArray body;
    };
    /// Asks as another program would.
    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
                             const QByteArray &contentType = "text/calendar; charset=utf-8") const;
    /// "/ada/NAME/", made anew with room for events.
    [[nodiscard]] bool makeCalendar(const QString &path) const;

private:
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_process;
};

/// Stands between a client and a server on the loopback and passes everything on, but for answers that get lost.
class LossyProxy : public QObject
{
    Q_OBJECT
public:
    explicit LossyProxy(quint16 serverPort);
    ~LossyProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// The server gets the next PUT or DELETE, and the client no answer.
    void loseNextWrite() { m_losesNextWrite = true; }

private:
    void accept();

    QTcpServer m_server;
    quint16 m_serverPort;
    bool m_losesNextWrite = false;
};

} // namespace ChatCal
