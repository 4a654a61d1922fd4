// SPDX-License-Identifier: Apache-2.0
#include "server/http/httpserver.h"

#include "server/http/connection.h"
#include "server/http/logging.h"

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype kSpareConnections = 64; ///< beyond the limit, to be told so
constexpr auto kAcceptPause = std::chrono::milliseconds(100);
constexpr rlim_t kOtherDescriptors = 256; ///< files, databases and connections of our own

/// Hands over descriptors without a QTcpSocket made first.
class Listener final : public QTcpServer
{
public:
    explicit Listener(std::function<void(qintptr)> onConnection) : m_onConnection(std::move(onConnection))
    {
        setListenBacklogSize(1024);
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_onConnection(descriptor); }

private:
    std::function<void(qintptr)> m_onConnection;
};

/// One client's addresses: an IPv6 client has a /64 to itself.
QHostAddress addressGroup(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 four = address.toIPv4Address(&isIPv4);
    if (isIPv4)
        return QHostAddress(four);
    Q_IPV6ADDR six = address.toIPv6Address();
    std::fill(six.c + 8, six.c + 16, quint8(0));
    return QHostAddress(six);
}

/// The usual soft limit of 1024 descriptors would be reached long before our own.
void makeRoomForDescriptors(qsizetype connections)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = std::min<rlim_t>(static_cast<rlim_t>(connections) + kOtherDescriptors, limit.rlim_max);
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = wanted;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::chrono::milliseconds tickInterval(const HttpLimits &limits)
{
    const auto shortest =
        std::min({limits.requestTime, limits.idleTime, limits.stallTime, limits.lingerTime, limits.heartbeat});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, std::chrono::milliseconds(5),
                                                 std::chrono::milliseconds(250));
}

} // namespace

class HttpServer::Private
{
public:
    Private(HttpServer &server, Router router, HttpLimits limits)
        : q(server),
          context{std::move(router), limits, false},
          listener([this](qintptr descriptor) { accept(descriptor); })
    {
        QObject::connect(&listener, &QTcpServer::acceptError, &server, [this] { acceptAgainSoon(); });
        ticker.setInterval(tickInterval(limits));
        QObject::connect(&ticker, &QTimer::timeout, &server, [this] { tick(); });
        drainTimer.setSingleShot(true);
        QObject::connect(&drainTimer, &QTimer::timeout, &server, [this] { cutRest(); });
    }

    Result<quint16> started(bool listening, const QString &where)
    {
        if (listening) {
            makeRoomForDescriptors(context.limits.maximumConnections);
            return listener.serverPort();
        }
        if (listener.serverError() == QAbstractSocket::AddressInUseError)
            return failure(ErrorCode::Unavailable, where + u" is in use by another program"_s);
        return failure(ErrorCode::Unavailable, u"cannot listen on "_s + where + u": "_s + listener.errorString());
    }

    /// QTcpServer stops accepting for good when the process is out of descriptors; connections that end free some.
    void acceptAgainSoon()
    {
        qCWarning(lcHttp) << "cannot accept connections:" << listener.errorString() << "- trying again soon";
        QTimer::singleShot(kAcceptPause, &listener, [this] { listener.resumeAccepting(); });
    }

    void accept(qintptr descriptor)
    {
        auto socket = std::make_unique<QTcpSocket>();
        if (!socket->setSocketDescriptor(descriptor))
            return;
        if (connections.size() >= context.limits.maximumConnections + kSpareConnections)
            return socket->abort();
        const QHostAddress group = addressGroup(socket->peerAddress());
        const bool full = connections.size() >= context.limits.maximumConnections;
        const qsizetype limit = context.limits.maximumPerAddress;
        const bool greedy = limit > 0 && perAddress.value(group) >= limit;
        if (greedy && perAddress.value(group) >= limit + kSpareConnections)
            return socket->abort();
        auto *connection = new Connection(
            std::move(socket), context, [this](Connection *gone) { forget(gone); }, &q);
        connections.insert(connection);
        ++perAddress[group];
        if (!ticker.isActive())
            ticker.start();
        if (full)
            connection->refuse(503, u"The server has as many connections as it can take."_s);
        else if (greedy)
            connection->refuse(503, u"There are too many connections from this address."_s);
    }

    void forget(Connection *connection)
    {
        connections.remove(connection);
        const auto count = perAddress.find(addressGroup(connection->peerAddress()));
        if (count != perAddress.end() && --*count == 0)
            perAddress.erase(count);
        if (connections.isEmpty()) {
            ticker.stop();
            noteDrained();
        }
    }

    void tick()
    {
        const auto now = std::chrono::steady_clock::now();
        // A copy: a tick may close any of them. Who is gone is deleted later, not now.
        for (Connection *connection : QSet(connections))
            connection->tick(now);
    }

    void cutRest()
    {
        if (!connections.isEmpty())
            qCInfo(lcHttp) << "cutting" << connections.size() << "connections that did not end in time";
        for (Connection *connection : QSet(connections))
            connection->abort();
    }

    void noteDrained()
    {
        if (!context.draining || !connections.isEmpty() || drainedEmitted)
            return;
        drainedEmitted = true;
        drainTimer.stop();
        QMetaObject::invokeMethod(&q, &HttpServer::drained, Qt::QueuedConnection);
    }

    HttpServer &q;
    ConnectionContext context;
    Listener listener;
    QSet<Connection *> connections;
    QHash<QHostAddress, qsizetype> perAddress;
    QTimer ticker;
    QTimer drainTimer;
    bool drainedEmitted = false;
};

HttpServer::HttpServer(Router router, HttpLimits limits, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(router), limits))
{
}

HttpServer::~HttpServer()
{
    d->listener.close();
    for (Connection *connection : QSet(d->connections)) {
        connection->abort();
        delete connection; // its deleteLater would come after the context it uses
    }
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIPv6 ? u'[' + address.toString() + u']' : address.toString();
    return d->started(d->listener.listen(address, port), host + u':' + QString::number(port));
}

Result<quint16> HttpServer::listenOn(qintptr listeningDescriptor)
{
    return d->started(d->listener.setSocketDescriptor(listeningDescriptor), u"the socket handed over"_s);
}

void HttpServer::drain(std::chrono::milliseconds deadline)
{
    d->listener.close();
    d->context.draining = true;
    d->drainTimer.start(deadline);
    for (Connection *connection : QSet(d->connections))
        connection->drain();
    d->noteDrained();
}

qsizetype HttpServer::connectionCount() const
{
    return d->connections.size();
}

} // namespace ChatCal
