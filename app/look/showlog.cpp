// SPDX-License-Identifier: Apache-2.0
#include "app/look/showlog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace ChatCal {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ChatCal::ShowLog)
};

} // namespace

QString showLog(const QString &file)
{
    if (QFileInfo(file).size() == 0)
        return Words::tr("There is no log: the server on this machine has said nothing yet.");
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        return Words::tr("No program opens it. The log is %1.").arg(QDir::toNativeSeparators(file));
    return {};
}

} // namespace ChatCal
