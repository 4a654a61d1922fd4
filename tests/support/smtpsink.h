// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace ChatCal {

/// A certificate authority of the test's own, made by the program openssl, and what it signs.
class TestAuthority
{
public:
    TestAuthority();
    [[nodiscard]] bool isMade() const { return m_made; }
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    struct Certificate
    {
        QString certFile;
        QString keyFile;
    };
    /// For @p names, each "DNS:…" or "IP:…".
    [[nodiscard]] std::optional<Certificate> sign(const QStringList &names);

private:
    QTemporaryDir m_folder;
    bool m_made = false;
    int m_signed = 0;
};

/// smtpsink.py as a child of the test: see there for arguments and faults.
class SmtpSink
{
public:
    struct Mail
    {
        QByteArray data;
        QJsonObject envelope;
    };

    SmtpSink();
    ~SmtpSink();
    /// Why it cannot run here; empty when it can.
    [[nodiscard]] static QString missing();

    [[nodiscard]] bool start(const QStringList &arguments = {});
    void stop();
    /// "rcpt=451*1 body=cut"; empty for none. True once they are in force.
    [[nodiscard]] bool setFaults(const QString &faults);

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// In the order they were accepted.
    [[nodiscard]] QList<Mail> mails() const;
    /// @p mail as Python's email package reads it: see readmail.py.
    [[nodiscard]] static QJsonObject read(const QByteArray &mail);
    /// How often @p event ("connected", "auth", "accepted", "noop", "quit", "fault") happened.
    [[nodiscard]] int count(const QString &event) const;

private:
    [[nodiscard]] std::optional<QJsonObject> readLine();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace ChatCal
