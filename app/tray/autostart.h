// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ChatCal {

/// Whether ChatCal starts with the desktop's session, in the background (XDG Autostart Specification 0.5): a file of
/// the person's own in autostart/. One that the desktop's settings switched off stays off until switched on here.
class Autostart
{
public:
    /// In the person's configuration folder.
    Autostart();
    /// @p folder holds the files; @p program is started.
    Autostart(QString folder, QString program);

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] Result<void> setOn(bool on) const;
    [[nodiscard]] QString path() const;

private:
    QString m_folder;
    QString m_program;
};

} // namespace ChatCal
