// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ChatCal {

/// The schema this program writes, kept in `PRAGMA user_version`.
constexpr int sqliteSchema = 1;
/// `PRAGMA application_id` of our files: "ChCl".
constexpr int sqliteApplication = 0x4368436c;

/// Makes sure that @p path is a file SqliteStore may open: creates it empty with mode 0600 when it is missing (and the
/// folder with mode 0700), looks at it without writing when it is there. Unavailable with one line that names the file
/// and what to do: a folder that cannot be written, a damaged file, a file of another program, a newer schema.
[[nodiscard]] Result<void> prepareSqliteFile(const QString &path);

} // namespace ChatCal
