// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings/settingscontext.h"
#include "app/settings/settingspage.h"

class QCheckBox;
class QSpinBox;
class QTimeEdit;

namespace ChatCal {

/// Whether and when to remind; each holds at once. The keys are those of app/reminders.
class RemindersPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit RemindersPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Reminders"); }

private:
    void keep();

    SettingsContext m_context;
    QCheckBox *m_on;
    QSpinBox *m_minutes;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace ChatCal
