// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/llm/chatmodel.h"
#include "core/store/store.h"
#include "core/time/language.h"
#include "core/time/zone.h"

#include <QCache>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace ChatCal {

/// What is remembered of the person through the session.
struct Contact
{
    QString name;
    QString email;
    QString phone;
};

/// The reply to one message as the API gives it: HTML and JSON from the same facts.
struct Reply
{
    QString text; ///< Markdown as the model wrote it, after correction
    QString html; ///< rendered by cmark in safe mode
    QStringList toolsUsed; ///< in call order; only those that ran and were not refused
    QJsonArray cards;
    QStringList suggestions;
    QString model;
    Instant at;
};
/// The answer of POST /chat.
[[nodiscard]] QByteArray toJson(const Reply &reply, const QString &sessionId, const Zone &hostZone);
/// As toJson, without the session id, which is never stored.
[[nodiscard]] QByteArray toStoredJson(const Reply &reply, const Zone &hostZone);

/// One talk: its messages, what is known of the person, and what each idempotency key answered.
struct Conversation
{
    struct Entry ///< what GET /sessions/{id}/history shows
    {
        ChatMessage message; ///< User, Assistant or Tool
        QString html; ///< Assistant with words
        QJsonArray cards;
        QByteArray stored; ///< as it is stored; made and used by Conversations alone. An entry never changes once added
    };
    QString sessionId; ///< the token itself; never stored, its fingerprint is the key
    QString fingerprint; ///< Conversations::fingerprintOf() the session id, which is not cheap
    Instant createdAt;
    Instant lastActivity;
    /// The host whose talk this is; empty: a guest's. A host's talk is not open to its session id alone.
    QString hostId;
    std::optional<Zone> zone; ///< the person's
    bool zoneStated = false; ///< the person said so; what a browser reports no longer changes it
    std::optional<Language> language; ///< of the page, until words tell another; English is presumed of itself
    Contact contact;
    QJsonObject userData; ///< as POST /sessions gave it
    QList<Entry> entries; ///< the newest, at most Conversations::window
    qint64 version = 0;

    struct Answered ///< one Idempotency-Key and what it got
    {
        QString key;
        QString requestHash;
        QByteArray reply; ///< see toStoredJson
    };
    QList<Answered> answered; ///< the newest 8
};

/// Conversations in the store: partition and key are the fingerprint of the session id.
class Conversations
{
public:
    static constexpr int window = 60;
    Conversations(Store &store, const Clock &clock, std::chrono::seconds timeToLive = std::chrono::hours(24 * 30));

    [[nodiscard]] Conversation create() const; ///< with a new session id; not stored yet
    [[nodiscard]] Conversation create(const QString &sessionId) const;
    /// NotFound for an unknown or expired id, which is never adopted.
    [[nodiscard]] QCoro::Task<Result<Conversation>> load(QString sessionId) const;
    /// Conflict when somebody else saved meanwhile; @p lease, when given, fences and is released.
    [[nodiscard]] QCoro::Task<Result<void>> save(Conversation conversation, std::optional<Lease> lease) const;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString sessionId) const;
    /// The right to answer in this talk; runs out after leaseTime unless kept.
    struct Locked
    {
        Lease lease;
        Result<Conversation> conversation; ///< as load() answers; the lease is held also when it fails
    };
    /// The right to answer and the talk under it. Conflict after @p patience.
    [[nodiscard]] QCoro::Task<Result<Locked>> lock(QString sessionId, std::chrono::milliseconds patience) const;
    [[nodiscard]] QCoro::Task<Result<void>> keep(Lease lease) const; ///< another leaseTime from now
    [[nodiscard]] QCoro::Task<Result<void>> unlock(Lease lease) const;
    static constexpr std::chrono::seconds leaseTime{8};
    /// The id of the talk that a first message with an Idempotency-Key opens: the same for a repeat of both, and not
    /// to be guessed without the store's own seed. @p speaker tells hosts from guests.
    [[nodiscard]] QCoro::Task<Result<QString>> idFor(QString key, QString message, QString speaker) const;
    [[nodiscard]] static QString partition(const QString &sessionId);
    /// What the store and meetings know a session by.
    [[nodiscard]] static QString fingerprintOf(const QString &sessionId);

private:
    Store &m_store;
    const Clock &m_clock;
    std::chrono::seconds m_timeToLive;
    struct Recent
    {
        QByteArray body;
        Conversation conversation;
    };
    enum class Recall {
        Keep, ///< for others to read
        Take ///< for who is going to change it and have it remembered anew
    };
    /// What @p found is, the partition's document.
    [[nodiscard]] Result<Conversation> read(const std::optional<Document> &found, const QString &sessionId,
                                            Recall recall) const;
    void remember(const QString &partition, const QByteArray &body, Conversation conversation) const;
    mutable QCache<QString, Recent> m_recent; ///< what was read or written last, so that it need not be decoded again
    mutable QByteArray m_seed;
};

} // namespace ChatCal
