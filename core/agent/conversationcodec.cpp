// SPDX-License-Identifier: Apache-2.0
#include "core/agent/conversationcodec.h"

#include "core/base/json.h"
#include "core/base/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int formatVersion = 1;

Instant instantOf(const QJsonValue &value)
{
    return Instant(std::chrono::milliseconds(value.toInteger()));
}

qint64 numberOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QLatin1StringView roleLetter(ChatMessage::Role role)
{
    switch (role) {
    case ChatMessage::Role::User:
        return "u"_L1;
    case ChatMessage::Role::Assistant:
        return "a"_L1;
    case ChatMessage::Role::Tool:
        break;
    }
    return "t"_L1;
}

ChatMessage::Role roleOf(const QString &letter)
{
    if (letter == "u"_L1)
        return ChatMessage::Role::User;
    return letter == "a"_L1 ? ChatMessage::Role::Assistant : ChatMessage::Role::Tool;
}

void writeText(JsonWriter &json, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        json.key(name).string(text);
}

QByteArray encodeEntry(const Conversation::Entry &entry)
{
    const ChatMessage &message = entry.message;
    JsonWriter json;
    json.beginObject().key("r"_L1).string(roleLetter(message.role)).key("at"_L1).number(numberOf(message.at));
    writeText(json, "t"_L1, message.text);
    writeText(json, "i"_L1, message.toolCallId);
    writeText(json, "n"_L1, message.toolName);
    if (!message.toolCalls.isEmpty()) {
        json.key("c"_L1).beginArray();
        for (const ToolCall &call : message.toolCalls)
            json.beginArray().string(call.id).string(call.name).object(call.arguments).endArray();
        json.endArray();
    }
    if (!message.about.isEmpty())
        json.key("b"_L1).object(message.about);
    writeText(json, "h"_L1, entry.html);
    if (!entry.cards.isEmpty())
        json.key("k"_L1).array(entry.cards);
    return json.endObject().take();
}

Conversation::Entry decodeEntry(const QJsonObject &object)
{
    Conversation::Entry entry;
    entry.message.role = roleOf(object["r"_L1].toString());
    entry.message.at = instantOf(object["at"_L1]);
    entry.message.text = object["t"_L1].toString();
    entry.message.toolCallId = object["i"_L1].toString();
    entry.message.toolName = object["n"_L1].toString();
    const QJsonArray calls = object["c"_L1].toArray();
    for (const auto &value : calls) {
        const QJsonArray call = value.toArray();
        entry.message.toolCalls.append({call.at(0).toString(), call.at(1).toString(), call.at(2).toObject()});
    }
    entry.message.about = object["b"_L1].toObject();
    entry.html = object["h"_L1].toString();
    entry.cards = object["k"_L1].toArray();
    return entry;
}

void writeHead(JsonWriter &json, const Conversation &conversation)
{
    json.key("v"_L1).number(formatVersion);
    json.key("created"_L1).number(numberOf(conversation.createdAt));
    json.key("active"_L1).number(numberOf(conversation.lastActivity));
    writeText(json, "host"_L1, conversation.hostId);
    if (conversation.zone)
        json.key("zone"_L1).string(conversation.zone->name());
    if (conversation.zoneStated)
        json.key("zone_stated"_L1).boolean(true);
    if (conversation.language)
        json.key("language"_L1).string(languageCode(*conversation.language));
    writeText(json, "name"_L1, conversation.contact.name);
    writeText(json, "email"_L1, conversation.contact.email);
    writeText(json, "phone"_L1, conversation.contact.phone);
    if (!conversation.userData.isEmpty())
        json.key("user_data"_L1).object(conversation.userData);
    if (!conversation.answered.isEmpty()) {
        json.key("answered"_L1).beginArray();
        for (const Conversation::Answered &one : conversation.answered)
            json.beginArray().string(one.key).string(one.requestHash).raw(one.reply).endArray();
        json.endArray();
    }
}

} // namespace

QByteArray encodeConversation(Conversation &conversation)
{
    JsonWriter json;
    json.beginObject();
    writeHead(json, conversation);
    json.key("entries"_L1).beginArray();
    for (Conversation::Entry &entry : conversation.entries) {
        if (entry.stored.isEmpty())
            entry.stored = encodeEntry(entry);
        json.raw(entry.stored);
    }
    return json.endArray().endObject().take();
}

Result<Conversation> decodeConversation(const QByteArray &body, const QString &sessionId, qint64 version)
{
    const auto object = parseJsonObject(body);
    if (!object || (*object)["v"_L1].toInt() != formatVersion)
        return failure(ErrorCode::Internal, u"a stored conversation cannot be read"_s);
    Conversation conversation;
    conversation.sessionId = sessionId;
    conversation.version = version;
    conversation.createdAt = instantOf((*object)["created"_L1]);
    conversation.lastActivity = instantOf((*object)["active"_L1]);
    conversation.hostId = (*object)["host"_L1].toString();
    if (const QString zone = (*object)["zone"_L1].toString(); !zone.isEmpty())
        conversation.zone = Zone::find(zone);
    conversation.language = languageFromCode((*object)["language"_L1].toString());
    conversation.zoneStated = (*object)["zone_stated"_L1].toBool();
    conversation.contact = {(*object)["name"_L1].toString(), (*object)["email"_L1].toString(),
                            (*object)["phone"_L1].toString()};
    conversation.userData = (*object)["user_data"_L1].toObject();
    const QJsonArray answered = (*object)["answered"_L1].toArray();
    for (const auto &value : answered) {
        const QJsonArray one = value.toArray();
        conversation.answered.append({one.at(0).toString(), one.at(1).toString(), toJson(one.at(2).toObject())});
    }
    const QJsonArray entries = (*object)["entries"_L1].toArray();
    conversation.entries.reserve(entries.size() + 4);
    for (const auto &value : entries)
        conversation.entries.append(decodeEntry(value.toObject()));
    return conversation;
}

} // namespace ChatCal
