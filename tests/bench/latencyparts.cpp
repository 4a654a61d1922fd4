// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/latencyparts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcessEnvironment>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ChatCal::Bench {

namespace {

const QByteArray firstWords = "Which day and time suit you?";
const QByteArray lastWords = " I can look for half an hour.";

QByteArray fieldOf(const QByteArray &head, const QByteArray &name)
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype start = at + name.size() + 4;
    return head.mid(start, head.indexOf("\r\n", start) - start);
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray delta(const QByteArray &member)
{
    return chunk("data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"fake\","
                 "\"choices\":[{\"index\":0,\"delta\":{"
                 + member + "},\"finish_reason\":null}]}\n\n");
}

} // namespace

bool MessageReader::add(const QByteArray &bytes)
{
    m_raw += bytes;
    if (m_head.isEmpty()) {
        const qsizetype end = m_raw.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        m_head = m_raw.left(end + 2);
        m_raw.remove(0, end + 4);
        const bool isChunked = fieldOf(m_head, "transfer-encoding").toLower() == "chunked";
        m_length = isChunked ? -1 : fieldOf(m_head, "content-length").toLongLong();
    }
    if (m_length < 0)
        return readChunks();
    if (m_raw.size() < m_length)
        return false;
    m_body = m_raw.left(m_length);
    m_raw.remove(0, m_length);
    return true;
}

bool MessageReader::readChunks()
{
    while (true) {
        const qsizetype line = m_raw.indexOf("\r\n");
        if (line < 0)
            return false;
        const qsizetype size = m_raw.left(line).toLongLong(nullptr, 16);
        if (m_raw.size() < line + 2 + size + 2)
            return false;
        m_body += m_raw.mid(line + 2, size);
        m_raw.remove(0, line + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

void MessageReader::clear()
{
    m_head.clear();
    m_body.clear();
    m_length = -1;
}

FakeModel::FakeModel(std::chrono::milliseconds delay) : m_delay(delay)
{
    m_clock.start();
    connect(this, &QTcpServer::newConnection, this, &FakeModel::accept);
    setListenBacklogSize(1024);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port for the model");
}

QString FakeModel::baseUrl() const
{
    return u"http://127.0.0.1:%1/openai/v1"_s.arg(serverPort());
}

double FakeModel::now() const
{
    return static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
}

void FakeModel::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, reader = MessageReader()]() mutable {
            if (!reader.add(socket->readAll()))
                return;
            answer(socket, reader.body());
            reader.clear();
        });
    }
}

void FakeModel::answer(QTcpSocket *socket, const QByteArray &question)
{
    // The last mark is this turn's; those before are the conversation's.
    const qsizetype at = question.lastIndexOf("mark-");
    const QByteArray mark = at < 0 ? QByteArray() : question.mid(at, question.indexOf('.', at) - at);
    const bool isStream = question.contains("\"stream\":true");
    const double cameAt = now();
    const QPointer<QTcpSocket> guard(socket);
    if (isStream) {
        QTimer::singleShot(m_delay / 2, Qt::PreciseTimer, this, [this, guard, mark] {
            if (!guard)
                return;
            beginStream(guard);
            Times &times = m_times[mark];
            if (times.firstWords < 0)
                times.firstWords = now();
        });
    }
    QTimer::singleShot(m_delay, Qt::PreciseTimer, this, [this, guard, mark, cameAt, isStream] {
        if (!guard)
            return;
        if (isStream)
            endStream(guard);
        else
            answerWhole(guard);
        m_times[mark].own += now() - cameAt;
    });
}

void FakeModel::answerWhole(QTcpSocket *socket)
{
    const QByteArray body = "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"fake\","
                            "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + firstWords + lastWords
        + "\"},\"finish_reason\":\"stop\"}],"
          "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void FakeModel::beginStream(QTcpSocket *socket)
{
    QByteArray text = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    text += delta("\"role\":\"assistant\",\"content\":\"\"");
    // Word by word, as models do; the words of a sentence may be held back until it ends.
    for (const QByteArray &word : firstWords.split(' '))
        text += delta("\"content\":\"" + (word == "Which" ? word : ' ' + word) + '"');
    text += delta("\"content\":\" I\"");
    socket->write(text);
}

void FakeModel::endStream(QTcpSocket *socket)
{
    socket->write(delta("\"content\":\"" + lastWords.mid(2) + '"')
                  + chunk("data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                          "\"model\":\"fake\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
                  + chunk("data: [DONE]\n\n") + "0\r\n\r\n");
}

Guest::Guest(int number, const QUrl &server, Way way, FakeModel &model, Measured &measured)
    : m_number(number), m_server(server), m_way(way), m_model(model), m_measured(measured)
{
    connect(&m_socket, &QTcpSocket::connected, this, &Guest::send);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Guest::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket.errorString()); });
}

void Guest::begin()
{
    m_socket.connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

QByteArray Guest::mark() const
{
    return "mark-" + QByteArray::number(static_cast<int>(m_way)) + '-' + QByteArray::number(m_number) + '-'
        + QByteArray::number(m_turn);
}

void Guest::send()
{
    ++m_turn;
    m_firstWordsAt = -1;
    QJsonObject body{{u"message"_s, u"I would like to meet, "_s + QString::fromLatin1(mark()) + u'.'}};
    if (!m_session.isEmpty())
        body.insert(u"session_id"_s, QString::fromLatin1(m_session));
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    m_sentAt = m_model.now();
    m_socket.write("POST " + QByteArray(m_way == Way::Chat ? "/chat" : "/chat/stream")
                   + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                   + QByteArray::number(json.size()) + "\r\n\r\n" + json);
}

void Guest::read()
{
    const bool isWhole = m_reader.add(m_socket.readAll());
    if (m_firstWordsAt < 0 && m_way == Way::Stream && m_reader.body().contains("event: token"))
        m_firstWordsAt = m_model.now();
    if (isWhole)
        finish();
}

void Guest::finish()
{
    const double took = m_model.now() - m_sentAt;
    const FakeModel::Times model = m_model.take(mark());
    QByteArray json = m_reader.body();
    if (m_way == Way::Stream) {
        const qsizetype at = json.indexOf("event: reply\n");
        const qsizetype data = json.indexOf("data: ", at) + 6;
        json = at < 0 ? QByteArray() : json.mid(data, json.indexOf('\n', data) - data);
    }
    const QJsonObject reply = QJsonDocument::fromJson(json).object();
    if (!m_reader.head().startsWith("HTTP/1.1 200 ") || reply.value("model"_L1) != "groq"_L1
        || reply.value("text"_L1).toString().toUtf8() != firstWords + lastWords)
        return fail(QString::fromUtf8(m_reader.head().left(40) + m_reader.body().left(400)));
    m_session = reply.value("session_id"_L1).toString().toLatin1();
    if (m_way == Way::Stream && (m_firstWordsAt < 0 || model.firstWords < 0))
        return fail(u"no words before the reply"_s);
    if (m_turn > 1) { // the first opens connections, to the model too
        m_measured.added.push_back(took - model.own);
        if (m_way == Way::Stream)
            m_measured.firstWords.push_back(m_firstWordsAt - model.firstWords);
    }
    const bool closes = fieldOf(m_reader.head(), "connection").toLower() == "close";
    m_reader.clear();
    if (m_isLast) {
        m_socket.disconnect(this);
        m_socket.disconnectFromHost();
        Q_EMIT ended();
        return;
    }
    if (!closes)
        return send();
    m_socket.disconnect(SIGNAL(errorOccurred(QAbstractSocket::SocketError)));
    connect(&m_socket, &QTcpSocket::disconnected, this, &Guest::begin, Qt::SingleShotConnection);
}

void Guest::fail(const QString &reason)
{
    m_measured.failures.append(reason);
    m_socket.disconnect(this);
    m_socket.abort();
    Q_EMIT ended();
}

ServerUnderTest::ServerUnderTest(const QString &program, const QString &folder, const QString &modelUrl,
                                 const QString &redisUrl)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"CHATCAL_LLM"_s, u"groq,offline"_s);
    environment.insert(u"GROQ_API_KEY"_s, u"bench"_s);
    environment.insert(u"GROQ_BASE_URL"_s, modelUrl);
    environment.insert(u"CHATCAL_RATE_LIMIT"_s, u"0"_s);
    environment.insert(u"LOG_REQUESTS"_s, u"no"_s);
    environment.insert(u"DEFAULT_TIMEZONE"_s, u"Europe/Berlin"_s);
    if (!redisUrl.isEmpty())
        environment.insert(u"REDIS_URL"_s, redisUrl);
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(program);
    m_process.setArguments({u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, folder});
}

ServerUnderTest::~ServerUnderTest()
{
    m_process.terminate();
    if (!m_process.waitForFinished(20'000))
        m_process.kill();
}

QUrl ServerUnderTest::start()
{
    m_process.start();
    QByteArray output;
    while (m_process.waitForReadyRead(20'000)) {
        output += m_process.readAllStandardOutput();
        const qsizetype at = output.indexOf("listening on ");
        if (at >= 0 && output.indexOf('\n', at) >= 0)
            return QUrl(QString::fromLatin1(output.mid(at + 13, output.indexOf('\n', at) - at - 13)));
    }
    m_log += m_process.readAllStandardError();
    return {};
}

} // namespace ChatCal::Bench
