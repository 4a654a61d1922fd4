// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/processserver.h"

#include "core/base/json.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace ChatCal {

const QByteArray ServerProcess::ownerToken = "owner-token-of-the-tests";

namespace {

constexpr int patience = 30000; // milliseconds; a machine under load and a sanitizer are slow

void prepare(QProcess &process, const QString &folder, const ServerProcess::Variables &variables)
{
    QProcessEnvironment environment;
    const auto ours = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"LSAN_OPTIONS"_s}) {
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    }
    environment.insert(u"HOME"_s, folder);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"CHATCAL_DATA_DIR"_s, folder);
    environment.insert(u"CHATCAL_LISTEN"_s, u"127.0.0.1:0"_s);
    environment.insert(u"CHATCAL_NOW"_s, u"2026-03-04T09:00:00"_s);
    environment.insert(u"DEFAULT_TIMEZONE"_s, u"America/New_York"_s);
    environment.insert(u"MY_EMAIL_ADDRESS"_s, u"grace@example.org"_s);
    environment.insert(u"CHATCAL_HOST_TOKEN"_s, QString::fromLatin1(ServerProcess::ownerToken));
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (it.value().isNull())
            environment.remove(it.key());
        else
            environment.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(environment);
    process.setProgram(QCoreApplication::applicationDirPath() + u"/chatcal-server"_s);
}

} // namespace

ServerProcess::ServerProcess(QString folder, Variables variables)
    : m_folder(std::move(folder)), m_variables(std::move(variables))
{
}

ServerProcess::~ServerProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool ServerProcess::start(const QStringList &arguments, const QByteArray &input)
{
    prepare(m_process, m_folder, m_variables);
    m_process.setProgram(QCoreApplication::applicationDirPath() + u'/' + m_program);
    m_process.setArguments(arguments);
    m_output.clear();
    m_log.clear();
    m_process.start();
    if (!input.isEmpty())
        m_process.write(input);
    const QByteArray mark = "listening on http://127.0.0.1:";
    const bool isUp = eventually(
        [&] {
            m_output += m_process.readAllStandardOutput();
            const qsizetype at = m_output.indexOf(mark);
            const qsizetype end = m_output.indexOf('\n', at);
            if (at >= 0 && end > at)
                m_port = m_output.mid(at + mark.size(), end - at - mark.size()).toUShort();
            return (at >= 0 && end > at) || m_process.state() == QProcess::NotRunning;
        },
        std::chrono::milliseconds(patience));
    return isUp && m_process.state() == QProcess::Running && m_port != 0;
}

int ServerProcess::stop()
{
    // A server that ends waits a moment for those who keep a connection open.
    m_client = std::make_unique<HttpClient>();
    m_process.terminate();
    return waitForEnd();
}

int ServerProcess::waitForEnd()
{
    // With the event loop running: the client lets go of its connections, and the server need not wait for it.
    const bool ended =
        eventually([this] { return m_process.state() == QProcess::NotRunning; }, std::chrono::milliseconds(patience));
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QByteArray ServerProcess::log()
{
    m_log += m_process.readAllStandardError();
    return m_log;
}

HttpHeaders ServerProcess::bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

QCoro::Task<Result<HttpResponse>> ServerProcess::begin(const QByteArray &method, const QString &path,
                                                       const QJsonObject &body, const HttpHeaders &headers)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
    request.headers = headers;
    request.timeout = std::chrono::milliseconds(patience);
    if (method == "POST" || method == "PUT" || method == "PATCH")
        request.body = toJson(body);
    return m_client->send(std::move(request), {});
}

ProcessAnswer ServerProcess::read(const Result<HttpResponse> &response)
{
    if (!response)
        return {};
    return {response->status, *response, parseJsonObject(response->body).value_or(QJsonObject())};
}

ProcessAnswer ServerProcess::send(const QByteArray &method, const QString &path, const QJsonObject &body,
                                  const HttpHeaders &headers)
{
    return read(await(begin(method, path, body, headers)));
}

ProcessAnswer ServerProcess::say(const QString &message, const QString &sessionId, const HttpHeaders &headers)
{
    QJsonObject body{{u"message"_s, message}};
    if (!sessionId.isEmpty())
        body.insert(u"session_id"_s, sessionId);
    return send("POST", u"/chat"_s, body, headers);
}

Outcome ServerProcess::run(const QStringList &arguments, const QString &folder, const Variables &variables,
                           const QByteArray &input)
{
    QProcess process;
    prepare(process, folder, variables);
    process.setArguments(arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

void expectRefused(const Outcome &outcome, const QByteArray &word)
{
    EXPECT_EQ(outcome.exitCode, 2) << outcome.errors.toStdString();
    EXPECT_TRUE(outcome.errors.startsWith("chatcal-server: ")) << outcome.errors.toStdString();
    EXPECT_EQ(outcome.errors.count('\n'), 1) << outcome.errors.toStdString();
    EXPECT_TRUE(outcome.errors.contains(word)) << outcome.errors.toStdString();
    EXPECT_EQ(outcome.output, QByteArray());
}

} // namespace ChatCal
