// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace ChatCal {

/// Stands between a store and its server and now and then swallows a reply and cuts the connection.
class CuttingProxy : public QObject
{
public:
    explicit CuttingProxy(quint16 target) : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
    }

    [[nodiscard]] QString url() const { return QStringLiteral("redis://127.0.0.1:%1").arg(m_server.serverPort()); }
    /// Each @p nth reply from now on is swallowed; 0: none.
    void cutEach(int nth) { m_nth = nth; }
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void accept()
    {
        QTcpSocket *client = m_server.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            if (m_nth > 0 && ++m_replies % m_nth == 0) {
                ++m_cuts;
                client->abort();
                return;
            }
            client->write(server->readAll());
        });
    }

    quint16 m_target;
    QTcpServer m_server;
    int m_nth = 0;
    int m_replies = 0;
    int m_cuts = 0;
};

} // namespace ChatCal
