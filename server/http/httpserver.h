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
    explicit HttpServer(Router router, HttpLimits limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// The port in use, which is a free one for port 0. Unavailable when the address cannot be had.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Serves a listening socket made elsewhere: one shared by several processes, or handed over by systemd.
    [[nodiscard]] Result<quint16> listenOn(qintptr listeningDescriptor);

    /// Accepts nothing new, answers what is under way with Connection: close, and cuts what is left after
    /// @p deadline. Emits drained() when no connection is left.
    void drain(std::chrono::milliseconds deadline);

    [[nodiscard]] qsizetype connectionCount() const;

Q_SIGNALS:
    void drained();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ChatCal
