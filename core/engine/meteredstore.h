// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ops/metrics.h"
#include "core/store/store.h"

#include <memory>

namespace ChatCal {

class MeteredOperation;

/// A store whose every call is counted and timed.
class MeteredStore final : public Store
{
    Q_OBJECT
public:
    /// @p name as metrics show it.
    MeteredStore(std::unique_ptr<Store> inner, const QString &name, const std::shared_ptr<Metrics> &metrics);

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
    [[nodiscard]] QCoro::Task<Result<void>> ping() override;

private:
    std::shared_ptr<MeteredOperation> m_get;
    std::shared_ptr<MeteredOperation> m_getMany;
    std::shared_ptr<MeteredOperation> m_commit;
    std::shared_ptr<MeteredOperation> m_range;
    std::shared_ptr<MeteredOperation> m_acquire;
    std::shared_ptr<MeteredOperation> m_acquireAndGet;
    std::shared_ptr<MeteredOperation> m_renew;
    std::shared_ptr<MeteredOperation> m_release;
    std::shared_ptr<MeteredOperation> m_publish;
    std::shared_ptr<MeteredOperation> m_ping;
    std::unique_ptr<Store> m_inner; ///< goes first: whoever it resumes then may still ask this one
};

} // namespace ChatCal
