// SPDX-License-Identifier: Apache-2.0
#include "core/agent/conversation.h"

#include "core/agent/conversationcodec.h"
#include "core/base/ids.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const QString partitionPrefix = QStringLiteral("session:");
const QString turnLease = QStringLiteral("turn");
const QString seedPartition = QStringLiteral("agent");
const QString seedKey = QStringLiteral("session-seed");
constexpr int cacheBytes = 4 * 1024 * 1024;

/// Keeps the newest entries and begins with something the person said, so that no tool's answer stands without its
/// call.
void trim(Conversation &conversation)
{
    qsizetype first = std::max<qsizetype>(0, conversation.entries.size() - Conversations::window);
    if (first > 0) {
        while (first < conversation.entries.size()
               && conversation.entries.at(first).message.role != ChatMessage::Role::User)
            ++first;
        conversation.entries.remove(0, first);
    }
    if (conversation.answered.size() > 8)
        conversation.answered.remove(0, conversation.answered.size() - 8);
}

} // namespace

Conversations::Conversations(Store &store, const Clock &clock, std::chrono::seconds timeToLive)
    : m_store(store), m_clock(clock), m_timeToLive(timeToLive), m_recent(cacheBytes)
{
}

QString Conversations::fingerprintOf(const QString &sessionId)
{
    return fingerprint(sessionId.toUtf8());
}

QString Conversations::partition(const QString &sessionId)
{
    return partitionPrefix + fingerprintOf(sessionId);
}

Conversation Conversations::create() const
{
    return create(randomToken());
}

Conversation Conversations::create(const QString &sessionId) const
{
    Conversation conversation;
    conversation.sessionId = sessionId;
    conversation.fingerprint = fingerprintOf(sessionId);
    conversation.createdAt = m_clock.now();
    conversation.lastActivity = conversation.createdAt;
    return conversation;
}

void Conversations::remember(const QString &key, const QByteArray &body, Conversation conversation) const
{
    // Twice the body for the text and its decoded form, and again for what containers add.
    m_recent.insert(key, new Recent{body, std::move(conversation)}, body.size() * 4);
}

Result<Conversation> Conversations::read(const std::optional<Document> &found, const QString &sessionId,
                                         Recall recall) const
{
    if (!found)
        return failure(ErrorCode::NotFound, u"no such session"_s);
    // The bytes are compared, not the version: another process may have written, or the talk have begun anew.
    if (Recent *recent = m_recent.object(found->key); recent && recent->body == found->body) {
        Conversation conversation;
        if (recall == Recall::Take) {
            const std::unique_ptr<Recent> taken(m_recent.take(found->key));
            conversation = std::move(taken->conversation);
        } else {
            conversation = recent->conversation;
        }
        conversation.version = found->version;
        return conversation;
    }
    auto conversation = decodeConversation(found->body, sessionId, found->version);
    if (conversation) {
        conversation->fingerprint = found->key.sliced(partitionPrefix.size());
        if (recall == Recall::Keep)
            remember(found->key, found->body, *conversation);
    }
    return conversation;
}

QCoro::Task<Result<Conversation>> Conversations::load(QString sessionId) const
{
    const QString key = partition(sessionId);
    const auto found = co_await m_store.get(key, key);
    if (!found)
        co_return tl::unexpected(found.error());
    co_return read(*found, sessionId, Recall::Keep);
}

QCoro::Task<Result<void>> Conversations::save(Conversation conversation, std::optional<Lease> lease) const
{
    trim(conversation);
    const QString key = partitionPrefix + conversation.fingerprint;
    const QByteArray body = encodeConversation(conversation);
    Batch batch;
    batch.partition = key;
    batch.puts.append({key, body, conversation.version, m_timeToLive});
    batch.fence = lease;
    batch.releaseFence = lease.has_value();
    const auto versions = co_await m_store.commit(std::move(batch));
    if (!versions)
        co_return tl::unexpected(versions.error());
    conversation.version = versions->value(0);
    remember(key, body, std::move(conversation));
    co_return {};
}

QCoro::Task<Result<void>> Conversations::remove(QString sessionId) const
{
    const QString key = partition(sessionId);
    const auto found = co_await m_store.get(key, key);
    if (!found)
        co_return tl::unexpected(found.error());
    if (!*found)
        co_return failure(ErrorCode::NotFound, u"no such session"_s);
    Batch batch;
    batch.partition = key;
    batch.removes.append({key, {}});
    const auto removed = co_await m_store.commit(std::move(batch));
    if (!removed)
        co_return tl::unexpected(removed.error());
    m_recent.remove(key);
    co_return {};
}

QCoro::Task<Result<Conversations::Locked>> Conversations::lock(QString sessionId,
                                                               std::chrono::milliseconds patience) const
{
    const QString key = partition(sessionId);
    auto leased = co_await acquireAndGetWithin(m_store, key, turnLease, leaseTime, key, patience);
    if (!leased)
        co_return tl::unexpected(leased.error());
    co_return Locked{std::move(leased->lease), read(leased->document, sessionId, Recall::Take)};
}

QCoro::Task<Result<void>> Conversations::keep(Lease lease) const
{
    const auto kept = co_await m_store.renew(std::move(lease), leaseTime);
    co_return kept;
}

QCoro::Task<Result<void>> Conversations::unlock(Lease lease) const
{
    const auto released = co_await m_store.release(std::move(lease));
    co_return released;
}

QCoro::Task<Result<QString>> Conversations::idFor(QString key, QString message, QString speaker) const
{
    for (int attempt = 0; m_seed.isEmpty() && attempt < 2; ++attempt) {
        const auto found = co_await m_store.get(seedPartition, seedKey);
        if (!found)
            co_return tl::unexpected(found.error());
        if (*found) {
            m_seed = (*found)->body;
            break;
        }
        const QByteArray fresh = randomToken().toLatin1();
        Batch batch;
        batch.partition = seedPartition;
        batch.puts.append({seedKey, fresh, 0, {}});
        batch.durability = Batch::Durability::Full;
        const auto written = co_await m_store.commit(std::move(batch));
        if (written)
            m_seed = fresh;
        else if (written.error().code != ErrorCode::Conflict)
            co_return tl::unexpected(written.error()); // Conflict: another process was first, its seed is read next
    }
    if (m_seed.isEmpty())
        co_return failure(ErrorCode::Unavailable, u"the session seed cannot be made"_s);
    // Each part is fingerprinted by itself, so that no two requests can run into the same text.
    const QString material =
        fingerprint(m_seed) + fingerprint(key.toUtf8()) + fingerprint(message.toUtf8()) + fingerprint(speaker.toUtf8());
    const QByteArray hash = QByteArray::fromHex(fingerprint(m_seed + material.toLatin1()).toLatin1());
    co_return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace ChatCal
