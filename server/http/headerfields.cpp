// SPDX-License-Identifier: Apache-2.0
#include "server/http/headerfields.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ChatCal {

namespace {

constexpr qsizetype kSeparator = 2; // ": "
constexpr qsizetype kLineEnd = 2;

/// RFC 9110 §5.6.2.
constexpr std::array<bool, 256> tokenCharacters = [] {
    std::array<bool, 256> table{};
    for (char c = '0'; c <= '9'; ++c)
        table[static_cast<uchar>(c)] = true;
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<uchar>(c)] = table[static_cast<uchar>(c - 'a' + 'A')] = true;
    for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
        table[static_cast<uchar>(c)] = true;
    return table;
}();

bool isTokenCharacter(char c)
{
    return tokenCharacters[static_cast<uchar>(c)];
}

bool isControl(char c)
{
    return (static_cast<uchar>(c) < 0x20 && c != '\t') || c == 0x7f;
}

} // namespace

void HeaderFields::add(QByteArrayView name, QByteArrayView value)
{
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isTokenCharacter))
        return;
    const qsizetype start = m_wire.size();
    m_wire.reserve(std::max<qsizetype>(start + name.size() + value.size() + kSeparator + kLineEnd, 256));
    m_wire.append(name);
    m_wire.append(": ");
    const qsizetype valueStart = m_wire.size();
    m_wire.append(value);
    if (std::any_of(value.begin(), value.end(), isControl))
        std::replace_if(m_wire.begin() + valueStart, m_wire.end(), isControl, ' ');
    m_wire.append("\r\n");
    m_fields.append({start, name.size(), value.size()});
}

void HeaderFields::set(QByteArrayView name, QByteArrayView value)
{
    remove(name);
    add(name, value);
}

void HeaderFields::remove(QByteArrayView name)
{
    if (find(name) < 0)
        return;
    const HeaderFields old = std::move(*this);
    m_wire = {};
    m_fields = {};
    for (const Field &field : old.m_fields) {
        if (old.nameOf(field).compare(name, Qt::CaseInsensitive) != 0)
            add(old.nameOf(field), old.valueOf(field));
    }
}

QByteArray HeaderFields::value(QByteArrayView name) const
{
    const qsizetype index = find(name);
    return index < 0 ? QByteArray() : valueOf(m_fields.at(index)).toByteArray();
}

QList<QByteArray> HeaderFields::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (qsizetype index = find(name); index >= 0; index = find(name, index + 1))
        found.append(valueOf(m_fields.at(index)).toByteArray());
    return found;
}

qsizetype HeaderFields::find(QByteArrayView name, qsizetype from) const
{
    for (qsizetype index = from; index < m_fields.size(); ++index) {
        if (nameOf(m_fields.at(index)).compare(name, Qt::CaseInsensitive) == 0)
            return index;
    }
    return -1;
}

QByteArrayView HeaderFields::nameOf(const Field &field) const
{
    return QByteArrayView(m_wire).sliced(field.start, field.nameLength);
}

QByteArrayView HeaderFields::valueOf(const Field &field) const
{
    return QByteArrayView(m_wire).sliced(field.start + field.nameLength + kSeparator, field.valueLength);
}

} // namespace ChatCal
