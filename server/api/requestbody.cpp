// SPDX-License-Identifier: Apache-2.0
#include "server/api/requestbody.h"

#include "core/base/json.h"
#include "core/time/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

std::optional<Instant> readInstant(const QString &text, const Zone &zone)
{
    if (const auto instant = fromRfc3339(text))
        return instant;
    const auto local = fromIsoLocal(text.size() == 10 ? text + u"T00:00"_s : text);
    return local ? std::optional(zone.toInstant(*local)) : std::nullopt;
}

Sentence instantForm()
{
    return Sentence::en("must be a time such as 2026-03-10T14:00:00-04:00");
}

} // namespace

Result<RequestBody> RequestBody::read(const ServerRequest &request)
{
    auto object = parseJsonObject(request.body);
    if (!object)
        return tl::unexpected(object.error());
    auto own = std::make_shared<QList<FieldError>>();
    RequestBody body(std::move(*object), {}, *own);
    body.m_own = std::move(own);
    return body;
}

RequestBody::RequestBody(QJsonObject object, QString prefix, QList<FieldError> &errors)
    : m_object(std::move(object)), m_prefix(std::move(prefix)), m_errors(&errors)
{
}

void RequestBody::complain(const QString &name, const Sentence &message)
{
    m_errors->append({m_prefix + name, message});
}

template<typename T>
T RequestBody::take(const Result<T> &result)
{
    if (result)
        return *result;
    m_errors->append(result.error().fields);
    return T();
}

QJsonValue RequestBody::member(const QString &name, Need need)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isNull())
        return value;
    if (need == Need::Required)
        complain(name, Sentence::en("is missing"));
    return QJsonValue(QJsonValue::Undefined);
}

bool RequestBody::has(const QString &name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString RequestBody::text(const QString &name, qsizetype maximum, Need need, Lines lines)
{
    const QJsonValue value = member(name, need);
    if (value.isUndefined())
        return {};
    if (!value.isString()) {
        complain(name, Sentence::en("must be a text"));
        return {};
    }
    return take(need == Need::Required ? cleanText(value.toString(), m_prefix + name, maximum, lines)
                                       : cleanOptionalText(value.toString(), m_prefix + name, maximum, lines));
}

QString RequestBody::email(const QString &name)
{
    const QString value = text(name, 254, Need::Optional);
    return value.isEmpty() ? value : take(cleanEmail(value, m_prefix + name));
}

QString RequestBody::phone(const QString &name)
{
    const QString value = text(name, 40, Need::Optional);
    return value.isEmpty() ? value : take(cleanPhone(value, m_prefix + name));
}

std::optional<Zone> RequestBody::zone(const QString &name)
{
    const QString value = text(name, 64, Need::Optional);
    if (value.isEmpty())
        return std::nullopt;
    auto zone = Zone::find(value);
    if (!zone)
        complain(name, Sentence::en("is not an IANA time zone, such as Europe/Paris"));
    return zone;
}

std::optional<int> RequestBody::integer(const QString &name, int least, int most, Need need)
{
    const QJsonValue value = member(name, need);
    if (value.isUndefined())
        return std::nullopt;
    const double number = value.toDouble(std::nan(""));
    if (!(number >= least && number <= most) || number != std::floor(number)) {
        complain(name, Sentence::en("must be a whole number from %1 to %2").arg(least).arg(most));
        return std::nullopt;
    }
    return static_cast<int>(number);
}

std::optional<Instant> RequestBody::instant(const QString &name, const Zone &zone, Need need)
{
    const QString value = text(name, 40, need);
    if (value.isEmpty())
        return std::nullopt;
    const auto instant = readInstant(value, zone);
    if (!instant)
        complain(name, instantForm());
    return instant;
}

bool RequestBody::boolean(const QString &name, bool otherwise)
{
    const QJsonValue value = member(name, Need::Optional);
    if (value.isUndefined())
        return otherwise;
    if (!value.isBool())
        complain(name, Sentence::en("must be true or false"));
    return value.toBool(otherwise);
}

RequestBody RequestBody::object(const QString &name)
{
    const QJsonValue value = member(name, Need::Optional);
    if (!value.isUndefined() && !value.isObject())
        complain(name, Sentence::en("must be an object"));
    return {value.toObject(), m_prefix + name + u'.', *m_errors};
}

QList<RequestBody> RequestBody::objects(const QString &name, qsizetype maximum)
{
    QList<RequestBody> readers;
    const QJsonValue value = member(name, Need::Optional);
    if (value.isUndefined())
        return readers;
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > maximum) {
        complain(name, Sentence::en("must be a list of at most %1").arg(maximum));
        return readers;
    }
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = u"%1[%2]"_s.arg(name).arg(i);
        if (list[i].isObject())
            readers.append(RequestBody(list[i].toObject(), m_prefix + place + u'.', *m_errors));
        else
            complain(place, Sentence::en("must be an object"));
    }
    return readers;
}

Result<void> RequestBody::finish() const
{
    if (m_errors->isEmpty())
        return {};
    return tl::unexpected(Error{ErrorCode::InvalidInput, u"body: "_s + m_errors->first().field, {}, *m_errors});
}

Result<std::optional<Instant>> instantParameter(const ServerRequest &request, const QString &name, const Zone &zone)
{
    const auto text = request.query.value(name);
    if (!text || text->isEmpty())
        return std::optional<Instant>();
    // An unescaped "+" of an offset arrives as a space.
    const auto instant = readInstant(QString(*text).replace(u' ', u'+'), zone);
    if (!instant)
        return invalidField(name, instantForm());
    return instant;
}

Result<int> integerParameter(const ServerRequest &request, const QString &name, int least, int most, int otherwise)
{
    const auto text = request.query.value(name);
    if (!text)
        return otherwise;
    bool isNumber = false;
    const int number = text->toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return invalidField(name, Sentence::en("must be a whole number from %1 to %2").arg(least).arg(most));
    return number;
}

} // namespace ChatCal
