// SPDX-License-Identifier: Apache-2.0
#include "core/agent/arguments.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

constexpr int mostAttendees = 50;
constexpr int longestMinutes = 24 * 60;

Result<Attendee> attendeeFromText(const QString &text, const QString &field)
{
    // "Ada Lovelace <ada@example.com>", "ada@example.com", "Ada Lovelace"
    const qsizetype open = text.indexOf(u'<');
    if (open >= 0 && text.trimmed().endsWith(u'>')) {
        const auto email = cleanEmail(text.mid(open + 1).trimmed().chopped(1), field);
        if (!email)
            return tl::unexpected(email.error());
        const auto name = cleanOptionalText(text.left(open), field, nameLength);
        if (!name)
            return tl::unexpected(name.error());
        return Attendee{UntrustedText(*name), *email, {}};
    }
    if (text.contains(u'@')) {
        const auto email = cleanEmail(text, field);
        if (!email)
            return tl::unexpected(email.error());
        return Attendee{UntrustedText(), *email, {}};
    }
    const auto name = cleanText(text, field, nameLength);
    if (!name)
        return tl::unexpected(name.error());
    return Attendee{UntrustedText(*name), {}, {}};
}

Result<Attendee> attendeeFromObject(const QJsonObject &object, const QString &field)
{
    const Arguments one(object);
    const auto name = one.text(u"name"_s, nameLength);
    const auto email = one.email();
    const auto phone = one.phone();
    if (!name || !email || !phone)
        return invalidField(field, Sentence::said(u"Each attendee needs a name or a complete e-mail address."_s));
    if (name->isEmpty() && email->isEmpty() && phone->isEmpty())
        return invalidField(field, Sentence::said(u"An attendee needs a name or an e-mail address."_s));
    return Attendee{UntrustedText(*name), *email, *phone};
}

} // namespace

bool Arguments::has(const QString &field) const
{
    const QJsonValue value = m_object.value(field);
    if (value.isUndefined() || value.isNull())
        return false;
    if (value.isArray())
        return !value.toArray().isEmpty();
    return !value.isString() || !value.toString().trimmed().isEmpty();
}

Result<QString> Arguments::raw(const QString &field) const
{
    const QJsonValue value = m_object.value(field);
    if (value.isUndefined() || value.isNull())
        return QString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', value.toDouble() == std::floor(value.toDouble()) ? 0 : 3);
    if (!value.isString())
        return invalidField(field, Sentence::said(u"This must be a text."_s));
    return value.toString();
}

Result<QString> Arguments::text(const QString &field, qsizetype maximum, Lines lines) const
{
    const auto value = raw(field);
    if (!value)
        return value;
    return cleanOptionalText(*value, field, maximum, lines);
}

Result<QString> Arguments::email(const QString &field) const
{
    const auto value = raw(field);
    if (!value || value->trimmed().isEmpty())
        return value ? QString() : value;
    return cleanEmail(*value, field);
}

Result<QString> Arguments::phone(const QString &field) const
{
    const auto value = raw(field);
    if (!value || value->trimmed().isEmpty())
        return value ? QString() : value;
    return cleanPhone(*value, field);
}

Result<std::optional<std::chrono::minutes>> Arguments::minutes(const QString &field) const
{
    if (!has(field))
        return std::nullopt;
    const QJsonValue value = m_object.value(field);
    double number = value.toDouble(-1);
    if (value.isString()) {
        bool isNumber = false;
        number = value.toString().trimmed().toDouble(&isNumber);
        if (!isNumber)
            number = -1;
    }
    if (number != std::floor(number) || number < 1 || number > longestMinutes)
        return invalidField(
            field,
            Sentence::said(u"The length must be a whole number of minutes, from 1 to %1."_s.arg(longestMinutes)));
    return std::chrono::minutes(static_cast<int>(number));
}

Result<std::optional<MeetingHow>> Arguments::how(const QString &field) const
{
    const auto value = text(field, 40);
    if (!value)
        return tl::unexpected(value.error());
    if (value->isEmpty())
        return std::nullopt;
    if (const auto known = howFromName(*value))
        return known;
    return invalidField(field, Sentence::said(u"This must be video, phone or in_person."_s));
}

Result<QList<Attendee>> Arguments::attendees(const QString &field) const
{
    QList<Attendee> people;
    if (!has(field))
        return people;
    const QJsonValue value = m_object.value(field);
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    if (list.size() > mostAttendees)
        return invalidField(field, Sentence::said(u"At most %1 people can be invited."_s.arg(mostAttendees)));
    for (const auto &item : list) {
        if (!item.isString() && !item.isObject())
            return invalidField(field, Sentence::said(u"Each attendee must be a name or an e-mail address."_s));
        auto person =
            item.isObject() ? attendeeFromObject(item.toObject(), field) : attendeeFromText(item.toString(), field);
        if (!person)
            return tl::unexpected(person.error());
        if (!people.contains(*person))
            people.append(std::move(*person));
    }
    return people;
}

ToolResult refused(const QString &reason, const QString &message, QJsonObject more)
{
    ToolResult result;
    result.forModel = std::move(more);
    result.forModel.insert("ok"_L1, false);
    result.forModel.insert("reason"_L1, reason);
    result.forModel.insert("message"_L1, message);
    return result;
}

ToolResult invalid(const QString &field, const QString &message, QJsonObject more)
{
    more.insert("field"_L1, field);
    return refused(u"invalid"_s, message, std::move(more));
}

ToolResult invalid(const Error &error)
{
    if (error.fields.isEmpty())
        return refused(u"invalid"_s, u"The arguments are not right."_s);
    return invalid(error.fields.first().field, error.fields.first().message.text());
}

} // namespace ChatCal
