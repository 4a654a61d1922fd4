// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace ChatCal {

enum class LogFormat { Json, Text };

/// Sends Qt's messages to stderr, one line each: JSON `{"time","level","category","message","request_id"?}`, or text
/// for a terminal. Thread-safe.
void installLog(LogFormat format);

/// Each line from now on also says which worker wrote it: "worker" and "pid", or "[NUMBER]" in text.
void setLogWorker(int number);

/// One structured line: `{"time","level":"info","event":…,"request_id"?, fields…}`, the id of currentRequest(). @p
/// fields hold no message text, address or key.
void logEvent(const QString &event, const QJsonObject &fields);
/// Whether logEvent() writes anything; for commands that print their result.
void setEventLogging(bool on);

} // namespace ChatCal
