// SPDX-License-Identifier: Apache-2.0
#include "server/http/httpserver.h"

#include "server/http/addresses.h"
#include "server/http/connection.h"
#include "server/http/listeningsocket.h"
#include "server/http/logging.h"

#include <QHash>
#include <QSet>
#include <QSocketNotifier>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qsizetype kSpareConnections = 64; ///< beyond the limit, to be told so
constexpr auto kAcceptPause = std::chrono::milliseconds(100);
/// Connections taken in one turn of the event loop. One of a shared socket: the processes then take turns, and the idle
/// one is quicker than the busy one.
constexpr int kTurn = 64;
constexpr int kSharedTurn = 1;
constexpr rlim_t kOtherDescriptors = 256; ///< files, databases and connections of our own

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
    Private(HttpServer &server, Router router, const HttpLimits &limits)
        : q(server), context{std::move(router), limits, false}
    {
        ticker.setInterval(tickInterval(limits));
        QObject::connect(&ticker, &QTimer::timeout, &server, [this] { tick(); });
        drainTimer.setSingleShot(true);
        QObject::connect(&drainTimer, &QTimer::timeout, &server, [this] { cutRest(); });
        lastCall.setSingleShot(true);
        QObject::connect(&lastCall, &QTimer::timeout, &server, [this] { closeDoor(); });
    }

    Result<quint16> start(Result<ListeningSocket> opened)
    {
        if (!opened)
            return tl::unexpected(opened.error());
        makeRoomForDescriptors(context.limits.maximumConnections);
        listener = std::move(*opened);
        incoming = std::make_unique<QSocketNotifier>(listener.descriptor(), QSocketNotifier::Read);
        QObject::connect(incoming.get(), &QSocketNotifier::activated, &q,
                         [this] { takeWaiting(isShared ? kSharedTurn : kTurn); });
        return listener.port();
    }

    void takeWaiting(int most)
    {
        while (most-- > 0) {
            const int descriptor = listener.accept();
            if (descriptor >= 0)
                accept(descriptor);
            else if (errno == EAGAIN || errno == EWOULDBLOCK)
                return;
            else if (errno != ECONNABORTED && errno != EINTR)
                return acceptAgainSoon(errno);
        }
    }

    /// Out of descriptors, most likely; connections that end free some.
    void acceptAgainSoon(int error)
    {
        qCWarning(lcHttp) << "cannot accept connections:" << std::strerror(error) << "- trying again soon";
        incoming->setEnabled(false);
        QTimer::singleShot(kAcceptPause, incoming.get(), [this] { incoming->setEnabled(true); });
    }

    void closeDoor()
    {
        if (!listener.isOpen())
            return;
        takeWaiting(kTurn * kTurn);
        incoming.reset();
        listener.close();
        noteDrained();
    }

    void accept(int descriptor)
    {
        auto socket = std::make_unique<QTcpSocket>();
        if (!socket->setSocketDescriptor(descriptor)) {
            ::close(descriptor);
            return;
        }
        if (connections.size() >= context.limits.maximumConnections + kSpareConnections)
            return socket->abort();
        const QHostAddress group = addressGroup(socket->peerAddress());
        const bool full = connections.size() >= context.limits.maximumConnections;
        const qsizetype limit = context.limits.maximumPerAddress;
        const bool greedy =
            limit > 0 && !isWithin(socket->peerAddress(), context.limits.proxies) && perAddress.value(group) >= limit;
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
        closeDoor();
        if (!connections.isEmpty())
            qCInfo(lcHttp) << "cutting" << connections.size() << "connections that did not end in time";
        for (Connection *connection : QSet(connections))
            connection->abort();
    }

    void noteDrained()
    {
        if (!context.draining || listener.isOpen() || !connections.isEmpty() || drainedEmitted)
            return;
        drainedEmitted = true;
        drainTimer.stop();
        QMetaObject::invokeMethod(&q, &HttpServer::drained, Qt::QueuedConnection);
    }

    HttpServer &q;
    ConnectionContext context;
    ListeningSocket listener;
    std::unique_ptr<QSocketNotifier> incoming;
    bool isShared = false;
    QSet<Connection *> connections;
    QHash<QHostAddress, qsizetype> perAddress;
    QTimer ticker;
    QTimer drainTimer;
    QTimer lastCall;
    bool drainedEmitted = false;
};

HttpServer::HttpServer(Router router, const HttpLimits &limits, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(router), limits))
{
}

HttpServer::~HttpServer()
{
    d->incoming.reset();
    d->listener.close();
    for (Connection *connection : QSet(d->connections)) {
        connection->abort();
        delete connection; // its deleteLater would come after the context it uses
    }
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    return d->start(ListeningSocket::open(address, port));
}

Result<quint16> HttpServer::listenOn(int listeningDescriptor)
{
    d->isShared = true;
    return d->start(ListeningSocket::adopt(listeningDescriptor));
}

void HttpServer::drain(std::chrono::milliseconds deadline)
{
    const std::chrono::milliseconds last = d->context.limits.lastCall;
    if (d->listener.isOpen() && !d->isShared)
        d->listener.refuseNew();
    d->lastCall.start(last);
    d->context.draining = true;
    d->drainTimer.start(deadline);
    d->ticker.setInterval(
        std::clamp<std::chrono::milliseconds>(last / 4, std::chrono::milliseconds(5), d->ticker.intervalAsDuration()));
    for (Connection *connection : QSet(d->connections))
        connection->drain();
}

qsizetype HttpServer::connectionCount() const
{
    return d->connections.size();
}

} // namespace ChatCal
