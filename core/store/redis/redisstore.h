// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/redis/redisoptions.h"
#include "core/store/store.h"

#include <QPointer>

#include <memory>

namespace ChatCal {

struct RedisCall;
class RedisFeed;
class RedisRouter;
class RedisSchema;

/// The store in Redis 6.2 or later: one server, a Cluster, or a master watched by Sentinels. Connects in the background
/// and again whenever the connection is lost; a call waits for that up to its deadline. Calls asked together travel
/// together. A commit that was cut off is repeated within its deadline, since the server remembers batches for a
/// moment. Batch::Durability::Full is as durable as the server's `appendfsync` (docs/decisions/0007-redis-store.md).
/// A lease ends by its time to live, not with its process. Times to live go by the server's clock.
class RedisStore final : public Store
{
    Q_OBJECT
public:
    /// Never blocks and never fails: ping() tells what is wrong.
    explicit RedisStore(RedisOptions options, QObject *parent = nullptr);
    /// Calls still under way are resumed with Cancelled before this returns.
    ~RedisStore() override;

    [[nodiscard]] QCoro::Task<Result<std::optional<Document>>> get(QString partition, QString key) override;
    [[nodiscard]] QCoro::Task<Result<QList<Document>>> getMany(QString partition, QStringList keys) override;
    [[nodiscard]] QCoro::Task<Result<QList<qint64>>> commit(Batch batch) override;
    [[nodiscard]] QCoro::Task<Result<QList<IndexEntry>>> range(IndexQuery query) override;
    [[nodiscard]] QCoro::Task<Result<Lease>> acquire(QString partition, QString name,
                                                     std::chrono::milliseconds timeToLive) override;
    [[nodiscard]] QCoro::Task<Result<LeasedDocument>>
    acquireAndGet(QString partition, QString name, std::chrono::milliseconds timeToLive, QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> renew(Lease lease, std::chrono::milliseconds timeToLive) override;
    [[nodiscard]] QCoro::Task<Result<void>> release(Lease lease) override;
    [[nodiscard]] QCoro::Task<Result<void>> publish(QString topic, QByteArray notice) override;
    /// Writes and reads for a trial, and waits for the change feed to stand. Its error's detail says in one line what
    /// is wrong, without addresses and passwords.
    [[nodiscard]] QCoro::Task<Result<void>> ping() override;

private:
    /// Gives back, once the server answers again, what @p owner holds there or will: a server that was stopped in
    /// mid-work may yet carry out an acquire() that nobody waits for any more.
    static QCoro::Task<> giveBackLater(QPointer<RedisStore> self, QString partition, QString name, QString owner);
    /// One that no other batch and no other grant has, of whatever process.
    [[nodiscard]] QString uniqueName();
    /// The slot of @p partition where that matters.
    [[nodiscard]] int slotOf(const QString &partition) const;
    [[nodiscard]] std::shared_ptr<RedisCall> publication(const QString &topic, const QByteArray &notice) const;

    const RedisOptions m_options;
    const QString m_name; ///< random
    qint64 m_namesGiven = 0;
    bool m_isClosing = false;
    std::unique_ptr<RedisSchema> m_schema;
    std::unique_ptr<RedisRouter> m_router;
    std::unique_ptr<RedisFeed> m_feed;
};

} // namespace ChatCal
