// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/engine.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace ChatCal {

/// Of Store::publish(): an event of the calendar that is no meeting was changed by our own calls; its id.
inline const QString calendarTopic = QStringLiteral("calendar-events");

/// What hosts are told as it happens: meeting_changed, calendar_changed, reminder, health. Keeps the newest events, so
/// that a reader that lost its connection resumes behind the last one it saw.
class EventFeed : public QObject
{
    Q_OBJECT
public:
    struct Item
    {
        QByteArray id; ///< "<start of this process>-<number>"
        QByteArray event;
        QByteArray data;
    };

    /// @p engine outlives it.
    explicit EventFeed(Engine &engine, QObject *parent = nullptr);

    /// What came behind @p lastId, oldest first; nothing when that is no longer known: then the reader must read anew.
    [[nodiscard]] std::optional<QList<Item>> since(const QByteArray &lastId) const;

Q_SIGNALS:
    void happened(const ChatCal::EventFeed::Item &item);

private:
    void append(const QByteArray &event, const QJsonObject &data);
    void tell(const QString &uid);
    void remind();
    void watchHealth();

    Engine &m_engine;
    QByteArray m_origin;
    quint64 m_last = 0;
    std::deque<Item> m_items;
    QTimer m_minute;
    Instant m_remindedUntil;
    std::optional<ServiceHealth::Status> m_health;
};

} // namespace ChatCal
