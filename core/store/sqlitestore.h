// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QTimer>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace ChatCal {

class FeedSocket;
enum class SqliteAccess;
class SqliteCall;
class SqliteWorker;
template<typename T>
class SqliteAnswer;

struct SqliteOptions
{
    QString path; ///< of the database file; the folder is created when it is missing
    const Clock &clock; ///< read in the store's thread only; must outlive the store
    std::chrono::milliseconds deadline = std::chrono::seconds(3); ///< of each call
    std::chrono::milliseconds busyTimeout = std::chrono::milliseconds(1500); ///< wait for another process's write
    std::chrono::milliseconds purgeInterval = std::chrono::seconds(10); ///< between looks for expired documents
};

/// The store in one SQLite file (WAL mode), worked on in a thread of its own. Calls that wait together share a
/// transaction. A batch with Durability::Full is on the disk when it answers; others survive the death of the process,
/// not always that of the machine. A lease dies with the process that holds it, known by its boot, PID and start time.
/// Notices reach every SqliteStore on the same file, in this process and in others (see FeedSocket).
class SqliteStore final : public Store
{
    Q_OBJECT
public:
    /// Blocks until the file is open. Unavailable with one line that names the file and what to do when it cannot be
    /// used: not writable, damaged, of another program, of a newer schema. Such a file is left as it is.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(SqliteOptions options);
    /// Calls still under way are resumed with Cancelled before this returns.
    ~SqliteStore() override;

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
    explicit SqliteStore(SqliteOptions options);

    template<typename T>
    class Answering;
    template<typename T>
    [[nodiscard]] std::shared_ptr<SqliteAnswer<T>> makeCall(SqliteAccess access,
                                                            typename SqliteAnswer<T>::Work work) const;
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> ask(Result<void> allowed, std::shared_ptr<SqliteAnswer<T>> call);

    void submit(std::shared_ptr<SqliteCall> call);
    void finished(std::vector<std::shared_ptr<SqliteCall>> calls);
    void answerDone();
    void resume(const std::shared_ptr<SqliteCall> &call);
    void giveUpLate();

    SqliteOptions m_options;
    QString m_file; ///< canonical: one file, one feed
    std::unique_ptr<FeedSocket> m_feed;
    std::deque<std::shared_ptr<SqliteCall>> m_pending; ///< in the order of their deadlines
    QTimer m_lateCheck;
    bool m_closing = false;

    std::mutex m_doneMutex;
    std::vector<std::shared_ptr<SqliteCall>> m_done; ///< from the worker, not yet answered

    std::unique_ptr<SqliteWorker> m_worker; ///< last: its thread ends before the rest goes
};

} // namespace ChatCal
