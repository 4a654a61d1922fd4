// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/accounts.h"

#include <QStringList>

namespace ChatCal {

/// chatcal-server token add|remove|list [NAME]. Prints what came of it; the exit code.
[[nodiscard]] int runTokenCommand(Accounts &accounts, const QStringList &words);

} // namespace ChatCal
