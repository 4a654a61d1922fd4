// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// Who this process is, so that others on this machine can later tell whether it still runs: boot, PID namespace,
/// PID and start time. Empty where /proc does not tell.
[[nodiscard]] QString processIdentity();
/// The same of the process with @p pid in this PID namespace; empty when there is none.
[[nodiscard]] QString processIdentity(qint64 pid);

/// Whether the process with @p identity has certainly ended. False when it runs and also when nobody here can know
/// (another PID namespace, no /proc).
[[nodiscard]] bool hasEnded(const QString &identity);

} // namespace ChatCal
