// SPDX-License-Identifier: Apache-2.0
#include "app/tray/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

/// Desktop Entry Specification 1.5, "The Exec key": in quotes, with `"`, "`", "$" and "\" escaped, "%" doubled; then
/// backslashes once more, as in every value of such a file.
QString quoted(const QString &program)
{
    QString text = program;
    for (const QChar special : {u'\\', u'"', u'`', u'$'})
        text.replace(special, u'\\' + QString(special));
    text.replace(u'%', "%%"_L1);
    return u'"' + text.replace(u'\\', "\\\\"_L1) + u'"';
}

} // namespace

Autostart::Autostart()
    : Autostart(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s,
                QCoreApplication::applicationFilePath())
{
}

Autostart::Autostart(QString folder, QString program) : m_folder(std::move(folder)), m_program(std::move(program))
{
}

QString Autostart::path() const
{
    return m_folder + u"/chatcal.desktop"_s;
}

bool Autostart::isOn() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return false;
    bool isOurGroup = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(4096).trimmed();
        if (line.startsWith('['))
            isOurGroup = line == "[Desktop Entry]";
        const qsizetype equals = line.indexOf('=');
        if (!isOurGroup || equals < 0)
            continue;
        const QByteArray key = line.left(equals).trimmed(), value = line.mid(equals + 1).trimmed();
        if ((key == "Hidden" && value == "true") || (key == "X-GNOME-Autostart-enabled" && value == "false"))
            return false;
    }
    return true;
}

Result<void> Autostart::setOn(bool on) const
{
    if (!on) {
        QFile file(path());
        if (file.exists() && !file.remove())
            return failure(ErrorCode::Internal, file.errorString());
        return {};
    }
    if (isOn())
        return {}; // with what the person may have changed in it
    QDir().mkpath(m_folder);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Internal, file.errorString());
    const QString entry = u"[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=ChatCal\n"
                          "Icon=chatcal\n"
                          "Exec=%1 --background\n"
                          "Terminal=false\n"
                          "X-GNOME-Autostart-enabled=true\n"_s.arg(quoted(m_program));
    file.write(entry.toUtf8());
    if (!file.commit())
        return failure(ErrorCode::Internal, file.errorString());
    return {};
}

} // namespace ChatCal
