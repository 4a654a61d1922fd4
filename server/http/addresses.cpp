// SPDX-License-Identifier: Apache-2.0
#include "server/http/addresses.h"

#include <algorithm>

namespace ChatCal {

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 four = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(four) : address;
}

QHostAddress addressGroup(const QHostAddress &address)
{
    const QHostAddress single = plainAddress(address);
    if (single.protocol() != QAbstractSocket::IPv6Protocol)
        return single;
    Q_IPV6ADDR six = single.toIPv6Address();
    std::fill(six.c + 8, six.c + 16, quint8(0));
    return QHostAddress(six);
}

bool isWithin(const QHostAddress &address, const Networks &networks)
{
    const QHostAddress single = plainAddress(address);
    return std::ranges::any_of(networks, [&single](const auto &network) { return single.isInSubnet(network); });
}

} // namespace ChatCal
