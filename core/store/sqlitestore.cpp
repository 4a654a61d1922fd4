// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlitestore.h"

#include "core/store/checks.h"
#include "core/store/feedsocket.h"
#include "core/store/noticeboard.h"
#include "core/store/sqlitefile.h"
#include "core/store/sqliteworker.h"

#include <QFileInfo>
#include <QPointer>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;

const Error storeGone{ErrorCode::Cancelled, u"the store is gone"_s, {}, {}};

} // namespace

/// Waits for one call's answer: hands it to the worker and is resumed by answerDone(), giveUpLate() or the destructor.
template<typename T>
class SqliteStore::Answering
{
public:
    Answering(SqliteStore *store, std::shared_ptr<SqliteAnswer<T>> call) : m_store(store), m_call(std::move(call)) { }

    [[nodiscard]] bool await_ready() const
    {
        if (m_store->m_closing)
            m_call->fail(storeGone);
        return m_store->m_closing;
    }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_call->waiting = waiting;
        m_store->submit(m_call);
    }
    [[nodiscard]] Result<T> await_resume()
    {
        // The worker may be writing the result of an abandoned call this very moment.
        if (m_call->abandoned)
            return failure(ErrorCode::Timeout, u"the database did not answer in time"_s);
        return m_call->takeResult();
    }

private:
    SqliteStore *m_store;
    std::shared_ptr<SqliteAnswer<T>> m_call;
};

template<typename T>
std::shared_ptr<SqliteAnswer<T>> SqliteStore::makeCall(SqliteAccess access, typename SqliteAnswer<T>::Work work) const
{
    return std::make_shared<SqliteAnswer<T>>(access, m_options.clock.now(), std::move(work));
}

template<typename T>
QCoro::Task<Result<T>> SqliteStore::ask(Result<void> allowed, std::shared_ptr<SqliteAnswer<T>> call)
{
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    auto result = co_await Answering<T>(this, call);
    co_return result;
}

SqliteStore::SqliteStore(SqliteOptions options)
    : m_options(std::move(options)),
      m_worker(std::make_unique<SqliteWorker>(m_options.path, m_options.busyTimeout, m_options.purgeInterval,
                                              [this](SqliteCalls calls) { finished(std::move(calls)); }))
{
    // Runs only while somebody waits; a late answer may come this much later than its deadline.
    m_lateCheck.setInterval(std::max(m_options.deadline / 10, milliseconds(1)));
    connect(&m_lateCheck, &QTimer::timeout, this, &SqliteStore::giveUpLate);
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(SqliteOptions options)
{
    if (const auto prepared = prepareSqliteFile(options.path); !prepared)
        return tl::unexpected(prepared.error());
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(options)));
    if (const auto started = store->m_worker->start(); !started)
        return tl::unexpected(started.error());
    store->m_file = QFileInfo(store->m_options.path).canonicalFilePath();
    NoticeBoard::join(store->m_file, store.get());
    store->m_feed = std::make_unique<FeedSocket>(store->m_file);
    connect(store->m_feed.get(), &FeedSocket::heard, store.get(), &Store::noticed);
    return store;
}

SqliteStore::~SqliteStore()
{
    m_closing = true;
    NoticeBoard::leave(this);
    m_worker.reset();
    // Whoever is resumed may ask again: await_ready() refuses.
    while (!m_pending.empty()) {
        const auto call = std::move(m_pending.front());
        m_pending.pop_front();
        if (!call->answered) {
            call->fail(storeGone);
            resume(call);
        }
    }
}

void SqliteStore::submit(std::shared_ptr<SqliteCall> call)
{
    Q_ASSERT(QThread::currentThread() == thread());
    call->deadline = std::chrono::steady_clock::now() + m_options.deadline;
    m_pending.push_back(call);
    if (!m_lateCheck.isActive())
        m_lateCheck.start();
    m_worker->submit(std::move(call));
}

// In the worker's thread.
void SqliteStore::finished(SqliteCalls calls)
{
    std::vector<StoreNotice> notices;
    for (const auto &call : calls) {
        if (const auto &notice = call->notice; notice.has_value())
            notices.push_back(*notice);
    }
    // Before the answer, so that what its receiver publishes next comes behind.
    if (!notices.empty()) {
        NoticeBoard::post(m_file, notices);
        QMetaObject::invokeMethod(
            this, [this, notices] { m_feed->send(notices); }, Qt::QueuedConnection);
    }
    bool first = false;
    {
        const std::scoped_lock lock(m_doneMutex);
        first = m_done.empty();
        m_done.insert(m_done.end(), std::make_move_iterator(calls.begin()), std::make_move_iterator(calls.end()));
    }
    if (first)
        QMetaObject::invokeMethod(this, &SqliteStore::answerDone, Qt::QueuedConnection);
}

void SqliteStore::answerDone()
{
    SqliteCalls calls;
    {
        const std::scoped_lock lock(m_doneMutex);
        calls.swap(m_done);
    }
    const QPointer<SqliteStore> self(this); // whoever is resumed may delete the store
    for (const auto &call : calls) {
        if (!call->answered)
            resume(call);
        if (!self)
            return;
    }
    while (!m_pending.empty() && m_pending.front()->answered)
        m_pending.pop_front();
}

void SqliteStore::giveUpLate()
{
    const auto now = std::chrono::steady_clock::now();
    const QPointer<SqliteStore> self(this);
    while (!m_pending.empty() && (m_pending.front()->answered || m_pending.front()->deadline <= now)) {
        const auto call = std::move(m_pending.front());
        m_pending.pop_front();
        if (call->answered)
            continue;
        call->abandoned = true;
        resume(call);
        if (!self)
            return;
    }
    if (m_pending.empty())
        m_lateCheck.stop();
}

void SqliteStore::resume(const std::shared_ptr<SqliteCall> &call)
{
    call->answered = true;
    call->waiting.resume();
}

QCoro::Task<Result<std::optional<Document>>> SqliteStore::get(QString partition, QString key)
{
    auto call = makeCall<std::optional<Document>>(
        SqliteAccess::Read,
        [partition, key](SqliteConnection &connection, Instant now) { return connection.get(partition, key, now); });
    return ask(checkNames({partition, key}), std::move(call));
}

QCoro::Task<Result<QList<Document>>> SqliteStore::getMany(QString partition, QStringList keys)
{
    auto call =
        makeCall<QList<Document>>(SqliteAccess::Read, [partition, keys](SqliteConnection &connection, Instant now) {
            return connection.getMany(partition, keys, now);
        });
    return ask(checkNames(QStringList{partition} + keys), std::move(call));
}

QCoro::Task<Result<QList<qint64>>> SqliteStore::commit(Batch batch)
{
    const auto access = batch.durability == Batch::Durability::Full ? SqliteAccess::DurableWrite : SqliteAccess::Write;
    auto call = makeCall<QList<qint64>>(
        access, [batch](SqliteConnection &connection, Instant now) { return connection.apply(batch, now); });
    if (!batch.notify.isEmpty())
        call->notice = StoreNotice{batch.notify, batch.notice};
    return ask(checkBatch(batch), std::move(call));
}

QCoro::Task<Result<QList<IndexEntry>>> SqliteStore::range(IndexQuery query)
{
    auto call = makeCall<QList<IndexEntry>>(
        SqliteAccess::Read, [query](SqliteConnection &connection, Instant) { return connection.range(query); });
    return ask(checkNames({query.partition, query.index}), std::move(call));
}

QCoro::Task<Result<Lease>> SqliteStore::acquire(QString partition, QString name, milliseconds timeToLive)
{
    auto call =
        makeCall<Lease>(SqliteAccess::Write, [partition, name, timeToLive](SqliteConnection &connection, Instant now) {
            return connection.acquire(partition, name, timeToLive, now);
        });
    return ask(checkNames({partition, name}), std::move(call));
}

QCoro::Task<Result<LeasedDocument>> SqliteStore::acquireAndGet(QString partition, QString name, milliseconds timeToLive,
                                                               QString key)
{
    auto call = makeCall<LeasedDocument>(
        SqliteAccess::Write,
        [partition, name, timeToLive, key](SqliteConnection &connection, Instant now) -> Result<LeasedDocument> {
            // One step: the lease goes with it when the document cannot be read.
            const auto lease = connection.acquire(partition, name, timeToLive, now);
            if (!lease)
                return tl::unexpected(lease.error());
            auto document = connection.get(partition, key, now);
            if (!document)
                return tl::unexpected(document.error());
            return LeasedDocument{*lease, std::move(*document)};
        });
    return ask(checkNames({partition, name, key}), std::move(call));
}

QCoro::Task<Result<void>> SqliteStore::renew(Lease lease, milliseconds timeToLive)
{
    auto call = makeCall<void>(SqliteAccess::Write, [lease, timeToLive](SqliteConnection &connection, Instant now) {
        return connection.renew(lease, timeToLive, now);
    });
    return ask(Result<void>(), std::move(call));
}

QCoro::Task<Result<void>> SqliteStore::release(Lease lease)
{
    auto call = makeCall<void>(SqliteAccess::Write,
                               [lease](SqliteConnection &connection, Instant) { return connection.release(lease); });
    return ask(Result<void>(), std::move(call));
}

QCoro::Task<Result<void>> SqliteStore::publish(QString topic, QByteArray notice)
{
    // Says nothing about stored state, so it need not wait for the database.
    const std::vector<StoreNotice> notices{{topic, notice}};
    NoticeBoard::post(m_file, notices);
    m_feed->send(notices);
    co_return Result<void>();
}

QCoro::Task<Result<void>> SqliteStore::ping()
{
    auto call =
        makeCall<void>(SqliteAccess::Read, [](SqliteConnection &connection, Instant) { return connection.ping(); });
    return ask(Result<void>(), std::move(call));
}

} // namespace ChatCal
