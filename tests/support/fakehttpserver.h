// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace ChatCal {

/// An HTTP/1.1 server on loopback that answers what a test tells it to, byte for byte where that matters. It fails the
/// test on a request no client should send: one without Host, one to a path nobody expects, one that is malformed.
class FakeHttpServer : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray method;
        QByteArray target; ///< path and query
        QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
        QByteArray body;
        [[nodiscard]] QByteArray header(QByteArrayView name) const;
    };
    using Respond = std::function<void(const Request &request, QTcpSocket &socket)>;

    /// With @p tls it speaks https.
    explicit FakeHttpServer(std::optional<QSslConfiguration> tls = std::nullopt);
    ~FakeHttpServer() override;

    /// How to answer requests to @p path, from now on.
    void on(const QByteArray &path, Respond respond);
    /// How to answer requests to every path without an answer of its own.
    void onOther(Respond respond) { m_other = std::move(respond); }
    /// A complete answer for @p path, with Content-Length; the connection stays open.
    void reply(const QByteArray &path, int status, const QByteArray &body, const QByteArray &headerLines = {});

    /// Without a memory of the requests, for long runs.
    void setKeepsRequests(bool keeps) { m_keepsRequests = keeps; }

    [[nodiscard]] QUrl url(const QByteArray &target) const;
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Of the connections made, how many the client has closed.
    [[nodiscard]] int disconnections() const { return m_disconnections; }

private:
    void accept();
    void read(QTcpSocket &socket);
    [[nodiscard]] static std::optional<Request> takeRequest(QByteArray *bytes);
    void answer(const Request &request, QTcpSocket &socket);

    std::unique_ptr<QTcpServer> m_server;
    bool m_isSecure;
    QHash<QByteArray, Respond> m_responds;
    Respond m_other;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QList<Request> m_requests;
    bool m_keepsRequests = true;
    int m_connections = 0;
    int m_disconnections = 0;
};

} // namespace ChatCal
