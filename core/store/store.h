// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QCoroTask>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <limits>
#include <optional>

namespace ChatCal {

/// A stored value. @c version is 1 when new and grows by one with each put.
struct Document
{
    QString key;
    QByteArray body;
    qint64 version = 0;
    bool operator==(const Document &) const = default;
};

/// The right to change what @c name stands for until it expires. @c token grows with each grant of the same name, for
/// ever: a batch fenced with a token that is no longer the newest, or whose lease ran out, is refused.
struct Lease
{
    QString partition;
    QString name;
    QString owner; ///< another one with each grant
    qint64 token = 0;
};

/// A lease and the document it was taken for.
struct LeasedDocument
{
    Lease lease;
    std::optional<Document> document;
};

/// What one batch does; all of it or none. The fence is checked first, then come puts, removes, index puts and index
/// removes, each in the order of its list and each seeing what was done before it.
struct Batch
{
    struct Put
    {
        QString key;
        QByteArray body;
        std::optional<qint64> expectedVersion; ///< 0: must not exist; absent: whatever is there
        std::optional<std::chrono::milliseconds> timeToLive; ///< from now; absent: kept until removed
    };
    struct Remove
    {
        QString key;
        std::optional<qint64> expectedVersion; ///< as in Put; absent: gone already is no error
    };
    /// A member of an ordered index; putting it again moves it.
    struct IndexPut
    {
        QString index;
        QString member;
        qint64 score = 0;
    };
    struct IndexRemove
    {
        QString index;
        QString member;
    };
    enum class Durability { Normal, Full }; ///< Full: on the disk before it answers

    QString partition;
    QList<Put> puts;
    QList<Remove> removes;
    QList<IndexPut> indexPuts;
    QList<IndexRemove> indexRemoves;
    std::optional<Lease> fence; ///< must be held; of this batch's own partition
    bool releaseFence = false; ///< give the fence back in the same step
    Durability durability = Durability::Normal;
    QString notify; ///< topic told to every subscriber once committed; empty: nobody
    QByteArray notice; ///< what they are told
};

struct IndexEntry
{
    QString member;
    qint64 score = 0;
    bool operator==(const IndexEntry &) const = default;
};

struct IndexQuery
{
    QString partition;
    QString index;
    qint64 from = std::numeric_limits<qint64>::min(); ///< inclusive
    qint64 to = std::numeric_limits<qint64>::max(); ///< exclusive
    int limit = 1000; ///< at most this many; none when it is not positive
    std::optional<IndexEntry> after; ///< continue behind this entry (order: score, then member)
};

/// Where state lives. Documents in partitions, an ordered index per partition, atomic batches within one partition,
/// leases with fencing tokens, a change feed. Error codes: Conflict (a version or a fence did not hold), Unavailable
/// (the store cannot be reached or written; retryAfter set; nothing was changed), Timeout (no answer in time; a change
/// may or may not have been made), Cancelled (the store was destroyed meanwhile, with the same doubt), InvalidInput (a
/// name that is not one), Internal. Every call has a deadline of its own. A store is used from the thread it lives in
/// and answers there. Partitions, keys, members and names: 1 to 300 characters of valid UTF-16 without NUL.
/// A document whose time to live is over does not exist: not for reading, not for an expectedVersion.
class Store : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QCoro::Task<Result<std::optional<Document>>> get(QString partition, QString key) = 0;
    /// In the order of @p keys, without those that do not exist or have expired.
    [[nodiscard]] virtual QCoro::Task<Result<QList<Document>>> getMany(QString partition, QStringList keys) = 0;
    /// Versions of the puts, in their order. Conflict when any expectedVersion or the fence does not hold; then nothing
    /// changed.
    [[nodiscard]] virtual QCoro::Task<Result<QList<qint64>>> commit(Batch batch) = 0;
    /// Ordered by score, then member (by UTF-8 bytes).
    [[nodiscard]] virtual QCoro::Task<Result<QList<IndexEntry>>> range(IndexQuery query) = 0;

    /// Conflict at once when somebody else holds it. See acquireWithin for waiting.
    [[nodiscard]] virtual QCoro::Task<Result<Lease>> acquire(QString partition, QString name,
                                                             std::chrono::milliseconds timeToLive) = 0;
    /// acquire(), and in the same step what @p key of the same partition holds under the lease; an absent document is
    /// no error, the lease is held all the same. See acquireAndGetWithin for waiting.
    [[nodiscard]] virtual QCoro::Task<Result<LeasedDocument>>
    acquireAndGet(QString partition, QString name, std::chrono::milliseconds timeToLive, QString key) = 0;
    /// Conflict when it was lost meanwhile.
    [[nodiscard]] virtual QCoro::Task<Result<void>> renew(Lease lease, std::chrono::milliseconds timeToLive) = 0;
    /// Giving back a lease that was lost is no error.
    [[nodiscard]] virtual QCoro::Task<Result<void>> release(Lease lease) = 0;

    /// Tells every subscriber of every process on this store, outside any batch.
    [[nodiscard]] virtual QCoro::Task<Result<void>> publish(QString topic, QByteArray notice) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> ping() = 0;

Q_SIGNALS:
    /// Somebody committed or published with this topic, here or in another process.
    void noticed(const QString &topic, const QByteArray &notice);
};

/// acquire(), tried again with jittered pauses until @p patience is over; then Conflict.
[[nodiscard]] QCoro::Task<Result<Lease>> acquireWithin(Store &store, QString partition, QString name,
                                                       std::chrono::milliseconds timeToLive,
                                                       std::chrono::milliseconds patience);
/// acquireAndGet(), tried again in the same way.
[[nodiscard]] QCoro::Task<Result<LeasedDocument>> acquireAndGetWithin(Store &store, QString partition, QString name,
                                                                      std::chrono::milliseconds timeToLive, QString key,
                                                                      std::chrono::milliseconds patience);

} // namespace ChatCal
