// SPDX-License-Identifier: Apache-2.0
#include "core/mail/outbox.h"
#include "core/mail/outboxrecord.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// The index of @p partition counted page by page.
QCoro::Task<Result<int>> countEntries(QPointer<Store> store, QString partition, QString index)
{
    IndexQuery query;
    query.partition = partition;
    query.index = index;
    query.limit = 1000;
    int count = 0;
    for (;;) {
        if (!store)
            co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
        const auto page = co_await store->range(query);
        if (!page)
            co_return tl::unexpected(page.error());
        count += static_cast<int>(page->size());
        if (page->size() < query.limit)
            co_return count;
        query.after = page->last();
    }
}

/// A dead letter as it lies in @p store. NotFound when there is none.
QCoro::Task<Result<Document>> findDead(QPointer<Store> store, QString partition, QString id)
{
    const auto found = co_await store->get(partition, OutboxRecord::deadKey(id));
    // What cannot be a key names no letter.
    if (!found && found.error().code != ErrorCode::InvalidInput)
        co_return tl::unexpected(found.error());
    if (!found || !*found)
        co_return failure(ErrorCode::NotFound, u"no such dead letter"_s);
    co_return **found;
}

/// Takes @p dead away in @p batch; the batch fails with Conflict when it is no longer the same.
void addRemoved(Batch &batch, const QString &id, const Document &dead)
{
    batch.removes.append({OutboxRecord::deadKey(id), dead.version});
    batch.indexRemoves.append({OutboxRecord::deadIndex(), id});
}

Outbox::DeadLetter letterFrom(const QString &id, const OutboxRecord::Dead &dead)
{
    Outbox::DeadLetter letter{
        id, {}, {}, dead.error, dead.detail, dead.attempts, dead.outcomeUnknown, {}, dead.givenUpAt};
    if (!dead.mail)
        return letter;
    if (const auto waited = OutboxRecord::read(*dead.mail, std::nullopt)) {
        letter.to = waited->message.to;
        letter.messageId = waited->message.messageId;
        letter.queuedAt = waited->queuedAt;
    }
    return letter;
}

} // namespace

QCoro::Task<Result<Outbox::Counts>> Outbox::counts(QString partition) const
{
    const QPointer<Store> store(&m_store);
    const auto waiting = co_await countEntries(store, partition, OutboxRecord::waitingIndex());
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    const auto dead = co_await countEntries(store, partition, OutboxRecord::deadIndex());
    if (!dead)
        co_return tl::unexpected(dead.error());
    const auto unknown = co_await countEntries(store, partition, OutboxRecord::unknownIndex());
    if (!unknown)
        co_return tl::unexpected(unknown.error());
    co_return Counts{*waiting, *dead, *unknown};
}

QCoro::Task<Result<QList<Outbox::DeadLetter>>> Outbox::deadLetters(QString partition, int limit) const
{
    const QPointer<Store> store(&m_store);
    QStringList ids;
    IndexQuery query;
    query.partition = partition;
    query.index = OutboxRecord::deadIndex();
    for (;;) { // an index is read from its start; the newest stand at its end
        const auto page = co_await store->range(query);
        if (!page)
            co_return tl::unexpected(page.error());
        if (!store)
            co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
        for (const IndexEntry &entry : *page)
            ids.prepend(entry.member);
        ids.resize(std::min<qsizetype>(ids.size(), std::clamp(limit, 0, 1000)));
        if (page->size() < query.limit)
            break;
        query.after = page->last();
    }
    QStringList keys;
    for (const QString &id : std::as_const(ids))
        keys.append(OutboxRecord::deadKey(id));
    if (keys.isEmpty())
        co_return QList<DeadLetter>();
    const auto documents = co_await store->getMany(partition, keys);
    if (!documents)
        co_return tl::unexpected(documents.error());
    QList<DeadLetter> letters;
    for (const Document &document : *documents) {
        if (const auto dead = OutboxRecord::readDead(document))
            letters.append(letterFrom(document.key.mid(OutboxRecord::deadKey({}).size()), *dead));
    }
    co_return letters;
}

QCoro::Task<Result<void>> Outbox::retry(QString partition, QString id)
{
    const QPointer<Outbox> self(this);
    const QPointer<Store> store(&m_store);
    const auto found = co_await findDead(store, partition, id);
    if (!found)
        co_return tl::unexpected(found.error());
    if (!self || !store)
        co_return failure(ErrorCode::Cancelled, u"the outbox is gone"_s);
    const auto dead = OutboxRecord::readDead(*found);
    const auto waited = dead && dead->mail ? OutboxRecord::read(*dead->mail, std::nullopt)
                                           : Result<OutboxRecord::Waiting>(failure(ErrorCode::Conflict, {}));
    if (!waited)
        co_return failure(ErrorCode::Conflict, u"nothing of the mail is left to send"_s);
    Batch batch;
    batch.partition = partition;
    addRemoved(batch, id, *found);
    enqueue(batch, waited->message);
    if (dead->outcomeUnknown)
        OutboxRecord::addDelayed(batch, id, {waited->message, m_clock.now(), 0, true}, m_clock.now());
    const auto done = co_await store->commit(batch);
    if (!done)
        co_return tl::unexpected(done.error());
    if (self)
        self->wake(partition);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Outbox::discard(QString partition, QString id)
{
    const QPointer<Store> store(&m_store);
    const auto found = co_await findDead(store, partition, id);
    if (!found)
        co_return tl::unexpected(found.error());
    if (!store)
        co_return failure(ErrorCode::Cancelled, u"the store is gone"_s);
    Batch batch;
    batch.partition = partition;
    addRemoved(batch, id, *found);
    const auto done = co_await store->commit(batch);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return Result<void>();
}

} // namespace ChatCal
