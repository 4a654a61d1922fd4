// SPDX-License-Identifier: Apache-2.0
#include "tests/support/smtpsink.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int patience = 20000; // milliseconds; the machine may be busy
const QString python = QStringLiteral("/usr/bin/python3"); // the one Debian's packages belong to

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestAuthority::TestAuthority()
{
    m_made = run(u"openssl"_s,
                 {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
                  u"-keyout"_s, m_folder.filePath(u"ca.key"_s), u"-out"_s, caFile(), u"-days"_s, u"2"_s, u"-subj"_s,
                  u"/CN=Test authority"_s});
}

std::optional<TestAuthority::Certificate> TestAuthority::sign(const QStringList &names)
{
    const QString stem = m_folder.filePath(u"server%1"_s.arg(++m_signed));
    const Certificate certificate{stem + u".pem"_s, stem + u".key"_s};
    QFile extensions(stem + u".ext"_s);
    if (!extensions.open(QIODevice::WriteOnly))
        return std::nullopt;
    extensions.write("subjectAltName=" + names.join(u',').toLatin1() + '\n');
    extensions.close();
    const bool made =
        run(u"openssl"_s,
            {u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s,
             certificate.keyFile, u"-out"_s, stem + u".csr"_s, u"-subj"_s, u"/CN=sink.test"_s})
        && run(u"openssl"_s,
               {u"x509"_s, u"-req"_s, u"-in"_s, stem + u".csr"_s, u"-CA"_s, caFile(), u"-CAkey"_s,
                m_folder.filePath(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s,
                extensions.fileName(), u"-out"_s, certificate.certFile});
    return made ? std::optional(certificate) : std::nullopt;
}

SmtpSink::SmtpSink()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

SmtpSink::~SmtpSink()
{
    stop();
}

QString SmtpSink::missing()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        return u"the program openssl is not installed"_s;
    if (!run(python, {u"-c"_s, u"import aiosmtpd"_s}))
        return u"the Debian package python3-aiosmtpd is not installed"_s;
    return {};
}

std::optional<QJsonObject> SmtpSink::readLine()
{
    const QDeadlineTimer deadline(patience);
    while (!m_process.canReadLine()) {
        if (deadline.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return std::nullopt;
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

bool SmtpSink::start(const QStringList &arguments)
{
    m_process.start(python, QStringList{QStringLiteral(CHATCAL_SMTP_SINK), folder()} + arguments);
    const auto line = readLine();
    m_port = line ? (*line)["port"_L1].toInt() : 0;
    return m_port != 0;
}

void SmtpSink::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

bool SmtpSink::setFaults(const QString &faults)
{
    m_process.write((faults.isEmpty() ? u"clear"_s : faults).toUtf8() + '\n');
    return readLine().has_value();
}

QList<SmtpSink::Mail> SmtpSink::mails() const
{
    QList<Mail> mails;
    const QDir kept(folder());
    const QStringList names = kept.entryList({u"*.eml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QByteArray about = contents(kept.filePath(name.chopped(3) + u"json"_s));
        mails.append({contents(kept.filePath(name)), QJsonDocument::fromJson(about).object()});
    }
    return mails;
}

QJsonObject SmtpSink::read(const QByteArray &mail)
{
    QProcess reader;
    reader.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    reader.start(python, {QStringLiteral(CHATCAL_READ_MAIL)});
    reader.write(mail);
    reader.closeWriteChannel();
    reader.waitForFinished(patience);
    return QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
}

int SmtpSink::count(const QString &event) const
{
    int found = 0;
    const QList<QByteArray> lines = contents(folder() + u"/events.jsonl"_s).split('\n');
    for (const QByteArray &line : lines)
        found += QJsonDocument::fromJson(line).object()["event"_L1].toString() == event ? 1 : 0;
    return found;
}

} // namespace ChatCal
