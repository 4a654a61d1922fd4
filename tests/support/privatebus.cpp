// SPDX-License-Identifier: Apache-2.0
#include "tests/support/privatebus.h"

#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ChatCal {

PrivateBus::PrivateBus()
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        return;
    m_daemon.setStandardErrorFile(QProcess::nullDevice());
    m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    while (m_daemon.waitForReadyRead(10'000)) {
        if (!m_daemon.canReadLine())
            continue;
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        break;
    }
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::connect()
{
    m_names << QUuid::createUuid().toString();
    return QDBusConnection::connectToBus(m_address, m_names.last());
}

} // namespace ChatCal
