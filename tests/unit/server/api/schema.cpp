// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/api/schema.h"

#include "core/base/text.h"
#include "core/time/words.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == "null"_L1;
    case QJsonValue::Bool:
        return type == "boolean"_L1;
    case QJsonValue::Double:
        return type == "number"_L1 || (type == "integer"_L1 && value.toDouble() == std::floor(value.toDouble()));
    case QJsonValue::String:
        return type == "string"_L1;
    case QJsonValue::Array:
        return type == "array"_L1;
    case QJsonValue::Object:
        return type == "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

bool isOfTypes(const QJsonValue &value, const QJsonValue &types)
{
    if (types.isUndefined())
        return true;
    if (types.isString())
        return isOfType(value, types.toString());
    const QJsonArray list = types.toArray();
    return std::any_of(list.begin(), list.end(), [&](const auto &type) { return isOfType(value, type.toString()); });
}

} // namespace

QJsonObject SchemaChecker::resolved(QJsonObject object) const
{
    while (object.contains("$ref"_L1)) {
        QJsonObject found = m_description;
        const QStringList steps = object["$ref"_L1].toString().mid(2).split(u'/');
        for (const QString &step : steps)
            found = found[step].toObject();
        object = found.isEmpty() ? QJsonObject{{u"not found"_s, object["$ref"_L1]}} : found;
    }
    return object;
}

QJsonObject SchemaChecker::propertiesOf(const QJsonObject &schema) const
{
    QJsonObject all = schema["properties"_L1].toObject();
    const QJsonArray parts = schema["allOf"_L1].toArray();
    for (const auto &part : parts) {
        const QJsonObject more = propertiesOf(resolved(part.toObject()));
        for (auto it = more.begin(); it != more.end(); ++it)
            all.insert(it.key(), it.value());
    }
    return all;
}

QStringList SchemaChecker::checkObject(const QJsonObject &value, const QJsonObject &schema, const QString &place) const
{
    QStringList wrong;
    const QJsonArray required = schema["required"_L1].toArray();
    for (const auto &name : required) {
        if (!value.contains(name.toString()))
            wrong.append(place + u'.' + name.toString() + u" is missing"_s);
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (value.contains(it.key()))
            wrong += check(value[it.key()], it.value().toObject(), place + u'.' + it.key());
    }
    return wrong;
}

bool SchemaChecker::isOpen(const QJsonObject &reference) const
{
    const QJsonObject schema = resolved(reference);
    if (schema["additionalProperties"_L1].toBool())
        return true;
    const QJsonArray parts = schema["allOf"_L1].toArray();
    return std::any_of(parts.begin(), parts.end(), [&](const auto &part) { return isOpen(part.toObject()); });
}

QStringList SchemaChecker::check(const QJsonValue &value, const QJsonObject &reference, const QString &place) const
{
    QStringList wrong = checkPart(value, reference, place);
    const QJsonObject schema = resolved(reference);
    const QJsonObject described = propertiesOf(schema);
    if (value.isObject() && !described.isEmpty() && !isOpen(schema)) {
        const QStringList members = value.toObject().keys();
        for (const QString &member : members) {
            if (!described.contains(member))
                wrong.append(place + u'.' + member + u" is not described"_s);
        }
    }
    return wrong;
}

QStringList SchemaChecker::checkPart(const QJsonValue &value, const QJsonObject &reference, const QString &place) const
{
    const QJsonObject schema = resolved(reference);
    QStringList wrong;
    if (schema.contains("not found"_L1))
        wrong.append(place + u": no such schema "_s + schema["not found"_L1].toString());
    if (!isOfTypes(value, schema["type"_L1]))
        wrong.append(place + u" is of another type"_s);
    if (schema.contains("const"_L1) && value != schema["const"_L1])
        wrong.append(place + u" is not the constant"_s);
    if (schema.contains("enum"_L1) && !schema["enum"_L1].toArray().contains(value))
        wrong.append(place + u" is none of the enumeration"_s);
    if (value.isDouble()
        && (value.toDouble() < schema["minimum"_L1].toDouble(-1e300)
            || value.toDouble() > schema["maximum"_L1].toDouble(1e300)))
        wrong.append(place + u" is out of range"_s);
    if (value.isString() && codePoints(value.toString()) > schema["maxLength"_L1].toInt(1 << 30))
        wrong.append(place + u" is too long"_s);
    if (value.isString() && schema["format"_L1].toString() == "date-time"_L1 && !fromRfc3339(value.toString()))
        wrong.append(place + u" is no instant"_s);
    if (value.isArray() && schema.contains("items"_L1)) {
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            wrong += check(list[i], schema["items"_L1].toObject(), u"%1[%2]"_s.arg(place).arg(i));
    }
    const QJsonArray allOf = schema["allOf"_L1].toArray();
    for (const auto &part : allOf)
        wrong += checkPart(value, part.toObject(), place);
    if (schema.contains("discriminator"_L1)) {
        const QJsonObject discriminator = schema["discriminator"_L1].toObject();
        const QString kind = value[discriminator["propertyName"_L1].toString()].toString();
        const QJsonValue target = discriminator["mapping"_L1][kind];
        if (!target.isString())
            return wrong << place + u": no kind "_s + kind;
        return wrong + check(value, {{u"$ref"_s, target}}, place);
    }
    if (value.isObject())
        wrong += checkObject(value.toObject(), schema, place);
    return wrong;
}

QJsonObject SchemaChecker::answerSchema(const QString &path, const QString &method, int status,
                                        const QString &mediaType) const
{
    const QJsonObject operation = m_description["paths"_L1][path][method.toLower()].toObject();
    const QJsonObject response = resolved(operation["responses"_L1][QString::number(status)].toObject());
    return response["content"_L1][mediaType]["schema"_L1].toObject();
}

} // namespace ChatCal
