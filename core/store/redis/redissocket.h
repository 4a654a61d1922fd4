// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisoptions.h"

#include <QByteArrayView>
#include <QObject>

class QAbstractSocket;
class QIODevice;
class QLocalSocket;
class QSslSocket;

namespace ChatCal {

/// The bytes to and from one server, over TCP, TLS or a local socket. One use: open once, then close.
class RedisSocket final : public QObject
{
    Q_OBJECT
public:
    explicit RedisSocket(QObject *parent = nullptr);

    /// Answers with opened() or failed(), possibly before this returns.
    void open(const RedisOptions &options, const RedisAddress &address);
    /// No signal comes after this.
    void close();
    /// Sends @p bytes now as far as the system takes them, the rest from the event loop.
    void write(QByteArrayView bytes);
    /// Bytes read into @p buffer; 0 when there are none.
    [[nodiscard]] qint64 read(char *buffer, qint64 size);

Q_SIGNALS:
    void opened();
    void readyRead();
    /// The connection could not be made or was lost. @p isLasting: trying again will not help.
    void failed(const QString &detail, bool isLasting);

private:
    void openLocal(const RedisAddress &address);
    void openTcp(const RedisAddress &address);
    void openTls(const RedisOptions &options, const RedisAddress &address);
    void watch(QAbstractSocket *socket);
    void fail(const QString &detail, bool isLasting);

    QIODevice *m_device = nullptr; ///< child
    QAbstractSocket *m_network = nullptr; ///< m_device, when it is one
    QLocalSocket *m_local = nullptr; ///< m_device, when it is one
    bool m_closed = false;
};

} // namespace ChatCal
