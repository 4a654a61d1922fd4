// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace ChatCal {

/// The decoded parameters of a query, in the order they came; a name may come more than once.
class QueryParameters
{
public:
    void add(const QString &name, const QString &value) { m_pairs.append({name, value}); }
    /// The first value of @p name; nothing when it is absent, empty when it came without a value.
    [[nodiscard]] std::optional<QString> value(QStringView name) const
    {
        for (const auto &pair : m_pairs) {
            if (pair.first == name)
                return pair.second;
        }
        return std::nullopt;
    }
    [[nodiscard]] QStringList values(QStringView name) const
    {
        QStringList found;
        for (const auto &pair : m_pairs) {
            if (pair.first == name)
                found.append(pair.second);
        }
        return found;
    }
    [[nodiscard]] const QList<std::pair<QString, QString>> &pairs() const { return m_pairs; }

private:
    QList<std::pair<QString, QString>> m_pairs;
};

} // namespace ChatCal
