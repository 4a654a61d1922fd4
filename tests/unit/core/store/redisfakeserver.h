// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisprotocol.h"

#include <QByteArray>
#include <QList>
#include <QTcpServer>

#include <functional>
#include <memory>
#include <vector>

class QTcpSocket;

namespace ChatCal {

/// Speaks Redis's protocol on the loopback and answers what a test tells it to. Like Redis it answers in order, asks
/// for the password before anything else, and in a subscribed connection sends messages only.
class RedisFakeServer final : public QObject
{
public:
    using Command = QList<QByteArray>; ///< the name in upper case, then the arguments

    RedisFakeServer();
    ~RedisFakeServer() override;

    /// Begins to accept connections; once more after close() on the same port.
    void listen();
    /// Refuses connections and drops those there are.
    void close();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const;

    /// The reply to @p command, in bytes; empty: none, ever. Without one (a null QByteArray) the usual reply is given.
    std::function<QByteArray(const Command &command)> onCommand;
    /// Asked for on every connection when not empty.
    QByteArray password;
    QByteArray information = "redis_version:7.0.15\r\nrole:master\r\naof_enabled:1\r\n";

    /// Closes the connection that is being answered, after the reply.
    void dropAfterReply() { m_dropping = true; }
    void publish(const QByteArray &channel, const QByteArray &message);

    [[nodiscard]] const QList<Command> &commands() const { return m_commands; }
    /// Those with this name.
    [[nodiscard]] QList<Command> commandsNamed(const QByteArray &name) const;
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    [[nodiscard]] int readCount() const { return m_readCount; }

private:
    struct Client;
    void accept();
    void read(Client &client);
    [[nodiscard]] QByteArray answer(Client &client, const Command &command);
    [[nodiscard]] QByteArray usual(Client &client, const Command &command) const;

    QTcpServer m_server;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<Client>> m_clients;
    QList<Command> m_commands;
    int m_connectionCount = 0;
    int m_readCount = 0;
    bool m_dropping = false;
};

/// Replies as Redis writes them.
[[nodiscard]] QByteArray bulk(const QByteArray &text);
[[nodiscard]] QByteArray array(const QList<QByteArray> &replies);
/// What GET answers for a document.
[[nodiscard]] QByteArray documentReply(qint64 version, const QByteArray &body);

} // namespace ChatCal
