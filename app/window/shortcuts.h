// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace ChatCal {

/// The keys of the main window, in a small table. Escape closes it.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

} // namespace ChatCal
