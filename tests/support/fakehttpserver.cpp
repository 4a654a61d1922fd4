// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakehttpserver.h"

#include <gtest/gtest.h>

#include <QSslServer>

namespace ChatCal {

QByteArray FakeHttpServer::Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

FakeHttpServer::FakeHttpServer(std::optional<QSslConfiguration> tls) : m_isSecure(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttpServer::accept);
    EXPECT_TRUE(m_server->listen(QHostAddress::LocalHost));
}

FakeHttpServer::~FakeHttpServer()
{
    for (auto it = m_unread.cbegin(); it != m_unread.cend(); ++it)
        it.key()->disconnect(this);
}

void FakeHttpServer::on(const QByteArray &path, Respond respond)
{
    m_responds.insert(path, std::move(respond));
}

void FakeHttpServer::reply(const QByteArray &path, int status, const QByteArray &body, const QByteArray &headerLines)
{
    on(path, [status, body, headerLines](const Request &request, QTcpSocket &socket) {
        socket.write("HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n" + headerLines + "\r\n");
        if (request.method != "HEAD")
            socket.write(body);
    });
}

QUrl FakeHttpServer::url(const QByteArray &target) const
{
    const QByteArray scheme = m_isSecure ? "https" : "http";
    return QUrl::fromEncoded(scheme + "://127.0.0.1:" + QByteArray::number(m_server->serverPort()) + target);
}

void FakeHttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        m_unread.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            ++m_disconnections;
            m_unread.remove(socket);
            socket->deleteLater();
        });
        read(*socket);
    }
}

void FakeHttpServer::read(QTcpSocket &socket)
{
    m_unread[&socket] += socket.readAll();
    while (m_unread.contains(&socket)) {
        const auto request = takeRequest(&m_unread[&socket]);
        if (!request)
            return;
        if (m_keepsRequests)
            m_requests.append(*request);
        answer(*request, socket);
    }
}

std::optional<FakeHttpServer::Request> FakeHttpServer::takeRequest(QByteArray *bytes)
{
    const qsizetype end = bytes->indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = bytes->first(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    EXPECT_TRUE(words.size() == 3 && words.at(2) == "HTTP/1.1") << "a malformed request line";
    if (words.size() != 3)
        return std::nullopt;
    Request request{words.at(0), words.at(1), {}, {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        EXPECT_GT(colon, 0) << "a malformed header";
        request.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    }
    EXPECT_FALSE(request.header("host").isEmpty()) << "a request without Host";
    EXPECT_TRUE(request.header("transfer-encoding").isEmpty()) << "bodies are expected with a Content-Length";
    const qsizetype length = request.header("content-length").toInt();
    if (bytes->size() < end + 4 + length)
        return std::nullopt;
    request.body = bytes->sliced(end + 4, length);
    bytes->remove(0, end + 4 + length);
    return request;
}

void FakeHttpServer::answer(const Request &request, QTcpSocket &socket)
{
    const auto respond = m_responds.constFind(request.target.split('?').constFirst());
    if (respond == m_responds.cend() && m_other) {
        m_other(request, socket);
        return;
    }
    if (respond == m_responds.cend()) {
        ADD_FAILURE() << "an unexpected request: " << request.method.toStdString() << ' '
                      << request.target.toStdString();
        socket.abort();
        return;
    }
    const Respond answering = *respond; // it may be replaced meanwhile
    answering(request, socket);
}

} // namespace ChatCal
