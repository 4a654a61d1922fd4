// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <functional>
#include <memory>

namespace ChatCal {

/// A Store in memory that holds to every rule of the port: versions, times to live, leases, fences, the order of
/// indexes, all or nothing, notices. Each call answers from the event loop, never at once, as a real store does.
class MemoryStore final : public Store
{
    Q_OBJECT
public:
    /// @p clock decides what has expired; it outlives the store.
    explicit MemoryStore(const Clock &clock, QObject *parent = nullptr);
    ~MemoryStore() override;
    /// A second process on the same state.
    [[nodiscard]] std::unique_ptr<MemoryStore> another() const;

    enum class Applied {
        No, ///< the call fails before anything was done
        Yes ///< the work is done, the answer is lost
    };
    /// The @p nth call from now (1 is the next) fails with @p code.
    void failCall(int nth, ErrorCode code = ErrorCode::Unavailable, Applied applied = Applied::No);
    /// The next commit is done and its answer lost.
    void loseNextCommit() { m_losesNextCommit = true; }
    /// Every call fails with @p code until cleared with nullopt.
    void failAll(std::optional<ErrorCode> code);
    /// Calls answered since the start.
    [[nodiscard]] int calls() const { return m_calls; }
    /// Keys of the documents that exist in @p partition, sorted; for looking behind the port.
    [[nodiscard]] QStringList keys(const QString &partition) const;

    QCoro::Task<Result<std::optional<Document>>> get(QString partition, QString key) override;
    QCoro::Task<Result<QList<Document>>> getMany(QString partition, QStringList keys) override;
    QCoro::Task<Result<QList<qint64>>> commit(Batch batch) override;
    QCoro::Task<Result<QList<IndexEntry>>> range(IndexQuery query) override;
    QCoro::Task<Result<Lease>> acquire(QString partition, QString name, std::chrono::milliseconds timeToLive) override;
    QCoro::Task<Result<LeasedDocument>> acquireAndGet(QString partition, QString name,
                                                      std::chrono::milliseconds timeToLive, QString key) override;
    QCoro::Task<Result<void>> renew(Lease lease, std::chrono::milliseconds timeToLive) override;
    QCoro::Task<Result<void>> release(Lease lease) override;
    QCoro::Task<Result<void>> publish(QString topic, QByteArray notice) override;
    QCoro::Task<Result<void>> ping() override;

private:
    struct State;
    MemoryStore(const Clock &clock, std::shared_ptr<State> state, QObject *parent);
    template<typename T>
    QCoro::Task<Result<T>> answer(std::function<Result<T>()> work);
    Result<QList<qint64>> apply(const Batch &batch);
    Result<Lease> grant(const QString &partition, const QString &name, std::chrono::milliseconds timeToLive);
    void tell(const QString &topic, const QByteArray &notice);

    struct Fault
    {
        int countdown = 0;
        ErrorCode code = ErrorCode::Unavailable;
        Applied applied = Applied::No;
    };
    const Clock &m_clock;
    std::shared_ptr<State> m_state;
    QList<Fault> m_faults;
    std::optional<ErrorCode> m_failAll;
    bool m_losesNextCommit = false;
    int m_calls = 0;
};

} // namespace ChatCal
