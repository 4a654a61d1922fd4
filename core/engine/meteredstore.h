// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ops/metrics.h"
#include "core/store/store.h"

#include <memory>

namespace ChatCal {

/// A store whose every call is counted and timed.
class MeteredStore final : public Store
{
    Q_OBJECT
public:
    /// @p name as metrics show it.
    MeteredStore(std::unique_ptr<Store> inner, QString name, std::shared_ptr<Metrics> metrics);

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
    std::unique_ptr<Store> m_inner;
    QString m_name;
    std::shared_ptr<Metrics> m_metrics;
};

} // namespace ChatCal
