// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QHashFunctions>
#include <QList>
#include <QString>

#include <chrono>

namespace ChatCal {

/// Where one server listens: a host and a port, or the path of a local socket.
struct RedisAddress
{
    QString host;
    quint16 port = 0;
    QString path; ///< when set, host and port mean nothing
    bool operator==(const RedisAddress &) const = default;
};

[[nodiscard]] inline size_t qHash(const RedisAddress &address, size_t seed = 0)
{
    return qHashMulti(seed, address.host, address.port, address.path);
}

/// How to reach a Redis.
struct RedisOptions
{
    enum class Kind {
        Single, ///< one server at the one address
        Cluster, ///< a Redis Cluster; the addresses are those of some of its nodes
        Sentinel ///< the master named masterName; the addresses are those of sentinels
    };

    Kind kind = Kind::Single;
    QList<RedisAddress> addresses; ///< at least one
    bool tls = false; ///< certificates are always verified
    QString caFile; ///< PEM; empty: the system's authorities
    QString certificateFile; ///< PEM, our own; with keyFile or not at all
    QString keyFile;
    QString user; ///< empty: Redis's default user
    Secret password; ///< empty: none
    Secret sentinelPassword; ///< of the sentinels themselves; empty: none
    QString masterName; ///< with Kind::Sentinel
    int database = 0; ///< 0 with Kind::Cluster
    QString prefix = QStringLiteral("chatcal"); ///< of every key and of the feed's channel

    std::chrono::milliseconds deadline = std::chrono::seconds(2); ///< of each call
    std::chrono::milliseconds connectTimeout = std::chrono::milliseconds(1500); ///< until a connection is ready
    std::chrono::milliseconds longestPause = std::chrono::seconds(2); ///< between two tries to connect

    /// Reads one of
    /// `redis://[[user]:password@]host[:6379][/database]`, `rediss://…` (TLS),
    /// `unix://[[user]:password@]/path[?db=N]`,
    /// `redis+cluster://[[user]:password@]host[:port],host[:port]`, `rediss+cluster://…`,
    /// `redis+sentinel://[[user]:password@]host[:26379],host[:26379]/mastername[/database]`, `rediss+sentinel://…`,
    /// with `?db=`, `?prefix=`, `?ca=`, `?cert=`, `?key=`, `?sentinel_password=`. User and password are
    /// percent-encoded. InvalidInput whose detail says what is wrong and holds nothing of @p url, since a badly
    /// encoded password may stand anywhere in it.
    [[nodiscard]] static Result<RedisOptions> parse(const QString &url);

    /// The same without user and passwords, for people and logs.
    [[nodiscard]] QString describe() const;
};

} // namespace ChatCal
