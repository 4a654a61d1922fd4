// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redissocket.h"

#include <QFile>
#include <QLocalSocket>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

Result<QSslKey> readKey(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray pem = file.readAll();
        for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
            const QSslKey key(pem, algorithm);
            if (!key.isNull())
                return key;
        }
    }
    return failure(ErrorCode::InvalidInput, u"the key file for the store holds no readable RSA or EC key"_s);
}

Result<QSslConfiguration> configuration(const RedisOptions &options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!options.caFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(options.caFile, QSsl::Pem);
        if (authorities.isEmpty())
            return failure(ErrorCode::InvalidInput, u"the CA file for the store holds no readable certificate"_s);
        tls.setCaCertificates(authorities);
    }
    if (!options.certificateFile.isEmpty()) {
        const auto chain = QSslCertificate::fromPath(options.certificateFile, QSsl::Pem);
        if (chain.isEmpty())
            return failure(ErrorCode::InvalidInput, u"the client certificate for the store cannot be read"_s);
        const auto key = readKey(options.keyFile);
        if (!key)
            return tl::unexpected(key.error());
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

} // namespace

RedisSocket::RedisSocket(QObject *parent) : QObject(parent)
{
}

void RedisSocket::open(const RedisOptions &options, const RedisAddress &address)
{
    Q_ASSERT(!m_device);
    if (!address.path.isEmpty())
        openLocal(address);
    else if (options.tls)
        openTls(options, address);
    else
        openTcp(address);
}

void RedisSocket::openLocal(const RedisAddress &address)
{
    m_local = new QLocalSocket(this);
    m_device = m_local;
    connect(m_local, &QLocalSocket::connected, this, &RedisSocket::opened);
    connect(m_local, &QLocalSocket::readyRead, this, &RedisSocket::readyRead);
    connect(m_local, &QLocalSocket::errorOccurred, this,
            [this] { fail(u"no connection to the store: "_s + m_local->errorString(), false); });
    m_local->connectToServer(address.path);
}

void RedisSocket::openTcp(const RedisAddress &address)
{
    auto *socket = new QTcpSocket(this);
    watch(socket);
    connect(socket, &QTcpSocket::connected, this, &RedisSocket::opened);
    socket->connectToHost(address.host, address.port);
}

void RedisSocket::openTls(const RedisOptions &options, const RedisAddress &address)
{
    const auto tls = configuration(options);
    if (!tls) {
        fail(tls.error().detail, true);
        return;
    }
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(*tls);
    watch(socket);
    connect(socket, &QSslSocket::encrypted, this, &RedisSocket::opened);
    connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        fail(u"the store's certificate is not trusted: "_s + errors.constFirst().errorString(), true);
    });
    socket->connectToHostEncrypted(address.host, address.port);
}

void RedisSocket::watch(QAbstractSocket *socket)
{
    m_network = socket;
    m_device = socket;
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QAbstractSocket::connected, this, [socket] {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    });
    connect(socket, &QAbstractSocket::readyRead, this, &RedisSocket::readyRead);
    connect(socket, &QAbstractSocket::errorOccurred, this,
            [this, socket] { fail(u"no connection to the store: "_s + socket->errorString(), false); });
}

void RedisSocket::fail(const QString &detail, bool isLasting)
{
    if (m_closed)
        return;
    close();
    Q_EMIT failed(detail, isLasting);
}

void RedisSocket::close()
{
    m_closed = true;
    if (!m_device)
        return;
    m_device->disconnect(this);
    if (m_local)
        m_local->abort();
    else
        m_network->abort();
}

void RedisSocket::write(QByteArrayView bytes)
{
    if (m_closed)
        return;
    m_device->write(bytes.data(), bytes.size());
    // Without this the bytes would wait for another pass of the event loop.
    if (m_local)
        m_local->flush();
    else
        m_network->flush();
}

qint64 RedisSocket::read(char *buffer, qint64 size)
{
    return m_closed ? 0 : m_device->read(buffer, size);
}

} // namespace ChatCal
