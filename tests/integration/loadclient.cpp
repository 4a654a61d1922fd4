// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/loadclient.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace ChatCal {

void PlainConnection::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    m_input.clear();
}

bool PlainConnection::readMore()
{
    std::array<char, 16384> buffer{};
    const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0)
        return false;
    m_input.append(buffer.data(), got);
    return true;
}

PlainConnection::Answer PlainConnection::ask(quint16 port, const QByteArray &method, const QByteArray &path,
                                             const QByteArray &jsonBody, const QByteArray &headers)
{
    if (m_descriptor < 0) {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{30, 0};
        const int yes = 1;
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            close();
            return {Outcome::NotLetIn, 0, {}, {}};
        }
    }
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: here\r\n" + headers;
    if (!jsonBody.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(jsonBody.size()) + "\r\n";
    request += "\r\n" + jsonBody;
    const bool isSent =
        ::send(m_descriptor, request.constData(), static_cast<size_t>(request.size()), MSG_NOSIGNAL) == request.size();
    qsizetype headEnd = -1;
    while (isSent && (headEnd = m_input.indexOf("\r\n\r\n")) < 0 && readMore()) { }
    if (headEnd < 0) {
        close();
        return {};
    }
    const QByteArray head = m_input.left(headEnd + 2).toLower();
    const qsizetype at = head.indexOf("\r\ncontent-length: ") + 18;
    const qsizetype length = head.mid(at, head.indexOf('\r', at) - at).toLongLong();
    while (m_input.size() < headEnd + 4 + length) {
        if (!readMore()) {
            close();
            return {};
        }
    }
    Answer answer{Outcome::Answered, head.mid(9, 3).toInt(), m_input.mid(headEnd + 4, length), head};
    m_input.remove(0, headEnd + 4 + length);
    if (head.contains("\r\nconnection: close"))
        close();
    return answer;
}

Load::Load(quint16 port, int guests)
{
    for (int i = 0; i < guests; ++i)
        m_guests.emplace_back(&Load::guest, this, port, i % 2 == 0);
}

void Load::stop()
{
    m_stop = true;
    for (std::thread &guest : m_guests) {
        if (guest.joinable())
            guest.join();
    }
}

void Load::guest(quint16 port, bool keepsAlive)
{
    PlainConnection connection;
    QMap<int, int> statuses;
    for (int i = 0; !m_stop; ++i) {
        const auto answer = i % 8 == 0 ? connection.ask(port, "POST", "/chat", R"({"message": "Hello there"})")
                                       : connection.ask(port, "GET", "/health/live");
        if (answer.outcome == PlainConnection::Outcome::NotLetIn) {
            ++m_notLetIn;
            break;
        }
        if (answer.outcome == PlainConnection::Outcome::Lost) {
            ++m_lost;
        } else {
            ++m_answered;
            ++statuses[answer.status];
        }
        if (!keepsAlive)
            connection.close();
    }
    const std::scoped_lock lock(m_mutex);
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        m_statuses[it.key()] += it.value();
}

} // namespace ChatCal
