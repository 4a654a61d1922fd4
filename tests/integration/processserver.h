// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/httpclient.h"
#include "tests/support/await.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace ChatCal {

/// How a run of chatcal-server that ends by itself came out.
struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

struct ProcessAnswer
{
    int status = 0; ///< 0: no answer came
    HttpResponse http;
    QJsonObject json;
};

/// The real chatcal-server as a child of the test, at 2026-03-04T09:00 in New York, on a free port.
class ServerProcess
{
public:
    using Variables = QHash<QString, QString>;

    explicit ServerProcess(QString folder, Variables variables = {});
    ~ServerProcess(); ///< kills what still runs

    /// Another program in its place: "crash_server".
    void setProgram(const QString &name) { m_program = name; }
    /// Starts it and waits for its "listening on" line.
    [[nodiscard]] bool start(const QStringList &arguments = {}, const QByteArray &input = {});
    /// SIGTERM; the exit code, or -1 when it did not end by itself.
    [[nodiscard]] int stop();
    /// SIGKILL, and its end.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] int waitForEnd();
    void closeInput() { m_process.closeWriteChannel(); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// All it has written to stderr so far.
    [[nodiscard]] QByteArray log();
    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] QCoro::Task<Result<HttpResponse>>
    begin(const QByteArray &method, const QString &path, const QJsonObject &body = {}, const HttpHeaders &headers = {});
    [[nodiscard]] static ProcessAnswer read(const Result<HttpResponse> &response);
    [[nodiscard]] ProcessAnswer send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                                     const HttpHeaders &headers = {});
    [[nodiscard]] ProcessAnswer say(const QString &message, const QString &sessionId = {},
                                    const HttpHeaders &headers = {});
    [[nodiscard]] ProcessAnswer hostGet(const QString &path) { return send("GET", path, {}, asOwner()); }

    /// Runs chatcal-server until it ends by itself.
    [[nodiscard]] static Outcome run(const QStringList &arguments, const QString &folder,
                                     const Variables &variables = {}, const QByteArray &input = {});

    static const QByteArray ownerToken;
    [[nodiscard]] static HttpHeaders asOwner() { return bearer(ownerToken); }
    [[nodiscard]] static HttpHeaders bearer(const QByteArray &token);

private:
    QString m_folder;
    Variables m_variables;
    QString m_program = QStringLiteral("chatcal-server");
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_log;
    quint16 m_port = 0;
    std::unique_ptr<HttpClient> m_client = std::make_unique<HttpClient>();
};

/// Exit code 2, one line on stderr that begins with the program's name and holds @p word, nothing on stdout.
void expectRefused(const Outcome &outcome, const QByteArray &word);

} // namespace ChatCal
