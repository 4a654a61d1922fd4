// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/addresses.h"
#include "server/http/serverrequest.h"

#include <QHash>

#include <chrono>

namespace ChatCal {

/// Who sent @p request, when proxies stand between: X-Forwarded-For read from the right as long as what wrote it is one
/// of @p trustedProxies (networks with their prefix length) or this machine. What a stranger claims to forward is not
/// believed.
[[nodiscard]] QHostAddress clientAddress(const ServerRequest &request, const Networks &trustedProxies);

/// How much one client may ask for: a bucket of tokens per IPv4 address or IPv6 /64, filled evenly. In memory, of this
/// process alone.
class RateLimit
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// @p perMinute 0: no limit. A third of a minute's worth, at least five, may come at once.
    explicit RateLimit(int perMinute, qsizetype mostClients = 50'000);

    /// Takes one token; zero when there was one, else how long until there is.
    [[nodiscard]] std::chrono::seconds take(const QHostAddress &client, TimePoint now);
    [[nodiscard]] qsizetype clients() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens = 0;
        TimePoint filled;
    };
    [[nodiscard]] double tokensAt(const Bucket &bucket, TimePoint now) const;
    void forgetFull(TimePoint now);

    double m_perSecond;
    double m_most;
    qsizetype m_mostClients;
    QHash<QHostAddress, Bucket> m_buckets;
};

} // namespace ChatCal
