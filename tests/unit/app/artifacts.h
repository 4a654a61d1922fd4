// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QString>

namespace ChatCal {

/// The folder for pictures of what a test saw, for people to look at; it is there. CHATCAL_ARTIFACTS names it.
inline QString artifactsFolder()
{
    const QString folder =
        qEnvironmentVariable("CHATCAL_ARTIFACTS", QDir::tempPath() + QStringLiteral("/chatcal-artifacts"));
    QDir().mkpath(folder);
    return folder;
}

} // namespace ChatCal
