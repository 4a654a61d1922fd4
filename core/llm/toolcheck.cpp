// SPDX-License-Identifier: Apache-2.0
#include "core/llm/toolcheck.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool fits(const QJsonValue &value, const QString &type)
{
    bool isNumber = value.isDouble();
    double number = value.toDouble();
    if (value.isString() && (type == "integer"_L1 || type == "number"_L1))
        number = value.toString().trimmed().toDouble(&isNumber);
    if (type == "integer"_L1)
        return isNumber && std::floor(number) == number;
    if (type == "number"_L1)
        return isNumber;
    if (type == "string"_L1)
        return value.isString() || value.isDouble();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "object"_L1)
        return value.isObject();
    return true; // a type this does not know forbids nothing
}

QString wrongIn(const QJsonValue &value, const QJsonObject &schema, const QString &place);

QString wrongInMembers(const QJsonObject &object, const QJsonObject &schema, const QString &place)
{
    const auto named = [&place](const QString &name) { return place.isEmpty() ? name : place + u'.' + name; };
    const QJsonArray required = schema["required"_L1].toArray();
    for (const auto &name : required)
        if (object[name.toString()].isUndefined() || object[name.toString()].isNull())
            return u"`%1` is missing."_s.arg(named(name.toString()));
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonValue member = object[it.key()];
        if (member.isUndefined() || member.isNull())
            continue;
        if (QString wrong = wrongIn(member, it.value().toObject(), named(it.key())); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString wrongIn(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    const QString type = schema["type"_L1].toString();
    if (!type.isEmpty() && !fits(value, type))
        return u"`%1` must be of the type %2."_s.arg(place, type);
    const QJsonArray allowed = schema["enum"_L1].toArray();
    const bool isBlank = value.isString() && value.toString().trimmed().isEmpty();
    if (!allowed.isEmpty() && !isBlank && !allowed.contains(value)) {
        QStringList words;
        for (const auto &one : allowed)
            words.append(one.toVariant().toString());
        return u"`%1` must be one of: %2."_s.arg(place, words.join(u", "_s));
    }
    if (value.isObject())
        return wrongInMembers(value.toObject(), schema, place);
    if (value.isArray() && schema.contains("items"_L1)) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString item = u"%1[%2]"_s.arg(place).arg(i);
            if (QString wrong = wrongIn(items.at(i), schema["items"_L1].toObject(), item); !wrong.isEmpty())
                return wrong;
        }
    }
    return {};
}

} // namespace

QString wrongIn(const ToolCall &call, const QList<ToolSpec> &tools)
{
    if (!call.malformed.isEmpty())
        return call.malformed;
    for (const ToolSpec &tool : tools)
        if (tool.name == call.name)
            return wrongInMembers(call.arguments, tool.parameters, {});
    return u"There is no such tool."_s;
}

QList<ChatMessage> corrections(const ModelReply &reply, const QList<ToolSpec> &tools, Instant at)
{
    QList<ChatMessage> messages{{ChatMessage::Role::Assistant, reply.text, {}, {}, {}, at}};
    QStringList unnamed;
    for (ToolCall call : reply.toolCalls) {
        QString wrong = wrongIn(call, tools);
        if (call.name.isEmpty()) {
            unnamed.append(wrong);
            continue;
        }
        const bool isRight = wrong.isEmpty();
        if (isRight)
            wrong = u"Not run, since another call beside it was wrong. Call it again."_s;
        call.id = u"wrong-%1"_s.arg(messages.size());
        call.malformed.clear();
        messages.first().toolCalls.append(call);
        const QJsonObject result{
            {"ok"_L1, false}, {"reason"_L1, isRight ? u"not_run"_s : u"wrong_call"_s}, {"message"_L1, wrong}};
        messages.append({ChatMessage::Role::Tool, QString::fromUtf8(toJson(result)), {}, call.id, call.name, at});
    }
    if (!unnamed.isEmpty())
        messages.append({ChatMessage::Role::User,
                         u"(Your tool call could not be run: %1 Call the tool again in the right form, or answer in "
                         u"words.)"_s.arg(unnamed.join(u' ')),
                         {},
                         {},
                         {},
                         at});
    return messages;
}

} // namespace ChatCal
