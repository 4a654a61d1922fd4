// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <array>

namespace ChatCal {

/// A Lua script that every connection loads when it opens; then it is called by its hash.
struct RedisScript
{
    QByteArray text;
    QByteArray hash; ///< SHA-1 in hex, what EVALSHA takes
};

/// One Batch, all or nothing. Checks come before the first write, since Redis does not roll back.
/// KEYS: the batch's memory, the fence's lease (with a fence), documents put, documents removed, then per index put and
/// per index remove the ordered set and the hash of scores.
/// ARGV: milliseconds to remember, the fence's value or "", "1" to release it, the four counts, channel or "", message,
/// then per put body, expected version or "", time to live or ""; per remove expected version or "";
/// per index put score and member; per index remove member.
/// Answers "+1 2 3" (the versions of the puts) or "-why not". A repeat of a batch that is remembered answers as the
/// first time and does nothing.
[[nodiscard]] const RedisScript &commitScript();

/// KEYS: lease, token counter, perhaps a document. ARGV: owner, time to live, the counter's time to live. Answers the
/// token (with a document: the token and what GET answers for it), or nil when somebody else holds the lease. A repeat
/// by the same owner answers the same token.
[[nodiscard]] const RedisScript &acquireScript();

/// KEYS: lease. ARGV: its value, time to live. 1, or 0 when it is not held.
[[nodiscard]] const RedisScript &renewScript();

/// KEYS: lease. ARGV: its value.
[[nodiscard]] const RedisScript &releaseScript();

[[nodiscard]] std::array<const RedisScript *, 4> allRedisScripts();

} // namespace ChatCal
