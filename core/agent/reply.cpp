// SPDX-License-Identifier: Apache-2.0
#include "core/agent/conversation.h"
#include "core/base/jsonwriter.h"
#include "core/time/words.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

void write(JsonWriter &json, QLatin1StringView name, const QStringList &texts)
{
    json.key(name).beginArray();
    for (const QString &text : texts)
        json.string(text);
    json.endArray();
}

/// In the order of a QJsonObject, so that the answer to a repeat is the same to the byte.
void writeMembers(JsonWriter &json, const Reply &reply, const Zone &hostZone)
{
    json.key("cards"_L1).array(reply.cards);
    json.key("model"_L1).string(reply.model);
    json.key("response"_L1).string(reply.html);
    write(json, "suggestions"_L1, reply.suggestions);
    json.key("text"_L1).string(reply.text);
    json.key("timestamp"_L1).string(toRfc3339({reply.at, hostZone}));
    write(json, "tools_used"_L1, reply.toolsUsed);
}

} // namespace

QByteArray toJson(const Reply &reply, const QString &sessionId, const Zone &hostZone)
{
    JsonWriter json;
    json.beginObject().key("session_id"_L1).string(sessionId);
    writeMembers(json, reply, hostZone);
    return json.endObject().take();
}

QByteArray toStoredJson(const Reply &reply, const Zone &hostZone)
{
    JsonWriter json;
    json.beginObject();
    writeMembers(json, reply, hostZone);
    return json.endObject().take();
}

} // namespace ChatCal
