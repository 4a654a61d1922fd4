// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ChatCal {

/// One page of the settings window.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// It comes to be seen: reads what is in force.
    virtual void load() { }
    /// What is in force was read.
    [[nodiscard]] virtual bool isLoaded() const { return true; }
};

} // namespace ChatCal
