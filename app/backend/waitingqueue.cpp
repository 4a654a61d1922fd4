// SPDX-License-Identifier: Apache-2.0
#include "app/backend/waitingqueue.h"

#include "app/backend/logging.h"
#include "app/backend/ownfile.h"
#include "core/base/json.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ChatCal {

WaitingQueue::WaitingQueue(QString file) : m_file(std::move(file))
{
    read();
}

void WaitingQueue::read()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists())
        return;
    const auto json = file.open(QIODevice::ReadOnly) ? parseJsonObject(file.readAll())
                                                     : failure(ErrorCode::Unavailable, file.errorString());
    const QJsonArray entries = json ? json->value("waiting"_L1).toArray() : QJsonArray();
    for (const auto &value : entries) {
        if (const auto entry = waitingChangeFromJson(value.toObject()))
            m_entries.append(*entry);
    }
    if (json && m_entries.size() == entries.size())
        return;
    // Kept for whoever can read it; the next write would end it.
    qCWarning(lcBackend) << "changes that wait cannot all be read; the file is kept aside:" << m_file + u".unread"_s;
    QFile::remove(m_file + u".unread"_s);
    QFile::copy(m_file, m_file + u".unread"_s);
}

Result<void> WaitingQueue::write() const
{
    if (m_file.isEmpty())
        return {};
    QJsonArray entries;
    for (const WaitingChange &entry : m_entries)
        entries.append(toJson(entry));
    auto written = writeOwnFile(m_file, toJson(QJsonObject{{u"waiting"_s, entries}}));
    if (!written)
        qCWarning(lcBackend) << "changes that wait cannot be kept over an end of the program:"
                             << written.error().detail;
    return written;
}

const WaitingChange *WaitingQueue::find(const QString &key) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&key](const WaitingChange &entry) { return entry.change.key == key; });
    return it == m_entries.end() ? nullptr : &*it;
}

WaitingChange *WaitingQueue::entry(const QString &key)
{
    const WaitingChange *const found = find(key);
    return found ? &m_entries[found - m_entries.constData()] : nullptr;
}

const WaitingChange *WaitingQueue::next() const
{
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [](const WaitingChange &entry) { return !entry.refusal; });
    return it == m_entries.end() ? nullptr : &*it;
}

Result<void> WaitingQueue::append(const WaitingChange &entry)
{
    m_entries.append(entry);
    return write();
}

void WaitingQueue::remove(const QString &key)
{
    m_entries.removeIf([&key](const WaitingChange &entry) { return entry.change.key == key; });
    (void)write(); // worst case: it is sent once more, under the same key
}

void WaitingQueue::refuse(const QString &key, const ChangeOutcome &refusal)
{
    if (WaitingChange *refused = entry(key))
        refused->refusal = refusal;
    (void)write();
}

int WaitingQueue::countFailure(const QString &key)
{
    WaitingChange *failed = entry(key);
    if (!failed)
        return 0;
    const int failures = ++failed->failures;
    (void)write();
    return failures;
}

void WaitingQueue::restore(const QString &key)
{
    if (WaitingChange *restored = entry(key)) {
        restored->refusal.reset();
        restored->failures = 0;
    }
    (void)write();
}

void WaitingQueue::rebase(const QString &uid, int sequence)
{
    bool isChanged = false;
    for (WaitingChange &entry : m_entries) {
        const bool follows = entry.change.uid == uid && entry.change.sequence && *entry.change.sequence < sequence;
        if (follows)
            entry.change.sequence = sequence;
        isChanged = isChanged || follows;
    }
    if (isChanged)
        (void)write();
}

void WaitingQueue::rebaseEvent(const QString &eventId, const QString &etag)
{
    bool isChanged = false;
    for (WaitingChange &entry : m_entries) {
        const bool follows = entry.change.eventId == eventId && !entry.change.etag.isEmpty();
        if (follows)
            entry.change.etag = etag;
        isChanged = isChanged || follows;
    }
    if (isChanged)
        (void)write();
}

} // namespace ChatCal
