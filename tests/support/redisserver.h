// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace ChatCal {

/// Whether redis-server and redis-cli are installed.
[[nodiscard]] bool hasRedis();
/// Whether openssl is installed, which makes the certificates.
[[nodiscard]] bool hasOpenSsl();

/// A port of 127.0.0.1 on which nobody listens, and of which the port 10000 above is free as well.
[[nodiscard]] quint16 freeRedisPort();

/// Runs a program to its end; its standard output, or nothing when it failed.
[[nodiscard]] std::optional<QByteArray> runProgram(const QString &program, const QStringList &arguments);

/// A real Redis of one's own, on the loopback, with its files in a temporary folder. Killed at the end.
class RedisServer
{
public:
    struct Options
    {
        QStringList arguments; ///< as on the command line: `{"--requirepass", "x"}`
        bool tls = false; ///< instead of plain TCP, with a certificate for 127.0.0.1 and localhost
        bool localSocket = false; ///< beside TCP
        bool isSentinel = false;
        QStringList lines; ///< of the configuration file
        QString certificates; ///< folder with those of another server, to be used as well
    };

    RedisServer();
    explicit RedisServer(Options options);
    ~RedisServer();

    /// Starts it and waits until it answers. Once more after stop() or kill(): with the files it left.
    [[nodiscard]] bool start();
    /// As a crash does: SIGKILL.
    void kill();
    /// Stops and continues it in mid-work: SIGSTOP, SIGCONT.
    void freeze();
    void thaw();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const; ///< `redis://127.0.0.1:PORT`, without a password
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString socketPath() const { return file(QStringLiteral("redis.sock")); }
    /// A certificate or key: ca.crt, server.crt, server.key, client.crt, client.key.
    [[nodiscard]] QString certificate(const QString &name) const;
    [[nodiscard]] QString caFile() const { return certificate(QStringLiteral("ca.crt")); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    /// What redis-cli prints for the command @p arguments; nothing when it cannot ask.
    [[nodiscard]] std::optional<QByteArray> ask(const QStringList &arguments) const;
    /// More arguments for redis-cli, for example a password.
    QStringList clientArguments;

private:
    [[nodiscard]] bool makeCertificates() const;

    Options m_options;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_process;
};

/// A Redis Cluster of three masters, without replicas unless asked for.
class RedisTestCluster
{
public:
    /// @p options are those of each node.
    [[nodiscard]] bool start(int replicasPerMaster = 0, RedisServer::Options options = {});
    [[nodiscard]] QString url() const; ///< `redis+cluster://…`
    [[nodiscard]] std::vector<std::unique_ptr<RedisServer>> &nodes() { return m_nodes; }

private:
    std::vector<std::unique_ptr<RedisServer>> m_nodes;
};

} // namespace ChatCal
