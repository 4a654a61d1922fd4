// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/noticeboard.h"
#include "core/store/sqliteconnection.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace ChatCal {

/// One call of the port on its way to the worker's thread and back. The asking thread fills it, the worker's thread
/// owns it between submit() and the answer.
class SqliteCall
{
public:
    explicit SqliteCall(SqliteConnection::Access access, Instant now) : access(access), now(now) { }
    virtual ~SqliteCall() = default;
    SqliteCall(const SqliteCall &) = delete;
    SqliteCall &operator=(const SqliteCall &) = delete;

    /// Does the work and keeps the result; nothing, or the error it met.
    virtual const Error *run(SqliteConnection &connection) = 0;
    virtual void fail(const Error &error) = 0;

    const SqliteConnection::Access access;
    const Instant now; ///< the clock when it was asked
    std::optional<StoreNotice> notice; ///< told once the work is committed
    std::atomic<bool> abandoned = false; ///< nobody waits any more: not to be begun

    // The asking thread's alone.
    std::coroutine_handle<> waiting;
    std::chrono::steady_clock::time_point deadline;
    bool answered = false;
};

template<typename T>
class SqliteAnswer final : public SqliteCall
{
public:
    using Work = std::function<Result<T>(SqliteConnection &, Instant)>;

    SqliteAnswer(SqliteConnection::Access access, Instant now, Work work)
        : SqliteCall(access, now), m_work(std::move(work))
    {
    }

    const Error *run(SqliteConnection &connection) override
    {
        m_result = m_work(connection, now);
        return m_result ? nullptr : &m_result.error();
    }
    void fail(const Error &error) override { m_result = tl::unexpected(error); }
    [[nodiscard]] Result<T> takeResult() { return std::move(m_result); }

private:
    Work m_work;
    Result<T> m_result = tl::unexpected(Error{});
};

using SqliteCalls = std::vector<std::shared_ptr<SqliteCall>>;

/// The thread that owns the connection. It takes everything that waits at once and does it in one transaction with a
/// step per change, so that a busy store pays for one commit, not for one per call; one call's failure undoes only its
/// own step. Calls are answered after the commit.
class SqliteWorker
{
public:
    /// @p answered is called in the worker's thread.
    SqliteWorker(QString path, std::chrono::milliseconds busyTimeout, std::chrono::milliseconds purgeInterval,
                 std::function<void(SqliteCalls)> answered);
    /// Finishes what it is doing and leaves the rest undone.
    ~SqliteWorker();

    /// Opens the file; blocks until that is done.
    [[nodiscard]] Result<void> start();
    void submit(std::shared_ptr<SqliteCall> call);

private:
    void run(SqliteConnection &connection);
    [[nodiscard]] SqliteCalls take();
    void purge(SqliteConnection &connection);

    const QString m_path;
    const std::chrono::milliseconds m_busyTimeout;
    const std::chrono::milliseconds m_purgeInterval;
    const std::function<void(SqliteCalls)> m_answered;

    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::deque<std::shared_ptr<SqliteCall>> m_waiting;
    bool m_stopping = false;

    // The worker's thread alone.
    Instant m_now;
    std::chrono::steady_clock::time_point m_nextPurge;
    bool m_moreToPurge = false;

    std::unique_ptr<QThread> m_thread;
};

/// Does @p calls in one transaction, or each in its own when one of them breaks it.
void runTogether(SqliteConnection &connection, const SqliteCalls &calls);

} // namespace ChatCal
