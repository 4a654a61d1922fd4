// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace ChatCal {

/// The part of JSON Schema that openapi.json uses: $ref, type, required, properties, items, enum, const, allOf, oneOf
/// with a discriminator, minimum, maximum, maxLength, and the format date-time.
class SchemaChecker
{
public:
    explicit SchemaChecker(QJsonObject description) : m_description(std::move(description)) { }

    /// What is wrong with @p value, each with its place; empty when it fits. A member the schema does not describe is
    /// wrong too unless additionalProperties allows it: what answers hold is to be described.
    [[nodiscard]] QStringList check(const QJsonValue &value, const QJsonObject &reference, const QString &place) const;
    /// The object a "#/…" reference names, or @p object itself.
    [[nodiscard]] QJsonObject resolved(QJsonObject object) const;
    /// The schema of an operation's answer; empty when it describes none.
    [[nodiscard]] QJsonObject answerSchema(const QString &path, const QString &method, int status,
                                           const QString &mediaType) const;
    [[nodiscard]] const QJsonObject &description() const { return m_description; }

private:
    /// As check(), but for members that are not described: another part of an allOf may describe them.
    [[nodiscard]] QStringList checkPart(const QJsonValue &value, const QJsonObject &reference,
                                        const QString &place) const;
    [[nodiscard]] bool isOpen(const QJsonObject &reference) const;
    [[nodiscard]] QStringList checkObject(const QJsonObject &value, const QJsonObject &schema,
                                          const QString &place) const;
    /// The members a schema describes, allOf included.
    [[nodiscard]] QJsonObject propertiesOf(const QJsonObject &schema) const;
    QJsonObject m_description;
};

} // namespace ChatCal
