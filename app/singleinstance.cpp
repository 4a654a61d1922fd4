// SPDX-License-Identifier: Apache-2.0
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int patienceMs = 2000;
constexpr qint64 longestWish = 64;

QString socketPath(const QString &calendar)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation); // mode 0700, of this user
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    // A socket's path holds some 100 bytes; the calendar's may be longer.
    const QByteArray mark = QCryptographicHash::hash(calendar.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return folder + u"/chatcal-"_s + QString::fromLatin1(mark);
}

} // namespace

SingleInstance::SingleInstance(const QString &calendar, QObject *parent)
    : QObject(parent), m_path(socketPath(calendar)), m_lock(m_path + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // only the death of its process frees it
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeCall);
}

bool SingleInstance::claim(const QString &wish)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!m_lock.tryLock(100)) {
        if (handOver(wish))
            return false;
        if (deadline.hasExpired())
            break; // it hangs: rather two windows than none
    }
    QLocalServer::removeServer(m_path); // left over by one that crashed
    m_server.listen(m_path);
    return true;
}

bool SingleInstance::handOver(const QString &wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(wish.toUtf8() + '\n');
    socket.flush();
    return socket.waitForReadyRead(patienceMs) && socket.readAll().startsWith("ok");
}

void SingleInstance::takeCall()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestWish)
                    socket->abort();
                return;
            }
            const QString wish = QString::fromUtf8(socket->readLine(longestWish)).trimmed();
            socket->write("ok\n");
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT asked(wish);
        });
    }
}

} // namespace ChatCal
