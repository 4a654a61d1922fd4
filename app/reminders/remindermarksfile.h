// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reminders/reminderschedule.h"
#include "core/base/result.h"

#include <QString>

namespace ChatCal {

/// Keeps the marks in a file of JSON, so that nothing is told twice over a restart. Only this user reads it.
class ReminderMarksFile
{
public:
    /// @p path empty: nothing is kept.
    explicit ReminderMarksFile(QString path);

    /// Empty where there is no file or none that can be read.
    [[nodiscard]] ReminderMarks load() const;
    /// The old file stays whole until the new one is.
    [[nodiscard]] Result<void> save(const ReminderMarks &marks) const;

private:
    QString m_path;
};

} // namespace ChatCal
