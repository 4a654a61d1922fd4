// SPDX-License-Identifier: Apache-2.0
#include "server/http/eventstream.h"

#include "server/http/logging.h"

#include <algorithm>
#include <utility>

namespace ChatCal {

namespace {

QByteArray firstLine(const QByteArray &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return text.first(end - text.begin());
}

/// One "data:" line for each line of @p data; CR LF, CR and LF all end a line for the reader.
void appendData(QByteArray &frame, const QByteArray &data)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= data.size(); ++i) {
        if (i < data.size() && data[i] != '\n' && data[i] != '\r')
            continue;
        frame.append("data: ").append(QByteArrayView(data).sliced(start, i - start)).append('\n');
        if (i + 1 < data.size() && data[i] == '\r' && data[i + 1] == '\n')
            ++i;
        start = i + 1;
    }
}

} // namespace

/// Suspends until the stream's next progress or end.
struct EventStream::Waiter
{
    EventStream *stream;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) { stream->m_waiting.push_back(handle); }
    void await_resume() const noexcept { }
};

EventStream::EventStream(EventSink &sink, qint64 maximumUnsent, std::stop_token stop)
    : m_sink(&sink),
      m_maximumUnsent(maximumUnsent),
      m_stop(std::move(stop)),
      m_lastWrite(std::chrono::steady_clock::now())
{
}

bool EventStream::send(const QByteArray &event, const QByteArray &data, const QByteArray &id)
{
    QByteArray frame;
    frame.reserve(event.size() + data.size() + id.size() + 32);
    if (const QByteArray name = firstLine(event); !name.isEmpty())
        frame.append("event: ").append(name).append('\n');
    if (const QByteArray name = firstLine(id); !name.isEmpty())
        frame.append("id: ").append(name).append('\n');
    appendData(frame, data);
    frame.append('\n');
    return write(frame);
}

bool EventStream::sendComment(const QByteArray &text)
{
    return write(": " + firstLine(text) + "\n\n");
}

bool EventStream::write(const QByteArray &bytes)
{
    if (!m_sink)
        return false;
    if (m_sink->unsentBytes() > m_maximumUnsent) {
        qCInfo(lcHttp) << "cutting off the reader of an event stream:" << m_sink->unsentBytes() << "bytes unread";
        m_sink->abortStream();
        return false;
    }
    m_lastWrite = std::chrono::steady_clock::now();
    m_sink->writeStream(bytes);
    return isOpen();
}

QCoro::Task<bool> EventStream::drained()
{
    const auto self = shared_from_this();
    while (isOpen() && unsentBytes() > m_maximumUnsent / 4)
        co_await Waiter{this};
    co_return isOpen();
}

void EventStream::close()
{
    const auto self = weak_from_this().lock();
    if (EventSink *sink = std::exchange(m_sink, nullptr)) {
        sink->finishStream();
        noteClosed();
    }
}

void EventStream::noteProgress()
{
    if (unsentBytes() <= m_maximumUnsent / 4)
        resumeWaiters();
}

void EventStream::detach()
{
    const auto self = weak_from_this().lock();
    if (std::exchange(m_sink, nullptr))
        noteClosed();
}

void EventStream::abort()
{
    if (m_sink)
        m_sink->abortStream();
}

void EventStream::noteClosed()
{
    Q_EMIT closed();
    resumeWaiters();
}

void EventStream::beat(std::chrono::steady_clock::time_point now, std::chrono::milliseconds interval)
{
    if (isOpen() && now - m_lastWrite >= interval && unsentBytes() == 0)
        sendComment();
}

void EventStream::resumeWaiters()
{
    // Resuming may drop the last owner of this stream.
    const auto self = weak_from_this().lock();
    for (const auto handle : std::exchange(m_waiting, {}))
        handle.resume();
}

} // namespace ChatCal
