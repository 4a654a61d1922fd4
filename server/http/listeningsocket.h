// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

#include <utility>

namespace ChatCal {

/// A listening TCP socket, non-blocking and closed on exec. Several processes may hold the same one: they then share
/// its queue of connections, which outlives each of them.
class ListeningSocket
{
public:
    /// Port 0 takes a free one. Unavailable when the address cannot be had.
    [[nodiscard]] static Result<ListeningSocket> open(const QHostAddress &address, quint16 port);
    /// Takes over @p descriptor, which another process made. InvalidInput when it does not listen.
    [[nodiscard]] static Result<ListeningSocket> adopt(int descriptor);

    ListeningSocket() = default;
    ~ListeningSocket() { close(); }
    ListeningSocket(ListeningSocket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    ListeningSocket &operator=(ListeningSocket &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] quint16 port() const;
    /// The next queued connection; -1 with errno, EAGAIN when there is none.
    [[nodiscard]] int accept() const;
    /// From now on nobody new is let in, in any process: the kernel drops what would begin a connection, so that who
    /// comes later is refused once the socket is closed, and nobody who was let in is lost by closing it. The
    /// connections begun before still arrive in the queue.
    void refuseNew() const;
    void close();

private:
    explicit ListeningSocket(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor = -1;
};

} // namespace ChatCal
