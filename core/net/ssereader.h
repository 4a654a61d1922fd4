// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ChatCal {

struct SseEvent
{
    QString type; ///< "message" when the stream names none
    QString data;
    QString lastEventId; ///< the stream's last id so far; sent as Last-Event-ID when it is opened again
    bool operator==(const SseEvent &) const = default;
};

/// Reads `text/event-stream` (HTML Living Standard §9.2.6, "Interpreting an event stream") however it is cut into
/// pieces. An event that the stream's end leaves unfinished is not one.
class SseReader
{
public:
    /// @p maximumEvent bytes may be held before an event ends.
    explicit SseReader(qsizetype maximumEvent = 1024 * 1024);

    /// The events that end within @p piece. Protocol when one grows too long; the reader is of no use then.
    [[nodiscard]] Result<QList<SseEvent>> feed(const QByteArray &piece);
    /// The pause before opening it again that the stream asked for last.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }

private:
    void takeLine(QByteArrayView line, QList<SseEvent> *events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(QList<SseEvent> *events);

    qsizetype m_maximumEvent;
    QByteArray m_line; ///< not yet ended
    bool m_isFirstLine = true;
    bool m_skipsLineFeed = false; ///< the last piece ended with CR: an LF at once belongs to it
    QByteArray m_type;
    QByteArray m_data;
    QString m_lastEventId;
    std::optional<std::chrono::milliseconds> m_retry;
};

} // namespace ChatCal
