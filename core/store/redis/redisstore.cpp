// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisstore.h"

#include "core/base/ids.h"
#include "core/store/checks.h"
#include "core/store/redis/redisfeed.h"
#include "core/store/redis/redisrouter.h"
#include "core/store/redis/redisschema.h"
#include "core/store/redis/redisscripts.h"

#include <QCoroTimer>

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using std::chrono::milliseconds;
using Effect = RedisCall::Effect;

/// A batch may come twice as long as its call lives; the rest is for clocks and queues.
constexpr milliseconds memoryBeyondDeadline = std::chrono::seconds(8);
constexpr milliseconds feedPause{5};
/// Between two tries to give back a lease, and how long it is tried.
constexpr milliseconds debtPause{100};
constexpr milliseconds longestDebt = std::chrono::minutes(1);
/// What a notice gets that is told at the end of its commit's deadline.
constexpr milliseconds shortestTelling{200};

const Error storeGone{ErrorCode::Cancelled, u"the store is gone"_s, {}, {}};

RedisCallPtr makeCall(QByteArray wire, int slot, Effect effect, const RedisScript *script = nullptr)
{
    auto call = std::make_shared<RedisCall>();
    call->wire = std::move(wire);
    call->slot = slot;
    call->effect = effect;
    call->script = script;
    return call;
}

} // namespace

RedisStore::RedisStore(RedisOptions options, QObject *parent)
    : Store(parent),
      m_options(std::move(options)),
      m_name(randomToken(16) + u'-'),
      m_schema(std::make_unique<RedisSchema>(m_options.prefix, m_options.database,
                                             m_options.deadline + memoryBeyondDeadline)),
      m_router(std::make_unique<RedisRouter>(m_options)),
      m_feed(std::make_unique<RedisFeed>(m_options, m_router->topology(), m_schema->channel()))
{
    connect(m_feed.get(), &RedisFeed::heard, this, &Store::noticed);
}

RedisStore::~RedisStore()
{
    m_isClosing = true; // whoever is resumed may ask again
    m_feed.reset();
    m_router.reset();
}

QCoro::Task<Result<std::optional<Document>>> RedisStore::get(QString partition, QString key)
{
    if (const auto good = checkNames({partition, key}); !good)
        co_return tl::unexpected(good.error());
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call = makeCall(m_schema->get(partition, key), slotOf(partition), Effect::None);
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    co_return RedisSchema::document(key, **call->result);
}

QCoro::Task<Result<QList<Document>>> RedisStore::getMany(QString partition, QStringList keys)
{
    if (const auto good = checkNames(QStringList{partition} + keys); !good)
        co_return tl::unexpected(good.error());
    if (keys.isEmpty())
        co_return QList<Document>();
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call = makeCall(m_schema->getMany(partition, keys), slotOf(partition), Effect::None);
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    co_return RedisSchema::documents(keys, **call->result);
}

QCoro::Task<Result<QList<qint64>>> RedisStore::commit(Batch batch)
{
    if (const auto good = checkBatch(batch); !good)
        co_return tl::unexpected(good.error());
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const QPointer<RedisStore> self(this);
    // In a cluster notices from several nodes would overtake each other: there all come through one.
    const bool isCluster = m_options.kind == RedisOptions::Kind::Cluster;
    const bool notifies = !batch.notify.isEmpty();
    const QByteArray wire = m_schema->commit(batch, uniqueName().toLatin1(), notifies && !isCluster);
    const auto call = makeCall(wire, slotOf(batch.partition), Effect::Repeatable, &commitScript());
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    auto versions = RedisSchema::versions(**call->result);
    if (versions && notifies && isCluster && self && !m_isClosing) {
        const auto telling = publication(batch.notify, batch.notice);
        telling->deadline = std::max(call->deadline, std::chrono::steady_clock::now() + shortestTelling);
        // Done is done: whether the notice gets through changes nothing about that.
        co_await m_router->answer(telling);
    }
    co_return versions;
}

QCoro::Task<Result<QList<IndexEntry>>> RedisStore::range(IndexQuery query)
{
    if (const auto good = checkNames({query.partition, query.index}); !good)
        co_return tl::unexpected(good.error());
    if (query.limit <= 0)
        co_return QList<IndexEntry>();
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call = makeCall(m_schema->range(query), slotOf(query.partition), Effect::None);
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    co_return RedisSchema::entries(**call->result);
}

QCoro::Task<Result<Lease>> RedisStore::acquire(QString partition, QString name, milliseconds timeToLive)
{
    if (const auto good = checkNames({partition, name}); !good)
        co_return tl::unexpected(good.error());
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const QString owner = uniqueName();
    const auto call = makeCall(m_schema->acquire(partition, name, owner, timeToLive), slotOf(partition),
                               Effect::Repeatable, &acquireScript());
    co_await m_router->answer(call);
    if (!call->result) {
        if (call->result.error().code == ErrorCode::Timeout)
            giveBackLater(this, partition, name, owner);
        co_return tl::unexpected(call->result.error());
    }
    const auto token = RedisSchema::token(**call->result);
    if (!token)
        co_return tl::unexpected(token.error());
    co_return Lease{partition, name, owner, *token};
}

QCoro::Task<Result<LeasedDocument>> RedisStore::acquireAndGet(QString partition, QString name, milliseconds timeToLive,
                                                              QString key)
{
    if (const auto good = checkNames({partition, name, key}); !good)
        co_return tl::unexpected(good.error());
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const QPointer<RedisStore> self(this);
    const QString owner = uniqueName();
    const auto call = makeCall(m_schema->acquireAndGet(partition, name, owner, timeToLive, key), slotOf(partition),
                               Effect::Repeatable, &acquireScript());
    co_await m_router->answer(call);
    if (!call->result) {
        if (call->result.error().code == ErrorCode::Timeout)
            giveBackLater(self, partition, name, owner);
        co_return tl::unexpected(call->result.error());
    }
    auto leased = RedisSchema::leased({partition, name, owner, 0}, key, **call->result);
    // The document is not ours, or the token; the lease is, and nobody will give it back.
    if (!leased && leased.error().code != ErrorCode::Conflict)
        giveBackLater(self, partition, name, owner);
    co_return leased;
}

QCoro::Task<Result<void>> RedisStore::renew(Lease lease, milliseconds timeToLive)
{
    if (const auto good = checkNames({lease.partition, lease.name}); !good)
        co_return good;
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call =
        makeCall(m_schema->renew(lease, timeToLive), slotOf(lease.partition), Effect::Repeatable, &renewScript());
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    if (integerOf(**call->result) != 1)
        co_return failure(ErrorCode::Conflict, u"the lease is no longer held"_s);
    co_return Result<void>();
}

QCoro::Task<Result<void>> RedisStore::release(Lease lease)
{
    if (const auto good = checkNames({lease.partition, lease.name}); !good)
        co_return good;
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call = makeCall(m_schema->release(lease), slotOf(lease.partition), Effect::Repeatable, &releaseScript());
    co_await m_router->answer(call);
    if (!call->result) {
        if (call->result.error().code != ErrorCode::Cancelled)
            giveBackLater(this, lease.partition, lease.name, lease.owner);
        co_return tl::unexpected(call->result.error());
    }
    co_return Result<void>();
}

QCoro::Task<> RedisStore::giveBackLater(QPointer<RedisStore> self, QString partition, QString name, QString owner)
{
    const QDeadlineTimer forgotten(longestDebt);
    while (!forgotten.hasExpired()) {
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(debtPause);
        co_await pause;
        if (!self || self->m_isClosing)
            co_return;
        // Its token may be unknown: asking again as the same owner tells it, and harms nobody.
        const auto call = makeCall(self->m_schema->acquire(partition, name, owner, debtPause), self->slotOf(partition),
                                   Effect::Repeatable, &acquireScript());
        co_await self->m_router->answer(call);
        if (!self || self->m_isClosing)
            co_return;
        if (!call->result)
            continue;
        const auto token = RedisSchema::token(**call->result);
        if (!token)
            co_return; // somebody else's by now
        const Lease lease{partition, name, owner, *token};
        const auto back =
            makeCall(self->m_schema->release(lease), self->slotOf(partition), Effect::Repeatable, &releaseScript());
        co_await self->m_router->answer(back);
        if (back->result)
            co_return;
    }
}

QString RedisStore::uniqueName()
{
    return m_name + QString::number(++m_namesGiven);
}

int RedisStore::slotOf(const QString &partition) const
{
    return m_options.kind == RedisOptions::Kind::Cluster ? m_schema->slot(partition) : 0;
}

RedisCallPtr RedisStore::publication(const QString &topic, const QByteArray &notice) const
{
    return makeCall(m_schema->publish(topic, notice),
                    m_options.kind == RedisOptions::Kind::Cluster ? redisSlot(m_schema->channel()) : 0, Effect::Once);
}

QCoro::Task<Result<void>> RedisStore::publish(QString topic, QByteArray notice)
{
    if (m_isClosing)
        co_return tl::unexpected(storeGone);
    const auto call = publication(topic, notice);
    co_await m_router->answer(call);
    if (!call->result)
        co_return tl::unexpected(call->result.error());
    co_return Result<void>();
}

QCoro::Task<Result<void>> RedisStore::ping()
{
    const QPointer<RedisStore> self(this);
    const QDeadlineTimer deadline(m_options.deadline);
    Batch trial;
    trial.partition = u"ping"_s;
    trial.puts = {{u"ping"_s, {}, {}, memoryBeyondDeadline}};
    trial.indexPuts = {{u"ping"_s, u"ping"_s, 0}};
    trial.indexRemoves = {{u"ping"_s, u"ping"_s}};
    const auto written = co_await commit(trial);
    if (!written)
        co_return tl::unexpected(written.error());
    if (self && !m_isClosing) {
        if (const auto why = m_router->trouble())
            co_return tl::unexpected(*why);
    }
    while (self && !m_isClosing && !m_feed->isListening() && !m_feed->trouble() && !deadline.hasExpired()) {
        QTimer pause; // ours: waiting for a signal of the feed would never end once the feed is gone
        pause.setSingleShot(true);
        pause.start(feedPause);
        co_await pause;
    }
    if (!self || m_isClosing)
        co_return tl::unexpected(storeGone);
    if (const auto &why = m_feed->trouble(); why.has_value())
        co_return tl::unexpected(*why);
    if (!m_feed->isListening())
        co_return failure(ErrorCode::Timeout, u"the store's change feed does not answer"_s);
    co_return Result<void>();
}

} // namespace ChatCal
