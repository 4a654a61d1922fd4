// SPDX-License-Identifier: Apache-2.0
#include "core/store/processidentity.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

#include <array>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

// /proc files have no size: read until the end.
QByteArray readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString bootId()
{
    return QString::fromLatin1(readAll(u"/proc/sys/kernel/random/boot_id"_s).trimmed());
}

QString pidNamespace()
{
    std::array<char, 64> target{};
    const auto length = readlink("/proc/self/ns/pid", target.data(), target.size());
    return length > 0 ? QString::fromLatin1(target.data(), static_cast<qsizetype>(length)) : QString();
}

// Field 22 of /proc/PID/stat (proc(5)), in clock ticks since the boot. The command name in field 2 may hold spaces
// and brackets, so count from the last bracket. Empty for a process that is gone or only waits to be reaped.
QString startTime(const QString &pid)
{
    const QByteArray line = readAll(u"/proc/%1/stat"_s.arg(pid));
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields.at(0) == "Z" || fields.at(0) == "X")
        return {};
    return QString::fromLatin1(fields.at(19));
}

} // namespace

QString processIdentity()
{
    return processIdentity(getpid());
}

QString processIdentity(qint64 pid)
{
    const QString boot = bootId();
    const QString space = pidNamespace();
    const QString start = startTime(QString::number(pid));
    if (boot.isEmpty() || space.isEmpty() || start.isEmpty())
        return {};
    return QStringList{boot, space, QString::number(pid), start}.join(u'/');
}

bool hasEnded(const QString &identity)
{
    const QStringList parts = identity.split(u'/');
    const QString boot = bootId();
    if (parts.size() != 4 || boot.isEmpty())
        return false;
    if (parts.at(0) != boot)
        return true;
    if (parts.at(1) != pidNamespace())
        return false;
    return startTime(parts.at(2)) != parts.at(3);
}

} // namespace ChatCal
