// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/settings.h"

namespace ChatCal {

/// One setting: how it is called, what it should look like, and how it is taken over.
struct SettingEntry
{
    enum class Kind {
        Plain,
        Secret, ///< never shown, not allowed on the command line, may come from the file that NAME_FILE names
        SecretUrl, ///< as Secret, but shown without the password it may hold
    };
    QString name;
    QString help;
    Kind kind = Kind::Plain;
    /// InvalidInput, its detail what the value should look like.
    Result<void> (*apply)(Settings &settings, const QString &value);
    /// What is in force, for a setting whose value is not shown as it was written; null: the written one.
    QString (*inForce)(const Settings &settings) = nullptr;
};

/// In the order they are applied: the zone before what is read in it.
[[nodiscard]] const QList<SettingEntry> &settingEntries();

/// What cannot be said of one setting alone: defaults that follow from others, and settings that miss another.
[[nodiscard]] Result<void> completeSettings(Settings &settings);

/// @p url without the password in it.
[[nodiscard]] QString withoutPassword(const QString &url);

} // namespace ChatCal
