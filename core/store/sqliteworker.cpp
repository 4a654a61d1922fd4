// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqliteworker.h"

#include "core/store/logging.h"

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace ChatCal {

Q_LOGGING_CATEGORY(lcStore, "chatcal.store", QtInfoMsg)

namespace {

// So that the first of many waiting calls does not wait long for the last.
constexpr size_t largestGroup = 256;
constexpr int purgeStep = 200;
constexpr auto pauseBetweenPurges = std::chrono::milliseconds(20);

using Access = SqliteConnection::Access;

// What an error says about its neighbours in the transaction: a refusal concerns its own step only.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Conflict;
}

// Nothing when the step is done or refused; otherwise what broke the transaction.
std::optional<Error> runStep(SqliteConnection &connection, SqliteCall &call)
{
    if (call.access == Access::Read) {
        const Error *error = call.run(connection);
        return error ? std::optional(*error) : std::nullopt;
    }
    if (const auto begun = connection.beginStep(); !begun)
        return begun.error();
    const Error *error = call.run(connection);
    if (error && !isRefusal(*error))
        return *error;
    const auto ended = error ? connection.undoStep() : connection.keepStep();
    if (!ended)
        return ended.error();
    if (error)
        call.notice.reset();
    return std::nullopt;
}

void failAll(const SqliteCalls &calls, const Error &error)
{
    for (const auto &call : calls) {
        call->fail(error);
        call->notice.reset();
    }
}

} // namespace

void runTogether(SqliteConnection &connection, const SqliteCalls &calls)
{
    auto access = Access::Read;
    for (const auto &call : calls)
        access = std::max(access, call->access);
    if (const auto begun = connection.begin(access); !begun) {
        failAll(calls, begun.error());
        return;
    }
    for (const auto &call : calls) {
        const auto error = runStep(connection, *call);
        if (!error)
            continue;
        connection.rollback();
        if (calls.size() == 1) {
            failAll(calls, *error);
            return;
        }
        for (const auto &alone : calls)
            runTogether(connection, {alone});
        return;
    }
    if (const auto committed = connection.commit(); !committed) {
        connection.rollback();
        failAll(calls, committed.error());
    }
}

SqliteWorker::SqliteWorker(QString path, std::chrono::milliseconds busyTimeout, std::chrono::milliseconds purgeInterval,
                           std::function<void(SqliteCalls)> answered)
    : m_path(std::move(path)),
      m_busyTimeout(busyTimeout),
      m_purgeInterval(purgeInterval),
      m_answered(std::move(answered)),
      m_nextPurge(std::chrono::steady_clock::now() + purgeInterval)
{
}

SqliteWorker::~SqliteWorker()
{
    if (!m_thread)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wakeUp.notify_one();
    m_thread->wait();
}

Result<void> SqliteWorker::start()
{
    std::promise<Result<void>> promise;
    auto opened = promise.get_future();
    m_thread.reset(QThread::create([this, &promise] {
        auto connection = SqliteConnection::open(m_path, m_busyTimeout);
        if (!connection) {
            promise.set_value(tl::unexpected(connection.error()));
            return;
        }
        promise.set_value({});
        run(**connection);
    }));
    m_thread->setObjectName(u"store"_s);
    m_thread->start();
    return opened.get();
}

void SqliteWorker::submit(std::shared_ptr<SqliteCall> call)
{
    bool wasEmpty = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasEmpty = m_waiting.empty();
        m_waiting.push_back(std::move(call));
    }
    // While something waits already, the wake-up for it is on its way.
    if (wasEmpty)
        m_wakeUp.notify_one();
}

SqliteCalls SqliteWorker::take()
{
    std::unique_lock lock(m_mutex);
    const auto due = [this] { return m_stopping || !m_waiting.empty(); };
    if (m_moreToPurge)
        m_wakeUp.wait_for(lock, pauseBetweenPurges, due);
    else
        m_wakeUp.wait(lock, due);
    SqliteCalls calls;
    if (m_stopping)
        return calls;
    const auto count = std::min(m_waiting.size(), largestGroup);
    calls.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        if (!m_waiting.front()->abandoned)
            calls.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return calls;
}

void SqliteWorker::run(SqliteConnection &connection)
{
    for (;;) {
        SqliteCalls calls = take();
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopping)
                return;
        }
        if (!calls.empty()) {
            runTogether(connection, calls);
            m_now = std::max(m_now, calls.back()->now);
            m_answered(std::move(calls));
        }
        purge(connection);
    }
}

void SqliteWorker::purge(SqliteConnection &connection)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_moreToPurge && now < m_nextPurge)
        return;
    m_nextPurge = now + m_purgeInterval;
    m_moreToPurge = false;
    if (!connection.begin(Access::Write))
        return;
    const auto purged = connection.purge(m_now, purgeStep);
    if (!purged) {
        connection.rollback();
        qCWarning(lcStore) << "Removing what has expired failed; trying again later:" << purged.error().detail;
        return;
    }
    if (!connection.commit()) {
        connection.rollback();
        return;
    }
    m_moreToPurge = *purged == purgeStep;
}

} // namespace ChatCal
