// SPDX-License-Identifier: Apache-2.0
#include "app/backend/serverlog.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr qint64 longest = 1024 * 1024;

} // namespace

ServerLog::ServerLog(const QString &folder) : m_file(folder + u"/server.log"_s)
{
}

void ServerLog::write(const QByteArray &text)
{
    if (!open())
        return;
    if (m_file.size() > 0 && m_file.size() + text.size() > longest)
        rotate();
    if (!open())
        return;
    m_file.write(text);
    m_file.flush(); // whoever looks, looks because something went wrong just now
}

bool ServerLog::open()
{
    if (m_file.isOpen())
        return true;
    const QString folder = QFileInfo(m_file).path();
    if (!QDir().mkpath(folder) || !m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    return m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void ServerLog::rotate()
{
    const QString path = m_file.fileName();
    m_file.close();
    QFile::remove(path + u".1"_s);
    QFile::rename(path, path + u".1"_s);
}

} // namespace ChatCal
