// SPDX-License-Identifier: Apache-2.0
#include "core/engine/keptsecret.h"

#include "core/base/ids.h"

#include <QFile>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

Result<Secret> keptSecret(const QString &path)
{
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
        const QByteArray kept = file.readAll().trimmed();
        if (kept.size() < 16)
            return failure(ErrorCode::InvalidInput,
                           u"%1 holds no token; remove the file and a new one is made"_s.arg(path));
        return Secret(kept);
    }
    const Secret made(randomToken().toLatin1());
    const QString fresh = path + u'.' + randomToken(6);
    QFile draft(fresh);
    const bool isWritten = draft.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && draft.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && draft.write(made.reveal() + '\n') > 0
        && draft.flush() && ::fsync(draft.handle()) == 0;
    // A link, not a rename: of two that start at once on a new folder the first one's holds for both.
    const bool isPlaced =
        isWritten && ::link(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) == 0;
    const bool isTaken = isWritten && !isPlaced && errno == EEXIST;
    const QString trouble = draft.errorString();
    draft.remove();
    if (isTaken)
        return keptSecret(path);
    if (!isPlaced)
        return failure(ErrorCode::Unavailable, u"%1 cannot be written: %2"_s.arg(path, trouble));
    return made;
}

} // namespace ChatCal
