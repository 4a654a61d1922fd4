// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace ChatCal {

/// The id of the request this thread works for at the moment, so that a log line deep inside can name it; empty for
/// work of the program's own. Who starts work sets it, and who resumes a coroutine after a wait on the outside sets it
/// back to what it was before the wait: the ports' metered adapters (core/engine) do.
[[nodiscard]] const QByteArray &currentRequest();
void setCurrentRequest(const QByteArray &id);

} // namespace ChatCal
