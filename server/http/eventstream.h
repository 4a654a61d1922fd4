// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <coroutine>
#include <memory>
#include <stop_token>
#include <vector>

namespace ChatCal {

/// Where the bytes of an event stream go. Implemented by the connection.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void writeStream(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    virtual void finishStream() = 0;
    /// Cuts the connection, so that the reader knows that something is missing.
    virtual void abortStream() = 0;
};

/// One answer of text/event-stream (HTML Standard, "Server-sent events"), written by a StreamBody. It outlives the
/// connection: after the client left, sending does nothing and isOpen() is false.
class EventStream final : public QObject, public std::enable_shared_from_this<EventStream>
{
    Q_OBJECT

public:
    EventStream(EventSink &sink, qint64 maximumUnsent, std::stop_token stop);

    /// Sends one event. @p data may have several lines; @p event and @p id are cut at a line end, and left out
    /// when empty. False when the stream is closed. A reader so slow that the server's limit of unsent bytes is
    /// passed is cut off: await drained() between events when there are many.
    bool send(const QByteArray &event, const QByteArray &data, const QByteArray &id = {});
    /// A line that readers ignore; keeps proxies from closing a silent stream.
    bool sendComment(const QByteArray &text = {});
    /// Waits until little is left unsent; false when the stream is closed.
    [[nodiscard]] QCoro::Task<bool> drained();
    /// Cuts the connection, so that the reader knows that something is missing.
    void abort();
    /// Ends the answer after what was sent. The body's task may go on.
    void close();

    [[nodiscard]] bool isOpen() const { return m_sink != nullptr; }
    [[nodiscard]] qint64 unsentBytes() const { return m_sink ? m_sink->unsentBytes() : 0; }
    /// Requested when the stream closes, for whatever reason but its own end.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop; }

    /// For the connection: bytes went out; the client is gone; the time came for a comment.
    void noteProgress();
    void detach();
    void beat(std::chrono::steady_clock::time_point now, std::chrono::milliseconds interval);

Q_SIGNALS:
    /// Once, when nothing can be sent any more.
    void closed();

private:
    struct Waiter;
    bool write(const QByteArray &bytes);
    void noteClosed();
    void resumeWaiters();

    EventSink *m_sink;
    qint64 m_maximumUnsent;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_lastWrite;
    std::vector<std::coroutine_handle<>> m_waiting;
};

} // namespace ChatCal
