// SPDX-License-Identifier: Apache-2.0
#include "app/backend/ownfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ChatCal {

Result<void> writeOwnFile(const QString &file, const QByteArray &bytes)
{
    const QString folder = QFileInfo(file).path();
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QSaveFile saved(file);
    // Before the first byte: a temporary file is its owner's, one that is replaced may have been anybody's.
    const bool isWritten = saved.open(QIODevice::WriteOnly)
        && saved.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && saved.write(bytes) == bytes.size();
    if (!isWritten || !saved.commit()) // commit() syncs
        return failure(ErrorCode::Unavailable, u"%1 cannot be written: %2"_s.arg(file, saved.errorString()));
    return {};
}

} // namespace ChatCal
