// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/noticeboard.h"
#include "core/store/store.h"

#include <QByteArray>

#include <vector>

struct redisReply;

namespace ChatCal {

/// Where things lie in Redis and what they look like there. All keys of a partition carry the same hash tag and so lie
/// on one node of a cluster: `PREFIX:{PARTITION}:d:KEY` documents (string: 15 digits of version, then the body),
/// `…:i:INDEX` ordered sets (all scores 0; members are 16 hex digits of score, then the member), `…:s:INDEX` hashes
/// (member to score), `…:l:NAME` leases (string: token, colon, owner), `…:t:NAME` token counters, `…:b:ID` batches
/// remembered for a moment. `%` and `}` in a partition are written %25 and %7D.
class RedisSchema
{
public:
    /// @param batchMemory how long a batch is remembered, so that a repeat of it does nothing.
    RedisSchema(const QString &prefix, int database, std::chrono::milliseconds batchMemory);

    /// The channel of the change feed. Redis's channels know no databases, so its name tells the number.
    [[nodiscard]] const QByteArray &channel() const { return m_channel; }
    /// The cluster slot in which @p partition lies.
    [[nodiscard]] int slot(const QString &partition) const;
    [[nodiscard]] QByteArray documentKey(const QString &partition, const QString &key) const;

    [[nodiscard]] QByteArray get(const QString &partition, const QString &key) const;
    [[nodiscard]] QByteArray getMany(const QString &partition, const QStringList &keys) const;
    [[nodiscard]] QByteArray range(const IndexQuery &query) const;
    /// @p id makes a repeat known. @p publish: the script tells the batch's notice.
    [[nodiscard]] QByteArray commit(const Batch &batch, const QByteArray &id, bool publish) const;
    [[nodiscard]] QByteArray acquire(const QString &partition, const QString &name, const QString &owner,
                                     std::chrono::milliseconds timeToLive) const;
    [[nodiscard]] QByteArray acquireAndGet(const QString &partition, const QString &name, const QString &owner,
                                           std::chrono::milliseconds timeToLive, const QString &key) const;
    [[nodiscard]] QByteArray renew(const Lease &lease, std::chrono::milliseconds timeToLive) const;
    [[nodiscard]] QByteArray release(const Lease &lease) const;
    [[nodiscard]] QByteArray publish(const QString &topic, const QByteArray &notice) const;

    // What the replies to these say. Internal when a reply is not what the command answers.

    /// Of one element of a GET or MGET.
    [[nodiscard]] static Result<std::optional<Document>> document(const QString &key, const redisReply &reply);
    [[nodiscard]] static Result<QList<Document>> documents(const QStringList &keys, const redisReply &reply);
    [[nodiscard]] static Result<QList<IndexEntry>> entries(const redisReply &reply);
    /// Conflict when the batch was refused.
    [[nodiscard]] static Result<QList<qint64>> versions(const redisReply &reply);
    /// Conflict when somebody else holds the lease.
    [[nodiscard]] static Result<qint64> token(const redisReply &reply);
    /// The same of acquireAndGet(), with the document @p key. @p lease gets its token.
    [[nodiscard]] static Result<LeasedDocument> leased(Lease lease, const QString &key, const redisReply &reply);
    /// Nothing when @p message is not one of ours.
    [[nodiscard]] static std::optional<StoreNotice> notice(QByteArrayView message);

private:
    /// acquire(), or acquireAndGet() with a @p document.
    [[nodiscard]] QByteArray acquisition(const QString &partition, const QString &name, const QString &owner,
                                         std::chrono::milliseconds timeToLive, const QString *document) const;
    /// What all keys of @p partition begin with, up to the kind.
    [[nodiscard]] QByteArray head(const QString &partition) const;

    QByteArray m_prefix;
    QByteArray m_channel;
    qint64 m_batchMemory; ///< milliseconds
};

/// The slot of a key, by its hash tag if it has one (Redis Cluster specification, "Key distribution model").
[[nodiscard]] int redisSlot(QByteArrayView key);

} // namespace ChatCal
