// SPDX-License-Identifier: Apache-2.0
#include "core/store/feedsocket.h"

#include "core/base/ids.h"
#include "core/store/logging.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_0;
/// A process that does not read is not waited for.
constexpr qint64 mostUnsent = 4 * 1024 * 1024;
constexpr qint64 longestNotice = 1024 * 1024;
constexpr int patienceAtEnd = 200; // milliseconds

// One for this process: its own stores hear of each other without a socket.
const QString &processName()
{
    static const QString name = randomToken(6);
    return name;
}

} // namespace

FeedSocket::FeedSocket(const QString &databaseFile)
    : m_folder(databaseFile + u"-feed"_s), m_name(processName() + u'.' + randomToken(4))
{
    if (!QDir().mkpath(m_folder)
        || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        || !m_server.listen(m_folder + u'/' + m_name)) {
        qCWarning(lcStore) << "No socket for the change feed in" << m_folder << m_server.errorString()
                           << "- other processes on this file will not hear of changes";
        return;
    }
    connect(&m_server, &QLocalServer::newConnection, this, &FeedSocket::accept);
}

FeedSocket::~FeedSocket()
{
    for (QLocalSocket *peer : std::as_const(m_peers)) {
        peer->disconnect(this);
        if (peer->bytesToWrite() > 0)
            peer->waitForBytesWritten(patienceAtEnd);
    }
    // The folder goes with the last socket in it.
    m_server.close();
    QDir().rmdir(m_folder);
}

void FeedSocket::send(const std::vector<StoreNotice> &notices)
{
    if (!m_server.isListening())
        return;
    const auto names = QDir(m_folder).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (name.startsWith(processName() + u'.'))
            continue;
        QLocalSocket *peer = connectionTo(name);
        if (!peer)
            continue;
        QDataStream stream(peer);
        stream.setVersion(streamVersion);
        for (const StoreNotice &notice : notices)
            stream << notice.topic << notice.body;
        if (peer->bytesToWrite() > mostUnsent) {
            qCWarning(lcStore) << "Another process does not read the change feed; it will miss changes";
            forget(name);
        }
    }
}

QLocalSocket *FeedSocket::connectionTo(const QString &name)
{
    if (QLocalSocket *known = m_peers.value(name))
        return known;
    auto socket = std::make_unique<QLocalSocket>();
    // A local connection is made or refused at once.
    socket->connectToServer(m_folder + u'/' + name, QIODevice::WriteOnly);
    if (!socket->waitForConnected(patienceAtEnd)) {
        // A process that was killed leaves its socket behind.
        if (socket->error() == QLocalSocket::ConnectionRefusedError)
            QFile::remove(m_folder + u'/' + name);
        return nullptr;
    }
    QLocalSocket *peer = socket.release();
    peer->setParent(this);
    m_peers.insert(name, peer);
    connect(peer, &QLocalSocket::disconnected, this, [this, name] { forget(name); });
    return peer;
}

void FeedSocket::forget(const QString &name)
{
    if (QLocalSocket *peer = m_peers.take(name)) {
        peer->disconnect(this);
        peer->abort();
        peer->deleteLater();
    }
}

void FeedSocket::accept()
{
    while (QLocalSocket *peer = m_server.nextPendingConnection()) {
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] { read(*peer); });
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        read(*peer);
    }
}

void FeedSocket::read(QLocalSocket &peer)
{
    QDataStream stream(&peer);
    stream.setVersion(streamVersion);
    for (;;) {
        StoreNotice notice;
        stream.startTransaction();
        stream >> notice.topic >> notice.body;
        if (!stream.commitTransaction())
            break;
        // From the event loop: whoever hears it may delete the store, and us with it.
        QMetaObject::invokeMethod(
            this, [this, notice] { Q_EMIT heard(notice.topic, notice.body); }, Qt::QueuedConnection);
    }
    if (stream.status() == QDataStream::ReadCorruptData || peer.bytesAvailable() > longestNotice)
        peer.abort();
}

} // namespace ChatCal
