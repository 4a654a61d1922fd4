// SPDX-License-Identifier: Apache-2.0
#include "tests/support/radicale.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr std::chrono::milliseconds patience = 20s;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

bool hasRadicale()
{
    return !QStandardPaths::findExecutable(u"radicale"_s).isEmpty();
}

Radicale::~Radicale()
{
    kill();
}

bool Radicale::start()
{
    QFile users(m_folder.filePath(u"users"_s));
    if (!users.open(QIODevice::WriteOnly))
        return false;
    users.write(username().toUtf8() + ':' + password() + '\n');
    users.close();
    m_port = freePort();
    m_process.setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_process.start(u"radicale"_s,
                    {u"--config"_s, QString(), u"--server-hosts=127.0.0.1:%1"_s.arg(m_port),
                     u"--storage-filesystem-folder="_s + m_folder.filePath(u"calendars"_s), u"--auth-type=htpasswd"_s,
                     u"--auth-htpasswd-filename="_s + users.fileName(), u"--auth-htpasswd-encryption=plain"_s,
                     u"--auth-delay=0"_s, u"--logging-level=warning"_s});
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        if (m_process.waitForFinished(10)) {
            QFile log(m_folder.filePath(u"log"_s));
            if (log.open(QIODevice::ReadOnly))
                qWarning("radicale: %s", log.readAll().constData());
            return false;
        }
        if (ask("GET", u"/.web/"_s).status != 0)
            return true;
    }
    return false;
}

void Radicale::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(static_cast<int>(patience.count()));
}

void Radicale::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void Radicale::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QUrl Radicale::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

Radicale::Answer Radicale::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                               const QByteArray &contentType) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!socket.waitForConnected(1000))
        return {};
    const QByteArray login = (username().toUtf8() + ':' + password()).toBase64();
    socket.write(method + ' ' + path.toUtf8() + " HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + login
                 + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState
           && socket.waitForReadyRead(static_cast<int>(patience.count())))
        answer += socket.readAll();
    answer += socket.readAll();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return {answer.mid(9, 3).toInt(), end < 0 ? QByteArray() : answer.mid(end + 4)};
}

bool Radicale::makeCalendar(const QString &path) const
{
    const QByteArray body =
        R"(<?xml version="1.0"?><C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">)"
        R"(<D:set><D:prop><C:supported-calendar-component-set><C:comp name="VEVENT"/>)"
        R"(</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>)";
    return ask("MKCALENDAR", path, body, "application/xml").status == 201;
}

LossyProxy::LossyProxy(quint16 serverPort) : m_serverPort(serverPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LossyProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

LossyProxy::~LossyProxy() = default;

void LossyProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        const auto loses = std::make_shared<bool>(false);
        server->connectToHost(QHostAddress::LocalHost, m_serverPort); // writes wait for the connection
        connect(client, &QTcpSocket::readyRead, server, [this, client, server, loses] {
            const QByteArray data = client->readAll();
            if (m_losesNextWrite && (data.startsWith("PUT ") || data.startsWith("DELETE "))) {
                m_losesNextWrite = false;
                *loses = true;
            }
            server->write(data);
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server, loses] {
            const QByteArray data = server->readAll();
            if (*loses)
                client->abort();
            else
                client->write(data);
        });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

} // namespace ChatCal
