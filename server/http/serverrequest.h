// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/headerfields.h"
#include "server/http/queryparameters.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <stop_token>
#include <utility>

namespace ChatCal {

/// One request, complete. Cheap to copy: its parts are implicitly shared.
struct ServerRequest
{
    QByteArray method; ///< as sent; HEAD reaches the handler of GET as "HEAD"
    QString path; ///< decoded, dot segments resolved, without control characters; "*" for OPTIONS *
    QueryParameters query;
    HeaderFields headers; ///< Host is the target's authority when the target was absolute
    QByteArray body; ///< chunks joined
    QHostAddress peerAddress; ///< who connected: the proxy when there is one
    QByteArray requestId; ///< 16 random hexadecimal digits, for logs and for the client to quote
    QString route; ///< the pattern that matched, for example "/sessions/{id}"; empty when none did
    QList<std::pair<QString, QString>> parameters; ///< of the pattern, decoded, never empty
    std::stop_token stop; ///< requested when the client leaves or the route's deadline passes
    std::chrono::steady_clock::time_point receivedAt; ///< when its last byte came

    /// The value that stood for {name} in the pattern; empty when the pattern has no such name.
    [[nodiscard]] QString parameter(QStringView name) const
    {
        for (const auto &pair : parameters) {
            if (pair.first == name)
                return pair.second;
        }
        return {};
    }
};

} // namespace ChatCal
