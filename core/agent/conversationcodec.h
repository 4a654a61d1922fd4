// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agent/conversation.h"

namespace ChatCal {

/// The stored body: one JSON object with short names, no session id in it. Fills Entry::stored, and takes what is
/// already there as it is, so that a long talk is not written out anew with each message.
[[nodiscard]] QByteArray encodeConversation(Conversation &conversation);
/// Internal when @p body is not what encodeConversation() writes.
[[nodiscard]] Result<Conversation> decodeConversation(const QByteArray &body, const QString &sessionId, qint64 version);

} // namespace ChatCal
