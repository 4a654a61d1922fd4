// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/addresses.h"

#include <QtGlobal>

#include <chrono>

namespace ChatCal {

/// What one client, and all of them together, may ask of the server.
struct HttpLimits
{
    qsizetype maximumTarget = 8 * 1024; ///< request target in bytes; 414 beyond
    qsizetype maximumHeader = 16 * 1024; ///< request line and fields in bytes; 431 beyond
    qsizetype maximumFields = 100; ///< 431 beyond
    qsizetype maximumBody = 64 * 1024; ///< bytes, unless the route says otherwise; 413 beyond
    qsizetype maximumUnsent = 256 * 1024; ///< bytes a slow reader may have waiting before we stop working for it
    qsizetype pipelineDepth = 16; ///< requests of one connection worked on at a time; the rest stays unread
    qsizetype maximumConnections = 10'000; ///< 503 beyond
    qsizetype maximumPerAddress = 256; ///< per IPv4 address or IPv6 /64; 503 beyond; 0 for no limit
    Networks proxies; ///< not held to maximumPerAddress: many guests come through one of them
    std::chrono::milliseconds requestTime = std::chrono::seconds(10); ///< first to last byte of a request; 408 beyond
    std::chrono::milliseconds idleTime = std::chrono::seconds(60); ///< between requests
    std::chrono::milliseconds stallTime = std::chrono::seconds(30); ///< with bytes to send and none taken
    std::chrono::milliseconds lingerTime = std::chrono::seconds(2); ///< for the client to read a last answer
    std::chrono::milliseconds lastCall = std::chrono::milliseconds(100); ///< while draining: for a next request
    std::chrono::milliseconds heartbeat = std::chrono::seconds(15); ///< a comment on a silent event stream
};

} // namespace ChatCal
