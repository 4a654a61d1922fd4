// SPDX-License-Identifier: Apache-2.0
#include "server/healthcheck.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype longestAnswer = 64 * 1024;

QHostAddress reachable(const QHostAddress &address)
{
    if (address == QHostAddress::AnyIPv4 || address == QHostAddress::Any)
        return QHostAddress(QHostAddress::LocalHost);
    return address == QHostAddress::AnyIPv6 ? QHostAddress(QHostAddress::LocalHostIPv6) : address;
}

} // namespace

Result<void> checkHealth(const QHostAddress &address, quint16 port, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    const auto failed = [&](const QString &what) {
        return failure(ErrorCode::Unavailable, u"port %1: %2"_s.arg(port).arg(what));
    };
    QTcpSocket socket;
    socket.connectToHost(reachable(address), port);
    if (!socket.waitForConnected(left()))
        return failed(u"nobody answers ("_s + socket.errorString() + u')');
    socket.write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (answer.indexOf("\r\n") < 0 && answer.size() < longestAnswer) {
        if (!socket.waitForReadyRead(left()))
            return failed(u"no answer within %1 ms"_s.arg(patience.count()));
        answer += socket.readAll();
    }
    const QByteArray status = answer.left(answer.indexOf("\r\n"));
    if (!status.startsWith("HTTP/1.1 "))
        return failed(u"what answers is no HTTP server"_s);
    if (status.mid(9, 3) != "200")
        return failed(u"not ready (status %1)"_s.arg(QString::fromLatin1(status.mid(9, 3))));
    return {};
}

} // namespace ChatCal
