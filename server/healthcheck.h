// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

#include <chrono>

namespace ChatCal {

/// Asks the server at @p address whether it is ready, and waits for it: for containers, which bring no HTTP client.
/// An address that means all of them is asked on loopback. The error is one line: not there, too slow, not ready.
[[nodiscard]] Result<void> checkHealth(const QHostAddress &address, quint16 port, std::chrono::milliseconds patience);

} // namespace ChatCal
