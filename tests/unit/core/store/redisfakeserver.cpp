// SPDX-License-Identifier: Apache-2.0
#include "redisfakeserver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace ChatCal {

struct RedisFakeServer::Client
{
    std::unique_ptr<QTcpSocket> socket;
    RedisReplyReader reader; // a request is an array of strings, as a reply may be
    bool isLoggedIn = false;
    QByteArray channel;
};

RedisFakeServer::RedisFakeServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedisFakeServer::accept);
    // Known before anybody listens, so that a store can be pointed at nobody.
    listen();
}

RedisFakeServer::~RedisFakeServer()
{
    close();
}

void RedisFakeServer::listen()
{
    if (m_server.isListening())
        return;
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the fake Redis cannot listen");
    m_port = m_server.serverPort();
}

void RedisFakeServer::close()
{
    m_server.close();
    for (const auto &client : m_clients) {
        client->socket->disconnect(this);
        client->socket->abort();
    }
}

QString RedisFakeServer::url() const
{
    return u"redis://127.0.0.1:%1"_s.arg(m_port);
}

void RedisFakeServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connectionCount;
        m_clients.push_back(std::make_unique<Client>());
        Client *client = m_clients.back().get();
        socket->setParent(nullptr);
        client->socket.reset(socket);
        client->isLoggedIn = password.isEmpty();
        connect(socket, &QTcpSocket::readyRead, this, [this, client] { read(*client); });
    }
}

void RedisFakeServer::read(Client &client)
{
    ++m_readCount;
    client.reader.feed(client.socket->readAll());
    for (;;) {
        const auto request = client.reader.next();
        if (!request || !*request)
            break;
        Command command;
        for (const redisReply *part : elementsOf(**request))
            command.append(textOf(*part).toByteArray());
        command.first() = command.first().toUpper();
        m_commands.append(command);
        const QByteArray reply = answer(client, command);
        if (!client.socket->isOpen())
            return;
        client.socket->write(reply);
        if (std::exchange(m_dropping, false)) {
            client.socket->disconnect(this);
            client.socket->disconnectFromHost();
            return;
        }
    }
}

QByteArray RedisFakeServer::answer(Client &client, const Command &command)
{
    if (command.first() == "AUTH") {
        client.isLoggedIn = command.last() == password;
        return client.isLoggedIn ? "+OK\r\n" : "-WRONGPASS invalid username-password pair or user is disabled.\r\n";
    }
    if (!client.isLoggedIn)
        return "-NOAUTH Authentication required.\r\n";
    const QByteArray told = onCommand ? onCommand(command) : QByteArray();
    return told.isNull() ? usual(client, command) : told;
}

QByteArray RedisFakeServer::usual(Client &client, const Command &command) const
{
    const QByteArray &name = command.first();
    if (name == "INFO")
        return bulk(information);
    if (name == "SCRIPT")
        return bulk("0123456789012345678901234567890123456789");
    if (name == "SUBSCRIBE") {
        client.channel = command.at(1);
        return array({bulk("subscribe"), bulk(client.channel), ":1\r\n"});
    }
    if (name == "PING")
        return client.channel.isEmpty() ? "+PONG\r\n" : array({bulk("pong"), bulk("")});
    if (name == "GET")
        return "$-1\r\n";
    if (name == "EVALSHA")
        return bulk("+1");
    if (name == "PUBLISH")
        return ":1\r\n";
    return "+OK\r\n";
}

void RedisFakeServer::publish(const QByteArray &channel, const QByteArray &message)
{
    for (const auto &client : m_clients) {
        if (client->channel == channel && client->socket->isOpen())
            client->socket->write(array({bulk("message"), bulk(channel), bulk(message)}));
    }
}

QList<RedisFakeServer::Command> RedisFakeServer::commandsNamed(const QByteArray &name) const
{
    QList<Command> found;
    for (const Command &command : m_commands) {
        if (command.first() == name)
            found.append(command);
    }
    return found;
}

QByteArray bulk(const QByteArray &text)
{
    return '$' + QByteArray::number(text.size()) + "\r\n" + text + "\r\n";
}

QByteArray array(const QList<QByteArray> &replies)
{
    QByteArray text = '*' + QByteArray::number(replies.size()) + "\r\n";
    for (const QByteArray &reply : replies)
        text += reply;
    return text;
}

QByteArray documentReply(qint64 version, const QByteArray &body)
{
    return bulk(QByteArray::number(version).rightJustified(15, '0') + body);
}

} // namespace ChatCal
