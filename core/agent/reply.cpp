// SPDX-License-Identifier: Apache-2.0
#include "core/agent/conversation.h"
#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

QJsonObject toJson(const Reply &reply, const QString &sessionId, const Zone &hostZone)
{
    return {{"response"_L1, reply.html},
            {"text"_L1, reply.text},
            {"session_id"_L1, sessionId},
            {"timestamp"_L1, toRfc3339({reply.at, hostZone})},
            {"tools_used"_L1, QJsonArray::fromStringList(reply.toolsUsed)},
            {"cards"_L1, reply.cards},
            {"suggestions"_L1, QJsonArray::fromStringList(reply.suggestions)},
            {"model"_L1, reply.model}};
}

} // namespace ChatCal
