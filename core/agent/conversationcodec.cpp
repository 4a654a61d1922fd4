// SPDX-License-Identifier: Apache-2.0
#include "core/agent/conversationcodec.h"

#include "core/base/json.h"

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

QString roleLetter(ChatMessage::Role role)
{
    switch (role) {
    case ChatMessage::Role::User:
        return u"u"_s;
    case ChatMessage::Role::Assistant:
        return u"a"_s;
    case ChatMessage::Role::Tool:
        break;
    }
    return u"t"_s;
}

ChatMessage::Role roleOf(const QString &letter)
{
    if (letter == "u"_L1)
        return ChatMessage::Role::User;
    return letter == "a"_L1 ? ChatMessage::Role::Assistant : ChatMessage::Role::Tool;
}

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QByteArray encodeEntry(const Conversation::Entry &entry)
{
    const ChatMessage &message = entry.message;
    QJsonObject object{{"r"_L1, roleLetter(message.role)}, {"at"_L1, numberOf(message.at)}};
    insertText(object, "t"_L1, message.text);
    insertText(object, "i"_L1, message.toolCallId);
    insertText(object, "n"_L1, message.toolName);
    if (!message.toolCalls.isEmpty()) {
        QJsonArray calls;
        for (const ToolCall &call : message.toolCalls)
            calls.append(QJsonArray{call.id, call.name, call.arguments});
        object.insert("c"_L1, calls);
    }
    insertText(object, "h"_L1, entry.html);
    if (!entry.cards.isEmpty())
        object.insert("k"_L1, entry.cards);
    return toJson(object);
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
    entry.html = object["h"_L1].toString();
    entry.cards = object["k"_L1].toArray();
    return entry;
}

QJsonObject headOf(const Conversation &conversation)
{
    QJsonObject head{{"v"_L1, formatVersion},
                     {"created"_L1, numberOf(conversation.createdAt)},
                     {"active"_L1, numberOf(conversation.lastActivity)}};
    insertText(head, "host"_L1, conversation.hostId);
    if (conversation.zone)
        head.insert("zone"_L1, conversation.zone->name());
    if (conversation.zoneStated)
        head.insert("zone_stated"_L1, true);
    insertText(head, "name"_L1, conversation.contact.name);
    insertText(head, "email"_L1, conversation.contact.email);
    insertText(head, "phone"_L1, conversation.contact.phone);
    if (!conversation.userData.isEmpty())
        head.insert("user_data"_L1, conversation.userData);
    if (!conversation.answered.isEmpty()) {
        QJsonArray answered;
        for (const Conversation::Answered &one : conversation.answered) {
            QJsonObject reply = one.reply;
            reply.remove("session_id"_L1); // the raw token is never stored
            answered.append(QJsonArray{one.key, one.requestHash, reply});
        }
        head.insert("answered"_L1, answered);
    }
    return head;
}

} // namespace

QByteArray encodeConversation(Conversation &conversation)
{
    QByteArray body = toJson(headOf(conversation));
    body.chop(1);
    body += R"(,"entries":[)";
    bool isFirst = true;
    for (Conversation::Entry &entry : conversation.entries) {
        if (entry.stored.isEmpty())
            entry.stored = encodeEntry(entry);
        if (!isFirst)
            body += ',';
        isFirst = false;
        body += entry.stored;
    }
    body += "]}";
    return body;
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
    conversation.zoneStated = (*object)["zone_stated"_L1].toBool();
    conversation.contact = {(*object)["name"_L1].toString(), (*object)["email"_L1].toString(),
                            (*object)["phone"_L1].toString()};
    conversation.userData = (*object)["user_data"_L1].toObject();
    const QJsonArray answered = (*object)["answered"_L1].toArray();
    for (const auto &value : answered) {
        const QJsonArray one = value.toArray();
        QJsonObject reply = one.at(2).toObject();
        reply.insert("session_id"_L1, sessionId);
        conversation.answered.append({one.at(0).toString(), one.at(1).toString(), reply});
    }
    const QJsonArray entries = (*object)["entries"_L1].toArray();
    conversation.entries.reserve(entries.size() + 4);
    for (const auto &value : entries)
        conversation.entries.append(decodeEntry(value.toObject()));
    return conversation;
}

} // namespace ChatCal
