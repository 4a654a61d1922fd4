// SPDX-License-Identifier: Apache-2.0
#include "server/http/connection.h"

#include "server/http/addresses.h"
#include "server/http/answerwriter.h"
#include "server/http/logging.h"
#include "server/http/runner.h"

#include <sys/ioctl.h>
#include <sys/socket.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qint64 kReadAhead = 64 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<QTcpSocket> socket, const ConnectionContext &context,
                       std::function<void(Connection *)> onGone, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_socket(std::move(socket)),
      m_onGone(std::move(onGone)),
      m_peer(plainAddress(m_socket->peerAddress())),
      m_parser(context.limits),
      m_lastActivity(std::chrono::steady_clock::now()),
      m_lastProgress(m_lastActivity)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(kReadAhead);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::process);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Connection::noteWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::gone);
}

Connection::~Connection()
{
    gone();
}

void Connection::refuse(int status, const QString &detail)
{
    refuseCurrent(status, detail);
    flush();
}

void Connection::drain()
{
    // Who is idle may have just sent a request: tick() closes it after the last call.
    if (m_exchanges.empty() && !m_parser.hasStarted())
        m_lastActivity = std::chrono::steady_clock::now();
    for (const auto &exchange : std::deque(m_exchanges)) {
        if (exchange->stream && exchange->atDrain == AtDrain::Close) {
            exchange->stop.request_stop();
            exchange->stream->close();
        }
    }
}

void Connection::abort()
{
    if (!m_gone)
        m_socket->abort();
    gone();
}

void Connection::gone()
{
    if (std::exchange(m_gone, true))
        return;
    m_socket->disconnect(this);
    // Whoever is woken below must find that nobody waits any more.
    const auto exchanges = std::exchange(m_exchanges, {});
    m_current.reset();
    for (const auto &exchange : exchanges)
        exchange->connection = nullptr;
    m_onGone(this);
    for (const auto &exchange : exchanges) {
        exchange->stop.request_stop();
        if (exchange->stream)
            exchange->stream->detach();
    }
    deleteLater();
}

bool Connection::mayRead() const
{
    return m_state == State::Open && !m_gone && unsentBytes() <= m_context.limits.maximumUnsent
        && (m_current || static_cast<qsizetype>(m_exchanges.size()) < m_context.limits.pipelineDepth);
}

void Connection::process()
{
    if (m_busy || m_gone)
        return;
    for (;;) {
        m_busy = true;
        do {
            while (mayRead() && parseSome()) { }
        } while (flushFront());
        const bool heldBack = m_state == State::Open && !mayRead();
        m_busy = false;
        send();
        if (!heldBack || !mayRead())
            return;
    }
}

/// Reads one step on; false when there is nothing to read.
bool Connection::parseSome()
{
    if (m_inputStart == m_input.size()) {
        readInput();
        if (m_input.isEmpty() && !m_parser.isHeadDone())
            return false;
    }
    const bool wasIdle = !m_parser.hasStarted();
    const auto step = m_parser.read(QByteArrayView(m_input).sliced(m_inputStart), m_inputStart);
    if (wasIdle && m_parser.hasStarted())
        m_lastActivity = std::chrono::steady_clock::now();
    switch (step) {
    case RequestParser::Step::NeedMore: {
        const qsizetype before = m_input.size() - m_inputStart;
        readInput();
        return m_input.size() > before;
    }
    case RequestParser::Step::Head:
        beginExchange();
        return true;
    case RequestParser::Step::Complete:
        dispatch();
        return true;
    case RequestParser::Step::Failed:
        refuseCurrent(m_parser.failureStatus(), m_parser.failureDetail());
        return false;
    }
    return false;
}

/// Moves what the socket has behind the bytes not parsed yet.
void Connection::readInput()
{
    m_input.remove(0, m_inputStart);
    m_inputStart = 0;
    const qint64 available = m_socket->bytesAvailable();
    if (available <= 0)
        return;
    const qsizetype kept = m_input.size();
    m_input.resize(kept + available);
    const qint64 got = m_socket->read(m_input.data() + kept, available);
    m_input.resize(kept + std::max<qint64>(got, 0));
}

/// The head of a request is there: finds its route, and so the limit of its body.
void Connection::beginExchange()
{
    Exchange &exchange = currentExchange();
    if (const auto refusal = openExchange(exchange, m_parser, m_context.router))
        return refuseCurrent(refusal->status, refusal->detail);
    const auto &route = exchange.match.route;
    m_parser.setMaximumBody(route ? route->options.maximumBody.value_or(m_context.limits.maximumBody)
                                  : m_context.limits.maximumBody);
    if (!exchange.owesContinue)
        return;
    // Whoever asks first is told the outcome before it sends a body in vain.
    if (!route)
        return endWith(answerWithoutRoute(exchange));
    exchange.owesContinue = m_inputStart == m_input.size();
}

/// The request is complete: has it handled.
void Connection::dispatch()
{
    const auto exchange = std::exchange(m_current, nullptr);
    ServerRequest &request = exchange->request;
    request.body = std::move(m_parser.body);
    request.receivedAt = std::chrono::steady_clock::now();
    request.stop = exchange->stop.get_token();
    exchange->owesContinue = false;
    m_parser.reset();
    m_lastActivity = request.receivedAt;
    if (!exchange->keepAlive)
        m_state = State::LastAnswers;

    if (auto early = m_context.router.runBefore(request))
        return answer(*exchange, std::move(*early));
    if (exchange->match.route) {
        if (const auto limit = exchange->match.route->options.deadline; limit > limit.zero())
            exchange->deadline = request.receivedAt + limit;
        runHandler(exchange);
        return;
    }
    answer(*exchange, answerWithoutRoute(*exchange));
}

/// Answers the request being read with an error, and reads no further: what follows cannot be trusted to be one.
void Connection::refuseCurrent(int status, const QString &detail)
{
    (void)currentExchange(); // there is one now, for endWith() to answer
    endWith(refusalOf({status, detail}));
}

Exchange &Connection::currentExchange()
{
    if (!m_current) {
        auto exchange = std::make_shared<Exchange>();
        exchange->connection = this;
        exchange->request.method = m_parser.method;
        exchange->request.peerAddress = m_peer;
        exchange->request.requestId = newRequestId();
        m_exchanges.push_back(exchange);
        m_current = std::move(exchange);
    }
    return *m_current;
}

/// As refuseCurrent, with an answer made already.
void Connection::endWith(ServerResponse response)
{
    const auto exchange = std::exchange(m_current, nullptr);
    exchange->owesContinue = false;
    exchange->keepAlive = false;
    exchange->request.receivedAt = std::chrono::steady_clock::now();
    m_state = State::LastAnswers;
    answer(*exchange, std::move(response));
}

void Connection::answer(Exchange &exchange, ServerResponse response)
{
    if (exchange.response)
        return;
    m_context.router.runAfter(exchange.request, response);
    if (response.status < 200 || response.status > 599) {
        qCWarning(lcHttp) << "the handler of" << exchange.request.route << "answered with status" << response.status
                          << "which is none; answering 500 to request" << exchange.request.requestId;
        response = refusalOf({500, u"The server failed to handle this request."_s});
    }
    // Framing is ours alone: a second Content-Length would let a proxy read the answer in another way.
    for (const QByteArrayView name : {QByteArrayView("Content-Length"), QByteArrayView("Transfer-Encoding"),
                                      QByteArrayView("Connection"), QByteArrayView("Date")})
        response.headers.remove(name);
    exchange.response = std::move(response);
    exchange.deadline.reset();
    flush();
}

/// Writes what can be written, and reads on if that made room.
void Connection::flush()
{
    if (!m_busy)
        process();
}

/// Writes the answers that are ready, in order; true when one left, so that there may be room for another request.
bool Connection::flushFront()
{
    bool progressed = false;
    while (!m_gone && m_state != State::Lingering && !m_exchanges.empty()) {
        const auto exchange = m_exchanges.front();
        if (exchange->owesContinue) {
            exchange->owesContinue = false;
            m_output.append("HTTP/1.1 100 Continue\r\n\r\n");
        }
        if (!exchange->response || (exchange->stream && !exchange->streamEnded))
            break;
        ServerResponse &response = *exchange->response;
        if (!exchange->streamEnded) {
            const bool last = (m_state == State::LastAnswers || m_context.draining) && m_exchanges.size() == 1;
            const bool isStream = response.stream && !exchange->isHead;
            if (last || (isStream && exchange->isHttp10))
                exchange->keepAlive = false;
            appendAnswer(m_output, response, {exchange->isHead, exchange->isHttp10, exchange->keepAlive});
            if (isStream) {
                exchange->atDrain = response.atDrain;
                startStream(exchange, std::exchange(response.stream, nullptr));
                continue;
            }
        }
        exchange->connection = nullptr;
        m_exchanges.pop_front();
        progressed = true;
        if (!exchange->keepAlive || (m_context.draining && m_exchanges.empty())) {
            m_state = State::LastAnswers;
            for (const auto &dropped : std::exchange(m_exchanges, {})) {
                dropped->connection = nullptr;
                dropped->stop.request_stop();
            }
            m_current.reset();
        }
    }
    return progressed && mayRead();
}

void Connection::startStream(const std::shared_ptr<Exchange> &exchange, StreamBody body)
{
    exchange->stream = std::make_shared<EventStream>(*this, m_context.limits.maximumUnsent, exchange->request.stop);
    if (m_context.draining && exchange->atDrain == AtDrain::Close)
        exchange->stream->close();
    else
        runStream(std::move(body), exchange->stream);
}

/// One write for all that is ready.
void Connection::send()
{
    push();
    if (!m_gone && m_state == State::LastAnswers && m_exchanges.empty())
        finishWriting();
}

void Connection::push()
{
    if (m_gone || m_output.isEmpty())
        return;
    if (m_socket->bytesToWrite() == 0)
        m_lastProgress = std::chrono::steady_clock::now();
    // Straight to the kernel while nothing waits before it: QTcpSocket would turn its write notifier on and off
    // for every answer, two more system calls. What the kernel does not take now, or an error, is QTcpSocket's.
    qint64 sent = 0;
    if (m_socket->bytesToWrite() == 0)
        sent = std::max<qint64>(::send(static_cast<int>(m_socket->socketDescriptor()), m_output.constData(),
                                       static_cast<std::size_t>(m_output.size()), MSG_NOSIGNAL | MSG_DONTWAIT),
                                0);
    if (sent < m_output.size()) {
        m_socket->write(m_output.constData() + sent, m_output.size() - sent);
        m_socket->flush();
    }
    m_output.resize(0);
    // Neither a direct write nor one inside a slot of bytesWritten emits it.
    if (!m_exchanges.empty() && m_exchanges.front()->stream) {
        const auto stream = m_exchanges.front()->stream;
        stream->noteProgress();
    }
}

/// Closes our side when all is written, and waits for the client to close its own: closing at once with unread
/// input resets the connection, and the client may never see the answer (RFC 9112 §9.6).
void Connection::finishWriting()
{
    if (m_gone || m_socket->bytesToWrite() > 0 || m_state == State::Lingering)
        return;
    m_state = State::Lingering;
    m_lingerUntil = std::chrono::steady_clock::now() + m_context.limits.lingerTime;
    m_input = {};
    m_inputStart = 0;
    m_socket->disconnect(this);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::gone);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { m_socket->skip(m_socket->bytesAvailable()); });
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    m_socket->skip(m_socket->bytesAvailable());
}

void Connection::noteWritten()
{
    m_lastProgress = std::chrono::steady_clock::now();
    if (!m_exchanges.empty() && m_exchanges.front()->stream) {
        const auto stream = m_exchanges.front()->stream;
        stream->noteProgress();
    }
    if (m_gone)
        return;
    if (m_state == State::LastAnswers && m_exchanges.empty())
        finishWriting();
    else
        process();
}

void Connection::writeStream(const QByteArray &bytes)
{
    if (m_exchanges.front()->isHttp10)
        m_output.append(bytes);
    else
        appendChunk(m_output, bytes);
    push();
}

qint64 Connection::unsentBytes() const
{
    return m_output.size() + m_socket->bytesToWrite();
}

/// Bytes of the client that the event loop has not told us of yet.
bool Connection::hasUnread() const
{
    int waiting = 0;
    return ::ioctl(static_cast<int>(m_socket->socketDescriptor()), FIONREAD, &waiting) == 0 && waiting > 0;
}

void Connection::finishStream()
{
    Exchange &exchange = *m_exchanges.front();
    exchange.streamEnded = true;
    if (!exchange.isHttp10)
        m_output.append("0\r\n\r\n");
    flush();
}

void Connection::abortStream()
{
    abort();
}

void Connection::tick(TimePoint now)
{
    if (m_gone)
        return;
    const HttpLimits &limits = m_context.limits;
    if (m_state == State::Lingering) {
        if (now >= m_lingerUntil)
            abort();
        return;
    }
    if (m_socket->bytesToWrite() > 0 && now - m_lastProgress > limits.stallTime)
        return abort();
    for (const auto &exchange : std::deque(m_exchanges)) {
        if (exchange->stream)
            exchange->stream->beat(now, limits.heartbeat);
        if (m_gone)
            return;
        if (now >= exchange->deadline.value_or(TimePoint::max())) {
            answer(*exchange, refusalOf({503, u"This took too long."_s}));
            exchange->stop.request_stop();
        }
    }
    if (m_gone || m_state != State::Open)
        return;
    if (!mayRead()) {
        m_lastActivity = now; // it is us who do not read
    } else if (m_parser.hasStarted()) {
        if (now - m_lastActivity > limits.requestTime) {
            refuseCurrent(408, u"The request did not arrive in time."_s);
            flush();
        }
    } else if (m_exchanges.empty() && now - m_lastActivity > (m_context.draining ? limits.lastCall : limits.idleTime)
               && !hasUnread()) {
        m_state = State::LastAnswers;
        finishWriting();
    }
}

} // namespace ChatCal
