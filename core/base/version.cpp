// SPDX-License-Identifier: Apache-2.0
#include "core/base/version.h"

namespace ChatCal {

QString versionText()
{
    return QStringLiteral(CHATCAL_VERSION);
}

} // namespace ChatCal
