// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backend/secretvault.h"
#include "app/backend/serverlog.h"
#include "core/base/secret.h"

#include <QCoroTask>

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace ChatCal {

/// The desktop's own chatcal-server: a child on a free loopback port, which ends with us. Started again when it
/// crashes, and when the keychain opens late. It gets the owner's token and the keychain's secrets by a pipe.
class ServerProcess : public QObject
{
    Q_OBJECT
public:
    /// @p program is the server's path; @p dataDir may be empty for its default.
    ServerProcess(QString program, QString dataDir, QObject *parent = nullptr);
    /// Lets it drain for up to 5 s.
    ~ServerProcess() override;

    void start();
    /// Ends it in good order, without waiting for that.
    void stop();
    /// Ends it in good order and starts it anew, with what is set up by now.
    void restart();
    /// As restart(); @p between is done while it does not run.
    void restartAround(std::function<QCoro::Task<>()> between);
    /// Its secrets.
    [[nodiscard]] SecretVault &vault() { return m_vault; }
    /// From start() on, unless it ended.
    [[nodiscard]] bool isRunning() const { return m_isOpening || m_process.state() != QProcess::NotRunning; }
    /// 0: it does not run.
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] const Secret &token() const { return m_token; }
    /// What it says on stderr, from every start.
    [[nodiscard]] QString logPath() const { return m_log.filePath(); }

Q_SIGNALS:
    /// It serves at @p url; also after a restart, then on the same port if it is still free.
    void ready(const QUrl &url);
    /// It cannot be started; @p reason is its last line on stderr.
    void failed(const QString &reason);
    /// It ended by itself and is started again.
    void restarting(std::chrono::milliseconds pause);

private:
    void startAnew();
    void launch(const SecretVault::Secrets &secrets);
    void readOutput();
    void onFinished(int exitCode, QProcess::ExitStatus status);

    QString m_program;
    QString m_dataDir;
    Secret m_token;
    SecretVault m_vault;
    ServerLog m_log;
    QProcess m_process;
    QTimer m_restart;
    QTimer m_patience; ///< for its end, while it is restarted
    QByteArray m_output;
    QByteArray m_lastError;
    std::chrono::milliseconds m_pause{500};
    int m_port = 0; ///< it served at; 0: any free one
    int m_askedPort = 0;
    bool m_isOpening = false; ///< asking the keychain
    bool m_isRestarting = false;
    bool m_isUnwanted = false; ///< until the next start
    std::function<QCoro::Task<>()> m_between;
    bool m_closing = false;
};

} // namespace ChatCal
