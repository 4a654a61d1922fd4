// SPDX-License-Identifier: Apache-2.0
#include "server/http/listeningsocket.h"

#include "server/http/logging.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/filter.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int kBacklog = 1024;

struct Address
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

Address toNative(const QHostAddress &address, quint16 port)
{
    Address native;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in four{};
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        four.sin_addr.s_addr = htonl(address.toIPv4Address());
        native.length = sizeof four;
        std::memcpy(&native.storage, &four, sizeof four);
        return native;
    }
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address(); // "any" is all zeros too
    std::memcpy(&six.sin6_addr, &bytes, sizeof six.sin6_addr);
    six.sin6_scope_id = ::if_nametoindex(address.scopeId().toLatin1().constData());
    native.length = sizeof six;
    std::memcpy(&native.storage, &six, sizeof six);
    return native;
}

tl::unexpected<Error> cannot(const QString &where, int error)
{
    if (error == EADDRINUSE)
        return failure(ErrorCode::Unavailable, where + u" is in use by another program"_s);
    return failure(ErrorCode::Unavailable,
                   u"cannot listen on "_s + where + u": "_s + QString::fromLocal8Bit(std::strerror(error)));
}

} // namespace

Result<ListeningSocket> ListeningSocket::open(const QHostAddress &address, quint16 port)
{
    const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    const QString host = isIPv4 ? address.toString() : u'[' + address.toString() + u']';
    const QString where = host + u':' + QString::number(port);
    const int family = isIPv4 ? AF_INET : AF_INET6;
    ListeningSocket made(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.isOpen())
        return cannot(where, errno);
    const int yes = 1;
    // A port whose last connections have not timed out yet may be taken again.
    ::setsockopt(made.m_descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const int only = address.protocol() == QAbstractSocket::AnyIPProtocol ? 0 : 1;
    if (!isIPv4)
        ::setsockopt(made.m_descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only);
    const Address native = toNative(address, port);
    if (::bind(made.m_descriptor, native.get(), native.length) != 0 || ::listen(made.m_descriptor, kBacklog) != 0)
        return cannot(where, errno);
    return made;
}

Result<ListeningSocket> ListeningSocket::adopt(int descriptor)
{
    int listens = 0;
    socklen_t length = sizeof listens;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &length) != 0 || listens == 0)
        return failure(ErrorCode::InvalidInput, u"the socket handed over does not listen"_s);
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    return ListeningSocket(descriptor);
}

quint16 ListeningSocket::port() const
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return 0;
    return ntohs(storage.ss_family == AF_INET ? reinterpret_cast<const sockaddr_in &>(storage).sin_port
                                              : reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port);
}

int ListeningSocket::accept() const
{
    return ::accept4(m_descriptor, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

void ListeningSocket::refuseNew() const
{
    // Closing a listening socket resets what is in its queue, and between the last look into it and close() there is
    // always a moment. So the door is shut first: this program sees each segment from its TCP header on, and drops
    // those with SYN and without ACK.
    std::array<sock_filter, 5> program{{{BPF_LD | BPF_B | BPF_ABS, 0, 0, 13}, // the flags
                                        {BPF_ALU | BPF_AND | BPF_K, 0, 0, 0x12}, // SYN and ACK
                                        {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0x02},
                                        {BPF_RET | BPF_K, 0, 0, 0},
                                        {BPF_RET | BPF_K, 0, 0, 0xffffffffU}}};
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    if (::setsockopt(m_descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) != 0)
        qCWarning(lcHttp) << "the listening socket cannot be shut gently:" << std::strerror(errno)
                          << "- a connection made at the very end may be lost";
}

void ListeningSocket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

} // namespace ChatCal
