// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "server/http/limits.h"
#include "server/http/router.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <memory>

namespace ChatCal {

/// HTTP/1.1 over TCP on the Qt event loop of one thread. A client that closes its sending side is taken to have left,
/// as QTcpSocket takes it. Set QT_NO_GLIB=1 before the application is made: Qt's own event loop serves about a fifth
/// more requests.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    /// @p router is complete: nothing can be added once it is served.
    explicit HttpServer(Router router, const HttpLimits &limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// The port in use, which is a free one for port 0. Unavailable when the address cannot be had.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Serves a listening socket made elsewhere and shared by several processes. It is closed with the server.
    [[nodiscard]] Result<quint16> listenOn(int listeningDescriptor);

    /// Lets nobody new in, answers what is under way and what still comes within limits.lastCall on connections that
    /// were made, each time with Connection: close, and cuts what is left after @p deadline. A shared socket lets
    /// others in as long as another process holds it. Emits drained() when no connection is left.
    void drain(std::chrono::milliseconds deadline);

    [[nodiscard]] qsizetype connectionCount() const;

Q_SIGNALS:
    void drained();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
