// SPDX-License-Identifier: Apache-2.0
#include "app/settings/configfile.h"

#include "app/backend/ownfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ChatCal {

Result<ConfigFile> ConfigFile::read(const QString &path)
{
    ConfigFile file;
    QFile source(path);
    if (!source.exists())
        return file;
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(path, source.errorString()));
    QString text = QString::fromUtf8(source.readAll());
    if (text.endsWith(u'\n'))
        text.chop(1);
    if (!text.isEmpty())
        file.m_lines = text.split(u'\n');
    return file;
}

QString ConfigFile::nameIn(const QString &line)
{
    const QString trimmed = line.trimmed();
    const bool saysNothing = trimmed.startsWith(u'#') || trimmed.startsWith(u';') || trimmed.startsWith(u'[');
    const qsizetype equals = trimmed.indexOf(u'=');
    return saysNothing || equals < 1 ? QString() : trimmed.left(equals).trimmed();
}

std::optional<QString> ConfigFile::value(const QString &name) const
{
    const auto all = values();
    const auto found = all.constFind(name);
    return found == all.cend() ? std::nullopt : std::optional<QString>(*found);
}

QHash<QString, QString> ConfigFile::values() const
{
    QHash<QString, QString> all;
    for (const QString &line : m_lines) {
        const QString name = nameIn(line);
        if (name.isEmpty())
            continue;
        QString text = line.mid(line.indexOf(u'=') + 1).trimmed();
        if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
            text = text.mid(1, text.size() - 2);
        all.insert(name, text); // of two the later one holds
    }
    return all;
}

void ConfigFile::set(const QString &name, const QString &value)
{
    QString text = value;
    text.remove(u'\r').replace(u'\n', u' '); // a line is a setting
    const bool needsQuotes =
        text != text.trimmed() || (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'));
    const QString line = name + u" = "_s + (needsQuotes ? u'"' + text + u'"' : text);
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        if (nameIn(m_lines[i]) == name) {
            m_lines[i] = line;
            return;
        }
    }
    m_lines.append(line);
}

void ConfigFile::remove(const QString &name)
{
    m_lines.removeIf([&name](const QString &line) { return nameIn(line) == name; });
}

Result<void> ConfigFile::write(const QString &path) const
{
    QString text = m_lines.join(u'\n');
    if (!text.isEmpty())
        text += u'\n';
    return writeOwnFile(path, text.toUtf8());
}

} // namespace ChatCal
