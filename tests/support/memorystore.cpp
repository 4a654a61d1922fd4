// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memorystore.h"

#include "core/base/ids.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <QSet>

#include <coroutine>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace ChatCal {

namespace {

struct Stored
{
    QByteArray body;
    qint64 version = 0;
    std::optional<Instant> expires;
};

struct Index
{
    std::set<std::pair<qint64, QByteArray>> order; ///< score, member as UTF-8: the port's order
    QHash<QString, qint64> scores;

    void remove(const QString &member)
    {
        const auto at = scores.constFind(member);
        if (at == scores.constEnd())
            return;
        order.erase({*at, member.toUtf8()});
        scores.erase(at);
    }
    void put(const QString &member, qint64 score)
    {
        remove(member);
        order.insert({score, member.toUtf8()});
        scores.insert(member, score);
    }
};

struct Grant
{
    QString owner;
    qint64 token = 0; ///< of the last grant ever made; never falls
    std::optional<Instant> expires; ///< nothing while nobody holds it
};

struct Partition
{
    std::map<QString, Stored> documents;
    QHash<QString, Index> indexes;
    QHash<QString, Grant> leases;
};

/// Resumes from the event loop, also when the store is gone meanwhile.
struct NextTurn
{
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle) const
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [handle] { handle.resume(); }, Qt::QueuedConnection);
    }
    void await_resume() const { }
};

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 300 && !name.contains(QChar::Null) && name.isValidUtf16();
}

Result<void> checkAll(const QStringList &names)
{
    for (const QString &name : names) {
        if (!isName(name))
            return failure(ErrorCode::InvalidInput, u"not a name a store takes"_s);
    }
    return {};
}

QStringList namesOf(const Batch &batch)
{
    QStringList names{batch.partition};
    for (const auto &put : batch.puts)
        names << put.key;
    for (const auto &remove : batch.removes)
        names << remove.key;
    for (const auto &put : batch.indexPuts)
        names << put.index << put.member;
    for (const auto &remove : batch.indexRemoves)
        names << remove.index << remove.member;
    return names;
}

tl::unexpected<Error> unavailable(ErrorCode code)
{
    Error error{code, u"made to fail"_s, {}, {}};
    if (code == ErrorCode::Unavailable)
        error.retryAfter = std::chrono::seconds(1);
    return tl::unexpected(error);
}

} // namespace

struct MemoryStore::State
{
    QHash<QString, Partition> partitions;
    QSet<MemoryStore *> stores;

    const Stored *find(const QString &partition, const QString &key, Instant now)
    {
        auto &documents = partitions[partition].documents;
        const auto at = documents.find(key);
        if (at == documents.end())
            return nullptr;
        if (at->second.expires && *at->second.expires <= now) {
            documents.erase(at);
            return nullptr;
        }
        return &at->second;
    }
    bool holds(const Lease &lease, Instant now)
    {
        const Grant grant = partitions[lease.partition].leases.value(lease.name);
        return grant.expires && *grant.expires > now && grant.owner == lease.owner && grant.token == lease.token;
    }
};

MemoryStore::MemoryStore(const Clock &clock, QObject *parent) : MemoryStore(clock, std::make_shared<State>(), parent)
{
}

MemoryStore::MemoryStore(const Clock &clock, std::shared_ptr<State> state, QObject *parent)
    : Store(parent), m_clock(clock), m_state(std::move(state))
{
    m_state->stores.insert(this);
}

MemoryStore::~MemoryStore()
{
    m_state->stores.remove(this);
}

std::unique_ptr<MemoryStore> MemoryStore::another() const
{
    return std::unique_ptr<MemoryStore>(new MemoryStore(m_clock, m_state, nullptr));
}

void MemoryStore::failCall(int nth, ErrorCode code, Applied applied)
{
    m_faults.append({nth, code, applied});
}

void MemoryStore::failAll(std::optional<ErrorCode> code)
{
    m_failAll = code;
}

QStringList MemoryStore::keys(const QString &partition) const
{
    QStringList keys;
    for (const auto &[key, stored] : m_state->partitions[partition].documents) {
        if (!stored.expires || *stored.expires > m_clock.now())
            keys << key;
    }
    return keys;
}

template<typename T>
QCoro::Task<Result<T>> MemoryStore::answer(std::function<Result<T>()> work)
{
    const QPointer<MemoryStore> self(this);
    ++m_calls;
    std::optional<Fault> fault;
    for (Fault &candidate : m_faults) {
        if (--candidate.countdown == 0)
            fault = candidate;
    }
    m_faults.removeIf([](const Fault &candidate) { return candidate.countdown <= 0; });
    if (m_failAll)
        fault = Fault{0, *m_failAll, Applied::No};
    co_await NextTurn{};
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    if (fault && fault->applied == Applied::No)
        co_return unavailable(fault->code);
    Result<T> result = work();
    if (fault)
        co_return unavailable(fault->code);
    co_return result;
}

QCoro::Task<Result<std::optional<Document>>> MemoryStore::get(QString partition, QString key)
{
    return answer<std::optional<Document>>([this, partition, key]() -> Result<std::optional<Document>> {
        if (const auto good = checkAll({partition, key}); !good)
            return tl::unexpected(good.error());
        const Stored *stored = m_state->find(partition, key, m_clock.now());
        if (!stored)
            return std::nullopt;
        return Document{key, stored->body, stored->version};
    });
}

QCoro::Task<Result<QList<Document>>> MemoryStore::getMany(QString partition, QStringList keys)
{
    return answer<QList<Document>>([this, partition, keys]() -> Result<QList<Document>> {
        if (const auto good = checkAll(QStringList{partition} + keys); !good)
            return tl::unexpected(good.error());
        QList<Document> documents;
        for (const QString &key : keys) {
            if (const Stored *stored = m_state->find(partition, key, m_clock.now()))
                documents.append({key, stored->body, stored->version});
        }
        return documents;
    });
}

QCoro::Task<Result<QList<qint64>>> MemoryStore::commit(Batch batch)
{
    if (std::exchange(m_losesNextCommit, false))
        failCall(1, ErrorCode::Unavailable, Applied::Yes);
    return answer<QList<qint64>>([this, batch] { return apply(batch); });
}

Result<QList<qint64>> MemoryStore::apply(const Batch &batch)
{
    if (const auto good = checkAll(namesOf(batch)); !good)
        return tl::unexpected(good.error());
    if (batch.fence && batch.fence->partition != batch.partition)
        return failure(ErrorCode::InvalidInput, u"the fence lies in another partition"_s);
    const Instant now = m_clock.now();
    if (batch.fence && !m_state->holds(*batch.fence, now))
        return failure(ErrorCode::Conflict, u"the fence does not hold"_s);

    // Changes are gathered aside, so that a version that does not hold leaves nothing behind.
    QHash<QString, std::optional<Stored>> changed;
    const auto current = [&](const QString &key) -> std::optional<Stored> {
        if (const auto at = changed.constFind(key); at != changed.constEnd())
            return *at;
        const Stored *stored = m_state->find(batch.partition, key, now);
        return stored ? std::optional(*stored) : std::nullopt;
    };
    QList<qint64> versions;
    for (const Batch::Put &put : batch.puts) {
        const auto before = current(put.key);
        const qint64 version = before ? before->version : 0;
        if (put.expectedVersion && *put.expectedVersion != version)
            return failure(ErrorCode::Conflict, u"a version moved on"_s);
        changed[put.key] =
            Stored{put.body, version + 1, put.timeToLive ? std::optional(now + *put.timeToLive) : std::nullopt};
        versions.append(version + 1);
    }
    for (const Batch::Remove &remove : batch.removes) {
        const auto before = current(remove.key);
        if (remove.expectedVersion && *remove.expectedVersion != (before ? before->version : 0))
            return failure(ErrorCode::Conflict, u"a version moved on"_s);
        changed[remove.key] = std::nullopt;
    }

    Partition &partition = m_state->partitions[batch.partition];
    for (auto at = changed.cbegin(); at != changed.cend(); ++at) {
        if (*at)
            partition.documents[at.key()] = **at;
        else
            partition.documents.erase(at.key());
    }
    for (const auto &put : batch.indexPuts)
        partition.indexes[put.index].put(put.member, put.score);
    for (const auto &remove : batch.indexRemoves)
        partition.indexes[remove.index].remove(remove.member);
    if (batch.fence && batch.releaseFence)
        partition.leases[batch.fence->name].expires.reset();
    if (!batch.notify.isEmpty())
        tell(batch.notify, batch.notice);
    return versions;
}

void MemoryStore::tell(const QString &topic, const QByteArray &notice)
{
    for (MemoryStore *store : std::as_const(m_state->stores))
        QMetaObject::invokeMethod(
            store, [=] { Q_EMIT store->noticed(topic, notice); }, Qt::QueuedConnection);
}

QCoro::Task<Result<QList<IndexEntry>>> MemoryStore::range(IndexQuery query)
{
    return answer<QList<IndexEntry>>([this, query]() -> Result<QList<IndexEntry>> {
        if (const auto good = checkAll({query.partition, query.index}); !good)
            return tl::unexpected(good.error());
        const auto &order = m_state->partitions[query.partition].indexes[query.index].order;
        auto at = order.lower_bound({query.from, QByteArray()});
        if (query.after) {
            const auto behind = order.upper_bound({query.after->score, query.after->member.toUtf8()});
            if (at != order.end() && (behind == order.end() || *at < *behind))
                at = behind;
        }
        QList<IndexEntry> entries;
        for (; at != order.end() && at->first < query.to && entries.size() < query.limit; ++at)
            entries.append({QString::fromUtf8(at->second), at->first});
        return entries;
    });
}

QCoro::Task<Result<Lease>> MemoryStore::acquire(QString partition, QString name, milliseconds timeToLive)
{
    return answer<Lease>([this, partition, name, timeToLive] { return grant(partition, name, timeToLive); });
}

Result<Lease> MemoryStore::grant(const QString &partition, const QString &name, milliseconds timeToLive)
{
    if (const auto good = checkAll({partition, name}); !good)
        return tl::unexpected(good.error());
    Grant &grant = m_state->partitions[partition].leases[name];
    if (grant.expires && *grant.expires > m_clock.now())
        return failure(ErrorCode::Conflict, u"somebody holds it"_s);
    grant = {randomToken(16), grant.token + 1, m_clock.now() + timeToLive};
    return Lease{partition, name, grant.owner, grant.token};
}

QCoro::Task<Result<LeasedDocument>> MemoryStore::acquireAndGet(QString partition, QString name, milliseconds timeToLive,
                                                               QString key)
{
    return answer<LeasedDocument>([this, partition, name, timeToLive, key]() -> Result<LeasedDocument> {
        if (const auto good = checkAll({key}); !good)
            return tl::unexpected(good.error());
        const auto lease = grant(partition, name, timeToLive);
        if (!lease)
            return tl::unexpected(lease.error());
        const Stored *stored = m_state->find(partition, key, m_clock.now());
        return LeasedDocument{*lease,
                              stored ? std::optional(Document{key, stored->body, stored->version}) : std::nullopt};
    });
}

QCoro::Task<Result<void>> MemoryStore::renew(Lease lease, milliseconds timeToLive)
{
    return answer<void>([this, lease, timeToLive]() -> Result<void> {
        if (const auto good = checkAll({lease.partition, lease.name}); !good)
            return good;
        if (!m_state->holds(lease, m_clock.now()))
            return failure(ErrorCode::Conflict, u"the lease was lost"_s);
        m_state->partitions[lease.partition].leases[lease.name].expires = m_clock.now() + timeToLive;
        return {};
    });
}

QCoro::Task<Result<void>> MemoryStore::release(Lease lease)
{
    return answer<void>([this, lease]() -> Result<void> {
        if (const auto good = checkAll({lease.partition, lease.name}); !good)
            return good;
        if (m_state->holds(lease, m_clock.now()))
            m_state->partitions[lease.partition].leases[lease.name].expires.reset();
        return {};
    });
}

QCoro::Task<Result<void>> MemoryStore::publish(QString topic, QByteArray notice)
{
    return answer<void>([this, topic, notice]() -> Result<void> {
        if (const auto good = checkAll({topic}); !good)
            return good;
        tell(topic, notice);
        return {};
    });
}

QCoro::Task<Result<void>> MemoryStore::ping()
{
    return answer<void>([]() -> Result<void> { return {}; });
}

} // namespace ChatCal
