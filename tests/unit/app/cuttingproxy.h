// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace ChatCal {

/// Stands between a client and its server and cuts the connection of requests, as a script says. One request at a time.
class CuttingProxy : public QObject
{
public:
    enum class Cut {
        None,
        Before, ///< the server never sees the request
        After, ///< the server carries it out and nobody hears of it
    };

    explicit CuttingProxy(const QUrl &target) : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    /// What happens to the requests from now on; none once the list is through.
    void setScript(const QList<Cut> &script) { m_script = script; }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void accept()
    {
        QTcpSocket *client = m_server.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        auto cut = std::make_shared<Cut>(Cut::None);
        auto isNew = std::make_shared<bool>(true);
        server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::readyRead, server, [this, client, server, cut, isNew] {
            const QByteArray piece = client->readAll();
            if (std::exchange(*isNew, false)) {
                ++m_requests;
                *cut = m_script.isEmpty() ? Cut::None : m_script.takeFirst();
            }
            if (*cut == Cut::Before)
                client->abort();
            else
                server->write(piece);
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server, cut, isNew] {
            const QByteArray piece = server->readAll();
            *isNew = true;
            if (*cut == Cut::After)
                client->abort();
            else
                client->write(piece);
        });
    }

    QUrl m_target;
    QTcpServer m_server;
    QList<Cut> m_script;
    int m_requests = 0;
};

} // namespace ChatCal
