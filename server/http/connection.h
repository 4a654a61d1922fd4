// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/eventstream.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/requestparser.h"

#include <QObject>
#include <QTcpSocket>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace ChatCal {

/// What the connections of a server share; outlives them.
struct ConnectionContext
{
    Router router;
    HttpLimits limits;
    bool draining = false;
};

/// One client: reads its requests, has them handled, writes the answers in their order. It deletes itself when the
/// client is gone, after calling onGone.
class Connection final : public QObject, public EventSink
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    Connection(std::unique_ptr<QTcpSocket> socket, const ConnectionContext &context,
               std::function<void(Connection *)> onGone, QObject *parent);
    ~Connection() override;

    [[nodiscard]] const QHostAddress &peerAddress() const { return m_peer; }
    /// Answers with @p status before anything was read, and closes.
    void refuse(int status, const QString &detail);
    /// Finishes what is under way and closes; when nothing is, after limits.lastCall without a request.
    void drain();
    void abort();
    /// Called some times a second: closes what took too long.
    void tick(TimePoint now);

    /// The answer to @p exchange is there. Called by the handler's task.
    void answer(Exchange &exchange, ServerResponse response);

    void writeStream(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override;
    void finishStream() override;
    void abortStream() override;

private:
    enum class State {
        Open,
        LastAnswers, ///< nothing more is read, what was read is answered
        Lingering ///< all is written; waits for the client to close
    };

    void readInput();
    void process();
    bool parseSome();
    [[nodiscard]] bool mayRead() const;
    [[nodiscard]] bool hasUnread() const;
    void beginExchange();
    void dispatch();
    void refuseCurrent(int status, const QString &detail);
    Exchange &currentExchange();
    void endWith(ServerResponse response);

    void flush();
    bool flushFront();
    void startStream(const std::shared_ptr<Exchange> &exchange, StreamBody body);
    void send();
    void push();
    void finishWriting();
    void noteWritten();
    void gone();

    const ConnectionContext &m_context;
    std::unique_ptr<QTcpSocket> m_socket;
    std::function<void(Connection *)> m_onGone;
    QHostAddress m_peer;
    RequestParser m_parser;
    QByteArray m_input;
    qsizetype m_inputStart = 0;
    QByteArray m_output;
    std::deque<std::shared_ptr<Exchange>> m_exchanges;
    std::shared_ptr<Exchange> m_current; ///< the request being read, once its head is there; also in m_exchanges
    State m_state = State::Open;
    bool m_busy = false;
    bool m_gone = false;
    TimePoint m_lastActivity; ///< while idle: when that began; while reading: when the request began
    TimePoint m_lastProgress; ///< of writing
    TimePoint m_lingerUntil;
};

} // namespace ChatCal
