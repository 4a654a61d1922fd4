// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QUrl>

namespace ChatCal {

/// Where a request may go whose URL a user, or a server a user named, has chosen. What counts is the address the
/// connection goes to: a name may resolve to another one each time, and a redirect leads elsewhere.
struct AddressPolicy
{
    enum class Reach {
        Anywhere,
        Public ///< no address that isPublicAddress() denies, unless its host is listed
    };
    Reach reach = Reach::Anywhere;
    QStringList allowedHosts; ///< as the URL names them: "host", any port, or "host:port"; "[::1]:5232"

    /// Whether @p url names a listed host.
    [[nodiscard]] bool lists(const QUrl &url) const;
    /// Whether a connection for @p url may go to @p address, as inet_ntop writes it.
    [[nodiscard]] bool allows(const QUrl &url, const QByteArray &address) const;
};

/// Whether anybody on the Internet may have @p address: not loopback, private, shared, link-local, unique local,
/// multicast, reserved, nor an IPv6 address that wraps such an IPv4 one (RFC 6890 and its registries).
[[nodiscard]] bool isPublicAddress(const QByteArray &address);
/// Whether @p url names this machine: "localhost" or an address of its loopback.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace ChatCal
