// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QList>
#include <QPair>

namespace ChatCal {

/// Networks with their prefix length.
using Networks = QList<QPair<QHostAddress, int>>;

/// An IPv4 client of a dual-stack socket (::ffff:192.0.2.1) as the IPv4 address it is.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);
/// One client's addresses as one: an IPv6 client has a /64 to itself.
[[nodiscard]] QHostAddress addressGroup(const QHostAddress &address);
[[nodiscard]] bool isWithin(const QHostAddress &address, const Networks &networks);

} // namespace ChatCal
