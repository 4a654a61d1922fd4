// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/change.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

namespace ChatCal {

/// The changes under way to one server, in the order they were asked for, in a file its owner alone can read. Each
/// change of it is on the disk before the call returns.
class WaitingQueue
{
public:
    /// What @p file holds; empty: kept in memory only. A file that cannot be read is put aside.
    explicit WaitingQueue(QString file);

    [[nodiscard]] const QList<WaitingChange> &entries() const { return m_entries; }
    [[nodiscard]] const WaitingChange *find(const QString &key) const;
    /// The first that is still to be sent; null when there is none.
    [[nodiscard]] const WaitingChange *next() const;

    /// Unavailable when the file cannot be written; it is in the queue nevertheless.
    Result<void> append(const WaitingChange &entry);
    void remove(const QString &key);
    void refuse(const QString &key, const ChangeOutcome &refusal);
    /// The server failed at it once more; how often by now.
    int countFailure(const QString &key);
    /// It is to be sent again, in its place, as if it had never been.
    void restore(const QString &key);
    /// The meeting @p uid is at @p sequence by a change of ours: those that follow were asked for on top of it.
    void rebase(const QString &uid, int sequence);
    /// The same of an event that is no meeting.
    void rebaseEvent(const QString &eventId, const QString &etag);

private:
    void read();
    [[nodiscard]] WaitingChange *entry(const QString &key);
    Result<void> write() const;

    QString m_file;
    QList<WaitingChange> m_entries;
};

} // namespace ChatCal
