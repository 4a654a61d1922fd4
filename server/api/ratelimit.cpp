// SPDX-License-Identifier: Apache-2.0
#include "server/api/ratelimit.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]:4711"; null for anything else.
QHostAddress forwardedAddress(const QByteArray &entry)
{
    QString text = QString::fromLatin1(entry.trimmed());
    if (text.startsWith(u'['))
        text = text.mid(1, text.indexOf(u']') - 1);
    else if (text.count(u':') == 1)
        text.truncate(text.indexOf(u':'));
    // QHostAddress takes "7" and "1.2" for addresses too.
    const bool isAddress = text.contains(u':') || text.count(u'.') == 3;
    return isAddress ? plainAddress(QHostAddress(text)) : QHostAddress();
}

} // namespace

QHostAddress clientAddress(const ServerRequest &request, const Networks &trustedProxies)
{
    QHostAddress client = plainAddress(request.peerAddress);
    QList<QByteArray> entries;
    for (const QByteArray &field : request.headers.values("X-Forwarded-For"))
        entries += field.split(',');
    while (!entries.isEmpty() && (client.isLoopback() || isWithin(client, trustedProxies))) {
        const QHostAddress before = forwardedAddress(entries.takeLast());
        if (before.isNull())
            break;
        client = before;
    }
    return client;
}

RateLimit::RateLimit(int perMinute, qsizetype mostClients)
    : m_perSecond(perMinute / 60.0), m_most(std::max(5.0, perMinute / 3.0)), m_mostClients(mostClients)
{
}

double RateLimit::tokensAt(const Bucket &bucket, TimePoint now) const
{
    return std::min(m_most, bucket.tokens + std::chrono::duration<double>(now - bucket.filled).count() * m_perSecond);
}

std::chrono::seconds RateLimit::take(const QHostAddress &client, TimePoint now)
{
    if (m_perSecond <= 0)
        return {};
    const QHostAddress group = addressGroup(client);
    auto bucket = m_buckets.find(group);
    if (bucket == m_buckets.end()) {
        forgetFull(now);
        bucket = m_buckets.insert(group, {m_most, now});
    }
    bucket->tokens = tokensAt(*bucket, now);
    bucket->filled = now;
    if (bucket->tokens >= 1) {
        bucket->tokens -= 1;
        return {};
    }
    const double missing = 1 - bucket->tokens;
    return std::chrono::seconds(std::max(1, static_cast<int>(std::ceil(missing / m_perSecond))));
}

/// Makes room for one more client: who has a full bucket is as good as unknown.
void RateLimit::forgetFull(TimePoint now)
{
    if (m_buckets.size() < m_mostClients)
        return;
    m_buckets.removeIf([&](const auto &entry) { return tokensAt(entry.value(), now) >= m_most; });
    if (m_buckets.size() >= m_mostClients)
        m_buckets.clear(); // so many at once are no guests; memory stays bounded
}

} // namespace ChatCal
