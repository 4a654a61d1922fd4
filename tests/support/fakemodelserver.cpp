// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakemodelserver.h"

#include "core/base/json.h"
#include "core/llm/offlinemodel.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// One answer on its way; goes with its socket.
class Sending final : public QObject
{
public:
    Sending(QTcpSocket &socket, FakeAnswer answer, QList<QByteArray> pieces)
        : QObject(&socket), m_socket(socket), m_answer(std::move(answer)), m_pieces(std::move(pieces))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer); // benches measure what is added to the delay
        connect(&m_timer, &QTimer::timeout, this, &Sending::go);
        m_timer.start(m_answer.delay);
    }

private:
    void go()
    {
        if (!std::exchange(m_hasBegun, true))
            sendHead();
        while (m_next < m_pieces.size()) {
            send(m_pieces.at(m_next++));
            const bool isLast = m_next == m_pieces.size();
            if (isLast && m_answer.ending == FakeAnswer::Ending::Endless)
                --m_next;
            if (m_answer.pause.count() > 0 || (isLast && m_answer.ending == FakeAnswer::Ending::Endless)) {
                m_timer.start(m_answer.pause);
                return;
            }
        }
        end();
    }
    void sendHead()
    {
        const QByteArray type = m_answer.asJson ? "application/json" : "text/event-stream; charset=utf-8";
        m_socket.write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nCache-Control: no-cache\r\n"
                       + (m_answer.isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Connection: close\r\n\r\n"));
    }
    void send(const QByteArray &piece)
    {
        if (piece.isEmpty())
            return;
        m_socket.write(m_answer.isChunked ? QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n" : piece);
    }
    void end()
    {
        switch (m_answer.ending) {
        case FakeAnswer::Ending::Stall:
            return;
        case FakeAnswer::Ending::Cut:
            m_socket.disconnectFromHost();
            return;
        default:
            break;
        }
        if (m_answer.isChunked)
            m_socket.write("0\r\n\r\n");
        else
            m_socket.disconnectFromHost();
        deleteLater();
    }

    QTcpSocket &m_socket;
    FakeAnswer m_answer;
    QList<QByteArray> m_pieces;
    QTimer m_timer;
    qsizetype m_next = 0;
    bool m_hasBegun = false;
};

QList<QByteArray> piecesOf(const FakeAnswer &answer, QList<QByteArray> events)
{
    const bool isWhole = answer.ending == FakeAnswer::Ending::Complete || answer.ending == FakeAnswer::Ending::Endless;
    if (isWhole && answer.piece == 0)
        return events;
    QByteArray body = events.join();
    if (answer.ending == FakeAnswer::Ending::Garbage && answer.cutAt < body.size())
        body[answer.cutAt] = '\xff';
    else if (!isWhole)
        body = body.left(answer.cutAt);
    if (answer.piece == 0)
        return {body};
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < body.size(); at += answer.piece)
        pieces.append(body.mid(at, answer.piece));
    return pieces;
}

} // namespace

FakeModelServer::FakeModelServer(ModelFormat format) : m_format(fakeFormat(format))
{
    m_http.on(m_format->path(),
              [this](const FakeHttpServer::Request &request, QTcpSocket &socket) { answer(request, socket); });
    m_brain = [offline = std::shared_ptr<OfflineModel>()](const ModelRequest &asked) mutable {
        if (!offline)
            offline = std::make_shared<OfflineModel>();
        ModelRequest request = asked;
        request.context = contextFromPrompt(asked.context.systemPrompt, SystemClock().now());
        for (ChatMessage &message : request.messages)
            message.at = request.context.now;
        return offline->reply(request);
    };
}

FakeModelServer::~FakeModelServer() = default;

QUrl FakeModelServer::baseUrl() const
{
    QByteArray path = m_format->path();
    for (const char *ending : {"/chat/completions", "/v1/messages"})
        if (path.endsWith(ending))
            path.chop(qsizetype(qstrlen(ending)));
    return m_http.url(path);
}

FakeModelServer &FakeModelServer::then(FakeAnswer answer)
{
    m_answers.enqueue(std::move(answer));
    return *this;
}

FakeModelServer &FakeModelServer::say(const QString &words)
{
    FakeAnswer answer;
    answer.reply.text = words;
    return then(std::move(answer));
}

FakeModelServer &FakeModelServer::call(const QString &tool, const QJsonObject &arguments)
{
    FakeAnswer answer;
    answer.reply.toolCalls = {{u"toolu_%1"_s.arg(++m_given), tool, arguments}};
    return then(std::move(answer));
}

FakeModelServer &FakeModelServer::refuse(FakeError error)
{
    FakeAnswer answer;
    answer.refusal = m_format->error(error);
    return then(std::move(answer));
}

void FakeModelServer::setChecked(bool isChecked)
{
    m_isChecked = isChecked;
    m_http.setKeepsRequests(isChecked);
}

QList<QJsonObject> FakeModelServer::bodies() const
{
    QList<QJsonObject> bodies;
    for (const FakeHttpServer::Request &request : m_http.requests())
        bodies.append(parseJsonObject(request.body).value_or(QJsonObject()));
    return bodies;
}

QByteArray FakeModelServer::streamOf(const ModelReply &reply) const
{
    return m_format->events(reply).join();
}

FakeAnswer FakeModelServer::answerTo(const FakeHttpServer::Request &request)
{
    if (m_isChecked) {
        if (const auto refusal = m_format->check(request, key())) {
            ++m_refusals;
            FakeAnswer answer;
            answer.refusal = refusal;
            return answer;
        }
    }
    if (!m_answers.isEmpty())
        return m_answers.dequeue();
    const ModelRequest asked =
        m_isChecked ? m_format->read(parseJsonObject(request.body).value_or(QJsonObject())) : ModelRequest();
    ModelReply reply = m_brain(asked);
    for (ToolCall &call : reply.toolCalls) // as every vendor makes them: unlike any other
        call.id = u"toolu_%1"_s.arg(++m_given);
    FakeAnswer answer = m_manner ? m_manner(asked, reply) : FakeAnswer();
    answer.reply = std::move(reply);
    return answer;
}

void FakeModelServer::answer(const FakeHttpServer::Request &request, QTcpSocket &socket)
{
    FakeAnswer answer = answerTo(request);
    if (answer.refusal) {
        const FakeRefusal &refusal = *answer.refusal;
        socket.write("HTTP/1.1 " + QByteArray::number(refusal.status) + " Refused\r\nContent-Type: application/json\r\n"
                     + refusal.headers + "Content-Length: " + QByteArray::number(refusal.body.size()) + "\r\n\r\n"
                     + refusal.body);
        return;
    }
    QList<QByteArray> events;
    if (answer.raw)
        events = {*answer.raw};
    else if (answer.asJson)
        events = {m_format->json(answer.reply)};
    else
        events = m_format->events(answer.reply);
    auto pieces = piecesOf(answer, std::move(events));
    new Sending(socket, std::move(answer), std::move(pieces));
}

std::unique_ptr<FakeModelFormat> fakeFormat(ModelFormat format)
{
    return format == ModelFormat::OpenAi ? fakeOpenAi() : fakeAnthropic();
}

} // namespace ChatCal
