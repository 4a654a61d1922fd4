// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/booking/intent.h"
#include "core/booking/meeting.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <QPointer>

#include <optional>

namespace ChatCal {

struct MeetingQuery
{
    std::optional<Instant> from; ///< meetings that end after it
    std::optional<Instant> to; ///< meetings that start before it
    std::optional<MeetingStatus> status; ///< absent: confirmed and cancelled
    QString bookedBy; ///< only these; empty: all
    int limit = 100; ///< 1 to 500
    QString cursor; ///< from MeetingPage::next
};
struct MeetingPage
{
    QList<Meeting> meetings; ///< by start
    QString next; ///< empty: no more
};

/// One host's meetings in the store. Documents of the host's partition: `meeting:UID`; `meetingid:ID`, whose body is
/// the UID, kept for every id a meeting ever had; `intent:UID` while something is being done; `once:…` for idempotency
/// keys. Indexes: `meetings` (UID by start), `meetings:BOOKEDBY` (the same), `unsettled` (UIDs with an intent). Errors
/// are the store's; Internal for a document that cannot be read.
class MeetingRepository
{
public:
    /// @p store outlives every call that is made while it lives.
    MeetingRepository(Store &store, QString partition);

    [[nodiscard]] QString partition() const { return m_partition; }
    /// The topic told when a meeting has changed; the notice is its UID.
    [[nodiscard]] QString topic() const { return m_partition + QStringLiteral(":meetings"); }

    [[nodiscard]] QCoro::Task<Result<std::optional<Meeting>>> byUid(QString uid) const;
    /// By any id the meeting has or had.
    [[nodiscard]] QCoro::Task<Result<std::optional<Meeting>>> byId(QString id) const;
    /// InvalidInput (field cursor) for a cursor that is none.
    [[nodiscard]] QCoro::Task<Result<MeetingPage>> page(MeetingQuery query) const;
    /// Starts of the confirmed meetings that start inside @p window, but for @p exceptUid.
    [[nodiscard]] QCoro::Task<Result<QList<Instant>>> startsWithin(Interval window, QString exceptUid) const;
    [[nodiscard]] QCoro::Task<Result<QList<Intent>>> intents() const;
    [[nodiscard]] QCoro::Task<Result<std::optional<Intent>>> intent(QString uid) const;

    struct FreeId
    {
        QString id;
        bool isNew = true; ///< false: this meeting had it before
    };
    /// The first of make(when, zone, 1), 2, … that no other meeting of the host has or had.
    [[nodiscard]] QCoro::Task<Result<FreeId>> freeId(Interval when, Zone zone, QString uid) const;

    /// The document that remembers what @p actorId got for @p idempotencyKey.
    [[nodiscard]] static QString onceKey(const QString &actorId, const QString &idempotencyKey);
    /// The UID booked under @p onceKey, if any.
    [[nodiscard]] QCoro::Task<Result<std::optional<QString>>> bookedOnce(QString onceKey) const;

    /// An empty batch fenced by @p lease, on the disk before it answers.
    [[nodiscard]] Batch batch(const Lease &lease) const;
    /// Writes the intent down; a new meeting as pending.
    void begin(Batch &batch, const Intent &intent) const;
    /// Makes the intent's target the truth and forgets the intent. The first put is the meeting's.
    void complete(Batch &batch, const Intent &intent) const;
    /// Forgets the intent, and of a new meeting everything.
    void drop(Batch &batch, const Intent &intent) const;
    /// Marks it as to be taken back.
    void abandon(Batch &batch, const Intent &intent) const;

private:
    void putMeeting(Batch &batch, const Meeting &meeting) const;

    QPointer<Store> m_store;
    QString m_partition;
};

} // namespace ChatCal
