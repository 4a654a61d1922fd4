// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace ChatCal {

/// The header fields of a message in their order. Names compare without case (RFC 9110 §5.1). Kept as they go over
/// the wire, so that writing them is one copy.
class HeaderFields
{
public:
    /// Adds a field beside those of the same name. Control characters in @p value become spaces, so that no value
    /// can start a field of its own; @p name must be a token (RFC 9110 §5.6.2), else nothing is added.
    void add(QByteArrayView name, QByteArrayView value);
    /// Replaces all fields named @p name by this one.
    void set(QByteArrayView name, QByteArrayView value);
    void remove(QByteArrayView name);

    [[nodiscard]] bool contains(QByteArrayView name) const { return find(name) >= 0; }
    /// The first value of that name without surrounding blanks; empty when absent.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// All values of that name, one per field.
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] qsizetype size() const { return m_fields.size(); }
    /// "Name: value" lines, each with its CR LF.
    [[nodiscard]] const QByteArray &wire() const { return m_wire; }

private:
    struct Field
    {
        qsizetype start = 0;
        qsizetype nameLength = 0;
        qsizetype valueLength = 0;
    };
    [[nodiscard]] qsizetype find(QByteArrayView name, qsizetype from = 0) const;
    [[nodiscard]] QByteArrayView nameOf(const Field &field) const;
    [[nodiscard]] QByteArrayView valueOf(const Field &field) const;

    QByteArray m_wire;
    QList<Field> m_fields;
};

} // namespace ChatCal
