// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/httpserver.h"
#include "tests/support/await.h"

#include <QTcpSocket>

namespace ChatCal {

/// One answer as it came over the wire.
struct RawAnswer
{
    int status = 0; ///< 0 stands for no answer
    QByteArray head; ///< status line and fields, without the empty line
    QByteArray body; ///< chunks joined

    explicit operator bool() const { return status != 0; }
    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }
};

/// Writes bytes as they are and takes the answers apart without help from the code under test.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        // The server may have answered and closed by the time the state is looked at.
        bool connected = false;
        const auto connection =
            QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [&connected] { connected = true; });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        eventually([&connected] { return connected; });
        QObject::disconnect(connection);
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// The next answer; false when none comes in time or the connection ends before.
    RawAnswer next(bool isHead = false)
    {
        RawAnswer answer;
        eventually([&] {
            pull();
            answer = take(isHead);
            return answer || isClosed();
        });
        return answer;
    }
    /// True once the server has closed.
    bool waitClosed()
    {
        return eventually([this] {
            pull();
            return isClosed();
        });
    }
    bool waitFor(const QByteArray &text, std::chrono::milliseconds patience = std::chrono::seconds(10))
    {
        const auto came = [&] {
            pull();
            return m_received.contains(text);
        };
        return eventually([&] { return came() || isClosed(); }, patience) && came();
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    /// What came and was not taken as an answer.
    [[nodiscard]] QByteArray &received() { return m_received; }
    QTcpSocket &socket() { return m_socket; }
    void leave() { m_socket.abort(); }

private:
    void pull()
    {
        if (m_socket.bytesAvailable() > 0)
            m_received += m_socket.readAll();
    }

    RawAnswer take(bool isHead)
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        RawAnswer answer;
        answer.head = m_received.first(end);
        answer.status = answer.head.mid(9, 3).toInt();
        qsizetype position = end + 4;
        if (isHead || answer.status == 204 || answer.status == 304 || answer.status < 200) {
            // no body follows
        } else if (answer.field("Transfer-Encoding") == "chunked") {
            for (;;) {
                const qsizetype lineEnd = m_received.indexOf("\r\n", position);
                if (lineEnd < 0)
                    return {};
                const qsizetype size = m_received.sliced(position, lineEnd - position).toLongLong(nullptr, 16);
                if (m_received.size() < lineEnd + 2 + size + 2)
                    return {};
                answer.body += m_received.sliced(lineEnd + 2, size);
                position = lineEnd + 2 + size + 2;
                if (size == 0)
                    break;
            }
        } else {
            const qsizetype length = answer.field("Content-Length").toLongLong();
            if (m_received.size() < position + length)
                return {};
            answer.body = m_received.sliced(position, length);
            position += length;
        }
        m_received.remove(0, position);
        return answer;
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace ChatCal
