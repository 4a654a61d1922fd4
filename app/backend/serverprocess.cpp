// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverprocess.h"

#include "core/base/ids.h"

#include <QCoroTask>

#include <QFileInfo>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr int exitBadSetting = 2;
constexpr auto longestPause = 30s;
constexpr auto patienceToDrain = 5s;

} // namespace

ServerProcess::ServerProcess(QString program, QString dataDir, QObject *parent)
    : QObject(parent),
      m_program(std::move(program)),
      m_dataDir(std::move(dataDir)),
      m_token(randomToken().toLatin1()),
      m_vault(m_dataDir),
      m_log(QFileInfo(m_vault.filePath()).path() + u"/logs"_s)
{
    connect(&m_vault, &SecretVault::unlocked, this, [this] { m_process.closeWriteChannel(); });
    m_restart.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_restart, &QTimer::timeout, this, &ServerProcess::start);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ServerProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray text = m_process.readAllStandardError();
        fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
        m_log.write(text);
        const QByteArray trimmed = text.trimmed();
        if (!trimmed.isEmpty())
            m_lastError = trimmed.mid(trimmed.lastIndexOf('\n') + 1);
    });
    connect(&m_process, &QProcess::finished, this, &ServerProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("%1 could not be started: %2").arg(m_program, m_process.errorString()));
    });
}

ServerProcess::~ServerProcess()
{
    m_closing = true;
    m_restart.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // the end of its stdin tells it to drain
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void ServerProcess::start()
{
    if (std::exchange(m_isUnwanted, false) && m_process.state() != QProcess::NotRunning) {
        m_isRestarting = true; // it is about to end
        return;
    }
    if (isRunning())
        return;
    m_isOpening = true;
    // Each time: what was changed since is used from the next start.
    QCoro::connect(m_vault.read(), this, [this](const Result<SecretVault::Secrets> &secrets) {
        m_isOpening = false;
        if (m_isUnwanted)
            return;
        if (m_between)
            startAnew();
        else if (secrets)
            launch(*secrets);
        else
            Q_EMIT failed(secrets.error().detail);
    });
}

void ServerProcess::stop()
{
    m_restart.stop();
    m_isRestarting = false;
    m_isUnwanted = true;
    m_process.closeWriteChannel(); // the end of its stdin tells it to drain
    if (m_process.state() != QProcess::NotRunning)
        m_patience.start(patienceToDrain);
}

void ServerProcess::restartAround(std::function<QCoro::Task<>()> between)
{
    m_between = std::move(between);
    restart();
}

void ServerProcess::restart()
{
    m_isUnwanted = false;
    m_restart.stop();
    if (m_isOpening)
        return; // it takes what is new
    if (m_process.state() == QProcess::NotRunning) {
        startAnew();
        return;
    }
    m_isRestarting = true;
    m_process.closeWriteChannel();
    m_patience.start(patienceToDrain);
}

void ServerProcess::startAnew()
{
    if (!m_between) {
        start();
        return;
    }
    const auto between = std::exchange(m_between, {});
    QCoro::connect(between(), this, [this] { start(); });
}

void ServerProcess::launch(const SecretVault::Secrets &secrets)
{
    m_output.clear();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CHATCAL_HOST_TOKEN"_s);
    m_process.setProcessEnvironment(environment);
    // After a crash the same port again: the chat keeps its session under its address.
    m_askedPort = std::exchange(m_port, 0);
    QStringList arguments{u"--child"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_askedPort)};
    if (!m_dataDir.isEmpty())
        arguments << u"--data-dir"_s << m_dataDir;
    m_process.start(m_program, arguments);
    QByteArray lines = m_token.reveal() + '\n';
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        lines += it.key().toLatin1() + '=' + it->reveal() + '\n';
    for (const QString &name : m_vault.locked())
        lines += '!' + name.toLatin1() + '\n';
    m_process.write(lines + '\n');
}

void ServerProcess::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    static const QByteArray mark = "listening on ";
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        const QByteArray line = m_output.left(end);
        m_output.remove(0, end + 1);
        if (line.startsWith(mark)) {
            m_pause = 500ms;
            const QUrl url(QString::fromUtf8(line.mid(mark.size()).trimmed()));
            m_port = url.port(0);
            Q_EMIT ready(url);
        }
    }
}

void ServerProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_patience.stop();
    if (m_closing || m_isUnwanted)
        return;
    if (std::exchange(m_isRestarting, false)) {
        startAnew();
        return;
    }
    if (status == QProcess::NormalExit && exitCode == exitBadSetting && m_askedPort != 0) {
        start(); // somebody took the port meanwhile: another one will do, or it says again what is wrong
        return;
    }
    if (status == QProcess::NormalExit && exitCode == exitBadSetting) {
        // It said what is wrong; a repeat would say it again.
        Q_EMIT failed(QString::fromUtf8(m_lastError));
        return;
    }
    Q_EMIT restarting(m_pause);
    m_restart.start(m_pause);
    m_pause = std::min<std::chrono::milliseconds>(m_pause * 2, longestPause);
}

} // namespace ChatCal
