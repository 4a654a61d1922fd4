// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace ChatCal {

/// chatcal.conf, as core/engine/settings reads it, changed a setting at a time: comments, unknown lines and their order
/// stay as people wrote them.
class ConfigFile
{
public:
    /// Empty when there is none at @p path. Unavailable when it cannot be read.
    [[nodiscard]] static Result<ConfigFile> read(const QString &path);

    [[nodiscard]] std::optional<QString> value(const QString &name) const;
    [[nodiscard]] QHash<QString, QString> values() const;
    /// In place of the line that sets it, else at the end.
    void set(const QString &name, const QString &value);
    void remove(const QString &name);
    /// Keeps what @p wanted says yes to, and no other setting.
    template<typename Predicate>
    void keepOnly(Predicate wanted)
    {
        for (const QString &name : values().keys()) {
            if (!wanted(name))
                remove(name);
        }
    }
    /// In place whole, for its owner alone.
    [[nodiscard]] Result<void> write(const QString &path) const;

private:
    [[nodiscard]] static QString nameIn(const QString &line);

    QStringList m_lines;
};

} // namespace ChatCal
