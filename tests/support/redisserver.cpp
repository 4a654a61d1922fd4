// SPDX-License-Identifier: Apache-2.0
#include "tests/support/redisserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QThread>

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ChatCal {

namespace {

constexpr std::chrono::milliseconds patience = 20s;
constexpr int firstPort = 10000;
constexpr int portCount = 9000;
constexpr int busOffset = 10000; // of a cluster node's second port

const QString loopback = u"127.0.0.1"_s;

bool isFree(quint16 port)
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, port);
}

// Nobody tells us when another process is ready, so it is asked again and again.
template<typename Condition>
bool becomes(Condition condition)
{
    const QDeadlineTimer deadline(patience);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(10);
    }
    return true;
}

} // namespace

bool hasRedis()
{
    return !QStandardPaths::findExecutable(u"redis-server"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"redis-cli"_s).isEmpty();
}

bool hasOpenSsl()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

quint16 freeRedisPort()
{
    // Below the ports the system gives to outgoing connections, and seldom those of another test program.
    static int next = static_cast<int>(QCoreApplication::applicationPid() * 37 % portCount);
    for (int attempt = 0; attempt < portCount; ++attempt) {
        next = (next + 1) % portCount;
        const auto port = static_cast<quint16>(firstPort + next);
        if (isFree(port) && isFree(static_cast<quint16>(port + busOffset)))
            return port;
    }
    qFatal("no free port");
}

std::optional<QByteArray> runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(static_cast<int>(patience.count())) || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

RedisServer::RedisServer() : RedisServer(Options{})
{
}

RedisServer::RedisServer(Options options) : m_options(std::move(options)), m_port(freeRedisPort())
{
}

RedisServer::~RedisServer()
{
    kill();
}

QString RedisServer::certificate(const QString &name) const
{
    return m_options.certificates.isEmpty() ? file(name) : m_options.certificates + u'/' + name;
}

bool RedisServer::makeCertificates() const
{
    if (QFile::exists(caFile()))
        return true;
    const auto request = [this](const QString &name) {
        return runProgram(u"openssl"_s,
                          {u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                           u"-nodes"_s, u"-keyout"_s, file(name + u".key"_s), u"-out"_s, file(name + u".csr"_s),
                           u"-subj"_s, u"/CN=ChatCal test "_s + name});
    };
    const QString days = u"2"_s;
    QFile names(file(u"names"_s));
    if (!names.open(QIODevice::WriteOnly))
        return false;
    names.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n");
    names.close();
    return runProgram(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                       u"-nodes"_s, u"-keyout"_s, file(u"ca.key"_s), u"-out"_s, caFile(), u"-subj"_s,
                       u"/CN=ChatCal test authority"_s, u"-days"_s, days})
        && request(u"server"_s) && request(u"client"_s)
        && runProgram(u"openssl"_s,
                      {u"x509"_s, u"-req"_s, u"-in"_s, file(u"server.csr"_s), u"-CA"_s, caFile(), u"-CAkey"_s,
                       file(u"ca.key"_s), u"-CAcreateserial"_s, u"-out"_s, file(u"server.crt"_s), u"-days"_s, days,
                       u"-extfile"_s, names.fileName()})
        && runProgram(u"openssl"_s,
                      {u"x509"_s, u"-req"_s, u"-in"_s, file(u"client.csr"_s), u"-CA"_s, caFile(), u"-CAkey"_s,
                       file(u"ca.key"_s), u"-CAcreateserial"_s, u"-out"_s, file(u"client.crt"_s), u"-days"_s, days});
}

bool RedisServer::start()
{
    const QString port = QString::number(m_port);
    const QString configuration = file(u"redis.conf"_s);
    // Sentinels and cluster nodes write theirs anew; what they wrote stays.
    if (!QFile::exists(configuration)) {
        QFile conf(configuration);
        if (!conf.open(QIODevice::WriteOnly))
            return false;
        conf.write(m_options.lines.join(u'\n').toUtf8() + '\n');
    }
    QStringList arguments{configuration, u"--bind"_s, loopback, u"--dir"_s, m_folder.path()};
    if (m_options.tls) {
        if (!makeCertificates())
            return false;
        arguments << u"--port"_s << u"0"_s << u"--tls-port"_s << port << u"--tls-cert-file"_s
                  << certificate(u"server.crt"_s) << u"--tls-key-file"_s << certificate(u"server.key"_s)
                  << u"--tls-ca-cert-file"_s << caFile();
        if (!m_options.arguments.contains(u"--tls-auth-clients"_s))
            arguments << u"--tls-auth-clients"_s << u"no"_s;
    } else {
        arguments << u"--port"_s << port;
    }
    if (m_options.localSocket)
        arguments << u"--unixsocket"_s << socketPath();
    if (!m_options.isSentinel)
        arguments << u"--save"_s << QString();
    arguments += m_options.arguments;
    if (m_options.isSentinel)
        arguments << u"--sentinel"_s;
    m_process.setStandardOutputFile(file(u"log"_s), QIODevice::Append);
    m_process.setStandardErrorFile(file(u"log"_s), QIODevice::Append);
    // A test that crashes leaves no servers behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"redis-server"_s, arguments);
    if (!m_process.waitForStarted())
        return false;
    // Any answer will do: a password may be asked for, or data be loaded.
    return becomes([this] {
               if (m_process.state() == QProcess::NotRunning)
                   return true;
               const auto answer = ask({u"ping"_s});
               return answer && (answer->startsWith("PONG") || answer->contains("NOAUTH"));
           })
        && m_process.state() == QProcess::Running;
}

void RedisServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void RedisServer::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QString RedisServer::url() const
{
    return u"%1://%2:%3"_s.arg(m_options.tls ? u"rediss"_s : u"redis"_s, loopback).arg(m_port);
}

std::optional<QByteArray> RedisServer::ask(const QStringList &arguments) const
{
    QStringList all{u"-h"_s, loopback, u"-p"_s, QString::number(m_port)};
    if (m_options.tls)
        all << u"--tls"_s << u"--cacert"_s << caFile();
    return runProgram(u"redis-cli"_s, all + clientArguments + arguments);
}

bool RedisTestCluster::start(int replicasPerMaster, RedisServer::Options options)
{
    QStringList addresses;
    options.arguments += {u"--cluster-enabled"_s, u"yes"_s, u"--cluster-node-timeout"_s, u"2000"_s};
    if (options.tls)
        options.arguments += {u"--tls-cluster"_s, u"yes"_s, u"--tls-replication"_s, u"yes"_s};
    for (int i = 0; i < 3 * (1 + replicasPerMaster); ++i) {
        auto node = std::make_unique<RedisServer>(options);
        if (!node->start())
            return false;
        if (options.tls)
            options.certificates = QFileInfo(node->caFile()).path();
        addresses.append(u"%1:%2"_s.arg(loopback).arg(node->port()));
        m_nodes.push_back(std::move(node));
    }
    QStringList creation{u"--cluster"_s, u"create"_s};
    creation += addresses;
    creation << u"--cluster-replicas"_s << QString::number(replicasPerMaster) << u"--cluster-yes"_s;
    if (options.tls)
        creation << u"--tls"_s << u"--cacert"_s << m_nodes.front()->caFile();
    const auto created = runProgram(u"redis-cli"_s, creation);
    return created && becomes([this] {
               return std::ranges::all_of(m_nodes, [](const auto &node) {
                   const auto answer = node->ask({u"cluster"_s, u"info"_s});
                   return answer && answer->contains("cluster_state:ok");
               });
           });
}

QString RedisTestCluster::url() const
{
    QStringList addresses;
    for (const auto &node : m_nodes)
        addresses.append(u"%1:%2"_s.arg(loopback).arg(node->port()));
    const QString scheme =
        m_nodes.front()->url().startsWith(u"rediss"_s) ? u"rediss+cluster://"_s : u"redis+cluster://"_s;
    return scheme + addresses.join(u',');
}

} // namespace ChatCal
